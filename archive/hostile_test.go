package archive

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
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
	for _, file := range []string{
		"", "../x.segment", "/dev/zero", "a/b.segment", "lock", "1.segment", "00000000.segment", "00000002.segment",
		"00000001.segment\n", "00000001.segment\x00",
	} {
		m.Segments[0].File = file
		if err := writeManifest(dir, m); err != nil {
			t.Fatal(err)
		}
		if err := use(dir); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", file, err)
		}
	}
}

// writeManifest writes one whose sum is right.
func writeManifest(dir string, m *manifest) error {
	b, err := m.encode()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, manifestName), b, 0o666)
}

// TestSegmentTwice refuses a manifest that names a segment twice before it opens any: one
// of 20,000 lines that are all the same would be read for a minute.
func TestSegmentTwice(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships."))
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	m.Segments = slices.Repeat(m.Segments, 20_000)
	if err := writeManifest(dir, m); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, m.Segments[0].File)); err != nil {
		t.Fatal(err)
	}
	_, _, err = Parts(dir)
	for _, err := range []error{use(dir), Update(context.Background(), dir, Change{}), err} {
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "manifest.json: 00000001.segment is there twice") {
			t.Error(err)
		}
	}
}

// TestManifestOfWrongNumbers: numbers that no writer puts there, with the right sum.
func TestManifestOfWrongNumbers(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "The pier of Lomm is open to all ships.", "b", "Bread is dear."))
	const huge = math.MaxInt64
	for i, wrong := range []func(*manifest){
		func(m *manifest) { m.Next = -1 },
		func(m *manifest) { m.Next = huge },
		func(m *manifest) { m.Next = 0 }, // the next segment would be written over one that is read
		func(m *manifest) { m.Segments[0].Documents = 1 << 60 },
		func(m *manifest) { m.Segments[0].Documents = 0 },
		func(m *manifest) { m.Segments[0].Documents = -1 },
		func(m *manifest) { m.Segments[0].Documents = 1 },
		func(m *manifest) { m.Segments[0].Bytes = huge },
		func(m *manifest) { m.Segments[0].Bytes = -1 },
		func(m *manifest) { m.Segments[0].Text = huge },
		func(m *manifest) { m.Segments[0].Text = -1 },
		func(m *manifest) { m.Segments[0].Text = 1 }, // so that all of it would be kept in memory
	} {
		m, err := readManifest(dir)
		if err != nil {
			t.Fatal(err)
		}
		good := *m
		good.Segments = slices.Clone(m.Segments)
		wrong(m)
		if err := writeManifest(dir, m); err != nil {
			t.Fatal(err)
		}
		err = use(dir)
		if err == nil {
			_, err = checked(dir, "“The pier of Lomm is open to all ships,” she said. “Bread is dear.”")
		}
		if !errors.Is(err, ErrDamaged) {
			t.Errorf("%d: %v", i, err)
		}
		if err := writeManifest(dir, &good); err != nil {
			t.Fatal(err)
		}
	}
}

// checked is what an archive says of a report.
func checked(dir, report string) (*provenance.Report, error) {
	a, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer a.Close()
	c, err := a.Checker(provenance.Options{})
	if err != nil {
		return nil, err
	}
	return c.CheckContext(context.Background(), normalize.Text("r", []byte(report)))
}

// TestLinkInTheWay: an update writes into no file that somebody has put there.
func TestLinkInTheWay(t *testing.T) {
	dir, mine := t.TempDir(), filepath.Join(t.TempDir(), "mine")
	if err := os.WriteFile(mine, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{segmentName(1), manifestName + ".new"} {
		if err := os.Symlink(mine, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	mustUpdate(t, dir, putting("a", "One."))
	if b, err := os.ReadFile(mine); err != nil || string(b) != "mine" {
		t.Errorf("%q, %v", b, err)
	}
	if got := holds(t, mustOpen(t, dir)); got != "a=One." {
		t.Error(got)
	}
}
