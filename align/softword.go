package align

import (
	"math/bits"
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/lexicon"
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

var negators = []string{"neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without"}

// A reading is what a search knows of a form, each looked up once.
type reading struct {
	weight   int32
	kind     tokenKind // aName is for the place to say
	common   bool      // a capital at the head of a sentence makes it no name
	rarity   int64     // its idf in the transcripts, in 1/64 bit
	letter   int32     // the share of its letter groups that the quote has, in hundredths
	country  bool      // or a capital
	alphabet uint32    // its letters
	row      []link    // the quote's tokens that are like it
}

// reading looks a form up.
func (s *search) reading(form uint32) *reading {
	if r, ok := s.readings[form]; ok {
		return r
	}
	f := s.q.words.Form(form)
	r := &reading{weight: s.ix.general(f), alphabet: alphabet(f.Text)}
	r.common = r.weight <= ordinary
	r.rarity = int64(s.ix.weight(s.q, f.StemID) * 64)
	r.country = states[f.Text]
	_, negator := slices.BinarySearch(negators, f.Text)
	switch {
	case f.Number:
		r.kind = aNumber
	case negator:
		r.kind = aNegator
	case r.weight < little:
		r.kind = aFunction
	}
	s.readings[form] = r
	return r
}

// compared is reading, with what the form has in common with the quote.
func (s *search) compared(form uint32) *reading {
	r := s.reading(form)
	if r.row != nil {
		return r
	}
	f := s.q.words.Form(form)
	r.row = []link{}
	related := s.related[f.Stem]
	for i, t := range s.tokens {
		if !related && t.form != form && !r.country && unlike(s.known[i], r, s.forms[i].Text, f.Text) {
			continue
		}
		if like, why := alike(s.forms[i], f); like > 0 {
			r.row = append(r.row, link{q: int32(i), like: like, why: why})
		}
	}
	r.letter = s.letterShare(f.Text)
	return r
}

// unlike tells at a glance that two words that no table relates are not alike:
// both are common and begin differently, or too many letters of the one are not
// in the other.
func unlike(a, b *reading, f, g string) bool {
	if a.common && b.common && f[0] != g[0] {
		return true
	}
	long, missing := f, a.alphabet&^b.alphabet
	if len(g) > len(f) {
		long, missing = g, b.alphabet&^a.alphabet
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

func alike(f, g *lexicon.Form) (int32, Why) {
	if f.Text == g.Text {
		return 100, Same
	}
	if capitals[[2]string{f.Text, g.Text}] {
		return metonym, Synonym
	}
	like, why := lexicon.Alike(f, g)
	return int32(like*100 + .5), whys[why]
}

// token is a form where it stands: at word of d, first or not of its sentence.
func (s *search) token(form, at uint32, d *text.Document, word int, first bool) token {
	r := s.reading(form)
	t := token{form: form, at: at, weight: r.weight, kind: r.kind}
	if t.kind == aWord && !(first && r.common) && capital(d.Word(word)) {
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
		s.forms, s.known = append(s.forms, f), append(s.known, s.reading(t.form))
		s.related[f.Stem] = true
		for _, a := range lexicon.Alternatives(f.Stem) {
			s.related[a.Text] = true
		}
		s.total += int64(t.weight) * 100
		w := s.reading(t.form).rarity
		s.norm += w * w
	}
}

// sentences are the tokens of the sentences from to to-1 of one transcript.
func (s *search) sentences(from, to int) []token {
	ix := s.ix
	lo, hi := ix.sentences[from], ix.sentences[to]
	d := ix.docs[ix.doc(lo)]
	p := sort.Search(len(ix.points), func(i int) bool { return ix.points[i].token > lo }) - 1
	out := make([]token, 0, hi-lo)
	next := from
	for t := lo; t < hi; t++ {
		for p+1 < len(ix.points) && ix.points[p+1].token <= t {
			p++
		}
		first := t == ix.sentences[next]
		if first {
			next++
		}
		word := int(ix.points[p].word + t - ix.points[p].token)
		out = append(out, s.token(ix.tokens[t], t, d, word, first))
	}
	return out
}
