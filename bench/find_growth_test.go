package bench

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// BenchmarkFindGrowth finds out with what power of its size the cost of a thing
// grows: 1 is linear, 2 quadratic. The exponent is that of the last step.
func BenchmarkFindGrowth(b *testing.B) {
	b.Run("archive/edited", func(b *testing.B) { growth(b, archiveSizes, inArchive(edited)) })
	b.Run("archive/absent", func(b *testing.B) { growth(b, archiveSizes, inArchive(scrambled)) })
	b.Run("quote/verbatim", func(b *testing.B) { growth(b, quoteLengths, longQuote(verbatim)) })
	b.Run("quote/edited", func(b *testing.B) { growth(b, quoteLengths, longQuote(edited)) })
	b.Run("quote/absent", func(b *testing.B) { growth(b, quoteLengths, longQuote(scrambled)) })
	b.Run("repeated", func(b *testing.B) { growth(b, repetitions, repeated) })
}

var (
	archiveSizes = []int{1 << 20, 4 << 20, 16 << 20} // bytes
	quoteLengths = []int{100, 400, 1600, 6400}       // words
	repetitions  = []int{1000, 10_000, 100_000}
)

// growth runs what setup makes of each size and reports its processor time and
// the exponent.
func growth(b *testing.B, sizes []int, setup func(n int) func()) {
	var before time.Duration
	for i, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			do := setup(n)
			do()
			from := processor()
			for b.Loop() {
				do()
			}
			each := (processor() - from) / time.Duration(b.N)
			b.ReportMetric(float64(each.Microseconds()), "cpu-µs")
			b.ReportMetric(0, "ns/op")
			if i > 0 && before > 0 && each > 0 {
				b.ReportMetric(math.Log(float64(each)/float64(before))/math.Log(float64(n)/float64(sizes[i-1])), "exponent")
			}
			before = each
		})
	}
}

func verbatim(_ *rand.Rand, words []string) string { return strings.Join(words, " ") }

// scrambled is the words in another order, which stand nowhere.
func scrambled(rnd *rand.Rand, words []string) string {
	rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return strings.Join(words, " ")
}

func queryOf(s string) align.Query {
	q := normalize.Text("quote", []byte(s))
	return align.Query{Document: q, Spans: []text.Span{{Start: 0, End: len(q.Text)}}}
}

// inArchive looks for 100 quotes of 25 words, changed by change.
func inArchive(change func(*rand.Rand, []string) string) func(n int) func() {
	return func(n int) func() {
		docs := read(archive(n, 6<<10))
		ix := align.NewIndex(docs...)
		rnd := rand.New(rand.NewPCG(5, 6))
		var qs []align.Query
		for range 100 {
			d := docs[rnd.IntN(len(docs))]
			start := rnd.IntN(len(d.Words) - 25)
			qs = append(qs, queryOf(change(rnd, strings.Fields(d.Read(d.SpanOf(text.Range{Start: start, End: start + 25}))))))
		}
		return func() {
			for _, q := range qs {
				ix.Find(q)
			}
		}
	}
}

// longQuote looks for one quote of n words in a speech of 1 MB.
func longQuote(change func(*rand.Rand, []string) string) func(n int) func() {
	return func(n int) func() {
		docs := read(archive(1<<20, 1<<20))
		ix := align.NewIndex(docs...)
		words := strings.Fields(docs[0].Read(docs[0].SpanOf(text.Range{Start: 1000, End: 1000 + n})))
		q := queryOf(change(rand.New(rand.NewPCG(7, 8)), words))
		return func() { ix.Find(q) }
	}
}

// repeated looks for a sentence that the transcript says n times.
func repeated(n int) func() {
	ix := align.NewIndex(normalize.Text("a", []byte(strings.Repeat("The council gave us a committee and a letter. ", n))))
	q := queryOf("The council gave us a committee and a letter.")
	return func() { ix.Find(q) }
}
