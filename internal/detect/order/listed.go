package order

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Members of a list that "and" or "or" joins may change places: I visited Tarn and
// Brenn, Brenn and Tarn. They must be told before anything looks at the names one by
// one, and only where the list ends there: of "I met Tarn and Brenn met me" the two
// names are no list.
//
// Cost: for each such joining word of the quote, a constant number of trials.

// longestMember is how many words a member of a list has at most.
const longestMember = 3

// Lists reports neighbours in a list that have changed places.
func Lists(c *comparison.Comparison) {
	for m := 1; m < len(c.Q.Tokens)-1; m++ {
		if listJoints.Has(c.Q.Tokens[m].Text) && !joinsAsThere(c, m) {
			turnedList(c, m)
		}
	}
}

var listJoints = words.Set("grammar", "list-joints")

// joinsAsThere reports whether atom m of the quote joins the same words in the
// source, which may have them the other way round elsewhere.
func joinsAsThere(c *comparison.Comparison, m int) bool {
	k := c.Q.Home[m]
	return k > 0 && c.Q.Home[m-1] == k-1 && c.Q.Home[m+1] == k+1 && c.Equal(m-1, k-1, 3)
}

func turnedList(c *comparison.Comparison, m int) {
	at := c.Q.Expect(m)
	for j := max(1, at-2*longestMember); j < min(len(c.S.Tokens)-1, at+2*longestMember+1); j++ {
		if c.S.Tokens[j].Norm != c.Q.Tokens[m].Norm {
			continue
		}
		for y := min(longestMember, m, len(c.S.Tokens)-1-j); y > 0; y-- {
			for x := min(longestMember, j, len(c.Q.Tokens)-1-m); x > 0; x-- {
				if turnMembers(c, m, j, y, x) {
					return
				}
			}
		}
	}
}

// turnMembers reports that the y atoms before atom m of the quote stand behind atom j
// of the source, and the x behind it before that.
func turnMembers(c *comparison.Comparison, m, j, y, x int) bool {
	q, s := reading.Range{Start: m - y, End: m + 1 + x}, reading.Range{Start: j - x, End: j + 1 + y}
	switch {
	case !c.Equal(m-y, j+1, y), !c.Equal(m+1, j-x, x), c.Equal(m-y, j-x, min(x, y)) && x == y:
		return false
	case !member(c.Q, reading.Range{Start: m - y, End: m}), !member(c.Q, reading.Range{Start: m + 1, End: m + 1 + x}), !listEnds(c.S, s.End):
		return false
	case c.S.SentenceOf(s.Start) != c.S.SentenceOf(s.End-1), c.Q.ToldAt(q), c.S.ToldAt(s):
		return false
	}
	c.Tell(change.Order, change.Minor, q, s)
	return true
}

// member reports whether atoms are a name: what is counted or done is another thing
// in another place.
func member(s *comparison.Side, r reading.Range) bool {
	for _, a := range s.Tokens[r.Start:r.End] {
		if !a.Upper || reading.Figure(a) {
			return false
		}
	}
	return true
}

// listEnds reports whether a list may end before source atom j: at a mark, before a
// word of grammar, but for a verb that speaks of one.
func listEnds(s *comparison.Side, j int) bool {
	return j >= len(s.Tokens) || s.MarkedOff(j) || english.FunctionWords.Has(s.Tokens[j].Text) && !reading.OfOne.Has(s.Tokens[j].Text)
}
