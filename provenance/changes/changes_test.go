package changes

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

const (
	before = "We will not raise the tax on fuel this year. The council has bought seven boats."
	after  = "We will raise the tax on fuel this year. The council has bought seven boats. Nobody has forgotten the road to Harl."
)

// inUTF16 is a text as a file of UTF-16.
func inUTF16(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// TestJSON: the fields of the contract, with places of the files as they are on disk.
func TestJSON(t *testing.T) {
	old, new := normalize.Text("old.txt", []byte(before)), normalize.Text("new.txt", inUTF16(after))
	var b bytes.Buffer
	if err := Write(&b, "json", provenance.Compare(old, new, provenance.Options{}), Options{}); err != nil {
		t.Fatal(err)
	}
	var r Record
	if err := json.Unmarshal(b.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r.Version != 1 || r.Old != "old.txt" || r.New != "new.txt" || r.Same || len(r.Differences) != 2 {
		t.Fatalf("got %s", &b)
	}
	if d := r.Differences[0]; d.Kind != "negation" || d.Severity != "major" || d.Source.Transcript != "old.txt" ||
		old.Source[d.Source.Start:d.Source.End] != d.Source.Text || d.Report.Start != d.Report.End {
		t.Errorf("got %+v", d)
	}
	d := r.Differences[1]
	if got := new.Source[d.Report.Start:d.Report.End]; d.Kind != "insertion" || got != string(inUTF16(d.Report.Text)[2:]) {
		t.Errorf("got %+v, in the file %q", d, got)
	}
}

// TestText: the same bytes twice, the redline's marks, and lines that fit.
func TestText(t *testing.T) {
	old, new := normalize.Text("old.txt", []byte(before)), normalize.Text("new.txt", []byte(after))
	c := provenance.Compare(old, new, provenance.Options{})
	var a, again, colour bytes.Buffer
	for _, x := range []struct {
		to *bytes.Buffer
		o  Options
	}{{&a, Options{Width: 60}}, {&again, Options{Width: 60}}, {&colour, Options{Color: true}}} {
		if err := Write(x.to, "text", c, x.o); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != again.String() {
		t.Errorf("%q and then %q", &a, &again)
	}
	for _, want := range []string{"We will [-not-] raise", "negation: “not” is left out", "{+Nobody has forgotten the road to Harl.+}"} {
		if !strings.Contains(a.String(), want) {
			t.Errorf("no %q in %s", want, &a)
		}
	}
	if !strings.Contains(colour.String(), "\x1b[31;9mnot\x1b[0m") {
		t.Errorf("no colour in %q", &colour)
	}
	for line := range strings.Lines(a.String()) {
		if len([]rune(line)) > 61 {
			t.Errorf("a line of %d characters: %s", len([]rune(line)), line)
		}
	}
}

// TestHistoryJSON: every version and every sentence is there.
func TestHistoryJSON(t *testing.T) {
	versions := []*text.Document{normalize.Text("1", []byte(before)), normalize.Text("2", []byte(after)), normalize.Text("3", nil)}
	h := provenance.HistoryOf(versions, provenance.Options{})
	var b, lines bytes.Buffer
	if err := WriteHistory(&b, "json", h, Options{}); err != nil {
		t.Fatal(err)
	}
	var r HistoryRecord
	if err := json.Unmarshal(b.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Versions) != 3 || len(r.Threads) != 3 || len(r.Steps) != 2 {
		t.Fatalf("got %s", &b)
	}
	for _, th := range r.Threads {
		if !th.Gone {
			t.Errorf("%+v is not gone", th)
		}
	}
	if err := WriteHistory(&lines, "text", h, Options{}); err != nil || !strings.Contains(lines.String(), "3: went") {
		t.Errorf("%v in %s", err, &lines)
	}
}

// TestSameWords: what differs where the words are the same is told too, as text and
// over the versions: who says them, how they are spelt.
func TestSameWords(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{
			"MR. SMITH: We will raise the tax on fuel.\n\nMR. HOLT: The council has bought boats.\n",
			"MR. SMITH: Hear, hear.\n\nMR. HOLT: We will raise the tax on fuel. The council has bought boats.\n",
			"“MR. HOLT:” says it now, “MR. SMITH:” before",
		},
		{"We met in the café of Łódź.", "We met in the cafe of Lodz.", "spelling (minor): “cafe” for “café”"},
	} {
		old, new := normalize.Text("1.txt", []byte(c.old)), normalize.Text("2.txt", []byte(c.new))
		var b bytes.Buffer
		if err := Write(&b, "text", provenance.Compare(old, new, provenance.Options{}), Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), c.want) {
			t.Errorf("got\n%s\nwithout %s", &b, c.want)
		}
		b.Reset()
		h := provenance.HistoryOf([]*text.Document{old, new}, provenance.Options{})
		if err := WriteHistory(&b, "text", h, Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "2.txt: the same words") {
			t.Errorf("a history without a change:\n%s", &b)
		}
	}
}

// TestNoFullStops: a text of one endless sentence is told in pieces, none of them
// more than once.
func TestNoFullStops(t *testing.T) {
	words := make([]string, 12_000)
	for i := range words {
		words[i] = "w" + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676))
	}
	old := normalize.Text("1.txt", []byte(strings.Join(words, " ")))
	for i := 200; i < len(words); i += 400 {
		words[i] = "changed"
	}
	new := normalize.Text("2.txt", []byte(strings.Join(words, " ")))
	var b bytes.Buffer
	if err := Write(&b, "text", provenance.Compare(old, new, provenance.Options{}), Options{}); err != nil {
		t.Fatal(err)
	}
	if most := 3 * len(new.Text); b.Len() > most {
		t.Errorf("%d bytes, more than %d", b.Len(), most)
	}
}

