// Package provenancetest holds the quotes of a report to transcripts in a Go
// test, for newsrooms whose reports are checked before they are published:
//
//	func TestBudgetStory(t *testing.T) {
//		r := provenancetest.Check(t, "story.html", "budget.txt", "debate.txt")
//		r.AllSupported()
//		r.Quote("We will not raise").Is(provenance.Verbatim).Speaker("Tobias Renn")
//	}
//
// A failure shows the quote and its source one below the other, with the words
// marked that they do not share: [-so-] those that only the transcript has,
// {+so+} those that only the report has.
package provenancetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Result is a checked report with the test it belongs to.
type Result struct {
	*provenance.Report
	t testing.TB
}

// Check reads the files, which may be of any format that the library reads,
// and holds the report to the transcripts. A file that cannot be read ends the
// test; a quote that could not be judged for a fault of the library fails it.
func Check(t testing.TB, reportFile string, transcriptFiles ...string) *Result {
	t.Helper()
	report := read(t, reportFile)
	var transcripts []*text.Document
	for _, f := range transcriptFiles {
		transcripts = append(transcripts, read(t, f))
	}
	return result(t, provenance.Check(report, transcripts...))
}

func result(t testing.TB, r *provenance.Report) *Result {
	t.Helper()
	for _, f := range r.Findings {
		if f.Fault != nil {
			t.Errorf("%v\n%s", f.Fault, f.Fault.Stack)
		}
	}
	return &Result{r, t}
}

func read(t testing.TB, path string) *text.Document {
	t.Helper()
	d, err := formats.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// AllSupported fails the test for each direct or partial quote that is altered
// or unsupported. Quotes that cannot be checked pass; [Quote.Is] holds one to
// more.
func (r *Result) AllSupported() {
	r.t.Helper()
	for i, f := range r.Findings {
		if f.Quote.Kind == speech.Indirect {
			continue
		}
		if f.Verdict == provenance.Altered || f.Verdict == provenance.Unsupported {
			r.t.Errorf("%v", r.quote(i))
		}
	}
}

// Quote is the quote that begins with these words; case, marks and white space
// do not count. The test ends where there is none.
func (r *Result) Quote(firstWords string) *Quote {
	r.t.Helper()
	want := letters(firstWords)
	for i := range r.Findings {
		if q := r.quote(i); strings.HasPrefix(letters(q.Text()), want) {
			return q
		}
	}
	r.t.Fatalf("%s: no quote begins with %q; there are:%s", r.Document.Name, firstWords, r.list())
	return nil
}

func (r *Result) quote(i int) *Quote { return &Quote{Finding: r.Findings[i], r: r} }

// list names every quote, one a line.
func (r *Result) list() string {
	if len(r.Findings) == 0 {
		return " none"
	}
	var b strings.Builder
	for i := range r.Findings {
		fmt.Fprintf(&b, "\n\t“%s”", r.quote(i).Text())
	}
	return b.String()
}

// A Quote is one quote of a checked report. Its assertions return it, so that
// they can be chained.
type Quote struct {
	provenance.Finding
	r *Result
}

// Text is what is quoted, its pieces joined by a space.
func (q *Quote) Text() string { return join(q.r.Document, q.Finding.Quote.Spans) }

// Is fails the test where the verdict is none of these.
func (q *Quote) Is(verdicts ...provenance.Verdict) *Quote {
	q.r.t.Helper()
	if !slices.Contains(verdicts, q.Verdict) {
		q.r.t.Errorf("%v\n\twant %v", q, verdicts)
	}
	return q
}

// Speaker fails the test where the report gives the quote to somebody else, or
// to nobody.
func (q *Quote) Speaker(name string) *Quote {
	q.r.t.Helper()
	got := ""
	if s := q.Finding.Quote.Speaker; s != nil {
		got = s.Name
	}
	if !strings.EqualFold(got, name) {
		q.r.t.Errorf("%v\n\twant the speaker %q, the report has %q", q, name, got)
	}
	return q
}

// Differs fails the test where the quote has no difference of this kind with
// these words on the two sides. Empty words stand for any.
func (q *Quote) Differs(kind provenance.Kind, report, source string) *Quote {
	q.r.t.Helper()
	for _, d := range q.Differences {
		in, from := q.sides(d)
		if d.Kind == kind && holds(in, report) && holds(from, source) {
			return q
		}
	}
	q.r.t.Errorf("%v\n\twant a difference %s %q / %q", q, kind, report, source)
	return q
}

// holds reports that the words stand in s; no words stand anywhere.
func holds(s, words string) bool {
	return strings.Contains(" "+letters(s)+" ", " "+letters(words)+" ") || letters(words) == ""
}
