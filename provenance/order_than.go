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

// comparisons reports things compared that have changed sides, unless the word
// that compares them was turned round as well: fewer wolves than bears, more
// bears than wolves.
func (p *pairing) comparisons() {
	for i := range p.q {
		if p.q[i].text != "than" || p.q[i].told {
			continue
		}
		for j := range p.s {
			if p.s[j].text != "than" || !p.changedSides(i, j) {
				continue
			}
			if x, y := comparative(p.q, i), comparative(p.s, j); x >= 0 && y >= 0 && contraries(p.q[x].text, p.s[y].text) {
				p.q[x].told, p.s[y].told = true, true
				continue
			}
			p.tell(Order, Major, p.rightSide(p.q, i), p.rightSide(p.s, j))
		}
	}
}

// comparative is the word that compares what stands before "than" at i with what
// stands behind; -1 where there is none.
func comparative(atoms []atom, i int) int {
	for k := i - 1; k >= max(0, i-sideWords); k-- {
		switch t := atoms[k].text; {
		case t == "more" || t == "less" || t == "worse", len(t) > 4 && strings.HasSuffix(t, "er"):
			return k
		}
	}
	return -1
}

// rightSide is what stands behind "than" at i, up to its last word of content.
func (p *pairing) rightSide(atoms []atom, i int) text.Range {
	r := text.Range{Start: i + 1, End: i + 1}
	for k := i + 1; k < min(len(atoms), i+4); k++ {
		if p.content(atoms[k].text) {
			r.End = k + 1
		}
	}
	return r
}

// leftSide is what stands before "than" at i, from the last two words of content
// on that do not compare.
func (p *pairing) leftSide(atoms []atom, i int) text.Range {
	r, n := text.Range{Start: i, End: i}, 0
	for k := i - 1; k >= max(0, i-sideWords) && n < 2; k-- {
		if p.content(atoms[k].text) && comparative(atoms[:k+1], k+1) != k {
			r.Start, n = k, n+1
		}
	}
	return r
}

// changedSides reports whether what stands before "than" in the quote stands
// behind it in the source, and the other way round.
func (p *pairing) changedSides(i, j int) bool {
	before, behind := p.leftSide(p.q, i), p.rightSide(p.q, i)
	left, right := clip(j-sideWords, j, len(p.s)), p.rightSide(p.s, j)
	return p.meets(before, right) && p.meets(behind, left) && !p.meets(behind, right) && !p.meets(before, p.leftSide(p.s, j))
}

// meets reports whether words of content of the quote in q have counterparts in
// s of the source.
func (p *pairing) meets(q, s text.Range) bool {
	for k := q.Start; k < q.End; k++ {
		if p.content(p.q[k].text) && comparative(p.q[:k+1], k+1) != k && p.pairedIn(k, s) {
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
