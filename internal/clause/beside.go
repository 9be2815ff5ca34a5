package clause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// A sentence may be quoted after another one that it did not follow, with "he
// said" between them: who reads it fills in the gap. That is fair as long as
// the sentence stands on its own. One that begins with "it" or "this" speaks of
// the sentence before it, and if that was left out it now speaks of another
// thing. What the pronoun stands for is not resolved: the sentence before is
// taken to have it, and where that begins with the same word, the one before that.

// pointers are the words that stand for something said before.
var pointers = words.Set("grammar", "pointers")

// demonstratives do so where a verb follows: "this is", but not "this year".
var demonstratives = words.Set("grammar", "demonstratives")

// Points reports whether the sentence from source atom k on begins with a word
// that stands for something said before. The "it" of "it is time to go" stands
// for nothing.
func Points(s *reading.Run, k int) bool {
	next := s.At(k + 1)
	switch w := s.Tokens[k].Text; {
	case demonstratives.Has(w):
		return english.Auxiliaries.Has(next)
	case w != "it" || !english.Auxiliaries.Has(next):
		return pointers.Has(w)
	}
	for n := k + 2; n < min(k+7, len(s.Tokens)); n++ {
		if t := s.Tokens[n].Text; (t == "that" || t == "to") && s.SentenceOf(n) == s.SentenceOf(k) {
			return false
		}
	}
	return true
}

// A quote of a whole sentence may leave out what takes it back in the next one
// (But that only holds if … Or so they say. That is a lie.) or what it hangs on in
// the one before (Suppose that the dam breaks.). Nearly every sentence has to do
// with its neighbours, so only forms count that can speak of nothing else: a
// fragment that would be a limit behind a comma, a short sentence whose subject is
// the one quoted, a supposition. A paragraph's end ends them: there somebody else
// may begin to speak.

const (
	ShortSentence = 9  // words of a sentence that does nothing but judge the one before
	shortFragment = 12 // words of a limit that stands as a sentence
)

// TakenBackAfter is the sentence after the quote's last one, if it takes that back;
// a question has nothing to take back.
func TakenBackAfter(s *reading.Run, hi int) (text.Span, bool) {
	span, atoms := s.Neighbour(s.SentenceOf(hi), 1)
	if len(atoms) > 1 && atoms[0].Text == "and" {
		atoms = atoms[1:]
	}
	if len(atoms) == 0 {
		return span, false
	}
	return span, !s.Asked(hi) && (denied(s, hi, atoms) || !strings.Contains(s.Doc.Read(span), ",") && fragmentary(atoms) || judges(atoms) || restrained(atoms))
}

// denied reports whether a sentence of three words says of the one that ends with
// source atom hi that it is not so: They do not. It is not, after "the dam is safe".
// Of "he thinks that it is" the same words deny only what he thinks.
func denied(s *reading.Run, hi int, atoms []reading.Token) bool {
	if len(atoms) != 3 || !takenBack(atoms) {
		return false
	}
	verb := atoms[1].Text
	same := verb == "do" || verb == "does" || verb == "did"
	for j := hi; j >= 0 && s.SentenceOf(j) == s.SentenceOf(hi); j-- {
		if english.Saying.Has(s.Tokens[j].Text) || english.Negators.Has(s.Tokens[j].Text) {
			return false
		}
		same = same || english.Alike(s.Tokens[j].Text, verb)
	}
	return same
}

// SupposedBefore is the sentence before the quote's first one, if the quote only
// says what would follow from it.
func SupposedBefore(s *reading.Run, lo int) (text.Span, bool) {
	span, atoms := s.Neighbour(s.SentenceOf(lo), -1)
	if len(atoms) > 1 && openers.Has(atoms[0].Text) {
		atoms = atoms[1:]
	}
	return span, reading.StartsWith(atoms, suppositions) && follows(s, lo)
}

// standing are limits that may stand as a sentence of their own.
var standing = words.Phrases("clause", "standing")

