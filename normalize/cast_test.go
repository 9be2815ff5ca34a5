package normalize_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestCast reads letters that carry their type with them: the text has plain ones, and
// each word leads to the bytes that it was printed in.
func TestCast(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"Tom Griﬃn conﬁrmed oﬀ the cliﬀ.", "Tom Griffin confirmed off the cliff."},
		{"ﬁﬁ ﬂ ﬆ", "fifi fl st"},
		{"𝗔𝗱𝗮 said: 𝑡ℎ𝑒 𝟏𝟐 Ｂｏａｔｓ，", "Ada said: the 12 Boats，"},
		{"Co\u00adﬀee – “ﬁne”", "Coffee – “fine”"},
		{"café, 北京", "café, 北京"},
	} {
		d := normalize.Text("t", []byte(c.src))
		if d.Text != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.src, d.Text, c.want)
		}
		for i, w := range d.Words {
			f := d.File(w.Span())
			if got := text.Whole(c.src[f.Start:f.End]); got != d.Word(i) {
				t.Errorf("%q: word %q is %q in the file", c.src, d.Word(i), got)
			}
		}
	}
}
