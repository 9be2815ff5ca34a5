package quantity_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

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
		{"at 13:25h and 9.30h, at 13h for 13h", "13:25 9:30? 13:00 13h"},
		{"1,75 billion crowns, children (3,5), 3,5 km", "1750000000 3,5 7/2"},
		{"World War II, Henry VIII, I came", "2 8"},
		{"call 0800 123 456 in 24 hours", "no. 0800123456 24"},
	} {
		var got []string
		for _, f := range quantity.Amounts(readingtest.Quote(c.text), quantity.Options{}) {
			got = append(got, f.Value)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestUnits: what an amount counts, with the words of the amount and its unit.
func TestUnits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We paid $5 million for it.", "5000000 dollar ($5 million)"},
		{"We paid 5 million US dollars.", "5000000 dollar (5 million US dollars)"},
		{"We paid five million bucks.", "5000000 dollar (five million bucks)"},
		{"It cost €5m.", "5000000 euro (€5m)"},
		{"It cost EUR 5 million.", "5000000 euro (EUR 5 million)"},
		{"It is ten kilometres long.", "10 kilometer (ten kilometres)"},
		{"It is 10km long.", "10 kilometer (10km)"},
		{"It drives 30 miles an hour.", "30 mph (30 miles an hour)"},
		{"It was 20 °C warm.", "20 celsius (20 °C)"},
		{"We need 20 percentage points.", "20 point (20 percentage points)"},
		{"We need 20 per cent.", "1/5 percent (20 per cent)"},
		{"We need 2m boats.", "2000000 meter (2m)"},
		{"It is 2 m long.", "2 meter (2 m)"},
		{"We have 12 boats.", "12 none (12)"},
		{"It took a fortnight, a year and a half.", "fortnight fortnight (a fortnight), 3/2 year (a year and a half)"},
	} {
		r := readingtest.Quote(c.text)
		var got []string
		for _, f := range quantity.Amounts(r, quantity.Options{InNames: true}) {
			unit := "none"
			if f.Unit != nil {
				unit = f.Unit.Name
			}
			got = append(got, f.Value+" "+unit+" ("+r.Doc.Read(r.SpanOf(quantity.Measured(f)))+")")
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSameMeasure holds amounts to each other.
func TestSameMeasure(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"10 miles", "16 kilometres", "converted"},
		{"10 miles", "26 kilometres", "other"},
		{"5 million dollars", "5 million euros", "other"},
		{"$5 million", "five million bucks", "same"},
		{"two weeks", "14 days", "converted"},
		{"two weeks", "a fortnight", "converted"},
		{"two thirds", "67 percent", "converted"},
		{"two thirds", "66 percent", "converted"},
		{"two thirds", "60 percent", "other"},
		{"5 p.m.", "17:00", "same"},
		{"5 p.m.", "five", "same"},
		{"half past five", "5:30", "same"},
		{"ten past one", "1:10", "same"},
		{"at twenty to six", "5:40", "same"},
		{"ten past one", "1:20", "other"},
		{"at 33 to 10 percent", "9:27", "other"},
		{"at five to six percent", "at 5 to 6 percent", "same"},
		{"at ten to one", "at 10 to 1", "same"},
		{"quarter to six", "5:45 p.m.", "same"},
		{"quarter to six", "5:15", "other"},
		{"noon", "12 o'clock", "same"},
		{"5 to 6 million", "5 million", "same"},
		{"12 boats", "a dozen", "same"},
	} {
		a := quantity.Amounts(readingtest.Quote(c.a), quantity.Options{InNames: true})
		b := quantity.Amounts(readingtest.Quote(c.b), quantity.Options{InNames: true})
		if len(a) == 0 || len(b) == 0 {
			t.Fatalf("%q, %q: no number", c.a, c.b)
		}
		got := "other"
		switch {
		case quantity.SameMeasure(a[0], b[0]):
			got = "same"
		case quantity.Converted(a[0], b[0]):
			got = "converted"
		}
		if got != c.want {
			t.Errorf("%q and %q: got %s, want %s", c.a, c.b, got, c.want)
		}
	}
}
