package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// bundled is the record of all of testdata, with a report that could not be read.
func bundled(t *testing.T) record.Record {
	t.Helper()
	read := func(folder string) (out []*text.Document) {
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
	c := provenance.New(read("speeches"), provenance.Options{})
	var reports []*provenance.Report
	for _, d := range read("reports") {
		reports = append(reports, c.Check(d))
	}
	r := record.New(reports...)
	r.Errors = append(r.Errors, record.Problem{Name: "a b.txt", Error: "a b.txt: no such file"})
	return r
}

// evil is a record in which everything that comes from files and names acts on
// terminals, pages, logs and addresses.
func evil() record.Record {
	const x = "<script>alert(1)</script>\x1b[31m\u202e\n::error::x%0A|`*@all*` [a](http://b.example) -->]]>&amp;\x00"
	r := sample()
	rep := &r.Reports[0]
	rep.Name, rep.Title, rep.Byline, rep.URL = x, x, x, "javascript:alert(1)"
	for i := range rep.Quotes {
		q := &rep.Quotes[i]
		q.Text, q.Speaker.Name = x, x
		q.Matches[0].Transcript, q.Matches[0].Text, q.Matches[0].Speaker = x, x, x
		q.Differences[0].Note, q.Differences[0].Source.Text = x, x
		q.Redline.Report[0].Text, q.Redline.Source[0].Text = x, x
	}
	r.Transcripts[0].Name, r.Transcripts[0].Title, r.Transcripts[0].URL = x, x, "javascript:alert(1)"
	rep.Warnings, r.Transcripts[0].Warnings = []string{x}, []string{x}
	r.Errors = []record.Problem{{Name: x, Error: x}}
	return r
}

// inPart is a record of a report and a transcript that were read in part.
func inPart() record.Record {
	r := sample()
	r.Reports[0].Warnings = []string{"page 3 cannot be read"}
	r.Transcripts[0].Warnings = []string{"page 7 cannot be read", r.Transcripts[0].Name + ":2: half of it"}
	return r
}

// TestInPart: each format that has a place for it tells once what of a report and of a
// transcript was not read, with its name.
func TestInPart(t *testing.T) {
	for format, lines := range map[string][2]string{
		"text":     {"report.txt: note: page 3 cannot be read\n", "speech.txt: note: page 7 cannot be read\n"},
		"markdown": {"- **note** report.txt: page 3 cannot", "- **note** speech.txt: page 7 cannot"},
		"html": {"<strong>Note:</strong> report.txt: page 3 cannot be read</p>",
			"<strong>Note:</strong> speech.txt: page 7 cannot be read</p>"},
		"github": {"::warning file=report.txt::report.txt: page 3", "::warning file=speech.txt::speech.txt: page 7"},
		"junit": {"<system-err>report.txt: page 3 cannot",
			"<testsuite name=\"speech.txt\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">\n" +
				"    <system-err>speech.txt: page 7 cannot"},
		"sarif":         {`"text": "report.txt: page 3`, `"text": "speech.txt: page 7`},
		"webannotation": {`"value": "report.txt: page 3`, `"value": "speech.txt: page 7`},
		"json":          {`"page 3 cannot be read"`, `"page 7 cannot be read"`},
		"jsonl":         {`"page 3 cannot be read"`, `"page 7 cannot be read"`},
	} {
		got := rendered(t, format, inPart(), Options{})
		for _, want := range lines {
			if strings.Count(got, want) != 1 || strings.Contains(got, "speech.txt: speech.txt") {
				t.Errorf("%s: not once %q in\n%s", format, want, got)
			}
		}
	}
}

// records are what every format is tried on.
func records(t *testing.T) map[string]record.Record {
	accepted := sample()
	record.NewBaseline(record.Acceptance{By: "Ada", Reason: "seen"}, accepted.Reports...).
		Accept(&accepted.Reports[0])
	return map[string]record.Record{
		"in part":  inPart(),
		"bundled":  bundled(t),
		"evil":     evil(),
		"accepted": accepted,
		"nothing":  record.New(),
	}
}

// TestSchemas holds the formats that are JSON to their schemas.
func TestSchemas(t *testing.T) {
	for _, format := range []string{"sarif", "webannotation", "claimreview"} {
		src, err := os.ReadFile("testdata/" + format + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(format, decoded(t, src)); err != nil {
			t.Fatal(err)
		}
		schema, err := c.Compile(format)
		if err != nil {
			t.Fatal(err)
		}
		for name, r := range records(t) {
			if err := schema.Validate(decoded(t, []byte(rendered(t, format, r, Options{})))); err != nil {
				t.Errorf("%s of %s: %v", format, name, err)
			}
		}
		if schema.Validate(decoded(t, []byte(`{"version": "2.0.0", "items": [{}]}`))) == nil {
			t.Errorf("%s: the schema refuses nothing", format)
		}
	}
}

func decoded(t *testing.T, src []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return v
}

// TestFormatsAreHarmless has no control in what people and logs read, and nothing
// that ends the place where a text stands.
func TestFormatsAreHarmless(t *testing.T) {
	r := evil()
	for name, f := range formatsForPeople() {
		got := rendered(t, name, r, Options{})
		for _, c := range got {
			if c != '\n' && display.Control(c) {
				t.Errorf("%s: %q in %q", name, c, got)
			}
		}
		if f.keep && strings.Contains(got, "<script>alert") && name != "sarif" && name != "claimreview" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func formatsForPeople() map[string]format {
	out := map[string]format{}
	for name, f := range formatTable {
		if f.people {
			out[name] = f
		}
	}
	return out
}

func TestGitHub(t *testing.T) {
	got := rendered(t, "github", sample(), Options{})
	want := "::error file=report.txt,line=3,col=2,title=differs from this transcript::negation, “not” of the transcript is left out\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, line := range strings.Split(strings.TrimSpace(rendered(t, "github", evil(), Options{})), "\n") {
		if !strings.HasPrefix(line, "::error file=<script>") && !strings.HasPrefix(line, "::warning file=<script>") {
			t.Errorf("a forged line: %q", line)
		}
	}
}

// TestJUnit counts what the XML holds.
func TestJUnit(t *testing.T) {
	for name, r := range records(t) {
		src := rendered(t, "junit", r, Options{})
		var got struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Errors   int `xml:"errors,attr"`
			Skipped  int `xml:"skipped,attr"`
		}
		if err := xml.Unmarshal([]byte(src), &got); err != nil {
			t.Fatalf("%s: %v in %s", name, err, src)
		}
		tests, failures, skipped := 0, 0, 0
		for _, x := range r.Reports {
			for _, q := range x.Quotes {
				tests++
				switch {
				case q.Departs() && !q.Told():
					failures++
				case q.Departs() || q.Accepted != nil || q.Verdict == "unchecked":
					skipped++
				}
			}
		}
		if got.Tests != tests+len(r.Errors) || got.Failures != failures || got.Errors != len(r.Errors) ||
			got.Skipped != skipped {
			t.Errorf("%s: %+v; want %d tests, %d failures, %d errors, %d skipped",
				name, got, tests+len(r.Errors), failures, len(r.Errors), skipped)
		}
		cases := 0
		for d := xml.NewDecoder(strings.NewReader(src)); ; {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "testcase" {
				cases++
			}
		}
		if cases != got.Tests {
			t.Errorf("%s: %d cases of %d", name, cases, got.Tests)
		}
	}
}

// TestTold: a statement in the report's own words is marked as one that does not count
// in every format, and fails nothing; with Strict it counts. It is never a draft of a
// claim of its speaker.
func TestTold(t *testing.T) {
	r := sample()
	r.Reports[0].Quotes[0].Kind = "indirect"
	for _, x := range []struct {
		format        string
		o             Options
		loose, strict string
	}{
		{"text", Options{Quiet: true}, "transcript (in the report's words, counted only with -strict): negation", "transcript: negation"},
		{"text", Options{}, "told without marks, counted only with -strict: 1 differing", "told without marks: 1 differing"},
		{"markdown", Options{}, "(in the report's words, counted only with -strict) |", "transcript |"},
		{"junit", Options{}, `failures="0" errors="0" skipped="1"`, `failures="1" errors="0" skipped="0"`},
		{"github", Options{}, "::warning file", "::error file"},
		{"sarif", Options{}, `"level": "warning"`, `"level": "error"`},
		{"claimreview", Options{}, "[]\n", "[]\n"},
	} {
		strict := x.o
		strict.Strict = true
		if got := rendered(t, x.format, r, x.o); !strings.Contains(got, x.loose) {
			t.Errorf("%s: no %q in\n%s", x.format, x.loose, got)
		}
		if got := rendered(t, x.format, r, strict); !strings.Contains(got, x.strict) || strings.Contains(got, "only with -strict") {
			t.Errorf("%s, strict: no %q in\n%s", x.format, x.strict, got)
		}
	}
	both := sample()
	both.Reports = append(both.Reports, r.Reports...)
	if got := rendered(t, "text", both, Options{}); strings.Count(got, "report.txt:3:2: differs from this transcript (in the report's words") != 1 {
		t.Errorf("the total has no mark for one of two:\n%s", got)
	}
}

func TestMarkdown(t *testing.T) {
	if got := rendered(t, "markdown", record.New(), Options{}); !strings.Contains(got, "There are no quotes in them.") {
		t.Errorf("of nothing: %s", got)
	}
	got := rendered(t, "markdown", sample(), Options{})
	for _, want := range []string{
		"### Quotes of 1 report, held to 1 transcript\n\n1 differing.\n",
		"| report.txt:3:2 | Mira Dolan | differs from this transcript | negation, “not” of the transcript is left out |\n",
		"> report: “We will sell", "We will **&#91;-not-&#93;** sell", "- **negation**: “not” of", "judges neither",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if got := display.Markdown("http://a.example/b @all *b* <i>"); got != "http:&#47;&#47;a.example/b &#64;all &#42;b&#42; &#60;i&#62;" {
		t.Errorf("got %s", got)
	}
}

// TestSelectors ties annotations to the characters of the texts.
func TestSelectors(t *testing.T) {
	r := bundled(t)
	var page struct {
		Items []struct {
			Target []struct {
				Selector []struct {
					Exact, Prefix, Suffix string
					Start, End            int
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(rendered(t, "webannotation", r, Options{})), &page); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, x := range r.Reports {
		all := []rune(x.Document.Text)
		for range x.Quotes {
			s := page.Items[n].Target[0].Selector
			if got := string(all[s[1].Start:s[1].End]); got != s[0].Exact || got == "" {
				t.Errorf("%s: %q at %v, want %q", x.Name, got, s[1], s[0].Exact)
			}
			if !strings.Contains(x.Document.Text, s[0].Prefix+s[0].Exact+s[0].Suffix) {
				t.Errorf("%s: no %q + %q + %q", x.Name, s[0].Prefix, s[0].Exact, s[0].Suffix)
			}
			n++
		}
	}
	if n != len(page.Items) || n == 0 {
		t.Errorf("%d annotations of %d quotes", len(page.Items), n)
	}
}

// TestTwoOfOneName: of two transcripts of one name a place is told by its words alone.
func TestTwoOfOneName(t *testing.T) {
	said := "We will keep the seven lighthouses open until the spring."
	long := normalize.Text("s.txt", []byte(strings.Repeat("Nobody has asked for more ferries.\n\n", 9)+said))
	short := normalize.Text("s.txt", []byte("Good evening to all of you."))
	report := normalize.Text("r.txt", []byte("“"+said+"” he said."))
	var b bytes.Buffer
	if err := Write(&b, "webannotation", record.New(provenance.Check(report, long, short)), Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), said) || strings.Count(b.String(), "TextPositionSelector") != 1 {
		t.Errorf("got %s", &b)
	}
}
