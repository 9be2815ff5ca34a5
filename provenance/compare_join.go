package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/text"
)

// Each detector looks at its own words, one by one, and so two people's names
// are four differences, and "a third" for "half" is a number and a missing
// article. What a reader takes for one change is made one here, and the place
// in the transcript is made to hold what the quote's first and last words
// stand for.

// join makes one difference of neighbours that are one, in the order of the
// report.
func (p *pairing) join() {
	slices.SortStableFunc(p.out, func(a, b Difference) int { return a.Report.Start - b.Report.Start })
	p.out = merge(merge(slices.Compact(p.out), p.undone), p.one)
}

// merge goes over differences side by side and puts what f makes of two in
// their place, if it makes something of them.
func merge(ds []Difference, f func(a, b Difference) []Difference) []Difference {
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
func (p *pairing) undone(a, b Difference) []Difference {
	if a.Severity == Minor && b.Severity == Minor && (a.Kind == Omission && b.Kind == Insertion || a.Kind == Insertion && b.Kind == Omission) {
		x, y := lower(p.q.d.Read(a.Report)+p.s.d.Read(a.Source)), lower(p.q.d.Read(b.Report)+p.s.d.Read(b.Source))
		if x == y && functionWords.Has(x) {
			return nil
		}
	}
	return []Difference{a, b}
}

// one makes one difference of two that are: a name or phrase, word by word; a
// change and the words of grammar beside it.
func (p *pairing) one(a, b Difference) []Difference {
	switch {
	case p.onePhrase(a, b), p.absorbs(a, b):
		return []Difference{both(a, b)}
	case p.absorbs(b, a):
		return []Difference{both(b, a)}
	case a.Kind == Spelling && b.Kind == Spelling && a.Source == b.Source:
		return []Difference{both(a, b)} // United States, word by word, for US
	case saidBy(a, b):
		return []Difference{b}
	case saidBy(b, a):
		return []Difference{a}
	case p.agreement(a) && b.Kind != Spelling && touch(p.q.d, a.Report, b.Report):
		return []Difference{b}
	}
	return []Difference{a, b}
}

// saidBy reports whether a is said by b already: words that a longer passage
// holds which was left out or put in and weighs as much, or the form of a word that
// was put for another.
func saidBy(a, b Difference) bool {
	if a.Severity == Major && b.Severity == Minor || !b.Report.Contains(a.Report) || !b.Source.Contains(a.Source) {
		return false
	}
	return (b.Kind == Omission || b.Kind == Insertion) && a.Kind != Negation || a.Kind == Contraction || a.Kind == b.Kind && a.Kind == NumberStyle
}

// agreement reports an article that is written by what follows it: a, an.
func (p *pairing) agreement(d Difference) bool {
	return d.Kind == Spelling && articles.Has(lower(p.q.d.Read(d.Report))) && articles.Has(lower(p.s.d.Read(d.Source)))
}

var articles = words.Set("grammar", "articles")

// onePhrase reports whether b goes on where a ends, on both sides, with the
// same name or phrase.
func (p *pairing) onePhrase(a, b Difference) bool {
	if a.Kind != b.Kind || a.Severity != b.Severity || a.Kind != Name && a.Kind != Substitution || !twoSided(a) || !twoSided(b) || a.Report.End > b.Report.Start || a.Source.End > b.Source.Start {
		return false
	}
	here, there := p.q.d.Text[a.Report.End:b.Report.Start], p.s.d.Text[a.Source.End:b.Source.Start]
	return sideBySide(here) && sideBySide(there) || a.Kind == Name && here == there && titleJoints.Has(strings.TrimSpace(here))
}

func twoSided(d Difference) bool { return d.Report.Len() > 0 && d.Source.Len() > 0 }

// sideBySide reports whether nothing but a space or a hyphen stands between two words.
func sideBySide(gap string) bool { return gap != "" && strings.Trim(gap, " \t\r\n-") == "" }

// titleJoints stand inside a name: the Ministry of Water and Land.
var titleJoints = words.Phrases("names", "title-joints")

// absorbs reports whether b is about nothing but words of grammar beside those
// of a.
func (p *pairing) absorbs(a, b Difference) bool {
	return p.literal && decides(a) && p.slight(b) && touch(p.q.d, a.Report, b.Report) && touch(p.s.d, a.Source, b.Source)
}

// slight reports whether a difference is about words of grammar alone.
func (p *pairing) slight(d Difference) bool {
	if d.Severity == Major || d.Kind != Omission && d.Kind != Insertion && d.Kind != Substitution {
		return false
	}
	return !says(p.q.d, d.Report) && !says(p.s.d, d.Source)
}

func says(d *text.Document, s text.Span) bool {
	for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
		if content(lower(d.Word(r.Start))) {
			return true
		}
	}
	return false
}

// touch reports whether no word stands between a and b, in whatever order.
func touch(d *text.Document, a, b text.Span) bool {
	if a.Start > b.Start || a.Start == b.Start && a.Len() > b.Len() {
		a, b = b, a
	}
	return a.End <= b.Start && strings.TrimSpace(d.Text[a.End:b.Start]) == ""
}

// decides reports whether a difference is one of words put for words, and major.
func decides(d Difference) bool {
	switch d.Kind {
	case Splice, Truncation, Order, Insertion, Omission:
		return false
	}
	return d.Severity == Major
}

// both is the difference a with the words of b beside it.
func both(a, b Difference) Difference {
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

// widen stretches the match over the words of its sentence that the quote's
// first or last ones were put for: the placing ends where the equal words end.
func (p *pairing) widen() {
	c := p.chain()
	if len(c) == 0 || len(p.match.Spans) == 0 {
		return
	}
	first, last := int(p.q.d.Words[p.q.tokens[c[0][0]].word].Start), int(p.q.d.Words[p.q.tokens[c[len(c)-1][0]].word].End)
	p.match.Spans = slices.Clone(p.match.Spans)
	front, back := &p.match.Spans[0], &p.match.Spans[len(p.match.Spans)-1]
	*front = p.s.stretched(*front, c[0][1])
	*back = p.s.stretched(*back, c[len(c)-1][1])
	for _, d := range slices.Backward(p.out) {
		if d.Report.End <= first && p.s.stretches(d, d.Source, *front) {
			front.Start = d.Source.Start
		}
	}
	for _, d := range p.out {
		if d.Report.Start >= last && p.s.stretches(d, *back, d.Source) {
			back.End = d.Source.End
		}
	}
	p.match.Spans = apartSpans(p.match.Spans)
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
func (x *side) stretched(s text.Span, j int) text.Span {
	if w := x.d.Words[x.tokens[j].word].Span(); x.d.SentenceAt(s.Start) == x.sentenceOf(j) {
		return s.Cover(w)
	}
	return s
}

// stretches reports whether a difference puts words for words of the source
// that stand just outside of the match: a before b.
func (s *side) stretches(d Difference, a text.Span, b text.Span) bool {
	t := s.d
	return twoSided(d) && d.Kind != Order && a.End <= b.Start && t.WordsIn(text.Span{Start: a.End, End: b.Start}).Len() <= edgeWords &&
		t.SentenceAt(a.End-1) == t.SentenceAt(b.Start)
}
