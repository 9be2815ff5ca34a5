package truncation

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

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

// Conditions tells what one side says of a condition in other words than the
// other, as the substitution it is.
func Conditions(c *comparison.Comparison) {
	turnedConditions(c)
	for _, h := range c.Holes {
		q, s := shorn(c.Q, h.Q), shorn(c.S, h.S)
		if q.Len() > 0 && s.Len() > 0 && doTheSame(c.Q.Words(q), c.S.Words(s)) {
			c.Tell(change.Substitution, change.Minor, q, s)
		}
	}
	tiedConditions(c)
}

// tiedConditions tells those whose first words are tied as words that may stand for each
// other: “apart from” and “except”.
func tiedConditions(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		m, ok := c.Q.Best(i)
		if !ok || m.Why < align.Learned || c.Q.Spent[i] || c.S.Spent[m.At] {
			continue
		}
		for _, list := range sameCondition {
			q, s := reading.Prefix(c.Q.Tokens[i:], list), reading.Prefix(c.S.Tokens[m.At:], list)
			if q > 0 && s > 0 {
				c.Tell(change.Substitution, change.Minor, comparison.From(i, q), comparison.From(m.At, s))
				break
			}
		}
	}
}

// doTheSame reports whether two phrases, all of each, do the same to a clause.
func doTheSame(q, s []reading.Token) bool {
	return slices.ContainsFunc(sameCondition, func(list *words.PhraseList) bool {
		return reading.Prefix(q, list) == len(q) && reading.Prefix(s, list) == len(s)
	})
}

// turnedConditions tells "unless" for "if", and "if" for "only if", in a
// retelling too.
func turnedConditions(c *comparison.Comparison) {
	for i, a := range c.Q.Tokens {
		if !conditional.Has(a.Text) || c.Q.Spent[i] {
			continue
		}
		j := counterpart(c, i)
		if j < 0 || !conditional.Has(c.S.Tokens[j].Text) || c.S.Spent[j] {
			continue
		}
		only, was := c.Q.At(i-1) == "only", c.S.At(j-1) == "only"
		switch {
		case turned(c, i, j):
			c.Tell(change.Substitution, change.Major, reading.One(i), reading.One(j))
		case was && !only && !reading.Has(c.Q.Tokens, "only"):
			c.Tell(change.Quantifier, change.Major, comparison.Gap(i), reading.One(j-1))
		case only && !was && !reading.Has(c.S.Tokens, "only"):
			c.Tell(change.Quantifier, change.Major, reading.One(i-1), comparison.Gap(j))
		}
	}
}

// counterpart is the word of the source that word i is tied to, or stands for alone
// in a hole; -1 where there is none.
func counterpart(c *comparison.Comparison, i int) int {
	if m, ok := c.Q.Best(i); ok {
		return m.At
	}
	for _, h := range c.Holes {
		if h.Q == reading.One(i) && h.S.Len() == 1 {
			return h.S.Start
		}
	}
	if c.Copied || reading.Negated(c.Q.Tokens) != reading.Negated(c.S.Tokens) {
		return -1
	}
	return onlyCondition(c.S)
}

// onlyCondition is the "if" or "unless" of a side that has one of them; -1 where it has
// none, or several.
func onlyCondition(s *comparison.Side) int {
	at := -1
	for j, a := range s.Tokens {
		switch {
		case !conditional.Has(a.Text):
		case at >= 0:
			return -1
		default:
			at = j
		}
	}
	return at
}

// turned reports whether one of two conditions says "unless" and the other does not,
// and neither clause is turned back by a negator.
func turned(c *comparison.Comparison, i, j int) bool {
	if (c.Q.Tokens[i].Text == "unless") == (c.S.Tokens[j].Text == "unless") {
		return false
	}
	return reading.Negated(clauseOf(c.Q, i)) == reading.Negated(clauseOf(c.S, j))
}

var conditional = words.Set("clause", "conditional")

// clauseOf is the clause that an "if" begins, as far as one can tell: its next
// words.
func clauseOf(s *comparison.Side, i int) []reading.Token {
	return s.Tokens[i:min(len(s.Tokens), i+clause.ShortSentence)]
}

// shorn is a range of words without those at its end that somebody has accounted
// for.
func shorn(s *comparison.Side, r reading.Range) reading.Range {
	for r.Len() > 0 && s.Spent[r.End-1] {
		r.End--
	}
	return r
}
