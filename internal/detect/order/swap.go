package order

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Swaps tells phrases that have changed places around words that stay: the source
// has A M B, the quote B M A.
func Swaps(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		for _, a := range following(c, i) {
			if !c.Q.Spent[i] {
				swapAt(c, i, a)
			}
		}
	}
}

// following are the places of the source where word i of the quote would stand
// by the word before it, or by the beginning of a sentence, and another one does.
func following(c *comparison.Comparison, i int) []int {
	if c.Copied && inPlace(c, i) {
		return nil // the quote goes on as the source does, which may say it twice
	}
	var out []int
	r := c.S.Around(c.Q.Expect(i), comparison.Farthest, comparison.Farthest-1)
	for a := r.Start; a < r.End; a++ {
		if !c.S.Spent[a] && c.S.Tokens[a].Norm != c.Q.Tokens[i].Norm && goesOn(c, i, a) {
			out = append(out, a)
		}
	}
	return out
}

// inPlace reports whether word i of the quote and the one before it are at home in
// two neighbours, and i in the same word.
func inPlace(c *comparison.Comparison, i int) bool {
	if i == 0 || c.Q.Home[i] <= 0 {
		return false
	}
	at := c.Q.Home[i]
	return c.Q.Home[i-1] == at-1 && c.Q.Tokens[i].Norm == c.S.Tokens[at].Norm
}

// goesOn reports whether words i and a follow the same word, or both begin.
func goesOn(c *comparison.Comparison, i, a int) bool {
	if i == 0 {
		return c.S.Tokens[a].First
	}
	return a > 0 && c.S.Tokens[a-1].Norm == c.Q.Tokens[i-1].Norm
}

// A swap is words of the quote, from i on, that the source has from a on in another
// order: y words and the x that stand m words behind them have changed places.
type swap struct{ i, a, y, m, x int }

// swapAt tells the first phrases that have changed places at words i and a.
func swapAt(c *comparison.Comparison, i, a int) {
	for y := 1; y <= comparison.LongestSwapped; y++ {
		for m := 1; m <= comparison.LongestPivot; m++ {
			for x := 1; x <= comparison.LongestSwapped; x++ {
				n := y + m + x
				if i+n > len(c.Q.Tokens) || a+n > len(c.S.Tokens) {
					break
				}
				if w := (swap{i, a, y, m, x}); w.holds(c) && w.tell(c) {
					return
				}
			}
		}
	}
}

// holds reports whether the words are the same on both sides, in the other order.
func (w swap) holds(c *comparison.Comparison) bool {
	return c.Equal(w.i, w.a+w.x+w.m, w.y) && c.Equal(w.i+w.y+w.m, w.a, w.x) && c.Equal(w.i+w.y, w.a+w.x, w.m)
}

// tell tells two phrases that have changed places, if a claim hangs on them.
func (w swap) tell(c *comparison.Comparison) bool {
	q1, q2 := comparison.From(w.i, w.y), comparison.From(w.i+w.y+w.m, w.x)
	s1, s2 := comparison.From(w.a, w.x), comparison.From(w.a+w.x+w.m, w.y)
	pivot := reading.Range{Start: q1.End, End: q2.Start}
	switch {
	case !opposed(c.Q, q1, q2) && (!says(c.Q, q1) || !says(c.Q, q2)):
		return false
	case reading.Joins(c.Q.Words(pivot)):
		return false
	case c.S.SentenceOf(s1.Start) != c.S.SentenceOf(s2.End-1) && !(c.Copied && persons(c.Q, q1, q2)):
		return false
	case !c.Copied && !sameStock(c):
		return false
	}
	k := kindOf(c.Q.Words(q1), c.Q.Words(q2))
	if persons(c.Q, q1, q2) {
		k = change.Order
	}
	c.Tell(k, change.Major, q1, s1)
	c.Tell(k, change.Major, q2, s2)
	c.Q.Spend(pivot)
	c.S.Spend(reading.Range{Start: s1.End, End: s2.Start})
	return true
}

// kindOf is the kind of change that two phrases make that changed places.
func kindOf(a, b []reading.Token) change.Kind {
	both := func(is func(reading.Token) bool) bool {
		return slices.ContainsFunc(a, is) && slices.ContainsFunc(b, is)
	}
	switch {
	case both(reading.Figure):
		return change.Number
	case both(reading.Capital):
		return change.Name
	}
	return change.Order
}

// persons reports whether two phrases are two pronouns of other persons, as in “she did it. I
// only signed” for “I did it. She only signed”.
func persons(s *comparison.Side, a, b reading.Range) bool {
	p, q := english.Person.First(s.Tokens[a.Start].Text), english.Person.First(s.Tokens[b.Start].Text)
	return a.Len() == 1 && b.Len() == 1 && p != "" && q != "" && p != q
}

// opposed reports whether two phrases are a word and its opposite: before, after.
func opposed(s *comparison.Side, a, b reading.Range) bool {
	return a.Len() == 1 && b.Len() == 1 && english.Contraries(s.Tokens[a.Start].Text, s.Tokens[b.Start].Text)
}

// says reports whether a phrase has a word that a claim may hang on.
func says(s *comparison.Side, r reading.Range) bool {
	return slices.ContainsFunc(s.Words(r), func(a reading.Token) bool {
		return reading.Content(a.Text) || reading.Figure(a) || english.Person.First(a.Text) != ""
	})
}

// sameStock reports whether nine of ten words of the quote are among the
// source's: a translator who changes places changes words too.
func sameStock(c *comparison.Comparison) bool {
	stock, n := map[string]bool{}, 0
	for _, a := range c.S.Tokens {
		stock[a.Norm] = true
	}
	for _, a := range c.Q.Tokens {
		if stock[a.Norm] {
			n++
		}
	}
	return 10*n >= 9*len(c.Q.Tokens)
}
