package clause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// HeadAsides begin a sentence like a condition and are none: “if you ask me”.
var HeadAsides = words.Phrases("clause", "head-asides")

// Openings begin a condition that governs the rest of its sentence: “unless”.
var Openings = words.Phrases("clause", "openings")

// Inverted verbs begin a condition without “if”: should it rain, were there money.
var Inverted = words.Set("clause", "inverted")

// bygones begin a time that is over, which the verb behind it says as well: “until last year
// we bought gas”.
var bygones = words.Phrases("clause", "bygone")

// bygone reports whether a head, which ends before word lo, is a time that is over, or begins
// with one and a clause of its own: “until last year, when”; not “until last year's debts are
// paid”.
func bygone(s *reading.Run, head []reading.Token, lo int) bool {
	n := reading.Prefix(head, bygones)
	if n == 0 {
		return false
	}
	if nearest.Has(head[n-1].Text) {
		if !whens.Has(reading.WordAt(head, n)) {
			return false
		}
		n++
	}
	return n == len(head) || s.OpensClause(lo-len(head)+n)
}

// condition reports whether a head, which ends before word lo, is “If …,” or the
// like with its own clause, or ends in one: “we know that if it rains,”.
func condition(s *reading.Run, head []reading.Token, lo int) bool {
	switch first := head[0].Text; {
	case reading.StartsWith(head, Openings) && !bygone(s, head, lo):
		return s.At(lastClause(s, head, lo)) == "then" || !concluded(s, head, lo)
	case Inverted.Has(first):
		return len(head) >= shortestClause-1 && s.OpensClause(lo) && !s.Asked(lo)
	case first == "without":
		return s.OpensClause(lo) && (dependent(s, lo) || needed(s, head, lo))
	}
	return (s.OpensClause(lo) || s.At(lo-1) == "then") && endsInCondition(s, head, lo)
}

// lastClause is the word that begins the last clause of a head, which ends before word lo.
func lastClause(s *reading.Run, head []reading.Token, lo int) int {
	k := lo - 1
	for k > lo-len(head) && !s.OpensClause(k) {
		k--
	}
	return k
}

// conditionReach is how many words of a clause may stand before its “if”: “I have often said
// that if it rains”.
const conditionReach = 6

// endsInCondition reports whether the last clause of a head begins with a
// condition, at most a few words in.
func endsInCondition(s *reading.Run, head []reading.Token, lo int) bool {
	k := lastClause(s, head, lo)
	for i := k; i < min(k+conditionReach, lo); i++ {
		if w := s.Tokens[i].Text; w != "if" && w != "unless" || s.At(i-1) == "even" {
			continue
		}
		asked := s.Tokens[i].Text == "if" && s.At(i-1) != "that" && reading.AnyOf(s.Tokens[k:i], whether)
		if !asked && !reading.StartsWith(s.Tokens[i:lo], HeadAsides) {
			return true
		}
	}
	return false
}

// whether are the verbs behind which “if” opens a question: “asked the mayor if she agreed”.
var whether = words.Set("clause", "whether")

// concluded reports whether a condition has its main clause within the head
// already: “if she wins, she will sign it, and you know what”.
func concluded(s *reading.Run, head []reading.Token, lo int) bool {
	for j := lo - len(head) + shortestClause; j < lo; j++ {
		if !s.OpensClause(j) {
			continue
		}
		end := j + 1
		for end < lo && !s.OpensClause(end) {
			end++
		}
		clause := s.Tokens[j:end]
		if len(clause) < shortestClause || reading.StartsWith(clause, Openings) {
			continue
		}
		if s.OpensClause(end) && statement(clause) {
			return true
		}
	}
	return false
}

// dependentReach is how many words of a clause are looked through for its verb.
const dependentReach = 12

// dependent reports whether the clause from word lo on hangs on what stands before
// it: “it would”, “it cannot”.
func dependent(s *reading.Run, lo int) bool {
	clause := s.Tokens[lo:min(len(s.Tokens), lo+dependentReach)]
	return reading.Negated(clause) || reading.AnyOf(clause, conditional)
}

// needed reports whether a head of “without” names what was spoken of, and the clause behind it,
// from word lo on, says what is so now: “without that fund, the agreement is a piece of paper”;
// not “without the fund the school was built”.
func needed(s *reading.Run, head []reading.Token, lo int) bool {
	clause := s.Tokens[lo:min(len(s.Tokens), lo+NearVerb)]
	return demonstratives.Has(reading.WordAt(head, 1)) && isNow(clause)
}

// isNow reports whether a clause says what is so now: “we have no money”; not what has been so
// all the same: “we have managed”.
func isNow(clause []reading.Token) bool {
	for i, a := range clause {
		done := strings.HasPrefix(a.Text, "ha") && english.Past(reading.WordAt(clause, i+1))
		if nowVerbs.Has(a.Text) && !done {
			return true
		}
	}
	return false
}

// nowVerbs are the verbs of what is so now: “is”.
var nowVerbs = words.Set("clause", "now-verbs")

// conditional are the verbs of what would be: “would”.
var conditional = words.Set("clause", "conditional-verbs")
