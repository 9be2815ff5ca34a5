package name

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// referentReach is how many words before a pronoun the name that it stands for may be.
const referentReach = 40

// referents accounts for names of a copy at the place of a pronoun of the source that has
// the name, and no other one, not long before: “Wilson came”, of “Mr Wilson was there. He
// came”.
func referents(c *comparison.Comparison, q []reading.Fact) {
	for i, f := range q {
		if f.Found || c.Q.AnySpent(f.At) {
			continue
		}
		j := pronounAt(c, f.At)
		if j < 0 || !onlyNameBefore(c, f.At, c.S.Tokens[j].Word) {
			continue
		}
		q[i].Found, q[i].Mate = true, -1
		c.Tell(change.Substitution, change.Minor, f.At, reading.One(j))
	}
}

// onlyNameBefore reports whether all words of a name stand not long before word at of the
// source, and no other capital but of function words, of places and of what is right
// before the name.
func onlyNameBefore(c *comparison.Comparison, name reading.Range, at int) bool {
	d, found := c.S.Doc, map[string]bool{}
	own := func(w int) bool {
		return w < at && slices.ContainsFunc(c.Q.Words(name), func(a reading.Token) bool {
			return a.Text == english.Lower(d.Word(w))
		})
	}
	for w := max(0, at-referentReach); w < at; w++ {
		first, _ := utf8.DecodeRuneInString(d.Word(w))
		said := english.Lower(d.Word(w))
		switch {
		case own(w):
			found[said] = true
		case w > 0 && beforePlaces.Has(english.Lower(d.Word(w-1))):
		case unicode.IsUpper(first) && !english.FunctionWords.Has(said) && !own(w+1):
			return false
		}
	}
	return len(found) == name.Len()
}

// beforePlaces stand before what is no person: “in”.
var beforePlaces = words.Set("names", "before-places")

// pronounAt is the word of the source, at the place of words r of the quote, that is the
// pronoun of somebody spoken of and accounted for by nothing; -1 where there is none.
func pronounAt(c *comparison.Comparison, r reading.Range) int {
	for _, j := range c.Across(r.Start) {
		if english.ThirdPerson(c.S.At(j)) && !c.S.Spent[j] && !c.S.HasTwin(j) {
			return j
		}
	}
	return -1
}