// fragmentary reports whether a sentence is a limit of the one before it that
// somebody has put a stop before.
func fragmentary(atoms []reading.Token) bool {
	if len(atoms) > shortFragment || !reading.StartsWith(atoms, standing) || reading.StartsWith(atoms, Asides) || reading.StartsWith(atoms, regrets) {
		return false
	}
	own := 0
	for i, a := range atoms {
		if i > 1 && english.Auxiliaries.Has(a.Text) && (partly.Has(atoms[1].Text) || english.Subjects.Has(reading.WordAt(atoms, i+1))) {
			return false // not all of it was, not until then did we
		}
		switch a.Text {
		case "i", "we", "he", "she", "they":
			own++
		case "it", "that", "there":
			if english.Auxiliaries.Has(reading.WordAt(atoms, i+1)) {
				own++
			}
		}
		if english.Modality.Of(a.Text) != "" || own > 1 || i > 0 && a.Text == "then" {
			return false // a main clause of its own
		}
	}
	return !reading.StartsWith(atoms, ownTelling)
}

// regrets begin like a condition and wish for one.
var regrets = words.Phrases("clause", "regrets")

// partly are words of a share, the subject of a sentence that they begin.
var partly = words.Set("clause", "partly")

// untrue are the words of a sentence that says that the one before is not so.
var untrue = words.Phrases("clause", "untrue")

// judges reports whether a short sentence says of the one before it that it is
// not true, or somebody else's: That is a lie. So my critics say.
func judges(atoms []reading.Token) bool {
	if reading.StartsWith(atoms, inPart) {
		atoms = atoms[2:]
	}
	if len(atoms) == 0 || len(atoms) > ShortSentence || !backward.Has(atoms[0].Text) {
		return false
	}
	n := len(atoms)
	for n > 2 && objects.Has(atoms[n-1].Text) {
		n--
	}
	back := atoms[0].Text
	switch {
	case (back == "that" || back == "this" || back == "it" || back == "all") && english.IsBe.Has(reading.WordAt(atoms, 1)) && reading.EndsWith(atoms[:n], untrue):
		return true
	case back == "so" && english.Saying.Has(reading.WordAt(atoms, 1)):
		return n > 2 && english.Person.First(atoms[2].Text) != "i"
	case back == "so" || reading.WordAt(atoms, 2) == "what" || reading.WordAt(atoms, 2) == "how":
		return english.Saying.Has(atoms[n-1].Text) && others(atoms[:n-1])
	}
	return false
}

// backward are the words that begin a sentence about the one before it.
var backward = words.Set("clause", "backward")

// restrained reports whether a sentence is set against the one before it and
// restricts it: but that only holds if, but I do not believe it.
func restrained(atoms []reading.Token) bool {
	n := reading.Prefix(atoms, contrasts)
	if n == 0 || n+2 >= len(atoms) {
		return false
	}
	rest := atoms[n:]
	if backward.Has(rest[0].Text) && rest[0].Text != "so" {
		for i := 1; i < min(len(rest), 5); i++ {
			a := rest[i]
			if a.Text == "only" && !english.IsBe.Has(rest[i-1].Text) || a.Text == "depends" || rest[0].Text != "it" && reading.EndsWith(rest[:i+1], untrue) {
				return true
			}
		}
	}
	return english.Person.First(rest[0].Text) == "i" && disbelieves(rest)
}

// disbelieves: I do not believe it, we never accepted that.
func disbelieves(atoms []reading.Token) bool {
	for i, a := range atoms[:min(len(atoms), 5)] {
		if a.Text == "believe" || a.Text == "accept" || a.Text == "agree" || a.Text == "share" {
			return reading.Negated(atoms[:i]) && (echoes.Has(reading.WordAt(atoms, i+1)) || i+1 == len(atoms))
		}
	}
	return false
}

// suppositions begin a sentence that asks its hearers to imagine something.
var suppositions = words.Phrases("clause", "suppositions")

// follows reports whether the clause from source atom lo on says what comes of
// something: it will, it would, then.
func follows(s *reading.Run, lo int) bool {
	for j := lo; j < min(lo+shortFragment, s.SentenceEnd(lo)); j++ {
		if english.Modality.Of(s.Tokens[j].Text) != "" || s.Tokens[j].Text == "then" {
			return true
		}
	}
	return false
}

// ownTelling begins a sentence in which the speaker owns what stands before it.
var ownTelling = words.Phrases("saying", "own-telling")
