package quantity_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// run is a text as a run of words.
func run(s string) *reading.Run {
	d := normalize.Text("text", []byte(s))
	r := &reading.Run{Doc: d, Vocabulary: lexicon.Over(nil)}
	r.ReadQuote([]text.Span{{Start: 0, End: len(d.Text)}})
	return r
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"two hundred and fifty boats", "250"},
		{"1.5 million and 4 mln and 10k", "1500000 4000000 10000"},
		{"9 trillion crowns", "9000000000000"},
		{"half of them, 50 percent", "1/2 1/2"},
		{"dozens of boats, hundreds of sailors", "dozens hundreds"},
		{"at 2 pm, at 14:00 and at 7:30 a.m.", "14:00 14:00 7:30"},
		{"from 2021–22 on", "2021 2022"},
		{"the score was 2:1", "2 1"},
		{"wait a second, the second time", "2th"},
		{"820,000kw", "820000"},
		{"2 1/2 million and 3/4 of it", "2500000 3/4"},
		{"N512 million, Rs50,000 and N95 masks", "512000000 50000"},
		{"20,000 to 100, 000 acres, 1, 100,000 farmers", "20000 100000 1100000"},
		{"in 2020, 300 people", "2020 300"},
		{"an additional -130 people at -20 degrees", "130 -20"},
		{"a dozen, half a dozen, two dozen, a couple of hundred", "12 6 24 200"},
		{"tens of thousands, several million, hundreds of", "dozens thousands millions hundreds"},
		{"half past five, noon, 9.30 a.m., five o'clock, 15: 50", "5:30? 12:00 9:30 5:00? 15:50"},
		{"World War II, Henry VIII, I came", "2 8"},
		{"call 0800 123 456 in 24 hours", "no. 0800123456 24"},
	} {
		var got []string
		for _, f := range quantity.Amounts(run(c.text), false, nil) {
			got = append(got, f.Value)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
