package order

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Comparisons reports things compared that have changed sides, unless the word
// that compares them was turned round as well: fewer wolves than bears, more
// bears than wolves.
func Comparisons(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if c.Q.Tokens[i].Text != "than" || c.Q.Spent[i] {
			continue
		}
		for j := range c.S.Tokens {
			if c.S.Tokens[j].Text != "than" || !changedSides(c, i, j) {
				continue
			}
			if x, y := c.Q.Comparative(i), c.S.Comparative(j); x >= 0 && y >= 0 && english.Contraries(c.Q.Tokens[x].Text, c.S.Tokens[y].Text) {
				c.Q.Spent[x], c.S.Spent[y] = true, true
				continue
			}
			c.Tell(change.Order, change.Major, clause.RightSide(c.Q.Run, i), clause.RightSide(c.S.Run, j))
		}
	}
}

// changedSides reports whether what stands before "than" in the quote stands
// behind it in the source, and the other way round.
func changedSides(c *comparison.Comparison, i, j int) bool {
	before, behind := clause.LeftSide(c.Q.Run, i), clause.RightSide(c.Q.Run, i)
	left, right := reading.Clip(j-reading.SideWords, j, len(c.S.Tokens)), clause.RightSide(c.S.Run, j)
	return meets(c, before, right) && meets(c, behind, left) && !meets(c, behind, right) && !meets(c, before, clause.LeftSide(c.S.Run, j))
}

// meets reports whether words of content of the quote in q have counterparts in
// s of the source.
func meets(c *comparison.Comparison, q, s reading.Range) bool {
	for k := q.Start; k < q.End; k++ {
		if reading.Content(c.Q.Tokens[k].Text) && c.Q.Part(reading.Range{Start: 0, End: k + 1}).Comparative(k+1) != k && c.PairedIn(k, s) {
			return true
		}
	}
	return false
}
