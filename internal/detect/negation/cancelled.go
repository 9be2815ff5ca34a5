package negation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Cancelled tells words of a copy that are put for their opposite and turned back by
// a negator that only one side has: "common" for "not uncommon", "unsafe" for "not
// safe". They say the same, or nearly. In a retelling the opposite excuses the negator.
func Cancelled(c *comparison.Comparison) {
	if !c.Copied {
		return
	}
	for i := range c.Q.Tokens {
		for _, j := range c.Across(i) {
			if !c.Q.Spent[i] && !c.S.Spent[j] && english.Cancels(c.Q.Tokens[i].Text, c.S.Tokens[j].Text) {
				cancel(c, i, j)
			}
		}
	}
}

// cancel tells words i of the quote and j of the source, which are opposites, where
// one of them is negated.
func cancel(c *comparison.Comparison, i, j int) {
	at := [2]int{i, j}
	for k, w := range c.Ways() {
		one, other := at[k], at[1-k]
		not := negatorOf(w.One, one)
		if not < 0 || w.Other.NegatedAt(other) || turnedBefore(w.Other, other) {
			continue
		}
		w.Tell(change.Substitution, change.Minor, reading.Range{Start: not, End: one + 1}, reading.One(other))
		return
	}
}

// negatorOf is the negator, free, that turns what word i says of something: is not
// uncommon, has never been a safe place; -1 where there is none. A "no" before it
// turns more.
func negatorOf(s *comparison.Side, i int) int {
	said := false // of something: a form of be or an article joins it
	for k := i - 1; k >= max(0, i-4); k-- {
		switch w := s.Tokens[k].Text; {
		case english.FormsOfBe.Has(w) || w == "been" || english.Articles.Has(w):
			said = true
		case (w == "not" || w == "never") && s.Open(k) && (said || english.FormsOfBe.Has(s.At(k-1))):
			return k
		default:
			return -1
		}
	}
	return -1
}

// turnedBefore reports whether a word that the other side has not turns word i as a
// negator does: far from common, rarely common.
func turnedBefore(s *comparison.Side, i int) bool {
	if reading.EndsWith(s.Tokens[:i], english.FarFrom) {
		return true
	}
	for k := max(0, i-4); k < i; k++ {
		w := s.Tokens[k].Text
		if s.Open(k) && (english.Negators.Has(w) || english.Negative.Has(w) || english.NegativePrefix(w)) {
			return true
		}
	}
	return false
}
