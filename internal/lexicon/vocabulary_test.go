package lexicon

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/text"
)

// document has a word for each field of s, without the mark at its end.
func document(s string) *text.Document {
	d := &text.Document{Text: s}
	for i := 0; i < len(s); {
		n := strings.IndexByte(s[i:]+" ", ' ')
		word := strings.TrimRight(s[i:i+n], ",.")
		d.Words = append(d.Words, text.Word{Start: uint32(i), End: uint32(i + len(word))})
		i += n + 1
	}
	return d
}

// forms renders the terms of a text: each with the number of its first word,
// and of its last where that is another.
func forms(v *Vocabulary, s string) string {
	d := document(s)
	var out []string
	for _, t := range v.Terms(nil, d, text.Range{Start: 0, End: len(d.Words)}) {
		w := fmt.Sprint(t.Word)
		if t.Words > 1 {
			w = fmt.Sprintf("%d-%d", t.Word, t.Word+t.Words-1)
		}
		out = append(out, v.Form(t.ID).Text+"/"+w)
	}
	return strings.Join(out, " ")
}

func TestTerms(t *testing.T) {
	for _, c := range [][2]string{
		{"Don't", "do/0 not/0"},
		{"We’ll can’t they're", "we/0 will/0 can/1 not/1 they/2 are/2"},
		{"Varland's workers' café", "varland/0 workers/1 cafe/2"},
		{"twenty five men", "25/0-1 men/2"},
		{"one hundred and fifty thousand", "150000/0-4"},
		{"2.5 million or 2,500,000", "2500000/0-1 or/2 2500000/3"},
		{"33 trillion and 33,000,000,000,000", "33000000000000/0-1 and/2 33000000000000/3"},
		{"nine hundred quadrillion quadrillion", "900000000000000000/0-2 1000000000000000/3"},
		{"10 lakh and 10,00,000 and 1.000.000", "1000000/0-1 and/2 1000000/3 and/4 1000000/5"},
		{"one million, two hundred thousand", "1200000/0-4"},
		{"400 million two weeks", "400000000/0-1 2/2 weeks/3"},
		{"5 billion, one year", "5000000000/0-1 1/2 year/3"},
		{"twenty. Five", "20/0 5/1"},
		{"1,00 and 1.00", "1,00/0 and/1 1/2"},
		{"nineteen eighty four", "1984/0-2"},
		{"one two three", "1/0 2/1 3/2"},
		{"the third of 21st", "the/0 3th/1 of/2 21th/3"},
		{"a hundred and a thousand", "a/0 100/1 and/2 a/3 1000/4"},
		{"millions of hundreds", "millions/0 of/1 hundreds/2"},
		{"ninety nine point four per cent", "99.4/0-3 percent/4-5"},
		{"three point one four million", "3140000/0-4"},
		{"nought point two five, zero point five", "0.25/0-3 0.5/4-6"},
		{"one hundred and one point five", "101.5/0-5"},
		{"at one point two of us left", "at/0 1/1 point/2 2/3 of/4 us/5 left/6"},
		{"a million point two. Five point twelve", "a/0 1000000/1 point/2 2/3 5/4 point/5 12/6"},
		{"twenty point five point five", "20.5/0-2 point/3 5/4"},
		{"5 per cent is 5 %", "5/0 percent/1-2 is/3 5/4 percent/5"},
		{"the US told us", "the/0 united/1 states/1 told/2 us/3"},
		{"the U.S. and U.K.", "the/0 united/1 states/1 and/2 united/3 kingdom/3"},
		{"organised colours travelled centre promise", "organized/0 colors/1 traveled/2 center/3 promise/4"},
	} {
		if got := forms(&Vocabulary{}, c[0]); got != c[1] {
			t.Errorf("%q\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestOverLeavesItsBaseAlone(t *testing.T) {
	v := &Vocabulary{}
	forms(v, "the harvest failed")
	n := v.Len()
	q := Over(v)
	forms(q, "the harvests succeeded")
	if v.Len() != n || q.Len() != n+2 || q.Form(uint32(n)).StemID != v.Form(1).StemID {
		t.Errorf("base %d → %d, over %d; stem of harvests %d, of harvest %d", n, v.Len(), q.Len(), q.Form(uint32(n)).StemID, v.Form(1).StemID)
	}
}

func TestAlike(t *testing.T) {
	v := &Vocabulary{}
	for _, c := range []string{"color colour 1.00", "help helped 0.97", "sergey sergei 0.90", "organised organize 0.97", "khrushchev khruschev 0.90", "ostermark ostermerk 0.84", "iran iraq 0.00", "help harp 0.00", "30 90 0.00", "harvest election 0.00"} {
		var a, b string
		var want float32
		fmt.Sscan(c, &a, &b, &want)
		d := document(a + " " + b)
		ts := v.Terms(nil, d, text.Range{Start: 0, End: 2})
		got, _ := Alike(v.Form(ts[0].ID), v.Form(ts[1].ID))
		if back, _ := Alike(v.Form(ts[1].ID), v.Form(ts[0].ID)); got < want-.005 || got > want+.005 || got != back {
			t.Errorf("%s %s: %.2f (%.2f the other way), want %.2f", a, b, got, back, want)
		}
	}
}

func TestLog2(t *testing.T) {
	for n, want := range map[uint64]uint32{0: 0, 1: 0, 2: 65536, 3: 103872, 10: 217705, 1 << 40: 40 << 16} {
		if got := Log2(n); got != want {
			t.Errorf("Log2(%d) = %d, want %d", n, got, want)
		}
	}
}

// TestFrequency: words of general English.
func TestFrequency(t *testing.T) {
	for _, w := range []string{"decision", "administration", "collision", "colour"} {
		if Frequency(Stem(w)) == 0 {
			t.Errorf("%s is no word of general English", w)
		}
	}
	if Frequency(Stem("the")) < Sentences/3 || Frequency("qzxv") > 0 {
		t.Error("the frequencies are off")
	}
}
