package laws

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/text"
)

// few are seeds for a test: a thousandth of those of a run for a release, and fewer
// where time is short. `go run ./internal/eval/run laws` takes as many as one likes.
func few(n int) Seeds {
	if testing.Short() {
		n = min(n, 60)
	}
	return Seeds{N: n}
}

func TestFiles(t *testing.T) { Files(t.Errorf, few(1000)) }

func TestCases(t *testing.T) {
	r := Cases(t.Errorf, few(1000))
	t.Log(r)
	r.Check(t.Errorf)
}

func TestVersions(t *testing.T) {
	for _, r := range Versions(t.Errorf, few(400)) {
		t.Log(r)
		r.Check(t.Errorf)
	}
}

// TestRunCounts: a run says how many of each it held to the laws.
func TestRunCounts(t *testing.T) {
	var b strings.Builder
	if err := Run(&b, Seeds{First: 7, N: 20}); err != nil {
		t.Errorf("%v\n%s", err, &b)
	}
	for _, want := range []string{"documents of every form, their laws: 20, broken 0", "reports, their laws: 2,", "them, laws of acceptance: 2,"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
}

// TestDocumentTells breaks a sound document in each way, which must be told.
func TestDocumentTells(t *testing.T) {
	sound := func() *text.Document {
		return &text.Document{
			Name: "d", Source: "It rained. x", Text: "It rained. x",
			Blocks:    []text.Block{{Span: text.Span{Start: 0, End: 10}, Words: text.Range{End: 2}, Sentences: text.Range{End: 1}}},
			Sentences: []text.Sentence{{Span: text.Span{Start: 0, End: 10}, Words: text.Range{End: 2}}},
			Words:     []text.Word{{Start: 0, End: 2}, {Start: 3, End: 9}},
			Removed:   []text.Removal{{Span: text.Span{Start: 11, End: 12}, Reason: "junk"}},
		}
	}
	for _, c := range []struct {
		want  string
		spoil func(*text.Document)
	}{
		{"", func(*text.Document) {}},
		{"no UTF-8", func(d *text.Document) { d.Text = "It rained. \xff" }},
		{"neither kept nor removed", func(d *text.Document) { d.Removed = nil }},
		{"without a reason", func(d *text.Document) { d.Removed[0].Reason = "" }},
		{"overlaps", func(d *text.Document) { d.Removed[0].Span.Start = 9 }},
		{"outside of all blocks", func(d *text.Document) { d.Words = append(d.Words, text.Word{Start: 11, End: 12}) }},
		{"misses a word", func(d *text.Document) { d.Sentences[0].Words.Start = 1 }},
		{"out of order", func(d *text.Document) { d.Words[1] = text.Word{Start: 1, End: 9} }},
		{"of the file's", func(d *text.Document) { d.Source = d.Source[:5] }},
	} {
		d, told := sound(), ""
		c.spoil(d)
		Document(func(format string, args ...any) { told += format }, d)
		if (told == "") != (c.want == "") || !strings.Contains(told, c.want) {
			t.Errorf("told %q, want %q", told, c.want)
		}
	}
}

// TestReadsAs: a word may have an apostrophe that its file has lost, and nothing else.
func TestReadsAs(t *testing.T) {
	for _, c := range []struct {
		file, word string
		want       bool
	}{
		{"harbour", "harbour", true},
		{"dangerous?s", "dangerous's", true},
		{"theyll", "they'll", true},
		{"she.d", "she’d", true},
		{"harbor", "harbour", false},
		{"its", "it", false},
		{"it?s", "its", false},
		{"", "a", false},
	} {
		if got := readsAs(c.file, c.word); got != c.want {
			t.Errorf("readsAs(%q, %q) = %v", c.file, c.word, got)
		}
	}
}
