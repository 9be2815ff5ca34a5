package reading

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Content reports whether a word says something that a claim may hang on:
// “council”, “seven”; not “of”, “really”.
func Content(w string) bool {
	return len(w) > 1 && !english.FunctionWords.Has(w) && !english.EmptyWords.Has(w)
}

// Known reports whether word w of the document is one of general English:
// “council”; not “Tamsin”.
func (s *Run) Known(w int) bool {
	f := s.Form(w)
	return f != nil && lexicon.Frequency(f.Stem) > 0
}

// Figure reports whether a token is a number: “12”, “seven”.
func Figure(a Token) bool { return english.IsDigit(a.Norm) || english.NumberWords.Has(a.Text) }

// Capital reports whether a token has a capital letter that it need not have: the
// “Lund” of “says Lund”; not the “He” that begins a sentence.
func Capital(a Token) bool { return a.Upper && !a.First }

// AllAre reports whether all tokens of content are of one class: all of
// “dear colleagues” are [Address].
func AllAre(tokens []Token, of func(string) bool) bool {
	return !slices.ContainsFunc(tokens, func(a Token) bool { return Content(a.Text) && !of(a.Text) })
}

// Address reports whether speakers use a word to address their hearers: “colleagues”.
func Address(w string) bool { return addressWords.Has(w) }

var addressWords = words.Set("saying", "address-words")

// Praise reports whether a word only praises: “wonderful”.
func Praise(w string) bool { return praising.Has(w) }

var praising = words.Set("saying", "praising")

// OfOne are verbs, and what is left of them, whose subject is one: “does”.
var OfOne = words.Set("grammar", "verbs-of-one")

// Joins reports whether tokens only join what stands on either side of them, so
// that either may come first: “and” of bread and milk, “is the” of Tamsin is the
// capital, “met” of Lund met Holt.
func Joins(tokens []Token) bool {
	both := AnyOf(tokens, english.Mutual)
	return !slices.ContainsFunc(tokens, func(a Token) bool {
		return !english.Joiners.Has(a.Text) && !english.Mutual.Has(a.Text) && !(both && a.Text == "with")
	})
}

// OfWhat reports whether tokens only say whose or of what something is: “of the
// old mill”; not “of which”.
func OfWhat(tokens []Token) bool {
	return tokens[0].Text == "of" && !slices.ContainsFunc(tokens[1:], func(a Token) bool {
		named := english.Articles.Has(a.Text) || english.Person.First(a.Text) != "" || a.Text == "and"
		return english.FunctionWords.Has(a.Text) && !named
	})
}
