package clause

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// A quote of a whole sentence may leave out what takes it back in the next one
// (But that only holds if … Or so they say. That is a lie.) or what it hangs on in
// the one before (Suppose that the dam breaks.). Nearly every sentence has to do
// with its neighbours, so only forms count that can speak of nothing else: a
// fragment that would be a limit behind a comma, a short sentence whose subject is
// the one quoted, a supposition. A paragraph's end ends them: there somebody else
// may begin to speak.

// ShortSentence is how many words a sentence has at most that does nothing but
// judge the one before.
const ShortSentence = 9

// shortFragment is how many words a limit has at most that stands as a sentence.
const shortFragment = 12

// TakenBackAfter is the sentence behind the one of word hi, the quote's last, if it
// takes that back: “But that only holds if it rains.” A question has nothing to
// take back.
func TakenBackAfter(s *reading.Run, hi int) (text.Span, bool) {
	span, tokens := neighbour(s, s.SentenceOf(hi), 1)
	if len(tokens) > 1 && tokens[0].Text == "and" {
		tokens = tokens[1:]
	}
	if len(tokens) == 0 || s.Asked(hi) {
		return span, false
	}
	if denied(s, hi, tokens) || judges(tokens) || restrained(tokens) {
		return span, true
	}
	return span, !strings.Contains(s.Doc.Read(span), ",") && fragmentary(tokens)
}

// denied reports whether a sentence of three words says of the one that ends with
// word hi that it is not so: “They do not.” “It is not”, after “the dam is safe”. Of
// “he thinks that it is” the same words deny only what he thinks.
func denied(s *reading.Run, hi int, tokens []reading.Token) bool {
	if len(tokens) != 3 || !takenBack(tokens) {
		return false
	}
	verb := tokens[1].Text
	same := verb == "do" || verb == "does" || verb == "did"
	for j := hi; j >= 0 && s.SentenceOf(j) == s.SentenceOf(hi); j-- {
		w := s.Tokens[j].Text
		if english.Saying.Has(w) || english.Negators.Has(w) {
			return false
		}
		same = same || english.Alike(w, verb)
	}
	return same
}

// SupposedBefore is the sentence before the one of word lo, the quote's first, if
// the quote only says what would follow from it: “Suppose that the dam breaks.”
func SupposedBefore(s *reading.Run, lo int) (text.Span, bool) {
	span, tokens := neighbour(s, s.SentenceOf(lo), -1)
	if len(tokens) > 1 && Openers.Has(tokens[0].Text) {
		tokens = tokens[1:]
	}
	return span, reading.StartsWith(tokens, suppositions) && follows(s, lo)
}

// follows reports whether the clause from word lo on says what comes of
// something: it will, it would, then.
func follows(s *reading.Run, lo int) bool {
	for j := lo; j < min(lo+shortFragment, s.SentenceEnd(lo)); j++ {
		if english.Modality.Of(s.Tokens[j].Text) != "" || s.Tokens[j].Text == "then" {
			return true
		}
	}
	return false
}

// suppositions begin a sentence that asks its hearers to imagine something: “what
// if”.
var suppositions = words.Phrases("clause", "suppositions")

var (
	// standsAlone are limits that may stand as a sentence of their own, of a clause:
	// “unless it rains”.
	standsAlone = words.Phrases("clause", "stands-alone")

	// phraseAlone are those of a phrase: “at least on paper”.
	phraseAlone = words.Phrases("clause", "stands-alone-phrases")
)

// fragmentary reports whether a sentence is a limit of the one before it that
// somebody has put a stop before: “Unless it rains.”; not “Not all of it was.”
func fragmentary(tokens []reading.Token) bool {
	switch {
	case len(tokens) > shortFragment, goesOn(tokens):
		return false
	case reading.StartsWith(tokens, Asides), reading.StartsWith(tokens, regrets):
		return false
	case reading.StartsWith(tokens, ownTelling):
		return false
	}
	subjects := 0
	for i, a := range tokens {
		next := reading.WordAt(tokens, i+1)
		verb := english.Auxiliaries.Has(a.Text)
		switch {
		case i > 1 && verb && (shareSubjects.Has(tokens[1].Text) || english.Subjects.Has(next)):
			return false // not all of it was, not until then did we
		case english.Modality.Of(a.Text) != "", i > 0 && a.Text == "then":
			return false // a main clause
		case subject(a.Text, next):
			subjects++
		}
	}
	return subjects < 2
}

// goesOn reports whether a sentence does not begin with a limit, or goes on behind it with
// what is said: “for now the school stays”, “until last year we bought”, “if the river rises
// we leave”; not “until the river rises”, “apart from the school in Lomm”.
func goesOn(tokens []reading.Token) bool {
	n, m := reading.Prefix(tokens, standsAlone), reading.Prefix(tokens, phraseAlone)
	rest := tokens[max(n, m):]
	if len(rest) == len(tokens) || reading.StartsWith(tokens, wholeLimits) && opensClause(rest) || past(rest) {
		return true
	}
	for i, a := range rest {
		before := reading.WordAt(rest, i-1)
		said := subject(a.Text, reading.WordAt(rest, i+1)) && (i > 0 || m >= n) && before != "that"
		switch share := m > 1 && shareSubjects.Has(tokens[1].Text); {
		case a.Text == "who", relatives.Has(a.Text):
			return false // except for those who have paid
		case said, m >= n && (english.Auxiliaries.Has(a.Text) || begins(rest, i, tokens[0].Text)):
			return true
		case share && i > 0 && reading.Content(a.Text) && reading.Content(before):
			return true // not all of the men agree
		}
	}
	return false
}

