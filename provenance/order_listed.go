package provenance

import (
	"github.com/quoteprov/quoteprov/internal/words"
)

// Members of a list that "and" or "or" joins may change places: I visited Tarn and
// Brenn, Brenn and Tarn. They must be told before anything looks at the names one by
// one, and only where the list ends there: of "I met Tarn and Brenn met me" the two
// names are no list.
//
// Cost: for each such joining word of the quote, a constant number of trials.

// longestMember is how many words a member of a list has at most.
const longestMember = 3

// lists reports neighbours in a list that have changed places.
func (p *pairing) lists() {
	for m := 1; m < len(p.q.tokens)-1; m++ {
		if listJoints.Has(p.q.tokens[m].text) {
			p.turnedList(m)
		}
	}
}

var listJoints = words.Set("grammar", "list-joints")

func (p *pairing) turnedList(m int) {
	at := p.q.expect(m)
	for j := max(1, at-2*longestMember); j < min(len(p.s.tokens)-1, at+2*longestMember+1); j++ {
		if p.s.tokens[j].norm != p.q.tokens[m].norm {
			continue
		}
		for y := min(longestMember, m, len(p.s.tokens)-1-j); y > 0; y-- {
			for x := min(longestMember, j, len(p.q.tokens)-1-m); x > 0; x-- {
				if p.turnMembers(m, j, y, x) {
					return
				}
			}
		}
	}
}

// turnMembers reports that the y atoms before atom m of the quote stand behind atom j
// of the source, and the x behind it before that.
func (p *pairing) turnMembers(m, j, y, x int) bool {
	q, s := trange{Start: m - y, End: m + 1 + x}, trange{Start: j - x, End: j + 1 + y}
	switch {
	case !p.equal(m-y, j+1, y), !p.equal(m+1, j-x, x), p.equal(m-y, j-x, min(x, y)) && x == y:
		return false
	case !p.q.member(trange{Start: m - y, End: m}), !p.q.member(trange{Start: m + 1, End: m + 1 + x}), !p.s.listEnds(s.End):
		return false
	case p.s.sentenceOf(s.Start) != p.s.sentenceOf(s.End-1), p.q.toldAt(q), p.s.toldAt(s):
		return false
	}
	p.tell(Order, Minor, q, s)
	return true
}

// member reports whether atoms are a name: what is counted or done is another thing
// in another place.
func (s *side) member(r trange) bool {
	for _, a := range s.tokens[r.Start:r.End] {
		if !a.upper || figure(a) {
			return false
		}
	}
	return true
}

// listEnds reports whether a list may end before source atom j: at a mark, before a
// word of grammar, but for a verb that speaks of one.
func (s *side) listEnds(j int) bool {
	return j >= len(s.tokens) || s.markedOff(j) || functionWords.Has(s.tokens[j].text) && !ofOne.Has(s.tokens[j].text)
}

var ofOne = words.Set("grammar", "of-one")
