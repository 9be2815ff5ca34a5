package provenance

import (
	"cmp"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/text"
)

// A reporter who retells a speech leaves sentences out without a word: one
// quotation has the first, the third and the seventh. Placed as a whole such a
// quote is half alike to each of them, and is accepted at none or placed at one
// alone. Copied words are taken apart where they are placed (package align); of a
// retold quote each sentence is looked for by itself here, where the whole is not
// accepted or has a sentence without a counterpart. All of them must be accepted
// in one transcript, in the order of the quote; word for word they may stand in
// any order, and are a splice.
//
// Cost: one search more for each sentence of such a quote.

const (
	partWords = 5  // the fewest words of a sentence that is looked for
	mostParts = 12 // sentences of a quote; a longer one is placed by stretches
)

// A part is a sentence of a quote with the places that it has by itself.
type part struct {
	span  text.Span
	found []align.Match
}

// score is that of its best place, in thousandths.
func (p part) score() int {
	if len(p.found) == 0 {
		return 0
	}
	return thousandths(p.found[0].Score)
}

// in is the part with the places that it has in one transcript.
func (p part) in(transcript int) part {
	other := func(m align.Match) bool { return m.Transcript != transcript }
	return part{p.span, slices.DeleteFunc(slices.Clone(p.found), other)}
}

// bySentences is what was found of a finding's quote, with what each sentence by
// itself adds.
func (c *Checker) bySentences(d *text.Document, f *Finding, found []align.Match) []align.Match {
	best := slices.IndexFunc(found, func(m align.Match) bool { return m.Accepted })
	if best >= 0 && found[best].Exact {
		return c.byPieces(d, f.Quote, found)
	}
	sentences := sentencesOf(d, f.Quote.Spans)
	if len(sentences) < 2 || len(sentences) > mostParts {
		return found
	}
	if best < 0 {
		f.parts = c.partsOf(d, sentences)
		return f.gather(d, found)
	}
	for _, s := range sentences {
		own := sync.OnceValue(func() part { return c.partOf(d, s) })
		lacking := true
		for _, i := range homes(found) {
			lacking = !c.holds(d, &found[i], s, own) && lacking
		}
		if lacking {
			f.lacks = append(f.lacks, own())
		}
	}
	return found
}

// homes are the first match that is accepted in each transcript.
func homes(found []align.Match) (list []int) {
	seen := map[int]bool{}
	for i, m := range found {
		if m.Accepted && !seen[m.Transcript] {
			seen[m.Transcript] = true
			list = append(list, i)
		}
	}
	return list
}

// partsOf looks for each sentence by itself.
func (c *Checker) partsOf(d *text.Document, sentences []text.Span) []part {
	var out []part
	for _, s := range sentences {
		out = append(out, c.partOf(d, s))
	}
	return out
}

// partOf looks for one sentence by itself.
func (c *Checker) partOf(d *text.Document, s text.Span) part {
	return part{s, c.find(align.Query{Document: d, Spans: []text.Span{s}, Context: s})}
}

// sentencesOf are the sentences of a quote that are long enough to be looked for.
func sentencesOf(d *text.Document, spans []text.Span) []text.Span {
	var out []text.Span
	for _, s := range spans {
		for n := d.SentenceAt(s.Start); n < len(d.Sentences) && d.Sentences[n].Span.Start < s.End; n++ {
			t := d.Sentences[n].Span
			t = text.Span{Start: max(t.Start, s.Start), End: min(t.End, s.End)}
			if t.Start < t.End && d.WordsIn(t).Len() >= partWords {
				out = append(out, t)
			}
		}
	}
	return out
}

// answered reports whether half of the words of content in s have counterparts
// in m.
func answered(d *text.Document, m align.Match, s text.Span) bool {
	n, all := counterparts(d, m, s)
	return 2*n >= all
}

// counterparts counts the words of content in s, and those with counterparts in m.
func counterparts(d *text.Document, m align.Match, s text.Span) (n, all int) {
	mated := map[int]bool{}
	for _, p := range m.Pairs {
		mated[p.Quote] = mated[p.Quote] || p.Why < align.Clash
	}
	for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
		if w := english.Lower(d.Word(r.Start)); !english.FunctionWords.Has(w) && !english.EmptyWords.Has(w) {
			all++
			if mated[r.Start] {
				n++
			}
		}
	}
	return n, all
}

