package archive

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestPlaces reads a segment whose tail was written to lead out of it, with the right sum.
func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	files, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	good, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 * parts {
		for _, place := range []uint64{1 << 40, 1 << 63, uint64(len(good))} {
			bad := append([]byte(nil), good...)
			tail := bad[len(bad)-tailLen:]
			binary.LittleEndian.PutUint64(tail[8+20*(i/2)+8*(i%2):], place)
			binary.LittleEndian.PutUint32(tail[tailLen-4:], sum(tail[:tailLen-4]))
			if err := os.WriteFile(files[0], bad, 0o666); err != nil {
				t.Fatal(err)
			}
			if err := use(dir); !errors.Is(err, ErrDamaged) {
				t.Errorf("place %d is %d: %v", i, place, err)
			}
		}
	}
}

// TestPartsInside refuses a manifest that names files outside of its folder.
func TestPartsInside(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"", "../x.segment", "/dev/zero", "a/b.segment"} {
		m.Segments[0].File = file
		if err := os.WriteFile(filepath.Join(dir, manifestName), m.encode(), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := use(dir); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", file, err)
		}
	}
}
