package words

import "strings"

// A WordSet is a set of words. The zero value cannot be used.
type WordSet struct{ lazy[wordSet] }

type wordSet struct {
	has   map[string]int // the number of the last list that has the word, from 1
	words []string       // in the file's order
}

// Set is the words of one list or of several lists of a file, parted by blanks.
// No list may have a word twice.
func Set(file string, lists ...string) *WordSet {
	return &WordSet{lazy[wordSet]{build: func() *wordSet {
		sections, n := sectionsOf(file, lists, " ")
		s := newWordSet(n)
		for i, list := range sections {
			for _, line := range list.Lines {
				for w := range strings.FieldsSeq(line) {
					if s.has[w] == i+1 {
						list.panicf("%q stands twice", w)
					}
					s.add(w, i+1)
				}
			}
		}
		return s
	}}}
}

// Union is the words of all sets.
func Union(sets ...*WordSet) *WordSet {
	return &WordSet{lazy[wordSet]{build: func() *wordSet {
		n := 0
		for _, x := range sets {
			n += len(x.get().words)
		}
		s := newWordSet(n)
		for _, x := range sets {
			for _, w := range x.get().words {
				s.add(w, 1)
			}
		}
		return s
	}}}
}

// newWordSet is an empty set with room for n words.
func newWordSet(n int) *wordSet {
	return &wordSet{has: make(map[string]int, n), words: make([]string, 0, n)}
}

// add adds a word of the list with a number.
func (s *wordSet) add(w string, list int) {
	if s.has[w] == 0 {
		s.words = append(s.words, w)
	}
	s.has[w] = list
}

// Has reports whether w is in the set.
func (s *WordSet) Has(w string) bool { return s.get().has[w] > 0 }

// Words are the words of the set in the order of the file. They are not to be
// written to.
func (s *WordSet) Words() []string { return s.get().words }
