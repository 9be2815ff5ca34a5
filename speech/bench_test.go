package speech

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// inputs are texts of n bytes that a search could grow quadratic on.
var inputs = []struct {
	name string
	make func(n int) string
}{
	{"one mark", func(n int) string {
		return "“" + strings.Repeat("The dam stands in the valley and will stand. ", n/45)
	}},
	{"marks only", func(n int) string { return strings.Repeat("“", n/3) }},
	{"straight marks", func(n int) string { return strings.Repeat("\" ", n/2) }},
	{"single marks", func(n int) string { return strings.Repeat(" 'a", n/3) }},
	{"one sentence", func(n int) string { return "She " + strings.Repeat("said it was “so” and ", n/24) }},
	{"cues", func(n int) string { return strings.Repeat("said, ", n/6) }},
	{"open in every paragraph", func(n int) string { return strings.Repeat("“The dam stands in the valley\n\n", n/33) }},
	{"quotes", func(n int) string {
		return strings.Repeat("“We will build the dam in the valley,” Minister Ada Lund said on Friday. She said that it would hold.\n\n", n/107)
	}},
	{"many people", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "“We will build it,” said Minister %c%c%ca Lund, and the minister smiled. He added that it was late.\n\n", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		}
		return b.String()
	}},
	{"same label", func(n int) string { return strings.Repeat("ADA LUND: The dam stands in the valley.\n\n", n/42) }},
	{"labels", func(n int) string {
		return strings.Repeat("ADA LUND: The dam stands in the valley.\n\nMR. HOLT: It will not stand for long.\n\n", n/82)
	}},
	{"no label", func(n int) string {
		return strings.Repeat("The dam stands in the valley and will stand. So it is: a dam.\n\n", n/64)
	}},
	{"colons", func(n int) string { return strings.Repeat("A: ", n/3) }},
	{"announcements", func(n int) string {
		return strings.Repeat("I will now read out a message from Jan Holt.\n\nThe dam stands.\n\n", n/63)
	}},
	{"capitals", func(n int) string { return strings.Repeat("Lund ", n/5) }},
}

func BenchmarkQuotes(b *testing.B) { grow(b, func(d *text.Document) { Quotes(d) }) }

func BenchmarkTurns(b *testing.B) { grow(b, func(d *text.Document) { Turns(d) }) }

// grow runs f on inputs of two sizes: the time must grow tenfold, not more.
func grow(b *testing.B, f func(*text.Document)) {
	for _, in := range inputs {
		for _, n := range []int{1e5, 1e6} {
			src := in.make(n)
			d := normalize.Text("x", []byte(src))
			b.Run(fmt.Sprintf("%s/%.0e", in.name, float64(n)), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					f(d)
				}
			})
		}
	}
}

func BenchmarkTenMegabytes(b *testing.B) {
	d := normalize.Text("x", []byte(inputs[10].make(1e7)))
	b.SetBytes(1e7)
	for b.Loop() {
		Turns(d)
	}
}
