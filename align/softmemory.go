package align

import (
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
	loom       loom
}

var memories = sync.Pool{New: func() any { return &memory{} }}

// reset forgets everything, and makes room for the forms and stems of a vocabulary.
func (m *memory) reset(words *lexicon.Vocabulary) {
	for _, f := range m.compared {
		m.forms[f] = 0
	}
	for _, st := range m.relatives {
		m.related[st] = false
	}
	m.compared, m.relatives = m.compared[:0], m.relatives[:0]
	m.likenesses, m.links = m.likenesses[:0], m.links[:0]
	if n := words.Len(); len(m.forms) < n {
		m.forms = make([]uint32, n+n/8)
	}
	if n := words.Stems(); len(m.related) < n {
		m.related = make([]bool, n+n/8)
	}
}

// relate notes a stem that may stand for one of the quote's.
func (m *memory) relate(stem uint32) {
	if !m.related[stem] {
		m.related[stem] = true
		m.relatives = append(m.relatives, stem)
	}
}
