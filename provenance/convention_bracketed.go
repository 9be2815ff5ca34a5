package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// What stands in square brackets is the reporter's, and mostly a help: a name for a
// pronoun, a word that explains. It is none where it says something else than the
// speaker does at that place: [not], [might] for "will", another number, another name.

// contradiction is the kind of difference that brackets q of the quote make with
// atoms s, which the source has there; empty where there is none.
func (p *pairing) contradiction(q, s trange) Kind {
	put, there := p.q.part(q), p.s.part(s)
	bare := !slices.ContainsFunc(put.tokens, func(a atom) bool { return content(a.text) && !negators.Has(a.text) })
	switch said := p.s.anyContent(s); {
	case negated(put.tokens) && !negated(there.tokens) && (said || bare):
		return Negation
	case bare && surer(put.modalsIn(put.gone), there.modalsIn(there.gone), said):
		return Modality
	case p.otherDates(put, there):
		return Date
	case p.otherAmounts(put, there):
		return Number
	case p.otherNames(put, there):
		return Name
	}
	return ""
}

// surer reports whether words in brackets speak in another way than the source: how
// surely, or of a duty. Verbs may be set back in time, as reported speech does.
func surer(q, s []fact, said bool) bool {
	if len(q) == 0 {
		return false
	}
	if len(s) == 0 {
		return !said && q[0].value != certain && q[0].value != would
	}
	return !slices.ContainsFunc(s, func(f fact) bool { return f.value == q[0].value || setBack[f.value] == q[0].value })
}

// setBack is what reported speech makes of a modal verb.
var setBack = map[string]string{certain: would, able: could}

// otherAmounts reports whether both sides have numbers, and none is the same. In
// other units they may be.
func (p *pairing) otherAmounts(put, there *side) bool {
	return opposed(p.amountsOf(put), p.amountsOf(there), func(a, b fact) bool {
		return a.weak || b.weak || sameAmount(a, b) || !sameUnit(a.unit, b.unit)
	})
}

func (p *pairing) otherDates(put, there *side) bool {
	return opposed(put.datesIn(put.gone), there.datesIn(there.gone), func(a, b fact) bool {
		return !sameSort(a.value, b.value) || sameDate(a, b)
	})
}

// otherNames reports whether both sides have names, and none may be the same.
func (p *pairing) otherNames(put, there *side) bool {
	names := func(s *side) []fact {
		return slices.DeleteFunc(s.namesIn(s.gone), func(f fact) bool { return f.weak })
	}
	q, s := names(put), names(there)
	return opposed(q, s, func(a, b fact) bool {
		x, y := put.bare(a), there.bare(b)
		return sameInCopy(x, y) || sameElsewhere(x, y) || ofNation(x) != ofNation(y) || acronymOf(x, y) || p.oneBearer(put.tokens[a.at.Start].word, there.tokens[b.at.Start].word)
	})
}

// acronymOf reports whether one name may be the initials of the other.
func acronymOf(x, y string) bool {
	return x != "" && y != "" && x[0] == y[0] && min(len(x), len(y)) <= 4 && len(x) != len(y)
}

// bearerReach is how many words around a name are read for another name of its bearer.
const bearerReach = 2000

// oneBearer reports whether somewhere near by the two names stand side by side:
// [Abara] for Leontine.
func (p *pairing) oneBearer(q, s int) bool {
	a, b := lower(p.q.d.Word(q)), lower(p.s.d.Word(s))
	return sideBySideIn(p.q.d, q, a, b) || sideBySideIn(p.s.d, s, a, b)
}

func sideBySideIn(d *text.Document, at int, a, b string) bool {
	for w := max(1, at-bearerReach); w < min(len(d.Words), at+bearerReach); w++ {
		x, y := d.Word(w-1), d.Word(w)
		if len(x)+len(y) == len(a)+len(b) && (strings.EqualFold(x, a) && strings.EqualFold(y, b) || strings.EqualFold(x, b) && strings.EqualFold(y, a)) {
			return true
		}
	}
	return false
}

// opposed reports whether there are facts on both sides and no two of them agree.
func opposed(q, s []fact, agree func(a, b fact) bool) bool {
	for _, a := range q {
		if slices.ContainsFunc(s, func(b fact) bool { return agree(a, b) }) {
			return false
		}
	}
	return len(q) > 0 && len(s) > 0
}
