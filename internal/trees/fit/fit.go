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
	Depth    int     // of each, at most
	Leaves   int     // of each, at most; 0: as many as the depth allows
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

	asked []int // features that the tree may ask
	first []int // of each of them: the first of its bins among those of a branch
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
		rows := f.sampled()
		root := len(out.Nodes)
		out.Roots = append(out.Roots, root)
		f.grow(rows).write(f, out)
		f.add(out, root)
	}
	return out
}

// sampled are the rows that the next tree is grown on: each with a chance that
// grows with its derivative, and counted the more the smaller that chance is, so
// that the sums are right in the mean (Ibragimov and Gusev, Minimal Variance
// Sampling in Stochastic Gradient Boosting, NeurIPS 2019).
func (f *fitter) sampled() []int32 {
	if f.Rows == 0 {
		return slices.Clone(f.rows)
	}
	sizes := make([]float64, len(f.rows))
	for i, r := range f.rows {
		sizes[i] = math.Sqrt(f.g[r]*f.g[r] + .1*f.h[r]*f.h[r])
	}
	level := levelOf(sizes, f.Rows)
	var rows []int32
	for i, r := range f.rows {
		p := sizes[i] / level
		if p < 1 {
			if f.rng.Float64() >= p {
				continue
			}
			f.g[r], f.h[r] = f.g[r]/p, f.h[r]/p
		}
		rows = append(rows, r)
	}
	return rows
}

// levelOf is what sizes are divided by for chances whose mean is share; one size in
// sixteen is looked at.
func levelOf(sizes []float64, share float64) float64 {
	var some []float64
	for i := 0; i < len(sizes); i += 16 {
		some = append(some, sizes[i])
	}
	slices.Sort(some)
	below := 0.0
	for i, x := range some {
		// With x as the level the i sizes below it count by their sum, the rest as 1.
		if x > 0 && below/x+float64(len(some)-i) <= share*float64(len(some)) {
			return x
		}
		below += x
	}
	return some[len(some)-1]
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

// choose sets the features that the next tree may ask.
func (f *fitter) choose() {
	all := f.rng.Perm(len(f.d.Columns))
	f.asked = all[:max(1, int(f.Sample*float64(len(all))))]
	slices.Sort(f.asked)
	f.first = append(f.first[:0], 0)
	for _, k := range f.asked {
		f.first = append(f.first, f.first[len(f.first)-1]+len(f.cuts[k]))
	}
}

// A cell is the sums of the derivatives of some rows.
type cell struct{ g, h float64 }

func (a cell) less(b cell) cell { return cell{a.g - b.g, a.h - b.h} }

// A branch is a node of a tree that is being grown.
type branch struct {
	rows    []int32
	depth   int
	sum     cell
	bins    []cell // by asked feature and bin
	split          // the best question; its feature is -1 if none is worth asking
	yes, no *branch
}

type split struct {
	gain    float64
	feature int
	bin     int
}

// grow grows a tree for rows: the leaf that gains most by a question is asked next.
func (f *fitter) grow(rows []int32) *branch {
	f.choose()
	root := f.branch(rows, 0, nil, nil)
	leaves := []*branch{root}
	for f.Leaves == 0 || len(leaves) < f.Leaves {
		best := 0
		for i, b := range leaves {
			if b.gain > leaves[best].gain {
				best = i
			}
		}
		b := leaves[best]
		if b.feature < 0 {
			break
		}
		f.part(b)
		leaves[best] = b.yes
		leaves = append(leaves, b.no)
	}
	return root
}

// part asks b's question.
func (f *fitter) part(b *branch) {
	var yes, no []int32
	for _, r := range b.rows {
		if int(f.bins[b.feature][r]) <= b.bin {
			yes = append(yes, r)
		} else {
			no = append(no, r)
		}
	}
	if len(yes) < len(no) {
		b.yes = f.branch(yes, b.depth+1, nil, nil)
		b.no = f.branch(no, b.depth+1, b, b.yes)
	} else {
		b.no = f.branch(no, b.depth+1, nil, nil)
		b.yes = f.branch(yes, b.depth+1, b, b.no)
	}
	b.rows, b.bins = nil, nil
}

// branch is a leaf of the rows, with its best question. Its sums are those of the
// branch above it without those of the other half, where these are known.
func (f *fitter) branch(rows []int32, depth int, above, other *branch) *branch {
	b := &branch{rows: rows, depth: depth, split: split{gain: 1e-3, feature: -1}}
	if above != nil {
		b.bins = above.bins
		for i := range b.bins {
			b.bins[i] = b.bins[i].less(other.bins[i])
		}
		b.sum = above.sum.less(other.sum)
	} else {
		f.count(b)
	}
	if depth < f.Depth && b.sum.h >= 2*f.MinChild {
		f.ask(b)
	}
	if b.feature < 0 {
		b.gain = 0
	}
	return b
}

// count sums up the rows of b by the bins of the features.
func (f *fitter) count(b *branch) {
	own := make([]cell, len(b.rows))
	for i, r := range b.rows {
		own[i] = cell{f.g[r], f.h[r]}
		b.sum.g, b.sum.h = b.sum.g+own[i].g, b.sum.h+own[i].h
	}
	b.bins = make([]cell, f.first[len(f.asked)])
	for i, k := range f.asked {
		hist, col := b.bins[f.first[i]:f.first[i+1]], f.bins[k]
		for j, r := range b.rows {
			c := &hist[col[r]]
			c.g += own[j].g
			c.h += own[j].h
		}
	}
}

// ask finds the question that divides b best.
func (f *fitter) ask(b *branch) {
	whole := f.worth(b.sum)
	for i, k := range f.asked {
		hist := b.bins[f.first[i]:f.first[i+1]]
		var yes cell
		for bin := range len(hist) - 1 {
			yes.g, yes.h = yes.g+hist[bin].g, yes.h+hist[bin].h
			no := b.sum.less(yes)
			if yes.h < f.MinChild || no.h < f.MinChild {
				continue
			}
			if gain := f.worth(yes) + f.worth(no) - whole; gain > b.gain {
				b.split = split{gain, k, bin}
			}
		}
	}
}

func (f *fitter) worth(c cell) float64 { return c.g * c.g / (c.h + f.Lambda) }

// write adds the tree to out, parents first, yes before no.
func (b *branch) write(f *fitter, out *trees.Forest) {
	if b.yes == nil {
		v := math.Round(-b.sum.g / (b.sum.h + f.Lambda) * f.Rate * f.Scale)
		out.Nodes = append(out.Nodes, trees.Node{Feature: -1, Value: int32(v)})
		return
	}
	at := len(out.Nodes)
	out.Nodes = append(out.Nodes, trees.Node{Feature: int16(b.feature), Value: f.cuts[b.feature][b.bin]})
	b.yes.write(f, out)
	out.Nodes[at].No = int16(len(out.Nodes) - at)
	b.no.write(f, out)
}
