package provenance

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/text"
)

// longCompared is how many words of a quote are compared at once; up to twice as many
// where no sentences meet, and three times where no ten words follow each other as said.
const longCompared = 500

// atCut reports whether a change is a cut that the program itself has made, between two
// stretches of a quote.
func atCut(ch change.Change, parts []*pairing.Pairing, n int) bool {
	if ch.Kind != Truncation || ch.Report.Len() > 0 {
		return false
	}
	q := parts[n].Q
	first, last := q.Doc.Words[q.Tokens[0].Word].Span(), q.Doc.Words[q.Tokens[len(q.Tokens)-1].Word].Span()
	return n > 0 && ch.Report.Start <= first.Start || n+1 < len(parts) && ch.Report.Start >= last.End
}

// wholePlace is the place of a quote of which the stretches have these.
func wholePlace(p *pairing.Pairing, places []align.Match) align.Match {
	if len(places) == 1 {
		return places[0]
	}
	m := p.Match
	m.Spans = nil
	for _, place := range places {
		for _, s := range place.Spans {
			if n := len(m.Spans) - 1; n >= 0 && goesOn(p.S.Doc, m.Spans[n], s) {
				m.Spans[n] = m.Spans[n].Cover(s)
			} else {
				m.Spans = append(m.Spans, s)
			}
		}
	}
	return m
}

// goesOn reports whether b begins in a, or goes on where it ends.
func goesOn(d *text.Document, a, b text.Span) bool {
	if b.Start < a.Start {
		return false
	}
	return b.Start <= a.End || d.WordsIn(text.Span{Start: a.End, End: b.Start}).Len() == 0
}
