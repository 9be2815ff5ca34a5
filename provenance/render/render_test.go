package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
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
			t.Errorf("redline(%q, %q) = %q, %q, want %q, %q", x.source, x.quote, left, right, x.left, x.right)
		}
	}
}

// Without the marks each side reads as it was, and without what is marked both
// read alike.
func TestRedlineLaw(t *testing.T) {
	source := strings.Fields("we will keep the seven lighthouses open through the winter and the spring")
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
	p := &printer{pen: plain}
	return p.ink(a), p.ink(b)
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

// TestJSONErrors lists what could not be read and what could not be judged.
func TestJSONErrors(t *testing.T) {
	r := report()
	r.Findings[0].Fault = &provenance.Fault{Quote: "report.txt:3:2: “We will”", Value: "no such word"}
	var b bytes.Buffer
	if err := JSON(&b, nil, []*provenance.Report{r}, Unread{"b.txt", errors.New("b.txt: no such file")}); err != nil {
		t.Fatal(err)
	}
	var a jsonAnswer
	if err := json.Unmarshal(b.Bytes(), &a); err != nil {
		t.Fatal(err)
	}
	want := []jsonError{
		{"b.txt", "b.txt: no such file"},
		{"report.txt", "report.txt:3:2: “We will” could not be judged: no such word"},
	}
	if !slices.Equal(a.Errors, want) {
		t.Errorf("got %q, want %q", a.Errors, want)
	}
}

func TestJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	r := provenance.Check(normalize.Text("empty.txt", nil))
	if err := JSON(&b, nil, []*provenance.Report{r}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"quotes": []`, `"removed": []`, `"errors": []`, `"transcripts": []`, `"assessment": "nothing to check"`,
	} {
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
