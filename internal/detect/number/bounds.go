package number

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Bounds compares what bounds the numbers that both sides have.
func Bounds(c *comparison.Comparison) {
	q, s := c.AmountsOf(c.Q), c.AmountsOf(c.S)
	twins(c, q, s)
	for _, f := range q {
		if !f.Found {
			continue
		}
		g := s[f.Mate]
		a, b := quantity.BoundOf(c.Q.Run, f), quantity.BoundOf(c.S.Run, g)
		if a.Kind == quantity.Exact && b.Kind == quantity.Exact || reading.Joined(c.Q.Tokens[a.At.Start:a.At.End]) == reading.Joined(c.S.Tokens[b.At.Start:b.At.End]) || c.AnyTold(a.At, b.At) {
			continue
		}
		if a.Kind == quantity.Exact && !c.AnyInside(b.At) {
			continue // the quote begins behind it
		}
		bounded(c, a, b)
	}
}

// twins ties the equal numbers of both sides, the nearest to each other.
func twins(c *comparison.Comparison, q, s []reading.Fact) {
	places := []func(a, b reading.Fact) bool{c.Tied, c.SamePlace}
	if !c.Copied {
		places = append(places, c.Near)
	}
	for _, place := range places {
		for i := range q {
			for j := range s {
				if !q[i].Found && !s[j].Found && quantity.SameMeasure(q[i], s[j]) && place(q[i], s[j]) {
					q[i].Found, q[i].Mate, s[j].Found = true, j, true
				}
			}
		}
	}
}

// bounded reports what one number is bounded by and the other is not.
func bounded(c *comparison.Comparison, a, b quantity.Limited) {
	k, v := change.Quantifier, change.Minor
	switch x, y := min(a.Kind, b.Kind), max(a.Kind, b.Kind); {
	case x == y:
		k = change.Substitution
	case x == quantity.AtLeast && y != quantity.Barely && y != quantity.Exact, x == quantity.AtMost && y != quantity.Nearly, x == quantity.Nearly && y == quantity.Barely, c.Copied && x == quantity.Exact && y <= quantity.AtMost:
		v = change.Major
	}
	if v == change.Major && otherSide(c, a.At, b.At) {
		k = change.Antonym
	}
	if v == change.Major || c.Copied {
		c.Tell(k, v, a.At, b.At)
		return
	}
	for i := a.At.Start; i < a.At.End; i++ {
		c.Q.Spent[i] = true
	}
	for j := b.At.Start; j < b.At.End; j++ {
		c.S.Spent[j] = true
	}
}

// otherSide reports whether two phrases differ in one word and its opposite:
// more than, less than.
func otherSide(c *comparison.Comparison, a, b reading.Range) bool {
	if a.Len() == 0 || a.Len() != b.Len() {
		return false
	}
	for k := range a.Len() {
		x, y := c.Q.Tokens[a.Start+k].Text, c.S.Tokens[b.Start+k].Text
		if x != y && !english.Contraries(x, y) {
			return false
		}
	}
	return true
}
