package comparison

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// Each detector looks at its own words, one by one, and so two people's names
// are four differences, and "a third" for "half" is a number and a missing
// article. What a reader takes for one change is made one here, and the place
// in the transcript is made to hold what the quote's first and last words
// stand for.

// Join makes one difference of neighbours that are one, in the order of the
// report.
func (c *Comparison) Join() {
	slices.SortStableFunc(c.out, func(a, b change.Change) int { return a.Report.Start - b.Report.Start })
	c.out = merge(merge(slices.Compact(c.out), c.undone), c.one)
}

// merge goes over differences side by side and puts what f makes of two in
// their place, if it makes something of them.
func merge(ds []change.Change, f func(a, b change.Change) []change.Change) []change.Change {
	out := ds[:0]
	for _, d := range ds {
		n := len(out)
		if n == 0 {
			out = append(out, d)
			continue
		}
		out = append(out[:n-1], f(out[n-1], d)...)
	}
	return out
}

// undone takes away a word of grammar that was put in and left out again a few
// words on: a trace of how the words were tied.
func (c *Comparison) undone(a, b change.Change) []change.Change {
	if a.Severity == change.Minor && b.Severity == change.Minor && (a.Kind == change.Omission && b.Kind == change.Insertion || a.Kind == change.Insertion && b.Kind == change.Omission) {
		x, y := english.Lower(c.Q.Doc.Read(a.Report)+c.S.Doc.Read(a.Source)), english.Lower(c.Q.Doc.Read(b.Report)+c.S.Doc.Read(b.Source))
		if x == y && english.FunctionWords.Has(x) {
			return nil
		}
	}
	return []change.Change{a, b}
}

// one makes one difference of two that are: a name or phrase, word by word; a
// change and the words of grammar beside it.
func (c *Comparison) one(a, b change.Change) []change.Change {
	switch {
	case c.onePhrase(a, b), c.absorbs(a, b):
		return []change.Change{both(a, b)}
	case c.absorbs(b, a):
		return []change.Change{both(b, a)}
	case a.Kind == change.Spelling && b.Kind == change.Spelling && a.Source == b.Source:
		return []change.Change{both(a, b)} // United States, word by word, for US
	case saidBy(a, b):
		return []change.Change{b}
	case saidBy(b, a):
		return []change.Change{a}
	case c.agreement(a) && b.Kind != change.Spelling && reading.Touch(c.Q.Doc, a.Report, b.Report):
		return []change.Change{b}
	}
	return []change.Change{a, b}
}

// saidBy reports whether a is said by b already: words that a longer passage
// holds which was left out or put in and weighs as much, or the form of a word that
// was put for another.
func saidBy(a, b change.Change) bool {
	if a.Severity == change.Major && b.Severity == change.Minor || !b.Report.Contains(a.Report) || !b.Source.Contains(a.Source) {
		return false
	}
	return (b.Kind == change.Omission || b.Kind == change.Insertion) && a.Kind != change.Negation || a.Kind == change.Contraction || a.Kind == b.Kind && a.Kind == change.NumberStyle
}

// agreement reports an article that is written by what follows it: a, an.
func (c *Comparison) agreement(d change.Change) bool {
	return d.Kind == change.Spelling && english.Articles.Has(english.Lower(c.Q.Doc.Read(d.Report))) && english.Articles.Has(english.Lower(c.S.Doc.Read(d.Source)))
}

// onePhrase reports whether b goes on where a ends, on both sides, with the
// same name or phrase.
func (c *Comparison) onePhrase(a, b change.Change) bool {
	if a.Kind != b.Kind || a.Severity != b.Severity || a.Kind != change.Name && a.Kind != change.Substitution || !twoSided(a) || !twoSided(b) || a.Report.End > b.Report.Start || a.Source.End > b.Source.Start {
		return false
	}
	here, there := c.Q.Doc.Text[a.Report.End:b.Report.Start], c.S.Doc.Text[a.Source.End:b.Source.Start]
	return reading.SideBySide(here) && reading.SideBySide(there) || a.Kind == change.Name && here == there && titleJoints.Has(strings.TrimSpace(here))
}

