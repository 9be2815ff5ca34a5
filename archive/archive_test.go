package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// putting is a change that puts texts, given as name, text, name, text.
func putting(pairs ...string) Change {
	return Change{Put: func(yield func(Put) bool) {
		for i := 0; i < len(pairs); i += 2 {
			if !yield(Put{normalize.Text(pairs[i], []byte(pairs[i+1])), "print of " + pairs[i+1]}) {
				return
			}
		}
	}}
}

func mustUpdate(t *testing.T, dir string, c Change) {
	t.Helper()
	if err := Update(context.Background(), dir, c); err != nil {
		t.Fatal(err)
	}
}

func mustOpen(t *testing.T, dir string) *Archive {
	t.Helper()
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// holds renders what an archive holds: name=print, in order of the names.
func holds(t *testing.T, a *Archive) string {
	t.Helper()
	if err := a.Verify(); err != nil {
		t.Error(err)
	}
	var out []string
	for e, err := range a.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e.Name+"="+strings.TrimPrefix(e.Print, "print of "))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestUpdate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "archive")
	for _, c := range []struct {
		change Change
		want   string
	}{
		{Change{}, ""},
		{putting("b", "Two.", "a", "One."), "a=One. b=Two."},
		{putting("c", "Three.", "b", "Other."), "a=One. b=Other. c=Three."},
		{putting("d", "Four.", "d", "Five."), "a=One. b=Other. c=Three. d=Five."},
		{Change{Remove: []string{"a", "nobody"}}, "b=Other. c=Three. d=Five."},
		{Change{Remove: []string{"b", "c", "d"}}, ""},
		{putting("a", "Again."), "a=Again."},
	} {
		mustUpdate(t, dir, c.change)
		if got := holds(t, mustOpen(t, dir)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// TestManyUpdates adds one transcript at a time: small segments are put together, and
// what is no part of the archive does not stay.
func TestManyUpdates(t *testing.T) {
	dir := t.TempDir()
	for i := range 3 * smalls {
		mustUpdate(t, dir, putting(fmt.Sprint("name", i), "The pier is open."))
	}
	a := mustOpen(t, dir)
	if a.Len() != 3*smalls || len(a.segments) > smalls {
		t.Errorf("%d transcripts in %d segments", a.Len(), len(a.segments))
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) != len(a.segments)+2 {
		t.Errorf("%d segments, and the files %v", len(a.segments), files)
	}
	if err := a.Verify(); err != nil {
		t.Error(err)
	}
}

// TestReadersKeepWhatTheyOpened: an archive that is open stays as it was.
func TestReadersKeepWhatTheyOpened(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One.", "b", "Two."))
	before := mustOpen(t, dir)
	mustUpdate(t, dir, putting("b", "Other.", "c", "Three."))
	if got := holds(t, before); got != "a=One. b=Two." {
		t.Errorf("it became %s", got)
	}
	if got := holds(t, mustOpen(t, dir)); got != "a=One. b=Other. c=Three." {
		t.Errorf("it is %s", got)
	}
}

func TestStale(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "1", "b", "2", "c", "3"))
	put, remove, err := mustOpen(t, dir).Stale(map[string]string{"a": "print of 1", "b": "new", "d": "4"})
	if got := fmt.Sprint(put, remove, err); got != "[b d] [c] <nil>" {
		t.Error(got)
	}
}

// TestMissing: what could not be read is told of until it is told anew, and what the
// archive had of its name is gone. Where it was asked for nothing is called unsupported.
func TestMissing(t *testing.T) {
	dir := t.TempDir()
	met := Missing{Name: "b", Reason: "b: damaged"}
	skipped := Missing{Name: "c", Reason: "a picture", Skipped: true, Named: true}
	named := Missing{Name: "d", Reason: "d: no such file", Named: true}
	missing := func(list ...Missing) Change { return Change{Missing: func() []Missing { return list }} }
	mustUpdate(t, dir, putting("a", "The harbour stays open to all ships of the north.", "b", "Two.", "x", "Three."))
	many := make([]Missing, mostMissing+5)
	many[mostMissing+3].Named = true
	rest := Missing{Reason: "5 more are not in the archive", Named: true}
	for _, c := range []struct {
		change  Change
		held    string
		want    []Missing
		excerpt bool
	}{
		{missing(met, skipped), "a x", []Missing{met, skipped}, false},
		{putting("y", "Five."), "a x y", []Missing{met, skipped}, false},
		{missing(named), "a x y", []Missing{named}, true},
		{missing(many...), "a x y", append(many[:mostMissing:mostMissing], rest), true},
		{missing(), "a x y", nil, false},
	} {
		mustUpdate(t, dir, c.change)
		a := mustOpen(t, dir)
		held := []string{}
		for e := range a.Entries() {
			held = append(held, e.Name)
		}
		slices.Sort(held)
		if got := a.Missing(); !slices.Equal(got, c.want) || strings.Join(held, " ") != c.held {
			t.Errorf("%d missing, first %+v; held %v", len(got), got[:min(2, len(got))], held)
		}
		if k, err := a.Checker(provenance.Options{}); err != nil || k.options.Excerpt != c.excerpt {
			t.Errorf("missing %v: an excerpt: %v, %v", c.want[:min(2, len(c.want))], k.options.Excerpt, err)
		}
	}
}

