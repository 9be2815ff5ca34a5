package provenance

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// dated holds a quote of a report of one day to a speech of another.
func dated(source, said, quote, published string) (Verdict, string) {
	t, q := normalize.Text("source", []byte(source)), normalize.Text("quote", []byte(quote))
	t.Meta.Published, q.Meta.Published = said, published
	whole := []text.Span{{Start: 0, End: len(q.Text)}}
	ms := align.NewIndex(t).Find(align.Query{Document: q, Spans: whole})
	if len(ms) == 0 {
		return Unsupported, ""
	}
	ds := changesOf(q, whole, t, ms[0])
	var out []string
	for _, d := range ds {
		if d.Severity == Major {
			out = append(out, string(d.Kind))
		}
	}
	return verdictOf(ds), strings.Join(out, " ")
}

// TestRelativeDates: the speech was given on Wednesday, 6 March 2024, and
// reported on the 8th; then the same on unknown days.
func TestRelativeDates(t *testing.T) {
	const frame = "The council of Tamsin closed the harbour % for the new ships."
	for _, c := range []struct{ source, quote, want, unknown string }{
		{"yesterday", "on Tuesday", "", ""},
		{"yesterday", "on Wednesday", "date", ""},
		{"yesterday", "on Tuesday, March 5,", "", ""},
		{"yesterday", "on 5 March", "", ""},
		{"yesterday", "on 6 March", "date", ""},
		{"on Tuesday", "on 5 March", "", ""},
		{"today", "on Wednesday", "", ""},
		{"today", "yesterday", "date", "date"},
		{"today", "tomorrow", "date", "date"},
		{"this morning", "on Wednesday", "", ""},
		{"last year", "in 2023", "", ""},
		{"last year", "in 2022", "date", ""},
		{"last month", "in February", "", ""},
		{"last month", "in January", "date", ""},
		{"this year", "last year", "date", "date"},
		{"two days ago", "on Monday", "", ""},
		{"two days ago", "on Friday", "date", ""},
		{"in March", "this month", "", ""},
		{"on 5 March", "on 5 March 2024", "", "date"},
		{"on 5 March", "on 5 March 2023", "date", "date"},
		{"on 5 March 2023", "on 5 March", "omission", "omission"},
		{"in 2022", "two years ago", "", ""},
		{"yesterday", "yesterday", "", ""},
	} {
		v, got := dated(framed(frame, c.source), "2024-03-06", framed(frame, c.quote), "2024-03-08")
		if got != c.want {
			t.Errorf("%s for %s: got %s %q, want %q", c.quote, c.source, v, got, c.want)
		}
		if v, got := dated(framed(frame, c.source), "", framed(frame, c.quote), ""); got != c.unknown {
			t.Errorf("%s for %s, on unknown days: got %s %q, want %q", c.quote, c.source, v, got, c.unknown)
		}
	}
}
