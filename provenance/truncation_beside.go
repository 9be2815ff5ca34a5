package provenance

import (
	"strings"

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

const (
	shortSentence = 9  // words of a sentence that does nothing but judge the one before
	shortFragment = 12 // words of a limit that stands as a sentence
)

// takenBackAfter is the sentence after the quote's last one, if it takes that back;
// a question has nothing to take back.
func (s *side) takenBackAfter(hi int) (text.Span, bool) {
	span, atoms := s.neighbour(s.sentenceOf(hi), 1)
	if len(atoms) > 1 && atoms[0].text == "and" {
		atoms = atoms[1:]
	}
	if len(atoms) == 0 {
		return span, false
	}
	return span, !s.asked(hi) && (s.denied(hi, atoms) || !strings.Contains(s.d.Read(span), ",") && fragmentary(atoms) || judges(atoms) || restrained(atoms))
}

// denied reports whether a sentence of three words says of the one that ends with
// source atom hi that it is not so: They do not. It is not, after "the dam is safe".
// Of "he thinks that it is" the same words deny only what he thinks.
func (s *side) denied(hi int, atoms []atom) bool {
	if len(atoms) != 3 || !takenBack(atoms) {
		return false
	}
	verb := atoms[1].text
	same := verb == "do" || verb == "does" || verb == "did"
	for j := hi; j >= 0 && s.sentenceOf(j) == s.sentenceOf(hi); j-- {
		if saying.Has(s.tokens[j].text) || negators.Has(s.tokens[j].text) {
			return false
		}
		same = same || alike(s.tokens[j].text, verb)
	}
	return same
}

// supposedBefore is the sentence before the quote's first one, if the quote only
// says what would follow from it.
func (s *side) supposedBefore(lo int) (text.Span, bool) {
	span, atoms := s.neighbour(s.sentenceOf(lo), -1)
	if len(atoms) > 1 && openers.Has(atoms[0].text) {
		atoms = atoms[1:]
	}
	return span, startsWith(atoms, suppositions) && s.follows(lo)
}

// neighbour is the sentence so many after number n, in the same paragraph, with
// its words, the first of them if it is endless.
func (s *side) neighbour(n int, by int) (text.Span, []atom) {
	d := s.d
	m := n + by
	if m < 0 || m >= len(d.Sentences) || d.BlockAt(d.Sentences[m].Span.Start) != d.BlockAt(d.Sentences[n].Span.Start) {
		return text.Span{}, nil
	}
	r := d.Sentences[m].Words
	beside := &side{d: d, words: s.words}
	for w := r.Start; w < min(r.End, r.Start+reach); w++ {
		beside.append(w)
	}
	return d.SpanOf(r), beside.tokens
}

// standing are limits that may stand as a sentence of their own.
var standing = words.Phrases("clause", "standing")

// fragmentary reports whether a sentence is a limit of the one before it that
// somebody has put a stop before.
func fragmentary(atoms []atom) bool {
	if len(atoms) > shortFragment || !startsWith(atoms, standing) || startsWith(atoms, asides) || startsWith(atoms, regrets) {
		return false
	}
	own := 0
	for i, a := range atoms {
		if i > 1 && auxiliaries.Has(a.text) && (partly.Has(atoms[1].text) || subjects.Has(wordIn(atoms, i+1))) {
			return false // not all of it was, not until then did we
		}
		switch a.text {
		case "i", "we", "he", "she", "they":
			own++
		case "it", "that", "there":
			if auxiliaries.Has(wordIn(atoms, i+1)) {
				own++
			}
		}
		if modality.Of(a.text) != "" || own > 1 || i > 0 && a.text == "then" {
			return false // a main clause of its own
		}
	}
	return !startsWith(atoms, ownTelling)
}

// regrets begin like a condition and wish for one.
var regrets = words.Phrases("clause", "regrets")

// partly are words of a share, the subject of a sentence that they begin.
var partly = words.Set("clause", "partly")

// untrue are the words of a sentence that says that the one before is not so.
var untrue = words.Phrases("clause", "untrue")

// judges reports whether a short sentence says of the one before it that it is
// not true, or somebody else's: That is a lie. So my critics say.
func judges(atoms []atom) bool {
	if startsWith(atoms, inPart) {
		atoms = atoms[2:]
	}
	if len(atoms) == 0 || len(atoms) > shortSentence || !backward.Has(atoms[0].text) {
		return false
	}
	n := len(atoms)
	for n > 2 && objects.Has(atoms[n-1].text) {
		n--
	}
	back := atoms[0].text
	switch {
	case (back == "that" || back == "this" || back == "it" || back == "all") && isBe.Has(wordIn(atoms, 1)) && endsWith(atoms[:n], untrue):
		return true
	case back == "so" && saying.Has(wordIn(atoms, 1)):
		return n > 2 && person.First(atoms[2].text) != "i"
	case back == "so" || wordIn(atoms, 2) == "what" || wordIn(atoms, 2) == "how":
		return saying.Has(atoms[n-1].text) && others(atoms[:n-1])
	}
	return false
}

// backward are the words that begin a sentence about the one before it.
var backward = words.Set("clause", "backward")

// restrained reports whether a sentence is set against the one before it and
// restricts it: but that only holds if, but I do not believe it.
func restrained(atoms []atom) bool {
	n := prefix(atoms, contrasts)
	if n == 0 || n+2 >= len(atoms) {
		return false
	}
	rest := atoms[n:]
	if backward.Has(rest[0].text) && rest[0].text != "so" {
		for i := 1; i < min(len(rest), 5); i++ {
			a := rest[i]
			if a.text == "only" && !isBe.Has(rest[i-1].text) || a.text == "depends" || rest[0].text != "it" && endsWith(rest[:i+1], untrue) {
				return true
			}
		}
	}
	return person.First(rest[0].text) == "i" && disbelieves(rest)
}

// disbelieves: I do not believe it, we never accepted that.
func disbelieves(atoms []atom) bool {
	for i, a := range atoms[:min(len(atoms), 5)] {
		if a.text == "believe" || a.text == "accept" || a.text == "agree" || a.text == "share" {
			return negated(atoms[:i]) && (echoes.Has(wordIn(atoms, i+1)) || i+1 == len(atoms))
		}
	}
	return false
}

// suppositions begin a sentence that asks its hearers to imagine something.
var suppositions = words.Phrases("clause", "suppositions")

// follows reports whether the clause from source atom lo on says what comes of
// something: it will, it would, then.
func (s *side) follows(lo int) bool {
	for j := lo; j < min(lo+shortFragment, s.sentenceEnd(lo)); j++ {
		if modality.Of(s.tokens[j].text) != "" || s.tokens[j].text == "then" {
			return true
		}
	}
	return false
}

// ownTelling begins a sentence in which the speaker owns what stands before it.
var ownTelling = words.Phrases("saying", "own-telling")
