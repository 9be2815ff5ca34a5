package negation

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
)

// A negation is a negator that counts, and the clause that it turns.
//
// What counts is the parity of each clause: the negators of both sides are
// matched by place, and what is left over on one side is a change unless the
// other side says the same in a negative word of its own.
func Compare(c *comparison.Comparison) {
	q, s := negationsIn(c, c.Q), negationsIn(c, c.S)
	equal := func(a, b reading.Fact) bool { return true }
	c.Agree(change.Negation, q, s, equal, c.Tied)
	c.Agree(change.Negation, q, s, equal, c.SameHead)
	c.Agree(change.Negation, q, s, equal, func(a reading.Fact, b reading.Fact) bool { return sameClause(c, a, b) })
	for _, f := range q {
		if !f.Found && !excused(c, c.Q, c.S, f.At, c.Q.Expect) {
			c.Tell(change.Negation, change.Major, withDo(c.Q, f.At), c.GapAt(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && (c.S.Inside[f.At.Start] || replacedAtEnd(c, f.At.Start) || turnsTold(c, f.At)) && !c.S.ToldAt(f.At) && !excused(c, c.S, c.Q, f.At, c.S.Expect) {
			c.Tell(change.Negation, change.Major, standIn(c, f.At), withDo(c.S, f.At))
		}
	}
	refused(c, c.S, c.Q, true, func(at, head int) {
		c.Tell(change.Negation, change.Major, reading.Range{Start: head, End: head}, reading.Range{Start: at, End: at + 2})
	})
	refused(c, c.Q, c.S, false, func(at, head int) {
		c.Tell(change.Negation, change.Major, reading.Range{Start: at, End: at + 2}, reading.Range{Start: head, End: head})
	})
}

// refused reports verbs that one side refuses or fails to do and the other
// does: "refuses to recognise", "recognises".
func refused(c *comparison.Comparison, one *comparison.Side, other *comparison.Side, inside bool, found func(at int, head int)) {
	for i, a := range one.Tokens {
		head := one.HeadAfter(i + 1)
		if !english.Refusals.Has(a.Text) || one.Spent[i] || len(one.Mates[i]) > 0 || inside && !one.Inside[i] || one.At(i+1) != "to" || head != i+2 {
			continue
		}
		if ms := one.Mates[head]; len(ms) > 0 && ms[0].Why <= align.Stem && !turnedNear(other, ms[0].At) && !reading.Negated(one.Tokens[max(0, i-4):i]) {
			found(i, ms[0].At)
		}
	}
}

// turnedNear reports whether a negator or a negative word stands around atom j.
func turnedNear(s *comparison.Side, j int) bool {
	for k := max(0, j-excuseReach); k < min(len(s.Tokens), j+3); k++ {
		if t := s.Tokens[k].Text; english.Negators.Has(t) || english.Negative.Has(t) || english.NegativePrefix(t) {
			return true
		}
	}
	return false
}

// standIn is the quantifier that the quote has for a negator of the source (many
// for no), or the gap where it was.
func standIn(c *comparison.Comparison, r reading.Range) reading.Range {
	for _, h := range c.Holes {
		for i := h.Q.Start; reading.Overlap(h.S, r) && i < h.Q.End; i++ {
			if english.Quantities.Of(c.Q.Tokens[i].Text) > 0 && !c.Q.Spent[i] {
				return reading.One(i)
			}
		}
	}
	return c.GapFor(r)
}

// replacedAtEnd reports whether atom j of the source, beyond the match, stands
// where the quote begins or ends with other words: "are not employed", quoted
// as "are working".
func replacedAtEnd(c *comparison.Comparison, j int) bool {
	for _, h := range c.Holes {
		if h.Q.Len() == 0 || j < h.S.Start || j >= h.S.End || c.Q.ToldAt(h.Q) {
			continue
		}
		return h.Q.End == len(c.Q.Tokens) && j-h.S.Start <= h.Q.Len() || h.Q.Start == 0 && h.S.End-1-j <= h.Q.Len()
	}
	return false
}

// turnsTold reports whether the negator at r of the source, beyond the match, turns
// round a word that a statement without marks has: we will not raise the price,
// told as the price would be raised.
func turnsTold(c *comparison.Comparison, r reading.Range) bool {
	head := c.S.HeadAfter(r.End)
	if c.Kind != speech.Indirect || head != r.End || c.ReporterNegates() {
		return false
	}
	stem := lexicon.Stem(c.S.Tokens[head].Norm)
	return slices.ContainsFunc(c.Q.Tokens, func(a reading.Token) bool { return lexicon.Stem(a.Norm) == stem })
}

// withDo takes along the "do" that a negator needs.
func withDo(s *comparison.Side, r reading.Range) reading.Range {
	if i := r.Start - 1; i >= 0 && len(s.Mates[i]) == 0 && (s.Tokens[i].Text == "do" || s.Tokens[i].Text == "does" || s.Tokens[i].Text == "did") {
		r.Start = i
	}
	return r
}

func sameClause(c *comparison.Comparison, a, b reading.Fact) bool {
	return c.Distance(a, b) <= c.ClauseReach()
}

// excused reports whether the other side does the work of the negator at atoms
// r of one side in a word of its own: a negative word that has no equal on the
// one side, or the opposite of what is negated. It must stand by the
// counterpart of what the negator governs, or where that has none, near by.
func excused(c *comparison.Comparison, one *comparison.Side, other *comparison.Side, r reading.Range, expect func(int) int) bool {
	head, at := one.HeadAfter(r.End), expect(r.Start)
	around := reading.Clip(at-excuseReach, at+excuseReach+1, len(other.Tokens))
	word := ""
	if head >= 0 {
		word = one.Tokens[head].Text
		if len(one.Mates[head]) > 0 {
			j := one.Mates[head][0].At
			around = reading.Clip(j-excuseReach, j+3, len(other.Tokens))
		}
	}
	switch {
	case c.Copied:
		around = reading.Clip(at-comparison.LiteralReach, at+comparison.LiteralReach+1, len(other.Tokens))
	case twice.Has(word) && !one.HasTwin(head) && head <= r.End+1, word != "" && unmade(other, at, word):
		return true
	}
	for i := around.Start; i < around.End; i++ {
		a := &other.Tokens[i]
		switch {
		case other.Spent[i] || other.HasTwin(i) || other.Excused[i], a.Text == "gone" && (other.At(i-1) == "have" || other.At(i-1) == "has" || other.At(i-1) == "had"):
		case english.Negative.Has(a.Text) || english.NegativePrefix(a.Text), word != "" && english.Contraries(word, a.Text), a.Text == "yet" && other.At(i+1) == "to":
			other.Excused[i] = true
			return true
		}
	}
	return false
}

// twice are verbs that a negator before them makes positive: do not forget, remember.
var twice = words.Set("negation", "twice")

// unmade reports whether the other side has the word that is negated with a
// negative beginning: will not be forgiven, is unforgivable.
func unmade(s *comparison.Side, at int, word string) bool {
	n := min(len(word), 6)
	if n < 5 {
		return false
	}
	r := reading.Clip(at-2*comparison.LooseReach, at+2*comparison.LooseReach, len(s.Tokens))
	for i := r.Start; i < r.End; i++ {
		if rest, ok := strings.CutPrefix(s.Tokens[i].Text, "un"); ok && !s.Spent[i] && strings.HasPrefix(rest, word[:n]) {
			return true
		}
	}
	return false
}

const excuseReach = 6

// negationsIn are the negators of one side that count.
func negationsIn(c *comparison.Comparison, x *comparison.Side) []reading.Fact {
	var out []reading.Fact
	for i, a := range x.Tokens {
		if english.Negators.Has(a.Text) && !x.Spent[i] && !idle(c, x, i) {
			out = append(out, reading.Fact{Value: "not", At: reading.Range{Start: i, End: i + 1}})
		}
	}
	return out
}

// idle reports whether the negator at i negates nothing: not only, no doubt,
// whether or not, No. 5, an answering "No,".
func idle(c *comparison.Comparison, x *comparison.Side, i int) bool {
	next, prev := x.At(i+1), x.At(i-1)
	if !c.Copied && setPhrase(x, i) {
		return true
	}
	switch x.Tokens[i].Text {
	case "not":
		return !c.Copied && (next == "only" || next == "just" || next == "merely" || next == "simply") || next == "least" || next == "surprisingly" || prev == "or" || prev == "if" && next != "for" || next == "wait" && prev == "can" || next == "even" && reading.Negated(x.Tokens[max(0, i-6):i])
	case "no":
		return next == "doubt" || next == "matter" || next == "wonder" || english.IsDigit(next) || x.Answers(i)
	case "nothing":
		return next == "but" || next == "less" || next == "short"
	case "nor", "neither":
		return x.Tokens[i].Text == "nor" && reading.Negated(x.Tokens[max(0, i-sameClauseWords):i]) // it goes on with what was begun
	case "none":
		return next == "other"
	}
	return false
}

// setPhrase reports whether the negator at i is part of a phrase that a translator may
// put in other words without one: no more than twenty, isn't it?, can't help but,
// no choice but, without doubt, no-nonsense. Where the other side has the phrase, the negator counts.
func setPhrase(s *comparison.Side, i int) bool {
	next, after, prev := s.At(i+1), s.At(i+2), s.At(i-1)
	alone := func(k int) bool { return k < len(s.Tokens) && !s.HasTwin(k) }
	switch s.Tokens[i].Text {
	case "not":
		return next == "the" && after == "only" && alone(i+2) || english.Person.First(next) != "" && s.Asks(i+1) ||
			alone(i+1) && (next == "exceed" || next == "exceeding" || next == "help" && prev == "can" || (next == "more" || next == "less" || next == "over") && (after == "than" || english.IsAmount(after)))
	case "no":
		if next == "other" {
			next = after
		}
		return next == "choice" || next == "option" || next == "alternative" || alone(i+1) && (next == "time" && prev == "in" || next == "less" || next == "fewer" || (next == "more" || next == "later") && after == "than" ||
			strings.HasPrefix(s.Doc.Text[s.Doc.Words[s.Tokens[i].Word].End:], "-"))
	case "without":
		return next == "doubt" || next == "question" || next == "a" && after == "doubt"
	}
	return false
}

// sameClauseWords is how far back the negator stands that "nor" takes up.
const sameClauseWords = 14

// Ceased reports what goes on in the quote and has ceased in the source, or the
// other way round: a "still" at the place of a "no longer".
func Ceased(c *comparison.Comparison) {
	noLonger(c, c.Q, c.S, c.Q.Expect, func(at, still int) {
		c.Tell(change.Negation, change.Major, reading.Range{Start: at, End: at + 2}, reading.One(still))
	})
	noLonger(c, c.S, c.Q, c.S.Expect, func(at, still int) {
		c.Tell(change.Negation, change.Major, reading.One(still), reading.Range{Start: at, End: at + 2})
	})
}

func noLonger(c *comparison.Comparison, one *comparison.Side, other *comparison.Side, expect func(int) int, found func(at int, still int)) {
	for i := range one.Tokens {
		if one.Tokens[i].Text != "no" || one.At(i+1) != "longer" || one.Spent[i] {
			continue
		}
		r := reading.Clip(expect(i)-excuseReach, expect(i)+excuseReach, len(other.Tokens))
		for k := r.Start; k < r.End; k++ {
			if other.Tokens[k].Text == "still" && !other.Spent[k] && !other.HasTwin(k) && !reading.Negated(other.Tokens[r.Start:r.End]) {
				found(i, k)
				break
			}
		}
	}
}
