package normalize

import (
	"encoding/json"
	"flag"
	"hash/fnv"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/trees"
	"github.com/quoteprov/quoteprov/internal/trees/fit"
	"github.com/quoteprov/quoteprov/text"
)

var (
	fitFlag   = flag.Bool("fit", false, "fit the trees anew to ../shared and write them")
	crossFlag = flag.Bool("cross", false, "measure the fit on sites that it has not seen")
)

// A sample is a labelled page in plain text.
type sample struct {
	host  string
	v     *view
	label []float64 // 1 where the line is of the full text
	skip  []bool    // headlines count neither way
	from  int       // its first row in the data
}

func loadSamples(t *testing.T) []*sample {
	f, err := os.Open("../../shared/corpus/pages/blocks.jsonl")
	if err != nil {
		t.Skip("no ../shared beside the module")
	}
	defer f.Close()
	var out []*sample
	for dec := json.NewDecoder(f); dec.More(); {
		var p struct {
			URL    string
			Blocks []struct{ Label, Text string }
		}
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		var src strings.Builder
		var ends []int
		for _, b := range p.Blocks {
			src.WriteString(b.Text + "\n")
			ends = append(ends, src.Len())
		}
		page := plainPage([]byte(src.String()))
		d := &text.Document{Text: page.Text}
		pieces, cuts := trimmed(page)
		words, ranges := wordsOf(page.Text, pieces, cuts)
		_, v, most := survey(d, pieces, words, ranges)
		if most == 0 {
			continue
		}
		u, _ := url.Parse(p.URL)
		s := &sample{host: u.Host, v: v, label: make([]float64, len(pieces)), skip: make([]bool, len(pieces))}
		k := 0
		for i, piece := range pieces {
			at := page.Map.File(piece.Span).Start
			for ends[k] <= at {
				k++
			}
			if p.Blocks[k].Label == "fulltext" {
				s.label[i] = 1
			}
			s.skip[i] = p.Blocks[k].Label == "headline"
		}
		out = append(out, s)
	}
	return out
}

func data(samples []*sample) *fit.Data {
	d := &fit.Data{Names: featureNames, Columns: make([][]int32, len(featureNames))}
	for _, s := range samples {
		s.from = len(d.Label)
		for i := range s.label {
			for k, x := range s.v.row(i) {
				d.Columns[k] = append(d.Columns[k], x)
			}
			l := &s.v.lines[i]
			w := float64(2+min(l.n, 100)) / float64(s.v.words[len(s.v.lines)]+300) * 500
			if s.label[i] > 0 {
				w *= 1.3
			}
			if s.skip[i] || l.reason != "" {
				w = 0.0001
			}
			d.Label, d.Weight = append(d.Label, s.label[i]), append(d.Weight, w)
		}
	}
	return d
}

func rowsOfSamples(samples []*sample, use func(*sample) bool) []int32 {
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

var options = fit.Options{Trees: 60, Depth: 4, Rate: .2, Lambda: 5, MinChild: 20, Sample: .4, Scale: 1000}

const folds = 4

func fold(key string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(key))
	return h.Sum32() % folds
}

// TestFit measures the trees on sites that they have not seen, and writes them.
func TestFit(t *testing.T) {
	if !*fitFlag && !*crossFlag {
		t.Skip("fitting takes a minute; use -cross or -fit")
	}
	samples := loadSamples(t)
	d := data(samples)
	t.Log(len(samples), "pages,", len(d.Label), "lines,", len(d.Names), "features")
	if *crossFlag {
		keep := make([][]int32, len(samples))
		for k := range uint32(folds) {
			f := fit.Fit(d, rowsOfSamples(samples, func(s *sample) bool { return fold(s.host) != k }), options)
			for i, s := range samples {
				if fold(s.host) == k {
					keep[i] = scores(f, s.v)
				}
			}
		}
		for _, a := range []int32{-1500, keepAlone, -500} {
			for _, b := range []int32{-4000, keepWithRules, -2000} {
				report(t, samples, keep, a, b)
			}
		}
	}
	if *fitFlag {
		all := fit.Fit(d, rowsOfSamples(samples, func(*sample) bool { return true }), options)
		if err := os.WriteFile("trees.txt", []byte(all.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func scores(f *trees.Forest, v *view) []int32 {
	out := make([]int32, len(v.lines))
	for i := range out {
		out[i] = f.Score(v.row(i))
	}
	return out
}

// report prints the words kept above the cut against those of the full text,
// and the share of pages that lose a sentence; and the same by the rules.
func report(t *testing.T, samples []*sample, scores [][]int32, a, b int32) {
	var byTrees, byRules tally
	for i, s := range samples {
		byTrees.add(s, func(k int) bool {
			return scores[i][k] > a || s.v.byRules(k) && (scores[i][k] > b || s.v.lines[k].ends && !s.v.lines[k].prose())
		})
		byRules.add(s, s.v.byRules)
	}
	t.Logf("cut %5d %5d: trees %s; rules %s", a, b, byTrees, byRules)
}

type tally struct{ n, precision, recall, f1, losing float64 }

func (a *tally) add(s *sample, keeps func(int) bool) {
	var kept, gold, both, lost float64
	for i := range s.label {
		l := &s.v.lines[i]
		if s.skip[i] {
			continue
		}
		n := float64(l.n)
		k := l.reason == "" && (keeps(i) || l.speech)
		if k {
			kept += n
		}
		if s.label[i] > 0 {
			gold += n
		}
		if k && s.label[i] > 0 {
			both += n
		}
		if !k && s.label[i] > 0 && l.ends && l.n >= 5 {
			lost = 1
		}
	}
	a.n++
	a.losing += lost
	p, r := both/max(kept, 1), both/max(gold, 1)
	a.precision, a.recall = a.precision+p, a.recall+r
	if both > 0 {
		a.f1 += 2 * p * r / (p + r)
	}
}

func (a tally) String() string {
	return strings.Join([]string{"P", pct(a.precision / a.n), "R", pct(a.recall / a.n), "F1", pct(a.f1 / a.n), "losing", pct(a.losing / a.n)}, " ")
}

func pct(x float64) string {
	b, _ := json.Marshal(float64(int(x*10000)) / 10000)
	return string(b)
}
