package negation

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// excuseReach is how far before the word that is negated another may stand that
// does the work of the negator.
const excuseReach = 6

// excused reports whether the other side does the work of the negator at r in a word
// of its own: a negative word that has no equal on the one side ("refuses to" for
// "does not"), or the opposite of what is negated ("early" for "not late"). It must
// stand by the counterpart of what the negator governs, or where that has none, near
// by.
func excused(c *comparison.Comparison, w comparison.Way, r reading.Range) bool {
	head, at, word := w.One.HeadAfter(r.End), w.One.Expect(r.Start), ""
	if head >= 0 {
		word = w.One.Tokens[head].Text
	}
	if !c.Copied && word != "" {
		vanishes := twice.Has(word) && !w.One.HasTwin(head) && head <= r.End+1
		if vanishes || unmade(w.Other, at, word) {
			return true
		}
	}
	around := placeOfExcuse(c, w, head, at)
	for i := around.Start; i < around.End; i++ {
		if mayExcuse(w.Other, i) && excuses(w.Other, i, word) {
			w.Other.Excused[i] = true
			return true
		}
	}
	return false
}

// twice are verbs that a negator before them makes positive: do not forget, remember.
var twice = words.Set("negation", "twice")

// placeOfExcuse is where on the other side a word may do the work of a negator that
// would stand at a place and negates the word at head.
func placeOfExcuse(c *comparison.Comparison, w comparison.Way, head, at int) reading.Range {
	if c.Copied {
		return w.Other.Around(at, comparison.CopiedReach, comparison.CopiedReach)
	}
	if head >= 0 {
		if m, ok := w.One.Best(head); ok {
			return w.Other.Around(m.At, excuseReach, 2)
		}
	}
	return w.Other.Around(at, excuseReach, excuseReach)
}

// mayExcuse reports whether a word of the other side has no work of its own yet.
// "Gone" has: "has gone" denies nothing.
func mayExcuse(s *comparison.Side, i int) bool {
	if s.Spent[i] || s.HasTwin(i) || s.Excused[i] {
		return false
	}
	return s.Tokens[i].Text != "gone" || !formsOfHave.Has(s.At(i-1))
}

var formsOfHave = words.Set("grammar", "have")

// excuses reports whether word i says by itself what a negated word does.
func excuses(s *comparison.Side, i int, word string) bool {
	w := s.Tokens[i].Text
	switch {
	case english.Negative.Has(w), english.NegativePrefix(w), word != "" && english.Contraries(word, w):
		return true
	}
	return w == "yet" && s.At(i+1) == "to"
}

// unmade reports whether the other side has the word that is negated with a
// negative beginning: will not be forgiven, is unforgivable.
func unmade(s *comparison.Side, at int, word string) bool {
	n := min(len(word), 6)
	if n < 5 {
		return false
	}
	r := reading.Clip(at-2*comparison.RetoldReach, at+2*comparison.RetoldReach, len(s.Tokens))
	for i := r.Start; i < r.End; i++ {
		if !s.Spent[i] && strings.HasPrefix(s.Tokens[i].Text, "un"+word[:n]) {
			return true
		}
	}
	return false
}

// turnedNear reports whether a negator or a negative word stands around word j.
func turnedNear(s *comparison.Side, j int) bool {
	r := s.Around(j, excuseReach, 2)
	for _, a := range s.Words(r) {
		if english.Negators.Has(a.Text) || english.Negative.Has(a.Text) || english.NegativePrefix(a.Text) {
			return true
		}
	}
	return false
}
