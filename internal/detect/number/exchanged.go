package number

import (
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Two numbers that have changed places leave every word of the sentence in it: ten
// ships went north and one went south, or one north and ten south. A translator may
// turn the two halves round, numbers and all. So what stands between the two tells:
// where it is the same on both sides, the numbers alone have moved.
//
// Cost: for each number, those within reach behind it and the places near by.

// exchanged reports numbers that stand each in the other's place.
func exchanged(c *comparison.Comparison, q, s []reading.Fact) {
	starts := make(map[int]int, len(s))
	for k := range s {
		starts[s[k].At.Start] = k
	}
	for i := range q {
		for j := i + 1; j < len(q) && q[j].At.Start-q[i].At.End <= 2*comparison.LongestPivot; j++ {
			if !quantity.SameAmount(q[i], q[j]) {
				exchange(c, &q[i], &q[j], s, starts)
			}
		}
	}
}

func exchange(c *comparison.Comparison, a, b *reading.Fact, s []reading.Fact, starts map[int]int) {
	between := reading.Range{Start: a.At.End, End: b.At.Start}
	at := c.Q.Expect(a.At.Start)
	for start := max(0, at-comparison.Farthest); start <= at+comparison.Farthest && !a.Found && !b.Found; start++ {
		k, ok := starts[start]
		if !ok {
			continue
		}
		l, ok := starts[s[k].At.End+between.Len()]
		if !ok || s[k].Found || s[l].Found || k == l || !quantity.SameAmount(*a, s[l]) || !quantity.SameAmount(*b, s[k]) {
			continue
		}
		if !sameForms(c, between, s[k].At.End) || reading.Joins(c.Q.Tokens[between.Start:between.End]) {
			continue
		}
		a.Found, b.Found, s[k].Found, s[l].Found = true, true, true, true
		a.Mate, b.Mate = -1, -1
		c.TellAmounts(*a, s[k])
		c.TellAmounts(*b, s[l])
	}
}

// sameForms reports whether atoms r of the quote are those of the source from j on,
// but for the forms that numbers want: one ship is, ten ships are.
func sameForms(c *comparison.Comparison, r reading.Range, j int) bool {
	if r.Len() <= 0 || j+r.Len() > len(c.S.Tokens) || c.S.SentenceOf(j) != c.S.SentenceOf(j+r.Len()-1) {
		return false
	}
	for k := range r.Len() {
		a, b := c.Q.Tokens[r.Start+k], c.S.Tokens[j+k]
		if a.Norm == b.Norm || bePlural.Of(a.Text) != "" && bePlural.Of(a.Text) == bePlural.Of(b.Text) {
			continue
		}
		if x, y := c.Q.Form(a.Word), c.S.Form(b.Word); x == nil || y == nil || x.Stem != y.Stem {
			return false
		}
	}
	return true
}

// bePlural is what verbs of one and of many are alike by.
var bePlural = words.Values("grammar", "number-of-verb", words.Text)
