package eval

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// wordPairs measures which words of two translations of one sentence are tied, against
// the pairs that readers tied: of the pairs found the share that is sure or possible,
// of the sure ones the share that is found. Marks are no words and take no part.
func wordPairs(dir string, misses func(string, ...any)) ([]Figure, error) {
	var out []Figure
	for _, part := range []string{"train", "dev"} {
		f, err := os.Open(filepath.Join(dir, "corpus/words/mtref-"+part+".tsv"))
		if err != nil {
			return nil, err
		}
		var t pairTally
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if err := t.line(strings.Split(lines.Text(), "\t"), misses); err != nil {
				f.Close()
				return nil, err
			}
		}
		f.Close()
		if err := lines.Err(); err != nil {
			return nil, err
		}
		p, r := share(t.allowed, t.found), share(t.sure, t.allSure)
		out = append(out,
			Figure{"words." + part + ".precision", p, t.found, "pairs of words found that readers tied, surely or possibly"},
			Figure{"words." + part + ".recall", r, t.allSure, "pairs that they tied surely and that are found"},
			Figure{"words." + part + ".f1", 2 * p * r / max(p+r, 1e-9), t.sentences, "of both"},
		)
	}
	return out, nil
}

// A pairTally counts pairs.
type pairTally struct{ found, allowed, sure, allSure, sentences int }

// line adds one pair of sentences: columns 1 and 3, the sure pairs in 7, the possible
// ones in 8, as word of the first - word of the second.
func (t *pairTally) line(columns []string, misses func(string, ...any)) error {
	if len(columns) < 9 {
		return fmt.Errorf("a line of %d columns", len(columns))
	}
	a, b := tokensOf(columns[1]), tokensOf(columns[3])
	sure, possible := pairsIn(columns[7]), pairsIn(columns[8])
	got := tiedWords(a, b)
	t.sentences++
	for p := range sure {
		if a.isWord(p[0]) && b.isWord(p[1]) {
			t.allSure++
			if got[p] {
				t.sure++
			}
		}
	}
	for p := range got {
		t.found++
		if sure[p] || possible[p] {
			t.allowed++
		} else {
			misses("%s / %s", a.words[p[0]], b.words[p[1]])
		}
	}
	return nil
}

func pairsIn(column string) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, f := range strings.Fields(column) {
		var p [2]int
		if _, err := fmt.Sscanf(f, "%d-%d", &p[0], &p[1]); err == nil {
			out[p] = true
		}
	}
	return out
}

// A tokenized is a sentence whose words are parted by spaces, and its document.
type tokenized struct {
	words []string
	doc   *text.Document
	of    []int // the token of each word of the document
	has   map[int]bool
}

func (t *tokenized) isWord(i int) bool { return t.has[i] }

func tokensOf(s string) *tokenized {
	t := &tokenized{words: strings.Fields(s), has: map[int]bool{}}
	line := strings.Join(t.words, " ")
	t.doc = normalize.Text("sentence", []byte(line))
	for _, w := range t.doc.Words {
		n := strings.Count(line[:min(int(w.Start), len(line))], " ")
		t.of, t.has[n] = append(t.of, n), true
	}
	return t
}

// tiedWords are the tokens that the pairing of package provenance ties, the first
// sentence being the transcript.
func tiedWords(a, b *tokenized) map[[2]int]bool {
	span := text.Span{End: len(b.doc.Text)}
	m := align.Match{Spans: []text.Span{{End: len(a.doc.Text)}}}
	ix := align.NewIndex(a.doc)
	if found := ix.Find(align.Query{Document: b.doc, Spans: []text.Span{span}}); len(found) > 0 {
		m.Pairs = found[0].Pairs
	}
	p := pairing.Tie(b.doc, []text.Span{span}, &pairing.Concordance{Doc: a.doc}, ix.Words(), m)
	out := map[[2]int]bool{}
	for i, q := range p.Q.Tokens {
		for _, mate := range p.Q.Mates[i] {
			out[[2]int{a.of[p.S.Tokens[mate.At].Word], b.of[q.Word]}] = true
		}
	}
	return out
}
