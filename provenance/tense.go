package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/speech"
)

// "The bridge was safe" is not "the bridge is safe". The forms of one verb are
// tied to each other like any words of one stem, and between words in marks
// only their tense is left to tell them apart. A report of speech without marks
// shifts the tense (he said that it was), and so may a translation; neither is
// held to it.

// tenseOf has the verbs whose forms tell the tense of a clause: the verb, and
// whether the form is past.
var tenseOf = words.Values("grammar", "tense", tenseNamed)

// A tense is a verb and whether its form is past.
type verbTense struct {
	verb string
	past bool
}

// tenseNamed reads a verb and its tense: be past.
func tenseNamed(line string) verbTense {
	verb, when, _ := strings.Cut(line, " ")
	return verbTense{verb, when == "past"}
}

// tenses reports verbs of a copied quote that stand in another tense.
func (p *pairing) tenses() {
	if !p.literal || p.kind == speech.Indirect {
		return
	}
	for i := range p.q.tokens {
		if p.q.told[i] || p.q.copied(one(i)) {
			continue
		}
		for _, j := range p.across(i) {
			if !p.s.told[j] && !p.s.copied(one(j)) && abs(p.q.expect(i)-j) <= 2 && p.otherTense(i, j) {
				p.tell(Substitution, Major, one(i), one(j))
				break
			}
		}
	}
}

// otherTense reports whether atoms i of the quote and j of the source are forms
// of one verb in two tenses, or of two states of what is done: being, been.
func (p *pairing) otherTense(i, j int) bool {
	a, b := p.q.tokens[i].text, p.s.tokens[j].text
	x, y := tenseOf.Of(a), tenseOf.Of(b)
	switch {
	case x.verb != "" && x.verb == y.verb:
		return x.past != y.past
	case a == "being" && b == "been", a == "been" && b == "being":
		return true
	}
	if !p.tiedBy(i, j, align.Stem) || !p.q.finite(i) || !p.s.finite(j) {
		return false
	}
	return pastOf(a, b) && inPresent(b) || pastOf(b, a) && inPresent(a)
}

// pastOf reports whether a is the past of a verb that has the form b too: needed,
// need.
func pastOf(a, b string) bool {
	return strings.HasSuffix(a, "ed") && (!strings.HasSuffix(b, "ed") || len(a) > len(b))
}

func (p *pairing) tiedBy(i, j int, why align.Why) bool {
	for _, m := range p.q.mates[i] {
		if m.at == j && m.why == why {
			return true
		}
	}
	return false
}

// inPresent: a form of a verb that does not end in -ing or the like.
func inPresent(w string) bool {
	for _, end := range [...]string{"ing", "ion", "er", "ers", "or", "ment", "ly", "al"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

// finite reports whether the verb at i stands by itself: no auxiliary, no "to"
// and no article before it.
func (s *side) finite(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		w := s.tokens[k].text
		switch {
		case tenseOf.Of(w).verb != "", modality.Of(w) != "", determiners.Has(w), w == "to", w == "be", w == "been", w == "being", w == "having", w == "help", w == "let", w == "make":
			return false
		case w != "not" && w != "also" && w != "never" && w != "always" && w != "still" && !strings.HasSuffix(w, "ly"):
			return true
		}
	}
	return true
}

var determiners = words.Set("grammar", "determiners")
