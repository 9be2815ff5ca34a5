package clause

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// What a quote leaves out behind it, in its own sentence, is read from its first
// words: a condition, an exception, a negation (limits), somebody else named as
// the source (they say, according to), or a word that takes back how surely it was
// said (in theory, I hope). Words after a comma that do none of this are cut
// every day, and rightly.

// limits open a clause that limits what stands before it: “unless”.
var limits = words.Phrases("clause", "limits")

// Closing limit the whole sentence that they end, not only the clause before them:
// “provided”.
var Closing = words.Phrases("clause", "closing")

// Asides begin like a limit and limit nothing: “if you will”.
var Asides = words.Phrases("clause", "asides")

// afterComma limit what stands before them if a comma parts the two: “we hope”.
var afterComma = words.Phrases("clause", "after-comma")

// lastHedges limit a sentence as its last word; before others they begin the next
// thing: it is nine crowns, maybe ten.
var lastHedges = words.Set("clause", "last-hedges")

// Limit is how much the words from j to end, left out, limit what stands before
// them: not at all (“in the north”), as a statement set against it (minor: “but it
// is old”), or as its condition, exception or negation (“unless it rains”).
func Limit(s *reading.Run, j, end int) change.Severity {
	tail := s.Tokens[j:end]
	switch {
	case reading.StartsWith(tail, Asides), manner(s, j, end), otherThing(s, j, end):
		return ""
	case reading.StartsWith(tail, limits), dated(s, j, end), picks(s, j, end), justFor(s, j, end):
		return change.Major
	case takenBack(tail) && echoed(s, j, end), s.OpensClause(j) && qualifies(s, j, end):
		return change.Major
	case alternative(s, j, end):
		return change.Major
	}
	return contrast(s, j, end)
}

// dated reports whether a tail says from when on something is so (“once the council
// has met”), or until when it is not (“we will not sell it before the summer”).
func dated(s *reading.Run, j, end int) bool {
	switch s.Tokens[j].Text {
	case "once":
		return j+2 < end && s.Nominal(j+1) && s.At(j+1) != "a" && statement(s.Tokens[j+1:end])
	case "before":
		return j+1 < end && !s.OpensClause(j) && reading.Negated(clauseBefore(s, j))
	}
	return false
}

// justFor reports whether a tail says for what alone something is not done: “I will not send
// anybody just to please the guild”.
func justFor(s *reading.Run, j, end int) bool {
	return !s.OpensClause(j) && reading.StartsWith(s.Tokens[j:end], reasons) && reading.Negated(clauseBefore(s, j))
}

// reasons are how such a tail begins: “just to”.
var reasons = words.Phrases("clause", "reasons")

// longestPick is how many words may stand between “all the” and its clause.
const longestPick = 3

// picks reports whether a tail says which of all, or of none, are meant: “nothing
// from anyone who is rich”, “every ship that burns coal”. Behind a comma it would
// only say more about them.
func picks(s *reading.Run, j, end int) bool {
	if w := s.Tokens[j].Text; w != "who" && w != "that" && w != "whose" || s.OpensClause(j) || end < j+2 {
		return false
	}
	switch s.At(j - 1) {
	case "anyone", "anybody", "everyone", "everybody", "nobody", "those":
		return true
	}
	clause := clauseBefore(s, j)
	for k := len(clause) - 2; k >= max(0, len(clause)-1-longestPick); k-- {
		switch clause[k].Text {
		case "all", "every", "any", "no":
			return !slices.ContainsFunc(clause[k+1:], func(a reading.Token) bool {
				return english.Auxiliaries.Has(a.Text) || frames(a.Text)
			})
		}
	}
	return false
}

// manner reports whether a tail says how something is done: “without raising the
// price”. After a negator it is a condition: “nobody enters without paying”.
func manner(s *reading.Run, j, end int) bool {
	if s.Tokens[j].Text != "without" || j+1 >= end || !strings.HasSuffix(s.At(j+1), "ing") {
		return false
	}
	return !reading.Negated(s.Tokens[s.SentenceStart(j):j])
}

// longestThing is how many words may name what something is not.
const longestThing = 5

// otherThing reports whether words only name what is not meant beside what is: “not
// the tunnel”, “and not our mill”; not “not today”, “not the whole of it”.
func otherThing(s *reading.Run, j, end int) bool {
	if s.At(j) == "and" {
		j++
	}
	for k := j + 2; k < end; k++ {
		if s.OpensClause(k) {
			end = k
		}
	}
	if s.At(j) != "not" || end-j < 3 || end-j > longestThing {
		return false
	}
	if !english.NounStarts.Has(s.At(j+1)) || !plain(s.Tokens[j+1]) {
		return false
	}
	if s.At(end-1) == "one" {
		end-- // not a new one
	}
	return !slices.ContainsFunc(s.Tokens[j+2:end], func(a reading.Token) bool {
		return !reading.Content(a.Text) || !plain(a)
	})
}

// plain reports whether a word neither counts nor does anything: “tunnel”; not “whole”.
func plain(a reading.Token) bool {
	w := a.Text
	counts := english.Quantities.Of(w) > 0 || reading.Figure(a)
	tells := english.Auxiliary(w) || english.Past(w)
	return !counts && !tells && !whens.Has(w) && !demonstratives.Has(w)
}

// whens are words of a time: “year”.
var whens = words.Set("clause", "whens")

