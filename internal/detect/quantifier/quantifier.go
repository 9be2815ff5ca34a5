package quantifier

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Degrees of a whole, of those that words have.
const (
	all  = 5
	most = 4
	many = 3
	few  = 1
)

// Compare tells where the quote speaks of more or less of a whole.
func Compare(c *comparison.Comparison) {
	q, s := degree.QuantifiersIn(c.Q.Run, c.Q.IsSpent), degree.QuantifiersIn(c.S.Run, c.S.IsSpent)
	same := comparison.Matching{Equal: degree.SameFact, Agree: c.Reworded(change.Substitution)}
	c.Agree(same, q, s, c.Linked)
	c.Agree(same, q, s, c.SameClause)
	steps(c, q, s)
	toSource, toQuote := c.Ways()[0], c.Ways()[1]
	noneForSome(toSource, s)
	noneForSome(toQuote, q)
	if c.Copied {
		loneQuantifiers(c, q, s)
	} else {
		farSteps(c, q, s)
		farOpposites(c, q, s)
		exceptions(c)
	}
}

// Wholes tells a retelling that speaks of a thing where the source says “not all” of it,
// and of no part of it itself.
func Wholes(c *comparison.Comparison) {
	none := func(int) bool { return false }
	told := slices.ContainsFunc(degree.QuantifiersIn(c.Q.Run, none), notAll)
	if c.Copied || told || slices.ContainsFunc(c.Q.Tokens, partial) {
		return
	}
	for _, f := range degree.QuantifiersIn(c.S.Run, c.S.IsSpent) {
		if !notAll(f) {
			continue
		}
		head := c.S.HeadAfter(f.At.End)
		if head < 0 {
			continue
		}
		m, ok := c.S.Best(head)
		if ok && c.S.Paired(head) && !reading.Negated(c.Q.Words(c.Q.Around(m.At, partReach, partReach))) {
			c.Tell(change.Quantifier, change.Major, comparison.Gap(m.At), reading.Range{Start: f.At.Start - 1, End: f.At.End})
		}
	}
}

func notAll(f reading.Fact) bool { return f.Value == english.NotAll }

// partReach is how many words from what it is a part of a negator may stand.
const partReach = 4

// partial reports whether a word says that not all of something is meant: “half”, “most”,
// “only”.
func partial(a reading.Token) bool {
	q := english.Quantities.Of(a.Text)
	return 0 < q && q < all || degree.Partial(a.Text) || a.Text == "only" || reading.Figure(a)
}

// steps tells two quantifiers that stand for each other.
func steps(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || !facing(c, q[i], s[j]) {
				continue
			}
			v := step(c, q[i].Value, s[j].Value)
			switch {
			case v == "" || c.Copied:
			case bothFew(c, q[i], s[j]):
				v = change.Minor
			case aFewForMany(c, q[i], s[j]):
				v = change.Major
			case shownMany(c.Q, q[i], c.S, s[j]), shownMany(c.S, s[j], c.Q, q[i]):
				v = change.Minor
			}
			if v != "" {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Quantifier, v, q[i].At, s[j].At)
			}
		}
	}
}

// bothFew reports whether two quantifiers are “few” and “a few”, between which languages
// without articles do not choose: “in only a few cases”, “in few cases”.
func bothFew(c *comparison.Comparison, a, b reading.Fact) bool {
	return c.Q.Tokens[a.At.Start].Text == "few" && c.S.Tokens[b.At.Start].Text == "few"
}

// aFewForMany reports whether one of two quantifiers is “a few” and the other many or more,
// which are further apart than some and many.
func aFewForMany(c *comparison.Comparison, a, b reading.Fact) bool {
	x, y := c.Q.Tokens[a.At.Start].Text, c.S.Tokens[b.At.Start].Text
	return x == "few" && english.Quantities.Of(b.Value) >= many ||
		y == "few" && english.Quantities.Of(a.Value) >= many
}

