package quantifier

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// longestException is how many words may name who is excepted.
const longestException = 5

// exceptions tells a whole from which the source excepts somebody and a retelling does
// not: “everybody signed”, of “everybody but the miners signed”.
func exceptions(c *comparison.Comparison) {
	if slices.ContainsFunc(c.Q.Tokens, excepting) {
		return
	}
	for j := range c.S.Tokens {
		r := exceptionAt(c.S, j)
		if r.Len() == 0 || c.S.AnySpent(r) || c.S.AnyTied(comparison.From(r.Start+1, r.Len()-1)) {
			continue
		}
		if i := wholeNear(c, j); i >= 0 {
			c.Tell(change.Quantifier, change.Major, reading.One(i), reading.Range{Start: j, End: r.End})
			return
		}
	}
}

// wholeNear is the word of the quote, where word j of the source would stand, that speaks
// of all or of none; -1 where there is none.
func wholeNear(c *comparison.Comparison, j int) int {
	for i, a := range c.Q.Tokens {
		here, there := reading.Fact{At: reading.One(i)}, reading.Fact{At: reading.One(j)}
		if whole(a.Text) && !c.Q.Spent[i] && c.Near(here, there) {
			return i
		}
	}
	return -1
}

// exceptionAt is the exception from the whole that token j speaks of: “but the miners”
// behind “everybody”, “but two” behind “all”; empty where there is none.
func exceptionAt(s *comparison.Side, j int) reading.Range {
	k := j + 1
	if !whole(s.Tokens[j].Text) || k+1 >= len(s.Tokens) {
		return reading.Range{}
	}
	if w := s.At(k); w != "but" && !excepts.Has(w) || s.SentenceOf(k) != s.SentenceOf(j) {
		return reading.Range{}
	}
	next := s.Tokens[k+1]
	if !english.NounStarts.Has(next.Text) && !reading.Figure(next) && !reading.Capital(next) {
		return reading.Range{} // all but impossible
	}
	r := reading.Range{Start: k, End: k + 2}
	for r.End < min(len(s.Tokens), k+longestException) && !reading.Content(s.At(r.End-1)) {
		r.End++
	}
	return r
}

// whole reports whether a word speaks of all, or of none: “everybody”.
func whole(w string) bool { return english.Quantities.Of(w) == all || nones.Has(w) && w != "never" }

// excepting reports a word that takes somebody out of a whole.
func excepting(a reading.Token) bool { return a.Text == "but" || excepts.Has(a.Text) }

// excepts are words that take somebody out of a whole: “except”.
var excepts = words.Set("degree", "excepts")
