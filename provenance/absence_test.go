package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func TestTelling(t *testing.T) {
	for quote, want := range map[string]Reason{
		"a disgrace":                                TooShort,
		"It is what it is":                          Common,
		"We will see what we can do":                Common,
		"That is what I have to say to you":         Common,
		"Thank you very much for being here today":  Common,
		"I don't know what he is talking about":     Common,
		"It's a very important issue for all of us": Common,
		"12, 14.5 and 7,350, 40 and 1/3":            TooShort,
		"They say that we have to do a lot of things that nobody has done before in this country, and that is what we are going to do this year": "",
		"We want peace, but we are ready for war":              "",
		"Beavers gnawed through the dyke":                      "",
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
