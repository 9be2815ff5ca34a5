package provenance

import (
	"github.com/quoteprov/quoteprov/internal/words"
)

// "Provided that" may be reported as "if": another word for the same condition.
// The words have nothing in common, so they are compared by what they do.

// sameCondition are phrases that stand for each other, a line of them for each
// thing they do; the longest that fits counts.
var sameCondition = []*words.PhraseList{
	words.Phrases("clause", "same-if"),
	words.Phrases("clause", "same-only-if"),
	words.Phrases("clause", "same-unless"),
	words.Phrases("clause", "same-except"),
	words.Phrases("clause", "same-until"),
	words.Phrases("clause", "same-for-now"),
}

// conditions reports what one side says of a condition in other words than the
// other, as the substitution it is.
func (p *pairing) conditions() {
	p.turnedConditions()
	for _, h := range p.holes {
		q, s := p.q.shorn(h.q), p.s.shorn(h.s)
		if q.Len() == 0 || s.Len() == 0 {
			continue
		}
		for _, list := range sameCondition {
			if prefix(p.q.tokens[q.Start:q.End], list) == q.Len() && prefix(p.s.tokens[s.Start:s.End], list) == s.Len() {
				p.tell(Substitution, Minor, q, s)
			}
		}
	}
}

// turnedConditions reports "unless" for "if", and "if" for "only if", in a
// translation too.
func (p *pairing) turnedConditions() {
	for i := range p.q.tokens {
		j := p.counterpart(i)
		if j < 0 || !conditional.Has(p.q.tokens[i].text) || !conditional.Has(p.s.tokens[j].text) {
			continue
		}
		a, b := p.q.clauseOf(i), p.s.clauseOf(j)
		only, was := i > 0 && p.q.tokens[i-1].text == "only", j > 0 && p.s.tokens[j-1].text == "only"
		switch turned := (p.q.tokens[i].text == "unless") != (p.s.tokens[j].text == "unless"); {
		case turned && negated(a) == negated(b):
			p.tell(Substitution, Major, one(i), one(j))
		case was && !only && !has(p.q.tokens, "only"):
			p.tell(Quantifier, Major, trange{Start: i, End: i}, one(j-1))
		case only && !was && !has(p.s.tokens, "only"):
			p.tell(Quantifier, Major, one(i-1), trange{Start: j, End: j})
		}
	}
}

var conditional = words.Set("clause", "conditional")

// counterpart is the source atom that atom i is tied to, or stands for alone in a
// hole; -1 where there is none.
func (p *pairing) counterpart(i int) int {
	if len(p.q.mates[i]) > 0 {
		return p.q.mates[i][0].at
	}
	for _, h := range p.holes {
		if h.q == one(i) && h.s.Len() == 1 {
			return h.s.Start
		}
	}
	return -1
}

// clauseOf is the clause that an "if" begins, as far as one can tell: its next
// words.
func (s *side) clauseOf(i int) []atom {
	return s.tokens[i:min(len(s.tokens), i+shortSentence)]
}

// shorn is a range of atoms without those at its end that somebody has accounted
// for.
func (s *side) shorn(r trange) trange {
	for r.Len() > 0 && s.told[r.End-1] {
		r.End--
	}
	return r
}
