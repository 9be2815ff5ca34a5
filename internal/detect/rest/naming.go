package rest

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Reporters name whom the speaker means, and address people as their readers know
// them.

// addressed reports whether words q and s are titles before the same name, one of
// them a bare form of address: “Chancellor Lund” for “Dear Mr Lund”.
func addressed(c *comparison.Comparison, q, s reading.Range) bool {
	named := q.End < len(c.Q.Tokens) && c.Q.Tokens[q.End].Upper && c.PairedIn(q.End, reading.One(s.End))
	if !named || !titles(c.Q.Words(q)) || !titles(c.S.Words(s)) {
		return false
	}
	return reading.AllAre(c.Q.Words(q), plainTitle) || reading.AllAre(c.S.Words(s), plainTitle)
}

// titles reports whether words are nothing but titles and forms of address.
func titles(tokens []reading.Token) bool {
	return reading.AllAre(tokens, func(w string) bool { return english.NotNames.Has(w) || plainTitle(w) })
}

// plainTitle reports whether a word only addresses: “Mr”, not “Senator”.
func plainTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "dear", "sir", "madam":
		return true
	}
	return false
}

// referentReach is how many words before a pronoun the word that it stands for may
// be.
const referentReach = 120

// referent reports whether words q have been said not long before, and the source has
// a pronoun for them: “Farmers” for “They”.
func referent(c *comparison.Comparison, q, s reading.Range) bool {
	if s.Len() != 1 || !thirdPerson(c.S.At(s.Start)) || !c.Q.AnyContent(q) {
		return false
	}
	at := c.S.Tokens[s.Start].Word
	return !slices.ContainsFunc(c.Q.Words(q), func(a reading.Token) bool {
		return reading.Content(a.Text) && !saidBefore(c, a, at)
	})
}

// thirdPerson reports whether a word is a pronoun of somebody spoken of.
func thirdPerson(w string) bool {
	switch english.Person.First(w) {
	case "he", "she", "they":
		return true
	}
	return false
}

// saidBefore reports whether the source has word a, or a form of it, not long before
// its word at.
func saidBefore(c *comparison.Comparison, a reading.Token, at int) bool {
	want := c.Q.Form(a.Word)
	for w := max(0, at-referentReach); want != nil && w < at; w++ {
		if f := c.S.Form(w); f != nil && f.Stem == want.Stem {
			return true
		}
	}
	return false
}
