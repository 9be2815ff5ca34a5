package archive

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
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

// TestCutWhileOpen cuts a file that a reader has open: each use of it is an error that
// says so, and the process goes on.
func TestCutWhileOpen(t *testing.T) {
	report := normalize.Text("report.txt", []byte("“The pier of Lomm is open to all ships,” Mr. Name said."))
	uses := map[string]func(a *Archive, c *Checker) error{
		"check":  func(_ *Archive, c *Checker) error { _, err := c.CheckContext(context.Background(), report); return err },
		"again":  func(a *Archive, _ *Checker) error { _, err := a.Checker(provenance.Options{}); return err },
		"verify": func(a *Archive, _ *Checker) error { return a.Verify() },
		"stale":  func(a *Archive, _ *Checker) error { _, _, err := a.Stale(nil); return err },
	}
	for name, use := range uses {
		_, a, cut := cutOpen(t, 0)
		c, err := a.Checker(provenance.Options{})
		if err != nil {
			t.Fatal(err)
		}
		cut()
		for range 2 {
			if err := use(a, c); !errors.Is(err, ErrDamaged) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestGuardedLetsPanicsThrough: a fault of the program is none of a file.
func TestGuardedLetsPanicsThrough(t *testing.T) {
	defer func() {
		if v := recover(); v != "mine" {
			t.Errorf("recovered %v", v)
		}
	}()
	_ = guarded("x", func() error { panic("mine") })
}