type checker interface {
	CheckContext(context.Context, *text.Document) (*provenance.Report, error)
}

// answers are all findings of reports as the JSON has them, a line each.
func answers(t *testing.T, c checker, reports []*text.Document) []string {
	t.Helper()
	var out []string
	for _, d := range reports {
		r, err := c.CheckContext(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := record.EncodeLine(&b, record.NewMaker(r.Transcripts).Line(r)); err != nil {
			t.Fatal(err)
		}
		out = append(out, b.String())
	}
	return out
}

// sets are folders of transcripts and of reports: the project's own, and real ones
// where they are beside the module.
func sets(t *testing.T) (out [][2]string) {
	out = append(out, [2]string{"../testdata/speeches/*", "../testdata/reports/*"})
	real := "../../shared/corpus/real"
	if _, err := os.Stat(real); err != nil {
		t.Log("no ../shared beside the module: real reports are not checked")
		return out
	}
	return append(out, [2]string{real + "/*/transcript.*", real + "/*/report-*"})
}

func read(t *testing.T, pattern string) (out []*text.Document) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !strings.HasSuffix(name, ".meta.json") {
			if d, err := formats.ReadFile(name); err == nil {
				out = append(out, d)
			}
		}
	}
	return out
}

// TestSameAnswers holds reports to an archive that was made in pieces, and to the files
// themselves: the findings are the same bytes.
func TestSameAnswers(t *testing.T) {
	for _, set := range sets(t) {
		speeches, reports := read(t, set[0]), read(t, set[1])
		if len(speeches) == 0 || len(reports) == 0 {
			t.Fatalf("nothing in %v", set)
		}
		dir := t.TempDir()
		for part := range slices.Chunk(speeches, len(speeches)/3+1) {
			mustUpdate(t, dir, Change{Put: func(yield func(Put) bool) {
				for _, d := range part {
					if !yield(Put{Document: d}) {
						return
					}
				}
			}})
		}
		c, err := mustOpen(t, dir).Checker(provenance.Options{})
		if err != nil {
			t.Fatal(err)
		}
		all := provenance.New(speeches, provenance.Options{})
		if len(reports) > 16 {
			reports = slices.Collect(func(yield func(*text.Document) bool) { // a third is enough
				for i := 0; i < len(reports) && yield(reports[i]); i += 3 {
				}
			})
		}
		want := answers(t, all, reports)
		for _, whole := range []int{0, most} { // never kept whole, then where a report asks for half of it
			c.whole = whole
			for i, got := range answers(t, c, reports) {
				if got != want[i] {
					t.Errorf("%s, at most %d bytes whole:\n got %s\nwant %s", reports[i].Name, whole, got, want[i])
				}
			}
		}
	}
}

// TestKeptWhole: reports that ask for half of an archive share one checker of it.
func TestKeptWhole(t *testing.T) {
	dir := t.TempDir()
	const said = "The harbour of Varland will stay open to all ships."
	mustUpdate(t, dir, putting("a", said, "b", "Bread is dear."))
	c, err := mustOpen(t, dir).Checker(provenance.Options{})
	if err != nil {
		t.Fatal(err)
	}
	report := normalize.Text("r", []byte("“"+said+"” she said."))
	for whole, want := range map[int]int{0: 1, most: 2} {
		c.whole = whole
		one, err := c.CheckContext(context.Background(), report)
		other, err2 := c.CheckContext(context.Background(), report)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		shared := &one.Transcripts[0] == &other.Transcripts[0]
		if n := len(one.Transcripts); n != want || shared != (whole > 0) {
			t.Errorf("at most %d bytes whole: %d transcripts, the same checker: %v", whole, n, shared)
		}
	}
}

// TestClaimedSource: a source that is in the archive is known, though no transcript
// was picked.
func TestClaimedSource(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("speeches/harbour.txt", "The harbour of Varland will stay open to all ships."))
	c, err := mustOpen(t, dir).Checker(provenance.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]provenance.Reason{"harbour": "", "other": provenance.NoTranscript} {
		line := fmt.Appendf(nil, `{"quote":"zzz qqq xxx www vvv","source":%q}`, source)
		d, claims, err := provenance.ReadClaims("q.jsonl", line)
		if err != nil {
			t.Fatal(err)
		}
		r, err := c.CheckClaimsContext(context.Background(), d, claims)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Findings[0].Reason; (got == provenance.NoTranscript) != (want == provenance.NoTranscript) {
			t.Errorf("%s: %s", source, got)
		}
	}
}

