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
}

// part is a range of a side as a side of its own.
func (s *side) part(r text.Range) *side {
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
func (s *side) spend(r text.Range) {
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
