package order

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// longestMember is how many words a member of a list has at most.
const longestMember = 3

var listJoints = words.Set("grammar", "list-joints")

// Lists tells neighbours in a list that have changed places: I visited Tarn and
// Brenn, Brenn and Tarn. The list must end there: of "I met Tarn and Brenn met me"
// the two names are no list.
func Lists(c *comparison.Comparison) {
	for m := 1; m < len(c.Q.Tokens)-1; m++ {
		if listJoints.Has(c.Q.Tokens[m].Text) && !joinsAsThere(c, m) {
			turnedList(c, m)
		}
	}
}

// joinsAsThere reports whether word m of the quote joins the same words in the
// source, which may have them the other way round elsewhere.
func joinsAsThere(c *comparison.Comparison, m int) bool {
	k := c.Q.Home[m]
	return k > 0 && c.Q.Home[m-1] == k-1 && c.Q.Home[m+1] == k+1 && c.Equal(m-1, k-1, 3)
}

// turnedList tells the members before and behind the "and" at word m of the quote, if
// they stand the other way round at one of the source.
func turnedList(c *comparison.Comparison, m int) {
	at := c.Q.Expect(m)
	for j := max(1, at-2*longestMember); j < min(len(c.S.Tokens)-1, at+2*longestMember+1); j++ {
		if c.S.Tokens[j].Norm == c.Q.Tokens[m].Norm && (turnedPair(c, m, j) || turnedAt(c, m, j)) {
			return
		}
	}
}

// turnedAt tells the longest members around word m of the quote that stand the other
// way round at word j of the source.
func turnedAt(c *comparison.Comparison, m, j int) bool {
	for y := min(longestMember, m, len(c.S.Tokens)-1-j); y > 0; y-- {
		for x := min(longestMember, j, len(c.Q.Tokens)-1-m); x > 0; x-- {
			if !crosswise(c, m, j, y, x) {
				continue
			}
			q, s := reading.Range{Start: m - y, End: m + 1 + x}, reading.Range{Start: j - x, End: j + 1 + y}
			if c.S.SentenceOf(s.Start) == c.S.SentenceOf(s.End-1) && !c.Q.AllSpent(q) && !c.S.AllSpent(s) {
				c.Tell(change.Order, change.Minor, q, s)
				return true
			}
		}
	}
	return false
}

// pairs are words before the first of two members: “neither”.
var pairs = words.Set("grammar", "before-pairs")

// turnedPair tells the two members of “neither A nor B” around word m of the quote if
// they stand the other way round at word j of the source.
func turnedPair(c *comparison.Comparison, m, j int) bool {
	y, x := sincePair(c.Q, m), sincePair(c.S, j)
	if y == 0 || x == 0 || c.Q.At(m-y-1) != c.S.At(j-x-1) || m+x >= len(c.Q.Tokens) || j+y >= len(c.S.Tokens) {
		return false
	}
	q, s := reading.Range{Start: m - y, End: m + 1 + x}, reading.Range{Start: j - x, End: j + 1 + y}
	if !c.Equal(m-y, j+1, y) || !c.Equal(m+1, j-x, x) || qualified(c.Q, q.End) || qualified(c.S, s.End) {
		return false
	}
	c.Tell(change.Order, change.Minor, q, s)
	return true
}

// longestPaired is how many words a member of a pair has at most.
const longestPaired = 5

// sincePair is how many words stand between “neither” and word m, or 0.
func sincePair(s *comparison.Side, m int) int {
	for n := 1; n <= longestPaired && n < m; n++ {
		if pairs.Has(s.At(m - n - 1)) {
			return n
		}
	}
	return 0
}

// qualified reports whether what ends before word j is qualified by what follows: “of
// Tarn”, “who”.
func qualified(s *comparison.Side, j int) bool {
	switch s.At(j) {
	case "of", "who", "whom", "whose", "which", "that", "'s":
		return true
	}
	return false
}

// crosswise reports whether the y words before word m of the quote are names that
// stand behind word j of the source, the x behind it names before that, and the list
// ends there.
func crosswise(c *comparison.Comparison, m, j, y, x int) bool {
	if !c.Equal(m-y, j+1, y) || !c.Equal(m+1, j-x, x) || y == x && c.Equal(m-y, j-x, x) {
		return false
	}
	return names(c.Q, comparison.From(m-y, y)) && names(c.Q, comparison.From(m+1, x)) && listEnds(c.S, j+1+y)
}

// names reports whether all words are of names: what is counted or done is another
// thing in another place.
func names(s *comparison.Side, r reading.Range) bool {
	for _, a := range s.Words(r) {
		if !a.Upper || reading.Figure(a) {
			return false
		}
	}
	return true
}

// listEnds reports whether a list may end before word j: at a mark, before a
// word of grammar, but for a verb that speaks of one.
func listEnds(s *comparison.Side, j int) bool {
	if j >= len(s.Tokens) || s.MarkedOff(j) {
		return true
	}
	w := s.Tokens[j].Text
	return english.FunctionWords.Has(w) && !reading.OfOne.Has(w)
}
