package provenance

import (
	"fmt"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// Acronyms are told in the order they stand in, on every run.
func TestAcronymsInOrder(t *testing.T) {
	d := normalize.Text("t.txt", []byte("VU VU VU VU VU VU"))
	long := []fact{{value: "varland"}, {value: "union"}}
	for range 20 {
		p := &pairing{}
		var short []fact
		for w := range d.Words {
			p.q = append(p.q, atom{word: w})
			short = append(short, fact{value: "vu"})
			short[w].at.Start, short[w].at.End = w, w+1
		}
		got := ""
		for _, a := range acronyms(d, p.q, short, long) {
			got += fmt.Sprint(a.short.Start)
		}
		if got != "012345" {
			t.Fatalf("told in the order %s", got)
		}
	}
}
