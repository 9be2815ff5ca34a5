package provenance

// Lists of words and of phrases, and what of them stands in a run of atoms.

import (
	"slices"
	"strings"
)

// set is a list of words as a set.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// union is the words of both sets.
func union(a, b map[string]bool) map[string]bool {
	m := map[string]bool{}
	for w := range a {
		m[w] = true
	}
	for w := range b {
		m[w] = true
	}
	return m
}

// phrases is a list of phrases, parted by semicolons, as their words.
func phrases(list string) [][]string {
	var out [][]string
	for _, f := range strings.Split(list, ";") {
		out = append(out, strings.Fields(f))
	}
	return out
}

// startsWith reports whether atoms begin with one of the phrases.
func startsWith(atoms []atom, list [][]string) bool { return prefix(atoms, list) > 0 }

// prefix is the length of the longest of the phrases that atoms begin with, or 0.
func prefix(atoms []atom, list [][]string) int {
	n := 0
	for _, ws := range list {
		if n < len(ws) && len(ws) <= len(atoms) && joined(atoms[:len(ws)]) == strings.Join(ws, " ") {
			n = len(ws)
		}
	}
	return n
}

// endsWith reports whether atoms end with one of the phrases.
func endsWith(atoms []atom, list [][]string) bool {
	for _, ws := range list {
		if k := len(atoms) - len(ws); k >= 0 && joined(atoms[k:]) == strings.Join(ws, " ") {
			return true
		}
	}
	return false
}

// joined is the atoms with blanks between.
func joined(atoms []atom) string {
	words := make([]string, len(atoms))
	for i, a := range atoms {
		words[i] = a.text
	}
	return strings.Join(words, " ")
}

// anyOf reports whether one of the words is among the atoms.
func anyOf(atoms []atom, words map[string]bool) bool {
	return slices.ContainsFunc(atoms, func(a atom) bool { return words[a.text] })
}

// negated reports whether a negator is among the atoms.
func negated(atoms []atom) bool { return anyOf(atoms, negators) }

// isDigit reports whether a word begins with a digit.
func isDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }
