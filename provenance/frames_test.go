package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
)

// TestFrames: a denial or a condition that the quote leaves out is no cut where the
// report says it in its own words, nor is a "not" that is said twice.
func TestFrames(t *testing.T) {
	said := normalize.Text("speech.txt", []byte(
		"SOLHEIM: I have never said that the bridge is dead. "+
			"The second ferry will follow a year later if the yard delivers on time. "+
			"We will not raise fares for islanders, not this year and not next year. "+
			"Had we known about the cracks, we would have closed the road the same day."))
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{"Solheim insisted she had never said that “the bridge is dead”.", Verbatim},
		{"Solheim denied ever saying that “the bridge is dead”.", Verbatim},
		{"Solheim said on Tuesday that “the bridge is dead”.", Altered},
		{"“The second ferry will follow a year later,” Solheim said, if the yard delivers on time.", Verbatim},
		{"“The second ferry will follow a year later,” Solheim said on Tuesday.", Altered},
		{"“We will not raise fares for islanders,” Solheim said on Tuesday.", Verbatim},
		{"Had the ministry known, Solheim said, “we would have closed the road the same day”.", Verbatim},
		{"“We would have closed the road the same day,” Solheim said on Tuesday.", Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), said)
		for _, f := range r.Findings {
			if f.Quote.Kind != speech.Indirect && f.Verdict != c.want {
				t.Errorf("%s\n\t%s, want %s: %+v", c.report, f.Verdict, c.want, f.Differences)
			}
		}
	}
}
