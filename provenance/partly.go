package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/text"
)

// A quote of several sentences of which some are found and others are not is
// accepted where these are certainly nowhere: then they were put in. Whether the
// words around them are copied tells of what translation they would be.

// complete accepts what was found of a quote, a third of it or more, if the rest is
// nowhere.
func (j *judging) complete(_ int, f *Finding) {
	if !j.inPart(f) {
		return
	}
	m := &f.Matches[0]
	home := absence.Retold
	if m.Exact && j.home != absence.Retold {
		home = absence.Copied
	}
	nowhere := func(p part) bool {
		spans := []text.Span{p.span}
		e := absence.Evidence{Score: p.in(m.Transcript).score(), Bits: surprise(j.r.Document, spans), Home: home}
		return telling(j.r.Document, spans) == "" && e.Certain()
	}
	absent := !slices.ContainsFunc(f.lacks, func(p part) bool { return !nowhere(p) })
	m.Accepted = absent && j.credible(j.r.Document, f.Quote, *m)
}

// inPart reports whether some sentences of a quote were found and others not, and
// those found are a third of it.
func (j *judging) inPart(f *Finding) bool {
	words := 0
	for _, p := range f.lacks {
		words += j.r.Document.WordsIn(p.span).Len()
	}
	return words > 0 && 3*words <= 2*wordsOf(j.r.Document, f.Quote.Spans)
}

// invented puts in the place of what was told of sentences that are nowhere that
// they were put in.
func (j *judging) invented(f *Finding, m Match, ds []Difference, told teller) []Difference {
	for _, p := range f.lacks {
		ds = slices.DeleteFunc(ds, func(d Difference) bool { return p.span.Contains(d.Report) })
		x := m.major(Insertion, p.span, j.joint(m, p.span))
		told("sentences", x)
		ds = append(ds, x)
	}
	return ds
}

// joint is the place in the transcript behind the words quoted before a span.
func (j *judging) joint(m Match, s text.Span) text.Span {
	first := j.r.Document.WordsIn(s).Start
	at := startOf(m.Spans[0])
	for _, p := range m.Pairs {
		if p.Quote < first {
			end := j.transcripts[m.Transcript].Words[p.Source].Span().End
			at = text.Span{Start: end, End: end}
		}
	}
	return at
}
