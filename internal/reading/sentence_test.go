package reading_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

// marked is a text with a bar before one of its words, and the number of that word.
func marked(t *testing.T, s string) (*reading.Run, int) {
	before, after, ok := strings.Cut(s, "|")
	if !ok {
		t.Fatalf("%q has no bar", s)
	}
	return readingtest.Speech(before + after), len(readingtest.Speech(before).Tokens)
}

func words(tokens []reading.Token) string { return reading.Joined(tokens) }

// TestSentences: the sentence of the word behind the bar.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We met. It is |old, and we know it. He came.", "it is old and we know it"},
		{"If it rains, |we stay, of course, at home.", "if it rains we stay of course at home"},
		{"|The dam is safe – they say.", "the dam is safe they say"},
		{"We asked Dr. |Steyn. He came.", "we asked dr steyn"},
		{"He asked: who |came? Nobody.", "he asked who came"},
	} {
		r, j := marked(t, c.text)
		if got := words(r.Tokens[r.SentenceStart(j):r.SentenceEnd(j)]); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestHeads: what the words from the bar on govern.
func TestHeads(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We do not |accept it.", "accept"},
		{"They are |of the same.", ""},
		{"It was |quite a small boat.", "small"},
	} {
		r, j := marked(t, c.text)
		if got := r.At(r.HeadAfter(j)); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestWords: what is so of the word behind the bar.
func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We do not |accept it.", "negated, known"},
		{"We have |built it.", "past, known"},
		{"We will be |asked.", "answers, known"},
		{"We quickly |opened it.", "past, finite, known"},
		{"the |opened mill", "past, known"},
		{"|No, we have it.", "finite, answers, opens a sentence, begins a subject, known"},
		{"Who |came? Nobody.", "finite, asked, asks, known"},
		{"It rains, |the dam is safe.", "finite, opens a clause, begins a subject, known"},
		{"I met |Abara there.", "finite, begins a subject"},
		{"They came. |Steyn slept.", "finite, opens a sentence, begins a subject, known"},
		{"She said: |come.", "finite, answers, opens a clause, opens a sentence, known"},
	} {
		r, j := marked(t, c.text)
		var got []string
		for _, x := range []struct {
			name string
			is   bool
		}{
			{"negated", r.NegatedAt(j)},
			{"past", r.Past(j)},
			{"finite", r.Finite(j)},
			{"answers", r.Answers(j)},
			{"asked", r.Asked(j)},
			{"asks", r.Asks(j)},
			{"opens a clause", r.OpensClause(j)},
			{"opens a sentence", r.StartsSentence(j)},
			{"begins a subject", r.Nominal(j)},
			{"known", r.Known(r.Tokens[j].Word)},
		} {
			if x.is {
				got = append(got, x.name)
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestQuotes: the words of a quote as they are compared, with the marks that stand
// around them.
func TestQuotes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We don't … sell it.", "we do not …sell it"},
		{"[T]he mill is [not] open.", "the mill is [not] open"},
		{"It's a 1½ mile walk, isn't it?", "it 's a 1½ mile walk is not it"},
		{"I met Müller’s colour-blind aunt.", "i met müller's=muller colour=color blind aunt"},
		{"We can't . . . go", "we can not …go"},
	} {
		var got []string
		for _, a := range readingtest.Quote(c.text).Tokens {
			w := a.Text
			if a.Norm != a.Text {
				w += "=" + a.Norm
			}
			if a.Dots {
				w = "…" + w
			}
			if a.Bracketed {
				w = "[" + w + "]"
			}
			got = append(got, w)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
