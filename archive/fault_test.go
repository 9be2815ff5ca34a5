package archive

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// cutOpen makes an archive of transcripts that are larger than a page of memory, hands it
// over opened, and then cuts its segment to so many bytes.
func cutOpen(t *testing.T, to int64) (dir string, a *Archive, cut func()) {
	t.Helper()
	dir = t.TempDir()
	long := strings.Repeat("The pier of Lomm is open to all ships. ", 2000)
	mustUpdate(t, dir, putting("a", long, "b", "MR. NAME: Nobody came to the pier."))
	files, err := filepath.Glob(filepath.Join(dir, "*.segment"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	return dir, mustOpen(t, dir), func() {
		if err := os.Truncate(files[0], to); err != nil {
			t.Skip("a file that is open cannot be cut here: ", err)
		}
	}
}

// usesOfAnArchive are the ways to read one that is open, with a checker or without.
func usesOfAnArchive() map[string]func(*Archive, *Checker) error {
	report := normalize.Text("report.txt", []byte("“The pier of Lomm is open to all ships,” Mr. Name said."))
	return map[string]func(*Archive, *Checker) error{
		"check":  func(_ *Archive, c *Checker) error { _, err := c.CheckContext(context.Background(), report); return err },
		"again":  func(a *Archive, _ *Checker) error { _, err := a.Checker(provenance.Options{}); return err },
		"verify": func(a *Archive, _ *Checker) error { return a.Verify() },
		"stale":  func(a *Archive, _ *Checker) error { _, _, err := a.Stale(nil); return err },
	}
}

// TestCutWhileOpen cuts a file that a reader has open, or overwrites it: each use of it
// is an error that names it, and the process goes on.
func TestCutWhileOpen(t *testing.T) {
	for name, use := range usesOfAnArchive() {
		for _, used := range []bool{false, true} {
			for _, over := range []bool{false, true} {
				dir, a, cut := cutOpen(t, 0)
				c, err := a.Checker(provenance.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if used {
					if err := use(a, c); err != nil {
						t.Fatal(err)
					}
				}
				if over {
					cut = func() { overwrite(t, a.segments[0].file) }
				}
				cut()
				for range 2 {
					err := use(a, c)
					if !errors.Is(err, ErrDamaged) || !strings.HasPrefix(err.Error(), filepath.Join(dir, "00000001.segment: ")) {
						t.Errorf("%s, used before: %v, overwritten: %v: %v", name, used, over, err)
					}
				}
			}
		}
	}
}

// overwrite puts other bytes in the place of those of a file.
func overwrite(t *testing.T, file string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range b {
		b[i] ^= 0x5a
	}
	inPlace(t, file, b)
}

// inPlace writes a file anew, without the rename that would leave the old one to those who
// have it open, and at another time than any before.
func inPlace(t *testing.T, file string, b []byte) {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, time.Time{}, info.ModTime().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
}

// usesOfASegment are all ways to read one by itself.
func usesOfASegment() map[string]func(*Segment) error {
	d := normalize.Text("q", []byte("the pier of Lomm is open"))
	pier := align.Ask(align.Query{Document: d, Spans: []text.Span{{Start: 0, End: len(d.Text)}}})
	pier.Counts = make([]int, len(pier.Stems()))
	for i := range pier.Counts {
		pier.Counts[i] = 1
	}
	return map[string]func(*Segment) error{
		"among":      func(g *Segment) error { _, err := g.Among(); return err },
		"counts":     func(g *Segment) error { _, err := g.Counts(pier.Stems()); return err },
		"shortlists": func(g *Segment) error { _, err := g.Shortlists(pier, 0); return err },
		"transcript": func(g *Segment) error { _, err := g.Transcript(0); return err },
	}
}

// TestSegmentCutWhileOpen cuts a segment that was opened by itself, as workers of a
// cluster open them, before each use and after it.
func TestSegmentCutWhileOpen(t *testing.T) {
	for name, use := range usesOfASegment() {
		for _, used := range []bool{false, true} {
			dir, _, cut := cutOpen(t, 0)
			parts, _, err := Parts(dir)
			if err != nil {
				t.Fatal(err)
			}
			g, err := OpenSegment(dir, parts[0])
			if err != nil {
				t.Fatal(err)
			}
			defer g.Close()
			if used {
				if err := use(g); err != nil {
					t.Fatal(err)
				}
			}
			cut()
			if err := use(g); !errors.Is(err, ErrDamaged) || !strings.HasPrefix(err.Error(), g.file+": ") {
				t.Errorf("%s, used before: %v: %v", name, used, err)
			}
		}
	}
}

// TestOverwrittenWhileOpen overwrites a segment with as many other bytes, before each use
// of it and after: that is damage, and no fault of the program. Written anew as it was,
// though, it is read.
func TestOverwrittenWhileOpen(t *testing.T) {
	dir, _, _ := cutOpen(t, 0)
	parts, _, err := Parts(dir)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, parts[0].File)
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	for i := range flipped {
		flipped[i] ^= 0x5a
	}
	for what, bad := range map[string][]byte{
		"zeros": make([]byte, len(good)), "ones": bytes.Repeat([]byte{0xff}, len(good)), "flipped": flipped,
	} {
		for name, use := range usesOfASegment() {
			for _, used := range []bool{false, true} {
				inPlace(t, file, good)
				g, err := OpenSegment(dir, parts[0])
				if err != nil {
					t.Fatal(err)
				}
				if used {
					if err := use(g); err != nil {
						t.Fatal(err)
					}
				}
				inPlace(t, file, good)
				if err := use(g); err != nil {
					t.Errorf("%s, written as it was: %v", name, err)
				}
				inPlace(t, file, bad)
				if err := use(g); !errors.Is(err, ErrDamaged) || !strings.HasPrefix(err.Error(), file+": ") {
					t.Errorf("%s, %s, used before: %v: %v", name, what, used, err)
				}
				_ = g.Close()
			}
		}
	}
}

// TestGuardedLetsPanicsThrough: a fault of the program is none of a file.
func TestGuardedLetsPanicsThrough(t *testing.T) {
	_, a, _ := cutOpen(t, 0)
	defer func() {
		if v := recover(); v != "mine" {
			t.Errorf("recovered %v", v)
		}
	}()
	_ = guarded(a.segments, func() error { panic("mine") })
}

// TestWrittenWhileRead: what is read while other bytes are in the file, which has its own
// again when it is looked at, is read once more.
func TestWrittenWhileRead(t *testing.T) {
	_, a, _ := cutOpen(t, 0)
	g := a.segments[0]
	good, err := os.ReadFile(g.file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		written int // in the first of so many readings
		panics  bool
		reads   int
		want    error
	}{
		{0, false, 1, nil}, {1, false, 2, nil}, {3, false, 4, nil}, {1, true, 2, nil}, {99, false, tries, ErrDamaged},
	} {
		reads := 0
		var got []byte
		err := g.guarded(func() error {
			reads++
			if reads > c.written {
				got = bytes.Clone(g.data)
				return nil
			}
			overwrite(t, g.file)
			got = bytes.Clone(g.data)
			inPlace(t, g.file, good)
			if c.panics {
				panic("of what was read")
			}
			return nil
		})
		if reads != c.reads || !errors.Is(err, c.want) || err == nil && !bytes.Equal(got, good) {
			t.Errorf("written %d times: read %d times, as it was: %v: %v", c.written, reads, bytes.Equal(got, good), err)
		}
	}
}

// TestRestored: a file that was cut and then written again as it was is read, whatever was
// asked of it in between.
func TestRestored(t *testing.T) {
	for name, use := range usesOfAnArchive() {
		_, a, cut := cutOpen(t, 0)
		c, err := a.Checker(provenance.Options{})
		if err != nil {
			t.Fatal(err)
		}
		good, err := os.ReadFile(a.segments[0].file)
		if err != nil {
			t.Fatal(err)
		}
		cut()
		if err := use(a, c); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
		inPlace(t, a.segments[0].file, good)
		if err := use(a, c); err != nil {
			t.Errorf("%s, restored: %v", name, err)
		}
	}
}
