// Package fit fits the trees of package trees to examples: gradient boosting
// on the logistic loss with second derivatives, over binned features, as in
// Chen and Guestrin, XGBoost, KDD 2016. It is a tool: nothing that ships
// links it.
package fit

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/quoteprov/quoteprov/internal/trees"
)

// Data are the examples: a column a feature, and for each row its label (0 to
// 1) and its weight.
type Data struct {
	Names   []string
	Columns [][]int32
	Label   []float64
	Weight  []float64
}

// Options say how large the forest becomes.
type Options struct {
	Trees    int     // how many
	Depth    int     // of each
	Rate     float64 // how much of its answer each tree gives
	Lambda   float64 // pulls answers to 0
	MinChild float64 // least second derivative in a node
	Sample   float64 // share of the features that each tree may ask
	Rows     float64 // share of the rows that each tree is grown on; 0: all
	Scale    float64 // what an answer of 1 is in whole numbers
}

const maxBins = 64

type fitter struct {
	Options
	d    *Data
	rows []int32
	bins [][]uint8 // by feature, then row
	cuts [][]int32 // by feature: bin b holds values up to cuts[b]
	g, h []float64
	sum  []float64 // the score of each row so far
	rng  *rand.Rand
}

// Fit fits a forest to the rows of d.
func Fit(d *Data, rows []int32, o Options) *trees.Forest {
	f := &fitter{Options: o, d: d, rows: rows, rng: rand.New(rand.NewPCG(1, 2))}
	f.bin()
	n := len(d.Label)
	f.g, f.h, f.sum = make([]float64, n), make([]float64, n), make([]float64, n)
	out := &trees.Forest{Names: d.Names}
	for range o.Trees {
		f.derive()
		features := f.choose()
		root := len(out.Nodes)
		out.Roots = append(out.Roots, root)
		f.grow(out, f.sampled(), features, 0)
		f.add(out, root)
	}
	return out
}

// sampled are the rows that the next tree is grown on.
func (f *fitter) sampled() []int32 {
	if f.Rows == 0 {
		return slices.Clone(f.rows)
	}
	var rows []int32
	for _, r := range f.rows {
		if f.rng.Float64() < f.Rows {
			rows = append(rows, r)
		}
	}
	return rows
}

// add adds the answers of the tree at root to the scores of all rows.
func (f *fitter) add(out *trees.Forest, root int) {
	for _, r := range f.rows {
		at := root
		n := out.Nodes[at]
		for n.Feature >= 0 {
			if f.cuts[n.Feature][f.bins[n.Feature][r]] <= n.Value {
				at++
			} else {
				at += int(n.No)
			}
			n = out.Nodes[at]
		}
		f.sum[r] += float64(n.Value) / f.Scale
	}
}

func (f *fitter) bin() {
	for _, col := range f.d.Columns {
		vals := make([]int32, 0, len(f.rows))
		for _, r := range f.rows {
			vals = append(vals, col[r])
		}
		slices.Sort(vals)
		var cuts []int32
		uniq := slices.Compact(slices.Clone(vals))
		if len(uniq) <= maxBins {
			cuts = uniq
		} else {
			for b := 1; b <= maxBins; b++ {
				cuts = append(cuts, vals[b*len(vals)/maxBins-1])
			}
			for b := 0; b < 16; b++ { // a bin of its own for the rare large values
				cuts = append(cuts, uniq[len(uniq)*(b+1)/16-1])
			}
			slices.Sort(cuts)
			cuts = slices.Compact(cuts)
		}
		bins := make([]uint8, len(col))
		for _, r := range f.rows {
			b, _ := slices.BinarySearch(cuts, col[r])
			bins[r] = uint8(min(b, len(cuts)-1))
		}
		f.bins, f.cuts = append(f.bins, bins), append(f.cuts, cuts)
	}
}

// derive takes the derivatives of the loss at the scores so far.
func (f *fitter) derive() {
	for _, r := range f.rows {
		p := 1 / (1 + math.Exp(-f.sum[r]))
		f.g[r] = f.d.Weight[r] * (p - f.d.Label[r])
		f.h[r] = f.d.Weight[r] * math.Max(p*(1-p), 1e-6)
	}
}

func (f *fitter) choose() []int {
	all := f.rng.Perm(len(f.d.Columns))
	all = all[:max(1, int(f.Sample*float64(len(all))))]
	slices.Sort(all)
	return all
}

type split struct {
	gain    float64
	feature int
	bin     int
}

// grow adds the tree for rows to out.
func (f *fitter) grow(out *trees.Forest, rows []int32, features []int, depth int) {
	at := len(out.Nodes)
	best := split{feature: -1}
	if depth < f.Depth {
		best = f.best(rows, features)
	}
	if best.feature < 0 {
		f.leaf(out, rows)
		return
	}
	cut := f.cuts[best.feature][best.bin]
	out.Nodes = append(out.Nodes, trees.Node{Feature: int16(best.feature), Value: cut})
	var yes, no []int32
	for _, r := range rows {
		if int(f.bins[best.feature][r]) <= best.bin {
			yes = append(yes, r)
		} else {
			no = append(no, r)
		}
	}
	f.grow(out, yes, features, depth+1)
	out.Nodes[at].No = int16(len(out.Nodes) - at)
	f.grow(out, no, features, depth+1)
}

func (f *fitter) leaf(out *trees.Forest, rows []int32) {
	g, h := f.total(rows)
	v := math.Round(-g / (h + f.Lambda) * f.Rate * f.Scale)
	out.Nodes = append(out.Nodes, trees.Node{Feature: -1, Value: int32(v)})
}

func (f *fitter) total(rows []int32) (g, h float64) {
	for _, r := range rows {
		g += f.g[r]
		h += f.h[r]
	}
	return g, h
}

// best is the question that divides rows best; its feature is -1 if none does.
func (f *fitter) best(rows []int32, features []int) split {
	g, h := f.total(rows)
	best := split{gain: 1e-3, feature: -1}
	if h < 2*f.MinChild {
		return best
	}
	whole := g * g / (h + f.Lambda)
	type cell struct{ g, h float64 }
	var hist [256]cell
	for _, k := range features {
		n := len(f.cuts[k])
		if n < 2 {
			continue
		}
		clear(hist[:n])
		col := f.bins[k]
		for _, r := range rows {
			c := &hist[col[r]]
			c.g += f.g[r]
			c.h += f.h[r]
		}
		lg, lh := 0.0, 0.0
		for b := range n - 1 {
			lg, lh = lg+hist[b].g, lh+hist[b].h
			if lh < f.MinChild || h-lh < f.MinChild {
				continue
			}
			gain := lg*lg/(lh+f.Lambda) + (g-lg)*(g-lg)/(h-lh+f.Lambda) - whole
			if gain > best.gain {
				best = split{gain, k, b}
			}
		}
	}
	return best
}
