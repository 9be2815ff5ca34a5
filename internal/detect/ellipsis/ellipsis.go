package ellipsis

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// Where a quote has dots, or the report's own words (he said), the reader knows
// that something was left out, and trusts that it was idle. It is not if it limits
// what stands before the dots, governs or negates what stands behind them, or
// holds the subject of it: "The opposition … supports the reform", of a sentence
// in which the government does.

// Find: where the quote has dots, or the report's own words (he said), the
// words of the source that are missing there were left out openly. Words that
// turn or limit what is quoted must not be among them.
func Find(c *comparison.Comparison) {
	for i := 1; i < len(c.Q.Tokens); i++ {
		if !c.Q.Tokens[i].Dots && !c.Q.Tokens[i].Apart {
			continue
		}
		skipped, words, ok := skippedBefore(c, i)
		if !ok || words.Len() == 0 {
			continue
		}
		gap := text.Span{Start: int(c.Q.Doc.Words[c.Q.Tokens[i-1].Word].End), End: int(c.Q.Doc.Words[c.Q.Tokens[i].Word].Start)}
		cut := text.Span{Start: gap.Start, End: gap.Start}
		if !c.Q.Tokens[i].Dots && orphaned(c, i, skipped) || newSubject(c, skipped) {
			c.Note(change.Splice, change.Major, cut, c.S.Doc.SpanOf(words))
		} else {
			c.Note(change.Ellipsis, change.Minor, gap, c.S.Doc.SpanOf(words))
		}
		hides(c, i, skipped, cut)
		for j := skipped.Start; j < skipped.End; j++ {
			c.S.Spent[j] = true
		}
	}
}

// skippedBefore are the source atoms, and the words of the transcript, between
// the counterparts of the quote's atoms before and after its gap i.
func skippedBefore(c *comparison.Comparison, i int) (atoms reading.Range, words text.Range, ok bool) {
	lo, hi, next := -1, -1, i
	for k := i - 1; k >= 0 && lo < 0; k-- {
		if len(c.Q.Mates[k]) > 0 {
			lo = c.Q.Mates[k][0].At
		}
	}
	for ; next < len(c.Q.Tokens) && hi < 0; next++ {
		if len(c.Q.Mates[next]) > 0 {
			hi = c.Q.Mates[next][0].At
		}
	}
	if lo < 0 || hi <= lo {
		return reading.Range{}, text.Range{}, false
	}
	if next > i+1 && !c.Copied {
		hi = max(lo+1, c.S.SentenceStart(hi)) // what stands before it there may be retold
	}
	return reading.Range{Start: lo + 1, End: hi}, text.Range{Start: c.S.Tokens[lo].Word + 1, End: c.S.Tokens[hi].Word}, true
}

// hides reports what was left out openly at cut, before atom i of the quote, and
// turns what is quoted.
func hides(c *comparison.Comparison, i int, skipped reading.Range, cut text.Span) {
	head := headIn(c, skipped)
	switch j := clause.NegatorIn(c.S.Run, skipped); {
	case head.Len() > 0 && clause.Governs(c.S.Run, head.Start, head.End, c.Quoted()):
		c.Note(change.Truncation, change.Major, cut, c.SourceSpan(head))
	case j >= 0 && len(c.Q.Mates[i]) > 0:
		c.Note(change.Negation, change.Major, cut, c.SourceSpan(reading.One(j)))
		return
	}
	if limit := clause.LimitIn(c.S.Run, skipped); limit.Len() > 0 {
		c.Note(change.Truncation, change.Major, cut, c.SourceSpan(limit))
	}
}

// headIn is the beginning of another sentence among the atoms that were left
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

// newSubject reports whether the atoms that were left out have the subject of what
// the quote goes on with, and the quote has another one before the dots.
func newSubject(c *comparison.Comparison, skipped reading.Range) bool {
	k := skipped.End
	if !c.Copied || skipped.Start == 0 || k >= len(c.S.Tokens) || c.S.Tokens[k].First || c.S.OpensClause(k) {
		return false
	}
	j := k - 1
	for j > skipped.Start && !c.S.OpensClause(j) && !c.S.Tokens[j].First && !conjunctions.Has(c.S.Tokens[j-1].Text) {
		j--
	}
	if j <= skipped.Start || k-j > reading.NearVerb || !c.S.Nominal(j) || c.S.VerbIn(reading.Range{Start: j, End: k}) {
		return false
	}
	return !c.S.VerbIn(reading.Range{Start: c.S.SentenceStart(skipped.Start - 1), End: skipped.Start})
}

var conjunctions = words.Set("grammar", "conjunctions")
