package ellipsis

import (
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A sentence may be quoted after another one that it did not follow, with "he
// said" between them: who reads it fills in the gap. That is fair as long as
// the sentence stands on its own. One that begins with “it” or “this” speaks of
// the sentence before it, and if that was left out it now speaks of another
// thing. What the pronoun stands for is not resolved: the sentence before is
// taken to have it, and where that begins with the same word, the one before that.

// pointers are the words that stand for something said before: “it”.
var pointers = words.Set("grammar", "pointers")

// demonstratives do so where a verb follows: “this is”, but not “this year”.
var demonstratives = words.Set("grammar", "demonstratives")

// points reports whether the sentence from word k on begins with a word
// that stands for something said before. The “it” of “it is time to go” stands
// for nothing.
func points(s *reading.Run, k int) bool {
	next := s.At(k + 1)
	switch w := s.Tokens[k].Text; {
	case demonstratives.Has(w):
		return english.Auxiliaries.Has(next)
	case w != "it" || !english.Auxiliaries.Has(next):
		return pointers.Has(w)
	}
	for n := k + 2; n < min(k+7, len(s.Tokens)); n++ {
		if t := s.Tokens[n].Text; (t == "that" || t == "to") && s.SentenceOf(n) == s.SentenceOf(k) {
			return false
		}
	}
	return true
}
