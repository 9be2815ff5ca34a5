package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func TestTelling(t *testing.T) {
	for quote, want := range map[string]Reason{
		"a disgrace":                        TooShort,
		"It is what it is":                  Common,
		"We will see what we can do":        Common,
		"That is what I have to say to you": Common,
		"The reservoir will be empty by the end of the summer": "",
		"eleven lighthouses without a keeper":                  "",
	} {
		d := normalize.Text("quote.txt", []byte(quote))
		spans := []text.Span{{Start: 0, End: len(quote)}}
		if got := telling(d, spans); got != want {
			t.Errorf("telling(%q) = %q, want %q (%d bits)", quote, got, want, surprise(d, spans))
		}
	}
}
