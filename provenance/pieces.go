package provenance

import (
	"math"
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A reporter who breaks a quotation off, to say who speaks or at an ellipsis, may go on
// with what was said elsewhere: “…,” Lund said. “I will listen.” “We stay. [...] Believe
// me.” Such a piece is often too short to be placed by itself, and beside the longer one
// its words are tied to whatever stands there. So a piece of a copied quote that does not
// stand in the place of the others as it is is looked for word for word in the same
// transcript: anywhere, behind the piece before it if it is there, where that place has
// less than half of its words; soon behind that where it has more.
//
// A piece of common words alone, “We did”, stands in all transcripts, and a search lists a
// few of its places, other ones with each transcript that is loaded. It is read for from
// the piece before it on, so far.
//
// Cost: one search, or so many words of the transcript, and the words of the quote once,
// for each such piece, of which the first are looked at.

// mostPieces is how many pieces of a quote are looked for by themselves: reporters make a
// handful.
const mostPieces = 64

// byPieces is what was found of a quote, with its pieces that stand elsewhere word for
// word.
func (c *Checker) byPieces(d *text.Document, q speech.Quote, found []align.Match) []align.Match {
	pieces := piecesOf(d, q.Spans)
	if len(pieces) < 2 || q.Kind == speech.Indirect {
		return found
	}
	for _, s := range pieces[:min(len(pieces), mostPieces)] {
		var own []align.Match
		for _, i := range homes(found) {
			same, all := sameIn(d, found[i], s), d.WordsIn(s).Len()
			if !found[i].Exact || same == all {
				continue
			}
			if common(d, s) {
				own = c.commonIn(d, s, found[i])
			} else if own == nil {
				own = c.partOf(d, s).found
			}
			if n, far := placeBehind(d, own, found[i], s); n != nil && (2*same < all || far <= soonBehind) {
				found[i] = c.withPiece(d, found[i], s, *n)
			}
		}
	}
	return found
}

// piecesOf are the spans of a quote, cut where an ellipsis stands.
func piecesOf(d *text.Document, spans []text.Span) (out []text.Span) {
	for _, s := range spans {
		r := d.WordsIn(s)
		if r.Len() == 0 {
			continue
		}
		first := r.Start
		for w := r.Start + 1; w < r.End; w++ {
			if reading.HasDots(d.Gap(text.Span{Start: d.Words[w-1].Span().End, End: d.Words[w].Span().Start})) {
				out = append(out, d.SpanOf(text.Range{Start: first, End: w}))
				first = w
			}
		}
		out = append(out, d.SpanOf(text.Range{Start: first, End: r.End}))
	}
	return out
}

// soonBehind is how many words of a transcript behind a piece the next one is soon.
const soonBehind = 100

// placeBehind is the place of the piece s of a quote, word for word, in the transcript of
// m: the first behind what m has of the quote before the piece, and how many words that
// is behind it; or else the best, which is far; nil where there is none.
func placeBehind(d *text.Document, own []align.Match, m align.Match, s text.Span) (out *align.Match, far int) {
	before := lastBefore(m, d.WordsIn(s).Start)
	at := func(n *align.Match) int { return n.Pairs[0].Source }
	for i := range own {
		n := &own[i]
		switch {
		case n.Transcript != m.Transcript || !whole(d, *n, s):
		case out == nil, at(n) > before && (at(out) <= before || at(n) < at(out)):
			out = n
		}
	}
	if out == nil || before < 0 || at(out) <= before {
		return out, math.MaxInt
	}
	return out, at(out) - before
}

// lastBefore is the last word of the transcript that m has for those before word first of
// the quote; -1 where it has none.
func lastBefore(m align.Match, first int) int {
	before := -1
	for _, p := range m.Pairs {
		if p.Quote < first {
			before = p.Source
		}
	}
	return before
}

// common reports whether no word of s tells anything by itself.
func common(d *text.Document, s text.Span) bool {
	for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
		if w := english.Lower(d.Word(r.Start)); !english.FunctionWords.Has(w) && !english.EmptyWords.Has(w) {
			return false
		}
	}
	return true
}

// readOn is how many words of a transcript are read for a piece of common words.
const readOn = 2048

// commonIn is the first place where the transcript of m has the words of s, from where it
// has what is before them in the quote on.
func (c *Checker) commonIn(d *text.Document, s text.Span, m align.Match) []align.Match {
	r, t := d.WordsIn(s), c.transcripts[m.Transcript]
	from := lastBefore(m, r.Start) + 1
	for w := from; w < min(from+readOn, len(t.Words)-r.Len()+1); w++ {
		n := align.Match{Transcript: m.Transcript, Exact: true}
		for k := range r.Len() {
			if text.Fold(t.Word(w+k)) != text.Fold(d.Word(r.Start+k)) {
				break
			}
			n.Pairs = append(n.Pairs, align.Pair{Quote: r.Start + k, Source: w + k, Likeness: 1, Why: align.Same})
		}
		if len(n.Pairs) == r.Len() {
			return []align.Match{n}
		}
	}
	return nil
}

// sameIn is how many words of s a match has as they are.
func sameIn(d *text.Document, m align.Match, s text.Span) (n int) {
	r := d.WordsIn(s)
	for _, p := range m.Pairs {
		if r.Start <= p.Quote && p.Quote < r.End && p.Why == align.Same {
			n++
		}
	}
	return n
}

// whole reports whether every word of s stands at one place of a match, word for word.
func whole(d *text.Document, m align.Match, s text.Span) bool {
	r := d.WordsIn(s)
	next := -1
	for _, p := range m.Pairs {
		if p.Quote < r.Start || p.Quote >= r.End {
			continue
		}
		if p.Why != align.Same || next >= 0 && p.Source != next {
			return false
		}
		next, r.Start = p.Source+1, r.Start+1
	}
	return r.Len() == 0
}

// withPiece is a match with the place n for the piece s of its quote.
func (c *Checker) withPiece(d *text.Document, m align.Match, s text.Span, n align.Match) align.Match {
	r := d.WordsIn(s)
	t := c.transcripts[m.Transcript]
	var pairs []align.Pair
	for _, p := range m.Pairs {
		if p.Quote < r.Start || p.Quote >= r.End {
			pairs = append(pairs, p)
		}
	}
	m.Spans, m.Pairs = nil, append(pairs, n.Pairs...)
	slices.SortStableFunc(m.Pairs, func(a, b align.Pair) int { return a.Quote - b.Quote })
	for _, p := range m.Pairs {
		m.Spans = cover(m.Spans, t, t.Words[p.Source].Span())
	}
	return m
}

// mostBetween is how many words of a transcript may stand between two of its words for
// them to be of one span.
const mostBetween = 12

// cover is a list of spans that holds a word too.
func cover(spans []text.Span, t *Transcript, w text.Span) []text.Span {
	if k := len(spans) - 1; k >= 0 && spans[k].Start <= w.Start {
		last := &spans[k]
		if between := (text.Span{Start: last.End, End: w.Start}); w.Start < last.End || t.WordsIn(between).Len() <= mostBetween {
			last.End = max(last.End, w.End)
			return spans
		}
	}
	return append(spans, w)
}