// demonstratives say which of several is meant: “this year”.
var demonstratives = words.Set("grammar", "demonstratives")

// qualifies reports whether a tail after a comma names another source, turns a
// condition round, or takes back how surely the rest was said.
func qualifies(s *reading.Run, j, end int) bool {
	if reading.StartsWith(s.Tokens[j:end], afterComma) || judges(s.Tokens[j:end]) {
		return true
	}
	r := clauseFrom(s, j, end)
	switch {
	case j+1 < end && s.At(j+1) == "permitting":
		return true
	case end == j+1:
		return lastHedges.Has(s.Tokens[j].Text)
	case reading.StartsWith(s.Tokens[j:end], inPart):
		return r.Len() <= shortestClause
	}
	if Inverted.Has(s.Tokens[j].Text) {
		return r.Len() > shortestClause-1 && s.Nominal(j+1)
	}
	return credited(s, r) && !strings.ContainsAny(s.GapBefore(j), "”\"»") // “…,” Lund said
}

// credited reports whether a range gives what stands before it to somebody else:
// “they say”, “we are told”, “as my critics never tire of saying”; not “I say”.
func credited(s *reading.Run, r reading.Range) bool {
	clause := s.Tokens[r.Start:r.End]
	for i, a := range clause {
		if a.Text == "what" && i > 1 && english.FormsOfBe.Has(clause[i-1].Text) {
			clause = clause[i+1:] // that is what I was told
			break
		}
	}
	for len(clause) > 0 && creditStarts.Has(clause[0].Text) {
		clause = clause[1:]
	}
	n := len(clause)
	for n > 1 && toWhom(clause[n-1].Text) {
		n--
	}
	if n < 2 || !creditor(clause[0].Text) {
		return false
	}
	verb := clause[n-1].Text
	if !english.Saying.Has(verb) && !english.Wishing.Has(verb) && verb != "goes" {
		return false
	}
	return others(clause[:n-1]) || hearsay(clause[:n-1], verb)
}

// toWhom reports whether a word may stand behind a verb of saying: “us”, “it”.
func toWhom(w string) bool { return w == "to" || w == "it" || told.Has(w) }

// creditor reports whether a word may begin who is said to have said it: “they”,
// “the”, “critics”; not “that”, “of”.
func creditor(w string) bool {
	if w == "that" || w == "who" {
		return false
	}
	return !english.FunctionWords.Has(w) || english.NounStarts.Has(w) || english.Subjects.Has(w)
}

// inPart restricts what it stands before: “at least”.
var inPart = words.Phrases("clause", "in-part")

// creditStarts may open a clause that says who said it: “as” my critics say.
var creditStarts = words.Set("saying", "credit-starts")

// takenBack reports whether words that were cut off take back what stands before
// them: “it does not”, “they are not”. You and I do many other things not to do.
func takenBack(tokens []reading.Token) bool {
	if len(tokens) < 3 || !english.FunctionWords.Has(tokens[1].Text) || !english.Negators.Has(tokens[2].Text) {
		return false
	}
	switch english.Person.First(tokens[0].Text) {
	case "":
		return false
	case "i", "we", "you":
		return len(tokens) == 3
	}
	return true
}

// echoed reports whether a denial from word j to end is of what stands before it: a
// bare one, or one with the same verb (it applies to houses, it does not apply to
// mills).
func echoed(s *reading.Run, j, end int) bool {
	if end <= j+3 || s.OpensClause(j+3) {
		return true
	}
	verb := lexicon.Stem(s.Tokens[j+3].Norm)
	for k := s.SentenceStart(j); k < j; k++ {
		if lexicon.Stem(s.Tokens[k].Norm) == verb && reading.Content(s.Tokens[k].Text) {
			return true
		}
	}
	return false
}

// LimitAfter is the part of the words from j to end, left out, that limits what
// stands before them, and how much: from the first on, or a condition that ends the
// sentence: the “if it rains” of “in the north, if it rains”.
func LimitAfter(s *reading.Run, j, end int) (reading.Range, change.Severity) {
	if v := Limit(s, j, end); v != "" {
		return reading.Range{Start: j, End: end}, v
	}
	stop := s.SentenceEnd(j)
	if stop > end {
		return reading.Range{}, ""
	}
	for k := j + 1; k < stop && !another(s, k-1, j); k++ {
		if s.OpensClause(k) && closes(s.Tokens[k:stop]) && s.LastClause(k, stop) {
			return reading.Range{Start: k, End: stop}, change.Major
		}
	}
	return reading.Range{}, ""
}

// closes reports whether a clause limits the whole sentence that it ends: “if it
// rains”; not “if you will”.
func closes(clause []reading.Token) bool {
	return reading.StartsWith(clause, Closing) && !reading.StartsWith(clause, Asides)
}

// another reports whether another statement than the one that word from goes on
// with begins at word j: the condition at the end may be of that alone.
func another(s *reading.Run, j, from int) bool {
	if j > from && !s.OpensClause(j) {
		return false
	}
	r := clauseFrom(s, j, s.SentenceEnd(j))
	clause := s.Tokens[r.Start:r.End]
	for len(clause) > 1 && english.Joiners.Has(clause[0].Text) && !english.NounStarts.Has(clause[0].Text) {
		clause = clause[1:]
	}
	return statement(clause)
}
