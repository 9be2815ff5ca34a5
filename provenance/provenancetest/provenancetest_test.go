package provenancetest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

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
	attrs    []string
	dir      string // of artifacts
	cleanups []func()
}

type ended struct{}

func (f *fake) Helper() {}
func (f *fake) Errorf(format string, args ...any) {
	f.failures = append(f.failures, fmt.Sprintf(format, args...))
}
func (f *fake) Error(args ...any)                 { f.Errorf("%v", args...) }
func (f *fake) Failed() bool                      { return len(f.failures) > 0 }
func (f *fake) Cleanup(end func())                { f.cleanups = append(f.cleanups, end) }
func (f *fake) Attr(key, value string)            { f.attrs = append(f.attrs, key+"="+value) }
func (f *fake) ArtifactDir() string               { return f.dir }
func (f *fake) Fatalf(format string, args ...any) { f.Errorf(format, args...); panic(ended{}) }
func (f *fake) Fatal(args ...any)                 { f.Fatalf("%v", args...) }

// run calls use and tells what a test would print.
func run(use func(t testing.TB)) string {
	f := &fake{dir: os.TempDir()}
	return f.run(use)
}

func (f *fake) run(use func(t testing.TB)) string {
	func() {
		defer func() {
			if x := recover(); x != nil && x != (ended{}) {
				panic(x)
			}
		}()
		use(f)
	}()
	for _, end := range f.cleanups {
		end()
	}
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
		{"exceptions", func(r *Result) {
			r.Except(By("mira dolan"), With(provenance.Unsupported)).AllSupported()
			r.Except(Saying("We need"), Saying("The fish")).AllSupported()
			r.Except(WithOnly(provenance.Number)).Except(With(provenance.Unsupported)).AllSupported()
		}, ""},
		{"exceptions of others", func(r *Result) {
			r.Except(By("Pavel Drusk"), WithOnly(provenance.Name), Saying("We will"), With(provenance.Unsupported)).AllSupported()
		}, altered},
		{"all", func(r *Result) { r.AllSupported() },
			altered + "\nstory.txt:2:2: unsupported (not found in these transcripts)\n\tquote:  The fish are silent\n\tsource: none found"},
		{"no such quote", func(r *Result) { r.Quote("Nobody said") },
			"story.txt: no quote begins with \"Nobody said\"; there are:\n\t“We need 90 boats”\n\t“The fish are silent”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := run(func(tb testing.TB) { c.use(result(tb, sample())) }); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestAllSupportedPassesOverIndirectAndUnchecked(t *testing.T) {
	r := sample()
	r.Findings[0].Quote.Kind = speech.Indirect
	r.Findings[1].Verdict = provenance.Unchecked
	if got := run(func(tb testing.TB) { result(tb, r).AllSupported() }); got != "" {
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

// TestNoTranscript ends a test that could not fail.
func TestNoTranscript(t *testing.T) {
	got := run(func(tb testing.TB) {
		CheckDocuments(tb, normalize.Text("story.txt", []byte("“No,” she said.")), provenance.Options{})
	})
	if got != "story.txt: no transcript to hold it to" {
		t.Errorf("got %q", got)
	}
	dir := t.TempDir()
	if got := run(func(tb testing.TB) { Read(tb, dir) }); !strings.Contains(got, "no file in it") {
		t.Errorf("got %q", got)
	}
}

// TestReadFolder reads what is in a folder, in order, and nothing hidden.
func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b/x.txt", "a.txt", ".hidden/y.txt", "a.meta.json", "b.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(`{"title": "We met."}`), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, d := range Read(t, dir) {
		name, _ := filepath.Rel(dir, d.Name)
		got = append(got, filepath.ToSlash(name))
	}
	if want := "a.txt b.txt b/x.txt"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

// TestAttributesAndArtifacts tells the verdicts, and keeps what was found of a test
// that fails.
func TestAttributesAndArtifacts(t *testing.T) {
	for fails, want := range map[bool]int{true: 1, false: 0} {
		f := &fake{dir: t.TempDir()}
		f.run(func(tb testing.TB) {
			r := result(tb, sample())
			if fails {
				r.AllSupported()
			}
		})
		if got := strings.Join(f.attrs, " "); got != "altered=1 unsupported=1" {
			t.Errorf("attributes %s", got)
		}
		files, err := filepath.Glob(f.dir + "/story-txt.quotes.txt")
		if err != nil || len(files) != want {
			t.Errorf("fails %t: %q, %v", fails, files, err)
		}
	}
}

// TestGolden writes a golden file, and fails where something else is found.
func TestGolden(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new", "story.golden")
	got := run(func(tb testing.TB) { result(tb, sample()).Golden(file) })
	if !strings.Contains(got, "is not there; go test -provenancetest.update writes it") {
		t.Errorf("got %s", got)
	}
	*update = true
	got = run(func(tb testing.TB) { result(tb, sample()).Golden(file) })
	*update = false
	if got != "" {
		t.Errorf("got %s", got)
	}
	if got := run(func(tb testing.TB) { result(tb, sample()).Golden(file) }); got != "" {
		t.Errorf("got %s", got)
	}
	other := sample()
	other.Findings[1].Verdict = provenance.Verbatim
	got = run(func(tb testing.TB) { result(tb, other).Golden(file) })
	if !strings.Contains(
		got,
		":9: got\n\tverbatim\nwant\n\tunsupported (not found in these transcripts)",
	) {
		t.Errorf("got %s", got)
	}
}

func TestCases(t *testing.T) { Cases(t, "testdata/*.txtar") }

func TestNoCase(t *testing.T) {
	for pattern, want := range map[string]string{
		"testdata/none*.txtar": "testdata/none*.txtar: no file matches this pattern", "a[": "a[: syntax error in pattern",
	} {
		if _, err := caseFiles(pattern); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", pattern, err, want)
		}
	}
}

func TestCaseErrors(t *testing.T) {
	const story = "-- story.txt --\n“We need 90 boats by May,” Mira Dolan said.\n"
	const speech = "-- speech.txt --\nWe need 30 boats by May.\n"
	for _, c := range []struct{ src, want string }{
		{story + speech, "want a file story.txt (or of another ending) and a file expect.txt"},
		{speech + "-- expect.txt --\naltered: We need\n", "want a file story.txt"},
		{story + "-- expect.txt --\naltered: We need\n", "no transcript to hold it to"},
		{story + speech + "-- expect.txt --\nfalse: We need\n", `expect.txt:1: "false" is no verdict`},
		{story + speech + "-- expect.txt --\n\naltered\n", "expect.txt:2: want VERDICT [KIND ...]: FIRST WORDS"},
		{story + speech + "-- expect.txt --\nverbatim: We need\n", "want [verbatim]"},
		{story + speech + "-- expect.txt --\naltered name: We need\n", "want a difference name"},
		{story + speech + "-- expect.txt --\naltered: They\n", "no quote begins with"},
		{story + "“We need 90 boats by May,” she said.\n" + speech + "-- expect.txt --\n# none\n", "altered"},
		{story + speech + "-- expect.txt --\naltered number: We need\n", ""},
		{story + speech + "-- expect.txt --\n", "altered"},
		{story + "-- speech.txt --\nWe need 90 boats by May.\n-- expect.txt --\n", ""},
	} {
		got := run(func(tb testing.TB) { runCase(tb, "x.txtar", txtar.Parse([]byte(c.src))) })
		if !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s\ngot %q, want %q", c.src, got, c.want)
		}
	}
}
