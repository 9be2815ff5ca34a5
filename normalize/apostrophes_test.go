package normalize_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestLostApostrophes has texts that lost their apostrophes, what they meant, and
// texts that lost none.
func TestLostApostrophes(t *testing.T) {
	for _, test := range []struct{ text, want, lost string }{
		{"we.re here. i.m glad you didn.t go. that.s the mill.s door.", "we're here. i'm glad you didn't go. that's the mill's door.", "we.re"},
		{"We don t know. They re late, and I m not. It s the mill s door.", "We don't know. They're late, and I'm not. It's the mill's door.", "don t"},
		{"It?s late, and she?d go by the caf?s door?", "It's late, and she'd go by the caf's door?", "it?s"},
		{"We don?t know. They?re late? You?ll see, won?t you?", "We don't know. They're late? You'll see, won't you?", "don?t"},
		{"We don?t know. Is it the mill?s? The mill?s door?", "We don't know. Is it the mill's? The mill's door?", "don?t"},
		{"In today?s Harl, at Lund?s, the women?s side", "In today's Harl, at Lund's, the women's side", "today?s"},
		{"At TODAY?S door. Is it?S. Lund asked. See page.html?s or /talk?s=1, q?s&t", "At TODAY'S door. Is it?S. Lund asked. See page.html?s or /talk?s=1, q?s&t", "today?s"},
		{"today\uFFFDs door", "today’s door", "today\uFFFDs"},
		{"Is it so? So it is. Is it?\ns. 4 of the act? S is. Who? s", "", ""},
		{"We can?t, you won?t, they?re late, it?s the mill?s", "We can't, you won't, they're late, it's the mill's", "can?t"},
		{"Who can? Those who don? T minus ten? We?", "", ""},
		{"We don\uFFFDt know. They\uFFFDre late. You\uFFFDll see.", "We don’t know. They’re late. You’ll see.", "don\uFFFDt"},
		{"We don.t know.", "We don.t know.", ""},
		{"We don t know. They re late. I m sure that re-elected members, and they, won t go.",
			"We don't know. They're late. I'm sure that re-elected members, and they, won't go.", "don t"},
		{"we.re, you.re, they.re", "we're, you're, they're", "we.re"},
		{"You can. T minus ten. Who? I. M. Renn of the U.S. did.", "", ""},
		{"we.re, you.re, they.re; but I don't, you don't", "", ""},
		{"The U.S. won.t. I.m late. they.re not; T.S. Ely", "The U.S. won't. I'm late. they're not; T.S. Ely",
			"won.t"},
	} {
		if test.want == "" {
			test.want = test.text
		}
		d := normalize.Text("talk", []byte(test.text))
		if d.Text != test.want || d.Lost != test.lost {
			t.Errorf("%q read as %q, lost %q", test.text, d.Text, d.Lost)
		}
	}
}

// TestBrokenLineEnd has a word that runs over a line end where lines are not wrapped.
func TestBrokenLineEnd(t *testing.T) {
	d := normalize.Text("talk", []byte("The har-\nbour stays open -\nand so does the inn.\nA well-\nknown "+
		"pilot said it.\n"))
	var words []string
	for i := range d.Words {
		words = append(words, text.Whole(d.Word(i)))
	}
	got, want := strings.Join(words, " "), "The harbour stays open and so does the inn A well known pilot "+
		"said it"
	if got != want || len(d.Blocks) != 3 {
		t.Errorf("got %q in %d blocks", got, len(d.Blocks))
	}
}
