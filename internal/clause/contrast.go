package clause

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// “We support the treaty, but only with clause 7” and "We support the treaty,
// but Ostmark has never asked for it“: a quote that stops before the first ”but"
// says more than its speaker did, one that stops before the second is a whole
// statement beside another one. To read every “but” as a limit calls true quotes
// altered; to read none as one misses what misleads most.
//
// What follows decides. Without a subject of its own it belongs to the clause
// that is quoted, and limits it. With one it is a statement, and limits the quoted
// one only if it speaks of the same thing and denies, excepts, requires or
// restricts. A clause that does neither is shown, and changes no verdict.

// contrasts open a clause that is set against the one before it: “but”.
var contrasts = words.Phrases("clause", "contrasts")

// stresses follow a “but” that goes further in the same direction.
var stresses = words.Phrases("clause", "stresses")

// restrictions are the words of a clause that deny, except, require or restrict:
// “only”.
var restrictions = words.Union(english.Negators, words.Set("clause", "restrictions"))

// dutyBeforeTo are restrictions with the “to” behind them: “have” to, “got” to.
var dutyBeforeTo = words.Set("grammar", "duty-before-to")

// echoes are words that take up what was said before: “that”.
var echoes = words.Set("grammar", "echoes")

// contrast is how much of what stands before word j the clause from j on, up to
// end, takes back: none where it begins with no word of contrast.
func contrast(s *reading.Run, j, end int) change.Severity {
	n := reading.Prefix(s.Tokens[j:end], contrasts)
	if n == 0 || n == end-j || reading.StartsWith(s.Tokens[j+n:end], stresses) || notMerely(s, j) {
		return ""
	}
	r := clauseFrom(s, j+n, end)
	clause := uptoNext(s.Tokens[r.Start:r.End])
	switch {
	case restrictions.Has(clause[0].Text), reading.StartsWith(clause, limits):
		return change.Major
	case !statement(clause) && corrects(s, j):
		return ""
	case !statement(clause) && !tells(clause):
		return change.Major
	case Restricts(clause) && takesUp(s.Tokens[s.SentenceStart(j):j], clause):
		return change.Major
	}
	return change.Minor
}

// uptoNext is a clause without what an “and” joins to it of its own subject: “but the search
// goes on”, of “but the search goes on and it will not stop”; not of “but the price is high
// and we will not pay”.
func uptoNext(clause []reading.Token) []reading.Token {
	if !english.NounStarts.Has(clause[0].Text) || echoes.Has(clause[0].Text) {
		return clause
	}
	for k := 1; k+1 < len(clause); k++ {
		if w := clause[k+1].Text; clause[k].Text == "and" && (w == "it" || w == "they") {
			return clause[:k]
		}
	}
	return clause
}

// tells reports whether a clause says of its subject that it goes on: “the search goes
// on”. By its letters another verb of today is a noun: “the clause on fishing rights”.
func tells(clause []reading.Token) bool {
	if !english.NounStarts.Has(clause[0].Text) {
		return false
	}
	return reading.AnyOf(clause[min(2, len(clause)):min(len(clause), NearVerb+1)], goingOn)
}

// goingOn are verbs of today that say that something goes on: “continues”.
var goingOn = words.Set("clause", "going-on")

// corrects reports whether the “but” at word j, behind a comma, puts right what a “not”
// before it denies, and begins as that does: “not a colony, but a free land”.
func corrects(s *reading.Run, j int) bool {
	if !s.MarkedOff(j) || s.At(j) != "but" {
		return false
	}
	for k := j - 1; k > s.SentenceStart(j) && !s.OpensClause(k); k-- {
		if s.At(k-1) == "not" && s.At(k) == s.At(j+1) {
			return true
		}
	}
	return false
}

// notMerely reports whether the “but” at word j is no contrast: “not only a goal, but
// a duty”.
func notMerely(s *reading.Run, j int) bool {
	for k := j - 1; k > 0 && s.SentenceOf(k-1) == s.SentenceOf(j); k-- {
		switch s.Tokens[k].Text {
		case "only", "just", "merely", "simply":
			if s.Tokens[k-1].Text == "not" {
				return true
			}
		}
	}
	return false
}

// Restricts reports whether a clause denies, excepts, requires or restricts: “it
// must be paid for”; not “it is old”.
func Restricts(clause []reading.Token) bool {
	for i, a := range clause {
		if restrictions.Has(a.Text) {
			return true
		}
		if i <= nearSubject && dutyBeforeTo.Has(a.Text) && reading.WordAt(clause, i+1) == "to" {
			return true
		}
	}
	return false
}

// takesUp reports whether a clause speaks of what stood before it: by a word that
// points back, the same pronoun, or a word of content again.
func takesUp(before, clause []reading.Token) bool {
	said := map[string]bool{}
	for _, a := range before {
		if english.Person.First(a.Text) != "" {
			said[english.Person.First(a.Text)] = true
		}
		said[a.Norm] = said[a.Norm] || reading.Content(a.Text)
	}
	for _, a := range clause {
		if echoes.Has(a.Text) || said[english.Person.First(a.Text)] || said[a.Norm] {
			return true
		}
	}
	return false
}
