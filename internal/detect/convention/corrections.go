package convention

import (
	"cmp"
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// takingBack are what a speaker says before he corrects himself: “sorry”.
var takingBack = words.Phrases("style", "taking-back")

// Corrections tells a number or date that a speaker takes back at once, and a report leaves
// out with what takes it back, the “2018, sorry,” of “in 2018, sorry, 2019”; and that it has
// the wrong one and leaves out the right one.
func Corrections(c *comparison.Comparison) {
	if !takesBack(c.S) {
		return
	}
	facts := slices.Concat(c.S.Dates(), c.Amounts(c.S))
	slices.SortStableFunc(facts, func(a, b reading.Fact) int { return cmp.Compare(a.At.Start, b.At.Start) })
	for _, f := range facts {
		end := f.At.End + reading.Prefix(c.S.Tokens[f.At.End:], takingBack)
		k := slices.IndexFunc(facts, func(g reading.Fact) bool { return g.At.Start == end })
		if end == f.At.End || k < 0 || c.S.AnySpent(reading.Together(f.At, facts[k].At)) {
			continue
		}
		wrong, right := c.S.AnyTied(f.At), c.S.AnyTied(facts[k].At)
		switch gone := (reading.Range{Start: f.At.Start, End: end}); {
		case right && !c.S.AnyTied(gone) && c.S.AnyInside(gone):
			c.Tell(change.Filler, change.Minor, c.GapFor(gone), gone)
		case wrong && !right:
			gone = reading.Range{Start: f.At.End, End: facts[k].At.End}
			c.Tell(change.Omission, change.Major, c.GapFor(gone), gone)
		}
	}
}

// takesBack reports whether a side has words that take something back.
func takesBack(s *comparison.Side) bool {
	for i := range s.Tokens {
		if reading.StartsWith(s.Tokens[i:], takingBack) {
			return true
		}
	}
	return false
}
