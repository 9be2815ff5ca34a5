package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// What is compared may change sides: "larger than" leaves all its words in the
// sentence, and only where they stand tells what is the larger. Cost: linear but
// for the few words around each "than".

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
