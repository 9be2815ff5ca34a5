package eval

import (
	"math/rand/v2"
	"regexp"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
)

// More rules, by which differences are made that the mutation benchmark has not, or not
// through a translation: the judge would take a kind that it has only seen in fair pairs
// for one that means nothing.

// moreRules are those of the fit beside mutations.
func moreRules() []mutation {
	return []mutation{
		{"exchange", provenance.Order, exchange(thing)},
		{"exchange-names", provenance.Name, exchange(inner)},
		{"tail", provenance.Substitution, otherTail},
		{"far", provenance.Splice, joinFar},
	}
}

// thing is a noun with its article, most often.
var thing = regexp.MustCompile(`\b(?:the|The) ([a-z]{4,})\b`)

// exchange puts two words of a sentence each in the other's place.
func exchange(re *regexp.Regexp) func(passage, *rand.Rand) (outcome, bool) {
	return func(p passage, _ *rand.Rand) (outcome, bool) {
		all := re.FindAllStringSubmatchIndex(p.text, -1)
		if len(all) < 2 {
			return outcome{}, false
		}
		a, b := all[0], all[len(all)-1]
		first, last := p.text[a[2]:a[3]], p.text[b[2]:b[3]]
		if strings.EqualFold(first, last) || strings.HasPrefix(p.text[a[3]:], " and ") {
			return outcome{}, false
		}
		return outcome{p.text[:a[2]] + last + p.text[a[3]:b[2]] + first + p.text[b[3]:], first}, true
	}
}

// otherTail puts the last words of a distant sentence for those of this one.
func otherTail(p passage, r *rand.Rand) (outcome, bool) {
	head, tail := strings.Fields(p.text), strings.Fields(p.far)
	n := 3 + r.IntN(4)
	if len(head) < 4*n || len(tail) < 2*n {
		return outcome{}, false
	}
	kept := append(head[:len(head)-n:len(head)-n], tail[len(tail)-n:]...)
	return outcome{strings.Join(kept, " "), ""}, true
}

// joinFar quotes a distant sentence behind this one.
func joinFar(p passage, _ *rand.Rand) (outcome, bool) {
	if words(p.far) < shortest {
		return outcome{}, false
	}
	return outcome{p.text + " " + p.far, ""}, true
}

// rulesFor are the rules that change copies, or quotes against another translation. Of
// these some make what a translation may make, too.
func rulesFor(copies bool) (out []mutation) {
	for _, m := range append(append(mutations(), moreRules()...), amountMutations()...) {
		switch {
		case copies, throughTranslation.MatchString(m.name):
			out = append(out, m)
		case m.name == "antonym", m.name == "truncation", m.name == "far":
			out = append(out, m)
		case strings.HasPrefix(m.name, "exchange"):
			out = append(out, m)
		}
	}
	return out
}
