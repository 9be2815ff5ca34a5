package order

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/role"
)

// Exchanges tells doers that have changed places with those whom it is done to:
// Holt beat Lund, Lund beat Holt. What is mutual has none: met, married.
func Exchanges(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if !directed(c.Q, i) || !reading.Content(c.Q.Tokens[i].Text) {
			continue
		}
		j := sameVerb(c, i)
		if j < 0 || !directed(c.S, j) {
			continue
		}
		if a, b := role.PartsOf(c.Q.Run, i), role.PartsOf(c.S.Run, j); bearsIt(c, a, b) {
			c.Tell(change.Order, change.Major, extent(a.Doer), extent(b.Doer))
		}
	}
}

// directed reports whether nothing accounts for a verb, and it does not say the same
// of both.
func directed(s *comparison.Side, i int) bool {
	return !s.Spent[i] && !english.Mutual.Has(s.Tokens[i].Text)
}

// extent is from the first to the last of some words.
func extent(at []int) reading.Range { return reading.Range{Start: at[0], End: at[len(at)-1] + 1} }

// sameVerb is the counterpart of word i of the quote by its stem, or the same
// word near its place that no other is tied to; -1 where there is none.
func sameVerb(c *comparison.Comparison, i int) int {
	if m, ok := c.Q.Best(i); ok {
		if m.Why > align.Stem {
			return -1
		}
		return m.At
	}
	r := c.S.Around(c.Q.Expect(i), role.PartReach, role.PartReach-1)
	for j := r.Start; j < r.End; j++ {
		if c.S.Tokens[j].Norm == c.Q.Tokens[i].Norm && c.S.Free(j) {
			return j
		}
	}
	return -1
}

// bearsIt reports whether the doer of the quote bears it in the source, and the
// source's doer in the quote.
func bearsIt(c *comparison.Comparison, a, b role.Part) bool {
	if len(a.Doer) == 0 || len(b.Doer) == 0 || oneOf(c, a.Doer, b.Doer) {
		return false
	}
	kept := slices.ContainsFunc(a.Others, func(q []int) bool { return oneOf(c, q, b.Doer) })
	return kept && slices.ContainsFunc(b.Others, func(s []int) bool { return oneOf(c, a.Doer, s) })
}

// oneOf reports whether a word of the quote among q says what one of the source
// among s does.
func oneOf(c *comparison.Comparison, q, s []int) bool {
	for _, i := range q {
		if slices.ContainsFunc(s, func(j int) bool { return sameWord(c, i, j) }) {
			return true
		}
	}
	return false
}

// sameWord reports whether two words are the same, or tied as such; a pronoun in
// whatever case.
func sameWord(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i], c.S.Tokens[j]
	person := english.Person.First(a.Text)
	if a.Norm == b.Norm || person != "" && person == english.Person.First(b.Text) {
		return true
	}
	return slices.ContainsFunc(c.Q.Mates[i], func(m pairing.Mate) bool { return m.At == j && m.Why <= align.Stem })
}
