package normalize_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestPastedCaptions reads captions below a headline with their tags and names: the words
// are kept, in whole sentences of one speaker, and the tags say who that is.
func TestPastedCaptions(t *testing.T) {
	src, want := "The mayor on the bridge\n\n", ""
	for i, l := range spokenLines {
		who := []string{"Ada Lund", "Tom Oke"}[i/6]
		src += fmt.Sprintf("cue-%d\n00:00:%02d.000 --> 00:00:%02d.000\n<v.loud %s>%s</v>\n\n", i, 3*i, 3*i+3, who, l)
		want += l + " "
	}
	d := normalize.Text("t", []byte(src))
	said := ""
	for _, b := range d.Blocks[1:] {
		said += strings.Join(strings.Fields(d.Kept(b.Span)), " ") + " "
	}
	if said != want || len(d.Blocks) > 7 {
		t.Errorf("%d blocks, %q, want %q", len(d.Blocks), said, want)
	}
	for _, c := range []struct {
		of   string
		want string
	}{{"Good", "Ada Lund"}, {"waited", "Tom Oke"}} {
		at := strings.Index(src, c.of)
		if a := d.AnchorsIn(text.Span{Start: at, End: at + 1}); len(a) != 1 || a[0].Voice != c.want {
			t.Errorf("%q: %v", c.of, a)
		}
	}
}

// TestTagsInProse leaves alone tags of a text that holds no captions.
func TestTagsInProse(t *testing.T) {
	src := "Write <v Ada Lund> before the words, and </v> behind; times as 00:01.000 --> 00:02.000."
	if d := normalize.Text("t", []byte(src)); !strings.Contains(d.Kept(d.Blocks[0].Span), "<v Ada Lund>") {
		t.Errorf("kept is %q", d.Kept(d.Blocks[0].Span))
	}
}
