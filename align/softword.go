package align

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// A token is a word as the soft way sees it.
type token struct {
	form   uint32 // its number in the vocabulary
	at     uint32 // the word of the report, or the token of the index
	weight int32  // what it says, in 1/64 bit of general English: the same whatever the transcripts, lest one more of them move a match
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

// ordinary is the weight up to which a word is a common one, that stands in
// five sentences of general English or more.
const ordinary = 904

// general is what a form says in 1/64 bit.
func (ix *Index) general(f *lexicon.Form) int32 {
	if int(f.StemID) < len(ix.bits) {
		return int32(ix.bits[f.StemID])
	}
	return int32(information(f.Stem) * 64)
}

// negators are counted on both sides of a pair.
var negators = words.Set("negation", "counted-negators")

// A trait is what an index knows of a form.
type trait struct {
	letters uint32    // which it has
	weight  int16     // as a token's
	kind    tokenKind // aName is for the place to say
	country bool      // or a capital
	first   byte
	length  uint8 // up to 255
}

// common reports whether a capital at the head of a sentence makes it no name.
func (t *trait) common() bool { return t.weight <= ordinary }

// traitOf looks a form up.
func (ix *Index) traitOf(f *lexicon.Form) trait {
	t := trait{weight: int16(ix.general(f)), country: states()[f.Text], letters: alphabet(f.Text)}
	t.length = uint8(min(255, len(f.Text)))
	if len(f.Text) > 0 {
		t.first = f.Text[0]
	}
	negator := negators.Has(f.Text)
	switch {
	case f.Number:
		t.kind = aNumber
	case negator:
		t.kind = aNegator
	case t.weight < little:
		t.kind = aFunction
	}
	return t
}

// trait is that of a form of the index or the quote.
func (s *search) trait(form uint32) *trait {
	n := uint32(len(s.ix.traits))
	if form < n {
		return &s.ix.traits[form]
	}
	for id := n + uint32(len(s.own)); id <= form; id++ {
		f := s.q.words.Form(id)
		s.own = append(s.own, s.ix.traitOf(f))
	}
	return &s.own[form-n]
}

// A likeness is what a form has in common with the quote.
type likeness struct {
	row    []link // the quote's tokens that are like it
	letter int32  // the share of its letter groups that the quote has, in hundredths; -1 until it is asked for
}

// compared compares a form with the quote, once. It holds until the next call.
func (s *search) compared(form uint32) *likeness {
	m := s.memory
	if k := m.forms[form]; k != 0 {
		return &m.likenesses[k-1]
	}
	f, t := s.q.words.Form(form), s.trait(form)
	from := len(m.links)
	every := t.country || m.related[f.StemID]
	for i := range s.tokens {
		if !every && s.tokens[i].form != form && s.traits[i].unlike(t) {
			continue
		}
		if like, why := alike(s.forms[i], f, t); like > 0 {
			m.links = append(m.links, link{q: int32(i), like: like, why: why})
		}
	}
	m.likenesses = append(m.likenesses, likeness{m.links[from:len(m.links):len(m.links)], -1})
	m.forms[form] = uint32(len(m.likenesses))
	m.compared = append(m.compared, form)
	return &m.likenesses[len(m.likenesses)-1]
}

// unlike tells at a glance that two words that no table relates are not alike:
// both are common and begin differently, or too many letters of the one are not
// in the other.
func (t *trait) unlike(o *trait) bool {
	if t.first != o.first && t.common() && o.common() {
		return true
	}
	long, missing := t.length, t.letters&^o.letters
	if o.length > t.length {
		long, missing = o.length, o.letters&^t.letters
	}
	return bits.OnesCount32(missing)*100 > int(long)*38
}

// alphabet is the set of a word's letters.
func alphabet(word string) (set uint32) {
	for i := range len(word) {
		set |= 1 << (word[i] & 31)
	}
	return set
}

// alike says how alike two forms are, and why; t is the trait of the second.
func alike(f, g *lexicon.Form, t *trait) (int32, Why) {
	if f.Text == g.Text {
		return 100, Same
	}
	if t.country && isMetonym(f.Text, g.Text) {
		return metonym, Synonym
	}
	like, why := lexicon.Alike(f, g)
	return int32(like*100 + .5), whys[why]
}

// token is a form where it stands, at the head of its sentence or not, with a
// capital or not.
func (s *search) token(form, at uint32, head, large bool) token {
	r := s.trait(form)
	t := token{form: form, at: at, weight: int32(r.weight), kind: r.kind}
	if t.kind == aWord && large && !(head && r.common()) {
		t.kind = aName
	}
	return t
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// quoted are the tokens of the quote.
func (s *search) quoted(terms []lexicon.Term) {
	d := s.q.Document
	for _, t := range terms {
		k := d.SentenceAt(int(d.Words[t.Word].Start))
		first := k < len(d.Sentences) && d.Sentences[k].Words.Start == int(t.Word)
		if n := len(s.tokens); n == 0 || first {
			s.parts = append(s.parts, text.Range{Start: n, End: n})
		}
		s.tokens = append(s.tokens, s.token(t.ID, t.Word, first, capital(d.Word(int(t.Word)))))
		s.parts[len(s.parts)-1].End = len(s.tokens)
	}
	for _, t := range s.tokens {
		f := s.q.words.Form(t.form)
		s.forms, s.traits = append(s.forms, f), append(s.traits, *s.trait(t.form))
		s.memory.relate(f.StemID)
		for _, a := range lexicon.Alternatives(f.Stem) {
			if st, ok := s.ix.words.StemNumber(a.Text); ok {
				s.memory.relate(st)
			}
		}
		s.total += int64(t.weight) * 100
	}
}

// A sentence is one of the index as a search sees it.
type sentence struct {
	tokens []token // nil until they are asked for
	likest []uint8 // by token of the quote: how alike the likest of them is, in hundredths
}

// sentence compares a sentence, once.
func (s *search) sentence(n int) *sentence {
	m := s.memory
	if k := m.sentences[n]; k != 0 {
		return &m.read[k-1]
	}
	likest := m.bytes(len(s.tokens))
	lo, hi := s.ix.tokensOf(n)
	for t := lo; t < hi; t++ {
		for _, l := range s.compared(s.ix.tokens.at(t)).row {
			likest[l.q] = max(likest[l.q], uint8(l.like))
		}
	}
	m.read = append(m.read, sentence{likest: likest})
	m.sentences[n] = uint32(len(m.read))
	m.looked = append(m.looked, n)
	return &m.read[len(m.read)-1]
}

// tokensOf reads the words of a sentence, once.
func (s *search) tokensOf(n int) []token {
	r := s.sentence(n)
	if r.tokens == nil {
		r.tokens = s.read(n)
	}
	return r.tokens
}

func (s *search) read(n int) []token {
	ix, m := s.ix, s.memory
	from := len(m.tokens)
	lo, hi := ix.tokensOf(n)
	for t := lo; t < hi; t++ {
		large := ix.capitals[t>>6]>>(t&63)&1 > 0
		m.tokens = append(m.tokens, s.token(ix.tokens.at(t), t, t == lo, large))
	}
	return m.tokens[from:len(m.tokens):len(m.tokens)]
}
