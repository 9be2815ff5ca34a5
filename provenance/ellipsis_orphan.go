package provenance

import (
	"github.com/quoteprov/quoteprov/internal/words"
)

// A sentence may be quoted after another one that it did not follow, with "he
// said" between them: who reads it fills in the gap. That is fair as long as
// the sentence stands on its own. One that begins with "it" or "this" speaks of
// the sentence before it, and if that was left out it now speaks of another
// thing. What the pronoun stands for is not resolved: the sentence before is
// taken to have it, and where that begins with the same word, the one before that.

// pointers are the words that stand for something said before.
var pointers = words.Set("grammar", "pointers")

// demonstratives do so where a verb follows: "this is", but not "this year".
var demonstratives = words.Set("grammar", "demonstratives")

var auxiliaries = words.Set("grammar", "auxiliaries")

// orphaned reports whether the quote goes on, at atom i, with a sentence that
// begins with a pronoun whose sentence was left out.
func (p *pairing) orphaned(i int, skipped trange) bool {
	k := skipped.End
	if !p.literal || len(p.q.mates[i]) == 0 || p.q.mates[i][0].at != k || !p.s.tokens[k].first || !p.s.points(k) {
		return false
	}
	from := p.s.sentenceOf(skipped.Start - 1)
	for n := p.s.sentenceOf(k) - 1; n > from; n-- {
		if first := p.s.d.Sentences[n].Words.Start; contraction(lower(p.s.d.Word(first)))[0] != p.s.tokens[k].text {
			return true
		}
	}
	return false
}

// points reports whether the sentence from source atom k on begins with a word
// that stands for something said before. The "it" of "it is time to go" stands
// for nothing.
func (s *side) points(k int) bool {
	next := s.wordAt(k + 1)
	switch w := s.tokens[k].text; {
	case demonstratives.Has(w):
		return auxiliaries.Has(next)
	case w != "it" || !auxiliaries.Has(next):
		return pointers.Has(w)
	}
	for n := k + 2; n < min(k+7, len(s.tokens)); n++ {
		if t := s.tokens[n].text; (t == "that" || t == "to") && s.sentenceOf(n) == s.sentenceOf(k) {
			return false
		}
	}
	return true
}
