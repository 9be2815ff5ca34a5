package tense

import (
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
)

// Compare reports verbs of a copied quote that stand in another tense.
func Compare(c *comparison.Comparison) {
	if !c.Copied || c.Kind == speech.Indirect {
		return
	}
	for i := range c.Q.Tokens {
		if c.Q.Spent[i] || c.Q.Copied(reading.One(i)) {
			continue
		}
		for _, j := range c.Across(i) {
			if !c.S.Spent[j] && !c.S.Copied(reading.One(j)) && english.Abs(c.Q.Expect(i)-j) <= 2 && otherTense(c, i, j) {
				c.Tell(change.Substitution, change.Major, reading.One(i), reading.One(j))
				break
			}
		}
	}
}

// otherTense reports whether atoms i of the quote and j of the source are forms
// of one verb in two tenses, or of two states of what is done: being, been.
func otherTense(c *comparison.Comparison, i, j int) bool {
	a, b := c.Q.Tokens[i].Text, c.S.Tokens[j].Text
	x, y := english.TenseOf.Of(a), english.TenseOf.Of(b)
	switch {
	case x.Verb != "" && x.Verb == y.Verb:
		return x.Past != y.Past
	case a == "being" && b == "been", a == "been" && b == "being":
		return true
	}
	if !c.TiedBy(i, j, align.Stem) || !c.Q.Finite(i) || !c.S.Finite(j) {
		return false
	}
	return pastOf(a, b) && inPresent(b) || pastOf(b, a) && inPresent(a)
}

// pastOf reports whether a is the past of a verb that has the form b too: needed,
// need.
func pastOf(a, b string) bool {
	return strings.HasSuffix(a, "ed") && (!strings.HasSuffix(b, "ed") || len(a) > len(b))
}

// inPresent: a form of a verb that does not end in -ing or the like.
func inPresent(w string) bool {
	for _, end := range [...]string{"ing", "ion", "er", "ers", "or", "ment", "ly", "al"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}
