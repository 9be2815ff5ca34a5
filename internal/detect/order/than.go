package order

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/role"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Comparisons tells things compared that have changed sides: "fewer wolves than
// bears" for "fewer bears than wolves". It accounts for "more bears than wolves",
// where the word that compares them was turned round as well.
func Comparisons(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if c.Q.Tokens[i].Text != "than" || c.Q.Spent[i] {
			continue
		}
		for j := range c.S.Tokens {
			if c.S.Tokens[j].Text != "than" {
				continue
			}
			changed := changedSides(c, i, j)
			x, y := role.Comparative(c.Q.Run, i), role.Comparative(c.S.Run, j)
			if turned := contrary(c, x, y); turned && (changed || !c.Copied && oneChanged(c, i, j)) {
				c.Q.Spent[x], c.S.Spent[y] = true, true
				continue
			}
			if !changed {
				continue
			}
			c.Tell(change.Order, change.Major, role.RightSide(c.Q.Run, i), role.RightSide(c.S.Run, j))
		}
	}
}

// contrary reports whether there are two words that compare, and they are opposites.
func contrary(c *comparison.Comparison, x, y int) bool {
	if x < 0 || y < 0 {
		return false
	}
	a, b := c.Q.Tokens[x].Text, c.S.Tokens[y].Text
	return english.Contraries(a, b) || turnedComparisons.Has(a+" "+b) || turnedComparisons.Has(b+" "+a)
}

// turnedComparisons are pairs of words that compare, of which one turns the other round.
var turnedComparisons = words.Phrases("opposites", "turned-comparisons")

// changedSides reports whether what stands before "than" in the quote stands
// behind it in the source, and the other way round.
func changedSides(c *comparison.Comparison, i, j int) bool {
	before, behind := role.LeftSide(c.Q.Run, i), role.RightSide(c.Q.Run, i)
	left, right := reading.Clip(j-role.SideWords, j, len(c.S.Tokens)), role.RightSide(c.S.Run, j)
	if !meets(c, before, right) || !meets(c, behind, left) {
		return false
	}
	return !meets(c, behind, right) && !meets(c, before, role.LeftSide(c.S.Run, j))
}

// oneChanged reports whether what stands on one side of "than" in the quote stands on the
// other in the source, and the rest, in other words, may do so: "fewer pupils than rooms",
// of "more rooms than students".
func oneChanged(c *comparison.Comparison, i, j int) bool {
	behind, right := role.RightSide(c.Q.Run, i), role.RightSide(c.S.Run, j)
	before := reading.Range{Start: role.Comparative(c.Q.Run, i), End: i}
	left := reading.Range{Start: role.Comparative(c.S.Run, j), End: j}
	if meets(c, before, left) || meets(c, behind, right) {
		return false
	}
	return meets(c, before, right) || meets(c, behind, left)
}

// meets reports whether words of content of the quote in q, but for the one that
// compares, have counterparts in s of the source.
func meets(c *comparison.Comparison, q, s reading.Range) bool {
	for k := q.Start; k < q.End; k++ {
		if reading.Content(c.Q.Tokens[k].Text) && c.PairedIn(k, s) && !compares(c.Q, k) {
			return true
		}
	}
	return false
}

// compares reports whether word k compares, if "than" should follow it.
func compares(s *comparison.Side, k int) bool {
	return english.Comparative(s.Tokens[k].Text)
}
