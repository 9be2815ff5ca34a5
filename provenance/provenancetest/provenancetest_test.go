package provenancetest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A fake stands in for the test that uses the package, and keeps what it is told.
type fake struct {
	testing.TB
	failures []string
}

type ended struct{}

func (f *fake) Helper() {}
func (f *fake) Errorf(format string, args ...any) {
	f.failures = append(f.failures, fmt.Sprintf(format, args...))
}
func (f *fake) Fatalf(format string, args ...any) { f.Errorf(format, args...); panic(ended{}) }
func (f *fake) Fatal(args ...any)                 { f.Fatalf("%v", args...) }

// run calls use and tells what a test would print.
func run(use func(t testing.TB)) string {
	f := &fake{}
	func() {
		defer func() {
			if x := recover(); x != nil && x != (ended{}) {
				panic(x)
			}
		}()
		use(f)
	}()
	return strings.Join(f.failures, "\n")
}

// sample is a report of two quotes, one of them with a number changed, made by
// hand so that it stands on no other part of the library.
func sample() *provenance.Report {
	from := normalize.Text("speech.txt", []byte("We need 30 boats by May. The sea is patient."))
	in := normalize.Text(
		"story.txt",
		[]byte("“We need 90 boats,” said Mira Dolan.\n“The fish are silent,” she said."),
	)
	first, second := span(in, "We need 90 boats"), span(in, "The fish are silent")
	place := span(from, "We need 30 boats")
	return &provenance.Report{
		Document:    in,
		Transcripts: []*provenance.Transcript{{Document: from}},
		Findings: []provenance.Finding{{
			Claim: provenance.Claim{
				Quote: speech.Quote{Spans: []text.Span{first}, Speaker: &speech.Speaker{Name: "Mira Dolan"}},
			},
			Verdict: provenance.Altered,
			Matches: []provenance.Match{{
				Match: align.Match{
					Spans: []text.Span{place},
					Pairs: []align.Pair{
						{Quote: 0, Source: 0},
						{Quote: 1, Source: 1},
						{Quote: 2, Source: 2, Why: align.Clash},
						{Quote: 3, Source: 3},
					},
				},
				Speaker: "Mira Dolan",
			}},
			Differences: []provenance.Difference{
				{
					Kind:     provenance.Number,
					Severity: provenance.Major,
					Report:   span(in, "90"),
					Source:   span(from, "30"),
				},
			},
		}, {
			Claim:   provenance.Claim{Quote: speech.Quote{Spans: []text.Span{second}}},
			Verdict: provenance.Unsupported,
		}},
	}
}

func span(d *text.Document, s string) text.Span {
	at := strings.Index(d.Text, s)
	return text.Span{Start: at, End: at + len(s)}
}

const altered = `story.txt:1:2: altered
	quote:  We need {+90+} boats
	source: We need [-30-] boats
	at speech.txt:1:1, Mira Dolan
	number, major: "90" / "30"`

func TestAssertions(t *testing.T) {
	for _, c := range []struct {
		name string
		use  func(r *Result)
		want string
	}{
		{"met", func(r *Result) {
			r.Quote("we need").Is(provenance.Altered).Speaker("Mira Dolan").Differs(provenance.Number, "90", "30")
		}, ""},
		{"one of several verdicts", func(r *Result) { r.Quote("“The fish").Is(provenance.Unchecked, provenance.Unsupported) }, ""},
		{"verdict", func(r *Result) { r.Quote("We need").Is(provenance.Verbatim) }, altered + "\n\twant [verbatim]"},
		{"speaker", func(r *Result) { r.Quote("We need").Speaker("Pavel Drusk") },
			altered + "\n\twant the speaker \"Pavel Drusk\", the report has \"Mira Dolan\""},
		{"difference", func(r *Result) { r.Quote("We need").Differs(provenance.Number, "9", "3") },
			altered + "\n\twant a difference number \"9\" / \"3\""},
		{"nobody", func(r *Result) { r.Quote("The fish").Speaker("Mira Dolan") },
			"story.txt:2:2: unsupported (not found in these transcripts)\n\tquote:  The fish are silent\n\tsource: none found\n\twant the speaker \"Mira Dolan\", the report has \"\""},
		{"all", func(r *Result) { r.AllSupported() },
			altered + "\nstory.txt:2:2: unsupported (not found in these transcripts)\n\tquote:  The fish are silent\n\tsource: none found"},
		{"no such quote", func(r *Result) { r.Quote("Nobody said") },
			"story.txt: no quote begins with \"Nobody said\"; there are:\n\t“We need 90 boats”\n\t“The fish are silent”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := run(func(tb testing.TB) { c.use(&Result{sample(), tb}) }); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestAllSupportedPassesOverIndirectAndUnchecked(t *testing.T) {
	r := sample()
	r.Findings[0].Quote.Kind = speech.Indirect
	r.Findings[1].Verdict = provenance.Unchecked
	if got := run(func(tb testing.TB) { (&Result{r, tb}).AllSupported() }); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestFaultFailsTheTest(t *testing.T) {
	r := sample()
	r.Findings[0].Fault = &provenance.Fault{
		Quote: "story.txt:1:2: “We need”", Value: "index out of range", Stack: []byte("in beside.go"),
	}
	got := run(func(tb testing.TB) { result(tb, r) })
	if want := "story.txt:1:2: “We need” could not be judged: index out of range\nin beside.go"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMissingFileEndsTheTest(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "no-such-story.txt")
	got := run(func(tb testing.TB) {
		Check(tb, missing)
		tb.Errorf("the test goes on")
	})
	if !strings.Contains(got, "no-such-story.txt") || strings.Contains(got, "goes on") {
		t.Errorf("got %q", got)
	}
}

func TestCheckReadsFiles(t *testing.T) {
	dir := t.TempDir()
	story, words := filepath.Join(dir, "story.txt"), filepath.Join(dir, "speech.txt")
	for path, s := range map[string]string{story: "Nothing was said.", words: "We said nothing."} {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := Check(t, story, words)
	if r.Document.Name != story || len(r.Transcripts) != 1 ||
		r.Assessment != provenance.NothingToCheck {
		t.Errorf("got %q against %d transcripts: %s", r.Document.Name, len(r.Transcripts), r.Assessment)
	}
	r.AllSupported()
}
