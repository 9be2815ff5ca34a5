package lexicon

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// A Term is a form where it stands. A word may give several (don't: do, not)
// and several words one (twenty five: 25).
type Term struct {
	ID    uint32 // of the form in the vocabulary
	Word  uint32 // the first word
	Words uint32 // how many words, at least 1
}

// Terms reads the words of d in r and appends their terms to dst.
func (v *Vocabulary) Terms(dst []Term, d *text.Document, r text.Range) []Term {
	t := reading{v: v, d: d, end: r.End, terms: dst}
	for i := r.Start; i < r.End; i++ {
		t.word(i)
	}
	t.finish(r.End)
	return t.terms
}

// A reading is a run of words on its way to terms.
type reading struct {
	v     *Vocabulary
	d     *text.Document
	end   int
	terms []Term
	num   run // the number that the words before belong to
}

func (t *reading) word(i int) {
	s := t.v.surface(t.d.Word(i))
	x := s.extra
	if x == nil {
		t.finish(i)
		t.terms = append(t.terms, Term{s.id, uint32(i), 1})
		return
	}
	switch {
	case x.fig != nil:
		t.figure(i, *x.fig)
		return
	case x.special == and && t.num.last.scale > 0 && t.carriesOn(i+1):
		return
	case x.special == point && t.pointed(i):
		t.num.point()
		return
	}
	t.finish(i)
	if n := len(t.terms); x.special == cent && n > 0 && t.terms[n-1] == (Term{t.v.intern("per", false), uint32(i - 1), 1}) {
		t.terms[n-1] = Term{t.v.intern("percent", false), uint32(i - 1), 2}
		return
	}
	t.terms = append(t.terms, Term{s.id, uint32(i), 1})
	for _, id := range x.more {
		t.terms = append(t.terms, Term{id, uint32(i), 1})
	}
}

// figure takes word i as the next of a number, or the first of another.
func (t *reading) figure(i int, f figure) {
	if t.num.words > 0 && !t.joins(i) || !t.num.take(f) {
		t.finish(i)
		t.num.take(f)
	}
	if t.num.words == 1 {
		t.num.start = i
	}
}

// joins reports whether word i may belong to the number before it: nothing but
// blanks or a hyphen stand between them, or a comma before another hundred or
// thousand.
func (t *reading) joins(i int) bool {
	gap := t.d.Gap(text.Span{Start: int(t.d.Words[i-1].End), End: int(t.d.Words[i].Start)})
	switch strings.TrimSpace(gap) {
	case "", "-", "‐", "‑":
		return true
	case ",":
		if i+1 < t.end && t.num.last.scale > 100 {
			x := t.v.surface(t.d.Word(i + 1)).extra
			return x != nil && x.fig != nil && x.fig.scale > 0
		}
	}
	return false
}

// carriesOn reports whether word i, if there is one, carries the number on.
func (t *reading) carriesOn(i int) bool {
	if i >= t.end {
		return false
	}
	x := t.v.surface(t.d.Word(i)).extra
	return x != nil && x.fig != nil && t.num.carries(*x.fig)
}

// pointed reports whether word i, “point”, is the decimal point of the number before it:
// “ninety-nine point four”, “nought point two”; not that of “at one point two of us”.
func (t *reading) pointed(i int) bool {
	if t.num.words == 0 || i+1 >= t.end || !t.joins(i) || !t.joins(i+1) || !t.num.mayHavePoint() {
		return false
	}
	x := t.v.surface(t.d.Word(i + 1)).extra
	at := t.num.start > 0 && strings.EqualFold(t.d.Word(t.num.start-1), "at")
	return x != nil && x.fig != nil && x.fig.decimal() && !(at && t.num.value() == amount{whole: 1})
}

// finish ends the number, if there is one, before word i.
func (t *reading) finish(i int) {
	if t.num.words == 0 {
		return
	}
	id := t.v.intern(writeNumber(t.num.value(), t.num.last.ordinal), true)
	t.terms = append(t.terms, Term{id, uint32(t.num.start), uint32(i - t.num.start)})
	t.num = run{}
}
