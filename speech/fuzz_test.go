package speech

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// FuzzSpans holds what is found in any text to the laws of spans.
func FuzzSpans(f *testing.F) {
	for _, c := range []string{
		"“We will build the dam,” said Ada Lund. “It is late.\n\n“But not too late.”",
		"ADA LUND: Good evening.\n\nQ. And now?\n\nA. \"Now\" 'we go'.",
		"Ada Lund said that the dam would hold, and left: “so",
		"According to her, 5\" pipes — «too \xff thin» \x00 „hold“",
		"I read out a message from Jan Holt.\n\n“All is well.\n\nJan Holt”\n\nSo it is.",
		"“‘“’”\"'`´«»‹›「」『』''``",
	} {
		f.Add([]byte(c))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := normalize.Text("fuzz", src)
		quotes := Quotes(d)
		checkQuotes(t, d, quotes)
		checkFirst(t, d, quotes)
		checkTurns(t, d, Turns(d))
	})
}

// checkFirst: the first quotes are the same, however many are wanted.
func checkFirst(t *testing.T, d *text.Document, quotes []Quote) {
	t.Helper()
	for n := 0; n <= len(quotes)+1; n += 1 + n/8 {
		want := quotes[:min(n, len(quotes))]
		if got := First(d, n); len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("of %d quotes the first %d are %v, want %v", len(quotes), n, got, want)
		}
	}
}

func checkSpan(t *testing.T, d *text.Document, what string, s text.Span) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
		t.Fatalf("%s: %v is out of bounds (%d)", what, s, len(d.Text))
	}
	if !boundary(d.Text, s.Start) || !boundary(d.Text, s.End) {
		t.Fatalf("%s: %v cuts a character", what, s)
	}
}

func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

func checkQuotes(t *testing.T, d *text.Document, quotes []Quote) {
	last := text.Span{Start: -1}
	for _, q := range quotes {
		if len(q.Spans) == 0 {
			t.Fatal("a quote without words")
		}
		if s := q.Spans[0]; s.Start < last.Start || s.Start == last.Start && s.End > last.End {
			t.Fatalf("%v stands after %v", s, last)
		}
		last = q.Spans[0]
		end := -1
		for _, s := range q.Spans {
			checkSpan(t, d, "quote", s)
			if s.Start < end {
				t.Fatalf("the spans %v of a quote overlap", q.Spans)
			}
			end = s.End
		}
		checkSpan(t, d, "cue", q.Cue)
		checkSpan(t, d, "sentence", q.Sentence)
		if q.Speaker != nil {
			checkSpan(t, d, "mention", q.Speaker.Mention)
		}
	}
}

func checkTurns(t *testing.T, d *text.Document, turns []Turn) {
	end := -1
	for _, u := range turns {
		checkSpan(t, d, "turn", u.Span)
		checkSpan(t, d, "label", u.Label)
		if end >= 0 && u.Span.Start != end {
			t.Fatalf("a turn begins at %d where the last one ends at %d", u.Span.Start, end)
		}
		end = u.Span.End
		for _, c := range u.Cited {
			checkSpan(t, d, "citation", c.Span)
			if !u.Span.Contains(c.Span) {
				t.Fatalf("the citation %v leaves its turn %v", c.Span, u.Span)
			}
		}
	}
}
