package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// running are the running words that archives are drawn from: of the labelled
// data beside the module, or else of the project's own speeches.
var running = sync.OnceValue(func() []string {
	var out []string
	for _, name := range []string{"campaign/transcripts.jsonl", "quotes/news.jsonl"} {
		out = append(out, jsonTexts(filepath.Join("..", "..", "shared", "corpus", name))...)
	}
	if len(out) > 0 {
		return out
	}
	own, _ := filepath.Glob("../testdata/speeches/*.txt")
	for _, name := range own {
		b, _ := os.ReadFile(name)
		out = append(out, strings.Fields(string(b))...)
	}
	return out
})

func jsonTexts(name string) []string {
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	var out []string
	for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
		var x struct{ Text string }
		if d.Decode(&x) != nil {
			break
		}
		out = append(out, strings.Fields(x.Text)...)
	}
	return out
}

// archive is so many bytes of speeches of size bytes each: runs of real words
// that change over, every few words, to another place with the same word. Words
// and pairs of words are as frequent in it as in the texts.
func archive(total, size int) []string {
	words := running()
	at := map[string][]int32{}
	for i := range len(words) - 1 {
		at[words[i]] = append(at[words[i]], int32(i))
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	var out []string
	for n := 0; n < total; n += size {
		var b strings.Builder
		i := rnd.IntN(len(words) - 1)
		for b.Len() < size {
			b.WriteString(words[i])
			b.WriteByte(' ')
			if rnd.IntN(3) == 0 {
				i = int(at[words[i]][rnd.IntN(len(at[words[i]]))])
			}
			i = (i + 1) % (len(words) - 1)
		}
		out = append(out, b.String())
	}
	return out
}

// read makes documents of texts.
func read(texts []string) []*text.Document {
	docs := make([]*text.Document, len(texts))
	for i, s := range texts {
		docs[i] = normalize.Text(fmt.Sprint(i), []byte(s))
	}
	return docs
}

// A quote is 25 words of a document of which about one in six was changed.
type quote struct {
	text  string
	doc   int
	span  text.Span // of the document's text
	query align.Query
}

func quotes(docs []*text.Document, n int) []quote {
	rnd := rand.New(rand.NewPCG(3, 4))
	out := make([]quote, n)
	for i := range out {
		d := rnd.IntN(len(docs))
		doc := docs[d]
		a := rnd.IntN(len(doc.Words) - 25)
		s := doc.SpanOf(text.Range{Start: a, End: a + 25})
		q := normalize.Text("quote", []byte(edited(rnd, strings.Fields(doc.Read(s)))))
		out[i] = quote{q.Text, d, s, align.Query{Document: q, Spans: []text.Span{{Start: 0, End: len(q.Text)}}}}
	}
	return out
}

// edited changes words: of 100, 11 become another, 2 are dropped, 2 put in. The
// first and the last stay, so that both ends are known.
func edited(rnd *rand.Rand, quote []string) string {
	var out []string
	for i, w := range quote {
		other := running()[rnd.IntN(len(running()))]
		switch p := rnd.IntN(100); {
		case i == 0 || i == len(quote)-1 || p >= 15:
			out = append(out, w)
		case p < 11:
			out = append(out, other)
		case p < 13:
			out = append(out, w, other)
		}
	}
	return strings.Join(out, " ")
}

// sizes of archives: one speech of 60 kB, then of 6 kB each.
var sizes = []struct {
	name        string
	total, size int
}{{"60kB", 60 << 10, 60 << 10}, {"1MB", 1 << 20, 1 << 20}, {"64MB", 64 << 20, 6 << 10}}

func BenchmarkLocate(b *testing.B) {
	for _, s := range sizes {
		b.Run(s.name, func(b *testing.B) {
			texts := archive(s.total, s.size)
			docs := read(texts)
			qs := quotes(docs, 200)
			b.Run("quoteprov", func(b *testing.B) { locate(b, align.NewIndex(docs...), qs) })
			for _, r := range rivals {
				b.Run(r.name, func(b *testing.B) { r.run(b, texts, docs, qs) })
			}
		})
	}
}

// A rival runs the same quotes and reports the share that it places right.
type rival struct {
	name string
	run  func(b *testing.B, texts []string, docs []*text.Document, qs []quote)
}

var rivals []rival

func locate(b *testing.B, ix *align.Index, qs []quote) {
	var starts, ends, right int
	from := processor()
	for b.Loop() {
		starts, ends, right = 0, 0, 0
		for _, q := range qs {
			found := ix.Find(q.query)
			if len(found) == 0 {
				continue
			}
			m := found[0]
			if m.Transcript != q.doc {
				continue
			}
			if m.Spans[0].Start == q.span.Start {
				starts++
			}
			if m.Spans[len(m.Spans)-1].End == q.span.End {
				ends++
			}
			right++
		}
	}
	report(b, from, len(qs), starts, ends, right)
}

// processor is the processor time used so far, which other work on the machine does
// not lengthen as it does the time of day.
func processor() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// report gives the processor time a quote since from, and how often place and ends were right.
func report(b *testing.B, from time.Duration, n, starts, ends, right int) {
	b.ReportMetric(float64((processor()-from).Microseconds())/float64(b.N*n), "µs/quote")
	b.ReportMetric(float64(right)/float64(n), "right")
	b.ReportMetric(float64(starts)/float64(n), "starts")
	b.ReportMetric(float64(ends)/float64(n), "ends")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkBuild builds the index of a growing archive.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{1 << 20, 8 << 20, 64 << 20} {
		docs := read(archive(n, 6<<10))
		b.Run(fmt.Sprintf("%dMB", n>>20), func(b *testing.B) {
			b.SetBytes(int64(n))
			for b.Loop() {
				align.NewIndex(docs...)
			}
		})
	}
}
