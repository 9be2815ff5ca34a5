package quantifier

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Compare compares how much of a whole both sides speak of.
func Compare(c *comparison.Comparison) {
	q, s := degree.QuantifiersIn(c.Q.Run, c.Q.Gone), degree.QuantifiersIn(c.S.Run, c.S.Gone)
	c.Agree(change.Quantifier, q, s, degree.SameFact, c.Tied)
	c.Agree(change.Quantifier, q, s, degree.SameFact, func(a, b reading.Fact) bool { return c.Distance(a, b) <= c.ClauseReach() })
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || !c.SamePlace(q[i], s[j]) && !beside(c, q[i], s[j]) {
				continue
			}
			if v := step(c, q[i].Value, s[j].Value); v != "" {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Quantifier, v, q[i].At, s[j].At)
			}
		}
	}
	noneForSome(c, c.Q, c.S, s, c.S.Expect, func(i, j int) {
		c.Tell(change.Quantifier, change.Major, reading.One(i), reading.Range{Start: j - 1, End: j + 1})
	})
	noneForSome(c, c.S, c.Q, q, c.Q.Expect, func(j, i int) {
		c.Tell(change.Quantifier, change.Major, reading.Range{Start: i - 1, End: i + 1}, reading.One(j))
	})
	if c.Copied {
		loneQuantifiers(c, q, s)
		return
	}
	steps(c, q, s)
}

// nones are the negators that leave nothing over.
var nones = words.Set("negation", "nones")

// noneForSome finds a negator of one side that leaves nothing over where the
// other side has one of its facts say that not all are meant.
func noneForSome(c *comparison.Comparison, one *comparison.Side, other *comparison.Side, facts []reading.Fact, expect func(int) int, found func(i int, at int)) {
	for _, f := range facts {
		if f.Value != english.NotAll || f.Found || other.Spent[f.At.Start] {
			continue
		}
		r := reading.Clip(expect(f.At.Start)-4, expect(f.At.Start)+5, len(one.Tokens))
		for i := r.Start; i < r.End; i++ {
			if nones.Has(one.Tokens[i].Text) && !one.Spent[i] {
				found(i, f.At.Start)
				return
			}
		}
	}
}

// steps reports quantifiers of like degree that a translation has moved.
func steps(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			if !q[i].Found && !s[j].Found && english.Quantities.Of(q[i].Value) >= 3 && step(c, q[i].Value, s[j].Value) == change.Minor {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Quantifier, change.Minor, q[i].At, s[j].At)
			}
		}
	}
}

func beside(c *comparison.Comparison, a, b reading.Fact) bool {
	return !c.Copied && c.Distance(a, b) <= 4
}

// loneQuantifiers: a literal quote says all where the transcript does not, or
// drops what limited it.
func loneQuantifiers(c *comparison.Comparison, q, s []reading.Fact) {
	for _, f := range q {
		if !f.Found && !c.Q.Spent[f.At.Start] && !c.Q.Copied(f.At) && (english.Quantities.Of(f.Value) >= 4 || f.Value == "only") {
			c.Tell(change.Quantifier, change.Major, f.At, c.AcrossFrom(f.At))
		}
	}
	for _, f := range s {
		n := english.Quantities.Of(f.Value)
		if !f.Found && f.Value != english.NotAll && c.Held(f.At) && !c.S.Copied(f.At) && (n > 0 && n < 5 || n == 0) {
			c.Tell(change.Quantifier, change.Major, c.GapFor(f.At), f.At)
		}
	}
}

// step is how grave it is to put one quantifier for another; empty where the
// two do not compare.
func step(c *comparison.Comparison, a, b string) change.Severity {
	x, y := english.Quantities.Of(a), english.Quantities.Of(b)
	switch {
	case a == english.NotAll || b == english.NotAll: // that is a matter of the "not"
		return ""
	case x == 0 && y == 0:
		return change.Major
	case x == 0 || y == 0:
		return ""
	case x == y:
		return change.Minor
	case !c.Copied && english.Abs(x-y) == 1 && max(x, y) < 5 && min(x, y) > 1:
		return change.Minor
	}
	return change.Major
}
