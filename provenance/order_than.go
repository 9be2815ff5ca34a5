package provenance

import (
	"strings"
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
	for i := range p.q.tokens {
		if p.q.tokens[i].text != "than" || p.q.told[i] {
			continue
		}
		for j := range p.s.tokens {
			if p.s.tokens[j].text != "than" || !p.changedSides(i, j) {
				continue
			}
			if x, y := p.q.comparative(i), p.s.comparative(j); x >= 0 && y >= 0 && contraries(p.q.tokens[x].text, p.s.tokens[y].text) {
				p.q.told[x], p.s.told[y] = true, true
				continue
			}
			p.tell(Order, Major, p.q.rightSide(i), p.s.rightSide(j))
		}
	}
}

// comparative is the word that compares what stands before "than" at i with what
// stands behind; -1 where there is none.
func (s *side) comparative(i int) int {
	for k := i - 1; k >= max(0, i-sideWords); k-- {
		switch t := s.tokens[k].text; {
		case t == "more" || t == "less" || t == "worse", len(t) > 4 && strings.HasSuffix(t, "er"):
			return k
		}
	}
	return -1
}

// rightSide is what stands behind "than" at i, up to its last word of content.
func (s *side) rightSide(i int) trange {
	r := trange{Start: i + 1, End: i + 1}
	for k := i + 1; k < min(len(s.tokens), i+4); k++ {
		if content(s.tokens[k].text) {
			r.End = k + 1
		}
	}
	return r
}

// leftSide is what stands before "than" at i, from the last two words of content
// on that do not compare.
func (s *side) leftSide(i int) trange {
	r, n := trange{Start: i, End: i}, 0
	for k := i - 1; k >= max(0, i-sideWords) && n < 2; k-- {
		if content(s.tokens[k].text) && s.part(trange{Start: 0, End: k + 1}).comparative(k+1) != k {
			r.Start, n = k, n+1
		}
	}
	return r
}

// changedSides reports whether what stands before "than" in the quote stands
// behind it in the source, and the other way round.
func (p *pairing) changedSides(i, j int) bool {
	before, behind := p.q.leftSide(i), p.q.rightSide(i)
	left, right := clip(j-sideWords, j, len(p.s.tokens)), p.s.rightSide(j)
	return p.meets(before, right) && p.meets(behind, left) && !p.meets(behind, right) && !p.meets(before, p.s.leftSide(j))
}

// meets reports whether words of content of the quote in q have counterparts in
// s of the source.
func (p *pairing) meets(q, s trange) bool {
	for k := q.Start; k < q.End; k++ {
		if content(p.q.tokens[k].text) && p.q.part(trange{Start: 0, End: k + 1}).comparative(k+1) != k && p.pairedIn(k, s) {
			return true
		}
	}
	return false
}
