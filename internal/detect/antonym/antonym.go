package antonym

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Opposites finds words of the quote that stand where the source has their
// opposite: increase for decrease, before for after, his for her.
func Opposites(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if c.Q.Spent[i] || c.Q.Paired(i) || clause.Graded(c.Q.Tokens[i].Text) {
			continue
		}
		for _, j := range c.Across(i) {
			if c.S.Spent[j] || c.S.Paired(j) || clause.Graded(c.S.Tokens[j].Text) || !opposed(c, i, j) {
				continue
			}
			c.Tell(change.Antonym, change.Major, reading.One(i), reading.One(j))
			break
		}
	}
}

// opposed reports whether atom i of the quote and j of the source are opposites.
func opposed(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i].Text, c.S.Tokens[j].Text
	if !c.Copied && (english.FunctionWords.Has(a) && !clause.Trend(c.Q.Run, i) || english.FunctionWords.Has(b) && !clause.Trend(c.S.Run, j) || english.Abs(c.Q.Expect(i)-j) > 2) {
		return false
	}
	if turning.Has(c.Q.At(i-1)) || turning.Has(c.S.At(j-1)) || !c.Copied && c.Q.NegatedAt(i) != c.S.NegatedAt(j) {
		return false
	}
	if ratio(c.Q, i) && ratio(c.S, j) {
		return false
	}
	if english.Contraries(a, b) || !c.Copied {
		return english.Contraries(a, b) && !strings.HasPrefix(a, "anti") && !strings.HasPrefix(b, "anti")
	}
	x, y := c.Q.Form(c.Q.Tokens[i].Word), c.S.Form(c.S.Tokens[j].Word)
	return x != nil && y != nil && lexicon.Opposite(x, y)
}

// ratio reports whether atom i stands between two numbers: nine in ten, nine out of 10.
func ratio(s *comparison.Side, i int) bool {
	number := func(k int) bool { return k >= 0 && k < len(s.Tokens) && reading.Figure(s.Tokens[k]) }
	return number(i-1) && (number(i+1) || s.At(i+1) == "of" && number(i+2))
}

// turning are beginnings that stand apart from the word they turn round.
var turning = words.Set("negation", "turning")
