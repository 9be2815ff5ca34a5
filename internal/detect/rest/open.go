package rest

import (
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// openSource is what the source has in a hole: what lies within the match, and
// beyond the match's ends the words that the quote's own words q there may
// stand for.
func openSource(c *comparison.Comparison, h pairing.Hole, q reading.Range) reading.Range {
	s := h.S
	alike, n := counterparts(c.Q.Words(q))
	if h.Q.Start == 0 {
		for s.Start < s.End && !c.S.Inside[s.Start] && s.Len() > before(c.S, s.End, n, alike) {
			s.Start++
		}
	}
	if h.Q.End == len(c.Q.Tokens) {
		for s.Start < s.End && !c.S.Inside[s.End-1] && s.Len() > behind(c.S, s.Start, n, alike) {
			s.End--
		}
	}
	return c.S.OpenPart(s)
}

// counterparts is what kind of word may stand for words of the quote, and how
// many: words of content or, where there are none, pronouns.
func counterparts(put []reading.Token) (alike func(reading.Token) bool, n int) {
	content := func(a reading.Token) bool { return reading.Content(a.Text) }
	if n := count(put, content); n > 0 {
		return content, n
	}
	pronoun := func(a reading.Token) bool { return person(a) != "" }
	return pronoun, count(put, pronoun)
}

// count is how many of some words are of a kind.
func count(tokens []reading.Token, kind func(reading.Token) bool) int {
	n := 0
	for _, a := range tokens {
		if kind(a) {
			n++
		}
	}
	return n
}

// before is how many words of a sentence, up to word j, hold n words of a kind,
// without leaving the clause.
func before(s *comparison.Side, j, n int, alike func(reading.Token) bool) int {
	k := j
	for n > 0 && k > 0 && s.SentenceOf(k-1) == s.SentenceOf(j) && !clauseWords.Has(s.Tokens[k-1].Text) {
		if k--; alike(s.Tokens[k]) {
			n--
		}
	}
	return j - k
}

// behind is how many words of a sentence, from word j on, hold n words of a kind,
// without leaving the clause.
func behind(s *comparison.Side, j, n int, alike func(reading.Token) bool) int {
	k := j
	for n > 0 && k < len(s.Tokens) && s.SentenceOf(k) == s.SentenceOf(j-1) && !clauseWords.Has(s.Tokens[k].Text) {
		if alike(s.Tokens[k]) {
			n--
		}
		k++
	}
	return k - j
}

// clauseWords join a clause to another.
var clauseWords = words.Set("grammar", "clause-words")
