//go:build unix

package regular

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("file"), "words")
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	link(t, at("pipe"), at("link to the pipe"))
	link(t, at("file"), at("link to the file"))
	for path, want := range map[string]error{
		at("file"): nil, at("link to the file"): nil, at("pipe"): ErrNot, at("link to the pipe"): ErrNot,
		dir: ErrNot, os.DevNull: ErrNot, "/dev/zero": ErrNot, at("nothing"): os.ErrNotExist,
	} {
		src, err := ReadFile(path)
		if !errors.Is(err, want) || want == nil && string(src) != "words" {
			t.Errorf("%s: %q, %v, want %v", path, src, err, want)
		}
	}
}

// TestOpenWhatTheShellOpened: a shell gives `<(command)` as a pipe that is open.
func TestOpenWhatTheShellOpened(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	w.WriteString("words")
	w.Close()
	src, err := ReadFile(filepath.Join("/dev/fd", fd(r)))
	if err != nil || string(src) != "words" {
		t.Errorf("%q, %v", src, err)
	}
}

func fd(f *os.File) string {
	n, out := int(f.Fd()), ""
	for ; n > 0; n /= 10 {
		out = string(rune('0'+n%10)) + out
	}
	return out
}

func TestLeadsOut(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, d := range []string{"in", "in/deep", "inner"} {
		if err := os.Mkdir(at(d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	write(t, at("in/file"), "x")
	write(t, at("inner/file"), "x")
	link(t, "../in/file", at("in/deep/up and back"))
	link(t, at("in/file"), at("in/deep/inside"))
	link(t, at("inner/file"), at("in/beside"))
	link(t, "nothing", at("in/broken"))
	link(t, "loop", at("in/loop"))
	link(t, at("in"), at("the folder"))
	for path, want := range map[string]bool{
		"in/file": false, "in/deep/inside": false, "in/beside": true, "in/broken": true, "in/loop": true,
		"in/deep/up and back": true, // in/in/file is nowhere
		"the folder/file":     false, "inner/file": true, "in": false,
	} {
		if got := LeadsOut(at("in"), at(path)); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, path string) {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
}
