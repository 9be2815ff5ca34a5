package normalize_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestEntities: entities of plain text are the marks that they mean, and lead back to
// themselves.
func TestEntities(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"&quot;That&#39;s final,&quot; Lund said.", "\"That's final,\" Lund said."},
		{"&ldquo;That&rsquo;s final,&rdquo; Lund said.", "“That’s final,” Lund said."},
		{"&#8220;That&#x2019;s final,&#8221; Lund said.", "“That’s final,” Lund said."},
		{"Lund &amp; Holt", "Lund & Holt"},
		{"Lund & Holt; AT&T; &unknown; &", "Lund & Holt; AT&T; &unknown; &"},
		{"&#0; &#xFFFFFFFF; &#55296;", "&#0; &#xFFFFFFFF; &#55296;"},
		{"Lund&#146;s &#x9b;plan&#x9B;", "Lund’s ›plan›"}, // numbers of Windows-1252, as browsers read them
		{"&#129; &#x1b; &#127; &#10;", "&#129; &#x1b; &#127; &#10;"},
		{"caf\xe9s &amp; bars", "cafés &amp; bars"}, // of an old code page: left as it is
	} {
		d := normalize.Text("x", []byte(c.file))
		if d.Text != c.want {
			t.Errorf("%q: got %q, want %q", c.file, d.Text, c.want)
		}
		f := d.File(text.Span{Start: 0, End: len(d.Text)})
		if got := c.file[f.Start:f.End]; got != c.file {
			t.Errorf("%q leads back to %q", d.Text, got)
		}
	}
}

// TestRaisedNotes: a raised number behind a word or a stop leads to a note; behind a number
// or a unit it is a power.
func TestRaisedNotes(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"The dam was built in 1977.<sup>2</sup> It is old.", "<sup>2</sup>"},
		{"The harbour<sup>[12]</sup> is closed.", "<sup>[12]</sup>"},
		{"We counted 10<sup>6</sup> cells on 12 m<sup>2</sup> of wall.", ""},
	} {
		got := ""
		for _, r := range normalize.Text("x", []byte(c.file)).Removed {
			got += c.file[r.Span.Start:r.Span.End]
		}
		if got != c.want {
			t.Errorf("%q: removed %q, want %q", c.file, got, c.want)
		}
	}
}
