package eval

import (
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// versions measures the comparison of two versions of a text on two translations of
// the same news: sentences are to be tied to those of their own line, also where the
// lines of one version stand in another order, and no sentences of two documents
// that have nothing to do with each other. Sets without bounds of documents are cut
// into texts of forty lines.
func versions(dir string, misses func(string, ...any)) ([]Figure, error) {
	var out []Figure
	for _, name := range []string{"ru", "cs", "de"} {
		docs, err := twoVersions(dir, name)
		if err != nil {
			return nil, err
		}
		var inOrder, turned, foreign ties
		for i, d := range docs {
			inOrder.compare(d.A, d.B, identity(len(d.A)), misses)
			if i%4 == 0 {
				order := turnedRound(len(d.B), uint64(i))
				turned.compare(d.A, reordered(d.B, order), order, misses)
			}
			if other := docs[(i+len(docs)/2)%len(docs)]; i%4 == 0 {
				foreign.compare(d.A, other.B, nil, misses)
			}
		}
		out = append(out, inOrder.figures("versions."+name)...)
		out = append(out, turned.figures("versions."+name+".turned")...)
		out = append(out, Figure{
			"versions." + name + ".foreign", share(foreign.tied, foreign.sentences), foreign.sentences,
			"sentences tied to one of another document",
		})
	}
	return out, nil
}

// twoVersions are texts in two translations, line by line.
func twoVersions(dir, name string) (out []pairsOf, err error) {
	docs, err := records[pairsOf](dir, "corpus/translations/"+name+"-en.jsonl")
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		for lo := 0; lo < len(d.A); lo += 40 {
			hi := min(len(d.A), lo+40)
			out = append(out, pairsOf{A: d.A[lo:hi], B: d.B[lo:hi]})
		}
	}
	return out, nil
}

func identity(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// turnedRound is an order in which two stretches of lines have changed places.
func turnedRound(n int, seed uint64) []int {
	rnd := rand.New(rand.NewPCG(seed, 1))
	cut := rnd.IntN(n + 1)
	return append(identity(n)[cut:], identity(n)[:cut]...)
}

func reordered(lines []string, order []int) []string {
	out := make([]string, len(lines))
	for i, n := range order {
		out[i] = lines[n]
	}
	return out
}

// Ties counts the ties of sentences.
type ties struct{ tied, right, sentences, found int }

// compare compares two versions of which line i of the new one is line order[i] of
// the old one.
func (t *ties) compare(old, new []string, order []int, misses func(string, ...any)) {
	a := normalize.Text("old", []byte(strings.Join(old, "\n\n")))
	b := normalize.Text("new", []byte(strings.Join(new, "\n\n")))
	oldLine, newLine := linesOf(a, old), linesOf(b, new)
	found := map[int]bool{}
	for _, p := range provenance.Compare(a, b, provenance.Options{}).Passages {
		if len(p.Old) == 0 || len(p.New) == 0 {
			if len(p.New) > 0 && order != nil {
				misses("not tied: %s", b.Kept(p.New[0]))
			}
			continue
		}
		for _, n := range p.New {
			for _, o := range p.Old {
				t.tied++
				was, is := oldLine(o), newLine(n)
				if order != nil && is >= 0 && order[is] == was {
					t.right++
					found[n.Start] = true
				} else {
					misses("wrongly tied: %s\n      %s", b.Kept(n), a.Kept(o))
				}
			}
		}
	}
	t.sentences += len(b.Sentences)
	t.found += len(found)
}

// linesOf tells the line that a span of a document stands in.
func linesOf(d *text.Document, lines []string) func(text.Span) int {
	var starts []int
	at := 0
	for _, l := range lines {
		if i := strings.Index(d.Text[at:], l); i >= 0 {
			at += i
		}
		starts = append(starts, at)
	}
	return func(s text.Span) int {
		i, has := slices.BinarySearch(starts, s.Start)
		if has {
			return i
		}
		return i - 1
	}
}

func (t *ties) figures(name string) []Figure {
	return []Figure{
		{name + ".precision", share(t.right, t.tied), t.tied, "ties of sentences that are of one line"},
		{name + ".recall", share(t.found, t.sentences), t.sentences, "sentences tied to one of their line"},
	}
}
