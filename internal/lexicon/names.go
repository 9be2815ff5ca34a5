package lexicon

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"iter"
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

// lines are the lines of a compressed text.
func lines(data []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return // no table: it was left out of the build
		}
		sc := bufio.NewScanner(z)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() && yield(sc.Text()) {
		}
	}
}
