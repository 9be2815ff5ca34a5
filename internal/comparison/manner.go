package comparison

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
)

// What tells a copy from a translation or retelling is not the share of equal words,
// which may be high in both, but the number of places where the two part: somebody
// who copies changes one thing or two, a translator something in every clause.

// copied tells a quote in the transcript's own words from one that is retold. In a
// report that quotes another translation throughout, only one that is the
// transcript's nearly to the word is a copy. What is told without marks never is:
// its persons, times and tenses are the reporter's ("I will", "she would").
func copied(c *Comparison, retold bool) bool {
	if c.Kind == speech.Indirect {
		return false
	}
	n, parts := len(c.Q.Tokens), c.Edits()
	switch {
	case allConventions(c, parts):
		return true
	case retold:
		return 20*parts <= n
	}
	few := parts <= 2 || 10*parts <= n
	return few && 2*c.Ties() >= n || 20*c.InRuns() >= 17*n
}

// AmongCopies takes a quote for a copy, however many words were exchanged in it, that has
// three quarters of its words in runs of the transcript's own and passes over a few words
// of it at a time. A translation may have the one by chance: that the report's other
// quotes are copies is for the caller to know.
func (c *Comparison) AmongCopies() {
	passes := func(h pairing.Hole) bool { return h.S.Len() > fewPassed && c.S.AnyInside(h.S) }
	if c.Kind != speech.Indirect && 4*c.InRuns() >= 3*len(c.Q.Tokens) && !slices.ContainsFunc(c.Holes, passes) {
		c.Copied = true
	}
}

// fewPassed is how many words a copy with edits passes over in one place at most.
const fewPassed = 3

// Edits is the number of places where quote and source part, but for those
// that the quote itself shows: brackets, ellipses, the report's own words.
func (c *Comparison) Edits() int {
	n := 0
	for _, h := range c.Holes {
		put := h.Q.Len() > 0 && !bracketed(c.Q, h.Q)
		left := h.Q.Len() == 0 && c.S.AnyInside(h.S) && !c.Q.Shown(h.Q.Start)
		if put || left {
			n++
		}
	}
	for i := range c.Q.Tokens {
		if exchangeAt(c, i) && !goesOn(c, i) {
			n++
		}
	}
	return n
}

// exchangeAt reports whether words that are tied to others begin at word i.
func exchangeAt(c *Comparison, i int) bool { return c.Soft(i) && (i == 0 || !c.Soft(i-1)) }

// allConventions reports whether all so many places where quote and source part are
// conventions of spelling: a copy may have many.
func allConventions(c *Comparison, parts int) bool {
	n := 0
	for i := range c.Q.Tokens {
		if !exchangeAt(c, i) {
			continue
		}
		if c.Style(i, c.Q.Mates[i][0]) == "" {
			return false
		}
		n++
	}
	return n == parts
}

// goesOn reports whether word i goes on, behind a word of grammar, with a name
// that stands in another's place: the Office of Roads for the Ministry of Water.
func goesOn(c *Comparison, i int) bool {
	named := func(i int) bool {
		return c.Soft(i) && reading.Capital(c.Q.Tokens[i]) && reading.Capital(c.S.Tokens[c.Q.Mates[i][0].At])
	}
	return i > 1 && english.FunctionWords.Has(c.Q.Tokens[i-1].Text) && named(i-2) && named(i)
}

// bracketed reports whether words begin and end in square brackets.
func bracketed(s *Side, r reading.Range) bool {
	return s.Tokens[r.Start].Bracketed && s.Tokens[r.End-1].Bracketed
}
