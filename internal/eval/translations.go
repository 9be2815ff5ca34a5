package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Two independent translations of the same news stand in for a speech and the
// report of it: the lines of the one are the transcript, the lines of the
// other the quotes. Line i of the one came from line i of the other, so the
// right place of every quote is known.
//
// Every quote is looked for in the whole pool of a set (one to two thousand
// sentences) and in its neighbourhood of sixty lines, which is what one report
// and one speech look like. And it is looked for in both once more where its
// line is not in the transcript, nor whatever nearly repeats it: then every
// answer is wrong, and saying nothing is right.

// byPeople are the sets of which both translations are by people, languages all, by the
// language that they were made from. Of the others one is by a machine, which keeps
// closer to the words.
var (
	byPeople  = []string{"cs", "de", "ru"}
	languages = append(slices.Clone(byPeople), "zh", "ja", "is", "ha")
)

// A pool is the lines of one set.
type pool struct {
	name string
	a, b []string
	like [][]int // the lines of a that nearly repeat line i, i among them
}

func readPool(dir, name string) (*pool, error) {
	f, err := os.Open(filepath.Join(dir, "corpus", "translations", name+"-en.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	p := &pool{name: name}
	sc := bufio.NewScanner(f)
	for sc.Buffer(nil, 1<<24); sc.Scan(); {
		var row struct{ A, B []string }
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name(), err)
		}
		p.a, p.b = append(p.a, row.A...), append(p.b, row.B...)
	}
	p.like = nearRepeats(p.a)
	return p, sc.Err()
}

// nearRepeats lists for every line those that share half of their words with
// it, itself included. Words are taken by their first five letters, lest an
// ending tell two reports of one event apart.
func nearRepeats(lines []string) [][]int {
	with := map[string][]int{} // the lines that have a word
	size := make([]int, len(lines))
	words := make([][]string, len(lines))
	for i, l := range lines {
		for _, w := range strings.Fields(strings.ToLower(l)) {
			if w = w[:min(5, len(w))]; !slices.Contains(words[i], w) {
				words[i] = append(words[i], w)
				with[w] = append(with[w], i)
			}
		}
		size[i] = len(words[i])
	}
	like := make([][]int, len(lines))
	shared := make([]int, len(lines))
	for i := range lines {
		clear(shared)
		for _, w := range words[i] {
			for _, j := range with[w] {
				shared[j]++
			}
		}
		for j, n := range shared {
			if i == j || 2*n >= size[i]+size[j]-n {
				like[i] = append(like[i], j)
			}
		}
	}
	return like
}

// A cut says which part of a line is quoted.
type cut string

// The cuts: a line, one of its halves by number of words, a clause between
// commas and the like, a line and the next one, a line that is two sentences in
// the transcript; and what is quoted from elsewhere. None has less than six words.
const (
	wholeLine cut = "whole"
	halfLine  cut = "half"
	clauseCut cut = "clause"
	twoLines  cut = "two"
	split     cut = "split"
	foreign   cut = "foreign"
)

const shortest = 6 // words

// cuts lists the quotes to be made of a line.
func cuts(line string, c cut) []string {
	var parts []string
	w := strings.Fields(line)
	switch c {
	case wholeLine:
		parts = []string{line}
	case halfLine:
		parts = []string{strings.Join(w[:len(w)/2], " "), strings.Join(w[len(w)/2:], " ")}
	case clauseCut:
		parts = clauses(w)
	}
	out := parts[:0]
	for _, p := range parts {
		if n := len(strings.Fields(p)); n >= shortest && (c == wholeLine || n < len(w)) {
			out = append(out, p)
		}
	}
	return out
}

// clauses cuts a line after a word that ends in a mark, and before a
// conjunction or relative pronoun.
func clauses(w []string) []string {
	var out []string
	from := 0
	for i := range w {
		ends := strings.ContainsAny(w[i][len(w[i])-1:], ",;:") || i == len(w)-1
		begins := i+1 < len(w) && strings.Contains(" and but that which who because while when where although ", " "+w[i+1]+" ")
		if (ends || begins) && i+1-from >= shortest || i == len(w)-1 {
			out = append(out, strings.Join(w[from:i+1], " "))
			from = i + 1
		}
	}
	return out
}

// A transcript of lines, each a block, that remembers which line a byte is of.
type transcript struct {
	doc   *text.Document
	lines []text.Range // of the pool; Start is the line, End the byte after it in the text
}

func transcriptOf(name string, lines []string, keep func(int) bool) *transcript {
	t := &transcript{}
	var b strings.Builder
	for i, l := range lines {
		if keep(i) {
			b.WriteString(strings.TrimSpace(l))
			b.WriteString("\n\n")
			t.lines = append(t.lines, text.Range{Start: i, End: b.Len()})
		}
	}
	t.doc = normalize.Text(name, []byte(b.String()))
	return t
}

// holds reports whether most of what m matches stands in one of the lines.
func (t *transcript) holds(m align.Match, lines []int) bool {
	in, all := 0, 0
	for _, s := range m.Spans {
		from := 0
		for _, l := range t.lines {
			if o := s.Overlap(text.Span{Start: from, End: l.End}); o > 0 {
				all += o
				for _, want := range lines {
					if want == l.Start {
						in += o
					}
				}
			}
			from = l.End
		}
	}
	return in > 0 && 2*in >= all
}

// likeness is the F1 of the bytes that m matches and those of a line.
func (t *transcript) likeness(m align.Match, line int) float64 {
	from := 0
	for _, l := range t.lines {
		if l.Start == line {
			both, all := 0, l.End-len("\n\n")-from
			for _, s := range m.Spans {
				both += s.Overlap(text.Span{Start: from, End: l.End})
				all += s.Len()
			}
			return 2 * float64(both) / float64(all)
		}
		from = l.End
	}
	return 0
}

// quoteOf is a query for a quote of no report.
func quoteOf(s string) align.Query {
	d := normalize.Text("quote", []byte(s))
	return align.Query{Document: d, Spans: []text.Span{{Start: 0, End: len(d.Text)}}}
}
