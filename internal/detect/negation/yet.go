package negation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// yetReach is how far behind its negator a “yet” may stand, in words.
const yetReach = 8

// Yet tells a denial that the source makes for the time being only and the quote for
// good: “has not reached them”, of “has not yet reached them”.
func Yet(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if reading.StartsWith(c.Q.Tokens[i:], soFar) {
			return
		}
	}
	for j, a := range c.S.Tokens {
		if a.Text != "yet" || c.S.Spent[j] || !c.S.Inside[j] || c.S.Tied(j) {
			continue
		}
		not := deniedBefore(c.S, j)
		if not < 0 {
			continue
		}
		verb := c.S.HeadAfter(not + 1)
		if verb < 0 {
			continue
		}
		if m, ok := c.S.Best(verb); ok && deniedNear(c.Q, m.At) {
			c.Tell(change.Omission, change.Major, c.GapFor(reading.One(j)), reading.One(j))
		}
	}
}

// deniedNear reports whether a negator stands right beside token i: “did not find”, “found
// no”.
func deniedNear(s *comparison.Side, i int) bool {
	return reading.Negated(s.Words(reading.Clip(i-3, i+3, len(s.Tokens))))
}

// deniedBefore is the negator of a “yet” at token j, in its clause; -1 where it has none.
func deniedBefore(s *comparison.Side, j int) int {
	if s.OpensClause(j) || s.Tokens[j].First {
		return -1
	}
	for k := j - 1; k >= max(0, j-yetReach); k-- {
		if english.Negators.Has(s.Tokens[k].Text) {
			return k
		}
		if s.OpensClause(k) || s.Tokens[k].First {
			return -1
		}
	}
	return -1
}

// soFar are phrases that speak for the time being: “so far”.
var soFar = words.Phrases("negation", "so-far")
