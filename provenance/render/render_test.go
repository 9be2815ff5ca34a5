package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

func TestRedline(t *testing.T) {
	for _, x := range []struct{ source, quote, want string }{
		{"", "", ""},
		{"the quay is open", "the quay is open", "the quay is open"},
		{"The quay, is open.", "the “quay” is open", "the “quay” is open"},
		{"the quay is not open", "the quay is open", "the quay is [-not-] open"},
		{"seven ships left", "nine ships left", "[-seven-] {+nine+} ships left"},
		{"a — b", "a b", "a [-—-] b"},
		{"we don’t know", "we don't know", "we don't know"},
	} {
		if got := redline(x.source, x.quote, plain); got != x.want {
			t.Errorf("redline(%q, %q) = %q, want %q", x.source, x.quote, got, x.want)
		}
	}
}

// Striking what a redline strikes gives the quote, striking what it puts in
// gives the source.
func TestRedlineLaw(t *testing.T) {
	source := strings.Fields("we will keep the seven lighthouses open through the winter and the spring")
	for i := range source {
		for j := i; j <= len(source); j++ {
			quote := append(append([]string{}, source[:i]...), "however")
			quote = append(quote, source[j:]...)
			line := redline(strings.Join(source, " "), strings.Join(quote, " "), plain)
			if got := strings.Join(strings.Fields(drop(line, "[-", "-]", "{+", "+}")), " "); got != strings.Join(quote, " ") {
				t.Fatalf("%q does not give the quote %q", line, quote)
			}
			if got := strings.Join(strings.Fields(drop(line, "{+", "+}", "[-", "-]")), " "); got != strings.Join(source, " ") {
				t.Fatalf("%q does not give the source", line)
			}
		}
	}
}

// drop leaves out what stands between the first pair of marks, and the marks
// of the second.
func drop(s, open, shut, keepOpen, keepShut string) string {
	for {
		i := strings.Index(s, open)
		if i < 0 {
			return strings.NewReplacer(keepOpen, "", keepShut, "").Replace(s)
		}
		j := i + strings.Index(s[i:], shut)
		s = s[:i] + s[j+len(shut):]
	}
}

func TestWrap(t *testing.T) {
	var b bytes.Buffer
	p := &printer{w: bufio.NewWriter(&b), width: 20, pen: colours}
	p.wrap("  ", "    ", "one two three "+mark(colours.gone, "four five")+" six")
	p.w.Flush()
	for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		if width(line) > 20 {
			t.Errorf("a line of %d characters: %q", width(line), line)
		}
	}
	if got := strings.Count(b.String(), "\n"); got != 2 {
		t.Errorf("%d lines: %q", got, b.String())
	}
}

func report() *provenance.Report {
	return provenance.Check(
		normalize.Text("report.txt", []byte("Pier for sale, minister says\n\n“We will sell the northern pier to anybody who fishes,” Minister Mira Dolan said in Sundhaven.\n")),
		normalize.Text("speech.txt", []byte("Remarks by Harbour Minister Mira Dolan in Sundhaven\n\nWe have thought about it. We will not sell the northern pier to anybody who fishes. Thank you.\n")))
}

func TestText(t *testing.T) {
	for name, o := range map[string]TextOptions{"plain": {}, "colour": {Color: true}, "narrow": {Width: 40}} {
		var b bytes.Buffer
		if err := Text(&b, []*provenance.Report{report()}, o); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		for _, want := range []string{"differs", "not", "negation", "report.txt:3:2", "speech.txt:3:27", "judges"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", name, want, got)
			}
		}
		if strings.Contains(got, "\x1b") != o.Color {
			t.Errorf("%s: colours where there should be none, or none: %q", name, got)
		}
	}
}

func TestJSON(t *testing.T) {
	r := report()
	var b bytes.Buffer
	if err := JSON(&b, r.Transcripts, []*provenance.Report{r}); err != nil {
		t.Fatal(err)
	}
	var a jsonAnswer
	if err := json.Unmarshal(b.Bytes(), &a); err != nil {
		t.Fatal(err)
	}
	q := a.Reports[0].Quotes[0]
	if q.Verdict != "altered" || q.Kind != "direct" || q.Speaker.Name != "Mira Dolan" || len(q.Matches) == 0 {
		t.Errorf("got %+v", q)
	}
	for _, s := range q.Spans {
		if got := string(r.Document.Source[s.Start:s.End]); !strings.Contains(got, "sell the northern pier") {
			t.Errorf("the quote's bytes read %q", got)
		}
	}
	d := q.Differences[0]
	if got := string(r.Transcripts[0].Source[d.Source.Start:d.Source.End]); d.Kind != "negation" || got != d.Source.Text || got != "not" {
		t.Errorf("difference %+v; the source's bytes read %q", d, got)
	}
	if got := q.Matches[0]; got.Before != "We have thought about it." || got.After != "Thank you." {
		t.Errorf("before %q, after %q", got.Before, got.After)
	}
}

func TestJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	r := provenance.Check(normalize.Text("empty.txt", nil))
	if err := JSON(&b, nil, []*provenance.Report{r}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"quotes": []`, `"removed": []`, `"transcripts": []`, `"assessment": "nothing to check"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
}

func TestJoined(t *testing.T) {
	d := &text.Document{Text: "one [x] two  three", Removed: []text.Removal{{Span: text.Span{Start: 4, End: 7}, Reason: "stage direction"}}}
	if got := Joined(d, []text.Span{{Start: 0, End: 11}, {Start: 13, End: 18}}); got != "one two three" {
		t.Errorf("got %q", got)
	}
}
