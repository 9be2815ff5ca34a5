package construction

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// longestGap is how many words the dots of a frame stand for at most.
const longestGap = 8

// A use is a frame where one side has it.
type use struct {
	*frame
	at    reading.Range // from its first word to its last
	words []int         // its own, without gaps and amounts
	slot  int           // the word of its slot; -1 where it has none
}

// uses are the places where a side has frames of a table, in order; of those that begin
// at one word the ones of most words first.
func (t *table) uses(s *comparison.Side) []use {
	var out []use
	for i, a := range s.Tokens {
		frames := t.by[a.Text]
		if len(frames) == 0 || shifted(s, i) {
			continue
		}
		from := len(out)
		for _, f := range frames {
			u := use{frame: f, at: reading.Range{Start: i, End: i}, slot: -1}
			if u.fits(s, i, f.elements) {
				out = append(out, u)
			}
		}
		slices.SortStableFunc(out[from:], func(a, b use) int { return len(b.words) - len(a.words) })
	}
	return out
}

// affirming are phrases that say the opposite of their last word: “a few”.
var affirming = words.Phrases("negation", "affirming")

// shifted reports whether what stands before word i makes another thing of a frame that
// begins there: “not only”, “a few”.
func shifted(s *comparison.Side, i int) bool {
	if i > 0 && reading.StartsWith(s.Tokens[i-1:], affirming) {
		return true
	}
	return reading.Negated(s.Tokens[max(0, i-1):i]) && !s.MarkedOff(i)
}

// fits reports whether the words from i on are those of the elements that are left, and
// takes them down.
func (u *use) fits(s *comparison.Side, i int, left []element) bool {
	if len(left) == 0 {
		return true
	}
	switch e := left[0]; e.kind {
	case gap:
		return u.skips(s, i, left[1:])
	case amount:
		return english.IsAmount(s.At(i))
	case slot:
		u.slot = i
		return reading.Content(s.At(i)) && u.takes(s, i, left[1:])
	default:
		return slices.Contains(e.words, s.At(i)) && u.takes(s, i, left[1:])
	}
}

// takes takes word i down and goes on behind it, in the same clause.
func (u *use) takes(s *comparison.Side, i int, left []element) bool {
	if s.Spent[i] || s.Tokens[i].Bracketed || i > u.at.Start && (s.OpensClause(i) || s.Tokens[i].First) {
		return false
	}
	if s.At(i) == "if" && (s.At(i-1) == "even" || asking.Has(s.At(i-1))) {
		return false // even if, ask if
	}
	n, end := len(u.words), u.at.End
	u.words, u.at.End = append(u.words, i), i+1
	if u.fits(s, i+1, left) {
		return true
	}
	u.words, u.at.End = u.words[:n], end
	return false
}

// skips goes on behind the fewest words, of one clause and without a negator, behind which
// the elements that are left stand. A “that” begins a clause, but for the first of them:
// “think that the dam will not”, but not “not true that we have yet”. What an “if” denies is
// of its own clause.
func (u *use) skips(s *comparison.Side, i int, left []element) bool {
	if s.At(i-1) == "only" && picks(s, i) {
		return false
	}
	for k := i; k < min(len(s.Tokens), i+longestGap); k++ {
		if s.OpensClause(k) || s.Tokens[k].First {
			return false
		}
		if k > i && u.fits(s, k, left) {
			return true
		}
		if english.Negators.Has(s.At(k)) || k > i && (s.At(k) == "that" || s.At(i-1) == "if" && another(s, k)) {
			return false
		}
	}
	return false
}

// picks reports whether the “only” before word i says who or what, not when: “only the
// miners will be paid if”, “for only two wells”.
func picks(s *comparison.Side, i int) bool {
	return english.NounStarts.Has(s.At(i)) || english.IsAmount(s.At(i)) || s.Tokens[i-1].First
}

// another reports whether word k of a condition may begin what follows from it, or another
// condition: the “we” of “if it agrees we will not”, “and”.
func another(s *comparison.Side, k int) bool {
	w := s.At(k)
	if w == "and" || w == "or" {
		return true
	}
	begins := english.Subjects.Has(w) || english.NounStarts.Has(w)
	return begins && (reading.Content(s.At(k-1)) || english.Auxiliaries.Has(s.At(k-1)))
}

// asking are words behind which “if” is “whether”.
var asking = words.Set("constructions", "asking")

// inGaps reports whether word i stands in a gap of the use.
func (u *use) inGaps(i int) bool {
	return u.at.Start <= i && i < u.at.End && !slices.Contains(u.words, i)
}

// said are the words of the use, without its gaps.
func (u *use) said(s *comparison.Side) string {
	var out []string
	for _, i := range u.words {
		out = append(out, s.At(i))
	}
	return strings.Join(out, " ")
}

// lone are the words of the use that have no equal on the other side.
func (u *use) lone(s *comparison.Side) (out []reading.Token) {
	for _, i := range u.words {
		if !s.HasTwin(i) {
			out = append(out, s.Tokens[i])
		}
	}
	return out
}