func twoSided(d change.Change) bool { return d.Report.Len() > 0 && d.Source.Len() > 0 }

// titleJoints stand inside a name: the Ministry of Water and Land.
var titleJoints = words.Phrases("names", "title-joints")

// absorbs reports whether b is about nothing but words of grammar beside those
// of a.
func (c *Comparison) absorbs(a, b change.Change) bool {
	return c.Copied && decides(a) && c.slight(b) && reading.Touch(c.Q.Doc, a.Report, b.Report) && reading.Touch(c.S.Doc, a.Source, b.Source)
}

// slight reports whether a difference is about words of grammar alone.
func (c *Comparison) slight(d change.Change) bool {
	if d.Severity == change.Major || d.Kind != change.Omission && d.Kind != change.Insertion && d.Kind != change.Substitution {
		return false
	}
	return !reading.Says(c.Q.Doc, d.Report) && !reading.Says(c.S.Doc, d.Source)
}

// decides reports whether a difference is one of words put for words, and major.
func decides(d change.Change) bool {
	switch d.Kind {
	case change.Splice, change.Truncation, change.Order, change.Insertion, change.Omission:
		return false
	}
	return d.Severity == change.Major
}

// both is the difference a with the words of b beside it.
func both(a, b change.Change) change.Change {
	a.Report, a.Source = cover(a.Report, b.Report), cover(a.Source, b.Source)
	return a
}

// cover is the span of both; an empty one has no words to cover.
func cover(a, b text.Span) text.Span {
	switch {
	case a.Len() == 0:
		return b
	case b.Len() == 0:
		return a
	}
	return a.Cover(b)
}

// edgeWords is how many words at most may stand between the match and the
// words that the quote's first or last ones stand for.
const edgeWords = 2

// Widened is the match, stretched over the words of its sentence that the quote's
// first or last ones were put for: the placing ends where the equal words end.
func (c *Comparison) Widened() align.Match {
	m, chain := c.Match, c.Chain()
	if len(chain) == 0 || len(m.Spans) == 0 {
		return m
	}
	lo, hi := chain[0], chain[len(chain)-1]
	first, last := c.Q.SpanOf(reading.One(lo[0])).Start, c.Q.SpanOf(reading.One(hi[0])).End
	m.Spans = slices.Clone(m.Spans)
	front, back := &m.Spans[0], &m.Spans[len(m.Spans)-1]
	*front = c.S.stretched(*front, lo[1])
	*back = c.S.stretched(*back, hi[1])
	for _, d := range slices.Backward(c.out) {
		if d.Report.End <= first && c.S.stretches(d, d.Source, *front) {
			front.Start = d.Source.Start
		}
	}
	for _, d := range c.out {
		if d.Report.Start >= last && c.S.stretches(d, *back, d.Source) {
			back.End = d.Source.End
		}
	}
	m.Spans = apartSpans(m.Spans)
	return m
}

// apartSpans makes one of neighbours that overlap.
func apartSpans(spans []text.Span) []text.Span {
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

// stretched is a span of the match with source atom j, if that stands in the
// same sentence.
func (x *Side) stretched(s text.Span, j int) text.Span {
	if w := x.Doc.Words[x.Tokens[j].Word].Span(); x.Doc.SentenceAt(s.Start) == x.SentenceOf(j) {
		return s.Cover(w)
	}
	return s
}

// stretches reports whether a difference puts words for words of the source
// that stand just outside of the match: a before b.
func (s *Side) stretches(d change.Change, a text.Span, b text.Span) bool {
	t := s.Doc
	return twoSided(d) && d.Kind != change.Order && a.End <= b.Start && t.WordsIn(text.Span{Start: a.End, End: b.Start}).Len() <= edgeWords &&
		t.SentenceAt(a.End-1) == t.SentenceAt(b.Start)
}
