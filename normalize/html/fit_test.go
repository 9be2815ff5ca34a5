package html

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/trees/fit"
)

var (
	fitFlag  = flag.Bool("fit", false, "fit the trees anew to ../shared and write them")
	crossFit = flag.Bool("cross", false, "measure the fit on pages that it has not seen")
	cutFlag  = flag.Int("cut", 0, "the score above which a block is kept")
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
	from      int // its first row in the data
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

func fold(key string, n int) int {
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() % uint32(n))
}

// data puts the rows of all samples together.
func data(samples []*sample, cols func(*sample) *columns) *fit.Data {
	d := &fit.Data{Names: cols(samples[0]).names}
	d.Columns = make([][]int32, len(d.Names))
	n := 0
	for _, s := range samples {
		s.from = n
		n += len(s.label)
		for k, f := range cols(s).funcs {
			for i := range s.label {
				d.Columns[k] = append(d.Columns[k], f(i))
			}
		}
		for i, l := range s.label {
			w := float64(s.c.runs[i].words)
			w = (2 + min(w, 100)) * 400 / float64(min(max(len(s.goldWords), 150), 1500)+200)
			if l >= .5 {
				w *= 1.3
			}
			if s.skip[i] || s.c.runs[i].tag.in&inCaption != 0 {
				w = 0.0001
			}
			if l < .5 {
				l = 0
			} else {
				l = 1
			}
			d.Label = append(d.Label, l)
			d.Weight = append(d.Weight, w)
		}
	}
	return d
}

func rowsOf(samples []*sample, use func(*sample) bool) []int32 {
	var rows []int32
	for _, s := range samples {
		if use(s) {
			for i := range s.label {
				rows = append(rows, int32(s.from+i))
			}
		}
	}
	return rows
}

const folds = 4

func TestFit(t *testing.T) {
	if !*fitFlag && !*crossFit {
		t.Skip("fitting takes minutes; use -cross or -fit")
	}
	samples := loadSamples(t)
	d := data(samples, func(s *sample) *columns { return s.first })
	t.Log(len(d.Label), "blocks,", len(d.Names), "features")
	first := make([][]int32, len(samples)) // of pages not seen
	for k := range folds {
		f := fit.Fit(d, rowsOf(samples, func(s *sample) bool { return fold(s.host, folds) != k }), options)
		for i, s := range samples {
			if fold(s.host, folds) == k {
				first[i] = s.first.scores(f)
			}
		}
	}
	report(t, samples, first)
	if *missFlag {
		misses(samples, first)
	}
	if *fitFlag {
		all := fit.Fit(d, rowsOf(samples, func(*sample) bool { return true }), options)
		if err := os.WriteFile("trees.txt", []byte(all.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var options = fit.Options{Trees: 60, Depth: 4, Rate: .2, Lambda: 5, MinChild: 20, Sample: .4, Scale: 1000}

// report prints, for some thresholds, the words kept against those of the full
// text, as internal/eval counts them, and the share of pages that lose a block
// of the full text that ends as a sentence does.
func report(t *testing.T, samples []*sample, scores [][]int32) {
	for _, modern := range []bool{false, true} {
		for _, cut := range []int32{-2000, -1500, -1000, -800, -500, 0, 500, 1000} {
			var p, r, f, n, losing float64
			for i, s := range samples {
				if s.modern == modern {
					pp, rr, lost := s.measure(scores[i], cut)
					n, p, r = n+1, p+pp, r+rr
					if pp+rr > 0 {
						f += 2 * pp * rr / (pp + rr)
					}
					losing += float64(lost)
				}
			}
			t.Logf("modern=%v cut %5d: P %.4f R %.4f F1 %.4f losing %.3f", modern, cut, p/n, r/n, f/n, losing/n)
		}
	}
}

// measure is the precision and recall of the words kept above the cut; lost is
// 1 where a sentence is lost.
func (s *sample) measure(scores []int32, cut int32) (precision, recall float64, lost int32) {
	left := map[string]int{}
	for _, w := range s.goldWords {
		left[w]++
	}
	kept, both := 0, 0
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
			lost = 1
		}
	}
	precision, recall = 1, 1
	if kept > 0 {
		precision = float64(both) / float64(kept)
	}
	if len(s.goldWords) > 0 {
		recall = float64(both) / float64(len(s.goldWords))
	}
	return precision, recall, lost
}

func misses(samples []*sample, scores [][]int32) {
	type miss struct {
		words float64
		line  string
	}
	var all []miss
	for i, s := range samples {
		for j := range s.label {
			r := &s.c.runs[j]
			kept, want := scores[i][j] > int32(*cutFlag), s.label[j] >= .5
			if kept != want && !s.skip[j] {
				sign := "LOST"
				if kept {
					sign = "KEPT"
				}
				all = append(all, miss{float64(r.words), fmt.Sprintf("%s %v %.12s #%d %d %q", sign, s.modern, s.id, j, scores[i][j], oneLine(string(s.c.out[r.span.Start:min(r.span.End, r.span.Start+160)])))})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].words > all[j].words })
	for _, m := range all {
		fmt.Printf("%4.0f %s\n", m.words, m.line)
	}
}