// gather puts before what was found the places of the parts in the transcript that
// has most of them, one after the other: accepted if it has all. What it lacks is
// left in f.lacks.
func (f *Finding) gather(d *text.Document, found []align.Match) []align.Match {
	var runs []run // each in one transcript
	var before []part
	for _, p := range f.parts {
		for i := range runs {
			runs[i].extend(d, p)
		}
		for _, m := range accepted(p.found) {
			runs = append(runs, run{m, slices.Clone(before), d.WordsIn(p.span).Len()})
		}
		before = append(before, p)
	}
	if len(runs) == 0 {
		return found
	}
	best := slices.MaxFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(a.words, b.words), cmp.Compare(a.Score, b.Score))
	})
	if f.lacks = best.lacks; len(f.lacks) > 0 {
		best.Accepted = false
		best.Score = float64(thousandths(best.Score)*best.words/wordsOf(d, f.Quote.Spans)) / 1000
	}
	return append([]align.Match{best.Match}, found...)
}

// A run is the place of some parts of a quote.
type run struct {
	align.Match
	lacks []part
	words int // of the quote that it has
}

// extend joins to a run the first place of a part that stands behind it; a
// verbatim one may stand anywhere.
func (r *run) extend(d *text.Document, p part) {
	for _, n := range accepted(p.found) {
		if n.Transcript == r.Transcript && (follows(n, r.Match) || r.Exact && n.Exact && !within(n, r.Match)) {
			r.Match, r.words = joinPlaces(r.Match, n), r.words+d.WordsIn(p.span).Len()
			return
		}
	}
	r.lacks = append(r.lacks, p)
}

// accepted are the matches that were accepted for their own words.
func accepted(ms []align.Match) []align.Match {
	var out []align.Match
	for _, m := range ms {
		if m.Accepted && !m.ByContext {
			out = append(out, m)
		}
	}
	return out
}

// follows reports whether the place of n stands behind that of m.
func follows(n, m align.Match) bool { return n.Spans[0].Start >= m.Spans[len(m.Spans)-1].End }

// within reports whether the place of n is one that m has already.
func within(n, m align.Match) bool {
	place := n.Spans[0]
	return slices.ContainsFunc(m.Spans, func(s text.Span) bool { return s.Start < place.End && place.Start < s.End })
}

// joinPlaces is the place of two parts of a quote, as sure as the less sure one.
func joinPlaces(m, n align.Match) align.Match {
	m.Spans, m.Pairs = slices.Concat(m.Spans, n.Spans), slices.Concat(m.Pairs, n.Pairs)
	m.Score, m.Margin = min(m.Score, n.Score), min(m.Margin, n.Margin)
	m.Exact = m.Exact && n.Exact
	return m
}

// holds reports whether a match has a counterpart of sentence s of the quote; one
// that the sentence has by itself in that transcript is added.
func (c *Checker) holds(d *text.Document, m *align.Match, s text.Span, own func() part) bool {
	if answered(d, *m, s) || c.addPart(d, m, own()) {
		return true
	}
	n, all := counterparts(d, *m, s)
	return 4*n >= all
}

// addPart adds to a match the place of a sentence of the quote, if it has one of
// its own in that transcript, where the order of the quote wants it.
func (c *Checker) addPart(d *text.Document, m *align.Match, part part) (added bool) {
	r := d.WordsIn(part.span)
	pairs := slices.DeleteFunc(slices.Clone(m.Pairs), func(p align.Pair) bool {
		return r.Start <= p.Quote && p.Quote < r.End
	})
	t := c.transcripts[m.Transcript]
	room := text.Range{End: len(t.Words)}
	for _, p := range pairs {
		if p.Quote < r.Start {
			room.Start = max(room.Start, p.Source+1)
		} else {
			room.End = min(room.End, p.Source)
		}
	}
	for _, n := range accepted(part.found) {
		first, last := t.WordsIn(n.Spans[0]), t.WordsIn(n.Spans[len(n.Spans)-1])
		if n.Transcript != m.Transcript || first.Start < room.Start || last.End > room.End {
			continue
		}
		at := 0
		for at < len(m.Spans) && t.WordsIn(m.Spans[at]).Start < room.Start {
			at++
		}
		m.Spans = slices.Insert(slices.Clone(m.Spans), at, n.Spans...)
		m.Pairs = append(pairs, n.Pairs...)
		slices.SortStableFunc(m.Pairs, func(a, b align.Pair) int { return a.Quote - b.Quote })
		return true
	}
	return false
}
