package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A reporter who breaks a quotation off to say who speaks may go on with what was said
// elsewhere: “…,” Lund said. “I will listen.” Such a piece is often too short to be
// placed by itself, and beside the longer one its words are tied to whatever stands
// there. So a piece of a copied quote of which the place of the others has less than half
// is looked for word for word in the same transcript.
//
// Cost: one search for each such piece.

// byPieces is what was found of a quote, with its pieces that stand elsewhere word for
// word.
func (c *Checker) byPieces(d *text.Document, q speech.Quote, found []align.Match) []align.Match {
	if len(q.Spans) < 2 || q.Kind == speech.Indirect {
		return found
	}
	for _, s := range q.Spans {
		var own []align.Match
		for _, i := range homes(found) {
			if !found[i].Exact || 2*sameIn(d, found[i], s) >= d.WordsIn(s).Len() {
				continue
			}
			if own == nil {
				own = c.partOf(d, s).found
			}
			elsewhere := slices.IndexFunc(own, func(n align.Match) bool {
				return n.Transcript == found[i].Transcript && whole(d, n, s)
			})
			if elsewhere >= 0 {
				found[i] = c.withPiece(d, found[i], s, own[elsewhere])
			}
		}
	}
	return found
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
