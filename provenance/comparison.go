package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Three turns of a sentence leave all its words in it, or their equals, and are
// seen by where these stand: what is compared changes sides ("larger than"), so
// do the ends of a change ("from nine to four"), and what has ceased goes on ("no
// longer", "still"). Cost: linear but for the few words around each turn.

// sideWords is how far from "than" what is compared may stand, in words.
const sideWords = 7

// comparisons reports things compared that have changed sides.
func (p *pairing) comparisons() {
	for i := range p.q {
		if p.q[i].text != "than" || p.q[i].told {
			continue
		}
		for j := range p.s {
			if p.s[j].text == "than" && p.changedSides(i, j) {
				p.tell(Order, Major, p.side(p.q, i), p.side(p.s, j))
			}
		}
	}
}

// side is what stands behind "than" at i, up to its last word of content.
func (p *pairing) side(atoms []atom, i int) text.Range {
	r := text.Range{Start: i + 1, End: i + 1}
	for k := i + 1; k < min(len(atoms), i+4); k++ {
		if p.content(atoms[k].text) {
			r.End = k + 1
		}
	}
	return r
}

// changedSides reports whether what stands before "than" in the quote stands
// behind it in the source, and the other way round.
func (p *pairing) changedSides(i, j int) bool {
	before, behind := text.Range{Start: max(0, i-sideWords), End: i}, p.side(p.q, i)
	source := clip(j-sideWords, j, len(p.s))
	onRight, onLeft := p.side(p.s, j), source
	return p.meets(before, onRight) && p.meets(behind, onLeft) && !p.meets(behind, onRight) && !p.meets(before, text.Range{Start: onLeft.Start, End: max(onLeft.Start, j-1)})
}

// meets reports whether words of content of the quote in q have counterparts in
// s of the source.
func (p *pairing) meets(q, s text.Range) bool {
	for k := q.Start; k < q.End; k++ {
		if p.content(p.q[k].text) && !strings.HasSuffix(p.q[k].text, "er") && p.pairedIn(k, s) {
			return true
		}
	}
	return false
}

// ends reports a change "from" one number "to" another, or a count of one "to" or
// "against" another, that is told the other way round.
func (p *pairing) ends(q, s []fact) {
	for i := range q {
		for k := i + 1; k < len(q) && q[k].at.Start-q[i].at.Start <= nearby; k++ {
			if q[i].value == q[k].value || p.toldAt(p.q, q[i].at) && p.toldAt(p.q, q[k].at) {
				continue
			}
			if from, to, ok := p.otherWay(q[i], q[k], s); ok {
				p.tell(Number, Major, q[i].at, s[from].at)
				p.tell(Number, Major, q[k].at, s[to].at)
			}
		}
	}
}

// otherWay finds the facts of the source that are the ends of a and b exchanged.
func (p *pairing) otherWay(a, b fact, s []fact) (from, to int, ok bool) {
	for from = 0; from+1 < len(s); from++ {
		c, d := s[from], s[from+1]
		if c.value != b.value || d.value != a.value {
			continue
		}
		if changes(p.q, a, b) && changes(p.s, c, d) || tallied(p.q, a, b) && tallied(p.s, c, d) {
			return from, from + 1, true
		}
	}
	return 0, 0, false
}

// changes: from nine weeks to four.
func changes(atoms []atom, a, b fact) bool {
	return wordBefore(atoms, a) == "from" && wordBefore(atoms, b) == "to"
}

// tallied: 61 to 40, by 61 votes against 40.
func tallied(atoms []atom, a, b fact) bool {
	w := wordBefore(atoms, b)
	return b.at.Start-a.at.End <= 2 && (w == "to" || w == "against" || w == "versus") && wordBefore(atoms, a) != "from"
}

// wordBefore is the word before a fact, and before what rounds it.
func wordBefore(atoms []atom, f fact) string {
	w := wordAt(atoms, f.at.Start-1)
	if bounds[w] != "" {
		return wordAt(atoms, f.at.Start-2)
	}
	return w
}

// ceased reports what goes on in the quote and has ceased in the source, or the
// other way round: a "still" at the place of a "no longer".
func (p *pairing) ceased() {
	p.noLonger(p.q, p.s, p.expect, func(at, still int) { p.tell(Negation, Major, text.Range{Start: at, End: at + 2}, one(still)) })
	p.noLonger(p.s, p.q, p.expectOn, func(at, still int) { p.tell(Negation, Major, one(still), text.Range{Start: at, End: at + 2}) })
}

func (p *pairing) noLonger(one, other []atom, expect func(int) int, found func(at, still int)) {
	for i := range one {
		if one[i].text != "no" || wordAt(one, i+1) != "longer" || one[i].told {
			continue
		}
		r := clip(expect(i)-excuseReach, expect(i)+excuseReach, len(other))
		for k := r.Start; k < r.End; k++ {
			if other[k].text == "still" && !other[k].told && !hasTwin(&other[k]) && !negated(other[r.Start:r.End]) {
				found(i, k)
				break
			}
		}
	}
}
