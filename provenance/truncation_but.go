package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// "We support the treaty, but only with clause 7" and "We support the treaty,
// but Ostmark has never asked for it": a quote that stops before the first "but"
// says more than its speaker did, one that stops before the second is a whole
// statement beside another one. To read every "but" as a limit calls true quotes
// altered; to read none as one misses what misleads most.
//
// What follows decides. Without a subject of its own it belongs to the clause
// that is quoted, and limits it. With one it is a statement, and limits the quoted
// one only if it speaks of the same thing and denies, excepts, requires or
// restricts. A clause that does neither is shown, and changes no verdict.

// contrasts open a clause that is set against the one before it.
var contrasts = words.Phrases("clause", "contrasts")

// stresses follow a "but" that goes further in the same direction.
var stresses = words.Phrases("clause", "stresses")

// restrictions are the words of a clause that deny, except, require or restrict.
var restrictions = words.Union(negators, words.Set("clause", "restrictions"))

// duties are restrictions of two words: have to, got to.
var duties = words.Set("grammar", "duties")

// echoes are words that take up what was said before.
var echoes = words.Set("grammar", "echoes")

// contrast is how much of what stands before source atom j the clause from j
// on, up to end, takes back: none where it begins with no word of contrast.
func (s *side) contrast(j int, end int) Severity {
	n := prefix(s.tokens[j:end], contrasts)
	if n == 0 || n == end-j || startsWith(s.tokens[j+n:end], stresses) || s.notMerely(j) {
		return ""
	}
	r := s.clauseFrom(j+n, end)
	clause := s.tokens[r.Start:r.End]
	switch {
	case restrictions.Has(clause[0].text) || startsWith(clause, limits) || !statement(clause):
		return Major
	case restricts(clause) && takesUp(s.tokens[s.sentenceStart(j):j], clause):
		return Major
	}
	return Minor
}

// notMerely: "not only a goal, but a duty", where the but is no contrast.
func (s *side) notMerely(j int) bool {
	for k := j - 1; k > 0 && s.sentenceOf(k-1) == s.sentenceOf(j); k-- {
		switch s.tokens[k].text {
		case "only", "just", "merely", "simply":
			if s.tokens[k-1].text == "not" {
				return true
			}
		}
	}
	return false
}

// shortestClause is how few words can be a clause rather than an aside.
const shortestClause = 4

// clauseFrom is the clause that begins at source atom j, as far as the next
// comma or dash that does not only set off an aside: "but, of course, not now".
func (s *side) clauseFrom(j int, end int) trange {
	k := j + 1
	for k < end && (k-j < shortestClause || !s.opensClause(k)) {
		k++
	}
	return trange{Start: j, End: min(k, end)}
}

// subjects are pronouns that begin a clause of their own, let among them for
// "let us".
var subjects = words.Set("grammar", "subjects")

// nounStarts begin a phrase that may be a subject.
var nounStarts = words.Set("grammar", "noun-starts")

const (
	nearSubject = 3 // words of time or manner before a subject: but in May it
	nearVerb    = 6 // words of a subject before its verb: but the council of Tamsin has
)

// statement reports whether a clause has a subject and a verb of its own.
func statement(clause []atom) bool {
	for i, a := range clause[:min(len(clause), nearVerb+1)] {
		verb := auxiliaries.Has(a.text) || modality.Of(a.text) != ""
		switch {
		case i <= nearSubject && subjects.Has(a.text):
			return i+1 < len(clause)
		case i == 0 && (verb || negators.Has(a.text)):
			return false
		case i == 0:
		case nounStarts.Has(clause[0].text) || clause[0].upper:
			if verb || len(a.text) > 4 && strings.HasSuffix(a.text, "ed") {
				return true
			}
		case i < 3 && verb:
			return true
		}
	}
	return false
}

// restricts reports whether a clause denies, excepts, requires or restricts.
func restricts(clause []atom) bool {
	for i, a := range clause {
		if restrictions.Has(a.text) || i <= nearSubject && duties.Has(a.text) && wordIn(clause, i+1) == "to" {
			return true
		}
	}
	return false
}

// takesUp reports whether a clause speaks of what stood before it: by a word that
// points back, the same pronoun, or a word of content again.
func takesUp(before, clause []atom) bool {
	said := map[string]bool{}
	for _, a := range before {
		if person.First(a.text) != "" {
			said[person.First(a.text)] = true
		}
		said[a.norm] = said[a.norm] || content(a.text)
	}
	for _, a := range clause {
		if echoes.Has(a.text) || said[person.First(a.text)] || said[a.norm] {
			return true
		}
	}
	return false
}
