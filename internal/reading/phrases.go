package reading

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
)

// StartsWith reports whether tokens begin with one of the phrases: “only if it rains” with
// “only if”.
func StartsWith(tokens []Token, list *words.PhraseList) bool { return Prefix(tokens, list) > 0 }

// Prefix is the length of the longest of the phrases that tokens begin with, or 0:
// 2 for “only” and “only if”.
func Prefix(tokens []Token, list *words.PhraseList) int {
	return list.Prefix(len(tokens), func(i int) string { return tokens[i].Text })
}

// EndsWith reports whether tokens end with one of the phrases: “it is a lie” with “a lie”.
func EndsWith(tokens []Token, list *words.PhraseList) bool {
	return list.Suffix(len(tokens), func(i int) string { return tokens[i].Text }) > 0
}

// Has reports whether a word is among the tokens.
func Has(tokens []Token, word string) bool {
	return slices.ContainsFunc(tokens, func(a Token) bool { return a.Text == word })
}

// AnyOf reports whether one of the words is among the tokens.
func AnyOf(tokens []Token, list *words.WordSet) bool {
	return slices.ContainsFunc(tokens, func(a Token) bool { return list.Has(a.Text) })
}

// Negated reports whether a negator is among the tokens: “we have not seen”.
func Negated(tokens []Token) bool { return AnyOf(tokens, english.Negators) }

// Joined is the tokens with blanks between: “at least”.
func Joined(tokens []Token) string {
	out := make([]string, len(tokens))
	for i, a := range tokens {
		out[i] = a.Text
	}
	return strings.Join(out, " ")
}

// Solid is the tokens written as one word: “cannot” for “can not”.
func Solid(tokens []Token) string { return strings.ReplaceAll(Joined(tokens), " ", "") }
