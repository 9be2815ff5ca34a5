package main

import (
	"io"
	"os"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/quoteprov/quoteprov/internal/ordered"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
	"github.com/quoteprov/quoteprov/web/desk"
)

// A stock is the transcripts of a server. They are read and indexed when they are
// first wanted, and again when the size or the time of one of the files is another
// than it was: of those that changed the text is read again, of all the index made.
// A change that leaves both as they were is not seen.
type stock struct {
	in      *inputs
	against []string
	options provenance.Options

	mu     sync.Mutex
	kept   map[string]stocked
	stamps []stamp // of all files, when the shelves were made
	unread record.Record
	shelf  map[bool]*desk.Shelf
}

// A stamp tells a file from what it was before.
type stamp struct {
	name     string
	size     int64
	modified time.Time
}

// stocked is a transcript that was read, or why it could not be.
type stocked struct {
	stamps  []stamp // of the file and what stands beside it
	doc     *text.Document
	problem *record.Problem
	skipped *record.Skipped // it is no input
}

// take is the transcripts as they are now. The error is that of a pattern that no
// file matches.
func (s *stock) take(excerpt bool) (*desk.Shelf, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sources, unread, err := s.list()
	if err != nil {
		return nil, err
	}
	var now []stamp
	for _, x := range sources {
		now = append(now, stampsOf(x.name)...)
	}
	if s.shelf == nil || !slices.Equal(now, s.stamps) || !sameUnread(unread, s.unread) {
		s.read(sources)
		s.stamps, s.unread, s.shelf = now, unread, map[bool]*desk.Shelf{}
	}
	if s.shelf[excerpt] == nil {
		s.shelf[excerpt] = s.index(sources, excerpt)
	}
	return s.shelf[excerpt], nil
}

// list finds the files, and what else lies in the folders, of which it tells once.
func (s *stock) list() ([]source, record.Record, error) {
	walk := &inputs{std: s.in.std, max: s.in.max, follow: s.in.follow, silent: s.in.silent}
	if s.shelf != nil {
		walk.std.err, walk.silent = &guard{io.Discard}, true
	}
	sources, err := walk.sources(s.against)
	return sources, record.Record{Errors: walk.broken, Skipped: walk.skipped}, err
}

func sameUnread(a, b record.Record) bool {
	return slices.Equal(a.Errors, b.Errors) && slices.Equal(a.Skipped, b.Skipped)
}

// stampsOf are those of a file and of what may stand beside it.
func stampsOf(name string) (out []stamp) {
	sides := regular.Sides(name)
	for _, n := range append(sides[:], name) {
		x := stamp{name: n, size: -1} // it is not there
		if info, err := os.Stat(n); err == nil {
			x.size, x.modified = info.Size(), info.ModTime()
		}
		out = append(out, x)
	}
	return out
}

// read reads the files that are new or have changed, and forgets those that went.
func (s *stock) read(sources []source) {
	old := s.kept
	s.kept = map[string]stocked{}
	var changed []source
	for _, x := range sources {
		k, ok := old[x.name]
		if ok && slices.Equal(k.stamps, stampsOf(x.name)) {
			s.kept[x.name] = k
			continue
		}
		changed = append(changed, x)
	}
	i := 0
	for k := range ordered.Map(slices.Values(changed), runtime.GOMAXPROCS(0), s.open) {
		s.kept[changed[i].name] = k
		i++
	}
}

// open reads one file, and tells of what is wrong with it.
func (s *stock) open(x source) stocked {
	out := stocked{stamps: stampsOf(x.name)}
	d, err := x.open()
	out.doc = d
	if d != nil {
		return out
	}
	if p, known := s.in.problem(x, err); known {
		out.problem = &p
	} else {
		why := skipped(x.name, plainError(err))
		out.skipped = &why
	}
	return out
}

func (s *stock) index(sources []source, excerpt bool) *desk.Shelf {
	var docs []*text.Document
	unread := record.Record{Errors: slices.Clone(s.unread.Errors), Skipped: slices.Clone(s.unread.Skipped)}
	for _, x := range sources {
		switch k := s.kept[x.name]; {
		case k.doc != nil:
			docs = append(docs, k.doc)
		case k.problem != nil:
			unread.Errors = append(unread.Errors, *k.problem)
		case k.skipped != nil:
			unread.Skipped = append(unread.Skipped, *k.skipped)
		}
	}
	o := s.options
	o.Excerpt = excerpt
	return desk.NewShelf(docs, unread, o, s.in.limits)
}
