package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/quoteprov/quoteprov/internal/ordered"
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
}

// take is the transcripts as they are now. The error is that of a pattern that no
// file matches.
func (s *stock) take(excerpt bool) (*desk.Shelf, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sources, err := s.in.sources(s.against)
	if err != nil {
		return nil, err
	}
	var now []stamp
	for _, x := range sources {
		now = append(now, stampsOf(x.name)...)
	}
	if s.shelf == nil || !slices.Equal(now, s.stamps) {
		s.read(sources)
		s.stamps, s.shelf = now, map[bool]*desk.Shelf{}
	}
	if s.shelf[excerpt] == nil {
		s.shelf[excerpt] = s.index(sources, excerpt)
	}
	return s.shelf[excerpt], nil
}

// stampsOf are those of a file and of what may stand beside it.
func stampsOf(name string) (out []stamp) {
	for _, n := range []string{name, name + ".meta.json", strings.TrimSuffix(name, filepath.Ext(name)) + ".meta.json"} {
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
		s.in.note(err)
		return out
	}
	if p, known := s.in.problem(x, err); known {
		out.problem = &p
	}
	return out
}

func (s *stock) index(sources []source, excerpt bool) *desk.Shelf {
	var docs []*text.Document
	var problems []record.Problem
	for _, x := range sources {
		switch k := s.kept[x.name]; {
		case k.doc != nil:
			docs = append(docs, k.doc)
		case k.problem != nil:
			problems = append(problems, *k.problem)
		}
	}
	o := s.options
	o.Excerpt = excerpt
	return desk.NewShelf(docs, problems, o)
}
