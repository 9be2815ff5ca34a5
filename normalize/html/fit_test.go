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
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/trees"
	"github.com/quoteprov/quoteprov/internal/trees/fit"
)

var (
	fitFlag  = flag.Bool("fit", false, "fit the trees anew to ../shared and write them")
	crossFit = flag.Bool("cross", false, "measure the fit on pages that it has not seen")
	missFlag = flag.Bool("misses", false, "print what is lost and what is kept wrongly")
)

// A sample is a labelled page with the rows of its blocks.
type sample struct {
	id, host  string
	modern    bool
	c         *scanner
	first     *columns
	label     []float64
	skip      []bool // headlines count neither way
	goldWords []string
}

func gwords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

func loadSamples(t *testing.T) []*sample {
	dir := "../../../shared/corpus/pages"
	var out []*sample
	for _, part := range []string{"blocks.jsonl", "modern/pages.jsonl"} {
		f, err := os.Open(filepath.Join(dir, part))
		if err != nil {
			t.Skip("no ../shared beside the module")
		}
		for dec := json.NewDecoder(f); dec.More(); {
			var p struct {
				ID, URL, Headline, Title, Gold string
				HTML                           string `json:"html_file"`
				Blocks                         []struct{ Label, Text string }
			}
			if err := dec.Decode(&p); err != nil {
				t.Fatal(err)
			}
			src := gunzip(t, filepath.Join(filepath.Dir(filepath.Join(dir, part)), p.HTML))
			s := decode(src)
			c := newScanner(s)
			c.scan()
			c.countAll()
			c.gather()
			sm := &sample{id: p.ID, c: c, first: features(c), modern: strings.HasPrefix(part, "modern")}
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
			sm.mark(p.Gold, heads)
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
func (s *sample) mark(gold string, heads map[string]bool) {
	g := gwords(gold)
	s.goldWords = g
	tri := map[string]int{}
	for i := 0; i+2 < len(g); i++ {
		tri[g[i]+" "+g[i+1]+" "+g[i+2]]++
	}
	lines := map[string]int{}
	for _, l := range strings.Split(gold, "\n") {
		lines[strings.Join(gwords(l), " ")]++
	}
	runs := s.c.runs
	s.label, s.skip = make([]float64, len(runs)), make([]bool, len(runs))
	for pass := range 2 {
		for i := range runs {
			if s.c.nodes[runs[i].node].best != (pass == 0) {
				continue
			}
			w := gwords(string(s.c.out[runs[i].span.Start:runs[i].span.End]))
			all := strings.Join(w, " ")
			if heads[all] {
				s.skip[i] = true
			}
			if len(w) < 3 {
				if len(w) > 0 && lines[all] > 0 {
					lines[all]--
					s.label[i] = 1
				}
				continue
			}
			in := make([]bool, len(w))
			for j := 0; j+2 < len(w); j++ {
				k := w[j] + " " + w[j+1] + " " + w[j+2]
				if tri[k] > 0 {
					tri[k]--
					in[j], in[j+1], in[j+2] = true, true, true
				}
			}
			n := 0
			for _, x := range in {
				if x {
					n++
				}
			}
			s.label[i] = float64(n) / float64(len(w))
		}
	}
}

// pages puts the rows of all samples together.
func pages(samples []*sample) *fit.Pages {
	d := &fit.Pages{Data: fit.Data{Names: samples[0].first.names}}
	row := make([]int32, len(d.Data.Names))
	for _, s := range samples {
		for i, l := range s.label {
			r := &s.c.runs[i]
			w := (2 + min(float64(r.words), 100)) * 400 / float64(min(max(len(s.goldWords), 150), 1500)+200)
			if l >= .5 {
				w *= 1.3
			}
			if s.skip[i] || r.tag.in&inCaption != 0 {
				w = 0.0001
			}
			s.first.row(i, row)
			d.Add(row, math.Round(l), w)
		}
		d.End(s.host)
	}
	return d
}

func TestFit(t *testing.T) {
	if !*fitFlag && !*crossFit {
		t.Skip("fitting takes a minute; use -cross or -fit")
	}
	samples := loadSamples(t)
	d := pages(samples)
	t.Log(len(d.Data.Label), "blocks,", len(d.Data.Names), "features")
	if *crossFit {
		var rounds [fit.Rounds][][]int32 // scores of pages not seen
		for k := range rounds {
			rounds[k] = make([][]int32, len(samples))
			d.HeldOut(k, func(i int, f *trees.Forest) { rounds[k][i] = samples[i].first.scores(f) })
		}
		report(t, samples, rounds[:])
		if *missFlag {
			misses(samples, rounds[0])
		}
	}
	if *fitFlag {
		if err := os.WriteFile("trees.txt", []byte(d.Fit().String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// report prints, for some thresholds, the words kept against those of the full
// text, as internal/eval counts them, and the share of pages that lose a block
// of the full text that ends as a sentence does.
func report(t *testing.T, samples []*sample, rounds [][][]int32) {
	for _, modern := range []bool{false, true} {
		for _, cut := range []int32{-2000, keepAboveToday, keepAbove, -500, 0, 500, 1000} {
			var m fit.Mean
			for _, scores := range rounds {
				for i, s := range samples {
					if s.modern == modern {
						s.measure(&m, scores[i], cut)
					}
				}
			}
			t.Logf("modern=%v cut %5d: %s", modern, cut, m)
		}
	}
}

// measure adds the words kept above the cut to a mean.
func (s *sample) measure(m *fit.Mean, scores []int32, cut int32) {
	left := map[string]int{}
	for _, w := range s.goldWords {
		left[w]++
	}
	kept, both, loses := 0, 0, false
	s.c.decide(scores, cut)
	for j := range s.label {
		r := &s.c.runs[j]
		switch {
		case s.skip[j]:
		case r.kept:
			w := gwords(string(s.c.out[r.span.Start:r.span.End]))
			kept += len(w)
			for _, x := range w {
				if left[x] > 0 {
					left[x]--
					both++
				}
			}
		case s.label[j] >= .5 && r.ends && r.words >= 5:
			loses = true
		}
	}
	m.Add(kept, len(s.goldWords), both, loses)
}

// misses prints the blocks lost and those kept wrongly, the longest first.
func misses(samples []*sample, scores [][]int32) {
	type miss struct {
		words int32
		line  string
	}
	var all []miss
	for i, s := range samples {
		s.c.decide(scores[i], s.c.cut())
		for j := range s.label {
			r := &s.c.runs[j]
			if r.kept == (s.label[j] >= .5) || s.skip[j] {
				continue
			}
			said := "lost"
			if r.kept {
				said = "kept"
			}
			t := oneLine(string(s.c.out[r.span.Start:min(r.span.End, r.span.Start+160)]))
			all = append(all, miss{r.words, fmt.Sprintf("%s %v %.12s #%d %d %q", said, s.modern, s.id, j, scores[i][j], t)})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].words > all[j].words })
	for _, m := range all {
		fmt.Printf("%4d %s\n", m.words, m.line)
	}
}
