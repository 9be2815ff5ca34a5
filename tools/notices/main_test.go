package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestNotices: the notices of the checker have Go, the module's own licence, those of
// the word tables and of what else is linked, and nothing of what only tests use.
func TestNotices(t *testing.T) {
	var b bytes.Buffer
	if err := write(&b, "../../examples/checker"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\nGo\n\n--- LICENSE\n", "\ngithub.com/quoteprov/quoteprov\n\n--- LICENSE\n", "--- internal/lexicon/wordnet/LICENSE\n",
		"--- internal/lexicon/learned/NOTICE\n", "\ngolang.org/x/net v", "\ngithub.com/blevesearch/snowballstem v",
	} {
		if strings.Count(b.String(), want) != 1 {
			t.Errorf("%q stands there %d times", want, strings.Count(b.String(), want))
		}
	}
	if strings.Contains(b.String(), "rogpeppe/go-internal") {
		t.Error("a module that only tests use is named")
	}
}

func TestNoProgram(t *testing.T) {
	if err := write(&bytes.Buffer{}, t.TempDir()); err == nil {
		t.Error("a folder without a program has notices")
	}
}
