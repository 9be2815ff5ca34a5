package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// BenchmarkRetold looks for quotes of one translation in the sentences of
// another, among 1,000 and among 100,000 of them, and for quotes of growing
// length, whose cost is to grow no faster.
func BenchmarkRetold(b *testing.B) {
	a, quotes := translations(b)
	for _, n := range []int{1_000, 100_000} {
		lines := a[:min(n, len(a))]
		if n > len(a) {
			texts := archive((n-len(a))*150, 6<<10)
			for _, s := range texts {
				lines = append(lines, strings.ReplaceAll(s, ". ", ".\n\n"))
			}
		}
		ix := align.NewIndex(normalize.Text("speeches", []byte(strings.Join(lines, "\n\n"))))
		b.Run(fmt.Sprintf("sentences=%d", n), func(b *testing.B) { retold(b, ix, quotes[:200]) })
		if n > 1_000 {
			continue
		}
		for _, k := range []int{1, 4, 16, 64} {
			var long []string
			for i := 0; i+k <= 200; i += k {
				long = append(long, strings.Join(quotes[i:i+k], " "))
			}
			b.Run(fmt.Sprintf("lines=%d", k), func(b *testing.B) { retold(b, ix, long) })
		}
	}
}

// translations are the lines of the labelled translations beside the module.
func translations(b *testing.B) (a, q []string) {
	for _, name := range []string{"ru", "ja", "zh", "is", "ha"} {
		f, err := os.Open(filepath.Join("..", "..", "shared", "corpus", "translations", name+"-en.jsonl"))
		if err != nil {
			b.Skip("no ../shared beside the module: no translations to look for")
		}
		defer f.Close()
		for d := json.NewDecoder(f); d.More(); {
			var x struct{ A, B []string }
			if d.Decode(&x) != nil {
				break
			}
			a, q = append(a, x.A...), append(q, x.B...)
		}
	}
	return a, q
}

func retold(b *testing.B, ix *align.Index, quotes []string) {
	var queries []align.Query
	for _, s := range quotes {
		d := normalize.Text("quote", []byte(s))
		queries = append(queries, align.Query{Document: d, Spans: []text.Span{{Start: 0, End: len(d.Text)}}})
	}
	ix.Find(queries[0]) // tables are read at the first call
	from, n := processor(), 0
	for b.Loop() {
		ix.Find(queries[n%len(queries)])
		n++
	}
	b.ReportMetric(float64((processor()-from).Microseconds())/float64(n), "µs/quote")
}
