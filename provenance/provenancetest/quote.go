package provenancetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// A Quote is one quote of a checked report. Its assertions return it, so that
// they can be chained.
type Quote struct {
	provenance.Finding
	t      testing.TB
	name   string // of the report
	record record.Quote
}

// Text is what is quoted, its pieces joined by a space.
func (q *Quote) Text() string { return q.record.Text }

func (q *Quote) speaker() string {
	if q.record.Speaker == nil {
		return ""
	}
	return q.record.Speaker.Name
}

// Is fails the test where the verdict is none of these.
func (q *Quote) Is(verdicts ...provenance.Verdict) *Quote {
	q.t.Helper()
	if !slices.Contains(verdicts, q.Verdict) {
		q.t.Errorf("%v\n\twant %v", q, verdicts)
	}
	return q
}

// Speaker fails the test where the report gives the quote to somebody else, or
// to nobody.
func (q *Quote) Speaker(name string) *Quote {
	q.t.Helper()
	if got := q.speaker(); !strings.EqualFold(got, name) {
		q.t.Errorf("%v\n\twant the speaker %q, the report has %q", q, name, got)
	}
	return q
}

// Differs fails the test where the quote has no difference of this kind with
// these words on the two sides. Empty words stand for any.
func (q *Quote) Differs(kind provenance.Kind, report, source string) *Quote {
	q.t.Helper()
	for _, d := range q.record.Differences {
		if d.Kind == string(kind) && holds(d.Report.Text, report) && holds(d.Source.Text, source) {
			return q
		}
	}
	q.t.Errorf("%v\n\twant a difference %s %q / %q", q, kind, report, source)
	return q
}

// holds reports that the words stand in s; no words stand anywhere.
func holds(s, words string) bool {
	return strings.Contains(" "+display.Letters(s)+" ", " "+display.Letters(words)+" ") || display.Letters(words) == ""
}

// String shows the quote with its verdict, its source below it, and what
// differs.
func (q *Quote) String() string {
	return fmt.Sprintf(
		"%s:%d:%d: %s",
		display.Safe(q.name),
		q.record.Line,
		q.record.Column,
		q.shown(true),
	)
}

// shown is the verdict, the quote and its source, with or without its place there.
func (q *Quote) shown(places bool) string {
	var b strings.Builder
	r := display.All(q.record)
	report, source := []record.Run{{Text: r.Text}}, []record.Run(nil)
	if len(r.Matches) > 0 {
		source = []record.Run{{Text: r.Matches[0].Text}}
	}
	if r.Redline != nil {
		report, source = r.Redline.Report, r.Redline.Source
	}
	fmt.Fprintf(&b, "%s\n\tquote:  %s", headline(r), marked(report, "{+", "+}"))
	if len(r.Matches) == 0 {
		b.WriteString("\n\tsource: none found")
		return b.String()
	}
	fmt.Fprintf(&b, "\n\tsource: %s\n\tat %s", marked(source, "[-", "-]"), r.Matches[0].Transcript)
	if places {
		fmt.Fprintf(&b, ":%d:%d", r.Matches[0].Line, r.Matches[0].Column)
	}
	if who := r.Matches[0].Speaker; who != "" {
		b.WriteString(", " + who)
	}
	for _, d := range r.Differences {
		fmt.Fprintf(&b, "\n\t%s, %s: %q / %q", d.Kind, d.Severity, d.Report.Text, d.Source.Text)
	}
	return b.String()
}

func headline(q record.Quote) string {
	switch {
	case q.Reason != "":
		return fmt.Sprintf("%s (%s)", q.Verdict, q.Reason)
	case q.Verdict == string(provenance.Unsupported):
		return "unsupported (not found in these transcripts)"
	}
	return q.Verdict
}

// marked is runs as text, those of one side between open and shut.
func marked(runs []record.Run, open, shut string) string {
	var out []string
	for _, r := range runs {
		if r.Only {
			r.Text = open + r.Text + shut
		}
		out = append(out, r.Text)
	}
	return strings.Join(out, " ")
}
