package order

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Exchanges reports doers that have changed places with those whom it is done to.
func Exchanges(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if c.Q.Spent[i] || english.Mutual.Has(c.Q.Tokens[i].Text) || !reading.Content(c.Q.Tokens[i].Text) {
			continue
		}
		j := sameVerb(c, i)
		if j < 0 || c.S.Spent[j] || english.Mutual.Has(c.S.Tokens[j].Text) {
			continue
		}
		if a, b := clause.PartsOf(c.Q.Run, i), clause.PartsOf(c.S.Run, j); bearsIt(c, a, b) {
			c.Tell(change.Order, change.Major, reading.Range{Start: a.Doer[0], End: a.Doer[len(a.Doer)-1] + 1}, reading.Range{Start: b.Doer[0], End: b.Doer[len(b.Doer)-1] + 1})
		}
	}
}

// sameVerb is the counterpart of atom i of the quote by its stem, or the same
// word near its place that no other is tied to; -1 where there is none.
func sameVerb(c *comparison.Comparison, i int) int {
	if mates := c.Q.Mates[i]; len(mates) > 0 {
		if mates[0].Why > align.Stem {
			return -1
		}
		return mates[0].At
	}
	at := c.Q.Expect(i)
	for j := max(0, at-reading.PartReach); j < min(len(c.S.Tokens), at+reading.PartReach); j++ {
		if c.S.Tokens[j].Norm == c.Q.Tokens[i].Norm && c.S.Free(j) {
			return j
		}
	}
	return -1
}

// bearsIt reports whether the doer of the quote bears it in the source, and the
// source's doer in the quote.
func bearsIt(c *comparison.Comparison, a, b reading.Part) bool {
	if len(a.Doer) == 0 || len(b.Doer) == 0 || oneOf(c, a.Doer, b.Doer) {
		return false
	}
	meets := func(q []int) func([]int) bool { return func(s []int) bool { return oneOf(c, q, s) } }
	kept := slices.ContainsFunc(a.Others, func(q []int) bool { return oneOf(c, q, b.Doer) })
	return kept && slices.ContainsFunc(b.Others, meets(a.Doer))
}

// oneOf reports whether an atom of the quote among q is the same word as one of
// the source among s; a pronoun in whatever case.
func oneOf(c *comparison.Comparison, q, s []int) bool {
	for _, i := range q {
		for _, j := range s {
			x, y := c.Q.Tokens[i], c.S.Tokens[j]
			if x.Norm == y.Norm || english.Person.First(x.Text) != "" && english.Person.First(x.Text) == english.Person.First(y.Text) || slices.ContainsFunc(c.Q.Mates[i], func(m pairing.Mate) bool { return m.At == j && m.Why <= align.Stem }) {
				return true
			}
		}
	}
	return false
}
