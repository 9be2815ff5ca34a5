package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// What a quote leaves out behind it, in its own sentence, is read from its first
// words: a condition, an exception, a negation (limits), somebody else named as
// the source (they say, according to), or a word that takes back how surely it was
// said (in theory, I hope). Words after a comma that do none of this are cut
// every day, and rightly.

// limits open a clause that limits what stands before it.
var limits = words.Phrases("clause", "limits")

// closing limit the whole sentence that they end, not only the clause before
// them.
var closing = words.Phrases("clause", "closing")

// asides begin like a limit and limit nothing.
var asides = words.Phrases("clause", "asides")

// afterComma limit what stands before them if a comma parts the two.
var afterComma = words.Phrases("clause", "after-comma")

// lastHedges limit a sentence as its last word; before others they begin the next
// thing: it is nine crowns, maybe ten.
var lastHedges = words.Set("clause", "last-hedges")

// headAsides begin a sentence like a condition and are none.
var headAsides = words.Phrases("clause", "head-asides")

// inverted verbs begin a condition without "if": should it rain, were there money.
var inverted = words.Set("clause", "inverted")

// limit is how much source atoms from j to end, left out, limit what stands
// before them: not at all, as a statement set against it (minor), or as its
// condition, exception or negation.
func (s *side) limit(j int, end int) Severity {
	tail := s.tokens[j:end]
	switch {
	case startsWith(tail, asides), s.manner(j, end):
		return ""
	case startsWith(tail, limits), s.dated(j, end), s.picks(j, end), takenBack(tail) && s.echoed(j, end), s.opensClause(j) && s.qualifies(j, end):
		return Major
	}
	return s.contrast(j, end)
}

// dated reports whether a tail says from when on something is so (once the council
// has met), or until when it is not: we will not sell it before the summer.
func (s *side) dated(j int, end int) bool {
	switch s.tokens[j].text {
	case "once":
		return j+2 < end && s.nominal(j+1) && s.wordAt(j+1) != "a" && statement(s.tokens[j+1:end])
	case "before":
		return j+1 < end && !s.opensClause(j) && negated(s.clauseBefore(j))
	}
	return false
}

// clauseBefore is the part of a clause that stands before source atom j.
func (s *side) clauseBefore(j int) []atom {
	k, start := j, s.sentenceStart(j)
	for k > start && !s.opensClause(k) {
		k--
	}
	return s.tokens[k:j]
}

// longestPick is how many words may stand between "all the" and its clause.
const longestPick = 3

// picks reports whether a tail says which of all, or of none, are meant: nothing
// from anyone who is rich, every ship that burns coal. Behind a comma it would
// only say more about them.
func (s *side) picks(j int, end int) bool {
	if w := s.tokens[j].text; w != "who" && w != "that" && w != "whose" || s.opensClause(j) || end < j+2 {
		return false
	}
	switch s.wordAt(j - 1) {
	case "anyone", "anybody", "everyone", "everybody", "nobody", "those":
		return true
	}
	clause := s.clauseBefore(j)
	for k := len(clause) - 2; k >= max(0, len(clause)-1-longestPick); k-- {
		switch w := clause[k].text; {
		case w == "all" || w == "every" || w == "any" || w == "no":
			return !slices.ContainsFunc(clause[k+1:], func(a atom) bool { return auxiliaries.Has(a.text) || saying.Has(a.text) || frames(a.text) })
		}
	}
	return false
}

// manner reports whether a tail says how something is done: "without raising the
// price". After a negator it is a condition: nobody enters without paying.
func (s *side) manner(j int, end int) bool {
	return s.tokens[j].text == "without" && j+1 < end && strings.HasSuffix(s.wordAt(j+1), "ing") && !negated(s.tokens[s.sentenceStart(j):j])
}

// qualifies reports whether a tail after a comma names another source, turns a
// condition round, or takes back how surely the rest was said.
func (s *side) qualifies(j int, end int) bool {
	if startsWith(s.tokens[j:end], afterComma) {
		return true
	}
	r := s.clauseFrom(j, end)
	switch {
	case j+1 < end && s.wordAt(j+1) == "permitting":
		return true
	case end == j+1:
		return lastHedges.Has(s.tokens[j].text)
	case startsWith(s.tokens[j:end], inPart):
		return r.Len() <= shortestClause
	}
	if inverted.Has(s.tokens[j].text) {
		return r.Len() > shortestClause-1 && s.nominal(j+1)
	}
	return s.credited(r)
}

