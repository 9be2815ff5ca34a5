package archive

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// A cutDisk does so many steps and then none: the power is off, or the disk is full.
// A write that is cut is done by half. What was written and not brought to the disk is
// gone when the power goes.
type cutDisk struct {
	steps    int
	unsynced map[string]bool
}

var errCut = errors.New("cut")

func (d *cutDisk) step() error {
	if d.steps--; d.steps < 0 {
		return errCut
	}
	return nil
}

func (d *cutDisk) create(name string) (file, error) {
	if err := d.step(); err != nil {
		return nil, err
	}
	f, err := os.Create(name)
	d.unsynced[name] = true
	return &cutFile{f, d, name}, err
}

func (d *cutDisk) rename(from, to string) error {
	if err := d.step(); err != nil {
		return err
	}
	if d.unsynced[from] {
		delete(d.unsynced, from)
		d.unsynced[to] = true
	}
	return os.Rename(from, to)
}

func (d *cutDisk) remove(name string) error {
	if err := d.step(); err != nil {
		return err
	}
	return os.Remove(name)
}

func (d *cutDisk) syncDir(string) error { return d.step() }

// off is what the disk has when the power comes back.
func (d *cutDisk) off() {
	for name := range d.unsynced {
		_ = os.Truncate(name, 0)
	}
}

type cutFile struct {
	*os.File
	disk *cutDisk
	name string
}

func (f *cutFile) Write(b []byte) (int, error) {
	if err := f.disk.step(); err != nil {
		n, _ := f.File.Write(b[:len(b)/2])
		return n, err
	}
	return f.File.Write(b)
}

func (f *cutFile) Sync() error {
	if err := f.disk.step(); err != nil {
		return err
	}
	delete(f.disk.unsynced, f.name)
	return nil
}

// TestCutAtEveryStep stops an update after each of the steps that it takes on the disk:
// the archive is as it was, or as it shall be, and the next update goes through.
func TestCutAtEveryStep(t *testing.T) {
	change := putting("b", "Other.", "c", "Three.")
	change.Remove = []string{"a"}
	const before, after = "a=One. b=Two. x=Four.", "b=Other. c=Three. x=Four."
	for _, powerOff := range []bool{false, true} {
		seen := map[string]int{}
		for steps := 0; ; steps++ {
			dir := filepath.Join(t.TempDir(), "archive")
			mustUpdate(t, dir, putting("a", "One.", "b", "Two."))
			mustUpdate(t, dir, putting("x", "Four."))
			d := &cutDisk{steps: steps, unsynced: map[string]bool{}}
			err := update(context.Background(), d, dir, change)
			if err != nil && !errors.Is(err, errCut) {
				t.Fatal(err)
			}
			if powerOff {
				d.off()
			}
			got := holds(t, mustOpen(t, dir))
			if got != before && got != after {
				t.Errorf("cut after %d steps: %s", steps, got)
			}
			seen[got]++
			mustUpdate(t, dir, putting("y", "Five."))
			if again := holds(t, mustOpen(t, dir)); again != got+" y=Five." {
				t.Errorf("cut after %d steps and changed again: %s", steps, again)
			}
			if err == nil && d.steps > 0 {
				break
			}
		}
		if seen[before] < 5 || seen[after] < 2 {
			t.Errorf("cuts left these states: %v", seen)
		}
	}
}

// A fullDisk has no space for what is written.
type fullDisk struct{ realDisk }

func (fullDisk) create(string) (file, error) { return os.OpenFile("/dev/full", os.O_WRONLY, 0) }

// TestNoSpace: where the disk is full the error says so, and the archive is as it was.
func TestNoSpace(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("this system has no /dev/full")
	}
	dir := filepath.Join(t.TempDir(), "archive")
	mustUpdate(t, dir, putting("a", "One."))
	before, _ := filepath.Glob(filepath.Join(dir, "*"))
	err := update(context.Background(), fullDisk{}, dir, putting("b", "Two."))
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("no space: %v", err)
	}
	after, _ := filepath.Glob(filepath.Join(dir, "*"))
	if got := holds(t, mustOpen(t, dir)); got != "a=One." || !slices.Equal(before, after) {
		t.Errorf("it holds %s, and the folder %v", got, after)
	}
}