// TestControls: neither output does anything to a terminal.
func TestControls(t *testing.T) {
	old := normalize.Text("a\u202e.txt", []byte("The bridge \u009b31m is old.\nWe met."))
	new := normalize.Text("b\u009b.txt", []byte("The bridge \u202e is new.\nWe met."))
	c := provenance.Compare(old, new, provenance.Options{})
	for name, write := range map[string]func(*bytes.Buffer) error{
		"text": func(b *bytes.Buffer) error { return Write(b, "text", c, Options{}) },
		"json": func(b *bytes.Buffer) error { return Write(b, "json", c, Options{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(b.String(), "\u202e\u009b") {
			t.Errorf("%s holds controls: %q", name, &b)
		}
	}
}

// TestFormats: every format says what changed, is the same twice, and holds nothing
// that acts on a page, a terminal or a line of a log.
func TestFormats(t *testing.T) {
	const evil = "<script>alert(1)</script>\x1b[31m\n::error::x ]]> *a* [b](http://c.example) | @all "
	old := normalize.Text("old<b>.txt", []byte(before+" "+evil+"The old road is long."))
	new := normalize.Text("new\n::error::.txt", []byte(after+" "+evil+"The new road is long."))
	c := provenance.Compare(old, new, provenance.Options{})
	for _, format := range Formats() {
		var a, b bytes.Buffer
		if err := Write(&a, format, c, Options{}); err != nil {
			t.Fatal(err)
		}
		Write(&b, format, c, Options{})
		if a.String() != b.String() {
			t.Errorf("%s: %q and then %q", format, &a, &b)
		}
		if !strings.Contains(a.String(), "negation") {
			t.Errorf("%s: no negation in %s", format, &a)
		}
		if strings.ContainsAny(a.String(), "\x1b") || strings.Contains(a.String(), "\n::error::") {
			t.Errorf("%s holds controls: %q", format, &a)
		}
		if (format == "html" || format == "markdown") && strings.Contains(a.String(), "<script") {
			t.Errorf("%s holds a script: %s", format, &a)
		}
	}
	if err := Write(&bytes.Buffer{}, "claimreview", c, Options{}); err == nil {
		t.Error("no error for a format that there is not")
	}
}

// TestSARIF holds a log to the schema of the format.
func TestSARIF(t *testing.T) {
	old, new := normalize.Text("a b.txt", []byte(before)), normalize.Text("new.txt", []byte(after))
	var b bytes.Buffer
	if err := Write(&b, "sarif", provenance.Compare(old, new, provenance.Options{}), Options{}); err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.NewCompiler().Compile("../render/testdata/sarif.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	log, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(log); err != nil {
		t.Error(err)
	}
}

// TestGolden holds the formats for continuous integration and for a pull request to
// what they are for a changed word, a sentence put in and one left out.
func TestGolden(t *testing.T) {
	old := normalize.Text("old.txt", []byte(before+" We met on Monday."))
	new := normalize.Text("new.txt", []byte(after))
	c := provenance.Compare(old, new, provenance.Options{})
	for _, format := range []string{"github", "markdown", "junit", "html"} {
		var b bytes.Buffer
		if err := Write(&b, format, c, Options{}); err != nil {
			t.Fatal(err)
		}
		golden := "testdata/" + format + ".golden"
		if *update {
			if err := os.WriteFile(golden, b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", format, &b, want)
		}
	}
}

var update = flag.Bool("update", false, "write the golden files anew")

// TestToldOnce: what moved together is one passage in every format, and a headline that
// is a line of both texts is told once.
func TestToldOnce(t *testing.T) {
	const bridge = "The bridge of Harl is long. It was built by the town in a year of plenty.\n\n" +
		"The council has bought seven boats. They are blue and white.\n\n"
	const road = "Nobody has forgotten the road to the sea. It was paved in the spring of the year.\n\n"
	old := normalize.Text("old.txt", []byte("Bridge opens in May\n\n"+bridge+road))
	new := normalize.Text("new.txt", []byte("Bridge opens in June\n\n"+road+bridge))
	c := provenance.Compare(old, new, provenance.Options{})
	if len(c.Meta) != 1 {
		t.Fatalf("metadata %+v", c.Meta)
	}
	for format, want := range map[string]string{
		"text": "1 moved", "markdown": "1 moved", "html": "1 moved", "junit": `failures="2"`, "github": "::warning",
		"sarif": `"ruleId": "moved"`,
	} {
		var b bytes.Buffer
		if err := Write(&b, format, c, Options{}); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		if n := strings.Count(got, want); n != 1 && format != "junit" || n == 0 {
			t.Errorf("%s: %d times %s in\n%s", format, n, want, got)
		}
		if !strings.Contains(got, "road to the sea. It was paved") {
			t.Errorf("%s: the passage is cut in\n%s", format, got)
		}
		if strings.Contains(got, "became") {
			t.Errorf("%s: the headline is told twice in\n%s", format, got)
		}
	}
}

// TestInPart: every format tells what of the versions was not read and which limit of work
// was reached, with the name of the version.
func TestInPart(t *testing.T) {
	old, new := normalize.Text("old.pdf", []byte(before)), normalize.Text("new.pdf", []byte(after))
	old.Warnings = []string{"page 3 cannot be read"}
	c := provenance.Compare(old, new, provenance.Options{})
	c.Warnings = []string{"too long and unlike"}
	for format := range formatTable {
		var b bytes.Buffer
		if err := Write(&b, format, c, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"old.pdf: page 3 cannot be read", "too long and unlike"} {
			if strings.Count(b.String(), want) != 1 {
				t.Errorf("%s: not once %q in\n%s", format, want, &b)
			}
		}
	}
	h := provenance.HistoryOf([]*text.Document{old, new}, provenance.Options{})
	for _, format := range []string{"text", "markdown", "html", "json"} {
		var b bytes.Buffer
		if err := WriteHistory(&b, format, h, Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.Count(b.String(), "old.pdf: page 3 cannot be read") != 1 {
			t.Errorf("history as %s:\n%s", format, &b)
		}
	}
}

// TestMetaInCI: a headline that stands in no text is a result of its own.
func TestMetaInCI(t *testing.T) {
	old, new := normalize.Text("old.txt", []byte(before)), normalize.Text("new.txt", []byte(before))
	old.Meta.Title, new.Meta.Title = "Boats", "More boats"
	var b bytes.Buffer
	if err := Write(&b, "junit", provenance.Compare(old, new, provenance.Options{}), Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), `message="headline: “Boats” became “More boats”"`) {
		t.Errorf("got %s", &b)
	}
}

// TestHistoryPages: the formats for a reader say what came, changed and went, with what
// changed marked, and do nothing to the page.
func TestHistoryPages(t *testing.T) {
	const evil = " <script>alert(1)</script> [a](http://b.example) \x1b[31m is here."
	versions := []*text.Document{
		normalize.Text("1.txt", []byte(before)), normalize.Text("2<b>.txt", []byte(after+evil)), normalize.Text("3.txt", nil),
	}
	h := provenance.HistoryOf(versions, provenance.Options{})
	for format, wants := range map[string][]string{
		"html":     {"<h1>History of 3 versions, 1.txt to 3.txt</h1>", "<b>2&lt;b&gt;.txt</b>: came, “", "<del>not</del>", "<b>3.txt</b>: went"},
		"markdown": {"### History of 3 versions", "came, “", "~~not~~", "- 3.txt: went"},
	} {
		var b bytes.Buffer
		if err := WriteHistory(&b, format, h, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s: no %s in\n%s", format, want, &b)
			}
		}
		if strings.Contains(b.String(), "<script") || strings.Contains(b.String(), "\x1b") || strings.Contains(b.String(), "<ul>\n</ul>") {
			t.Errorf("%s: %s", format, &b)
		}
	}
}

// TestBare leaves out what explains the marks, and nothing else.
func TestBare(t *testing.T) {
	c := provenance.Compare(normalize.Text("1.txt", []byte(before)), normalize.Text("2.txt", []byte(after)), provenance.Options{})
	var whole, bare bytes.Buffer
	for b, o := range map[*bytes.Buffer]Options{&whole: {}, &bare: {Bare: true}} {
		if err := Write(b, "text", c, o); err != nil {
			t.Fatal(err)
		}
	}
	rest, ok := strings.CutPrefix(whole.String(), bare.String())
	if !ok || strings.Count(rest, "\n") != 2 || !strings.Contains(rest, notice) {
		t.Errorf("%q of %q", &bare, &whole)
	}
}
