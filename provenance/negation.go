package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/speech"
)

// negators turn a clause round.
var negators = words.Set("negation", "negators")

// negative verbs, nouns and adjectives do the work of a negator in other
// words: refuse to accept, does not accept.
var negative = words.Set("negation", "negative")

// negativeStart are beginnings of words that turn the rest round.
var negativeStart = words.Set("negation", "negative-start")

// A negation is a negator that counts, and the clause that it turns.
//
// What counts is the parity of each clause: the negators of both sides are
// matched by place, and what is left over on one side is a change unless the
// other side says the same in a negative word of its own.
func (p *pairing) negations() {
	q, s := p.negationsIn(p.q), p.negationsIn(p.s)
	equal := func(a, b fact) bool { return true }
	p.agree(Negation, q, s, equal, p.tied)
	p.agree(Negation, q, s, equal, p.sameHead)
	p.agree(Negation, q, s, equal, p.sameClause)
	for _, f := range q {
		if !f.found && !p.excused(p.q, p.s, f.at, p.q.expect) {
			p.tell(Negation, Major, p.q.withDo(f.at), p.gapAt(f.at))
		}
	}
	for _, f := range s {
		if !f.found && (p.s.inside[f.at.Start] || p.replacedAtEnd(f.at.Start) || p.turnsTold(f.at)) && !p.s.toldAt(f.at) && !p.excused(p.s, p.q, f.at, p.s.expect) {
			p.tell(Negation, Major, p.standIn(f.at), p.s.withDo(f.at))
		}
	}
	p.refused(p.s, p.q, true, func(at, head int) {
		p.tell(Negation, Major, trange{Start: head, End: head}, trange{Start: at, End: at + 2})
	})
	p.refused(p.q, p.s, false, func(at, head int) {
		p.tell(Negation, Major, trange{Start: at, End: at + 2}, trange{Start: head, End: head})
	})
}

// refusals are verbs and adjectives that negate what they govern as "not" does.
var refusals = words.Set("negation", "refusals")

// refused reports verbs that one side refuses or fails to do and the other
// does: "refuses to recognise", "recognises".
func (p *pairing) refused(one *side, other *side, inside bool, found func(at int, head int)) {
	for i, a := range one.tokens {
		head := one.headAfter(i + 1)
		if !refusals.Has(a.text) || one.told[i] || len(one.mates[i]) > 0 || inside && !one.inside[i] || one.wordAt(i+1) != "to" || head != i+2 {
			continue
		}
		if ms := one.mates[head]; len(ms) > 0 && ms[0].why <= align.Stem && !other.turnedNear(ms[0].at) && !negated(one.tokens[max(0, i-4):i]) {
			found(i, ms[0].at)
		}
	}
}

// turnedNear reports whether a negator or a negative word stands around atom j.
func (s *side) turnedNear(j int) bool {
	for k := max(0, j-excuseReach); k < min(len(s.tokens), j+3); k++ {
		if t := s.tokens[k].text; negators.Has(t) || negative.Has(t) || negativePrefix(t) {
			return true
		}
	}
	return false
}

// standIn is the quantifier that the quote has for a negator of the source (many
// for no), or the gap where it was.
func (p *pairing) standIn(r trange) trange {
	for _, h := range p.holes {
		for i := h.q.Start; overlap(h.s, r) && i < h.q.End; i++ {
			if quantities.Of(p.q.tokens[i].text) > 0 && !p.q.told[i] {
				return one(i)
			}
		}
	}
	return p.gapFor(r)
}

// replacedAtEnd reports whether atom j of the source, beyond the match, stands
// where the quote begins or ends with other words: "are not employed", quoted
// as "are working".
func (p *pairing) replacedAtEnd(j int) bool {
	for _, h := range p.holes {
		if h.q.Len() == 0 || j < h.s.Start || j >= h.s.End || p.q.toldAt(h.q) {
			continue
		}
		return h.q.End == len(p.q.tokens) && j-h.s.Start <= h.q.Len() || h.q.Start == 0 && h.s.End-1-j <= h.q.Len()
	}
	return false
}

// turnsTold reports whether the negator at r of the source, beyond the match, turns
// round a word that a statement without marks has: we will not raise the price,
// told as the price would be raised.
func (p *pairing) turnsTold(r trange) bool {
	head := p.s.headAfter(r.End)
	if p.kind != speech.Indirect || head != r.End || p.reporterNegates() {
		return false
	}
	stem := lexicon.Stem(p.s.tokens[head].norm)
	return slices.ContainsFunc(p.q.tokens, func(a atom) bool { return lexicon.Stem(a.norm) == stem })
}

