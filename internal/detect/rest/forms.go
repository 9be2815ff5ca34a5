package rest

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// clauseForms reports whether of two ways to say what somebody denies or admits one is a
// clause, with “that”, and the other is not: “denied taking it”, “denied that he had
// taken it”.
func clauseForms(c *comparison.Comparison, q, s reading.Range) bool {
	a, thatA := onlyVerb(c.Q.Words(q))
	b, thatB := onlyVerb(c.S.Words(s))
	return thatA != thatB && a != "" && verbRoot(a) == verbRoot(b)
}

// onlyVerb is the word of content of a clause that has one, beside its subject and
// auxiliaries, and whether it begins with “that”.
func onlyVerb(tokens []reading.Token) (verb string, that bool) {
	for i, a := range tokens {
		switch w := a.Text; {
		case i == 0 && w == "that":
			that = true
		case person(a) != "", doneBefore(w):
		case verb != "" || !reading.Content(w):
			return "", false
		default:
			verb = w
		}
	}
	return verb, that
}

// doneBefore reports whether a word tells that something was done before: “had”.
func doneBefore(w string) bool { return w == "had" || w == "has" || w == "have" || w == "having" }

// verbRoot is what forms of a verb have in common, as far as their letters tell: “tak” of
// “taken” and “taking”.
func verbRoot(w string) string {
	if root, ok := strings.CutSuffix(w, "en"); ok && !english.IsDigit(w) {
		return root
	}
	return strings.TrimSuffix(lexicon.Stem(w), "e")
}
