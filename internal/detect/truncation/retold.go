package truncation

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// In other words than the transcript's a quote has no last word behind which the
// rest was cut: a translator puts things in another order, and leaves words out in
// every sentence. So only what no translation leaves out counts: a clause of its own
// at either end of the sentence that is its condition, or gives it to others, where
// the quote has neither a word tied to it nor any word that restricts or reports.

// dropsEnding looks for a condition that ends the sentence, behind source atom hi.
func dropsEnding(c *comparison.Comparison, hi, end int) {
	for j := hi + 1; j < end; j++ {
		if c.S.OpensClause(j) && reading.StartsWith(c.S.Tokens[j:end], clause.Closing) && !reading.StartsWith(c.S.Tokens[j:end], clause.Asides) && c.S.LastClause(j, end) {
			drops(c, c.Spans[len(c.Spans)-1].End, reading.Range{Start: j, End: end})
			return
		}
	}
}

// dropsOpening looks for a condition, or for what leaves open what follows, that
// begins the sentence, before the first word of content that the quote has of it.
func dropsOpening(c *comparison.Comparison, start, lo int) {
	end := c.S.SentenceEnd(lo)
	for lo < end && (len(c.S.Mates[lo]) == 0 || !reading.Content(c.S.Tokens[lo].Text)) {
		lo++
	}
	head := c.S.Tokens[start:lo]
	for j := start + 2; j <= lo; j++ {
		opening := c.S.Tokens[start:j]
		switch {
		case c.S.OpensClause(j) && reading.StartsWith(head, clause.Openings) && !reading.StartsWith(head, clause.HeadAsides):
		case opening[len(opening)-1].Text == "that" && clause.Unasserted(opening, false):
		default:
			continue
		}
		if !introduced(c) {
			drops(c, c.Spans[0].Start, reading.Range{Start: start, End: j})
		}
		return
	}
}

// introduced reports whether the quote begins with words of its own that may take
// a clause: news came that.
func introduced(c *comparison.Comparison) bool {
	n := 0
	for i, a := range c.Q.Tokens {
		switch content := reading.Content(a.Text); {
		case content && len(c.Q.Mates[i]) > 0:
			return n > 0
		case content:
			n++
		case a.Text == "that" && n > 0:
			return true
		}
	}
	return true
}

// drops notes a cut of source atoms r at a place, if nothing in the quote answers
// to them.
func drops(c *comparison.Comparison, at int, r reading.Range) {
	reports := func(a reading.Token) bool {
		return english.Saying.Has(a.Text) || english.Hearing.Has(a.Text) || english.Stances.Of(a.Text) == english.Alleged || english.Wishing.Has(a.Text) || english.Denying.Has(a.Text) || a.Text == "according"
	}
	if clause.Restricts(c.Q.Tokens) || slices.ContainsFunc(c.Q.Tokens, reports) {
		return
	}
	for j := r.Start; j < r.End; j++ {
		if len(c.S.Mates[j]) > 0 && reading.Content(c.S.Tokens[j].Text) {
			return
		}
	}
	c.Cut(change.Major, at, c.SourceSpan(r))
}