// wholeLimits need nothing behind them: “on paper”.
var wholeLimits = words.Phrases("clause", "whole-limits")

// past reports whether words are a span of time and what was then: “last year nobody wanted
// it”, “2019 Ostmark paid”.
func past(rest []reading.Token) bool {
	first := reading.WordAt(rest, 0)
	n := 1
	if nearest.Has(first) {
		n = 2
	}
	time := reading.WordAt(rest, n-1)
	if n == 1 && !english.IsDigit(time) && months.Of(time) == "" || n == 2 && !whens.Has(time) {
		return false
	}
	return len(rest) > n && opensClause(rest[n:])
}

// nearest are the words of a time that is told from today: “last” year.
var nearest = words.Set("clause", "nearest")

// months are the names of months: “May”.
var months = words.Values("calendar", "months", words.Text)

// opensClause reports whether words begin with what does or is something, and go on: “nobody
// wanted it”, “Ostmark agreed”; not “at least”, “only”.
func opensClause(rest []reading.Token) bool {
	if len(rest) < 2 {
		return false
	}
	first := rest[0].Text
	return english.Subjects.Has(first) || english.NounStarts.Has(first) || len(rest) > 2 && reading.Content(first)
}

// begins reports whether the noun at word i behind a limit is not part of it: “for now the
// school”, “apart from fish the lake”; not “apart from the lake”.
func begins(rest []reading.Token, i int, limit string) bool {
	if !english.NounStarts.Has(rest[i].Text) {
		return false
	}
	if i > 0 {
		return reading.Content(rest[i-1].Text)
	}
	return hanging.Has(limit)
}

// subject reports whether a word is the subject of what comes next: “they”, “that
// is”.
func subject(w, next string) bool {
	switch w {
	case "i", "we", "he", "she", "they":
		return true
	case "it", "that", "there":
		return english.Auxiliaries.Has(next)
	}
	return false
}

// regrets begin like a condition and wish for one: “if only”.
var regrets = words.Phrases("clause", "regrets")

// shareSubjects are the words behind “not” that make a subject of a share: “not all”.
var shareSubjects = words.Set("clause", "share-subjects")

// ownTelling begins a sentence in which the speaker owns what stands before it: “or
// so I”.
var ownTelling = words.Phrases("saying", "own-telling")

// untrue end a sentence that says that the one before is not so: “a lie”.
var untrue = words.Phrases("clause", "untrue")

// judges reports whether a short sentence says of the one before it that it is
// not true, or somebody else's: “That is a lie.” “So my critics say.”
func judges(tokens []reading.Token) bool {
	if reading.StartsWith(tokens, inPart) {
		tokens = tokens[2:]
	}
	if len(tokens) == 0 || len(tokens) > ShortSentence || !pointsBack.Has(tokens[0].Text) {
		return false
	}
	if reading.StartsWith(tokens[1:], inPart) {
		tokens = slices.Delete(slices.Clone(tokens), 1, 3) // that, at least, is
	}
	n := len(tokens)
	for n > 2 && told.Has(tokens[n-1].Text) {
		n--
	}
	switch back, verb := tokens[0].Text, reading.WordAt(tokens, 1); {
	case isBack(back) && english.FormsOfBe.Has(verb) && reading.EndsWith(tokens[:n], untrue):
		return true
	case back == "so" && english.Saying.Has(verb):
		return n > 2 && english.Person.First(tokens[2].Text) != "i"
	case back == "so" || reading.WordAt(tokens, 2) == "what" || reading.WordAt(tokens, 2) == "how":
		return english.Saying.Has(tokens[n-1].Text) && others(tokens[:n-1])
	}
	return false
}

// isBack reports whether a word that points back may be what is a lie: “that”.
func isBack(w string) bool { return w == "that" || w == "this" || w == "it" || w == "all" }

// pointsBack begin a sentence about the one before it: “that”.
var pointsBack = words.Set("clause", "points-back")

// restrained reports whether a sentence is set against the one before it and
// restricts it: “but that only holds if it rains”, “but I do not believe it”.
func restrained(tokens []reading.Token) bool {
	n := reading.Prefix(tokens, contrasts)
	if n == 0 || n+2 >= len(tokens) {
		return false
	}
	rest := tokens[n:]
	first := rest[0].Text
	if pointsBack.Has(first) && first != "so" {
		for i := 1; i < min(len(rest), 5); i++ {
			switch {
			case rest[i].Text == "depends", rest[i].Text == "only" && !english.FormsOfBe.Has(rest[i-1].Text):
				return true
			case first != "it" && reading.EndsWith(rest[:i+1], untrue):
				return true
			}
		}
	}
	return english.Person.First(first) == "i" && disbelieves(rest)
}

// disbelieves reports whether the speaker does not share what was said: “I do not
// believe it”, “we never accepted that”.
func disbelieves(tokens []reading.Token) bool {
	for i, a := range tokens[:min(len(tokens), 5)] {
		switch a.Text {
		case "believe", "accept", "agree", "share":
			return reading.Negated(tokens[:i]) && (i+1 == len(tokens) || echoes.Has(tokens[i+1].Text))
		}
	}
	return false
}
