package clause

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// LimitIn is the part of a range that was left out behind a quoted word, in its
// sentence, that limits it: “unless it rains”.
func LimitIn(s *reading.Run, skipped reading.Range) reading.Range {
	if skipped.Len() == 0 || skipped.Start == 0 || s.SentenceOf(skipped.Start) != s.SentenceOf(skipped.Start-1) {
		return reading.Range{}
	}
	if reading.StartsWith(s.Tokens[skipped.Start-1:skipped.Start], Openings) {
		return reading.Range{} // if, and only if
	}
	if r, v := LimitAfter(s, skipped.Start, skipped.End); v == change.Major {
		return r
	}
	return reading.Range{}
}

// negatorReach is how many words may stand from a negator to what it negates: do
// not at all in any way support.
const negatorReach = 5

// NegatorIn is the negator, in a range that was left out, of the word that the
// quote goes on with: the “not” of “do not at all support”; -1 where there is none.
func NegatorIn(s *reading.Run, skipped reading.Range) int {
	if skipped.Start > 0 && english.Negators.Has(s.Tokens[skipped.Start-1].Text) {
		return -1
	}
	if otherThing(s, skipped.Start, skipped.End) {
		return -1
	}
	for j := skipped.End - 1; j >= max(skipped.Start, skipped.End-negatorReach); j-- {
		if s.OpensClause(j+1) || s.Tokens[j+1].First {
			return -1
		}
		if english.Negators.Has(s.Tokens[j].Text) && s.At(j+1) != "only" {
			return j
		}
	}
	return -1
}
