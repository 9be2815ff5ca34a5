package provenance

import (
	"math/big"

	"github.com/quoteprov/quoteprov/align"
)

// A fact is something on one side that the other side should say too: a
// number, a date, a name.
type fact struct {
	value string // what it says, in one spelling
	at    trange // the atoms that say it
	weak  bool   // says little where it stands alone: "one", "first"

	// Of a number:
	all    trange   // at, with its article and its unit; empty where there are none
	also   string   // another way to read it: the 5 of "5 to 6 million", the 22 of a year
	amount *big.Rat // its exact value; nil where it has none
	unit   *unit    // what it counts; nil where that is no unit

	found bool // the other side says it too
	mate  int  // of the quote's facts that were found: the number of the source's; -1 where it has none
}

// settle ties the facts of the quote to equal ones of the source, then reports
// those that stand where the source has another, and returns what is left over
// on either side.
//
// In a literal quote the place decides first: 5 for 7 and 7 for 5 are two
// changes, though both numbers stand on both sides.
func (p *pairing) settle(k Kind, q, s []fact, equal func(a, b fact) bool) {
	p.agree(k, q, s, equal, p.tied)
	if p.literal {
		p.agree(k, q, s, equal, p.samePlace)
		p.clash(k, q, s, p.samePlace)
	}
	p.agree(k, q, s, equal, func(a, b fact) bool { return true })
	if k != Date {
		p.crossed(k, q, s)
	}
	p.clash(k, q, s, p.samePlace)
	p.clash(k, q, s, p.near)
}

// agree marks facts that are equal and stand to each other as place wants.
func (p *pairing) agree(k Kind, q, s []fact, equal, place func(a, b fact) bool) {
	for i := range q {
		best := -1
		for j := range s {
			if q[i].found || s[j].found || !equal(q[i], s[j]) || !place(q[i], s[j]) {
				continue
			}
			if best < 0 || p.distance(q[i], s[j]) < p.distance(q[i], s[best]) {
				best = j
			}
		}
		if best >= 0 {
			q[i].found, s[best].found, q[i].mate = true, true, best
			p.mark(k, q[i], s[best])
		}
	}
}

// crossed reports facts of a literal quote that have changed places: from 5 to
// 7, from 7 to 5.
func (p *pairing) crossed(k Kind, q, s []fact) {
	for j := range q {
		for i := range j {
			if !p.literal || !q[i].found || !q[j].found || q[i].mate < 0 || q[j].mate < 0 || q[i].value == q[j].value || q[i].mate <= q[j].mate || q[j].at.Start-q[i].at.Start > nearby {
				continue
			}
			if abs(p.distance(q[i], s[q[j].mate])) > 3 || abs(p.distance(q[j], s[q[i].mate])) > 3 {
				continue
			}
			p.tell(k, Major, q[i].at, s[q[j].mate].at)
			p.tell(k, Major, q[j].at, s[q[i].mate].at)
		}
	}
}

// mark accounts for two facts that agree, where they are not written alike.
func (p *pairing) mark(k Kind, a, b fact) {
	if k == Number {
		p.agreeing(a, b)
		return
	}
	style := map[Kind]Kind{Name: Spelling, Quantifier: Substitution, Modality: Substitution}[k]
	if style == "" || joined(p.q.tokens[a.at.Start:a.at.End]) == joined(p.s.tokens[b.at.Start:b.at.End]) {
		return
	}
	p.tell(style, Minor, a.at, b.at)
}

func (p *pairing) pairedIn(i int, r trange) bool {
	for _, m := range p.q.mates[i] {
		if r.Start <= m.at && m.at < r.End {
			return true
		}
	}
	return false
}

// clash reports facts that are left over on both sides and stand to each other
// as place wants.
func (p *pairing) clash(k Kind, q, s []fact, place func(a, b fact) bool) {
	for i := range q {
		for j := range s {
			if q[i].found || s[j].found || !place(q[i], s[j]) || !p.literal && (q[i].weak || s[j].weak || k == Date && !sameSort(q[i].value, s[j].value)) {
				continue
			}
			q[i].found, q[i].mate, s[j].found = true, -1, true
			p.differ(k, q[i], s[j])
		}
	}
}

// differ reports two facts that are at odds.
func (p *pairing) differ(k Kind, a, b fact) {
	if k == Number {
		p.tellAmounts(a, b)
		return
	}
	p.tell(k, Major, a.at, b.at)
}

// copied reports whether all words of r are tied to the same word: then they
// are accounted for, whatever stands beside them on the other side.
func (s *side) copied(r trange) bool {
	for _, ms := range s.mates[r.Start:r.End] {
		if len(ms) == 0 || ms[0].why != align.Same {
			return false
		}
	}
	return true
}

// tied reports whether some words of two facts are paired.
func (p *pairing) tied(a, b fact) bool {
	for i := a.at.Start; i < a.at.End; i++ {
		if p.pairedIn(i, b.at) {
			return true
		}
	}
	return false
}

// samePlace reports whether two facts stand in one hole, or are tied.
func (p *pairing) samePlace(a, b fact) bool {
	if p.tied(a, b) {
		return true
	}
	for _, h := range p.holes {
		if overlap(h.q, a.at) && overlap(h.s, b.at) {
			return true
		}
	}
	return false
}

func overlap(a, b trange) bool { return a.Start < b.End && b.Start < a.End }

// nearby is how many words apart two facts may stand in a translation and
// still be said of one thing.
const nearby = 8

func (p *pairing) near(a, b fact) bool { return p.distance(a, b) <= nearby }

// distance is how far fact b stands from where the source would have a.
func (p *pairing) distance(a, b fact) int { return abs(p.q.expect(a.at.Start) - b.at.Start) }

// expect is where on the other side word i of this one would stand by the nearest
// word at home before or after it.
func (s *side) expect(i int) int { return expected(s.home, i) }

func expected(home []int, i int) int {
	for d := 0; d <= len(home); d++ {
		if k := i - d; k >= 0 && k < len(home) && home[k] >= 0 {
			return home[k] + d
		}
		if k := i + d; k < len(home) && home[k] >= 0 {
			return home[k] - d
		}
	}
	return i
}

func abs(n int) int { return max(n, -n) }
