package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed wordnet/names.txt.gz
var namesData []byte

var properStems = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for l := range lines(namesData) {
		m[l] = true
	}
	return m
})

// Proper reports whether a stem of general English is a name and nothing else,
// as WordNet has it. Rare words are not listed.
func Proper(stem string) bool { return properStems()[stem] }

// Common reports whether a stem is a word of general English and not only a name:
// one that WordNet has another word for, however rare.
func Common(stem string) bool {
	t := load()
	list := t.near(t.entry(stem))
	for i := range list.len() {
		if r := list.relation(i); r == Synonym || r == Derived {
			return !Proper(stem)
		}
	}
	return false
}
