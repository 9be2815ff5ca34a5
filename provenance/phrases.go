package provenance

// Lists of words and of phrases, and what of them stands in a run of atoms.

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// startsWith reports whether atoms begin with one of the phrases.
func startsWith(atoms []atom, list *words.PhraseList) bool { return prefix(atoms, list) > 0 }

// prefix is the length of the longest of the phrases that atoms begin with, or 0.
func prefix(atoms []atom, list *words.PhraseList) int {
	return list.Prefix(len(atoms), func(i int) string { return atoms[i].text })
}

// endsWith reports whether atoms end with one of the phrases.
func endsWith(atoms []atom, list *words.PhraseList) bool {
	return list.Suffix(len(atoms), func(i int) string { return atoms[i].text }) > 0
}

// joined is the atoms with blanks between.
func joined(atoms []atom) string {
	out := make([]string, len(atoms))
	for i, a := range atoms {
		out[i] = a.text
	}
	return strings.Join(out, " ")
}

// anyOf reports whether one of the words is among the atoms.
func anyOf(atoms []atom, list *words.WordSet) bool {
	return slices.ContainsFunc(atoms, func(a atom) bool { return list.Has(a.text) })
}

// negated reports whether a negator is among the atoms.
func negated(atoms []atom) bool { return anyOf(atoms, negators) }

// isDigit reports whether a word begins with a digit.
func isDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }
