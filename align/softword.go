package align

import (
	"math/bits"
	"sort"
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
	rarity uint16 // of its stem in its transcript, in 1/64 bit; 0 in the quote
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
	weight  int16     // as a token's
	kind    tokenKind // aName is for the place to say
	country bool      // or a capital
	letters uint32    // which it has
}

// common reports whether a capital at the head of a sentence makes it no name.
func (t *trait) common() bool { return t.weight <= ordinary }

// traitOf looks a form up.
func (ix *Index) traitOf(f *lexicon.Form) trait {
	t := trait{weight: int16(ix.general(f)), country: states()[f.Text], letters: alphabet(f.Text)}
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

// compared compares a form with the quote, once.
func (s *search) compared(form uint32) *likeness {
	if r := s.likenesses[form]; r != nil {
		return r
	}
	f, t := s.q.words.Form(form), s.trait(form)
	r := &likeness{letter: -1}
	related := s.related[f.Stem]
	for i := range s.tokens {
		g := s.forms[i]
		if !related && s.tokens[i].form != form && !t.country && unlike(s.traits[i], t, g.Text, f.Text) {
			continue
		}
		if like, why := alike(g, f, t); like > 0 {
			r.row = append(r.row, link{q: int32(i), like: like, why: why})
		}
	}
	s.likenesses[form] = r
	return r
}

// unlike tells at a glance that two words that no table relates are not alike:
// both are common and begin differently, or too many letters of the one are not
// in the other.
func unlike(a, b *trait, f, g string) bool {
	if a.common() && b.common() && f[0] != g[0] {
		return true
	}
	long, missing := f, a.letters&^b.letters
	if len(g) > len(f) {
		long, missing = g, b.letters&^a.letters
	}
	return bits.OnesCount32(missing)*100 > len(long)*38
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

// token is a form where it stands: at word of d, first or not of its sentence.
func (s *search) token(form, at uint32, d *text.Document, word int, first bool) token {
	r := s.trait(form)
	t := token{form: form, at: at, weight: int32(r.weight), kind: r.kind}
	if t.kind == aWord && !(first && r.common()) && capital(d.Word(word)) {
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
		s.tokens = append(s.tokens, s.token(t.ID, t.Word, d, int(t.Word), first))
		s.parts[len(s.parts)-1].End = len(s.tokens)
	}
	for _, t := range s.tokens {
		f := s.q.words.Form(t.form)
		s.forms, s.traits = append(s.forms, f), append(s.traits, s.trait(t.form))
		s.related[f.Stem] = true
		for _, a := range lexicon.Alternatives(f.Stem) {
			s.related[a.Text] = true
		}
		s.total += int64(t.weight) * 100
	}
}

// A sentence is one of the index as a search sees it.
type sentence struct {
	tokens []token
	likest []uint8 // by token of the quote: how alike the likest of them is, in hundredths
}

// sentence reads a sentence, once.
func (s *search) sentence(n int) *sentence {
	if r := s.sentences[n]; r != nil {
		return r
	}
	r := &sentence{tokens: s.tokensOf(n), likest: make([]uint8, len(s.tokens))}
	for _, t := range r.tokens {
		for _, l := range s.compared(t.form).row {
			r.likest[l.q] = max(r.likest[l.q], uint8(l.like))
		}
	}
	s.sentences[n] = r
	return r
}

func (s *search) tokensOf(n int) []token {
	ix := s.ix
	lo, hi := ix.tokensOf(n)
	doc := ix.doc(lo)
	d := ix.docs[doc]
	p := sort.Search(len(ix.points), func(i int) bool { return ix.points[i].token > lo }) - 1
	out := make([]token, 0, hi-lo)
	for t := lo; t < hi; t++ {
		for p+1 < len(ix.points) && ix.points[p+1].token <= t {
			p++
		}
		word := int(ix.points[p].word + t - ix.points[p].token)
		tok := s.token(ix.tokens[t], t, d, word, t == lo)
		tok.rarity = ix.in(doc, s.q, ix.stem[ix.tokens[t]])
		out = append(out, tok)
	}
	return out
}
