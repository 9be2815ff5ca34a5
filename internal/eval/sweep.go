package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// The sweep takes runs of words out of transcripts, changes some of them at
// random, and looks for them. Words are dropped, put in, replaced by words of
// the same transcripts, or misspelt as speech recognition does. The first and
// the last word stay, so that both ends are known.

var (
	sweepRates   = []int{0, 10, 20, 30, 40} // of 100 words
	sweepLengths = []int{6, 12, 25, 50}
)

// sweepCampaign sweeps over the campaign transcripts.
func sweepCampaign(dir string, misses func(string, ...any)) ([]Figure, error) {
	c, err := readCampaign(dir)
	if err != nil {
		return nil, err
	}
	return sweep("sweep.campaign", c.transcripts, 60, misses), nil
}

// sweepSpeeches sweeps over the project's own speeches.
func sweepSpeeches(string, func(string, ...any)) ([]Figure, error) {
	docs, err := ownSpeeches()
	if err != nil {
		return nil, err
	}
	return sweep("sweep.speeches", docs, 60, func(string, ...any) {}), nil
}

// sweep measures, for each rate of edits over all lengths and for each length
// over all rates, how often the place is right and how often both ends are.
func sweep(name string, docs []*text.Document, n int, misses func(string, ...any)) []Figure {
	s := &sweeper{docs: docs, rnd: rand.New(rand.NewPCG(5, 6))}
	for i, d := range docs {
		for _, b := range d.Blocks {
			if b.Words.Len() > sweepLengths[0] {
				s.blocks = append(s.blocks, extract{i, b.Words})
			}
		}
	}
	ix := align.NewIndex(docs...)
	var byRate, byLength [8]tally
	for r, rate := range sweepRates {
		for l, length := range sweepLengths {
			for range n {
				p := s.draw(length)
				t := s.try(ix, p, rate, misses)
				byRate[r].add(t)
				byLength[l].add(t)
			}
		}
	}
	var out []Figure
	for r, rate := range sweepRates {
		out = append(out, byRate[r].figures(fmt.Sprintf("%s.edits%02d", name, rate))...)
	}
	for l, length := range sweepLengths {
		out = append(out, byLength[l].figures(fmt.Sprintf("%s.words%02d", name, length))...)
	}
	return out
}

// A tally counts trials.
type tally struct{ n, right, ends int }

func (t *tally) add(u tally) { t.n, t.right, t.ends = t.n+u.n, t.right+u.right, t.ends+u.ends }

func (t *tally) figures(name string) []Figure {
	return []Figure{
		{name + ".placed", share(t.right, t.n), t.n, "right place first"},
		{name + ".ends", share(t.ends, t.n), t.n, "both ends to the word"},
	}
}

// An extract is a run of words of one transcript.
type extract struct {
	doc   int
	words text.Range
}

type sweeper struct {
	docs   []*text.Document
	blocks []extract
	rnd    *rand.Rand
}

// draw draws a run of so many words, of one paragraph, or of several where
// paragraphs are short.
func (s *sweeper) draw(length int) extract {
	for {
		b := s.blocks[s.rnd.IntN(len(s.blocks))]
		start := b.words.Start + s.rnd.IntN(b.words.Len())
		if start+length <= len(s.docs[b.doc].Words) {
			return extract{b.doc, text.Range{Start: start, End: start + length}}
		}
	}
}

func (s *sweeper) try(ix *align.Index, p extract, rate int, misses func(string, ...any)) tally {
	d := s.docs[p.doc]
	want := d.SpanOf(p.words)
	quote := s.edit(d, p.words, rate)
	q := normalize.Text("quote", []byte(quote))
	found := ix.Find(align.Query{Document: q, Spans: []text.Span{{Start: 0, End: len(q.Text)}}})
	t := tally{n: 1}
	for _, m := range found {
		if m.Score < found[0].Score {
			break
		}
		got := cover(m.Spans)
		same := lettersOf(s.docs[m.Transcript].Read(got)) == lettersOf(d.Read(want))
		if same || m.Transcript == p.doc && 2*got.Overlap(want) > want.Len() {
			t.right = 1
		}
		if same || m.Transcript == p.doc && got == want {
			t.ends = 1
		}
	}
	if t.ends == 0 {
		misses("%d%% of %d words: %q", rate, p.words.Len(), quote)
		misses("   want %q", d.Read(want))
		for _, m := range found[:min(1, len(found))] {
			misses("   %.2f %q", m.Score, s.docs[m.Transcript].Read(cover(m.Spans)))
		}
	}
	return t
}

// edit writes the words of d in r with so many of 100 changed.
func (s *sweeper) edit(d *text.Document, r text.Range, rate int) string {
	var out []string
	for i := r.Start; i < r.End; i++ {
		w := d.Word(i)
		if i == r.Start || i == r.End-1 || s.rnd.IntN(100) >= rate {
			out = append(out, w)
			continue
		}
		other := s.docs[s.rnd.IntN(len(s.docs))]
		switch s.rnd.IntN(4) {
		case 0: // dropped
		case 1:
			out = append(out, w, other.Word(s.rnd.IntN(len(other.Words))))
		case 2:
			out = append(out, other.Word(s.rnd.IntN(len(other.Words))))
		case 3:
			out = append(out, s.misspell(w))
		}
	}
	return strings.Join(out, " ")
}

// misspell doubles, drops or changes a letter.
func (s *sweeper) misspell(w string) string {
	if len(w) < 3 {
		return w + "h"
	}
	i := 1 + s.rnd.IntN(len(w)-1)
	switch s.rnd.IntN(3) {
	case 0:
		return w[:i] + w[i-1:]
	case 1:
		return w[:i] + w[i+1:]
	}
	return w[:i] + string("aeinorst"[s.rnd.IntN(8)]) + w[i+1:]
}

// lettersOf is the letters and digits of s in lower case.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
