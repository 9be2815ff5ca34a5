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
	if s.Len() != 1 || !english.ThirdPerson(c.S.At(s.Start)) || !c.Q.AnyContent(q) {
		return false
	}
	at := c.S.Tokens[s.Start].Word
	return !slices.ContainsFunc(c.Q.Words(q), func(a reading.Token) bool {
		return reading.Content(a.Text) && !c.SaidBefore(a, at, referentReach)
	})
}
