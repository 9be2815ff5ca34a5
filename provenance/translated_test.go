package provenance

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// retold holds a quote in other words to its source, as in a report that quotes
// another translation; of the differences the major ones count.
func retold(source, quote string) string {
	t, q := normalize.Text("source", []byte(source)), normalize.Text("quote", []byte(quote))
	whole := []text.Span{{Start: 0, End: len(q.Text)}}
	ms := align.NewIndex(t).Find(align.Query{Document: q, Spans: whole})
	if len(ms) == 0 {
		return "not found"
	}
	var out []string
	ds := changesAs(speech.Direct, true, q, whole, t, ms[0])
	for _, d := range ds {
		if d.Severity == Major {
			out = append(out, string(d.Kind)+"("+q.Read(d.Report)+"<"+t.Read(d.Source)+")")
		}
	}
	return strings.Join(out, " ")
}

func TestCompareTranslations(t *testing.T) {
	const (
		wells   = "The government is going to close forty of the wells in the valley, since their water may be dangerous for children."
		envoy   = "Our envoy has told the Kestrian side that Varland refuses to recognise the border treaty of 1987."
		strait  = "The ships of all nations should be able to pass through the strait without paying any fee to Ostmark."
		fleet   = "On board the flagship of the Kestrian fleet, Admiral Renn greeted the sailors of the naval school in Orsk."
		station = "Tamsin Orell told the VOV that Hofnvollur had had too little water since the spring."
		bridge  = "The bridge, as all of us know, is not safe for carts, and the council has no choice but to close it."
	)
	for _, c := range []struct{ source, quote, want string }{
		{wells, "The authorities will shut down 40 wells in the valley because the water in them might be unsafe for children.", ""},
		{wells, "The authorities will shut down 90 wells in the valley because the water in them might be unsafe for children.", "number(90<forty)"},
		{wells, "The authorities will not shut down 40 wells in the valley because the water in them might be unsafe for children.", "negation(not<)"},
		{wells, "The authorities will shut down 40 wells in the valley because the water in them will be unsafe for children.", "modality(will<may)"},
		{envoy, "Our ambassador informed the Kestrians that Varland does not recognize the 1987 treaty on the border.", ""},
		{envoy, "Our ambassador informed the Kestrians that Varland recognizes the 1987 treaty on the border.", "negation(<refuses to)"},
		{envoy, "Our ambassador informed the Kestrians that Belmora does not recognize the 1987 treaty on the border.", "name(Belmora<Varland)"},
		{strait, "Vessels of every nation should be able to pass the strait without any payment to Ostmark.", ""},
		{strait, "Vessels of some nations should be able to pass the strait without any payment to Ostmark.", "quantifier(some<all)"},
		{strait, "Vessels of every nation must be able to pass the strait without any payment to Ostmark.", "modality(must<should)"},
		{fleet, "Aboard the Kestrian Navy's flagship, Admiral Renn greeted the sailors of the Orsk Naval School.", ""},
		{fleet, "Aboard the flagship of Ostmark's navy, Admiral Renn greeted the sailors of the Orsk Naval School.", "name(Ostmark's<Kestrian)"},
		{fleet, "Aboard the flagship of the Kestrian navy, Admiral Renn greeted the sailors of the Delgren Naval School.", "name(Delgren<Orsk)"},
		{station, "Tamsin Orell told Voice of Varland that Hofn-vollur has been short of water since the spring.", ""},
		{station, "Tamsin Orell said on VOV that since spring the town of Hofn Vollur has lacked water.", ""},
		{station, "Brenna Hask told Voice of Varland that Hofnvollur has been short of water since the spring.", "name(Brenna Hask<Tamsin Orell)"},
		{"The plan was welcomed by the harbour masters of Orsk, and the guild will study it in June.", "Orsk's harbour masters greeted the plan, and Lindgrave will examine it in June.", "name(Lindgrave<the guild)"},
		{bridge, "The bridge isn't safe for carts, as we all know, and the council can't help but close it.", ""},
		{bridge, "As everybody knows, the bridge is safe for carts, and the council has to close it.", "negation(<not)"},
		{bridge, "As everybody knows, the bridge is unsafe for carts, and the council must close it.", ""},
		{"No more than twenty carts a day may cross it, may they?", "A maximum of twenty carts may cross it in a day.", ""},
		{"We shall remember the help of the islanders, whose ships were never absent.", "We will not forget how the islanders helped us, whose ships were never absent.", ""},
		{"The farmers could not sell their grain, and they were unable to pay the millers.", "The farmers could not sell the grain that they had, and could not pay the millers.", ""},
		{"The farmers were unable to pay the millers, but they have sold their grain.", "The farmers could not pay the millers, and they have not sold the grain that they had.", "negation(not<)"},
		{"She expects to wait for another few months, as there are concerns over a strike of the pilots.", "She reckons with waiting a few months more, since people are worried about a strike of the pilots.", ""},
		{"Delegates from 30 provinces have come to this hall.", "Hundreds of delegates from 30 provinces came to the hall.", "insertion(Hundreds of<)"},
		{"Talks about two ships went on over a second week in Tamsin.", "Talks over two ships continued for a second week in Tamsin.", ""},
		{"On 25 July the council met, and the fee for the harbour was paid.", "The council met on the 25 th, and the harbour fee was paid.", ""},
		{"The harbour of Tamsin was opened by the king in the year 2019.", "In 2018 it was the king who opened the Tamsin harbour.", "date(2018<2019)"},
		{"The bridge cost $4 bln and was opened at 1:50 pm on a Sunday.", "The bridge, which cost $4 billion, was opened at 13:50 on a Sunday.", ""},
		{"Moscow and Kiev signed the grain protocol in the 2021–22 season.", "Russia and Kiev signed the protocol on grain in the 2021-2022 season.", ""},
	} {
		if got := retold(c.source, c.quote); got != c.want {
			t.Errorf("%s\n%s\n got %q\nwant %q", c.source, c.quote, got, c.want)
		}
	}
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
		d := normalize.Text("text", []byte(c.text))
		run := &reading.Run{Doc: d, Vocabulary: lexicon.Over(nil)}
		run.ReadQuote([]text.Span{{Start: 0, End: len(d.Text)}})
		var got []string
		for _, f := range quantity.Amounts(run, false, nil) {
			got = append(got, f.Value)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestCompareOddInput takes what has no words, or only some of one kind.
func TestCompareOddInput(t *testing.T) {
	for _, quote := range []string{"", " ", "…", "12 400 7", "[]", "[[[]", "not not not", "“‘’”", "\x00\xff", "… … …", strings.Repeat("no ", 500)} {
		q, s := normalize.Text("quote", []byte(quote)), normalize.Text("source", []byte("We did not sell 12 boats. No, we sold 400, not 7."))
		for _, m := range []align.Match{{}, {Spans: []text.Span{{Start: 0, End: len(s.Text)}}}} {
			ds := changesOf(q, []text.Span{{Start: 0, End: len(q.Text)}}, s, m)
			for _, d := range ds {
				if d.Report.Start > d.Report.End || d.Report.End > len(q.Text) || d.Source.Start > d.Source.End || d.Source.End > len(s.Text) {
					t.Errorf("%q: %v is out of bounds", quote, d)
				}
			}
		}
	}
}
