package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestLicences has the terms of each module that the engine links, of Go, and of the
// word tables. What else is written the tests of the page in a browser open.
func TestLicences(t *testing.T) {
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	got, err := licences(root)
	if err != nil {
		t.Fatal(err)
	}
	list, err := output("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", enginePath)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range append(strings.Fields(list), "Go and wasm_exec.js",
		"github.com/quoteprov/quoteprov: internal/lexicon/wordnet/LICENSE",
		"github.com/quoteprov/quoteprov: internal/lexicon/learned/NOTICE") {
		if !bytes.Contains(got, []byte("\n==== "+want)) && !bytes.HasPrefix(got, []byte("==== "+want)) {
			t.Errorf("no terms of %s", want)
		}
	}
}
