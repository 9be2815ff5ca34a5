package truncation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// "Provided that" may be reported as "if": another word for the same condition.
// The words have nothing in common, so they are compared by what they do.

// sameCondition are phrases that stand for each other, a line of them for each
// thing they do; the longest that fits counts.
var sameCondition = []*words.PhraseList{
	words.Phrases("clause", "same-if"),
	words.Phrases("clause", "same-only-if"),
	words.Phrases("clause", "same-unless"),
	words.Phrases("clause", "same-except"),
	words.Phrases("clause", "same-until"),
	words.Phrases("clause", "same-for-now"),
}

// Conditions reports what one side says of a condition in other words than the
// other, as the substitution it is.
func Conditions(c *comparison.Comparison) {
	turnedConditions(c)
	for _, h := range c.Holes {
		q, s := shorn(c.Q, h.Q), shorn(c.S, h.S)
		if q.Len() == 0 || s.Len() == 0 {
			continue
		}
		for _, list := range sameCondition {
			if reading.Prefix(c.Q.Tokens[q.Start:q.End], list) == q.Len() && reading.Prefix(c.S.Tokens[s.Start:s.End], list) == s.Len() {
				c.Tell(change.Substitution, change.Minor, q, s)
			}
		}
	}
}

// turnedConditions reports "unless" for "if", and "if" for "only if", in a
// translation too.
func turnedConditions(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		j := c.Counterpart(i)
		if j < 0 || !conditional.Has(c.Q.Tokens[i].Text) || !conditional.Has(c.S.Tokens[j].Text) {
			continue
		}
		a, b := clauseOf(c.Q, i), clauseOf(c.S, j)
		only, was := i > 0 && c.Q.Tokens[i-1].Text == "only", j > 0 && c.S.Tokens[j-1].Text == "only"
		switch turned := (c.Q.Tokens[i].Text == "unless") != (c.S.Tokens[j].Text == "unless"); {
		case turned && reading.Negated(a) == reading.Negated(b):
			c.Tell(change.Substitution, change.Major, reading.One(i), reading.One(j))
		case was && !only && !reading.Has(c.Q.Tokens, "only"):
			c.Tell(change.Quantifier, change.Major, reading.Range{Start: i, End: i}, reading.One(j-1))
		case only && !was && !reading.Has(c.S.Tokens, "only"):
			c.Tell(change.Quantifier, change.Major, reading.One(i-1), reading.Range{Start: j, End: j})
		}
	}
}

var conditional = words.Set("clause", "conditional")

// clauseOf is the clause that an "if" begins, as far as one can tell: its next
// words.
func clauseOf(s *comparison.Side, i int) []reading.Token {
	return s.Tokens[i:min(len(s.Tokens), i+clause.ShortSentence)]
}

// shorn is a range of atoms without those at its end that somebody has accounted
// for.
func shorn(s *comparison.Side, r reading.Range) reading.Range {
	for r.Len() > 0 && s.Spent[r.End-1] {
		r.End--
	}
	return r
}
