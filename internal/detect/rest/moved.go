package rest

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// moves tells words that stand elsewhere in the same sentences.
func moves(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if n := strayed(c, i); says(c.Q, i, n) {
			tellMove(c, i, c.Q.Mates[i][0].At, n)
		}
	}
	for i := range c.Q.Tokens {
		if j, n := moved(c, i); says(c.Q, i, n) {
			tellMove(c, i, j, n)
		}
	}
}

// says reports whether n words from i on are more than one word of grammar.
func says(s *comparison.Side, i, n int) bool {
	return n > 1 || n == 1 && reading.Content(s.Tokens[i].Text)
}

// tellMove tells that n words of the source from j on stand at i in the quote.
func tellMove(c *comparison.Comparison, i, j, n int) {
	c.Tell(change.Order, change.Minor, comparison.From(i, n), comparison.From(j, n))
}

// strayed is how many words from i on are tied to the same words side by side,
// out of the order of the rest.
func strayed(c *comparison.Comparison, i int) int {
	stray := func(k int) bool { return !c.Q.Spent[k] && c.Q.Home[k] < 0 && c.Q.Tied(k) }
	n := 0
	for k := i; k < len(c.Q.Tokens) && stray(k) && c.Q.Mates[k][0].At == c.Q.Mates[i][0].At+n; k++ {
		n++
	}
	return n
}

// moved is the longest run of free words of the source that equals the free
// words of the quote from word i on.
func moved(c *comparison.Comparison, i int) (at, n int) {
	if !c.Q.Free(i) {
		return 0, 0
	}
	for j := range c.S.Tokens {
		k := 0
		for i+k < len(c.Q.Tokens) && j+k < len(c.S.Tokens) && equalFree(c, i+k, j+k) {
			k++
		}
		if k > n {
			at, n = j, k
		}
	}
	return at, n
}

// equalFree reports whether two words are the same and free.
func equalFree(c *comparison.Comparison, i, j int) bool {
	return c.Q.Free(i) && c.S.Free(j) && c.Q.Tokens[i].Norm == c.S.Tokens[j].Norm
}
