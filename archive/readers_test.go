package archive

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestReadersWhileOneWrites: whoever opens an archive while it is changed again and again
// has one of its states, whole, and keeps it.
func TestReadersWhileOneWrites(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "archive")
	state := func(n int) Change {
		said := fmt.Sprintf("The pier of Lomm has %d berths for all ships of the north.", n)
		return putting("a", said, "b", said, fmt.Sprint("c", n%3), said)
	}
	mustUpdate(t, dir, state(0))
	report := normalize.Text("r", []byte("“The pier of Lomm has 7 berths for all ships of the north,” she said."))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for ctx.Err() == nil {
				if err := reads(dir, report); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	updates := 30
	if testing.Short() {
		updates = 6
	}
	for n := range updates {
		mustUpdate(t, dir, state(n))
	}
	cancel()
	wait.Wait()
}

// reads opens an archive in which all say the same, and checks a report twice.
func reads(dir string, report *text.Document) error {
	a, err := Open(dir)
	if err != nil {
		return err
	}
	defer a.Close()
	said := ""
	for e, err := range a.Entries() {
		if err != nil {
			return err
		}
		if e.Name != "a" && e.Name != "b" {
			continue // of an earlier state
		}
		if said != "" && said != e.Print {
			return fmt.Errorf("%q beside %q", said, e.Print)
		}
		said = e.Print
	}
	c, err := a.Checker(provenance.Options{})
	if err != nil {
		return err
	}
	for range 2 {
		if _, err := c.CheckContext(context.Background(), report); err != nil {
			return err
		}
	}
	return a.Verify()
}
