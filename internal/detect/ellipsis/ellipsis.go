package ellipsis

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// Find tells what the quote leaves out openly, and what of it turns or limits what
// is quoted.
func Find(c *comparison.Comparison) {
	for i := 1; i < len(c.Q.Tokens); i++ {
		if !c.Q.Shown(i) {
			continue
		}
		skipped, gone, ok := skippedBefore(c, i)
		if !ok || gone.Len() == 0 || restOfFigure(c, i, skipped) {
			continue
		}
		gap := c.Q.Between(i)
		if newSubject(c, skipped) || !c.Q.Tokens[i].Dots && orphaned(c, i, skipped) {
			c.NoteAt(change.Splice, change.Major, gap.Start, c.S.Doc.SpanOf(gone))
		} else {
			c.Note(change.Ellipsis, change.Minor, gap, c.S.Doc.SpanOf(gone))
		}
		hides(c, pastBrackets(c, i), skipped, gap.Start)
		c.S.Spend(skipped)
	}
}

// skippedBefore are the words of the source, and those of the transcript, between
// the counterparts of the quote's words before and after its gap i.
func skippedBefore(c *comparison.Comparison, i int) (skipped reading.Range, gone text.Range, ok bool) {
	lo, hi, next := -1, -1, i
	for k := i - 1; k >= 0 && lo < 0; k-- {
		if m, ok := c.Q.Best(k); ok {
			lo = m.At
		}
	}
	for ; next < len(c.Q.Tokens) && hi < 0; next++ {
		if m, ok := c.Q.Best(next); ok {
			hi = m.At
		}
	}
	if lo < 0 || hi <= lo {
		return reading.Range{}, text.Range{}, false
	}
	if next > i+1 && !c.Copied {
		hi = max(lo+1, c.S.SentenceStart(hi)) // what stands before it there may be retold
	}
	gone = text.Range{Start: c.S.Tokens[lo].Word + 1, End: c.S.Tokens[hi].Word}
	return reading.Range{Start: lo + 1, End: hi}, gone, true
}

// restOfFigure reports whether the words that are skipped before gap i of the quote are the
// rest of a number or a date that the quote has beside the gap, written otherwise: “on May 3,” he
// said, for “on 3 May”.
func restOfFigure(c *comparison.Comparison, i int, skipped reading.Range) bool {
	if c.Q.Tokens[i].Dots || skipped.Len() == 0 {
		return false
	}
	beside := figures(c, c.Q)
	if !inFacts(beside, i-1) && !inFacts(beside, i) {
		return false
	}
	of := figures(c, c.S)
	for k := skipped.Start; k < skipped.End; k++ {
		if !inFacts(of, k) {
			return false
		}
	}
	return true
}

// figures are the numbers and dates of a side.
func figures(c *comparison.Comparison, s *comparison.Side) []reading.Fact {
	return append(s.Dates(), c.Amounts(s)...)
}

func inFacts(facts []reading.Fact, i int) bool {
	return slices.ContainsFunc(facts, func(f reading.Fact) bool { return f.At.Start <= i && i < f.At.End })
}

// pastBrackets is the first word of the quote from i on that is not in brackets.
func pastBrackets(c *comparison.Comparison, i int) int {
	for i+1 < len(c.Q.Tokens) && c.Q.Tokens[i].Bracketed {
		i++
	}
	return i
}

// hides tells what was left out openly at a place, before word i of the quote, and
// turns what is quoted.
func hides(c *comparison.Comparison, i int, skipped reading.Range, at int) {
	head := headIn(c, skipped)
	switch j := clause.NegatorIn(c.S.Run, skipped); {
	case head.Len() > 0 && clause.Governs(c.S.Run, head.Start, head.End, c.Quoted()):
		c.NoteAt(change.Truncation, change.Major, at, c.S.SpanOf(head))
	case j >= 0 && c.Q.Tied(i):
		c.NoteAt(change.Negation, change.Major, at, c.S.SpanOf(reading.One(j)))
		return
	}
	if limit := clause.LimitIn(c.S.Run, skipped); limit.Len() > 0 {
		c.NoteAt(change.Truncation, change.Major, at, c.S.SpanOf(limit))
	}
}

// headIn is the beginning of another sentence among the words that were left
// out, where the quote goes on in the middle of that.
func headIn(c *comparison.Comparison, skipped reading.Range) reading.Range {
	if !c.Copied || skipped.End >= len(c.S.Tokens) {
		return reading.Range{}
	}
	head := reading.Range{Start: c.S.SentenceStart(skipped.End), End: skipped.End}
	if head.Start < skipped.Start {
		return reading.Range{}
	}
	return head
}

// newSubject reports whether the words that were left out have the subject of what
// the quote goes on with, and the quote has another one before the dots.
func newSubject(c *comparison.Comparison, skipped reading.Range) bool {
	k := skipped.End
	if !c.Copied || skipped.Start == 0 || k >= len(c.S.Tokens) || c.S.Tokens[k].First || c.S.OpensClause(k) {
		return false
	}
	j := k - 1
	for j > skipped.Start && !begins(c.S, j) {
		j--
	}
	subject := reading.Range{Start: j, End: k}
	if j <= skipped.Start || subject.Len() > clause.NearVerb || !c.S.Nominal(j) || c.S.VerbIn(subject) {
		return false
	}
	return !c.S.VerbIn(reading.Range{Start: c.S.SentenceStart(skipped.Start - 1), End: skipped.Start})
}

// begins reports whether a clause may begin at word j: at a comma, a sentence, or
// behind "and".
func begins(s *comparison.Side, j int) bool {
	return s.OpensClause(j) || s.Tokens[j].First || conjunctions.Has(s.Tokens[j-1].Text)
}

var conjunctions = words.Set("grammar", "conjunctions")
