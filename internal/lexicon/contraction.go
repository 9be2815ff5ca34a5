package lexicon

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

var (
	contracted = words.Values("style", "contracted-to-find", strings.Fields)
	shortened  = words.Values("style", "cut-short-to-find", words.Text)
)

// nations are acronyms whose surface must be in capitals or with points, lest
// the pronoun be taken for a country.
var nations = words.Values("places", "acronyms-in-full", strings.Fields)

var clitics = [...]struct{ end, word string }{
	{"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}, {"'d", ""}, {"'s", ""}, {"s'", "s"}, {"'", ""},
}

// expand gives the words that a folded word stands for, at least one. surface
// is how it was written.
func expand(surface, w string) []string {
	if list, ok := contracted.Find(w); ok {
		return list
	}
	if strings.HasSuffix(w, "n't") && len(w) > 4 {
		return []string{w[:len(w)-3], "not"}
	}
	var tail string
	for _, c := range clitics {
		if head, ok := strings.CutSuffix(w, c.end); ok && head != "" {
			if c.end == "s'" {
				head += "s"
			} else {
				tail = c.word
			}
			w = head
			break
		}
	}
	list := full(surface, w)
	if tail != "" {
		list = append(list[:len(list):len(list)], tail)
	}
	return list
}

// full writes out an acronym or abbreviation.
func full(surface, w string) []string {
	if strings.Contains(w, ".") {
		w = strings.ReplaceAll(w, ".", "")
		if w == "" {
			return []string{"."}
		}
	}
	head, _, _ := strings.Cut(strings.ReplaceAll(surface, "’", "'"), "'")
	if list, ok := nations.Find(w); ok && Capitals(head) {
		return list
	}
	if long, ok := shortened.Find(w); ok && surface[0] >= 'A' && surface[0] <= 'Z' && w != "mar" && w != "jun" {
		return []string{long}
	}
	return []string{w}
}

// Capitals reports whether a word as it stands is written like an acronym: EU,
// U.N.
func Capitals(word string) bool {
	n := 0
	for _, r := range word {
		switch {
		case r >= 'A' && r <= 'Z':
			n++
		case r != '.':
			return false
		}
	}
	return n > 1
}
