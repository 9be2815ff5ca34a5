package antonym

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Opposites tells words of the quote that stand where the source has their
// opposite: increase for decrease, before for after, his for her.
func Opposites(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if !open(c.Q, i) {
			continue
		}
		for _, j := range c.Across(i) {
			if open(c.S, j) && comparable(c, i, j) && opposite(c, i, j) {
				c.Tell(change.Antonym, change.Major, reading.One(i), reading.One(j))
				break
			}
		}
	}
}

// open reports whether a word may be told as an opposite: nothing accounts for it,
// and it is none of a scale: most, more.
func open(s *comparison.Side, i int) bool { return s.Open(i) && !degree.Graded(s.Tokens[i].Text) }

// comparable reports whether two words that are opposites turn the sentence. They do
// not between two numbers ("nine in ten", "nine out of ten"), nor behind a beginning
// of their own ("non transparent").
func comparable(c *comparison.Comparison, i, j int) bool {
	if turning.Has(c.Q.At(i-1)) || turning.Has(c.S.At(j-1)) || ratio(c.Q, i) && ratio(c.S, j) {
		return false
	}
	if c.Copied {
		return true
	}
	near := reading.Apart(c.Q.Expect(i), j) <= 2
	return near && says(c.Q, i) && says(c.S, j) && c.Q.NegatedAt(i) == c.S.NegatedAt(j)
}

// turning are beginnings that stand apart from the word they turn round.
var turning = words.Set("negation", "turning")

// says reports whether a word is none of grammar, unless it tells a trend: up, down.
func says(s *comparison.Side, i int) bool {
	return !english.FunctionWords.Has(s.Tokens[i].Text) || degree.Trend(s.Run, i)
}

// opposite reports whether two words are opposites; in a copy by the lexicon too.
func opposite(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i].Text, c.S.Tokens[j].Text
	if english.Contraries(a, b) {
		return !strings.HasPrefix(a, "anti") && !strings.HasPrefix(b, "anti")
	}
	if surer(c, i, j) {
		return true
	}
	if !c.Copied {
		return false
	}
	x, y := c.Q.Form(c.Q.Tokens[i].Word), c.S.Form(c.S.Tokens[j].Word)
	return x != nil && y != nil && lexicon.Opposite(x, y)
}

// surer reports whether one of two words knows what the other thinks: “I know”, of “I think”. In
// other words than the source's only of who speaks: “nobody knew it” is “nobody thought it”, and
// “do you know a better one?” asks what “do you think there is a better one?” does.
func surer(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i].Text, c.S.Tokens[j].Text
	if !knowing.Has(a+" "+b) && !knowing.Has(b+" "+a) {
		return false
	}
	who := c.Q.At(i - 1)
	return c.Copied || who == c.S.At(j-1) && (who == "i" || who == "we")
}

// knowing are pairs of words of which one is surer than the other: “know think”.
var knowing = words.Phrases("opposites", "knowing")

// ratio reports whether word i stands between two numbers: nine in ten, nine out of 10.
func ratio(s *comparison.Side, i int) bool {
	number := func(k int) bool { return k >= 0 && k < len(s.Tokens) && reading.Figure(s.Tokens[k]) }
	return number(i-1) && (number(i+1) || s.At(i+1) == "of" && number(i+2))
}
