package align

import (
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// The problem: of a short sentence quoted word for word with one name or number
// changed, "Send the grain to Tarn" for "to Lomm", the changed word is often more
// telling than all others together, so that weighing what is missing against
// what is there refuses the place. But that a rare word is missing speaks
// against a place because a quote from elsewhere would bring its own; a word
// that was put in another's place is as rare as it likes. So where all of a quote
// stands in one run, each word in its place, but for one name or number where the
// transcript has another, that has a fixed price, twice as high at an end of the
// quote, where only one neighbour vouches for the place. Other words are given no
// such price: speakers vary their own sentences by them. Cost: linear in the run.

const (
	price    = 5 // bits that a name or number in the place of another speaks against a place
	vouching = 4 // words in their places that it takes
	longName = 3 // words of the longest name that is taken for another
)

// A hole is what is not tied between two ties, or beside the first or last.
type hole struct {
	lo, hi   int    // terms
	from, to uint32 // tokens
}

func (h hole) empty() bool { return h.lo == h.hi && h.from == h.to }

// replaced is the only hole in a run of all terms of the query, if it is a name
// or number in the place of another and enough words vouch for it.
func (ix *Index) replaced(q *query, f *found) (hole, bool) {
	holes := f.holes()
	if f.hi-f.lo < len(q.terms) || len(holes) != 1 {
		return hole{}, false
	}
	h := holes[0]
	return h, len(q.terms)-(h.hi-h.lo) >= vouching && ix.sameSort(q, h)
}

// holes are what is not tied in a found.
func (f *found) holes() []hole {
	var out []hole
	h := hole{lo: f.lo, from: f.from}
	add := func(term int, token uint32) {
		if h.hi, h.to = term, token; !h.empty() {
			out = append(out, h)
		}
		h.lo, h.from = term+1, token+1
	}
	for _, t := range f.ties {
		if t.why != Clash {
			add(t.term, t.token)
		}
	}
	add(f.hi, f.to)
	return out
}

// cost is how much a name or number that stands in the place of another speaks
// against a place.
func (q *query) cost(h hole) float32 {
	c := float32(price)
	if h.lo == 0 || h.hi == len(q.terms) {
		c *= 2
	}
	return min(c, q.telling(h.lo, h.hi))
}

// sameSort reports whether a hole has a number on both sides, or a name.
func (ix *Index) sameSort(q *query, h hole) bool {
	n, m := h.hi-h.lo, int(h.to-h.from)
	if n == 0 || m == 0 || n > longName || m > longName {
		return false
	}
	if n == 1 && m == 1 && q.number(h.lo) && ix.number(h.from) {
		return true
	}
	for i := h.lo; i < h.hi; i++ {
		if !q.named(i) {
			return false
		}
	}
	for t := h.from; t < h.to; t++ {
		if !ix.named(t) {
			return false
		}
	}
	return true
}

// number reports whether a term is a number.
func (q *query) number(term int) bool { return q.words.Form(q.terms[term].ID).Number }

// number reports whether a token is a number.
func (ix *Index) number(token uint32) bool { return ix.words.Form(ix.tokens.at(token)).Number }

// named reports whether a term is written as a name.
func (q *query) named(term int) bool {
	return named(q.words.Form(q.terms[term].ID), q.Document, int(q.terms[term].Word), term == 0)
}

// named reports whether a token is written as a name.
func (ix *Index) named(token uint32) bool {
	return named(ix.words.Form(ix.tokens.at(token)), ix.docs[ix.doc(token)], ix.word(token), false)
}

// named reports whether a form is written as a name at a word of a document. At
// the head of a sentence or quote a capital makes no name of a common word.
func named(f *lexicon.Form, d *text.Document, word int, head bool) bool {
	if f.Number || !capital(d.Word(word)) {
		return false
	}
	s := d.SentenceAt(int(d.Words[word].Start))
	head = head || s < len(d.Sentences) && d.Sentences[s].Words.Start == word
	return !head || information(f.Stem)*64 > ordinary
}

// reach takes into a run what it leaves of the query at one end, where that is a
// name or number and the transcript has another there, in the same sentence.
func (ix *Index) reach(q *query, f found) found {
	n := len(q.terms)
	switch {
	case f.lo == 0 && f.hi < n:
		h := hole{f.hi, n, f.to, f.to}
		for h.to-h.from < longName && ix.together(f.to-1, int64(h.to)) && ix.goesOn(h.from, h.to) {
			h.to++
		}
		if ix.sameSort(q, h) {
			f.ties = append(f.ties, opposite(h)...)
			f.hi, f.to = h.hi, h.to
		}
	case f.lo > 0 && f.hi == n:
		h := hole{0, f.lo, f.from, f.from}
		for h.to-h.from < longName && ix.together(f.from, int64(h.from)-1) && ix.goesOn(h.to-1, h.from-1) {
			h.from--
		}
		if ix.sameSort(q, h) {
			f.ties = append(opposite(h), f.ties...)
			f.lo, f.from = h.lo, h.from
		}
	}
	return f
}

// together reports whether there is a token at, of the same sentence as another.
func (ix *Index) together(token uint32, at int64) bool {
	return at >= 0 && at < int64(ix.tokens.len()) && ix.sentence(token) == ix.sentence(uint32(at))
}

// goesOn reports whether a token begins a number or name, or goes on with a name
// of which head is the first word looked at.
func (ix *Index) goesOn(head, token uint32) bool {
	return ix.named(token) || head == token && ix.number(token)
}

// opposite ties the words of a hole to each other.
func opposite(h hole) []tie {
	var out []tie
	for i := range min(h.hi-h.lo, int(h.to-h.from)) {
		out = append(out, tie{term: h.lo + i, token: h.from + uint32(i), why: Clash})
	}
	return out
}
