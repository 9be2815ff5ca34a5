package cluster

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/archive"
	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

// A newsroom is an archive of several segments, and reports: those of testdata, made-up
// ones, which quote made-up speeches in it, and some that cannot be read.
type newsroom struct {
	archive string
	reports []string
}

func newNewsroom(t *testing.T, made int) newsroom {
	t.Helper()
	dir := t.TempDir()
	n := newsroom{archive: filepath.Join(dir, "archive")}
	var speeches []*text.Document
	for i := range made {
		c := invent.Seeded(uint64(i))
		speeches = append(speeches, normalize.Text(fmt.Sprintf("made/%04d.txt", i), c.Transcript))
		n.reports = append(n.reports, writeFile(t, dir, fmt.Sprintf("%04d.txt", i), c.Report))
	}
	for _, name := range paths(t, "../testdata/speeches") {
		d, err := formats.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		speeches = append(speeches, d)
	}
	for some := range slices.Chunk(speeches, 1+len(speeches)/6) { // fewer than are put together
		mustUpdate(t, n.archive, some)
	}
	n.reports = append(n.reports, paths(t, "../testdata/reports")...)
	return n.withBad(t, dir)
}

// withBad puts reports among the others that cannot be read.
func (n newsroom) withBad(t *testing.T, dir string) newsroom {
	n.reports = slices.Insert(n.reports, 1,
		filepath.Join(dir, "nothing.txt"),
		writeFile(t, dir, "empty.txt", nil),
		writeFile(t, dir, "picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")),
		writeFile(t, dir, "broken.pdf", []byte("%PDF-1.7\n\x00\xff")),
		writeFile(t, dir, "bytes.txt", []byte("“\xff\xfe\x00 we will \xc3\x28 not,” she said.")))
	writeFile(t, dir, "bytes.txt.meta.json", []byte("{"))
	return n
}

func mustUpdate(t *testing.T, dir string, docs []*text.Document) {
	t.Helper()
	put := func(yield func(archive.Put) bool) {
		for _, d := range docs {
			if !yield(archive.Put{Document: d}) {
				return
			}
		}
	}
	if err := archive.Update(context.Background(), dir, archive.Change{Put: put}); err != nil {
		t.Fatal(err)
	}
}

func writeFile(t *testing.T, dir, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// paths are the files of a folder that are no side files.
func paths(t *testing.T, dir string) (out []string) {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(all) == 0 {
		t.Fatal(dir, err)
	}
	for _, name := range all {
		if !strings.HasSuffix(name, ".meta.json") {
			out = append(out, name)
		}
	}
	return out
}

// byChecker is what the checker writes on one machine.
func (n newsroom) byChecker(t *testing.T, flags ...string) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "checker")
	build := exec.Command("go", "build", "-o", bin, "./examples/checker")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	flags = append([]string{"-q", "-format", "jsonl", "-against", n.archive}, flags...)
	c := exec.Command(bin, append(flags, n.reports...)...)
	var out bytes.Buffer
	c.Stdout = &out
	if err := c.Run(); c.ProcessState.ExitCode() != 2 { // some reports cannot be read
		t.Fatal(err)
	}
	return out.String()
}

// run runs the pipeline on Prism, and gives what it wrote. Lines go through between.
func (n newsroom) run(
	t *testing.T,
	o Options,
	between func(beam.Scope, beam.PCollection) beam.PCollection,
) (string, error) {
	t.Helper()
	o.Archive = n.archive
	folder := t.TempDir()
	p, s := beam.NewPipelineWithRoot()
	list := writeFile(t, t.TempDir(), "list", []byte(strings.Join(n.reports, "\n")))
	lines, err := Check(s, Listed(s, list), o)
	if err != nil {
		t.Fatal(err)
	}
	if between != nil {
		lines = between(s, lines)
	}
	Write(s, folder, lines)
	_, err = beam.Run(t.Context(), "prism", p)
	return written(t, folder), err
}

// written are the files of a folder one after another.
func written(t *testing.T, folder string) string {
	t.Helper()
	all, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, e := range all {
		src, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		b.Write(src)
	}
	return b.String()
}

// TestSameBytes holds the pipeline to the checker, whatever the segments are grouped
// to; each group is looked through by itself, several at a time.
func TestSameBytes(t *testing.T) {
	n := newNewsroom(t, 40)
	want := n.byChecker(t)
	if parts, _, err := archive.Parts(n.archive); err != nil || len(parts) < 5 {
		t.Fatalf("%d segments, %v", len(parts), err)
	}
	for _, together := range []int{1, 2, 0} {
		got, err := n.run(t, Options{Together: together}, nil)
		if err != nil {
			t.Fatal(err)
		}
		same(t, got, want)
	}
}

