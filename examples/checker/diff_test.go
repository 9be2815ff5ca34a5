package main

import (
	"bytes"
	"io"
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
		{[]string{"-format", "html", a, b}, changed},
		{[]string{"-format", "claimreview", a, b}, trouble},
		{[]string{"-format", "github", dir}, trouble},
		{[]string{"-max-size", "20", a, b}, trouble},
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

// TestDiffSparesInputs: the answer replaces no version, named or met in a folder.
func TestDiffSparesInputs(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "1.txt"), filepath.Join(dir, "2.txt")
	for name, s := range map[string]string{first: "We met.", second: "We never met."} {
		if err := os.WriteFile(name, []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"-o", first, dir}, {"-o", second, first, second}} {
		var out, problems bytes.Buffer
		if got := diff(args, streams{strings.NewReader(""), &out, &problems}); got != trouble {
			t.Errorf("%q: status %d, %s", args, got, &problems)
		}
	}
	if got, _ := os.ReadFile(first); string(got) != "We met." {
		t.Errorf("the first version holds %q", got)
	}
}

// TestDiffForGit: as git's external diff it takes seven arguments, or nine of a file
// that was renamed, and never fails over one file, lest git leave out the others.
func TestDiffForGit(t *testing.T) {
	t.Setenv("GIT_DIFF_PATH_COUNTER", "1")
	dir := t.TempDir()
	write := func(name, s string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	old, new := write("x", "We met."), write("y", "We never met.")
	for total, want := range map[string]int{"1": 1, "3": 0} { // the last of the files explains the marks
		t.Setenv("GIT_DIFF_PATH_TOTAL", total)
		var out bytes.Buffer
		diff([]string{"s.txt", old, "1a", "100644", new, "2b", "100644"}, streams{strings.NewReader(""), &out, io.Discard})
		if n := strings.Count(out.String(), "judges neither"); n != want {
			t.Errorf("the first of %s files: %d notices, want %d, in %s", total, n, want, &out)
		}
	}
	binary := write("z", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"s.txt", old, "1a", "100644", new, "2b", "100644"}, "a/s.txt → b/s.txt"},
		{[]string{"s.txt", old, "1a", "100644", new, "2b", "100644", "r.txt", "similarity index 90%"}, "a/s.txt → b/r.txt"},
		{[]string{"s.txt", old, "1a", "100644", binary, "2b", "100644"}, "a/s.txt, b/s.txt: cannot be compared"},
	} {
		var out, problems bytes.Buffer
		got := diff(c.args, streams{strings.NewReader(""), &out, &problems})
		if got != unchanged || !strings.Contains(out.String(), c.want) {
			t.Errorf("%q: status %d, %s%s", c.args, got, &out, &problems)
		}
	}
}

// TestDiffTellsOfSides: what stands beside a version and cannot be read is told.
func TestDiffTellsOfSides(t *testing.T) {
	dir := t.TempDir()
	for name, s := range map[string]string{"a.txt": "We met.", "b.txt": "We met.", "b.txt.meta.json": "{\"title\":"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, problems bytes.Buffer
	diff([]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")}, streams{strings.NewReader(""), &out, &problems})
	if !strings.Contains(problems.String(), "b.txt.meta.json") {
		t.Errorf("nothing of b.txt.meta.json in %q", &problems)
	}
}
