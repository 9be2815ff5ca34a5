package truncation

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// dropsEnding looks for a condition that ends the sentence, behind word hi of the
// source.
func dropsEnding(c *comparison.Comparison, hi int) {
	end := c.S.SentenceEnd(hi)
	for start := c.S.SentenceStart(hi); hi > start && !quotes(c, hi); {
		hi--
	}
	for j := hi + 1; j < end; j++ {
		tail := reading.Range{Start: j, End: end}
		opens := c.S.OpensClause(j) || reading.StartsWith(c.S.Words(tail), firm) && !compares(c.S, j)
		if opens && limits(c.S.Words(tail)) && c.S.LastClause(j, end) {
			drops(c, c.Spans[len(c.Spans)-1].End, tail)
			return
		}
	}
}

// compares reports whether the words from j on say how long something is or lasts, and no
// condition: “twice as long as”, “for as long as”.
func compares(s *comparison.Side, j int) bool {
	w := s.At(j - 1)
	measured := w == "for" || w == "times" || w == "twice" || w == "half"
	return s.At(j) == "as" && (measured || english.Linking.Has(w) || english.Auxiliary(w))
}

// quotes reports whether the quote has word j of the source, and it says something.
func quotes(c *comparison.Comparison, j int) bool {
	return c.S.Tied(j) && reading.Content(c.S.Tokens[j].Text)
}

// firm are conditions that need no comma before them to hold for the whole sentence: “unless”.
var firm = words.Phrases("clause", "firm")

// dropsMain looks for the clause of somebody who need not be anybody, told as what he
// did, without the sentence that it belongs to: “the mayor sold it”, of “we do not need
// a mayor who sold it”.
func dropsMain(c *comparison.Comparison, lo int) {
	if reading.Has(c.Q.Tokens, "who") || reading.Negated(c.Q.Tokens) {
		return
	}
	for r := c.S.SentenceStart(lo) + 2; r < c.S.SentenceEnd(lo); r++ {
		if c.S.Tokens[r].Text != "who" {
			continue
		}
		if main := clause.NeedNotBe(c.S.Run, r); main.Len() > 0 {
			drops(c, c.Spans[0].Start, main)
		}
		return
	}
}

// limits reports whether a tail begins as a condition does, and is no aside: "if they
// pay", but not "if I may say so".
func limits(tail []reading.Token) bool {
	return reading.StartsWith(tail, clause.Closing) && !reading.StartsWith(tail, clause.Asides)
}

// dropsOpening looks for a condition, or for what leaves open what follows, that
// begins the sentence, before the first word of content that the quote has of it.
func dropsOpening(c *comparison.Comparison, start, lo int) {
	end := c.S.SentenceEnd(lo)
	for lo < end && !quotes(c, lo) {
		lo++
	}
	if lo == end { // the sentence is left out as a whole
		return
	}
	for start < lo && clause.Openers.Has(c.S.Tokens[start].Text) { // “But if it rains, …”
		start++
	}
	head := c.S.Tokens[start:lo]
	condition := reading.StartsWith(head, clause.Openings) && !reading.StartsWith(head, clause.HeadAsides)
	for j := start + 2; j <= lo; j++ {
		opening := reading.Range{Start: start, End: j}
		if condition && c.S.OpensClause(j) || leavesOpen(c.S.Words(opening)) {
			if !introduced(c, condition) {
				drops(c, c.Spans[0].Start, opening)
			}
			return
		}
	}
}

// leavesOpen reports whether a head takes what follows and does not assert it: there
// are rumours that.
func leavesOpen(head []reading.Token) bool {
	return head[len(head)-1].Text == "that" && clause.Unasserted(head, false)
}

// introduced reports whether the quote begins with words of its own that may take
// a clause: news came that. For a condition a verb is too little: “we take it to the
// court”, of “if they refuse, we go to the court”.
func introduced(c *comparison.Comparison, condition bool) bool {
	n, parted := 0, false
	for i, a := range c.Q.Tokens {
		parted = parted || c.Q.OpensClause(i)
		switch content := reading.Content(a.Text); {
		case content && c.Q.Tied(i):
			return n > 1 || n > 0 && (parted || !condition)
		case content:
			n++
		case a.Text == "that" && n > 0:
			return true
		}
	}
	return true
}

// drops tells a cut of words r of the source at a place, if nothing in the quote
// answers to them.
func drops(c *comparison.Comparison, at int, r reading.Range) {
	if clause.Restricts(ownOf(c, r)) || slices.ContainsFunc(c.Q.Tokens, reports) || pointsToCondition(c) {
		return
	}
	for j := r.Start; j < r.End; j++ {
		if quotes(c, j) {
			return
		}
	}
	cut(c, change.Major, at, c.S.SpanOf(r))
}

// ownOf are the words of the quote that may stand for words r of the source: those that the
// source has outside of them as well do not, nor a negator where it denies something there.
func ownOf(c *comparison.Comparison, r reading.Range) (own []reading.Token) {
	outside := slices.Concat(c.S.Tokens[:r.Start], c.S.Tokens[r.End:])
	denied := reading.Negated(outside)
	for _, a := range c.Q.Tokens {
		if !reading.Has(outside, a.Text) && !(denied && english.Negators.Has(a.Text)) {
			own = append(own, a)
		}
	}
	return own
}

// pointsToCondition reports whether the quote has a phrase of its own that stands for what it
// hangs on, or for those who say it: “in that case”, “there are those who”.
func pointsToCondition(c *comparison.Comparison) bool {
	for i := range c.Q.Tokens {
		if reading.StartsWith(c.Q.Tokens[i:], pointing) {
			return true
		}
	}
	return false
}

// pointing are phrases that stand for a condition that was named, or for who says what
// follows: “in return”, “there are those who”.
var pointing = words.Phrases("clause", "pointing")

// reports reports whether a word gives what follows to somebody: said, according,
// hopes, denied.
func reports(a reading.Token) bool {
	switch w := a.Text; {
	case english.Saying.Has(w), english.Hearing.Has(w), english.Wishing.Has(w), english.Denying.Has(w):
		return true
	default:
		return english.Stances.Of(w) == english.Alleged || w == "according"
	}
}
