package words

import (
	"slices"
	"strings"
)

// A PhraseList is phrases of one word or more. The zero value cannot be used.
type PhraseList struct{ lazy[phraseList] }

type phraseList struct {
	all    [][]string            // in the file's order
	has    map[string]bool       // words parted by one blank
	starts map[string][][]string // by first word, the longest first
	ends   map[string][][]string // by last word, the longest first
}

// Phrases is the phrases of one list or of several lists of a file, one on a
// line or more, parted by semicolons. No list may have a phrase twice.
func Phrases(file string, lists ...string) *PhraseList {
	return &PhraseList{lazy[phraseList]{build: func() *phraseList {
		p := &phraseList{has: map[string]bool{}, starts: map[string][][]string{}, ends: map[string][][]string{}}
		for _, name := range lists {
			list := section(file, name)
			own := map[string]bool{}
			for _, line := range list.Lines {
				for words := range phrasesOf(line) {
					phrase := strings.Join(words, " ")
					if own[phrase] {
						list.panicf("%q stands twice", phrase)
					}
					own[phrase] = true
					p.add(phrase, words)
				}
			}
		}
		for _, by := range []map[string][][]string{p.starts, p.ends} {
			for _, list := range by {
				slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
			}
		}
		return p
	}}}
}

// phrasesOf yields the words of each phrase on a line; an empty one is none.
func phrasesOf(line string) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for phrase := range strings.SplitSeq(line, ";") {
			if words := strings.Fields(phrase); len(words) > 0 && !yield(words) {
				return
			}
		}
	}
}

func (p *phraseList) add(phrase string, words []string) {
	if p.has[phrase] {
		return
	}
	p.has[phrase] = true
	p.all = append(p.all, words)
	first, last := words[0], words[len(words)-1]
	p.starts[first] = append(p.starts[first], words)
	p.ends[last] = append(p.ends[last], words)
}

// All are the words of each phrase in the order of the file. They are not to be
// written to.
func (p *PhraseList) All() [][]string { return p.get().all }

// Has reports whether words parted by one blank are a phrase of the list.
func (p *PhraseList) Has(phrase string) bool { return p.get().has[phrase] }

// Prefix is how many words the longest phrase has that n words begin with, or 0;
// at is word i of them.
func (p *PhraseList) Prefix(n int, at func(i int) string) int {
	if n == 0 {
		return 0
	}
	for _, words := range p.get().starts[at(0)] {
		if len(words) <= n && same(words, 0, at) {
			return len(words)
		}
	}
	return 0
}

// Suffix is how many words the longest phrase has that n words end with, or 0;
// at is word i of them.
func (p *PhraseList) Suffix(n int, at func(i int) string) int {
	if n == 0 {
		return 0
	}
	for _, words := range p.get().ends[at(n-1)] {
		if len(words) <= n && same(words, n-len(words), at) {
			return len(words)
		}
	}
	return 0
}

// same reports whether the words stand from word i on.
func same(words []string, i int, at func(i int) string) bool {
	for k, w := range words {
		if at(i+k) != w {
			return false
		}
	}
	return true
}
