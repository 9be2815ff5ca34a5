package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestPitches: what a publisher says to its reader goes; an article that tells of the
// same thing keeps its sentence.
func TestPitches(t *testing.T) {
	article := ""
	for i := range 6 {
		article += fmt.Sprintf("<p>The minister of ports said in the house that the harbour of Harl"+
			" will be repaired before winter number %d, and that the town need not pay for it.</p>", i)
	}
	for _, c := range []struct {
		said string
		kept bool
	}{
		{"The council voted to support local journalism with a fund, officials announced on Monday.", true},
		{"Get in touch with our office in Harl if you lost your home, the mayor told residents.", true},
		{"The bank will earn a commission on every loan that it sells in the valley.", true},
		{"Holt could become a member today if the vote goes his way in the house.", true},
		{"The trust principles of the fund were agreed in 1941 by the members.", true},
		{"Already a subscriber? Sign in to continue reading our stories.", false},
		{"Got a story? Send us a tip and we will look into it.", false},
		{"This video has failed to load.", false},
		{"We may earn a commission if you buy through our links.", false},
	} {
		src := "<!DOCTYPE html><title>Harbour to be repaired</title><main><article>" +
			"<h1>Harbour to be repaired</h1>" + article + "<p>" + c.said + "</p>" + article +
			"</article></main>"
		p, err := Read("page.html", []byte(src))
		if err != nil {
			t.Fatal(err)
		}
		kept := false
		for _, piece := range p.Pieces {
			kept = kept || piece.Kept && strings.Contains(p.Text[piece.Span.Start:piece.Span.End], c.said)
		}
		if kept != c.kept {
			t.Errorf("%q: kept %v", c.said, kept)
		}
	}
}
