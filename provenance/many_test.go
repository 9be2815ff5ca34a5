package provenance

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TestManyQuotes: a sentence that is said forty times has forty places for each of a few
// quotes of it, and for each of thousands those that are compared; all are verbatim.
func TestManyQuotes(t *testing.T) {
	if testing.Short() {
		t.Skip("checks thousands of quotes")
	}
	said := "We want fifty ferries by the end of June.\n\n"
	speech := normalize.Text("speech.txt", []byte(strings.Repeat(said, 40)))
	c := New([]*text.Document{speech}, Options{})
	for _, x := range []struct{ quotes, places int }{{10, 40}, {manyQuotes + 1, mostCompared}} {
		quoted := "“" + strings.TrimSpace(said) + "”\n\n"
		report := normalize.Text("report.txt", []byte(strings.Repeat(quoted, x.quotes)))
		r := c.Check(report)
		if len(r.Findings) != x.quotes {
			t.Fatalf("%d quotes, want %d", len(r.Findings), x.quotes)
		}
		for _, f := range r.Findings {
			if f.Verdict != Verbatim || len(f.Matches) != x.places {
				t.Fatalf("of %d quotes one is %s at %d places, want %d",
					x.quotes, f.Verdict, len(f.Matches), x.places)
			}
		}
	}
}

// TestAround: of a sentence all is asked where a quote in it stands, of a text without
// full stops a few words.
func TestAround(t *testing.T) {
	for _, x := range []struct{ words, want int }{{150, 150}, {1000, 2*mostAround + 3}} {
		half := strings.Repeat("harbour ", (x.words-3)/2)
		d := normalize.Text("report.txt", []byte(half+"“seven new ferries” "+strings.TrimSpace(half)))
		for _, q := range speech.Quotes(d) {
			if got := d.WordsIn(around(d, q)).Len(); got > x.want+1 || got < x.want-1 {
				t.Errorf("of %d words %d are asked, want %d", x.words, got, x.want)
			}
		}
	}
}
