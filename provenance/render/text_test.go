package render

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

func TestWrap(t *testing.T) {
	var b bytes.Buffer
	p := &printer{w: &b, Options: Options{Width: 20}, pen: colours}
	p.wrap("  ", "    ", "one two three "+mark(colours.gone, "four five")+" six")
	for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
		if display.Width(line) > 20 {
			t.Errorf("a line of %d characters: %q", display.Width(line), line)
		}
	}
	if got := strings.Count(b.String(), "\n"); got != 2 {
		t.Errorf("%d lines: %q", got, b.String())
	}
}

const (
	pier   = "Pier for sale, minister says\n\n“We will sell the northern pier to anybody who fishes,” Minister Mira Dolan said in Sundhaven.\n"
	speech = "Remarks by Harbour Minister Mira Dolan in Sundhaven\n\nWe have thought about it. We will not sell the northern pier to anybody who fishes. Thank you.\n"
)

func sample() record.Record {
	return record.New(
		provenance.Check(
			normalize.Text("report.txt", []byte(pier)),
			normalize.Text("speech.txt", []byte(speech)),
		),
	)
}

func rendered(t *testing.T, format string, r record.Record, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	for name, o := range map[string]Options{"plain": {}, "colour": {Color: true}, "narrow": {Width: 40}} {
		got := rendered(t, "text", sample(), o)
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

// TestColoursByMeaning: what was said is never in red.
func TestColoursByMeaning(t *testing.T) {
	got := rendered(t, "text", sample(), Options{Color: true})
	if !strings.Contains(got, "\x1b[32;1mnot\x1b[0m") {
		t.Errorf("%q", got)
	}
}

func TestQuiet(t *testing.T) {
	want := "report.txt:3:2: differs from this transcript: negation, “not” of the transcript is left out\n"
	if got := rendered(t, "text", sample(), Options{Quiet: true}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTextIsHarmless has names, titles and texts that act on a terminal.
func TestTextIsHarmless(t *testing.T) {
	const evil = "x\x1b]52;c;aGk=\x07\u202e\u009b31m\n forged.txt:1:1: verbatim\xff"
	r := sample()
	x := &r.Reports[0]
	x.Name, x.Title, x.Byline = evil, evil, evil
	q := &x.Quotes[0]
	q.Speaker.Name, q.Text, q.Ref = evil, evil, evil
	q.Matches[0].Transcript, q.Matches[0].Speaker = evil, evil
	q.Differences[0].Note = evil
	q.Redline.Source[0].Text = evil
	r.Errors = []record.Problem{{Name: evil, Error: evil}}
	for _, o := range []Options{{}, {Quiet: true}} {
		got := rendered(t, "text", r, o)
		for _, c := range got {
			if c != '\n' && display.Control(c) {
				t.Errorf("%q in %q", c, got)
			}
		}
		if strings.Contains(got, "\n forged") || strings.Contains(got, "\nforged") {
			t.Errorf("a forged line in %q", got)
		}
	}
}

// TestWorstFirst orders what has to be looked at, and sums up several reports.
func TestWorstFirst(t *testing.T) {
	quote := func(verdict, reason, text string, line int) record.Quote {
		return record.Quote{
			Kind:    "direct",
			Verdict: verdict,
			Reason:  reason,
			Text:    text,
			Line:    line,
			Column:  1,
		}
	}
	a := record.Report{Name: "a.txt", Assessment: "in part", Quotes: []record.Quote{
		quote(
			"unchecked",
			"too-short",
			"short",
			1,
		), quote("verbatim", "", "same", 2), quote("unchecked", "uncertain", "doubt", 3),
		quote(
			"unsupported",
			"",
			"nowhere",
			4,
		), quote("paraphrase", "", "other", 5), quote("altered", "", "changed", 6),
	}}
	ok := quote("altered", "", "seen", 7)
	ok.Accepted = &record.Acceptance{By: "Ada", Reason: "the transcript is wrong"}
	a.Quotes = append(a.Quotes, ok)
	b := record.Report{
		Name:       "b.txt",
		Assessment: "in part",
		Quotes:     []record.Quote{quote("altered", "", "changed", 1)},
	}
	got := rendered(t,
		"text",
		record.Record{
			Reports: []record.Report{a, b},
			Errors:  []record.Problem{{Name: "c.txt", Error: "c.txt: empty"}},
		},
		Options{Width: 200},
	)
	last := -1
	for _, want := range []string{
		"a.txt:6:1", "a.txt:4:1", "a.txt:3:1", "a.txt:5:1", "a.txt:2:1", "a.txt:7:1", "accepted by Ada: the transcript is wrong", "a.txt:1:1", "c.txt: error: empty",
		"2 reports, 1 error: 1 verbatim, 1 in other words, 2 differing, 1 not found, 2 not checked, 1 accepted",
		"\n  a.txt:6:1: differs", "\n  b.txt:1:1: differs", "\n  a.txt:4:1: not found",
	} {
		i := strings.Index(got[last+1:], want)
		if i < 0 {
			t.Fatalf("no %q behind byte %d of\n%s", want, last, got)
		}
		last += 1 + i
	}
}

// TestEndIsShort lists no more than can be read.
func TestEndIsShort(t *testing.T) {
	var r record.Record
	for range 300 {
		q := record.Quote{Kind: "direct", Verdict: "altered", Text: "x"}
		r.Reports = append(r.Reports, record.Report{Name: "a.txt", Quotes: []record.Quote{q}})
	}
	_, end, _ := strings.Cut(rendered(t, "text", r, Options{}), "300 reports")
	if n := strings.Count(end, "\n"); n > mostListed+6 || !strings.Contains(end, "and 280 more") {
		t.Errorf("%d lines: %s", n, end)
	}
}

// TestAsTheyCome has each report written when it is added.
func TestAsTheyCome(t *testing.T) {
	for _, format := range []string{"text", "jsonl"} {
		var b bytes.Buffer
		w, err := New(&b, format, Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := sample()
		if err := w.Add(r); err != nil || !strings.Contains(b.String(), "report.txt") {
			t.Errorf("%s: %v, %q", format, err, &b)
		}
	}
}

// TestWriteErrors gives the error of a writer, each time it is asked.
func TestWriteErrors(t *testing.T) {
	for _, format := range Formats() {
		r, w := io.Pipe()
		r.Close()
		x, err := New(w, format, Options{})
		if err != nil {
			t.Fatal(err)
		}
		x.Add(sample())
		if err := x.Close(nil); err != io.ErrClosedPipe {
			t.Errorf("%s: %v", format, err)
		}
	}
	if _, err := New(io.Discard, "yaml", Options{}); err == nil ||
		!strings.Contains(err.Error(), "there are") {
		t.Errorf("got %v", err)
	}
}

// TestDoubted shows a difference that may decide before the minor ones, and how sure
// it is.
func TestDoubted(t *testing.T) {
	r := sample()
	q := &r.Reports[0].Quotes[0]
	q.Verdict = "paraphrase"
	q.Differences = []record.Difference{
		{Kind: "spelling", Severity: "minor", Note: "colour"},
		{Kind: "number", Severity: "minor", Confidence: .456, Doubted: true, Note: "30"},
	}
	got := rendered(t, "text", r, Options{})
	if !strings.Contains(got, "· number (may differ, 46% sure): 30\n          · spelling: colour\n") {
		t.Errorf("got %s", got)
	}
}
