package align

import (
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// What is shown is the clause that answers, or the sentence where the quote says all of it.
func TestPlaceShown(t *testing.T) {
	speech := normalize.Text("speech", []byte(strings.Join([]string{
		"The families ordered their passage to the islands in December.",
		"It is not easy to come by money for piers in these times.",
		"The harbour board means to sell the ferry, which has lost money for nine years, and to put up a bridge instead.",
		"Some of the volunteer watchmen of Lomm carry weapons.",
		"The board has to look even closer after the quay walls, because the new ships are so much wider.",
	}, "\n\n")))
	ix := NewIndex(speech)
	for _, c := range []struct{ quote, shown string }{
		{"The trip to the isles has been booked since December.",
			"The families ordered their passage to the islands in December"},
		{"Nowadays funds for piers do not come easily to anybody.",
			"It is not easy to come by money for piers in these times"},
		{"it intends to replace the ferry by a bridge, as it made a loss for nine years",
			"The harbour board means to sell the ferry, which has lost money for nine years, and to put up a bridge instead"},
		{"And because the new ships are wider, the quay walls need more attention than before.",
			"the quay walls, because the new ships are so much wider"},
		{"a bridge is to be put up instead", "to put up a bridge instead"},
	} {
		list := ix.Find(ask(c.quote))
		if len(list) == 0 {
			t.Errorf("%q is nowhere", c.quote)
			continue
		}
		var shown []string
		for _, s := range list[0].Spans {
			shown = append(shown, speech.Read(s))
		}
		if got := strings.Join(shown, " … "); got != c.shown {
			t.Errorf("%q\n got %q\nwant %q", c.quote, got, c.shown)
		}
	}
}

// A sentence said again with its halves exchanged and every fifth word left out is shown
// by whole words, at least half of its own.
func TestPlaceIsWholeWords(t *testing.T) {
	docs := speeches(t)
	ix := NewIndex(docs...)
	found := 0
	for n, d := range docs {
		for _, s := range d.Sentences {
			if s.Words.Len() < 12 || s.Words.Len() > 60 {
				continue
			}
			list := ix.Find(ask(retold(d, s.Words)))
			for _, m := range list {
				for _, shown := range m.Spans {
					if w := docs[m.Transcript]; w.SpanOf(w.WordsIn(shown)) != shown {
						t.Errorf("%q is cut inside a word", w.Read(shown))
					}
				}
			}
			if len(list) == 0 || list[0].Transcript != n || list[0].Spans[0].Overlap(s.Span) == 0 {
				continue
			}
			found++
			words := 0
			for _, shown := range list[0].Spans {
				words += d.WordsIn(shown).Len()
			}
			if 2*words < s.Words.Len() {
				t.Errorf("of %q is shown %q alone", d.Read(s.Span), d.Read(list[0].Spans[0]))
			}
		}
	}
	if found < 100 {
		t.Errorf("%d sentences were found", found)
	}
}

// retold are words with their halves exchanged, every fifth of them left out.
func retold(d *text.Document, r text.Range) string {
	var words []string
	for i := r.Start; i < r.End; i++ {
		if (i-r.Start)%5 < 4 {
			words = append(words, d.Word(i))
		}
	}
	half := len(words) / 2
	return strings.Join(slices.Concat(words[half:], words[:half]), " ")
}
