package archive

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/provenance"
)

// use opens an archive and reads all of it.
func use(dir string) error {
	a, err := Open(dir)
	if err != nil {
		return err
	}
	defer a.Close()
	_, err = a.Checker(provenance.Options{})
	return errors.Join(err, a.Verify())
}

// TestDamage changes every byte of the files, and cuts them at every byte: there is an
// error that names a file, or the archive is as it was.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships.", "b", "MR. NAME: Nobody came."))
	files, _ := filepath.Glob(filepath.Join(dir, "*[^k]"))
	if err := use(dir); err != nil || len(files) != 2 {
		t.Fatal(err, files)
	}
	for _, name := range files {
		good, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		try := func(what string, at int, bad []byte) {
			t.Helper()
			if err := os.WriteFile(name, bad, 0o666); err != nil {
				t.Fatal(err)
			}
			switch err := use(dir); {
			case err == nil:
				t.Errorf("%s: byte %d %s: no error", filepath.Base(name), at, what)
			case !strings.Contains(err.Error(), dir):
				t.Errorf("%s: byte %d %s: the error names no file: %v", filepath.Base(name), at, what, err)
			}
		}
		for i := range good {
			bad := append([]byte(nil), good...)
			bad[i] ^= 0x10
			try("changed", i, bad)
		}
		for i := 0; i < len(good); i += 7 {
			try("cut", i, good[:i])
		}
		if err := os.WriteFile(name, good, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(files[0]); err != nil {
		t.Fatal(err)
	}
	if err := use(dir); err == nil || !strings.Contains(err.Error(), files[0]) {
		t.Errorf("a missing segment: %v", err)
	}
}

func TestNewerVersion(t *testing.T) {
	dir := t.TempDir()
	m := manifest{Version: version + 1}
	if err := os.WriteFile(filepath.Join(dir, manifestName), m.encode(), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrVersion) {
		t.Error(err)
	}
	if err := Update(context.Background(), dir, putting("a", "One.")); !errors.Is(err, ErrVersion) {
		t.Errorf("writing to it: %v", err)
	}
}

// TestReadOnly: an archive that may not be written to can be read, and a writer says so.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One."))
	if err := os.Remove(filepath.Join(dir, "lock")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o777)
	if got := holds(t, mustOpen(t, dir)); got != "a=One." {
		t.Error(got)
	}
	if f, err := os.Create(filepath.Join(dir, "x")); err == nil {
		f.Close()
		t.Skip("this user may write everywhere")
	}
	if err := Update(context.Background(), dir, putting("b", "Two.")); !errors.Is(err, os.ErrPermission) {
		t.Error(err)
	}
}
