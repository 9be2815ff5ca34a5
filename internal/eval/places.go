package eval

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/text"
)

// Which words of the right line are shown as the place of a quote? Of a whole line it
// should be most of the line: less than half of its words is a place cut short. Of a
// half or a clause it should be the words that answer it, from the first to the last;
// which those are readers have told for pairs of sentences (MTRef), so the words shown
// are held to them, by F1.
func places(dir string, misses func(string, ...any)) ([]Figure, error) {
	short := Figure{Name: "translations.people.place.short"}
	for _, name := range byPeople {
		p, err := readPool(dir, name)
		if err != nil {
			return nil, err
		}
		for lo := 0; lo < len(p.a); lo += sixty {
			p.shortPlaces(lo, min(len(p.a), lo+sixty), &short, misses)
		}
	}
	short.Value /= float64(max(1, short.N))
	rows, err := readPairs(filepath.Join(dir, "corpus/words/mtref-dev.tsv"))
	if err != nil {
		return nil, err
	}
	half, clause := Figure{Name: "translations.half.place"}, Figure{Name: "translations.clause.place"}
	for some := range slices.Chunk(rows, sixty) {
		partPlaces(some, halfLine, &half, misses)
		partPlaces(some, clauseCut, &clause, misses)
	}
	half.Value /= float64(max(1, half.N))
	clause.Value /= float64(max(1, clause.N))
	return []Figure{short, half, clause}, nil
}

// shortPlaces counts in f every third of the lines lo to hi that is found, and in its
// value those of which less than half of the words is shown.
func (p *pool) shortPlaces(lo, hi int, f *Figure, misses func(string, ...any)) {
	t := transcriptOf(p.name, p.a, func(i int) bool { return lo <= i && i < hi })
	ix := align.NewIndex(t.doc)
	for i := lo; i < hi; i += 3 {
		list := ix.Find(quoteOf(p.b[i]))
		if words(p.b[i]) < shortest || len(list) == 0 || !t.holds(list[0], []int{i}) {
			continue
		}
		f.N++
		if 2*shownWords(t.doc, list[0]) < words(p.a[i]) {
			f.Value++
			misses("%s place %d: %s\n      %s\n      %s", p.name, i+1, p.b[i], p.a[i], readAll(t.doc, list[0].Spans))
		}
	}
}

func shownWords(d *text.Document, m align.Match) (n int) {
	for _, s := range m.Spans {
		n += d.WordsIn(s).Len()
	}
	return n
}

// A pairedWords is a sentence, its quote in other words, and the pairs of words that a
// reader tied for sure.
type pairedWords struct {
	said, quote string
	ties        map[[2]int]bool
}

func readPairs(name string) (rows []pairedWords, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Buffer(nil, 1<<20); lines.Scan(); {
		c := strings.Split(lines.Text(), "\t")
		rows = append(rows, pairedWords{c[1], c[3], pairsIn(c[7])})
	}
	return rows, lines.Err()
}

// partPlaces looks for parts of the quotes of some rows among their sentences, counts in
// f those found in the right one and adds to its value how well the words fit.
func partPlaces(rows []pairedWords, c cut, f *Figure, misses func(string, ...any)) {
	var said []string
	for _, r := range rows {
		said = append(said, r.said)
	}
	t := transcriptOf("mtref", said, func(int) bool { return true })
	ix := align.NewIndex(t.doc)
	for i, r := range rows {
		at := 0
		for _, quote := range cuts(r.quote, c) {
			at += strings.Index(r.quote[at:], quote)
			want := t.spanOf(i, r.answering(len(strings.Fields(r.quote[:at])), len(strings.Fields(quote))))
			list := ix.Find(quoteOf(quote))
			if want.Len() == 0 || len(list) == 0 || !t.holds(list[0], []int{i}) {
				continue
			}
			v := likeness(list[0], want)
			f.N, f.Value = f.N+1, f.Value+v
			if v < .5 {
				misses("place %s %.2f: %s\n      %s\n      want %s\n      got %s",
					c, v, quote, r.said, t.doc.Read(want), readAll(t.doc, list[0].Spans))
			}
		}
	}
}

// answering are the words of the sentence from the first to the last that are tied to
// the n words of the quote from one on.
func (r *pairedWords) answering(from, n int) (words text.Range) {
	for p := range r.ties {
		switch {
		case p[1] < from || p[1] >= from+n:
		case words.Len() == 0:
			words = text.Range{Start: p[0], End: p[0] + 1}
		default:
			words.Start, words.End = min(words.Start, p[0]), max(words.End, p[0]+1)
		}
	}
	return words
}

// spanOf is where words of a line stand, which are parted by spaces.
func (t *transcript) spanOf(line int, words text.Range) (s text.Span) {
	at := 0
	if line > 0 {
		at = t.lines[line-1].End
	}
	for i, w := range strings.Fields(t.doc.Text[at:t.lines[line].End]) {
		if i == words.Start {
			s.Start = at
		}
		if at += len(w); i+1 == words.End {
			s.End = at
		}
		at++
	}
	return s
}

// likeness is the F1 of the bytes that a match shows and those that are wanted.
func likeness(m align.Match, want text.Span) float64 {
	both := 0
	for _, s := range m.Spans {
		both += s.Overlap(want)
	}
	return 2 * float64(both) / float64(max(1, covered(m)+want.Len()))
}

// covered is how many bytes a match shows.
func covered(m align.Match) (n int) {
	for _, s := range m.Spans {
		n += s.Len()
	}
	return n
}
