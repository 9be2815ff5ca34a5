package align

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// BenchmarkSize tells what documents and their index take in memory, and each part of
// the index, in bytes for a byte of text: of the campaign speeches beside the module,
// or else of the project's own, which are so few that words weigh the most.
func BenchmarkSize(b *testing.B) {
	for b.Loop() {
		texts := measured(b)
		n, before := 0, heap()
		var docs []*text.Document
		for _, t := range texts {
			docs = append(docs, normalize.Text("speech", t))
			n += len(t)
		}
		tell := func(bytes int, part string) { b.ReportMetric(float64(bytes)/float64(n), part+"-B/B") }
		tell(heap()-before, "documents")
		NewIndex(docs...) // reads the tables
		before = heap()
		ix := NewIndex(docs...)
		tell(heap()-before, "index")
		tell(len(ix.tokens.data)+8*len(ix.points)+8*len(ix.capitals), "tokens")
		tell(len(ix.postings.data)+4*len(ix.first), "postings")
		tell(len(ix.listing.data)+4*len(ix.listing.first), "listing")
		tell(len(ix.rare.stems.data)+2*len(ix.rare.values), "rarity")
		tell(4*(len(ix.sentences)+len(ix.pages)+len(ix.norms)+len(ix.weights)), "sentences")
		before = heap()
		v := lexicon.NewVocabulary(ix.tokens.len())
		for _, d := range docs {
			v.Terms(nil, d, text.Range{End: len(d.Words)})
		}
		v.Fit()
		tell(heap()-before, "vocabulary")
		runtime.KeepAlive(ix)
		runtime.KeepAlive(v)
		runtime.KeepAlive(texts)
	}
}

// heap is what is in use.
func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// measured are the texts that are measured.
func measured(b *testing.B) (out [][]byte) {
	if f, err := os.Open("../../shared/corpus/campaign/transcripts.jsonl"); err == nil {
		defer f.Close()
		for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
			var x struct{ Text string }
			if err := d.Decode(&x); err != nil {
				b.Fatal(err)
			}
			out = append(out, []byte(x.Text))
		}
		return out
	}
	names, _ := filepath.Glob("../testdata/speeches/*.txt")
	for _, name := range names {
		t, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, t)
	}
	return out
}
