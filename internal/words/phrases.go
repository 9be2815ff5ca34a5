package words

import (
	"slices"
	"strings"
)

// A PhraseList is phrases of one word or more. The zero value cannot be used.
type PhraseList struct {
	lazy[phraseList]
	starts, ends lazy[phrasesBy]
}

type phraseList struct {
	all [][]string     // in the file's order
	has map[string]int // words parted by one blank; the number of the last list, from 1
}

// phrasesBy are phrases by one of their words, those of a word the longest first.
type phrasesBy map[string][][]string

// Phrases is the phrases of one list or of several lists of a file, one on a
// line or more, parted by semicolons. No list may have a phrase twice.
func Phrases(file string, lists ...string) *PhraseList {
	p := &PhraseList{lazy: lazy[phraseList]{build: func() *phraseList { return readPhrases(file, lists) }}}
	p.starts.build = func() *phrasesBy { return p.by(func(words []string) string { return words[0] }) }
	p.ends.build = func() *phrasesBy { return p.by(func(words []string) string { return words[len(words)-1] }) }
	return p
}

func readPhrases(file string, lists []string) *phraseList {
	sections, n := sectionsOf(file, lists, ";")
	p := &phraseList{all: make([][]string, 0, n), has: make(map[string]int, n)}
	for i, list := range sections {
		for _, line := range list.Lines {
			for words := range phrasesOf(line) {
				phrase := strings.Join(words, " ")
				switch p.has[phrase] {
				case 0:
					p.all = append(p.all, words)
				case i + 1:
					list.panicf("%q stands twice", phrase)
				}
				p.has[phrase] = i + 1
			}
		}
	}
	return p
}

// by is the phrases by the word that key tells of each.
func (p *PhraseList) by(key func(words []string) string) *phrasesBy {
	all := p.All()
	by := make(phrasesBy, len(all))
	for _, words := range all {
		by[key(words)] = append(by[key(words)], words)
	}
	for _, list := range by {
		slices.SortStableFunc(list, func(a, b []string) int { return len(b) - len(a) })
	}
	return &by
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

// All are the words of each phrase in the order of the file. They are not to be
// written to.
func (p *PhraseList) All() [][]string { return p.get().all }

// Has reports whether words parted by one blank are a phrase of the list.
func (p *PhraseList) Has(phrase string) bool { return p.get().has[phrase] > 0 }

// Prefix is how many words the longest phrase has that n words begin with, or 0;
// at is word i of them.
func (p *PhraseList) Prefix(n int, at func(i int) string) int {
	if n == 0 {
		return 0
	}
	for _, words := range (*p.starts.get())[at(0)] {
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
	for _, words := range (*p.ends.get())[at(n-1)] {
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
