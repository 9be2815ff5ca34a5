package tense

import (
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
)

// Compare tells verbs of a copied quote that stand in another tense.
func Compare(c *comparison.Comparison) {
	if !c.Copied || c.Kind == speech.Indirect {
		return
	}
	for i := range c.Q.Tokens {
		if !changed(c.Q, i) {
			continue
		}
		for _, j := range c.Across(i) {
			if changed(c.S, j) && reading.Apart(c.Q.Expect(i), j) <= 2 && otherTense(c, i, j) {
				c.Tell(change.Substitution, change.Major, reading.One(i), reading.One(j))
				break
			}
		}
	}
}

// changed reports whether the other side has not the same word, and nothing accounts
// for that.
func changed(s *comparison.Side, i int) bool { return !s.Spent[i] && !s.Copied(reading.One(i)) }

// otherTense reports whether word i of the quote and j of the source are forms
// of one verb in two tenses, or of two states of what is done: being, been.
func otherTense(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i].Text, c.S.Tokens[j].Text
	x, y := english.Tenses.Of(a), english.Tenses.Of(b)
	switch {
	case x.Verb != "" && x.Verb == y.Verb:
		return x.Past != y.Past
	case a == "being" && b == "been", a == "been" && b == "being":
		return true
	case !c.TiedBy(i, j, align.Stem) || !c.Q.Finite(i) || !c.S.Finite(j):
		return false
	}
	return pastOf(a, b) && inPresent(b) || pastOf(b, a) && inPresent(a)
}

// pastOf reports whether a is the past of a verb that has the form b too: needed,
// need.
func pastOf(a, b string) bool {
	return strings.HasSuffix(a, "ed") && (!strings.HasSuffix(b, "ed") || len(a) > len(b))
}

// notVerbs are endings of words that are in no tense: building, builder.
var notVerbs = words.Set("grammar", "not-in-a-tense")

// inPresent reports whether a word may be a verb in the present by its ending: need,
// needs.
func inPresent(w string) bool {
	for n := 2; n <= 4 && n <= len(w); n++ {
		if notVerbs.Has(w[len(w)-n:]) {
			return false
		}
	}
	return true
}
