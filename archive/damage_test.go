package archive

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
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

// TestOtherVersion: what a newer version wrote, and what an older one did, is neither
// read nor written to.
func TestOtherVersion(t *testing.T) {
	for _, v := range []int{version - 1, version + 1} {
		dir := t.TempDir()
		m := manifest{Version: v}
		if err := writeManifest(dir, &m); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrVersion) || !strings.Contains(err.Error(), dir) {
			t.Error(err)
		}
		if err := Update(context.Background(), dir, putting("a", "One.")); !errors.Is(err, ErrVersion) {
			t.Errorf("writing to it: %v", err)
		}
	}
}

// TestOtherVersionOfASegment: the manifest is of this version, a segment of another.
func TestOtherVersionOfASegment(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One."))
	files, _ := filepath.Glob(filepath.Join(dir, "*.segment"))
	for _, v := range []uint64{version - 1, version + 1} {
		b, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		binary.LittleEndian.PutUint64(b[len(b)-tailLen:], v)
		if err := os.WriteFile(files[0], b, 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir); !errors.Is(err, ErrVersion) || !strings.Contains(err.Error(), files[0]) {
			t.Error(err)
		}
	}
}

// TestDamageFoundByAQuote: what is looked at only when a quote asks for it is told then.
func TestDamageFoundByAQuote(t *testing.T) {
	const said = "The pier of Lomm is open to all ships."
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", said))
	files, _ := filepath.Glob(filepath.Join(dir, "*.segment"))
	good, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	report := normalize.Text("r", []byte("“"+said+"” she said."))
	told := 0
	for i := len(heading); i < len(good)-tailLen; i++ {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x10
		if err := os.WriteFile(files[0], bad, 0o666); err != nil {
			t.Fatal(err)
		}
		a := mustOpen(t, dir)
		c, err := a.Checker(provenance.Options{})
		if err == nil {
			_, err = c.CheckContext(context.Background(), report)
		}
		if err != nil {
			told++
			if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), dir) {
				t.Errorf("byte %d: %v", i, err)
			}
		}
		_ = a.Close()
	}
	if told < len(good)/2 {
		t.Errorf("damage of %d bytes of %d was told", told, len(good))
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
