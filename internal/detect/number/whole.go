package number

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// wholes tells a whole in the place of a part of it: “they spent 40 million”, of “they
// spent 14 million of the 40 million”. A retelling leaves numbers out, but not the one of
// two that says how much was meant.
func wholes(c *comparison.Comparison, q, s []reading.Fact) {
	if slices.ContainsFunc(c.Q.Tokens, func(a reading.Token) bool { return degree.Partial(a.Text) }) {
		return
	}
	for j := 1; j < len(s); j++ {
		part, whole := s[j-1], s[j]
		if part.Found || part.Weak || !whole.Found || !partOf(c.S, part, whole) {
			continue
		}
		i := slices.IndexFunc(q, func(f reading.Fact) bool { return f.Found && f.Mate == j })
		if i >= 0 && !slices.ContainsFunc(q, unmatched) {
			both := reading.Range{Start: part.At.Start, End: whole.At.End}
			c.Tell(change.Number, change.Major, q[i].At, both)
		}
	}
}

// unmatched reports a number that no other is tied to.
func unmatched(f reading.Fact) bool { return !f.Found || f.Mate < 0 }

// partOf reports whether one number is said to be a part of the next: “14 million out of
// the 40 million”; not “12 of 40 metres”.
func partOf(s *comparison.Side, part, whole reading.Fact) bool {
	between := s.Words(reading.Range{Start: part.At.End, End: max(part.At.End, whole.At.Start)})
	if n := len(between); n > 0 && between[n-1].Text == "$" {
		between = between[:n-1]
	}
	switch reading.Joined(between) {
	case "out of", "out of the", "of the", "of our", "of those", "of these", "out of our":
		return true
	}
	return false
}
