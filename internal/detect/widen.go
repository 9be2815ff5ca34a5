package detect

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// edgeWords is how many words at most may stand between the match and the
// words that the quote's first or last ones stand for.
const edgeWords = 2

// widened is the match, stretched over the words of its sentence that the quote's
// first or last ones were put for: the placing ends where the equal words end.
func widened(c *comparison.Comparison, changes []change.Change) align.Match {
	m, chain := c.Match, c.Chain()
	if len(chain) == 0 || len(m.Spans) == 0 {
		return m
	}
	lo, hi := chain[0], chain[len(chain)-1]
	first, last := c.Q.SpanOf(reading.One(lo.Q)).Start, c.Q.SpanOf(reading.One(hi.Q)).End
	m.Spans = slices.Clone(m.Spans)
	front, back := &m.Spans[0], &m.Spans[len(m.Spans)-1]
	*front = stretched(c.S, *front, lo.S)
	*back = stretched(c.S, *back, hi.S)
	for _, d := range slices.Backward(changes) {
		if d.Report.End <= first && wordsFor(d) && beside(c.S.Doc, d.Source, *front) {
			front.Start = d.Source.Start
		}
	}
	for _, d := range changes {
		if d.Report.Start >= last && wordsFor(d) && beside(c.S.Doc, *back, d.Source) {
			back.End = d.Source.End
		}
	}
	m.Spans = apart(m.Spans)
	return m
}

// stretched is a span of the match with word j of the source, if that stands in the
// same sentence.
func stretched(s *comparison.Side, span text.Span, j int) text.Span {
	if s.Doc.SentenceAt(span.Start) != s.SentenceOf(j) {
		return span
	}
	return span.Cover(s.Doc.Words[s.Tokens[j].Word].Span())
}

// wordsFor reports whether a change puts words for words.
func wordsFor(d change.Change) bool { return d.TwoSided() && d.Kind != change.Order }

// beside reports whether a stands before b in one sentence, or all but.
func beside(d *text.Document, a, b text.Span) bool {
	if a.End > b.Start || d.WordsIn(text.Span{Start: a.End, End: b.Start}).Len() > edgeWords {
		return false
	}
	return d.SentenceAt(a.End-1) == d.SentenceAt(b.Start)
}

// apart makes one of neighbours that overlap.
func apart(spans []text.Span) []text.Span {
	out := spans[:1]
	for _, s := range spans[1:] {
		if last := &out[len(out)-1]; s.Start < last.End && last.Start < s.End {
			*last = last.Cover(s)
		} else {
			out = append(out, s)
		}
	}
	return out
}
