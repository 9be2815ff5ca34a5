package main

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// A library is the transcripts that were named on the command line.
type library struct {
	docs   []*text.Document
	opts   provenance.Options
	limits formats.Limits // of the texts of calls
	all    *shelf

	mu     sync.Mutex
	recent []*shelf // of some of them, the newest last
}

// A shelf is transcripts that texts are held to together.
type shelf struct {
	key     string // which they are
	ready   func()
	checker *provenance.Checker
	maker   *record.Maker
}

// mostShelves is how many choices of transcripts are kept indexed beside the whole.
const mostShelves = 8

func newLibrary(docs []*text.Document, opts provenance.Options) *library {
	l := &library{docs: docs, opts: opts}
	l.all = l.shelve("", docs)
	l.all.ready()
	return l
}

// shelve is a shelf that is indexed when it is first asked for.
func (l *library) shelve(key string, docs []*text.Document) *shelf {
	s := &shelf{key: key}
	s.ready = sync.OnceFunc(func() {
		s.checker = provenance.New(docs, l.opts)
		s.maker = record.NewMaker(s.checker.Transcripts())
	})
	return s
}

// some is the shelf of the transcripts of these names, of all where there are none.
// A name that is none of theirs, or of several, is an error that tells which there are.
func (l *library) some(names []string) (*shelf, error) {
	if len(l.docs) == 0 {
		return nil, errors.New("there is no transcript to hold anything to: " +
			"whoever starts this server names them, with -against FILE or FOLDER")
	}
	if len(names) == 0 {
		return l.all, nil
	}
	var chosen []int
	for _, name := range names {
		i, err := l.find(name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(chosen, i) {
			chosen = append(chosen, i)
		}
	}
	s := l.shelf(chosen)
	s.ready()
	return s, nil
}

// shelf is the shelf of the chosen transcripts: one of the recent ones, or a new one.
func (l *library) shelf(chosen []int) *shelf {
	var key strings.Builder
	var docs []*text.Document
	for _, i := range chosen {
		key.WriteString(strconv.Itoa(i) + " ")
		docs = append(docs, l.docs[i])
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	at := slices.IndexFunc(l.recent, func(s *shelf) bool { return s.key == key.String() })
	if at < 0 {
		l.recent = append(l.recent, l.shelve(key.String(), docs))
		l.recent = l.recent[max(0, len(l.recent)-mostShelves):]
		return l.recent[len(l.recent)-1]
	}
	s := l.recent[at]
	l.recent = append(slices.Delete(l.recent, at, at+1), s)
	return s
}

// find is the number of the transcript of this name: its whole name, or the end of it
// that no other has, with or without the extension.
func (l *library) find(name string) (int, error) {
	var found []int
	for i, d := range l.docs {
		if d.Name == name {
			return i, nil
		}
		if endsWith(d.Name, name) || endsWith(strings.TrimSuffix(d.Name, path.Ext(d.Name)), name) {
			found = append(found, i)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		return 0, fmt.Errorf("%q may be several of the transcripts: %s", name, l.names(found))
	}
	return 0, fmt.Errorf("%q is none of the transcripts; there are: %s", name, l.names(nil))
}

// endsWith reports whether a path ends with the whole names of another, or is it.
func endsWith(name, end string) bool {
	return end != "" && (name == end || strings.HasSuffix(name, "/"+end))
}

// mostNamed is how many transcripts a message names.
const mostNamed = 40

// names lists transcripts, all where which is nil.
func (l *library) names(which []int) string {
	var out []string
	for i, d := range l.docs {
		if which == nil || slices.Contains(which, i) {
			out = append(out, display.Safe(d.Name))
		}
	}
	if n := len(out); n > mostNamed {
		out = append(out[:mostNamed], fmt.Sprintf("and %d more", n-mostNamed))
	}
	return strings.Join(out, ", ")
}
