package reading

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
)

// What is compared may change sides: "larger than" leaves all its words in the
// sentence, and only where they stand tells what is the larger. Cost: linear but
// for the few words around each "than".

// SideWords is how far from "than" what is compared may stand, in words.
const SideWords = 7

// Comparative is the word that compares what stands before "than" at i with what
// stands behind; -1 where there is none.
func (s *Run) Comparative(i int) int {
	for k := i - 1; k >= max(0, i-SideWords); k-- {
		switch t := s.Tokens[k].Text; {
		case t == "more" || t == "less" || t == "worse", len(t) > 4 && strings.HasSuffix(t, "er"):
			return k
		}
	}
	return -1
}

// Lists of words and of phrases, and what of them stands in a run of atoms.

// StartsWith reports whether atoms begin with one of the phrases.
func StartsWith(atoms []Token, list *words.PhraseList) bool { return Prefix(atoms, list) > 0 }

// Prefix is the length of the longest of the phrases that atoms begin with, or 0.
func Prefix(atoms []Token, list *words.PhraseList) int {
	return list.Prefix(len(atoms), func(i int) string { return atoms[i].Text })
}

// EndsWith reports whether atoms end with one of the phrases.
func EndsWith(atoms []Token, list *words.PhraseList) bool {
	return list.Suffix(len(atoms), func(i int) string { return atoms[i].Text }) > 0
}

// Joined is the atoms with blanks between.
func Joined(atoms []Token) string {
	out := make([]string, len(atoms))
	for i, a := range atoms {
		out[i] = a.Text
	}
	return strings.Join(out, " ")
}

// AnyOf reports whether one of the words is among the atoms.
func AnyOf(atoms []Token, list *words.WordSet) bool {
	return slices.ContainsFunc(atoms, func(a Token) bool { return list.Has(a.Text) })
}

// Negated reports whether a negator is among the atoms.
func Negated(atoms []Token) bool { return AnyOf(atoms, english.Negators) }
