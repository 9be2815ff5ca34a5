package detect

import (
	"math/rand/v2"
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
)

// An Order is the phases as a test has them run.
type Order []phase

// Written is the order that is written down.
func Written() Order { return slices.Clone(phases[:]) }

// Shuffled has the detectors of each phase in another order.
func (o Order) Shuffled(r *rand.Rand) Order {
	out := slices.Clone(o)
	for i, p := range out {
		ds := slices.Clone(p.detectors)
		r.Shuffle(len(ds), func(a, b int) { ds[a], ds[b] = ds[b], ds[a] })
		out[i].detectors = ds
	}
	return out
}

// Late has the phase of the reason why run after that of the reason behind.
func (o Order) Late(why, behind string) Order {
	i, j := o.named(why), o.named(behind)
	out := slices.Delete(slices.Clone(o), i, i+1)
	return slices.Insert(out, j, o[i])
}

// Reasons are those of its phases.
func (o Order) Reasons() (out []string) {
	for _, p := range o {
		out = append(out, p.why)
	}
	return out
}

func (o Order) named(why string) int {
	return slices.IndexFunc(o, func(p phase) bool { return p.why == why })
}

// Run is [Run] in this order.
func (o Order) Run(c *comparison.Comparison) []change.Change {
	for _, p := range o {
		for _, d := range p.detectors {
			d.run(c)
		}
	}
	return joined(c)
}
