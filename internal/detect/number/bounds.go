package number

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Bounds tells what bounds a number that both sides have on one of them only, or
// otherwise: "at least 500" for "some 500".
func Bounds(c *comparison.Comparison) {
	q, s := c.Amounts(c.Q), c.Amounts(c.S)
	twins(c, q, s)
	for _, f := range q {
		if !f.Found {
			continue
		}
		a, b := degree.BoundOf(c.Q.Run, f), degree.BoundOf(c.S.Run, s[f.Mate])
		if rebounded(c, a, b) {
			bounded(c, a, b)
		}
	}
}

// twins ties the equal numbers of both sides, the nearest to each other.
func twins(c *comparison.Comparison, q, s []reading.Fact) {
	places := []comparison.Place{c.Linked, c.SamePlace}
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

// rebounded reports whether two bounds of one number are not the same words, and
// nothing accounts for them. The quote may begin behind that of the source.
func rebounded(c *comparison.Comparison, a, b degree.Limited) bool {
	bare := a.Kind == degree.Exact
	if bare && (b.Kind == degree.Exact || !c.S.AnyInside(b.At)) {
		return false
	}
	return !c.WrittenAlike(a.At, b.At) && !c.Q.AnySpent(a.At) && !c.S.AnySpent(b.At)
}

// bounded tells what one number is bounded by and the other is not, or accounts for
// it: a translator may bound a number that is bare.
func bounded(c *comparison.Comparison, a, b degree.Limited) {
	switch {
	case !c.Copied && turnedBack(c, a, b):
		c.Q.Spend(a.At)
		c.S.Spend(b.At)
	case opposed(c, a, b) && otherSide(c, a.At, b.At):
		c.Tell(change.Antonym, change.Major, a.At, b.At)
	case opposed(c, a, b):
		c.Tell(change.Quantifier, change.Major, a.At, b.At)
	case !c.Copied:
		c.Q.Spend(a.At)
		c.S.Spend(b.At)
	case a.Kind == b.Kind:
		c.Tell(change.Substitution, change.Minor, a.At, b.At)
	default:
		c.Tell(change.Quantifier, change.Minor, a.At, b.At)
	}
}

// turnedBack reports whether two bounds exclude each other and a negator before one of them
// turns it round, which is accounted for: “no family has more than 60”, of “at most 60”.
func turnedBack(c *comparison.Comparison, a, b degree.Limited) bool {
	if min(a.Kind, b.Kind) != degree.AtLeast || max(a.Kind, b.Kind) != degree.AtMost {
		return false
	}
	i, j := denier(c.Q, a.At.Start), denier(c.S, b.At.Start)
	switch {
	case i >= 0 && j < 0:
		c.Q.Spend(reading.One(i))
	case i < 0 && j >= 0:
		c.S.Spend(reading.One(j))
	default:
		return false
	}
	return true
}

// denier is a negator without a counterpart before the bound at word i, in its clause; -1
// where there is none.
func denier(s *comparison.Side, i int) int {
	for k := i - 1; k >= max(0, i-denierReach) && !s.OpensClause(k+1) && !opensThat(s.At(k)); k-- {
		if english.Negators.Has(s.Tokens[k].Text) && s.Open(k) {
			return k
		}
	}
	return -1
}

// opensThat reports whether a word opens a clause within another: “he does not say that”, “no
// man who”.
func opensThat(w string) bool { return w == "that" || w == "who" || w == "whether" || w == "if" }

// denierReach is how far before a bound the negator that turns it may stand, in words.
const denierReach = 8

// opposed reports whether two bounds of one number cannot both hold: at least, at
// most; nearly, just over; in a copy neither of these and the bare number.
func opposed(c *comparison.Comparison, a, b degree.Limited) bool {
	x, y := min(a.Kind, b.Kind), max(a.Kind, b.Kind)
	if x == y {
		return false
	}
	switch x {
	case degree.AtLeast:
		return y != degree.Barely
	case degree.AtMost:
		return y != degree.Nearly
	case degree.Nearly:
		return y == degree.Barely
	case degree.Exact:
		return c.Copied && y <= degree.AtMost
	}
	return false
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
