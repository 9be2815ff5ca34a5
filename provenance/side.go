package provenance

import (
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// A side is a run of words of one document, with what is known of each.
type side struct {
	d      *text.Document
	words  *lexicon.Vocabulary
	tokens []atom
	mates  [][]mate
	inside []bool
	told   []bool
	excuse []bool
	home   []int // of each: its counterpart in the chain, or -1
}

// part is a range of a side as a side of its own.
func (s *side) part(r trange) *side {
	return &side{
		d: s.d, words: s.words, tokens: s.tokens[r.Start:r.End], mates: s.mates[r.Start:r.End],
		inside: s.inside[r.Start:r.End], told: s.told[r.Start:r.End], excuse: s.excuse[r.Start:r.End],
	}
}

// mark makes room for what is known of each atom, after all have been read.
func (s *side) mark() {
	n := len(s.tokens)
	s.mates, s.inside = make([][]mate, n), make([]bool, n)
	s.told, s.excuse = make([]bool, n), make([]bool, n)
}

// untied is the side without counterparts.
func (s *side) untied() *side {
	fresh := *s
	fresh.mates = make([][]mate, len(s.tokens))
	return &fresh
}

// spend marks a range as accounted for.
func (s *side) spend(r trange) {
	for i := r.Start; i < r.End; i++ {
		s.told[i] = true
	}
}

// wordIn is the word of token i; empty where there is none.
func wordIn(tokens []atom, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].text
}

// A trange is a range of the words of a run, half open. Ranges of a document are
// of another type, so that neither is taken for the other.
type trange struct{ Start, End int }

// Len is how many words the range has.
func (r trange) Len() int { return r.End - r.Start }

// gone reports whether a word is accounted for.
func (s *side) gone(i int) bool { return s.told[i] }
