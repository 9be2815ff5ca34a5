package record

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

func TestRedline(t *testing.T) {
	for _, x := range []struct{ source, quote, left, right string }{
		{"", "", "", ""},
		{"the quay is open", "the quay is open", "the quay is open", "the quay is open"},
		{"The quay, is open.", "the “quay” is open", "The quay, is open.", "the “quay” is open"},
		{"the quay is not open", "the quay is open", "the quay is [-not-] open", "the quay is open"},
		{"seven ships left", "nine ships left", "[-seven-] ships left", "{+nine+} ships left"},
		{"a — b", "a b", "a — b", "a b"},
		{"we don’t know", "we don't know", "we don’t know", "we don't know"},
	} {
		if left, right := drawn(x.source, x.quote); left != x.left || right != x.right {
			t.Errorf(
				"redline(%q, %q) = %q, %q, want %q, %q",
				x.source,
				x.quote,
				left,
				right,
				x.left,
				x.right,
			)
		}
	}
}

// Without the marks each side reads as it was, and without what is marked both
// read alike.
func TestRedlineLaw(t *testing.T) {
	source := strings.Fields(
		"we will keep the seven lighthouses open through the winter and the spring",
	)
	for i := range source {
		for j := i; j <= len(source); j++ {
			quote := append(append([]string{}, source[:i]...), "however")
			quote = append(quote, source[j:]...)
			left, right := drawn(strings.Join(source, " "), strings.Join(quote, " "))
			if unmarked(left) != strings.Join(source, " ") || unmarked(right) != strings.Join(quote, " ") {
				t.Fatalf("%q and %q do not read as they were", left, right)
			}
			if drop(left, "[-", "-]") != drop(right, "{+", "+}") {
				t.Fatalf("%q and %q differ in more than what is marked", left, right)
			}
		}
	}
}

// drawn is the redline of two texts as it is printed.
func drawn(source, quote string) (left, right string) {
	a, b := redline(source, quote)
	return ink(a, "[-", "-]"), ink(b, "{+", "+}")
}

func ink(runs []Run, open, shut string) string {
	var out []string
	for _, r := range runs {
		if r.Only {
			r.Text = open + r.Text + shut
		}
		out = append(out, r.Text)
	}
	return strings.Join(out, " ")
}

func unmarked(s string) string {
	return strings.NewReplacer("[-", "", "-]", "", "{+", "", "+}", "").Replace(s)
}

// drop leaves out what stands between the marks.
func drop(s, open, shut string) string {
	for {
		i := strings.Index(s, open)
		if i < 0 {
			return strings.Join(strings.Fields(s), " ")
		}
		j := i + strings.Index(s[i:], shut)
		s = s[:i] + s[j+len(shut):]
	}
}

func report() *provenance.Report {
	return provenance.Check(
		normalize.Text(
			"report.txt",
			[]byte(
				"Pier for sale, minister says\n\n“We will sell the northern pier to anybody who fishes,” Minister Mira Dolan said in Sundhaven.\n",
			),
		),
		normalize.Text(
			"speech.txt",
			[]byte(
				"Remarks by Harbour Minister Mira Dolan in Sundhaven\n\nWe have thought about it. We will not sell the northern pier to anybody who fishes. Thank you.\n",
			),
		),
	)
}

func TestNew(t *testing.T) {
	r := report()
	rec := New(r)
	q := rec.Reports[0].Quotes[0]
	if q.Verdict != "altered" || q.Kind != "direct" || q.Speaker.Name != "Mira Dolan" ||
		len(q.Matches) == 0 {
		t.Errorf("got %+v", q)
	}
	if q.Line != 3 || q.Column != 2 || q.Matches[0].Line != 3 || q.Matches[0].Column != 27 {
		t.Errorf("at %d:%d, from %d:%d", q.Line, q.Column, q.Matches[0].Line, q.Matches[0].Column)
	}
	for _, s := range q.Spans {
		if got := r.Document.Source[s.Start:s.End]; !strings.Contains(
			got,
			"sell the northern pier",
		) {
			t.Errorf("the quote's bytes read %q", got)
		}
	}
	d := q.Differences[0]
	got := r.Transcripts[0].Source[d.Source.Start:d.Source.End]
	if d.Kind != "negation" || got != d.Source.Text || got != "not" ||
		d.Note != "“not” of the transcript is left out" {
		t.Errorf("difference %+v; the source's bytes read %q", d, got)
	}
	if got := q.Matches[0]; got.Before != "We have thought about it." || got.After != "Thank you." {
		t.Errorf("before %q, after %q", got.Before, got.After)
	}
	if got := ink(q.Redline.Source, "[-", "-]"); got != "We will [-not-] sell the northern pier to anybody who fishes" {
		t.Errorf("redline %q", got)
	}
}