// shownMany reports whether one side points to a great number that its hearers know of, and
// the other says how great it is: “all those soldiers”, of “so many soldiers”.
func shownMany(one *comparison.Side, a reading.Fact, other *comparison.Side, b reading.Fact) bool {
	next, before := one.At(a.At.End), other.At(b.At.Start-1)
	shown := a.Value == "all" && (next == "those" || next == "these") && one.At(a.At.End+1) != "who"
	return shown && english.Quantities.Of(b.Value) == many && (before == "so" || before == "that" || before == "this")
}

// facing reports whether two quantifiers may stand for one another.
func facing(c *comparison.Comparison, a, b reading.Fact) bool {
	return c.SamePlace(a, b) || !c.Copied && c.Distance(a, b) <= 4
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
	case x == y, !c.Copied && oneStep(x, y):
		return change.Minor
	}
	return change.Major
}

// oneStep reports whether two degrees are neighbours, neither of them all or few.
func oneStep(x, y int) bool { return reading.Apart(x, y) == 1 && max(x, y) < all && min(x, y) > few }

// nones are the negators that leave nothing over.
var nones = words.Set("negation", "nones")

// noneForSome tells the first negator of one side that leaves nothing over where the
// other side says, by one of its facts, that not all are meant.
func noneForSome(w comparison.Way, facts []reading.Fact) {
	for _, f := range facts {
		if f.Value != english.NotAll || f.Found || w.Other.Spent[f.At.Start] {
			continue
		}
		r := w.One.Around(w.Other.Expect(f.At.Start), 4, 4)
		for i := r.Start; i < r.End; i++ {
			if nones.Has(w.One.Tokens[i].Text) && !w.One.Spent[i] {
				notAll := reading.Range{Start: f.At.Start - 1, End: f.At.Start + 1}
				w.Tell(change.Quantifier, change.Major, reading.One(i), notAll)
				return
			}
		}
	}
}

// farSteps tells quantifiers of like degree that a translation has moved.
func farSteps(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || english.Quantities.Of(q[i].Value) < many {
				continue
			}
			if step(c, q[i].Value, s[j].Value) == change.Minor {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Quantifier, change.Minor, q[i].At, s[j].At)
			}
		}
	}
}

// farOpposites tells quantifiers that a translation has moved and that exclude each other:
// few and many, always and sometimes.
func farOpposites(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			near := c.Distance(q[i], s[j]) <= 2*comparison.RetoldReach
			if q[i].Found || s[j].Found || !near || !excluding(q[i].Value, s[j].Value) {
				continue
			}
			q[i].Found, s[j].Found = true, true
			c.Tell(change.Quantifier, change.Major, q[i].At, s[j].At)
		}
	}
}

// excluding reports whether two quantifiers exclude each other: few and many, or how often
// something is in two degrees that are no neighbours.
func excluding(a, b string) bool {
	x, y := english.Quantities.Of(a), english.Quantities.Of(b)
	if x == 0 || y == 0 {
		return false
	}
	return min(x, y) == few && max(x, y) >= many || frequency.Has(a) && frequency.Has(b) && reading.Apart(x, y) > 1
}

// frequency are quantifiers that say how often: “always”.
var frequency = words.Set("degree", "frequency")

// loneQuantifiers tells where a copy says all and the transcript does not, or
// drops what limited it.
func loneQuantifiers(c *comparison.Comparison, q, s []reading.Fact) {
	for _, f := range q {
		widens := english.Quantities.Of(f.Value) >= most || f.Value == "only"
		if !f.Found && widens && !c.Q.Spent[f.At.Start] && !c.Q.Copied(f.At) {
			c.Tell(change.Quantifier, change.Major, f.At, c.AcrossFrom(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && limits(f.Value) && c.S.Held(f.At) && !c.S.Copied(f.At) {
			c.Tell(change.Quantifier, change.Major, c.GapFor(f.At), f.At)
		}
	}
}

// limits reports whether a quantifier says that not all of a whole is meant: some,
// only. "Not all" is a matter of the "not".
func limits(value string) bool {
	return value != english.NotAll && english.Quantities.Of(value) < all
}
