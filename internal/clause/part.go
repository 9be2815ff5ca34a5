package clause

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A quote may be a whole sentence of its own and yet be part of another: of “the
// brother of the mayor stole the bells” what stands behind “of” says that the mayor
// did, of “either they pay or we close” each half says that it will be so. Nothing
// in the words quoted tells, and no verb before them: what tells is that the words
// left out end in the middle of a phrase, or join two clauses of which one is meant.

// hanging are prepositions by which a phrase hangs on the noun before them: “of”.
var hanging = words.Set("clause", "hanging")

// beheaded reports whether the subject that begins at word lo, with its verb, hangs on
// a noun before it, which is the one that does it: “the brother of |the mayor stole”;
// not “on behalf of the town |the mayor signed”.
func beheaded(s *reading.Run, head []reading.Token, lo int) bool {
	n := len(head)
	if n < 2 || !hanging.Has(head[n-1].Text) || s.OpensClause(lo) || s.OpensClause(lo-1) {
		return false
	}
	switch noun := head[n-2].Text; {
	case noun == "and" || noun == "or":
		return n > 3 && doer(s, lo)
	case english.Quantities.Of(noun) >= most, noun == "both", noun == "each", english.Helping(noun):
		return false // all of the miners
	case !reading.Content(noun) && !english.Negators.Has(noun) && noun != "one" && noun != "any":
		return false
	}
	return doer(s, lo)
}

// longestRelative is how many words a relative clause has, at most, before the object that
// it is cut at.
const longestRelative = 4

// relativeObject reports whether what begins at word lo with its verb is the object of a
// clause of the noun before it, which is the one that does it: “the doctor who treated
// |the prisoner was dismissed”, “the lawyer representing |the bank stole”; not “when the
// doctor who drank died |the prisoner was dismissed”.
func relativeObject(s *reading.Run, head []reading.Token, lo int) bool {
	n := len(head)
	if n < 2 || s.OpensClause(lo) || !reading.Content(head[n-1].Text) || !doer(s, lo) {
		return false
	}
	if adverbials.Has(head[0].Text) || reading.AnyOf(head[1:], adverbials) && !reading.Has(head[1:], "who") {
		return false
	}
	if strings.HasSuffix(head[n-1].Text, "ing") {
		return n > 2 && english.NounStarts.Has(head[n-3].Text) && reading.Content(head[n-2].Text) && !notParticiples.Has(head[n-1].Text)
	}
	for k := n - 2; k >= max(0, n-1-longestRelative); k-- {
		switch w := head[k].Text; {
		case w == "whoever", k > 0 && (w == "who" || w == "which" || w == "that"):
			return true
		case english.Subjects.Has(w), english.NounStarts.Has(w):
			return false
		}
	}
	return false
}

// ofWhom reports whether what begins at word lo is the doer of a clause of the noun before
// it, and the sentence goes on with what that noun does: “the man whom |the judge accused
// has fled”; not “I met the man whom |the judge accused”.
func ofWhom(s *reading.Run, head []reading.Token, lo int) bool {
	n := len(head)
	last := head[n-1].Text
	if n < 3 || n > NearVerb || last != "whom" && last != "who" && last != "which" || !english.NounStarts.Has(head[0].Text) {
		return false
	}
	verbs := 0
	for k := lo + 1; k < s.SentenceEnd(lo); k++ {
		w := s.Tokens[k].Text
		if (english.Auxiliary(w) || english.Past(w)) && !english.Auxiliary(s.At(k-1)) {
			verbs++
		}
	}
	return verbs > 1
}

var (
	// adverbials begin what is no subject: “when”, “in”.
	adverbials = words.Union(words.Set("grammar", "prepositions"), words.Set("clause", "adverbials"))

	// notParticiples end like a participle: “morning”.
	notParticiples = words.Set("clause", "not-participles")
)

// most is the quantity, of those that words have, from which on a share is the whole.
const most = 4

