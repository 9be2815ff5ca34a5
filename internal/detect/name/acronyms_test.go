package name

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

func tokensOf(words string) (out []reading.Token) {
	for i, w := range strings.Fields(words) {
		out = append(out, reading.Token{Word: i, Text: strings.ToLower(w), Upper: w != strings.ToLower(w)})
	}
	return out
}

func sideOf(d *text.Document, tokens []reading.Token) *comparison.Side {
	return &comparison.Side{Side: &pairing.Side{Run: &reading.Run{Doc: d, Tokens: tokens}}}
}

// Acronyms are told in the order they stand in, on every run.
func TestAcronymsInOrder(t *testing.T) {
	const short = "VU VU VU VU VU VU"
	d := normalize.Text("t.txt", []byte(short))
	long := []reading.Fact{{Value: "varland", At: reading.One(0)}, {Value: "union", At: reading.One(1)}}
	for range 20 {
		var vus []reading.Fact
		for w := range d.Words {
			vus = append(vus, reading.Fact{Value: "vu", At: reading.One(w)})
		}
		got := ""
		for _, a := range acronyms(sideOf(d, tokensOf(short)), vus, sideOf(d, tokensOf("Varland Union")), long) {
			got += fmt.Sprint(a.short.Start)
		}
		if got != "012345" {
			t.Fatalf("told in the order %s", got)
		}
	}
}
