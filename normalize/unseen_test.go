package normalize_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestUnseen reads texts with characters that nobody sees: they are no part of the text,
// and what it says leads back to the bytes with them.
func TestUnseen(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"Pres\u00adident Hol\u00adger Lund in\u00adsist\u00aded.", "President Holger Lund insisted."},
		{"\u2068Ada Lund\u2069 said:\u200b “No.”\u200e", "Ada Lund said: “No.”"},
		{"we\u200b're of\u200cfice 5\u2060%", "we're office 5%"},
		{"light\u00ad\nhouse \u00ad", "light\u00ad\nhouse \u00ad"}, // parted at a line's end
		{"👩\u200d🚒 می\u200cروم", "👩\u200d🚒 می\u200cروم"},
		{"caf\u00e9 – “…”", "caf\u00e9 – “…”"},
	} {
		d := normalize.Text("t", []byte(c.src))
		if d.Text != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.src, d.Text, c.want)
		}
		for i, w := range d.Words {
			f := d.File(w.Span())
			if got := text.Whole(c.src[f.Start:f.End]); got != text.Whole(d.Word(i)) {
				t.Errorf("%q: word %q is %q in the file", c.src, d.Word(i), got)
			}
		}
	}
}

// TestUnseenMoves holds what points into a text, and the way back from it, to its words.
func TestUnseenMoves(t *testing.T) {
	const src = "A\u00addas Bo\u00ad\u200bat (ap\u00adplause) Ce\u00addars"
	at := func(s string) text.Span {
		i := strings.Index(src, s)
		return text.Span{Start: i, End: i + len(s)}
	}
	page := &normalize.Page{
		Text: src, Pieces: []normalize.Piece{{Span: whole(src), Kept: true}},
		Cuts: []text.Removal{{Span: at("(ap\u00adplause)"), Reason: "note"}},
		Bold: []text.Span{at("Bo\u00ad\u200bat")}, Anchors: []text.Anchor{{Span: at("Ce\u00addars"), Voice: "A\u00adda"}},
	}
	d, err := normalize.Read("t", []byte(src), func(string, []byte) (*normalize.Page, error) { return page, nil })
	if err != nil {
		t.Fatal(err)
	}
	got := []string{d.Text, d.Read(d.Bold[0]), d.Read(d.Anchors[0].Span), d.Anchors[0].Voice, d.Read(d.Removed[0].Span)}
	want := "Adas Boat (applause) Cedars|Boat|Cedars|Ada|(applause)"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("%q, want %q", s, want)
	}
	if f := d.File(d.Bold[0]); src[f.Start:f.End] != "Bo\u00ad\u200bat" {
		t.Errorf("the file's bytes of Boat are %q", src[f.Start:f.End])
	}
}
