package number

import (
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// exchanged tells numbers that stand each in the other's place. It takes time, for
// each number, in those within reach behind it and the places near by.
func exchanged(c *comparison.Comparison, q, s []reading.Fact) {
	starts := make(map[int]*reading.Fact, len(s))
	for k := range s {
		starts[s[k].At.Start] = &s[k]
	}
	for i := range q {
		for j := i + 1; j < len(q) && q[j].At.Start-q[i].At.End <= 2*comparison.LongestPivot; j++ {
			if !quantity.SameAmount(q[i], q[j]) {
				exchange(c, &q[i], &q[j], starts)
			}
		}
	}
}

// exchange tells two numbers of the quote that stand each in the other's place, if
// there are such places: starts are the numbers of the source by where they begin.
func exchange(c *comparison.Comparison, a, b *reading.Fact, starts map[int]*reading.Fact) {
	pivot := reading.Range{Start: a.At.End, End: b.At.Start}
	at := c.Q.Expect(a.At.Start)
	for start := max(0, at-comparison.Farthest); start <= at+comparison.Farthest && !a.Found && !b.Found; start++ {
		x := starts[start]
		if x == nil {
			continue
		}
		y := starts[x.At.End+pivot.Len()]
		if y == nil || y == x || !crosswise(a, b, x, y) || !pivots(c, pivot, x.At.End) {
			continue
		}
		for _, f := range [...]*reading.Fact{a, b, x, y} {
			f.Found = true
		}
		a.Mate, b.Mate = -1, -1
		differ(c, *a, *x)
		differ(c, *b, *y)
	}
}

// crosswise reports whether a is y and b is x, and nobody has found these yet.
func crosswise(a, b, x, y *reading.Fact) bool {
	return !x.Found && !y.Found && quantity.SameAmount(*a, *y) && quantity.SameAmount(*b, *x)
}

// pivots reports whether words of the quote stand in the source from j on, and do
// not merely join what stands on either side of them.
func pivots(c *comparison.Comparison, r reading.Range, j int) bool {
	return sameForms(c, r, j) && !reading.Joins(c.Q.Words(r))
}

// sameForms reports whether words r of the quote are those of the source from j on,
// but for the forms that numbers want (one ship is, ten ships are) and one word that stands
// for another (up from, down from), unless it compares the two.
func sameForms(c *comparison.Comparison, r reading.Range, j int) bool {
	if r.Len() <= 0 || j+r.Len() > len(c.S.Tokens) || c.S.SentenceOf(j) != c.S.SentenceOf(j+r.Len()-1) {
		return false
	}
	others := 0
	for k := range r.Len() {
		i := r.Start + k
		switch {
		case sameForm(c, i, j+k):
		case others > 0, english.Comparative(c.Q.At(i)), !c.PairedIn(i, reading.One(j+k)) && !turned(c, i, j+k):
			return false
		default:
			others++
		}
	}
	return r.Len() > others
}

// turned reports whether words i and j are “up” and “down” before “from”, and neither has a
// counterpart.
func turned(c *comparison.Comparison, i, j int) bool {
	return c.Q.Free(i) && c.S.Free(j) && trendFrom(c.Q, i) && trendFrom(c.S, j)
}

// trendFrom reports whether a trend begins at word i: “down from”.
func trendFrom(s *comparison.Side, i int) bool {
	return (s.At(i) == "up" || s.At(i) == "down") && s.At(i+1) == "from"
}

// sameForm reports whether word i of the quote is word j of the source, of one or of
// many.
func sameForm(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i], c.S.Tokens[j]
	if be := bePlural.Of(a.Text); a.Norm == b.Norm || be != "" && be == bePlural.Of(b.Text) {
		return true
	}
	x, y := c.Q.Form(a.Word), c.S.Form(b.Word)
	return x != nil && y != nil && x.Stem == y.Stem
}

// bePlural is what verbs of one and of many are alike by.
var bePlural = words.Values("grammar", "number-of-verb", words.Text)
