package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDiffStatus: 0 the same words, 1 others, 2 trouble, as of diff(1); in trouble
// nothing is on standard output.
func TestDiffStatus(t *testing.T) {
	dir := t.TempDir()
	write := func(name, s string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a := write("a.txt", "We will not raise the tax on fuel.")
	b := write("b.txt", "We will raise the tax on fuel.")
	marks := write("c.txt", "We will not raise the tax on fuel!")
	empty := write("empty.txt", "")
	binary := write("binary", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00")
	for _, c := range []struct {
		args   []string
		status int
	}{
		{[]string{a, a}, unchanged},
		{[]string{a, marks}, unchanged},
		{[]string{empty, empty}, unchanged},
		{[]string{a, b}, changed},
		{[]string{a, empty}, changed},
		{[]string{"-format", "json", a, b}, changed},
		{[]string{a, binary}, trouble},
		{[]string{a, filepath.Join(dir, "none.txt")}, trouble},
		{[]string{a}, trouble},
		{[]string{a, b, a}, trouble},
		{[]string{"-", "-"}, trouble},
	} {
		var out, problems bytes.Buffer
		got := diff(c.args, streams{strings.NewReader(""), &out, &problems})
		if got != c.status {
			t.Errorf("%v: status %d, want %d; %s", c.args, got, c.status, &problems)
		}
		if (got == trouble) != (problems.Len() > 0) || (got == trouble) == (out.Len() > 0) {
			t.Errorf("%v: %q on standard output, %q on standard error", c.args, &out, &problems)
		}
	}
}
