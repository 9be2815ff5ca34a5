package align

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// What is shown is the clause that answers, or the sentence where the quote says all of it.
func TestPlaceShown(t *testing.T) {
	speech := normalize.Text("speech", []byte(strings.Join([]string{
		"The families ordered their passage to the islands in December.",
		"It is not easy to come by money for piers in these times.",
		"The harbour board means to sell the ferry, which has lost money for nine years, and to put up a bridge instead.",
		"Some of the volunteer watchmen of Lomm carry weapons.",
		"The board has to look even closer after the quay walls, because the new ships are so much wider.",
	}, "\n\n")))
	ix := NewIndex(speech)
	for _, c := range []struct{ quote, shown string }{
		{"The trip to the isles has been booked since December.",
			"The families ordered their passage to the islands in December"},
		{"Nowadays funds for piers do not come easily to anybody.",
			"It is not easy to come by money for piers in these times"},
		{"it intends to replace the ferry by a bridge, as it made a loss for nine years",
			"The harbour board means to sell the ferry, which has lost money for nine years, and to put up a bridge instead"},
		{"And because the new ships are wider, the quay walls need more attention than before.",
			"the quay walls, because the new ships are so much wider"},
		{"a bridge is to be put up instead", "to put up a bridge instead"},
	} {
		list := ix.Find(ask(c.quote))
		if len(list) == 0 {
			t.Errorf("%q is nowhere", c.quote)
			continue
		}
		var shown []string
		for _, s := range list[0].Spans {
			shown = append(shown, speech.Read(s))
		}
		if got := strings.Join(shown, " … "); got != c.shown {
			t.Errorf("%q\n got %q\nwant %q", c.quote, got, c.shown)
		}
	}
}
