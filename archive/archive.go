// Package archive keeps very many transcripts on disk, so that a report is checked
// against them without reading and indexing them first.
//
// [Update] puts transcripts into a folder, and [Open] opens it without reading them,
// however many there are. A [Checker] picks, for the quotes of a report, the
// transcripts that any of them may have come from, reads those alone, and holds the
// report to them: what it finds is what a [provenance.Checker] of all finds.
//
// # What lies in the folder
//
// Segments, files that are written once and never changed, and a manifest that names
// them. A segment holds some thousand transcripts as they were read, compressed, and a
// sieve ([align.Sieve]) that tells which of them have which words. Whoever changes the
// archive writes new segments beside the old ones, brings all of it to the disk, and
// renames a new manifest over the old one: before that the archive is as it was, after
// it as it shall be, wherever the program or the machine was stopped. Readers hold what
// they have opened and see nothing of it. A transcript that is replaced or removed
// costs a new segment for the others in its own, some seconds at the most; small
// segments are put together when there are many. Two writers are kept apart by a lock
// that ends with its process.
//
// Each part has a checksum, each word's list of sentences too, which is looked at when
// that is read: a file that was cut short, a byte that has changed and another version
// are errors that name the file. [Archive.Verify] reads everything.
//
// A database was tried instead (bbolt 1.4): it is as safe and simpler here, but while
// one process writes no other can open it.
package archive

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/provenance"
)

// ErrDamaged says that a file of an archive is not as it was written, ErrVersion that
// another version of this package wrote it, so that it has to be made anew, ErrLocked that
// another process is writing.
var (
	ErrDamaged = align.ErrDamaged
	ErrVersion = errors.New("written by another version of this program; make the archive anew")
	ErrLocked  = errors.New("another process is writing to it")
)

// An Archive is one that was opened. It stays as it was then, whatever is written to
// the folder, and may be used from several goroutines.
type Archive struct {
	dir      string
	segments []*Segment
	missing  []Missing
}

// Is reports whether a folder holds an archive, damaged or not: a manifest, and segments
// or nothing else, or one that begins as they do. Other files may have the manifest's name.
func Is(dir string) bool {
	entries, err := os.ReadDir(dir)
	manifest, segment, other := false, false, false
	for _, e := range entries {
		switch name := e.Name(); {
		case name == manifestName:
			manifest = true
		case filepath.Ext(name) == segmentExt:
			segment = true
		case name != "lock" && name != manifestName+".new" && !strings.HasPrefix(name, "."):
			other = true
		}
	}
	return err == nil && manifest && (segment || !other || begun(filepath.Join(dir, manifestName)))
}

// Open opens the archive in a folder. It reads a few bytes of each segment.
func Open(dir string) (*Archive, error) {
	for try := 0; ; try++ {
		a, err := open(dir)
		// Where a writer has put another manifest there in between, what the first one
		// names may be gone.
		if errors.Is(err, os.ErrNotExist) && Is(dir) && try < 5 {
			continue
		}
		return a, err
	}
}

func open(dir string) (*Archive, error) {
	m, err := readManifest(dir)
	if err != nil {
		return nil, err
	}
	a := &Archive{dir: dir, missing: m.Missing}
	for _, s := range m.Segments {
		g, err := OpenSegment(dir, s)
		if err != nil {
			a.Close()
			return nil, err
		}
		a.segments = append(a.segments, g)
	}
	return a, nil
}

// Close gives back the files. What was read of the archive stays, the Archive and its
// Checkers cannot be used any more.
func (a *Archive) Close() error {
	var errs []error
	for _, g := range a.segments {
		errs = append(errs, g.Close())
	}
	a.segments = nil
	return errors.Join(errs...)
}

// Len is the number of transcripts.
func (a *Archive) Len() int {
	n := 0
	for _, g := range a.segments {
		n += g.documents
	}
	return n
}

// Missing are the files that it was to hold and does not, as [Change] told of them.
func (a *Archive) Missing() []Missing { return slices.Clone(a.missing) }

// size is how many bytes the files of all transcripts have.
func (a *Archive) size() int {
	n := 0
	for _, g := range a.segments {
		n += g.text
	}
	return n
}

// onDisk is how many bytes the segments have.
func (a *Archive) onDisk() int {
	n := 0
	for _, g := range a.segments {
		n += len(g.data)
	}
	return n
}

// An Entry tells of a transcript in an archive.
type Entry struct {
	Name, Title string
	Print       string // as it was put
	Size        int    // of its file, in bytes
}

// Entries are those of all transcripts, in no particular order.
func (a *Archive) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, g := range a.segments {
			entries, err := g.list()
			if err != nil {
				yield(Entry{}, err)
				return
			}
			for _, e := range entries {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

// list is its entries.
func (g *Segment) list() (out []Entry, err error) {
	err = g.guarded(func() error {
		out, err = g.entries()
		return err
	})
	return out, err
}

// Verify reads everything, and tells what is damaged.
func (a *Archive) Verify() error {
	var errs []error
	for _, g := range a.segments {
		errs = append(errs, g.guarded(g.verify))
	}
	return errors.Join(errs...)
}

func (g *Segment) verify() error {
	_, err := g.part(theSieve)
	_, err2 := g.sieve()
	_, err3 := g.among()
	_, err4 := g.entries()
	errs := []error{err, err2, err3, err4}
	for i := range g.documents {
		_, err := g.transcript(i)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// among is what is known of all transcripts.
func (a *Archive) among() (*provenance.Among, error) {
	all := &provenance.Among{}
	for _, g := range a.segments {
		one, err := g.Among()
		if err != nil {
			return nil, err
		}
		all.Add(one)
	}
	all.Named = func(yield func(name, title string) bool) {
		for e, err := range a.Entries() {
			if err != nil || !yield(e.Name, e.Title) {
				return
			}
		}
	}
	return all, nil
}

func damaged(file, what string) error { return fmt.Errorf("%s: %s: %w", file, what, ErrDamaged) }