// doer reports whether a subject begins at word lo and its verb follows at once: “the
// mayor of Tamsin stole”; not “the mayor, who stole”, “the town the mayor left”.
func doer(s *reading.Run, lo int) bool {
	if english.Subjects.Has(s.At(lo)) {
		return false
	}
	first := lo + 1
	if english.NounStarts.Has(s.At(lo)) {
		first++
	}
	for k := first; k < min(s.SentenceEnd(lo), lo+NearVerb+1); k++ {
		w := s.Tokens[k].Text
		switch {
		case s.OpensClause(k), w == "to", english.Subjects.Has(w):
			return false
		case english.NounStarts.Has(w) && !hanging.Has(s.At(k-1)):
			return false
		case english.Auxiliary(w), english.Past(w), english.SamePast.Has(w), english.Saying.Has(w):
			return w != "not"
		}
	}
	return false
}

// relatives make what follows them the clause of a noun: “which”.
var relatives = words.Set("clause", "relatives")

// relative reports whether a head makes of what follows, from word lo on, the clause
// of something that need not come: “I will resign on the day when”, “no law under
// which”; not “the morning when”, “I will show you the room where |he slept”.
func relative(s *reading.Run, head []reading.Token, lo int) bool {
	if !relatives.Has(head[len(head)-1].Text) || len(head) < 3 {
		return false
	}
	clause := s.Tokens[lo:min(s.SentenceEnd(lo), lo+NearVerb)]
	done := slices.ContainsFunc(clause, func(a reading.Token) bool {
		return english.Past(a.Text) || a.Text == "was" || a.Text == "were" || a.Text == "had"
	})
	return slices.ContainsFunc(lastBreath(s, head, lo), func(a reading.Token) bool {
		switch how := english.Modality.Of(a.Text); {
		case how == english.Would, how == english.Could, a.Text == "if":
			return true
		case how == english.Certain, english.Negators.Has(a.Text):
			return !done
		}
		return false
	})
}

// NeedNotBe is the sentence before the noun of a “who” at token r, as far as it says that
// there need be nobody like that: “we do not need” before “a mayor who”, “I would
// dismiss” before “anybody who”. An empty range where it does not.
func NeedNotBe(s *reading.Run, r int) reading.Range {
	start := s.SentenceStart(r)
	for b := r - 1; b > max(start, r-NearVerb/2-1); b-- {
		switch s.Tokens[b].Text {
		case "a", "an", "any", "anybody", "anyone", "somebody", "someone":
			main := s.Tokens[start:b]
			would := slices.ContainsFunc(main, func(a reading.Token) bool {
				how := english.Modality.Of(a.Text)
				return how == english.Would || how == english.Could
			})
			if reading.Negated(main) || would {
				return reading.Range{Start: start, End: b}
			}
			return reading.Range{}
		}
	}
	return reading.Range{}
}

// alternatives begin the second of two things of which one comes about: “or else”.
var alternatives = words.Phrases("clause", "alternatives")

// corrections begin like an alternative and correct, or repeat: “or rather”.
var corrections = words.Phrases("clause", "corrections")

// alternative reports whether the words from j to end are a clause of which, or of
// what stands before it, only one comes about: “or we close the school”; not “or the
// mill”, “or so they say”.
func alternative(s *reading.Run, j, end int) bool {
	tail := s.Tokens[j:end]
	n := reading.Prefix(tail, alternatives)
	switch {
	case n == 0, n == len(tail), !s.Nominal(j + n), s.Asked(j):
		return false
	case reading.StartsWith(tail, corrections):
		return false
	case reading.Has(s.Tokens[s.SentenceStart(j):j], "whether"):
		return false
	}
	return statement(tail[n:]) || doer(s, j+n)
}

// Alternative is what a quote of words lo to hi leaves out of a sentence that says of two
// things that one of them comes about: “either the bank pays or” before “we close the
// school”, “or we close the school” behind “the bank pays”. An empty range where it
// says no such thing, or the quote has both.
func Alternative(s *reading.Run, lo, hi int) reading.Range {
	start, end := s.SentenceStart(lo), s.SentenceEnd(lo)
	either := start
	for either < lo && s.Tokens[either].Text != "either" {
		either++
	}
	or := lo - 1
	for or > start && reading.Prefix(s.Tokens[or:lo], alternatives) != lo-or {
		or--
	}
	if or > start {
		if either < or || alternative(s, or, end) {
			return reading.Range{Start: start, End: lo}
		}
		return reading.Range{}
	}
	for k := hi + 1; either < lo && k < end; k++ {
		if s.Tokens[k].Text == "or" {
			return reading.Range{Start: k, End: end}
		}
	}
	return reading.Range{}
}
