package normalize

import (
	"encoding/json"
	"flag"
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
		pieces, cuts := trimmed(page, nil)
		words, ranges := wordsOf(page.Text, pieces, cuts)
		_, v, most := survey(d, pieces, cuts, words, ranges)
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

func pages(samples []*sample) *fit.Pages {
	d := &fit.Pages{Options: fit.ForPages, Data: fit.Data{Names: featureNames}}
	for _, s := range samples {
		for i := range s.label {
			l := &s.v.lines[i]
			w := float64(2+min(l.n, 100)) / float64(s.v.words[len(s.v.lines)]+300) * 500
			if s.label[i] > 0 {
				w *= 1.3
			}
			if s.skip[i] || l.reason != "" {
				w = 0.0001
			}
			d.Add(s.v.row(i), s.label[i], w)
		}
		d.End(s.host)
	}
	return d
}

// TestFit measures the trees on sites that they have not seen, and writes them.
func TestFit(t *testing.T) {
	if !*fitFlag && !*crossFlag {
		t.Skip("fitting takes a minute; use -cross or -fit")
	}
	samples := loadSamples(t)
	d := pages(samples)
	t.Log(len(samples), "pages,", len(d.Data.Label), "lines,", len(d.Data.Names), "features")
	if *crossFlag {
		var rounds [fit.Rounds][][]int32
		for k := range rounds {
			rounds[k] = make([][]int32, len(samples))
			d.HeldOut(k, 4, func(i int, f *trees.Forest) { rounds[k][i] = scores(f, samples[i].v) })
		}
		for _, a := range []int32{-1500, keepAlone, -500} {
			for _, b := range []int32{-4000, keepWithRules, -2000} {
				report(t, samples, rounds[:], a, b)
			}
		}
	}
	if *fitFlag {
		if err := os.WriteFile("trees.txt", []byte(d.Fit().String()), 0o644); err != nil {
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
func report(t *testing.T, samples []*sample, rounds [][][]int32, a, b int32) {
	var byTrees, byRules fit.Mean
	for _, scores := range rounds {
		for i, s := range samples {
			s.measure(&byTrees, func(k int) bool {
				return scores[i][k] > a || s.v.byRules(k) && (scores[i][k] > b ||
					s.v.lines[k].ends && !s.v.lines[k].prose())
			})
			s.measure(&byRules, s.v.byRules)
		}
	}
	t.Logf("cut %5d %5d: trees %s; rules %s", a, b, byTrees, byRules)
}

// measure adds what is kept of the page to a mean.
func (s *sample) measure(m *fit.Mean, keeps func(int) bool) {
	kept, gold, both, loses := 0, 0, 0, false
	for i := range s.label {
		l := &s.v.lines[i]
		if s.skip[i] {
			continue
		}
		k := l.reason == "" && (keeps(i) || l.speech)
		if k {
			kept += l.n
		}
		if s.label[i] > 0 {
			gold += l.n
		}
		if k && s.label[i] > 0 {
			both += l.n
		}
		loses = loses || !k && s.label[i] > 0 && l.ends && l.n >= 5
	}
	m.Add(kept, gold, both, loses)
}
