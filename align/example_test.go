package align_test

import (
	"fmt"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A run of words is looked for in two transcripts.
func Example() {
	speech := normalize.Text("speech.txt", []byte("The sea is calm today. We will keep the seven lighthouses open."))
	other := normalize.Text("other.txt", []byte("The herring is silver and swims in large schools."))
	ix := align.NewIndex(other, speech)

	quote := normalize.Text("quote", []byte("keep the seven lighthouses open"))
	q := align.Query{Document: quote, Spans: []text.Span{{Start: 0, End: len(quote.Text)}}}
	for _, m := range ix.Find(q) {
		if m.Accepted {
			d := []*text.Document{other, speech}[m.Transcript]
			fmt.Printf("%s: %s\n", d.Name, d.Kept(m.Spans[0]))
		}
	}
	// Output:
	// speech.txt: keep the seven lighthouses open
}
