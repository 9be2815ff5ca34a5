package modality

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
)

// Compare tells how surely the quote speaks where the source does not.
func Compare(c *comparison.Comparison) {
	q, s := degree.ModalsIn(c.Q.Run, c.Q.IsSpent), degree.ModalsIn(c.S.Run, c.S.IsSpent)
	same := comparison.Matching{Equal: degree.SameFact, Agree: c.Reworded(change.Substitution)}
	c.Agree(same, q, s, c.Linked)
	c.Agree(same, q, s, c.SameClause)
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || !facing(c, q[i], s[j]) {
				continue
			}
			q[i].Found, s[j].Found = true, true
			open := !c.Copied && (mayBe(c.Q, q[i], s[j]) || mayBe(c.S, s[j], q[i]))
			if v := shift(c, q[i].Value, s[j].Value); v != "" && !open {
				c.Tell(change.Modality, v, q[i].At, s[j].At)
			}
		}
	}
	if c.Copied {
		loneModals(c, q, s)
	}
}

// mayBe reports whether one side says what will be of what it says before, in the clause, that
// it may be, and the other that it may: “I do not rule out that it will rain”, “it may rain”.
func mayBe(one *comparison.Side, will, may reading.Fact) bool {
	if will.Value != english.Certain || may.Value != english.Possible {
		return false
	}
	i := will.At.Start
	for k := i - 1; k >= max(0, i-openReach) && !one.OpensClause(k+1); k-- {
		if reading.StartsWith(one.Tokens[k:], leavesOpen) {
			return true
		}
	}
	return false
}

// openReach is how far before a modal verb it may be said, in words.
const openReach = 16

// leavesOpen are phrases that say that what follows may be: “it is possible that”.
var leavesOpen = words.Phrases("modality", "leaves-open")

// facing reports whether two modal verbs may stand for one another.
func facing(c *comparison.Comparison, a, b reading.Fact) bool {
	return c.SamePlace(a, b) || !c.Copied && c.Near(a, b)
}

// shift is how grave it is to speak in one way for another. A translator has a
// choice among most of them; not between what may be and what will or must be,
// nor between what should and what must.
func shift(c *comparison.Comparison, q, s string) change.Severity {
	switch {
	case c.Kind == speech.Indirect && q == english.Would && s == english.Possible:
		return change.Major // told of a "will", it would be the same
	case c.Copied || grave.Has(q+" "+s) || grave.Has(s+" "+q):
		return change.Major
	}
	return ""
}

// grave are two ways to speak that no translator takes for each other.
var grave = words.Phrases("modality", "grave")

// loneModals tells modal verbs that a copy leaves out, or has more.
func loneModals(c *comparison.Comparison, q, s []reading.Fact) {
	for _, f := range q {
		if !f.Found && !c.Q.Spent[f.At.Start] && !c.Q.Copied(f.At) {
			c.Tell(change.Modality, change.Major, f.At, c.AcrossFrom(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && c.S.Held(f.At) && !c.S.Copied(f.At) {
			c.Tell(change.Modality, change.Major, c.GapFor(f.At), f.At)
		}
	}
}
