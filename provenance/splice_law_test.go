package provenance_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/quoteprov/quoteprov/internal/laws"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// TestDistantSentencesJoinedAreASplice joins two whole sentences of a speech
// that stand far apart, without a mark: never verbatim, and both are shown.
func TestDistantSentencesJoinedAreASplice(t *testing.T) {
	whole(t)
	speeches := testdata(t, "speeches")
	c := provenance.New(speeches, provenance.Options{})
	rng := rand.New(rand.NewPCG(5, 6))
	for range 150 {
		d := speeches[rng.IntN(len(speeches))]
		sentences := said(d)
		a, b := sentences[rng.IntN(len(sentences))], sentences[rng.IntN(len(sentences))]
		if a.Len() < 8 || b.Len() < 8 || b.Start < a.End+20 {
			continue
		}
		joined := d.Kept(d.SpanOf(a)) + " " + d.Kept(d.SpanOf(b))
		f := laws.Quote(c, joined)
		if f.Verdict == provenance.Unsupported {
			continue
		}
		if !slices.ContainsFunc(f.Differences, func(x provenance.Difference) bool { return x.Kind == provenance.Splice }) {
			t.Errorf("%s: %s: “%s” %s", d.Name, f.Verdict, joined, laws.Differences(c, f))
		}
		m := f.Matches[0]
		for _, x := range m.Pairs {
			w := c.Transcripts()[m.Transcript].SpanOf(text.Range{Start: x.Source, End: x.Source + 1})
			if !slices.ContainsFunc(m.Spans, func(s text.Span) bool { return s.Contains(w) }) {
				t.Errorf("“%s”: %q is tied and lies in no span", joined, d.Read(w))
			}
		}
	}
}
