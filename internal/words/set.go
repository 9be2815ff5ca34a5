package words

import "strings"

// A WordSet is a set of words. The zero value cannot be used.
type WordSet struct{ lazy[wordSet] }

type wordSet struct {
	has   map[string]bool
	words []string // in the file's order
}

// Set is the words of one list or of several lists of a file, parted by blanks.
// No list may have a word twice.
func Set(file string, lists ...string) *WordSet {
	return &WordSet{lazy[wordSet]{build: func() *wordSet {
		s := &wordSet{has: map[string]bool{}}
		for _, name := range lists {
			list := section(file, name)
			own := map[string]bool{}
			for _, line := range list.Lines {
				for w := range strings.FieldsSeq(line) {
					if own[w] {
						list.panicf("%q stands twice", w)
					}
					own[w] = true
					s.add(w)
				}
			}
		}
		return s
	}}}
}

// Union is the words of all sets.
func Union(sets ...*WordSet) *WordSet {
	return &WordSet{lazy[wordSet]{build: func() *wordSet {
		s := &wordSet{has: map[string]bool{}}
		for _, x := range sets {
			for _, w := range x.get().words {
				s.add(w)
			}
		}
		return s
	}}}
}

func (s *wordSet) add(w string) {
	if !s.has[w] {
		s.has[w] = true
		s.words = append(s.words, w)
	}
}

// Has reports whether w is in the set.
func (s *WordSet) Has(w string) bool { return s.get().has[w] }

// Words are the words of the set in the order of the file. They are not to be
// written to.
func (s *WordSet) Words() []string { return s.get().words }
