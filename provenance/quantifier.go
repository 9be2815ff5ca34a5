package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// quantities orders words by how much of a whole they speak of.
var quantities = map[string]int{
	"few": 1, "little": 1, "rarely": 1, "seldom": 1, "handful": 1,
	"some": 2, "several": 2, "sometimes": 2, "somebody": 2, "someone": 2, "certain": 2, "partly": 2, "occasionally": 2,
	"many": 3, "much": 3, "often": 3, "numerous": 3, "lots": 3, "frequently": 3,
	"most": 4, "majority": 4, "mostly": 4, "mainly": 4, "usually": 4, "largely": 4,
	"all": 5, "every": 5, "each": 5, "everyone": 5, "everybody": 5, "everything": 5, "always": 5, "entire": 5, "entirely": 5, "whole": 5, "both": 5, "fully": 5, "wholly": 5,
}

// bounds are words that limit a number or a set from one side.
var bounds = map[string]string{
	"least": "at least", "over": "at least", "above": "at least", "exceeding": "at least", "minimum": "at least",
	"up": "up to", "under": "up to", "below": "up to", "maximum": "up to",
	"almost": "nearly", "nearly": "nearly", "virtually": "nearly", "practically": "nearly",
	"about": "about", "around": "about", "roughly": "about", "approximately": "about",
	"only": "only", "merely": "only", "solely": "only", "exclusively": "only",
}

// quantifiers compares how much of a whole both sides speak of.
func (p *pairing) quantifiers() {
	q, s := p.q.quantifiersIn(), p.s.quantifiersIn()
	p.agree(Quantifier, q, s, sameFact, p.tied)
	p.agree(Quantifier, q, s, sameFact, func(a, b fact) bool { return p.distance(a, b) <= p.reach() })
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
	p.noneForSome(p.q, p.s, s, p.expectOn, func(i, j int) { p.tell(Quantifier, Major, one(i), text.Range{Start: j - 1, End: j + 1}) })
	p.noneForSome(p.s, p.q, q, p.expect, func(j, i int) { p.tell(Quantifier, Major, text.Range{Start: i - 1, End: i + 1}, one(j)) })
	if p.literal {
		p.loneQuantifiers(q, s)
		return
	}
	p.steps(q, s)
}

// notAll is the quantifier of "not all" and "not every": some, and not others.
const notAll = "not all"

// nones are the negators that leave nothing over.
var nones = set("none nobody no noone no-one never nothing neither")

// noneForSome finds a negator of one side that leaves nothing over where the
// other side has one of its facts say that not all are meant.
func (p *pairing) noneForSome(one *side, other *side, facts []fact, expect func(int) int, found func(i int, at int)) {
	for _, f := range facts {
		if f.value != notAll || f.found || other.told[f.at.Start] {
			continue
		}
		r := clip(expect(f.at.Start)-4, expect(f.at.Start)+5, len(one.tokens))
		for i := r.Start; i < r.End; i++ {
			if nones[one.tokens[i].text] && !one.told[i] {
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
			if !q[i].found && !s[j].found && quantities[q[i].value] >= 3 && p.step(q[i].value, s[j].value) == Minor {
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
		if !f.found && !p.q.told[f.at.Start] && !p.q.copied(f.at) && (quantities[f.value] >= 4 || f.value == "only") {
			p.tell(Quantifier, Major, f.at, p.acrossFrom(f.at))
		}
	}
	for _, f := range s {
		n := quantities[f.value]
		if !f.found && f.value != notAll && p.held(f.at) && !p.s.copied(f.at) && (n > 0 && n < 5 || n == 0) {
			p.tell(Quantifier, Major, p.gapFor(f.at), f.at)
		}
	}
}

// step is how grave it is to put one quantifier for another; empty where the
// two do not compare.
func (p *pairing) step(a, b string) Severity {
	x, y := quantities[a], quantities[b]
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

func (s *side) quantifiersIn() []fact {
	var out []fact
	for i, a := range s.tokens {
		if s.told[i] {
			continue
		}
		at := text.Range{Start: i, End: i + 1}
		switch b := bounds[a.text]; {
		case quantities[a.text] > 0 && !s.comparing(i):
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
		return s.wordAt(i+1) == "to" && s.wordAt(i+2) == "a" && countable[s.wordAt(i+3)]
	case "only", "merely", "solely", "exclusively":
		return s.wordAt(i-1) != "not"
	case "almost", "nearly", "virtually", "practically":
		return true
	}
	return s.wordAt(i+1) == "a" && countable[s.wordAt(i+2)]
}

// countable are what "over a" counts one of; "concerns over a plan" counts nothing.
var countable = set("year month week day hour minute decade century mile kilometre kilometer metre meter ton tonne pound dollar euro crown third fifth tenth")

func isAmount(w string) bool {
	return isDigit(w) || vagueNumbers[w] || spelledAmounts[w] != "" || multiples[w] != "" || numberWords[w] || w == "a" || w == "$"
}

var numberWords = set("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion")