// TestErrors lists what could not be judged.
func TestErrors(t *testing.T) {
	r := report()
	r.Findings[0].Fault = &provenance.Fault{Quote: "report.txt:3:2: “We will”", Value: "no such word"}
	want := []Problem{{"report.txt", "report.txt:3:2: “We will” could not be judged: no such word"}}
	if got := New(r).Errors; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSchema holds records to schema.json: of what is found and what is not, of
// nothing, and of every report of testdata.
func TestSchema(t *testing.T) {
	schema := compile(t, Schema)
	var reports []*provenance.Report
	c := provenance.New(testdata(t, "speeches"), provenance.Options{})
	for _, d := range testdata(t, "reports") {
		reports = append(reports, c.Check(d))
	}
	accepted := New(report())
	NewBaseline(Acceptance{"Ada", "seen"}, accepted.Reports...).Accept(&accepted.Reports[0])
	for name, r := range map[string]Record{
		"testdata": New(reports...), "nothing": New(), "accepted": accepted,
		"empty":       New(provenance.Check(normalize.Text("empty.txt", nil))),
		"unread":      {Version: Version, Reports: []Report{}, Errors: []Problem{{"a", "b"}}, Transcripts: []Transcript{}},
		"without any": New(provenance.Check(normalize.Text("report.txt", []byte("“The pier is old,” she said.")))),
	} {
		var b bytes.Buffer
		if err := Encode(&b, r); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(decoded(t, b.Bytes())); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		again, err := Decode(json.NewDecoder(&b))
		if err != nil || len(again.Reports) != len(r.Reports) {
			t.Errorf("%s: %v, %d reports of %d", name, err, len(again.Reports), len(r.Reports))
		}
	}
}

// TestSchemaRefuses holds the schema itself to what is wrong.
func TestSchemaRefuses(t *testing.T) {
	var b bytes.Buffer
	if err := Encode(&b, New(report())); err != nil {
		t.Fatal(err)
	}
	schema := compile(t, Schema)
	for _, x := range []struct{ old, new string }{
		{`"version": 1`, `"version": 2`},
		{`"altered"`, `"false"`},
		{`"negation"`, `"denial"`},
		{`"start": 33`, `"start": -1`},
		{`"score": 0.`, `"score": 7.`},
		{`"sha256"`, `"md5"`},
	} {
		bad := strings.Replace(b.String(), x.old, x.new, 1)
		if bad == b.String() {
			t.Errorf("no %s in %s", x.old, bad)
		} else if schema.Validate(decoded(t, []byte(bad))) == nil {
			t.Errorf("%s passes", x.new)
		}
	}
}

func compile(t *testing.T, src []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", decoded(t, src)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decoded(t *testing.T, src []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return v
}

// testdata reads the texts of a folder of ../../testdata.
func testdata(t *testing.T, folder string) (out []*text.Document) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/" + folder + "/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in ../../testdata/%s: %v", folder, err)
	}
	for _, f := range files {
		if strings.HasSuffix(f, ".json") {
			continue
		}
		d, err := formats.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// TestEncodeIsHarmless writes what acts on a terminal as escapes, and reads it back
// as it was.
func TestEncodeIsHarmless(t *testing.T) {
	const evil = "a\x1b]52;c;aGk=\a\u009b31m\u202e\u2066\x7f\U000E0041z"
	in := Record{Version: Version, Errors: []Problem{{evil, "caf\xe9"}}}
	for name, encode := range map[string]func(io.Writer, Record) error{"": Encode, "line": EncodeLine} {
		var b bytes.Buffer
		if err := encode(&b, in); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if r != '\n' && display.Control(r) {
				t.Errorf("%s: %q in %q", name, r, &b)
			}
		}
		out, err := Decode(json.NewDecoder(&b))
		if want := (Problem{evil, `caf\xe9`}); err != nil || out.Errors[0] != want {
			t.Errorf("%s: got %q, %v", name, out.Errors, err)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	for _, src := range []string{`{"version": 2}`, `{"version": 1`, `[]`} {
		if r, err := Decode(json.NewDecoder(strings.NewReader(src))); err == nil {
			t.Errorf("%s is read as %+v", src, r)
		}
	}
	if _, err := Decode(json.NewDecoder(strings.NewReader(" "))); err != io.EOF {
		t.Errorf("got %v at the end", err)
	}
}

// TestID stands where file, marks and paragraphs change, and changes with the words,
// the source and what differs.
func TestID(t *testing.T) {
	const said = "We will not sell the northern pier to anybody who fishes. We will never sell the lighthouse to anybody who sails."
	of := func(report, transcript string) string {
		r := provenance.Check(
			normalize.Text("x.txt", []byte(report)),
			normalize.Text("y.txt", []byte("MIRA DOLAN: "+transcript)),
		)
		if len(r.Findings) != 1 {
			t.Fatalf("%q: %d findings", report, len(r.Findings))
		}
		return New(r).Reports[0].Quotes[0].ID
	}
	base := of("“We will sell the northern pier to anybody who fishes,” Mira Dolan said.", said)
	for _, same := range []string{
		"It rained.\n\n\"We will sell the northern pier to anybody who fishes,\" said Mira Dolan.",
		"“We WILL sell the northern pier to anybody who fishes!” Mira Dolan said.",
	} {
		if got := of(same, said); got != base {
			t.Errorf("%q: %s, not %s", same, got, base)
		}
	}
	for report, transcript := range map[string]string{
		"“We will sell the northern pier to somebody who fishes,” Mira Dolan said.":     said,
		"“We will sell the northern pier to anybody who fishes,” Mira Dolan said.":      strings.ReplaceAll(said, "northern", "old northern"),
		"“We will not sell the northern pier to anybody who fishes,” Mira Dolan said. ": said,
	} {
		if got := of(report, transcript); got == base {
			t.Errorf("%q of %q: %s too", report, transcript, got)
		}
	}
}

// TestLine leaves out the transcripts that no finding names.
func TestLine(t *testing.T) {
	c := provenance.New([]*text.Document{
		normalize.Text(
			"other.txt",
			[]byte("The herring is a fish that lives in large schools near the coast."),
		),
		normalize.Text("speech.txt", []byte("We will not sell the northern pier to anybody who fishes.")),
	}, provenance.Options{})
	r := c.Check(
		normalize.Text(
			"report.txt",
			[]byte("“We will not sell the northern pier to anybody who fishes,” she said."),
		),
	)
	m := NewMaker(c.Transcripts())
	if got := m.Line(r).Transcripts; len(got) != 1 || got[0].Name != "speech.txt" {
		t.Errorf("got %+v", got)
	}
	if got := m.Record(r).Transcripts; len(got) != 2 {
		t.Errorf("got %+v", got)
	}
}
