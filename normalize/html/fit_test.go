package html

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/trees"
	"github.com/quoteprov/quoteprov/internal/trees/fit"
)

var (
	fitFlag    = flag.Bool("fit", false, "fit the trees anew to ../shared and write them")
	oldFlag    = flag.Bool("2008", false, "fit or measure those for pages of 2008, alone")
	crossFit   = flag.Bool("cross", false, "measure the fit on pages that it has not seen")
	missFlag   = flag.String("misses", "", "print what is lost and what is kept wrongly of this `kind` of page")
	roundsFlag = flag.Int("rounds", 1, "how many times to measure, each on other parts of the sites; at most 3")
	partsFlag  = flag.Int("parts", 4, "how many of the four parts to measure on")
)

// A sample is a labelled page.
type sample struct {
	id, host string
	kind     string // the corpus, and what kind of page it says this one is
	c        *scanner
	from     int       // its first row
	label    []float64 // by block: how much of it is the page's text
	skip     []bool    // headlines count neither way
	size     float64   // words, for the weights of its blocks
	words    [][]int32 // by block; those of all pages are numbered in one
	gold     []int32
}

func gwords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) &&
			!unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

func loadSamples(t *testing.T) []*sample {
	parts := []string{"blocks.jsonl", "modern/pages.jsonl", "wcxb/pages.jsonl"}
	if *oldFlag {
		parts = parts[:2]
	}
	dir := "../../../shared/corpus/pages"
	var out []*sample
	numbers := map[string]int32{}
	number := func(words []string) []int32 {
		ids := make([]int32, len(words))
		for i, w := range words {
			if _, ok := numbers[w]; !ok {
				numbers[w] = int32(len(numbers))
			}
			ids[i] = numbers[w]
		}
		return ids
	}
	for _, part := range parts {
		f, err := os.Open(filepath.Join(dir, part))
		if err != nil {
			t.Skip("no ../shared beside the module")
		}
		for dec := json.NewDecoder(f); dec.More(); {
			var p struct {
				ID, URL, Headline, Title, Gold, Type string
				HTML                                 string `json:"html_file"`
				Blocks                               []struct{ Label, Text string }
			}
			if err := dec.Decode(&p); err != nil {
				t.Fatal(err)
			}
			src := gunzip(t, filepath.Join(filepath.Dir(filepath.Join(dir, part)), p.HTML))
			c := scanned(decode(src), usual)
			c.countAll()
			c.gather()
			sm := &sample{id: p.ID, c: c, kind: strings.TrimPrefix(strings.TrimSuffix(part, "pages.jsonl")+p.Type,
				"wcxb/")}
			u, _ := url.Parse(p.URL)
			sm.host = strings.TrimRight(p.ID, "-0123456789")
			if u != nil && u.Host != "" {
				sm.host = u.Host
			}
			heads := map[string]bool{strings.Join(gwords(p.Headline+p.Title), " "): true}
			for _, b := range p.Blocks {
				if b.Label == "headline" {
					heads[strings.Join(gwords(b.Text), " ")] = true
				}
			}
			sm.mark(p.Gold, heads, number)
			sm.measureSize()
			out = append(out, sm)
		}
		f.Close()
	}
	return out
}

