package align

import (
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// A memory is what a search keeps by form, by stem and from one pairing to the next.
// Searches hand it on, so that most of them allocate next to nothing for it.
type memory struct {
	forms      []uint32 // by form: its likeness, counted from 1; 0 where it was not compared
	compared   []uint32 // the forms that were
	likenesses []likeness
	links      []link // of the likenesses
	related    []bool // by stem: it may stand for one of the quote's
	relatives  []uint32
	sentences  []uint32 // by number in the index: its place in read, counted from 1; 0 where it was not
	looked     []int    // those that were
	read       []sentence
	likest     []uint8 // of the sentences
	tokens     []token // of the sentences and pieces
	tied       []link  // of the pieces
	tally      tally
	linked     []bool
	fresh      []source // to be given out; what was stays with whoever has it
	inputs     []int32
	loom       loom
}

var memories = sync.Pool{New: func() any { return &memory{} }}

// reset forgets everything, and makes room for the sentences of an index and the forms
// and stems of a vocabulary.
func (m *memory) reset(ix *Index, words *lexicon.Vocabulary) {
	for _, f := range m.compared {
		m.forms[f] = 0
	}
	for _, st := range m.relatives {
		m.related[st] = false
	}
	for _, n := range m.looked {
		m.sentences[n] = 0
	}
	m.compared, m.relatives, m.looked = m.compared[:0], m.relatives[:0], m.looked[:0]
	m.likenesses, m.links = m.likenesses[:0], m.links[:0]
	m.read, m.likest = m.read[:0], m.likest[:0]
	m.tokens, m.tied = m.tokens[:0], m.tied[:0]
	if n := words.Len(); len(m.forms) < n {
		m.forms = make([]uint32, n+n/8)
	}
	if n := words.Stems(); len(m.related) < n {
		m.related = make([]bool, n+n/8)
	}
	if n := len(ix.sentences); len(m.sentences) < n {
		m.sentences = make([]uint32, n+n/8)
	}
}

// kept is a copy of lists, one behind the other, at the end of a row that a memory keeps.
func kept[T any](row *[]T, lists ...[]T) []T {
	from := len(*row)
	for _, list := range lists {
		*row = append(*row, list...)
	}
	return (*row)[from:len(*row):len(*row)]
}

// source is a new source. Many at a time are made.
func (m *memory) source() *source {
	if len(m.fresh) == 0 {
		m.fresh = make([]source, 32)
	}
	src := &m.fresh[0]
	m.fresh = m.fresh[1:]
	return src
}

// bytes are n bytes, all 0, for the sentences.
func (m *memory) bytes(n int) []uint8 {
	from := len(m.likest)
	m.likest = slices.Grow(m.likest, n)[:from+n]
	clear(m.likest[from:])
	return m.likest[from : from+n : from+n]
}

// relate notes a stem that may stand for one of the quote's.
func (m *memory) relate(stem uint32) {
	if !m.related[stem] {
		m.related[stem] = true
		m.relatives = append(m.relatives, stem)
	}
}
