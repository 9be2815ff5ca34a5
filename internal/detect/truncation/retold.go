package truncation

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// dropsEnding looks for a condition that ends the sentence, behind word hi of the
// source.
func dropsEnding(c *comparison.Comparison, hi int) {
	end := c.S.SentenceEnd(hi)
	for j := hi + 1; j < end; j++ {
		tail := reading.Range{Start: j, End: end}
		if c.S.OpensClause(j) && limits(c.S.Words(tail)) && c.S.LastClause(j, end) {
			drops(c, c.Spans[len(c.Spans)-1].End, tail)
			return
		}
	}
}

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
	for lo < end && (!c.S.Tied(lo) || !reading.Content(c.S.Tokens[lo].Text)) {
		lo++
	}
	head := c.S.Tokens[start:lo]
	condition := reading.StartsWith(head, clause.Openings) && !reading.StartsWith(head, clause.HeadAsides)
	for j := start + 2; j <= lo; j++ {
		opening := reading.Range{Start: start, End: j}
		if condition && c.S.OpensClause(j) || leavesOpen(c.S.Words(opening)) {
			if !introduced(c) {
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
// a clause: news came that.
func introduced(c *comparison.Comparison) bool {
	n := 0
	for i, a := range c.Q.Tokens {
		switch content := reading.Content(a.Text); {
		case content && c.Q.Tied(i):
			return n > 0
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
	if clause.Restricts(c.Q.Tokens) || slices.ContainsFunc(c.Q.Tokens, reports) {
		return
	}
	for j := r.Start; j < r.End; j++ {
		if c.S.Tied(j) && reading.Content(c.S.Tokens[j].Text) {
			return
		}
	}
	cut(c, change.Major, at, c.S.SpanOf(r))
}

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
