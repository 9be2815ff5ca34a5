package html

import (
	"fmt"
	"strings"
	"testing"
)

// TestLongRecord: a record of some hours stays whole, however far down its words stand
// and however many names and days stand before them.
func TestLongRecord(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>Session of the Orrin Club</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/search">Search</a></nav>
<main><article><h1>Session of the Orrin Club</h1><div class="text">`)
	const turns = 400
	for i := range turns {
		fmt.Fprintf(&b, "<p>%s: On %d March 2019 we met the mayors of Harl, and I told them, "+
			"as I tell you today, that bridge %d will be built before the winter comes.</p>\n",
			[]string{"Ada Lund", "Tobias Renn", "Jo Ortega"}[i%3], i%28+1, i)
		fmt.Fprintf(&b, "<p>Thank you, that was answer %d to a question that many of us have. (Laughter)</p>\n", i)
	}
	b.WriteString(`</div></article></main><footer><p>Terms of use</p></footer></body></html>`)
	p, err := Read("record.html", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	kept := ""
	for _, piece := range p.Pieces {
		if piece.Kept {
			kept += p.Text[piece.Span.Start:piece.Span.End] + "\n"
		}
	}
	for i := range turns {
		if !strings.Contains(kept, fmt.Sprintf("bridge %d will be built", i)) ||
			!strings.Contains(kept, fmt.Sprintf("answer %d to a question", i)) {
			t.Fatalf("turn %d of %d is lost", i, turns)
		}
	}
}
