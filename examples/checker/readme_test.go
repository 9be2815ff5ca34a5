package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

const (
	readme     = "../../README.md"
	blockStart = "<!-- output of go run ./examples/checker, its first lines -->\n```\n"
	blockEnd   = "\n```\n<!-- end -->"
)

// TestReadme holds the output that the README shows to what is really printed.
// go test ./examples/checker -run Readme -update writes it anew.
func TestReadme(t *testing.T) {
	var out bytes.Buffer
	t.Setenv("COLUMNS", "")
	run(t.Context(), nil, streams{strings.NewReader(""), &out, os.Stderr})
	want := head(out.String(), 40)
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(src), blockStart)
	got, after, ok2 := strings.Cut(rest, blockEnd)
	if !ok1 || !ok2 {
		t.Fatal("README.md has no block of output")
	}
	if got == want {
		return
	}
	if !*update {
		t.Fatalf("README.md shows\n%s\nbut the checker prints\n%s", got, want)
	}
	if err := os.WriteFile(readme, []byte(before+blockStart+want+blockEnd+after), 0o666); err != nil {
		t.Fatal(err)
	}
}

// head is the first n lines of s or fewer, up to an empty line.
func head(s string, n int) string {
	lines := strings.Split(s, "\n")
	n = min(n, len(lines)-1)
	for n > 0 && lines[n] != "" {
		n--
	}
	return strings.Join(lines[:n], "\n")
}