// TestSameLoss: what was cut and what is missing in the archive is said as the checker
// says it.
func TestSameLoss(t *testing.T) {
	n := newNewsroom(t, 3)
	missing := []archive.Missing{
		{Name: "gone.txt", Reason: "gone.txt: no such file or directory", Named: true},
		{Name: "picture.png", Reason: "no known format", Skipped: true},
		{Name: "damaged.pdf", Reason: "damaged.pdf: damaged PDF"},
	}
	change := archive.Change{Missing: func() []archive.Missing { return missing }}
	if err := archive.Update(context.Background(), n.archive, change); err != nil {
		t.Fatal(err)
	}
	want := n.byChecker(t, "-max-quotes", "2")
	got, err := n.run(t, Options{MaxQuotes: 2}, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, want)
	for _, said := range []string{"more than 2 quotes", "gone.txt: no such file", `"skipped":[{"name":"picture.png"`} {
		if !strings.Contains(got, said) {
			t.Errorf("%s is not said", said)
		}
	}
}

// TestMadeAnew: a worker that has the segments of an archive open sees the one that is made
// anew in its place, and what it has open of one that a writer has removed it keeps.
func TestMadeAnew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "archive")
	now := func() shelf {
		parts, _, err := partsOf(dir)
		if err != nil {
			t.Fatal(err)
		}
		return shelf{dir, parts, 0}
	}
	mustUpdate(t, dir, []*text.Document{normalize.Text("a", []byte("The harbour stays open."))})
	old := now()
	if name := nameIn(t, old); name != "a" {
		t.Fatal(name)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if name := nameIn(t, old); name != "a" {
		t.Errorf("of the removed one %q", name)
	}
	mustUpdate(t, dir, []*text.Document{normalize.Text("b", []byte("The harbour stays shut."))})
	if name := nameIn(t, now()); name != "b" {
		t.Errorf("of the one made anew %q", name)
	}
}

// nameIn is the name of the first transcript in the first segment.
func nameIn(t *testing.T, s shelf) string {
	t.Helper()
	g, err := s.segment(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	tr, err := g.Transcript(0)
	if err != nil {
		t.Fatal(err)
	}
	return tr.Name
}

// TestCutSegment cuts the segments that a worker has open: each step is an error that
// names one, and the worker lives.
func TestCutSegment(t *testing.T) {
	n := newNewsroom(t, 1)
	parts, _, err := partsOf(n.archive)
	if err != nil {
		t.Fatal(err)
	}
	s := shelf{n.archive, parts, 0}
	asked := func() func(*Asked) bool {
		in := align.Inquiry{Runs: [][]string{{"harbour", "open"}}}
		in.Counts = make([]int, len(in.Stems()))
		for i := range in.Counts {
			in.Counts[i] = 1
		}
		done := false
		return func(a *Asked) bool {
			a.Inquiry = in
			was := done
			done = true
			return !was
		}
	}
	steps := map[string]func() error{
		"count": func() error {
			return (&count{s}).ProcessElement(t.Context(), 0, asked(), func(Key, align.Inquiry) {})
		},
		"list": func() error {
			return (&list{s}).ProcessElement(t.Context(), 0, asked(), func(Key, Shortlists) {})
		},
		"know":       func() error { return (&know{s}).ProcessElement(t.Context(), 0, func(Known) {}) },
		"transcript": func() error { _, err := s.transcript(t.Context(), align.Picked{}); return err },
	}
	for name, do := range steps {
		if err := do(); err != nil {
			t.Fatal(name, err)
		}
	}
	for _, p := range parts {
		if err := os.Truncate(filepath.Join(n.archive, p.File), 0); err != nil {
			t.Skip("a file that is open cannot be cut here: ", err)
		}
	}
	for name, do := range steps {
		if err := do(); !errors.Is(err, archive.ErrDamaged) || !strings.Contains(err.Error(), parts[0].File) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func same(t *testing.T, got, want string) {
	t.Helper()
	a, b := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	if len(a) != len(b) {
		t.Errorf("%d lines, want %d", len(a)-1, len(b)-1)
	}
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Errorf("line %d is\n%s\nwant\n%s", i+1, a[i], b[i])
			return
		}
	}
}
