package negation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Ceased tells what goes on in the quote and has ceased in the source, or the
// other way round: a "still" at the place of a "no longer".
func Ceased(c *comparison.Comparison) {
	for _, w := range c.Ways() {
		for i := range w.One.Tokens {
			if w.One.At(i) != "no" || w.One.At(i+1) != "longer" || w.One.Spent[i] {
				continue
			}
			if k := stillNear(w.Other, w.One.Expect(i)); k >= 0 {
				w.Tell(change.Negation, change.Major, comparison.From(i, 2), reading.One(k))
			}
		}
	}
}

// stillNear is a "still" near a place that has no negator, -1 where there is none.
func stillNear(s *comparison.Side, at int) int {
	r := reading.Clip(at-excuseReach, at+excuseReach, len(s.Tokens))
	if reading.Negated(s.Words(r)) {
		return -1
	}
	for k := r.Start; k < r.End; k++ {
		if s.Tokens[k].Text == "still" && !s.Spent[k] && !s.HasTwin(k) {
			return k
		}
	}
	return -1
}
