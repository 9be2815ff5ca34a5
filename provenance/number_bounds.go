package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/words"
)

// "More than 500" is no 500, and the opposite of "nearly 500". What bounds a
// number stands right before it or right after it, in few set phrases. It is
// read with the number, whose counterpart is known, so that no word order and
// no translation can hide what it says.

// A bound says on which side of its number a thing is.
type bound uint8

const (
	exact   bound = iota
	atLeast       // 500 or more
	atMost        // 500 or less
	nearly        // a little less than 500
	barely        // a little more than 500
	about         // 500, more or less
)

// boundsBefore are phrases before a number, boundsAfter those behind it.
var (
	boundsBefore = words.PhraseValues("degree", "before-number", boundNamed)
	boundsAfter  = words.PhraseValues("degree", "after-number", boundNamed)
)

// boundNamed is a bound by its name in the lists.
func boundNamed(name string) bound {
	return bound(slices.Index([]string{"exactly", "at least", "at most", "nearly", "barely", "about"}, name))
}

// longestBound is how many words a phrase has at most.
const longestBound = 4

// bounds compares what bounds the numbers that both sides have.
func (p *pairing) bounds() {
	q, s := p.amountsOf(p.q), p.amountsOf(p.s)
	p.twins(q, s)
	for _, f := range q {
		if !f.found {
			continue
		}
		g := s[f.mate]
		a, b := p.q.boundOf(f), p.s.boundOf(g)
		if a.kind == exact && b.kind == exact || joined(p.q.tokens[a.at.Start:a.at.End]) == joined(p.s.tokens[b.at.Start:b.at.End]) || p.anyTold(a.at, b.at) {
			continue
		}
		if a.kind == exact && !p.anyInside(b.at) {
			continue // the quote begins behind it
		}
		p.bounded(a, b)
	}
}

// twins ties the equal numbers of both sides, the nearest to each other.
func (p *pairing) twins(q, s []fact) {
	places := []func(a, b fact) bool{p.tied, p.samePlace}
	if !p.literal {
		places = append(places, p.near)
	}
	for _, place := range places {
		for i := range q {
			for j := range s {
				if !q[i].found && !s[j].found && sameMeasure(q[i], s[j]) && place(q[i], s[j]) {
					q[i].found, q[i].mate, s[j].found = true, j, true
				}
			}
		}
	}
}

// bounded reports what one number is bounded by and the other is not.
func (p *pairing) bounded(a, b limited) {
	k, v := Quantifier, Minor
	switch x, y := min(a.kind, b.kind), max(a.kind, b.kind); {
	case x == y:
		k = Substitution
	case x == atLeast && y != barely && y != exact, x == atMost && y != nearly, x == nearly && y == barely, p.literal && x == exact && y <= atMost:
		v = Major
	}
	if v == Major && p.otherSide(a.at, b.at) {
		k = Antonym
	}
	if v == Major || p.literal {
		p.tell(k, v, a.at, b.at)
		return
	}
	for i := a.at.Start; i < a.at.End; i++ {
		p.q.told[i] = true
	}
	for j := b.at.Start; j < b.at.End; j++ {
		p.s.told[j] = true
	}
}

// otherSide reports whether two phrases differ in one word and its opposite:
// more than, less than.
func (p *pairing) otherSide(a, b trange) bool {
	if a.Len() == 0 || a.Len() != b.Len() {
		return false
	}
	for k := range a.Len() {
		x, y := p.q.tokens[a.Start+k].text, p.s.tokens[b.Start+k].text
		if x != y && !contraries(x, y) {
			return false
		}
	}
	return true
}

func (p *pairing) anyTold(q, s trange) bool {
	return slices.Contains(p.q.told[q.Start:q.End], true) || slices.Contains(p.s.told[s.Start:s.End], true)
}

// A limited is the bound of a number and its words; the gap before the number
// where it has none.
type limited struct {
	kind bound
	at   trange
}

// preposition reports whether the one word before a number is no bound: "over ten
// years" is during them, and one speaks about two things.
func (s *side) preposition(i int, f fact) bool {
	switch s.tokens[i].text {
	case "over":
		return f.unit != nil && f.unit.of == "time" || spokenOf.Has(s.wordAt(i-1))
	case "about", "around", "above", "under", "below":
		return spokenOf.Has(s.wordAt(i - 1))
	}
	return false
}

// spokenOf are words that "about" and "over" belong to.
var spokenOf = words.Set("saying", "spoken-of")

// boundOf reads what bounds a number: the longest phrase before it, or behind it.
func (s *side) boundOf(f fact) limited {
	r := f.measured()
	if f.amount == nil && !isDigit(f.value) {
		return limited{exact, trange{Start: r.Start, End: r.Start}}
	}
	for n := min(longestBound, r.Start); n > 0; n-- {
		at := trange{Start: r.Start - n, End: r.Start}
		if b := boundsBefore.Of(joined(s.tokens[at.Start:at.End])); b != exact && !(n == 1 && s.preposition(at.Start, f)) {
			return limited{b, at}
		}
	}
	for n := min(longestBound, len(s.tokens)-r.End); n > 0; n-- {
		at := trange{Start: r.End, End: r.End + n}
		if b := boundsAfter.Of(joined(s.tokens[at.Start:at.End])); b != exact {
			return limited{b, at}
		}
	}
	return limited{exact, trange{Start: r.Start, End: r.Start}}
}
