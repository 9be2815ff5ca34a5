package order

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Swaps reports phrases that have changed places.
func Swaps(c *comparison.Comparison) {
	for i := 0; i < len(c.Q.Tokens); i++ {
		for _, a := range following(c, i) {
			if !c.Q.Spent[i] {
				swapAt(c, i, a)
			}
		}
	}
}

// following are the places of the source where atom i of the quote would stand
// by the word before it, or by the beginning of a sentence, and another one does.
func following(c *comparison.Comparison, i int) []int {
	if c.Copied && i > 0 && c.Q.Home[i] > 0 && c.Q.Home[i-1] == c.Q.Home[i]-1 && c.Q.Tokens[i].Norm == c.S.Tokens[c.Q.Home[i]].Norm {
		return nil // the quote goes on as the source does, which may say it twice
	}
	var out []int
	at := c.Q.Expect(i)
	for a := max(0, at-comparison.Farthest); a < min(len(c.S.Tokens), at+comparison.Farthest); a++ {
		if c.S.Spent[a] || c.S.Tokens[a].Norm == c.Q.Tokens[i].Norm {
			continue
		}
		if i > 0 && a > 0 && c.S.Tokens[a-1].Norm == c.Q.Tokens[i-1].Norm || i == 0 && c.S.Tokens[a].First {
			out = append(out, a)
		}
	}
	return out
}

func swapAt(c *comparison.Comparison, i, a int) {
	for y := 1; y <= comparison.LongestSwapped; y++ {
		for m := 1; m <= comparison.LongestPivot; m++ {
			for x := 1; x <= comparison.LongestSwapped; x++ {
				end, stop := i+y+m+x, a+x+m+y
				if end > len(c.Q.Tokens) || stop > len(c.S.Tokens) {
					break
				}
				if c.Equal(i, a+x+m, y) && c.Equal(i+y+m, a, x) && c.Equal(i+y, a+x, m) && tellSwap(c, i, a, y, m, x) {
					return
				}
			}
		}
	}
}

// tellSwap reports that y atoms of the quote from i on and the x that follow m
// atoms later stand each in the other's place in the source.
func tellSwap(c *comparison.Comparison, i, a, y, m, x int) bool {
	q1, q2 := reading.Range{Start: i, End: i + y}, reading.Range{Start: i + y + m, End: i + y + m + x}
	s1, s2 := reading.Range{Start: a, End: a + x}, reading.Range{Start: a + x + m, End: a + x + m + y}
	opposed := y == 1 && x == 1 && english.Contraries(c.Q.Tokens[i].Text, c.Q.Tokens[q2.Start].Text)
	if !opposed && (!saying(c.Q, q1) || !saying(c.Q, q2)) || reading.Joins(c.Q.Tokens[q1.End:q2.Start]) || c.S.SentenceOf(s1.Start) != c.S.SentenceOf(s2.End-1) {
		return false
	}
	k := change.Order
	switch {
	case slices.ContainsFunc(c.Q.Tokens[i:q1.End], reading.Figure) && slices.ContainsFunc(c.Q.Tokens[q2.Start:q2.End], reading.Figure):
		k = change.Number
	case slices.ContainsFunc(c.Q.Tokens[i:q1.End], reading.Capital) && slices.ContainsFunc(c.Q.Tokens[q2.Start:q2.End], reading.Capital):
		k = change.Name
	}
	if !c.Copied && !c.SameStock() {
		return false
	}
	c.Tell(k, change.Major, q1, s1)
	c.Tell(k, change.Major, q2, s2)
	for n := q1.End; n < q2.Start; n++ {
		c.Q.Spent[n] = true
	}
	for n := s1.End; n < s2.Start; n++ {
		c.S.Spent[n] = true
	}
	return true
}

// saying reports whether a phrase has a word that a claim may hang on.
func saying(s *comparison.Side, r reading.Range) bool {
	return slices.ContainsFunc(s.Tokens[r.Start:r.End], func(a reading.Token) bool {
		return reading.Content(a.Text) || reading.Figure(a) || english.Person.First(a.Text) != ""
	})
}