// nominal reports whether a subject begins at source atom j.
func (s *side) nominal(j int) bool {
	w := s.wordAt(j)
	return subjects.Has(w) || nounStarts.Has(w) || w == "there" || w != "" && s.tokens[j].upper
}

// credited reports whether source atoms r give what stands before them to
// somebody else: they say, we are told, as my critics never tire of saying.
func (s *side) credited(r trange) bool {
	clause := s.tokens[r.Start:r.End]
	for i, a := range clause {
		if a.text == "what" && i > 1 && isBe.Has(clause[i-1].text) {
			clause = clause[i+1:] // that is what I was told
			break
		}
	}
	for len(clause) > 0 && creditStarts.Has(clause[0].text) {
		clause = clause[1:]
	}
	n := len(clause)
	for n > 1 && (objects.Has(clause[n-1].text) || clause[n-1].text == "to" || clause[n-1].text == "it") {
		n--
	}
	if n < 2 || !saying.Has(clause[n-1].text) && clause[n-1].text != "goes" {
		return false
	}
	if first := clause[0].text; functionWords.Has(first) && !nounStarts.Has(first) && !subjects.Has(first) || first == "that" || first == "who" {
		return false
	}
	return others(clause[:n-1]) || hearsay(clause[:n-1], clause[n-1].text)
}

var inPart = words.Phrases("clause", "in-part")

var creditStarts = words.Set("saying", "credit-starts")

// takenBack reports whether atoms that were cut off take back what stands before
// them: "it does not", "they are not". You and I do many other things not to do.
func takenBack(atoms []atom) bool {
	if len(atoms) < 3 || !functionWords.Has(atoms[1].text) || !negators.Has(atoms[2].text) {
		return false
	}
	switch person.First(atoms[0].text) {
	case "":
		return false
	case "i", "we", "you":
		return len(atoms) == 3
	}
	return true
}

// echoed reports whether a denial from source atom j to end is of what stands
// before it: a bare one, or one with the same verb (it applies to houses, it does
// not apply to mills).
func (s *side) echoed(j int, end int) bool {
	if end <= j+3 || s.opensClause(j+3) {
		return true
	}
	verb := lexicon.Stem(s.tokens[j+3].norm)
	for k := s.sentenceStart(j); k < j; k++ {
		if lexicon.Stem(s.tokens[k].norm) == verb && content(s.tokens[k].text) {
			return true
		}
	}
	return false
}

// limitAfter is the part of source atoms from j to end, left out, that limits
// what stands before them, and how much: from the first on, or a condition that
// ends the sentence.
func (s *side) limitAfter(j int, end int) (trange, Severity) {
	if v := s.limit(j, end); v != "" {
		return trange{Start: j, End: end}, v
	}
	if stop := s.sentenceEnd(j); stop <= end {
		for k := j + 1; k < stop && !s.another(k-1, j); k++ {
			if s.opensClause(k) && startsWith(s.tokens[k:stop], closing) && !startsWith(s.tokens[k:stop], asides) && s.lastClause(k, stop) {
				return trange{Start: k, End: stop}, Major
			}
		}
	}
	return trange{}, ""
}

// another reports whether another statement than the one that atom from goes on
// with begins at source atom j: the condition at the end may be of that alone.
func (s *side) another(j int, from int) bool {
	if j > from && !s.opensClause(j) {
		return false
	}
	r := s.clauseFrom(j, s.sentenceEnd(j))
	for r.Len() > 1 && joiners.Has(s.tokens[r.Start].text) && !nounStarts.Has(s.tokens[r.Start].text) {
		r.Start++
	}
	return statement(s.tokens[r.Start:r.End])
}

// opensClause reports whether a comma, a dash or the like stands before source
// atom j.
func (s *side) opensClause(j int) bool {
	if j <= 0 || j >= len(s.tokens) {
		return false
	}
	gap := s.gapBefore(j)
	return s.tokens[j].word != s.tokens[j-1].word && (strings.ContainsAny(gap, ",;:–—") || strings.Contains(gap, "--"))
}

// lastClause reports whether no comma stands between source atom j and end.
func (s *side) lastClause(j int, end int) bool {
	for k := j + 1; k < end; k++ {
		if s.opensClause(k) {
			return false
		}
	}
	return true
}
