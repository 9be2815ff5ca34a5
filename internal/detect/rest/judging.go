package rest

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// judging are adjectives by which whoever puts them in passes judgement: “corrupt”.
var judging = words.Set("style", "judging")

// Judgements tells adjectives of a retelling that judge what the source names without
// one: “the corrupt council”, of “the council”. Other adjectives come and go in
// translations. It asks that a word of the phrase has its counterpart, and that no word
// of content that is left over there, or anywhere with the same stem, may be meant.
func Judgements(c *comparison.Comparison) {
	if c.Copied {
		return
	}
	for i, a := range c.Q.Tokens {
		if !judging.Has(a.Text) || !c.Q.Free(i) || c.Q.OpensClause(i+1) {
			continue
		}
		if at := named(c, i+1); at >= 0 && !qualified(c, at) {
			c.Tell(change.Insertion, change.Major, reading.One(i), comparison.Gap(at))
		}
	}
}

// phraseReach is how many words of a phrase are read, in front of its noun.
const phraseReach = 3

// named is the counterpart of the first word of the quote's phrase from i on that has
// one; -1 where it has none.
func named(c *comparison.Comparison, i int) int {
	for k := i; k < min(len(c.Q.Tokens), i+phraseReach); k++ {
		if k > i && c.Q.OpensClause(k) || english.FunctionWords.Has(c.Q.At(k)) {
			return -1
		}
		if m, ok := c.Q.Best(k); ok && c.Q.Paired(k) || ok && reading.Content(c.Q.At(k)) {
			return m.At
		}
	}
	return -1
}

// qualified reports whether the source has a word of content that is left over in the
// phrase in front of word j, or behind it: another way to say the adjective.
func qualified(c *comparison.Comparison, j int) bool {
	from := j
	for from > max(0, j-phraseReach) && !english.FunctionWords.Has(c.S.At(from-1)) && !c.S.OpensClause(from) {
		from--
	}
	return c.S.AnyContent(reading.Range{Start: from, End: min(j+2, len(c.S.Tokens))})
}