func TestTwoWriters(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One."))
	err := Update(context.Background(), dir, Change{Put: func(yield func(Put) bool) {
		if err := Update(context.Background(), dir, putting("b", "Two.")); !errors.Is(err, ErrLocked) {
			t.Errorf("a second writer: %v", err)
		}
		yield(Put{Document: normalize.Text("c", []byte("Three."))})
	}})
	if err != nil {
		t.Error(err)
	}
	if got := holds(t, mustOpen(t, dir)); got != "a=One. c=" {
		t.Error(got)
	}
}

func TestStoppedByItsContext(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One."))
	ctx, cancel := context.WithCancel(context.Background())
	err := Update(ctx, dir, Change{Put: func(yield func(Put) bool) {
		yield(Put{Document: normalize.Text("b", []byte("Two."))})
		cancel()
	}})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got := holds(t, mustOpen(t, dir)); got != "a=One." {
		t.Error(got)
	}
}

func TestNoArchive(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir); !errors.Is(err, os.ErrNotExist) || Is(dir) {
		t.Errorf("an empty folder: %v", err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := Update(context.Background(), file, Change{}); err == nil {
		t.Error("a file was taken for a folder")
	}
}

// TestIs tells an archive from a folder in which a file has the manifest's name.
func TestIs(t *testing.T) {
	for files, want := range map[string]bool{
		"": false, "lock": false, "manifest.json": true, "manifest.json lock .x": true, "manifest.json speech.txt": false,
		"manifest.json speech.txt 00000001.segment": true, "00000001.segment lock": false,
	} {
		dir := t.TempDir()
		for _, name := range strings.Fields(files) {
			if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got := Is(dir); got != want {
			t.Errorf("%s: %v", files, got)
		}
	}
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One."))
	segment, notes := filepath.Join(dir, segmentName(1)), filepath.Join(dir, "notes.txt")
	if err := errors.Join(os.Remove(segment), os.WriteFile(notes, nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !Is(dir) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("one that lost its segments: %v, %v", Is(dir), err)
	}
}

// TestSegmentsAlone opens the segments of an archive one by one: they hold what it
// holds, and count its words.
func TestSegmentsAlone(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, putting("a", "One pier.", "b", "Two piers."))
	mustUpdate(t, dir, putting("c", "Three ports."))
	parts, _, err := Parts(dir)
	if err != nil || len(parts) != 2 {
		t.Fatal(parts, err)
	}
	var names, counted []string
	for _, p := range parts {
		s, err := OpenSegment(dir, p)
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Documents {
			d, err := s.Transcript(i)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, d.Name)
		}
		counts, err := s.Counts([]string{"nothing", "pier", "port"})
		if a, err2 := s.Among(); err != nil || err2 != nil || !a.Words {
			t.Error(err, err2, a)
		}
		counted = append(counted, fmt.Sprint(counts))
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if _, err := s.Transcript(0); !errors.Is(err, os.ErrClosed) {
			t.Errorf("used when it was closed: %v", err)
		}
	}
	if got := strings.Join(append(names, counted...), " "); got != "a b c [0 2 0] [0 0 1]" {
		t.Error(got)
	}
	if _, _, err := Parts(t.TempDir()); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// TestUnfit: a transcript that could not be read again is told of and left out, and so is
// what the archive had of its name; the others are kept.
func TestUnfit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "archive")
	said := "The pier of Lomm has seven berths for all ships of the north."
	mustUpdate(t, dir, putting("a", said, "b", said))
	bad := normalize.Text("b", []byte(said))
	bad.Map.AddAgain(len(said), text.FileSpan{Start: 0, End: 9})
	bad.Map.AddAgain(1, text.FileSpan{Start: 3, End: 4})
	change := Change{Put: func(yield func(Put) bool) {
		_ = yield(Put{Document: bad}) && yield(Put{Document: normalize.Text("c", []byte(said))})
	}}
	if err := Update(t.Context(), dir, change); err == nil || !strings.Contains(err.Error(), "b: it cannot be kept") {
		t.Errorf("the error is %v", err)
	}
	told := ""
	change.Unfit = func(name string, err error) { told += fmt.Sprint(name, ": ", err) }
	mustUpdate(t, dir, change)
	if !strings.HasPrefix(told, "b: b: it cannot be kept: text: not the bytes of a Map") {
		t.Errorf("told %q", told)
	}
	a, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	names := ""
	for e, err := range a.Entries() {
		if err != nil {
			t.Fatal(err)
		}
		names += e.Name
	}
	if err := a.Verify(); err != nil || names != "ca" {
		t.Errorf("it has %q; %v", names, err)
	}
}
