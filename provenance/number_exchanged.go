package provenance

import (
	"github.com/quoteprov/quoteprov/internal/words"
)

// Two numbers that have changed places leave every word of the sentence in it: ten
// ships went north and one went south, or one north and ten south. A translator may
// turn the two halves round, numbers and all. So what stands between the two tells:
// where it is the same on both sides, the numbers alone have moved.
//
// Cost: for each number, those within reach behind it and the places near by.

// exchanged reports numbers that stand each in the other's place.
func (p *pairing) exchanged(q, s []fact) {
	starts := make(map[int]int, len(s))
	for k := range s {
		starts[s[k].at.Start] = k
	}
	for i := range q {
		for j := i + 1; j < len(q) && q[j].at.Start-q[i].at.End <= 2*longestPivot; j++ {
			if !sameAmount(q[i], q[j]) {
				p.exchange(&q[i], &q[j], s, starts)
			}
		}
	}
}

func (p *pairing) exchange(a, b *fact, s []fact, starts map[int]int) {
	between := trange{Start: a.at.End, End: b.at.Start}
	at := p.q.expect(a.at.Start)
	for start := max(0, at-farthest); start <= at+farthest && !a.found && !b.found; start++ {
		k, ok := starts[start]
		if !ok {
			continue
		}
		l, ok := starts[s[k].at.End+between.Len()]
		if !ok || s[k].found || s[l].found || k == l || !sameAmount(*a, s[l]) || !sameAmount(*b, s[k]) {
			continue
		}
		if !p.sameForms(between, s[k].at.End) || joins(p.q.tokens[between.Start:between.End]) {
			continue
		}
		a.found, b.found, s[k].found, s[l].found = true, true, true, true
		a.mate, b.mate = -1, -1
		p.tellAmounts(*a, s[k])
		p.tellAmounts(*b, s[l])
	}
}

// sameForms reports whether atoms r of the quote are those of the source from j on,
// but for the forms that numbers want: one ship is, ten ships are.
func (p *pairing) sameForms(r trange, j int) bool {
	if r.Len() <= 0 || j+r.Len() > len(p.s.tokens) || p.s.sentenceOf(j) != p.s.sentenceOf(j+r.Len()-1) {
		return false
	}
	for k := range r.Len() {
		a, b := p.q.tokens[r.Start+k], p.s.tokens[j+k]
		if a.norm == b.norm || bePlural.Of(a.text) != "" && bePlural.Of(a.text) == bePlural.Of(b.text) {
			continue
		}
		if x, y := p.q.form(a.word), p.s.form(b.word); x == nil || y == nil || x.Stem != y.Stem {
			return false
		}
	}
	return true
}

// bePlural is what verbs of one and of many are alike by.
var bePlural = words.Values("grammar", "number-of-verb", words.Text)
