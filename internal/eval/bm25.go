package eval

import (
	"math"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// The ranking that everybody has: Okapi BM25 over stems, a line a document, with the
// usual k1 = 1.2 and b = .75 (Robertson and Zaragoza 2009). What the search through
// other words cannot do better than that it need not do.
type bm25 struct {
	lines []int            // of the pool
	has   map[string][]tfs // by stem
	words []float64        // by line: how many
	mean  float64
}

// A tfs is how often a line has a stem.
type tfs struct {
	line int // of bm25.lines
	n    float64
}

func newBM25(lines []string, keep func(int) bool) *bm25 {
	x := &bm25{has: map[string][]tfs{}}
	for i, l := range lines {
		if !keep(i) {
			continue
		}
		k := len(x.lines)
		x.lines = append(x.lines, i)
		words := stemsOf(l)
		x.words = append(x.words, float64(len(words)))
		x.mean += float64(len(words))
		for _, w := range words {
			if list := x.has[w]; len(list) > 0 && list[len(list)-1].line == k {
				list[len(list)-1].n++
			} else {
				x.has[w] = append(list, tfs{k, 1})
			}
		}
	}
	x.mean /= float64(max(1, len(x.lines)))
	return x
}

// first is the line that ranks first, -1 where none shares a word with the quote; of
// equals the first.
func (x *bm25) first(quote string) int {
	const k1, b = 1.2, .75
	scores := make([]float64, len(x.lines))
	for _, w := range stemsOf(quote) {
		list := x.has[w]
		n := float64(len(list))
		idf := math.Log(1 + (float64(len(x.lines))-n+.5)/(n+.5))
		for _, t := range list {
			scores[t.line] += idf * t.n * (k1 + 1) / (t.n + k1*(1-b+b*x.words[t.line]/x.mean))
		}
	}
	best := -1
	for i, v := range scores {
		if v > 0 && (best < 0 || v > scores[best]) {
			best = i
		}
	}
	if best < 0 {
		return best
	}
	return x.lines[best]
}

// stemsOf are the stems of a text's runs of letters and digits.
func stemsOf(s string) []string {
	mark := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	words := strings.FieldsFunc(strings.ToLower(s), mark)
	for i, w := range words {
		words[i] = lexicon.Stem(w)
	}
	return words
}
