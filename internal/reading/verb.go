package reading

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
)

// “The bridge was safe” is not “the bridge is safe”, and “we built it” is not “we will
// build it”. Which word is the verb, and of what tense, a parser would tell; here the
// few words before one tell whether it stands by itself and whether it is told as
// done. A verb that they do not know is taken to be finite. Cost: three words back.

// VerbIn reports whether a range may have a finite verb: “the council has”, “it
// said so”; not “the old council”.
func (s *Run) VerbIn(r Range) bool {
	for i := r.Start; i < r.End; i++ {
		w := s.Tokens[i].Text
		if english.Auxiliary(w) || english.Saying.Has(w) {
			return true
		}
		if i > r.Start && english.PastForm(w) {
			return true
		}
	}
	return false
}

// Nominal reports whether a subject may begin at token i: “the council”, “there”,
// “Lund”.
func (s *Run) Nominal(i int) bool {
	w := s.At(i)
	if english.Subjects.Has(w) || english.NounStarts.Has(w) || w == "there" {
		return true
	}
	return w != "" && s.Tokens[i].Upper
}

// Past reports whether the verb at token i is told as done: “walked”, “have
// built”; not “to be built”.
func (s *Run) Past(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch t := s.Tokens[k].Text; {
		case t == "to" || t == "be" || t == "being" || english.Modality.Of(t) != "":
			return false
		case beforeDone.Has(t):
			return true
		}
	}
	return english.PastForm(s.Tokens[i].Text)
}

// Finite reports whether the verb at token i stands by itself: the “is” of “it
// also is”; not the “walk” of “to walk”, “will walk” or “a walk”.
func (s *Run) Finite(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch w := s.Tokens[k].Text; {
		case beforeNoFinite.Has(w), english.Tenses.Of(w).Verb != "", english.Modality.Of(w) != "":
			return false
		case !betweenVerbs.Has(w) && !strings.HasSuffix(w, "ly"):
			return true
		}
	}
	return true
}

var (
	// beforeDone stand before a verb that is told as done.
	beforeDone = words.Set("grammar", "before-done")

	// beforeNoFinite stand before a noun or a verb that tells no tense itself.
	beforeNoFinite = words.Set("grammar", "determiners", "before-bare-verb")

	// betweenVerbs may stand between an auxiliary and its verb.
	betweenVerbs = words.Set("grammar", "between-verbs")
)

// States reports whether tokens are a clause with a subject of its own: “who I
// am”, “we think”; not “the old council”.
func States(tokens []Token) bool {
	for i, a := range tokens[:max(0, len(tokens)-1)] {
		if english.Speakers.Has(a.Text) {
			return true
		}
		next := tokens[i+1].Text
		if english.Person.First(a.Text) != "" && (english.Auxiliaries.Has(next) || next == "am") {
			return true
		}
	}
	return false
}