// withDo takes along the "do" that a negator needs.
func (s *side) withDo(r trange) trange {
	if i := r.Start - 1; i >= 0 && len(s.mates[i]) == 0 && (s.tokens[i].text == "do" || s.tokens[i].text == "does" || s.tokens[i].text == "did") {
		r.Start = i
	}
	return r
}

// How far apart the negators of one clause may stand on the two sides.
const (
	literalReach = 3
	looseReach   = 10
)

func (p *pairing) clauseReach() int {
	if p.literal {
		return literalReach
	}
	return looseReach
}

func (p *pairing) sameClause(a, b fact) bool {
	return p.distance(a, b) <= p.clauseReach()
}

func clip(lo, hi, n int) trange {
	lo = min(max(lo, 0), n)
	return trange{Start: lo, End: max(lo, min(hi, n))}
}

// excused reports whether the other side does the work of the negator at atoms
// r of one side in a word of its own: a negative word that has no equal on the
// one side, or the opposite of what is negated. It must stand by the
// counterpart of what the negator governs, or where that has none, near by.
func (p *pairing) excused(one *side, other *side, r trange, expect func(int) int) bool {
	head, at := one.headAfter(r.End), expect(r.Start)
	around := clip(at-excuseReach, at+excuseReach+1, len(other.tokens))
	word := ""
	if head >= 0 {
		word = one.tokens[head].text
		if len(one.mates[head]) > 0 {
			j := one.mates[head][0].at
			around = clip(j-excuseReach, j+3, len(other.tokens))
		}
	}
	switch {
	case p.literal:
		around = clip(at-literalReach, at+literalReach+1, len(other.tokens))
	case twice.Has(word) && !one.hasTwin(head) && head <= r.End+1, word != "" && other.unmade(at, word):
		return true
	}
	for i := around.Start; i < around.End; i++ {
		a := &other.tokens[i]
		switch {
		case other.told[i] || other.hasTwin(i) || other.excuse[i], a.text == "gone" && (other.wordAt(i-1) == "have" || other.wordAt(i-1) == "has" || other.wordAt(i-1) == "had"):
		case negative.Has(a.text) || negativePrefix(a.text), word != "" && contraries(word, a.text), a.text == "yet" && other.wordAt(i+1) == "to":
			other.excuse[i] = true
			return true
		}
	}
	return false
}

// twice are verbs that a negator before them makes positive: do not forget, remember.
var twice = words.Set("negation", "twice")

// unmade reports whether the other side has the word that is negated with a
// negative beginning: will not be forgiven, is unforgivable.
func (s *side) unmade(at int, word string) bool {
	n := min(len(word), 6)
	if n < 5 {
		return false
	}
	r := clip(at-2*looseReach, at+2*looseReach, len(s.tokens))
	for i := r.Start; i < r.End; i++ {
		if rest, ok := strings.CutPrefix(s.tokens[i].text, "un"); ok && !s.told[i] && strings.HasPrefix(rest, word[:n]) {
			return true
		}
	}
	return false
}

const excuseReach = 6

// headAfter is the first atom of content from i on, within a few words; -1 where
// there is none.
func (s *side) headAfter(i int) int {
	for k := i; k < min(len(s.tokens), i+5); k++ {
		if len(s.tokens[k].text) > 1 && !functionWords.Has(s.tokens[k].text) && !emptyWords.Has(s.tokens[k].text) {
			return k
		}
	}
	return -1
}

// hasTwin reports whether an atom is paired with the same word.
func (s *side) hasTwin(i int) bool {
	return len(s.mates[i]) > 0 && s.mates[i][0].why <= align.Stem
}

func negativePrefix(w string) bool {
	if strings.HasSuffix(w, "less") && len(w) > 6 {
		return true
	}
	if adverb, ok := strings.CutSuffix(w, "ly"); ok && len(adverb) > 7 && negativePrefix(adverb) {
		return true
	}
	if rest, ok := strings.CutPrefix(w, "un"); ok && len(rest) > 5 && (strings.HasSuffix(rest, "ed") || strings.HasSuffix(rest, "able") || strings.HasSuffix(rest, "ible")) {
		return true
	}
	if strings.HasPrefix(w, "in") && len(w) > 8 && (strings.HasSuffix(w, "able") || strings.HasSuffix(w, "ible")) {
		return true
	}
	for _, n := range negativeStart.Words() {
		if rest, ok := strings.CutPrefix(w, n); ok && len(rest) > 3 && negatable.Has(rest) {
			return true
		}
	}
	return false
}