func gunzip(t testing.TB, name string) []byte {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// mark labels the blocks by the words of the full text.
func (s *sample) mark(gold string, heads map[string]bool, number func([]string) []int32) {
	s.gold = number(gwords(gold))
	tri := map[[3]int32]int{}
	for i := 0; i+2 < len(s.gold); i++ {
		tri[[3]int32(s.gold[i:])]++
	}
	lines := map[string]int{}
	for _, l := range strings.Split(gold, "\n") {
		lines[strings.Join(gwords(l), " ")]++
	}
	runs := s.c.runs
	s.label, s.skip, s.words = make([]float64, len(runs)), make([]bool, len(runs)), make([][]int32, len(runs))
	for pass := range 2 {
		for i := range runs {
			if s.c.nodes[runs[i].node].best != (pass == 0) {
				continue
			}
			w := gwords(string(s.c.out[runs[i].span.Start:runs[i].span.End]))
			ids := number(w)
			s.words[i] = ids
			all := ""
			if len(w) < 40 {
				all = strings.Join(w, " ")
			}
			s.skip[i] = all != "" && heads[all]
			if len(w) < 3 {
				if len(w) > 0 && lines[all] > 0 {
					lines[all]--
					s.label[i] = 1
				}
				continue
			}
			s.label[i] = shareOf(ids, tri)
		}
	}
}

// shareOf is the share of the words that stand in one of the triples left, each
// of which counts once.
func shareOf(words []int32, triples map[[3]int32]int) float64 {
	in, until := 0, 0
	for j := 0; j+2 < len(words); j++ {
		k := [3]int32(words[j:])
		if triples[k] > 0 {
			triples[k]--
			in, until = in+j+3-max(j, until), j+3
		}
	}
	return float64(in) / float64(len(words))
}

// pages puts the rows of all samples together.
func pages(samples []*sample) *fit.Pages {
	d := &fit.Pages{Options: options()}
	var row []int32
	for _, s := range samples {
		first := features(s.c)
		if row == nil {
			row, d.Data.Names = make([]int32, len(first.names)), first.names
		}
		s.from = len(d.Data.Label)
		for i, l := range s.label {
			first.row(i, row)
			d.Add(row, math.Round(l), s.weight(i, l))
		}
		d.End(s.host)
	}
	return d
}

// weight is what a block counts in the fit: its words, by how many are kept of the page
// and stand in its text, since the mean of the pages' F1 is what is asked for; a page of
// which readers kept a small part would else weigh more than ten others. Two of three of
// the short blocks of furniture, of which there are very many, are left out.
func (s *sample) weight(i int, label float64) float64 {
	r := &s.c.runs[i]
	w := (2 + min(float64(r.words), 100)) * 400 / s.size
	switch {
	case s.skip[i] || r.tag.in&inCaption != 0 && !strings.Contains("article forum documentation listing",
		s.kind):
		return 0
	case label >= .5:
		return w * 1.3
	case r.words > 6:
		return w
	case i%3 > 0:
		return 0
	}
	return 3 * w
}

// measureSize fills in how large the page is for its blocks' weights.
func (s *sample) measureSize() {
	running := 0.0
	for i := range s.c.runs {
		if r := &s.c.runs[i]; r.words >= 10 && r.linked*3 < r.words {
			running += float64(r.words)
		}
	}
	gold := float64(len(s.gold))
	s.size = min(max(gold, 150), 1500) + 200
	if *oldFlag {
		return
	}
	s.size = max(s.size, min((gold+running)/2, 4000))
	if !s.c.today {
		s.size /= ofOldPages // they have a forest of their own
	}
}

// ofOldPages is what pages of 2008 count in the fit to those of today.
const ofOldPages = .3

// options are more trees than plain text has, and each is grown on some of the
// blocks: there are many more of them, of many more kinds of page.
func options() fit.Options {
	o := fit.ForPages
	if *oldFlag {
		return o
	}
	o.Trees, o.Depth, o.Leaves, o.Rate, o.Sample, o.Rows = 200, 6, 16, .13, .25, .15
	return o
}

func TestFit(t *testing.T) {
	if !*fitFlag && !*crossFit {
		t.Skip("fitting takes minutes; use -cross or -fit")
	}
	start := time.Now()
	samples := loadSamples(t)
	t.Log(time.Since(start))
	d := pages(samples)
	t.Log(time.Since(start), len(d.Data.Label), "blocks,", len(d.Data.Names), "features")
	if *crossFit {
		rounds := make([][][]int32, *roundsFlag) // scores of pages not seen
		for k := range rounds {
			rounds[k] = make([][]int32, len(samples))
			d.HeldOut(k, *partsFlag, func(i int, f *trees.Forest) { rounds[k][i] = samples[i].scores(d, f) })
		}
		t.Log(time.Since(start))
		report(t, samples, rounds)
		if *missFlag != "" {
			misses(samples, rounds[0], *missFlag)
		}
	}
	if *fitFlag {
		name := "trees.txt"
		if *oldFlag {
			name = "trees2008.txt"
		}
		if err := os.WriteFile(name, []byte(d.Fit().String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// scores are the forest's answers for the page's blocks.
func (s *sample) scores(d *fit.Pages, f *trees.Forest) []int32 {
	out := make([]int32, len(s.label))
	row := make([]int32, len(d.Data.Names))
	for i := range out {
		for k, col := range d.Data.Columns {
			row[k] = col[s.from+i]
		}
		out[i] = f.Score(row)
	}
	return out
}

var corpora = []string{"blocks.jsonl", "modern/", "article", "forum", "documentation", "listing"}

// report prints, for some weights of recall, the words kept against those of the full
// text, as internal/eval counts them, and the share of pages that lose a block
// of the full text that ends as a sentence does.
func report(t *testing.T, samples []*sample, rounds [][][]int32) {
	for _, kind := range corpora {
		if !slices.ContainsFunc(samples, func(s *sample) bool { return s.kind == kind }) {
			continue
		}
		var best fit.Mean
		for _, s := range samples {
			if s.kind == kind {
				s.measure(&best, func(scores []int32) {
					for j := range s.c.runs {
						s.c.runs[j].kept = s.label[j] >= .5
					}
				}, nil)
			}
		}
		t.Logf("%-13s by the labels: %s", kind, best)
		for _, beta2 := range []int64{15, 25, recallWeight} {
			var m fit.Mean
			for _, scores := range rounds {
				for i, s := range samples {
					if s.kind == kind && scores[i] != nil {
						s.measure(&m, func(x []int32) { s.c.decide(x, s.c.cut(x, beta2)) }, scores[i])
					}
				}
			}
			t.Logf("%-13s recall weighs %2d tenths: %s", kind, beta2, m)
		}
	}
}

// measure adds the words that decide keeps to a mean.
func (s *sample) measure(m *fit.Mean, decide func([]int32), scores []int32) {
	left := map[int32]int{}
	for _, w := range s.gold {
		left[w]++
	}
	kept, both, loses := 0, 0, false
	decide(scores)
	for j := range s.label {
		r := &s.c.runs[j]
		switch {
		case s.skip[j]:
		case r.kept:
			kept += len(s.words[j])
			for _, x := range s.words[j] {
				if left[x] > 0 {
					left[x]--
					both++
				}
			}
		case s.label[j] >= .5 && r.ends && r.words >= 5:
			loses = true
		}
	}
	m.Add(kept, len(s.gold), both, loses)
}

// misses prints the blocks of a kind of page that are lost or kept wrongly.
func misses(samples []*sample, scores [][]int32, kind string) {
	for i, s := range samples {
		if s.kind != kind || scores[i] == nil {
			continue
		}
		var m fit.Mean
		s.measure(&m, func(x []int32) { s.c.decide(x, s.c.cut(x, recallWeight)) }, scores[i])
		fmt.Printf("page %s %s %d words: %s\n", s.id, s.host, len(s.gold), m)
		for j := range s.label {
			r := &s.c.runs[j]
			if r.kept == (s.label[j] >= .5) || s.skip[j] {
				continue
			}
			said := "lost"
			if r.kept {
				said = "kept"
			}
			t := oneLine(string(s.c.out[r.span.Start:min(r.span.End, r.span.Start+120)]))
			fmt.Printf("%4d %s %s #%d %d (%.2f) %q\n", r.words, said, s.id, j, scores[i][j], s.label[j], t)
		}
	}
}
