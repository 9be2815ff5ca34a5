package negation

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

var (
	idlePhrases = words.Phrases("negation", "idle")
	idleRetold  = words.Phrases("negation", "idle-retold")
	idleAlone   = words.Phrases("negation", "idle-alone")
	bounding    = words.Set("negation", "bounding")
)

// sameClauseWords is how far back the negator stands that "nor" takes up.
const sameClauseWords = 14

// idle reports whether the negator at i negates nothing: no doubt, whether or not,
// No. 5, an answering "No,". It does in "no reason".
func idle(c *comparison.Comparison, s *comparison.Side, i int) bool {
	if reading.StartsWith(s.Tokens[i:], idlePhrases) || !c.Copied && setPhrase(c, s, i) && !restricted(c, s, i) {
		return true
	}
	switch s.Tokens[i].Text {
	case "not":
		return idleNot(s, i)
	case "no":
		return english.IsDigit(s.At(i+1)) || s.Answers(i)
	case "nor":
		return reading.Negated(s.Tokens[max(0, i-sameClauseWords):i]) // it goes on with what was begun
	case "neither":
		return !c.Copied && sharesOut(s, i)
	}
	return false
}

// sharesOut reports whether the “neither” at i only shares out what is denied before it: “we
// will not pay, neither today nor later”; not in “I will not pay, neither will she”.
func sharesOut(s *comparison.Side, i int) bool {
	if !s.OpensClause(i) {
		return false
	}
	start, end := max(s.SentenceStart(i), i-sameClauseWords), min(s.SentenceEnd(i), i+sameClauseWords)
	for k := i + 1; k < end && !s.OpensClause(k); k++ {
		if english.Auxiliary(s.At(k)) {
			return false // it denies what they do
		}
	}
	return reading.Has(s.Tokens[i:end], "nor") && reading.Negated(s.Tokens[start:i])
}

// idleNot reports whether the "not" at i negates nothing by what stands beside it:
// or not, if not, can't wait, and not even behind a negator.
func idleNot(s *comparison.Side, i int) bool {
	next, prev := s.At(i+1), s.At(i-1)
	switch {
	case prev == "or", prev != "" && prev == s.At(i-3) && s.At(i-2) == "or": // should or should not
		return true
	case prev == "if":
		return next != "for"
	case prev == "can" && next == "wait":
		return true
	}
	return next == "even" && reading.Negated(s.Tokens[max(0, i-6):i])
}

// other is the other side of a comparison.
func other(c *comparison.Comparison, s *comparison.Side) *comparison.Side {
	if s == c.S {
		return c.Q
	}
	return c.S
}

// aloneBehind reports whether what the “not” at word i denies is true of something alone: “does
// not depend on the mayor alone”, which is “depends not only on the mayor”.
func aloneBehind(s *comparison.Side, i int) bool {
	for k := i + 2; k < min(s.SentenceEnd(i), i+sameClauseWords) && !s.OpensClause(k); k++ {
		if s.At(k) == "alone" {
			return !s.HasTwin(k)
		}
	}
	return false
}

// notAll reports whether a side says that something is not all: “not only”.
func notAll(s *comparison.Side) bool {
	for i := range s.Tokens {
		if reading.StartsWith(s.Tokens[i:], notOnly) {
			return true
		}
	}
	return false
}

// notOnly are ways to say that something is not all: “not only”.
var notOnly = words.Phrases("negation", "not-only")

// setPhrase reports whether the negator at i is part of a phrase that a translator
// may put in other words without one: no choice but, isn't it?, no more than twenty,
// can't help but. Some count as such only where the other side has not the words of
// the phrase.
func setPhrase(c *comparison.Comparison, s *comparison.Side, i int) bool {
	if reading.StartsWith(s.Tokens[i:], idleRetold) {
		return true
	}
	next, after, prev := s.At(i+1), s.At(i+2), s.At(i-1)
	alone := func(k int) bool { return k < len(s.Tokens) && !s.HasTwin(k) }
	switch not := s.Tokens[i].Text == "not"; {
	case not && next == "the" && after == "only":
		return alone(i + 2)
	case not && aloneBehind(s, i):
		return notAll(other(c, s))
	case not && english.Person.First(next) != "" && s.Asks(i+1):
		return true
	case !alone(i + 1):
		return false
	case reading.StartsWith(s.Tokens[i:], idleAlone):
		return true
	case not:
		return prev == "can" && next == "help" || bounding.Has(next) && english.IsAmount(after)
	case s.Tokens[i].Text == "no":
		return prev == "in" && next == "time" || strings.HasPrefix(behind(s, i), "-")
	}
	return false
}

// restricted reports whether the other side has an “only” without a negator where this one
// says “not only”: what is not only so there is only so here.
func restricted(c *comparison.Comparison, s *comparison.Side, i int) bool {
	if s.Tokens[i].Text != "not" || !restricting.Has(s.At(i+1)) || s.HasTwin(i+1) {
		return false
	}
	there := other(c, s)
	r := there.Around(s.Expect(i+1), restrictedReach, restrictedReach)
	for k := r.Start; k < r.End; k++ {
		alone := restricting.Has(there.Tokens[k].Text) && !there.HasTwin(k)
		if alone && !reading.Negated(there.Words(there.Around(k, 2, 0))) {
			return true
		}
	}
	return false
}

// restrictedReach is how far an “only” may stand from the place of a “not just”, in words.
const restrictedReach = 3

// restricting are words that say that nothing else is meant: “only”, “just”.
var restricting = words.Set("negation", "restricting")

// behind is the text behind word i.
func behind(s *comparison.Side, i int) string { return s.Doc.Text[s.Doc.Words[s.Tokens[i].Word].End:] }
