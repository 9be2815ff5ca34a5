package provenance

import (
	"github.com/quoteprov/quoteprov/speech"
)

// A statement without marks sums up, in half of the words and few of the
// transcript's, and by itself its place is seldom sure. But it seldom stands
// alone: where the report's quotes in marks are nearly all from one transcript,
// its statements most likely are, too. Then one is accepted from a lower score
// on, if no other place comes near and its words are particular. The naive way, the
// lower score for all, accepts as many from other speeches on the same subject. No
// quote in marks is accepted so: that a quote is nowhere must not depend on the
// others. And nothing is held against a statement that only others vouch for: where one
// quote more or less is placed, it may be found or not, but never accused.

const (
	vouched = .12 // the least score of a statement that the report's quotes vouch for
	aloof   = .05 // how much it stands above the next place
)

// vouch accepts the statements that the report's quotes vouch for.
func (c *Checker) vouch(r *Report) {
	t := quotedTranscript(r)
	if t < 0 {
		return
	}
	r.each(func(_ int, f *Finding) {
		if f.Quote.Kind != speech.Indirect || len(f.Matches) == 0 || telling(r.Document, f.Quote.Spans) != "" {
			return
		}
		m := &f.Matches[0]
		stands := m.Transcript == t && m.Score >= vouched && m.Margin >= aloof
		if !m.Accepted && stands && c.credible(r.Document, f.Quote, *m) {
			m.Accepted, f.vouched = true, true
		}
	})
}

// quotedTranscript is the one that four of five of the report's direct and
// partial quotes are from, of five and more; -1 where there is none.
func quotedTranscript(r *Report) int {
	all, from := 0, make([]int, len(r.Transcripts))
	for _, f := range r.Findings {
		if f.Quote.Kind == speech.Indirect || wordsOf(r.Document, f.Quote.Spans) < fewestWords {
			continue
		}
		all++
		if m, ok := f.best(); ok {
			from[m.Transcript]++
		}
	}
	for t, n := range from {
		if n >= 5 && 5*n >= 4*all {
			return t
		}
	}
	return -1
}
