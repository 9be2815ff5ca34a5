package align

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// speeches are the project's own transcripts.
func speeches(t testing.TB) []*text.Document {
	names, err := filepath.Glob("../testdata/speeches/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no speeches in testdata", err)
	}
	var docs []*text.Document
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, normalize.Text(filepath.Base(n), b))
	}
	return docs
}

// run draws a run of n words of a document.
func run(rnd *rand.Rand, d *text.Document, n int) text.Range {
	start := rnd.IntN(len(d.Words) - n)
	return text.Range{Start: start, End: start + n}
}

// place renders where a match is.
func where(m Match) string { return fmt.Sprint(m.Transcript, m.Spans) }

// cuts reports whether a run begins or ends inside a number of several words.
func cuts(ix *Index, doc int, r text.Range) bool {
	for t := ix.starts[doc]; t < ix.starts[doc+1]; t++ {
		w := ix.wordsOf(t)
		if w.Start < r.Start && w.End > r.Start || w.Start < r.End && w.End > r.End {
			return true
		}
	}
	return false
}

// TestRunsStandAtTheirOwnPlace: any run of five words or more that cuts no number is
// found where it is, to the word.
func TestRunsStandAtTheirOwnPlace(t *testing.T) {
	docs := speeches(t)
	ix := NewIndex(docs...)
	rnd := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		n := rnd.IntN(len(docs))
		r := run(rnd, docs[n], 5+rnd.IntN(20))
		if cuts(ix, n, r) {
			continue
		}
		s := docs[n].SpanOf(r)
		want := where(Match{Transcript: n, Spans: []text.Span{s}})
		q := ask(docs[n].Kept(s))
		found := ix.Find(q)
		if !slices.ContainsFunc(found, func(m Match) bool { return where(m) == want && m.Exact }) {
			t.Errorf("%q is not found at %s but at %v", docs[n].Kept(s), want, found)
		}
	}
}

// TestAddingTranscriptsMovesNothing: an exact match that was accepted stays
// where it is when transcripts without the quote come before and after.
func TestAddingTranscriptsMovesNothing(t *testing.T) {
	docs := speeches(t)
	rnd := rand.New(rand.NewPCG(2, 2))
	ix := NewIndex(docs[0])
	more := NewIndex(append(docs[1:len(docs):len(docs)], docs[0], shuffled(rnd, docs))...)
	at := len(docs) - 1
	for range 300 {
		words := strings.Fields(docs[0].Kept(docs[0].SpanOf(run(rnd, docs[0], 8+rnd.IntN(30)))))
		for i := range words {
			if rnd.IntN(6) == 0 {
				words[i] = docs[1].Word(rnd.IntN(len(docs[1].Words)))
			}
		}
		q := ask(strings.Join(words, " "))
		found := ix.Find(q)
		if len(found) == 0 || !found[0].Accepted || !found[0].Exact {
			continue
		}
		want := where(Match{Transcript: at, Spans: found[0].Spans})
		if got := more.Find(q); len(got) == 0 || where(got[0]) != want {
			t.Errorf("%q moved from %s to %v", q.Document.Text, want, got)
		}
	}
}

// shuffled is a transcript of the words of all, in no order.
func shuffled(rnd *rand.Rand, docs []*text.Document) *text.Document {
	var words []string
	for _, d := range docs {
		words = append(words, strings.Fields(d.Text)...)
	}
	rnd.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return normalize.Text("shuffled", []byte(strings.Join(words, " ")))
}

// FuzzFind: whatever the texts, spans and pairs are within them.
func FuzzFind(f *testing.F) {
	f.Add(debate, "the council gave us a committee")
	f.Add("ten ten ten per cent and and one hundred and", "a hundred and ten per cent \xff\x00")
	f.Add("\xf0\x9f\x8c\x8d’’’ don’t d'accord l'État", "DON'T ‘ L’ETAT …")
	f.Fuzz(func(t *testing.T, transcript, quote string) {
		d := normalize.Text("a", []byte(transcript))
		q := ask(quote)
		for _, m := range NewIndex(d, d).Find(q) {
			for _, s := range m.Spans {
				if s.Start < 0 || s.End > len(d.Text) || s.Start > s.End || !utf8.ValidString(d.Read(s)) {
					t.Fatalf("span %v of %d bytes", s, len(d.Text))
				}
			}
			for _, p := range m.Pairs {
				if p.Quote < 0 || p.Quote >= len(q.Document.Words) || p.Source < 0 || p.Source >= len(d.Words) {
					t.Fatalf("pair %v of %d and %d words", p, len(q.Document.Words), len(d.Words))
				}
			}
			if m.Score < 0 || m.Score > 1 {
				t.Fatalf("score %v", m.Score)
			}
		}
	})
}