// negatable are words that a negative beginning turns round.
var negatable = words.Set("negation", "negatable")

// negationsIn are the negators of one side that count.
func (p *pairing) negationsIn(x *side) []fact {
	var out []fact
	for i, a := range x.tokens {
		if negators.Has(a.text) && !x.told[i] && !p.idle(x, i) {
			out = append(out, fact{value: "not", at: trange{Start: i, End: i + 1}})
		}
	}
	return out
}

// idle reports whether the negator at i negates nothing: not only, no doubt,
// whether or not, No. 5, an answering "No,".
func (p *pairing) idle(x *side, i int) bool {
	next, prev := x.wordAt(i+1), x.wordAt(i-1)
	if !p.literal && x.setPhrase(i) {
		return true
	}
	switch x.tokens[i].text {
	case "not":
		return !p.literal && (next == "only" || next == "just" || next == "merely" || next == "simply") || next == "least" || next == "surprisingly" || prev == "or" || prev == "if" && next != "for" || next == "wait" && prev == "can" || next == "even" && negated(x.tokens[max(0, i-6):i])
	case "no":
		return next == "doubt" || next == "matter" || next == "wonder" || isDigit(next) || x.answers(i)
	case "nothing":
		return next == "but" || next == "less" || next == "short"
	case "nor", "neither":
		return x.tokens[i].text == "nor" && negated(x.tokens[max(0, i-sameClauseWords):i]) // it goes on with what was begun
	case "none":
		return next == "other"
	}
	return false
}

// setPhrase reports whether the negator at i is part of a phrase that a translator may
// put in other words without one: no more than twenty, isn't it?, can't help but,
// no choice but, without doubt, no-nonsense. Where the other side has the phrase, the negator counts.
func (s *side) setPhrase(i int) bool {
	next, after, prev := s.wordAt(i+1), s.wordAt(i+2), s.wordAt(i-1)
	alone := func(k int) bool { return k < len(s.tokens) && !s.hasTwin(k) }
	switch s.tokens[i].text {
	case "not":
		return next == "the" && after == "only" && alone(i+2) || person.First(next) != "" && s.asks(i+1) ||
			alone(i+1) && (next == "exceed" || next == "exceeding" || next == "help" && prev == "can" || (next == "more" || next == "less" || next == "over") && (after == "than" || isAmount(after)))
	case "no":
		if next == "other" {
			next = after
		}
		return next == "choice" || next == "option" || next == "alternative" || alone(i+1) && (next == "time" && prev == "in" || next == "less" || next == "fewer" || (next == "more" || next == "later") && after == "than" ||
			strings.HasPrefix(s.d.Text[s.d.Words[s.tokens[i].word].End:], "-"))
	case "without":
		return next == "doubt" || next == "question" || next == "a" && after == "doubt"
	}
	return false
}

// asks reports whether a question mark follows an atom.
func (s *side) asks(i int) bool {
	return strings.HasPrefix(s.d.Text[s.d.Words[s.tokens[i].word].End:], "?")
}

// sameClauseWords is how far back the negator stands that "nor" takes up.
const sameClauseWords = 14

func (s *side) wordAt(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].text
}

// answers: "No, we have", a word of its own.
func (s *side) answers(i int) bool {
	end := int(s.d.Words[s.tokens[i].word].End)
	return end < len(s.d.Text) && (s.d.Text[end] == ',' || s.d.Text[end] == '.' || s.d.Text[end] == '!')
}

// ceased reports what goes on in the quote and has ceased in the source, or the
// other way round: a "still" at the place of a "no longer".
func (p *pairing) ceased() {
	p.noLonger(p.q, p.s, p.q.expect, func(at, still int) { p.tell(Negation, Major, trange{Start: at, End: at + 2}, one(still)) })
	p.noLonger(p.s, p.q, p.s.expect, func(at, still int) { p.tell(Negation, Major, one(still), trange{Start: at, End: at + 2}) })
}

func (p *pairing) noLonger(one *side, other *side, expect func(int) int, found func(at int, still int)) {
	for i := range one.tokens {
		if one.tokens[i].text != "no" || one.wordAt(i+1) != "longer" || one.told[i] {
			continue
		}
		r := clip(expect(i)-excuseReach, expect(i)+excuseReach, len(other.tokens))
		for k := r.Start; k < r.End; k++ {
			if other.tokens[k].text == "still" && !other.told[k] && !other.hasTwin(k) && !negated(other.tokens[r.Start:r.End]) {
				found(i, k)
				break
			}
		}
	}
}
