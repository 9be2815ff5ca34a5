package provenance_test

import (
	"slices"
	"testing"

	"github.com/quoteprov/quoteprov/provenance"
)

// TestTrace: what a finding differs in was told by somebody, of the same kind and
// within the words, and of what was not compared nothing is told.
func TestTrace(t *testing.T) {
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	n := 0
	for _, d := range testdata(t, "reports") {
		r := c.Check(d)
		for i, f := range r.Findings {
			var told []provenance.Difference
			c.Trace(r, i, func(by string, x provenance.Difference) {
				if by == "" {
					t.Errorf("%s: nobody told %v", d.Name, x)
				}
				told = append(told, x)
			})
			if len(told) > 0 && !f.Matches[0].Accepted {
				t.Errorf("%s: %v of a quote that has no place", d.Name, told)
			}
			for _, x := range f.Differences {
				n++
				if !slices.ContainsFunc(told, func(y provenance.Difference) bool {
					return x.Kind == y.Kind && x.Report.Contains(y.Report) && x.Source.Contains(y.Source)
				}) {
					t.Errorf("%s: “%s”: nobody told %v", d.Name, d.Kept(f.Quote.Spans[0]), x)
				}
			}
		}
	}
	if n == 0 {
		t.Error("nothing differs")
	}
}

// TestTraceOfOthers: a report that nobody has compared has nothing to tell.
func TestTraceOfOthers(t *testing.T) {
	r := &provenance.Report{Findings: []provenance.Finding{{}, {Matches: []provenance.Match{{}}}}}
	r.Findings[1].Matches[0].Accepted = true
	for i := range r.Findings {
		c := provenance.New(nil, provenance.Options{})
		c.Trace(r, i, func(by string, x provenance.Difference) { t.Error(by, x) })
	}
}
