// Package provenancetest holds the quotes of a report to transcripts in a Go
// test, for newsrooms whose reports are checked before they are published:
//
//	func TestBudgetStory(t *testing.T) {
//		r := provenancetest.Check(t, "story.html", "budget.txt", "debates/")
//		r.AllSupported()
//		r.Quote("We will not raise").Is(provenance.Verbatim).Speaker("Tobias Renn")
//	}
//
// A failure shows the quote and its source one below the other, with the words
// marked that they do not share: [-so-] those that only the transcript has,
// {+so+} those that only the report has. How many quotes have which verdict is an
// attribute of the test (go test -v), and where it fails, the whole of what was
// found is a file among its artifacts (go test -artifacts).
//
// Who does not write Go writes a case: see [Cases].
package provenancetest

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Result is a checked report with the test it belongs to.
type Result struct {
	*provenance.Report
	t      testing.TB
	record record.Record
	except []Exception
}

// Check reads the files, which may be of any format that the library reads,
// and holds the report to the transcripts; a folder stands for all files in it. A
// file that cannot be read ends the test, and so does a test without a transcript,
// which could not fail. A quote that could not be judged for a fault of the library
// fails it.
func Check(t testing.TB, report string, transcripts ...string) *Result {
	t.Helper()
	return CheckDocuments(t, Read(t, report)[0], provenance.Options{}, Read(t, transcripts...)...)
}

// CheckDocuments is [Check] for documents that are there already, of whatever
// source, and for transcripts of which the options tell: that they are excerpts, or
// who speaks under a label.
func CheckDocuments(
	t testing.TB,
	report *text.Document,
	o provenance.Options,
	transcripts ...*text.Document,
) *Result {
	t.Helper()
	if len(transcripts) == 0 {
		t.Fatalf("%s: no transcript to hold it to", display.Safe(report.Name))
	}
	return result(t, provenance.New(transcripts, o).Check(report))
}

func result(t testing.TB, r *provenance.Report) *Result {
	t.Helper()
	for _, f := range r.Findings {
		if f.Fault != nil {
			t.Errorf("%v\n%s", f.Fault, f.Fault.Stack)
		}
	}
	out := &Result{Report: r, t: t, record: record.New(r)}
	out.tell()
	t.Cleanup(out.keep)
	return out
}

// tell gives the test its attributes.
func (r *Result) tell() {
	count := map[string]int{}
	for _, q := range r.record.Reports[0].Quotes {
		count[q.Verdict]++
	}
	for _, v := range provenance.Verdicts() {
		if n := count[string(v)]; n > 0 {
			r.t.Attr(string(v), fmt.Sprint(n))
		}
	}
}

// keep writes what was found among the artifacts of a test that failed.
func (r *Result) keep() {
	if !r.t.Failed() {
		return
	}
	var b bytes.Buffer
	if err := render.Write(&b, "text", r.record, render.Options{}); err != nil {
		r.t.Error(err)
	}
	name := display.Letters(filepath.Base(r.Document.Name))
	path := filepath.Join(r.t.ArtifactDir(), strings.ReplaceAll(name, " ", "-")+".quotes.txt")
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		r.t.Error(err)
	}
}

// Read reads files of any format that the library reads; a folder stands for all
// files in it and below, in byte order of their names, but for hidden ones and those
// that tell of another (NAME.meta.json). What cannot be read ends the test.
func Read(t testing.TB, paths ...string) (out []*text.Document) {
	t.Helper()
	for _, path := range paths {
		for _, file := range below(t, path) {
			d, err := formats.ReadFile(file)
			if err != nil {
				t.Fatalf("%s", display.Safe(err.Error()))
			}
			out = append(out, d)
		}
	}
	return out
}

// below are the files of a folder, or the file itself.
func below(t testing.TB, path string) (files []string) {
	t.Helper()
	err := filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
		hidden := name != path && strings.HasPrefix(e.Name(), ".")
		switch {
		case err != nil:
			return err
		case hidden && e.IsDir():
			return filepath.SkipDir
		case !hidden && !e.IsDir() && !regular.IsSide(name):
			files = append(files, name)
		}
		return nil
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no file in it", path)
	}
	if err != nil {
		t.Fatalf("%s", display.Safe(err.Error()))
	}
	slices.Sort(files)
	return files
}

// Parse reads a file's bytes, as [Read] reads files. The name tells of the format
// where the bytes do not, and stands in failures.
func Parse(t testing.TB, name string, src []byte) *text.Document {
	t.Helper()
	d, err := formats.Read(name, src)
	if err != nil {
		t.Fatalf("%s", display.Safe(err.Error()))
	}
	return d
}

// AllSupported fails the test for each direct or partial quote that is altered
// or unsupported, but for those of [Result.Except]. Quotes that cannot be checked
// pass; [Quote.Is] holds one to more.
func (r *Result) AllSupported() {
	r.t.Helper()
	for i, f := range r.Findings {
		q := r.quote(i)
		departs := f.Verdict == provenance.Altered || f.Verdict == provenance.Unsupported
		if f.Quote.Kind != speech.Indirect && departs && !r.excepted(q) {
			r.t.Errorf("%v", q)
		}
	}
}

// An Exception is quotes that a test lets pass.
type Exception func(q *Quote) bool

// Except is the result of which [Result.AllSupported] lets these quotes pass.
func (r *Result) Except(quotes ...Exception) *Result {
	out := *r
	out.except = slices.Concat(r.except, quotes)
	return &out
}

func (r *Result) excepted(q *Quote) bool {
	return slices.ContainsFunc(r.except, func(x Exception) bool { return x(q) })
}

// Saying is the quotes that begin with these words.
func Saying(firstWords string) Exception {
	return func(q *Quote) bool { return strings.HasPrefix(display.Letters(q.Text()), display.Letters(firstWords)) }
}

// By is the quotes that the report gives to a speaker.
func By(speaker string) Exception {
	return func(q *Quote) bool { return strings.EqualFold(q.speaker(), speaker) }
}

// With is the quotes that have a verdict.
func With(v provenance.Verdict) Exception {
	return func(q *Quote) bool { return q.Verdict == v }
}

// WithOnly is the quotes of which all major differences are of these kinds.
func WithOnly(kinds ...provenance.Kind) Exception {
	return func(q *Quote) bool {
		return len(q.Differences) > 0 &&
			!slices.ContainsFunc(q.Differences, func(d provenance.Difference) bool {
				return d.Severity == provenance.Major && !slices.Contains(kinds, d.Kind)
			})
	}
}

// Quote is the quote that begins with these words; case, marks and white space
// do not count. The test ends where there is none.
func (r *Result) Quote(firstWords string) *Quote {
	r.t.Helper()
	for i := range r.Findings {
		if q := r.quote(i); Saying(firstWords)(q) {
			return q
		}
	}
	r.t.Fatalf(
		"%s: no quote begins with %q; there are:%s",
		display.Safe(r.Document.Name),
		firstWords,
		r.list(),
	)
	return nil
}

func (r *Result) quote(i int) *Quote {
	return &Quote{
		Finding: r.Findings[i],
		t:       r.t,
		name:    r.Document.Name,
		record:  r.record.Reports[0].Quotes[i],
	}
}

// list names every quote, one a line.
func (r *Result) list() string {
	if len(r.Findings) == 0 {
		return " none"
	}
	var b strings.Builder
	for i := range r.Findings {
		fmt.Fprintf(&b, "\n\t“%s”", display.Safe(r.quote(i).Text()))
	}
	return b.String()
}
