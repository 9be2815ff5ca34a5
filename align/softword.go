package align

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// A token is a word as the soft way sees it.
type token struct {
	form   uint32 // its number in the vocabulary
	at     uint32 // the word of the report, or the token of the index
	weight int32  // what it says, in 1/64 bit: the rarer the more
	kind   tokenKind
}

type tokenKind uint8

const (
	aWord     tokenKind = iota
	aFunction           // says little where it stands alone
	aNegator
	aNumber
	aName
)

// little is the weight under which a word says little: it stands in one
// sentence of thirty-two or more.
const little = 5 * 64

var negators = map[string]bool{"not": true, "no": true, "never": true, "without": true, "none": true, "nobody": true, "nothing": true, "nor": true, "neither": true}

// tokenOf reads a word. word is its number in d.
func (s *search) tokenOf(form, at uint32, d *text.Document, word int) token {
	f := s.q.words.Form(form)
	t := token{form: form, at: at, weight: int32(information(f.Stem) * 64)}
	switch {
	case f.Number:
		t.kind = aNumber
	case negators[f.Text]:
		t.kind = aNegator
	case t.weight < little:
		t.kind = aFunction
	case named(d, word, f):
		t.kind = aName
	}
	return t
}

// named reports whether a word is written like a name: with a capital that does
// not only open a sentence.
func named(d *text.Document, word int, f *lexicon.Form) bool {
	r, _ := utf8.DecodeRuneInString(d.Word(word))
	if !unicode.IsUpper(r) {
		return false
	}
	k := d.SentenceAt(int(d.Words[word].Start))
	first := k < len(d.Sentences) && d.Sentences[k].Words.Start == word
	return !first || lexicon.Frequency(f.Stem) < 3
}
