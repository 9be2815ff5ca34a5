package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// quantities orders words by how much of a whole they speak of.
// quantities rank words by how much of a whole they mean, from 1, few, to 5, all.
var quantities = words.Values("degree", "quantities", words.Int)

// bounds are words that limit a number or a set from one side.
var bounds = words.Values("degree", "bounds", words.Text)

// quantifiers compares how much of a whole both sides speak of.
func (p *pairing) quantifiers() {
	q, s := p.q.quantifiersIn(p.q.gone), p.s.quantifiersIn(p.s.gone)
	p.agree(Quantifier, q, s, sameFact, p.tied)
	p.agree(Quantifier, q, s, sameFact, func(a, b fact) bool { return p.distance(a, b) <= p.clauseReach() })
	for i := range q {
		for j := range s {
			if q[i].found || s[j].found || !p.samePlace(q[i], s[j]) && !p.beside(q[i], s[j]) {
				continue
			}
			if v := p.step(q[i].value, s[j].value); v != "" {
				q[i].found, s[j].found = true, true
				p.tell(Quantifier, v, q[i].at, s[j].at)
			}
		}
	}
	p.noneForSome(p.q, p.s, s, p.s.expect, func(i, j int) { p.tell(Quantifier, Major, one(i), trange{Start: j - 1, End: j + 1}) })
	p.noneForSome(p.s, p.q, q, p.q.expect, func(j, i int) { p.tell(Quantifier, Major, trange{Start: i - 1, End: i + 1}, one(j)) })
	if p.literal {
		p.loneQuantifiers(q, s)
		return
	}
	p.steps(q, s)
}

// notAll is the quantifier of "not all" and "not every": some, and not others.
const notAll = "not all"

// nones are the negators that leave nothing over.
var nones = words.Set("negation", "nones")

// noneForSome finds a negator of one side that leaves nothing over where the
// other side has one of its facts say that not all are meant.
func (p *pairing) noneForSome(one *side, other *side, facts []fact, expect func(int) int, found func(i int, at int)) {
	for _, f := range facts {
		if f.value != notAll || f.found || other.told[f.at.Start] {
			continue
		}
		r := clip(expect(f.at.Start)-4, expect(f.at.Start)+5, len(one.tokens))
		for i := r.Start; i < r.End; i++ {
			if nones.Has(one.tokens[i].text) && !one.told[i] {
				found(i, f.at.Start)
				return
			}
		}
	}
}

// steps reports quantifiers of like degree that a translation has moved.
func (p *pairing) steps(q, s []fact) {
	for i := range q {
		for j := range s {
			if !q[i].found && !s[j].found && quantities.Of(q[i].value) >= 3 && p.step(q[i].value, s[j].value) == Minor {
				q[i].found, s[j].found = true, true
				p.tell(Quantifier, Minor, q[i].at, s[j].at)
			}
		}
	}
}

func (p *pairing) beside(a, b fact) bool { return !p.literal && p.distance(a, b) <= 4 }

func sameFact(a, b fact) bool { return a.value == b.value }

// loneQuantifiers: a literal quote says all where the transcript does not, or
// drops what limited it.
func (p *pairing) loneQuantifiers(q, s []fact) {
	for _, f := range q {
		if !f.found && !p.q.told[f.at.Start] && !p.q.copied(f.at) && (quantities.Of(f.value) >= 4 || f.value == "only") {
			p.tell(Quantifier, Major, f.at, p.acrossFrom(f.at))
		}
	}
	for _, f := range s {
		n := quantities.Of(f.value)
		if !f.found && f.value != notAll && p.held(f.at) && !p.s.copied(f.at) && (n > 0 && n < 5 || n == 0) {
			p.tell(Quantifier, Major, p.gapFor(f.at), f.at)
		}
	}
}

// step is how grave it is to put one quantifier for another; empty where the
// two do not compare.
func (p *pairing) step(a, b string) Severity {
	x, y := quantities.Of(a), quantities.Of(b)
	switch {
	case a == notAll || b == notAll: // that is a matter of the "not"
		return ""
	case x == 0 && y == 0:
		return Major
	case x == 0 || y == 0:
		return ""
	case x == y:
		return Minor
	case !p.literal && abs(x-y) == 1 && max(x, y) < 5 && min(x, y) > 1:
		return Minor
	}
	return Major
}

func (s *side) quantifiersIn(skip func(i int) bool) []fact {
	var out []fact
	for i, a := range s.tokens {
		if skip(i) {
			continue
		}
		at := trange{Start: i, End: i + 1}
		switch b := bounds.Of(a.text); {
		case quantities.Of(a.text) > 0 && !s.comparing(i):
			out = append(out, fact{value: s.degree(i), at: at})
		case b != "" && s.bounding(i):
			if a.text == "least" {
				at.Start--
			}
			if a.text == "up" {
				at.End++
			}
			if a.text == "under" && s.wordAt(i-1) == "just" {
				b = "nearly"
			}
			out = append(out, fact{value: b, at: at})
		}
	}
	return out
}

// degree is the quantifier at i; "a few" and "a little" are some.
func (s *side) degree(i int) string {
	if t := s.tokens[i].text; (t == "all" || strings.HasPrefix(t, "every")) && s.wordAt(i-1) == "not" {
		return notAll
	}
	if t := s.tokens[i].text; (t == "few" || t == "little") && s.wordAt(i-1) == "a" || t == "few" && s.wordAt(i-1) == "another" {
		return "some"
	}
	return s.tokens[i].text
}

// comparing: "most important", "at all", "as many as", "all right".
func (s *side) comparing(i int) bool {
	next, prev := s.wordAt(i+1), s.wordAt(i-1)
	switch s.tokens[i].text {
	case "all":
		return prev == "at" || prev == "after" || next == "right" || prev == "above" || prev == "first"
	case "little", "whole", "certain", "much":
		return prev == "as" || prev == "so" || prev == "too" || s.tokens[i].text == "certain" && (prev == "for" || prev == "am" || prev == "is" || prev == "are")
	case "most":
		return next == "especially" || next == "notably" || next == "importantly"
	case "each":
		return next == "other"
	}
	return false
}

// bounding: these words are prepositions too unless "a year" or the like follows. The
// bounds of numbers are read with them.
func (s *side) bounding(i int) bool {
	switch s.tokens[i].text {
	case "least":
		return s.wordAt(i-1) == "at"
	case "up":
		return s.wordAt(i+1) == "to" && s.wordAt(i+2) == "a" && countable.Has(s.wordAt(i+3))
	case "only", "merely", "solely", "exclusively":
		return s.wordAt(i-1) != "not"
	case "almost", "nearly", "virtually", "practically":
		return true
	}
	return s.wordAt(i+1) == "a" && countable.Has(s.wordAt(i+2))
}

// countable are what "over a" counts one of; "concerns over a plan" counts nothing.
var countable = words.Set("degree", "countable")

func isAmount(w string) bool {
	return isDigit(w) || vagueNumbers.Has(w) || spelledAmounts.Of(w) != "" || multiples.Of(w) != "" || numberWords.Has(w) || w == "a" || w == "$"
}

var numberWords = words.Set("numbers", "number-words")
