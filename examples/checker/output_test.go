package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// old is a file with something in it, in a folder of its own.
func old(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out.txt")
	if err := os.WriteFile(path, []byte("as it was"), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("the file holds %q, %v; want %q", got, err, want)
	}
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 {
		t.Errorf("%v beside it, %v", files, err)
	}
}

func TestOutputReplaces(t *testing.T) {
	path := old(t)
	o, err := create(path, nil, []string{"", path + "-other"})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(o, "new")
	if err := o.commit(); err != nil {
		t.Fatal(err)
	}
	o.abandon()
	holds(t, path, "new")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// TestOutputAbandoned writes half of it and stops, as on a full disk.
func TestOutputAbandoned(t *testing.T) {
	path := old(t)
	o, err := create(path, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(o, "half of")
	o.abandon()
	holds(t, path, "as it was")
}

// TestOutputNotWritten has a disk that takes nothing when the file is shut.
func TestOutputNotWritten(t *testing.T) {
	path := old(t)
	o, err := create(path, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	o.file.Close()
	if err := o.commit(); err == nil {
		t.Error("no error")
	}
	holds(t, path, "as it was")
}

func TestOutputRefuses(t *testing.T) {
	path := old(t)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	for _, x := range []struct{ out, input, want string }{
		{path, path, "is the input"},
		{link, path, "is the input"},
		{path, link, "is the input"},
		{filepath.Dir(path), "", "is a directory"},
		{filepath.Join(filepath.Dir(path), "missing", "out.txt"), "", "no such file or directory"},
	} {
		o, err := create(x.out, nil, []string{x.input})
		if err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("-o %s for the input %s: %v", x.out, x.input, err)
		}
		if o != nil {
			o.abandon()
		}
	}
	holds(t, path, "as it was")
}

// TestOutputToPipe waits for nobody who may come and read, and writes to who is there.
func TestOutputToPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if out, err := exec.Command("mkfifo", pipe).CombinedOutput(); err != nil {
		t.Skipf("no pipes: %v, %s", err, out)
	}
	if _, err := create(pipe, nil, nil); err == nil || err.Error() != "-o "+pipe+": a pipe that nobody reads from" {
		t.Errorf("without a reader: %v", err)
	}
	reader, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	o, err := create(pipe, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(o, "new")
	if err := o.commit(); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, len("new"))
	if _, err := io.ReadFull(reader, got); err != nil || string(got) != "new" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestOutputToLink(t *testing.T) {
	path := old(t)
	link := filepath.Join(t.TempDir(), "link.txt")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	o, err := create(link, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(o, "new")
	if err := o.commit(); err != nil {
		t.Fatal(err)
	}
	holds(t, path, "new")
}

func TestStandardOutput(t *testing.T) {
	var b bytes.Buffer
	for _, name := range []string{"", "-"} {
		o, err := create(name, &b, nil)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(o, "x")
		if err := o.commit(); err != nil {
			t.Error(err)
		}
		o.abandon()
	}
	if b.String() != "xx" {
		t.Errorf("got %q", &b)
	}
}

func TestSize(t *testing.T) {
	for in, want := range map[string]size{"0": 0, "17": 17, "17B": 17, "3kB": 3000, "3KB": 3000, "50MB": 50e6, "2gb": 2e9} {
		var s size
		if err := s.Set(in); err != nil || s != want {
			t.Errorf("%s: %d, %v", in, s, err)
		}
	}
	for _, in := range []string{"", "-1", "many", "1.5MB", "9999999999GB"} {
		if new(size).Set(in) == nil {
			t.Errorf("%s is taken", in)
		}
	}
	for in, want := range map[size]string{0: "0", 17: "17B", 3000: "3kB", 50e6: "50MB", 1_500_000: "1500kB"} {
		if got := in.String(); got != want {
			t.Errorf("%d: %s", in, got)
		}
	}
}

// TestExplainNearby: a quote of a text without full stops is explained by what stands around
// it, and not by all of the text, in whole words.
func TestExplainNearby(t *testing.T) {
	name := filepath.Join(t.TempDir(), "t.txt")
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "the pier of town number %d will stay open until the spring and ", i)
	}
	b.WriteString("\n\n“The pier of town number 1234 will stay open until the spring,” he said.")
	if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	status, out, told := ran(t.Context(), "explain", "-against", name, name)
	if status != faithful || !strings.Contains(out, "town number 1234 will") {
		t.Fatalf("status %d, %s, told %s", status, out, told)
	}
	if len(out) > 4*mostAround {
		t.Errorf("%d bytes for one quote", len(out))
	}
}
