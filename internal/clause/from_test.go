package clause

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

// The clause that begins with the word behind the bar.
func TestClauseFrom(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We met. It is |old, and we know it. He came.", "old and we know it"},
		{"If it rains, |we stay, of course, at home.", "we stay of course"},
		{"|The dam is safe – they say.", "the dam is safe"},
		{"We asked Dr. |Steyn. He came.", "steyn"},
		{"He asked: who |came? Nobody.", "came"},
	} {
		before, after, _ := strings.Cut(c.text, "|")
		r, j := readingtest.Speech(before+after), len(readingtest.Speech(before).Tokens)
		at := clauseFrom(r, j, r.SentenceEnd(j))
		if got := reading.Joined(r.Tokens[at.Start:at.End]); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// What stands of the clause before the word behind the bar.
func TestClauseBefore(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We met. It is |old, and we know it. He came.", "it is"},
		{"If it rains, |we stay, of course, at home.", ""},
		{"|The dam is safe – they say.", ""},
		{"We asked Dr. |Steyn. He came.", "we asked dr"},
		{"He asked: who |came? Nobody.", "who"},
	} {
		before, after, _ := strings.Cut(c.text, "|")
		r, j := readingtest.Speech(before+after), len(readingtest.Speech(before).Tokens)
		if got := reading.Joined(clauseBefore(r, j)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestStatement: a clause with a subject and a verb of its own.
func TestStatement(t *testing.T) {
	for text, want := range map[string]bool{
		"it has to be paid for":            true,
		"in May it will open":              true,
		"the council of Tamsin has gone":   true,
		"the council wanted it":            true,
		"Ostmark has asked for it":         true,
		"nobody knows":                     true,
		"only in the spring":               false,
		"bad for the farmers of Varland":   false,
		"opposed clause 7":                 false,
		"will open":                        false,
		"the sluices of the northern pier": false,
	} {
		if got := statement(readingtest.Quote(text).Tokens); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
