package negation

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
)

// Compare tells negators that only one side has, and verbs that only one side
// refuses.
func Compare(c *comparison.Comparison) {
	q, s := negationsIn(c, c.Q), negationsIn(c, c.S)
	alike := comparison.Matching{Equal: func(a, b reading.Fact) bool { return !movedOver(c, a, b) }}
	c.Agree(alike, q, s, c.Linked)
	c.Agree(alike, q, s, c.SameHead)
	c.Agree(alike, q, s, c.SameClause)
	toSource, toQuote := c.Ways()[0], c.Ways()[1]
	excuse(c, toSource, q)
	excuse(c, toQuote, s)
	if !c.Copied && open(q) == 1 && open(s) == 1 {
		c.Agree(alike, q, s, comparison.Anywhere) // a translator turned the sentence
	}
	for _, f := range q {
		if !f.Found {
			c.Tell(change.Negation, change.Major, withDo(c.Q, f.At), c.GapAt(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && quoted(c, f.At) && !c.S.AllSpent(f.At) && !sharedBy(c, f.At.Start) {
			c.Tell(change.Negation, change.Major, standIn(c, f.At), withDo(c.S, f.At))
		}
	}
	refused(toQuote)
	refused(toSource)
}

// movedOver reports whether two negators deny words of two sentences, each of which
// the other side has and does not deny: “It is not new. It is taken away.”, of “It is new. It
// is not taken away.”
func movedOver(c *comparison.Comparison, a, b reading.Fact) bool {
	i, j := c.Q.HeadAfter(a.At.End), c.S.HeadAfter(b.At.End)
	same := c.Copied || c.Q.At(a.At.Start) == c.S.At(b.At.Start)
	if !same || i < 0 || j < 0 || !c.Q.HasTwin(i) || !c.S.HasTwin(j) {
		return false
	}
	atSource, tied := c.Q.Best(i)
	atQuote, tiedToo := c.S.Best(j)
	if !tied || !tiedToo || c.S.NegatedAt(atSource.At) || c.Q.NegatedAt(atQuote.At) {
		return false
	}
	return c.S.SentenceOf(atSource.At) != c.S.SentenceOf(j) && c.Q.SentenceOf(i) != c.Q.SentenceOf(atQuote.At)
}

// excuse marks the negators of one side whose work a word of the other side does.
func excuse(c *comparison.Comparison, w comparison.Way, facts []reading.Fact) {
	for i, f := range facts {
		if !f.Found && (w.One == c.Q || quoted(c, f.At)) && excused(c, w, f.At) {
			facts[i].Found = true
		}
	}
}

// open is how many negators have no counterpart yet.
func open(facts []reading.Fact) (n int) {
	for _, f := range facts {
		if !f.Found {
			n++
		}
	}
	return n
}

// negationsIn are the negators of one side that count.
func negationsIn(c *comparison.Comparison, s *comparison.Side) []reading.Fact {
	var out []reading.Fact
	for i, a := range s.Tokens {
		denies := english.Negators.Has(a.Text) || yetTo(s, i) && !owed(other(c, s))
		if denies && !s.Spent[i] && !idle(c, s, i) {
			out = append(out, reading.Fact{Value: "not", At: reading.One(i)})
		}
	}
	return out
}

// yetTo reports whether the “yet” at word i says that something is not done: “has yet to”.
func yetTo(s *comparison.Side, i int) bool {
	return s.At(i) == "yet" && s.At(i+1) == "to" && formsOfHave.Has(s.At(i-1))
}

// owed reports whether a side says of something that it is still to be done: “will have to”,
// which “has yet to” stands for.
func owed(s *comparison.Side) bool {
	return slices.ContainsFunc(s.Tokens, func(a reading.Token) bool {
		return a.Text == "still" || english.Modality.Of(a.Text) != ""
	})
}

// sharedBy reports whether what the negator at token j of the source denies stands in a
// retelling behind an “or” or “nor” and another negator, which denies both: “it won't
// bring this, or that”, of “it will not bring this; it will not bring that”.
func sharedBy(c *comparison.Comparison, j int) bool {
	if c.Copied {
		return false
	}
	or := false
	for k := j + 1; k < min(len(c.S.Tokens), j+1+sharedReach) && !or; k++ {
		m, ok := c.S.Best(k)
		if !ok || !reading.Content(c.S.Tokens[k].Text) {
			continue
		}
		for i := m.At; i >= max(0, m.At-sharedReach); i-- {
			switch w := c.Q.At(i); {
			case w == "or" || w == "nor":
				or = true
			case english.Negators.Has(w):
				return or
			}
		}
		return false
	}
	return false
}

// sharedReach is how far before the second of two things the negator of both may stand,
// in words.
const sharedReach = 8

// quoted reports whether the negator at r of the source turns what is quoted: it
// lies within the match, or just beyond it where the quote has other words. A quote
// that is placed by its setting alone, none of its words tied, has nothing to turn.
func quoted(c *comparison.Comparison, r reading.Range) bool {
	if !slices.ContainsFunc(c.Q.Mates, func(ms []pairing.Mate) bool { return len(ms) > 0 }) {
		return false
	}
	return c.S.Inside[r.Start] || replacedAtEnd(c, r.Start) || turnsRetold(c, r)
}

// replacedAtEnd reports whether word j of the source, beyond the match, stands
// where the quote begins or ends with other words: "are not employed", quoted
// as "are working".
func replacedAtEnd(c *comparison.Comparison, j int) bool {
	for _, h := range c.Holes {
		if h.Q.Len() == 0 || j < h.S.Start || j >= h.S.End || c.Q.AllSpent(h.Q) {
			continue
		}
		atEnd := h.Q.End == len(c.Q.Tokens) && j-h.S.Start <= h.Q.Len() && sameClause(c.S, h.S.Start, j)
		return atEnd || h.Q.Start == 0 && h.S.End-1-j <= h.Q.Len()
	}
	return false
}

// sameClause reports whether words i to j go on with the clause of the word before them.
func sameClause(s *comparison.Side, i, j int) bool { return s.LastClause(i-1, j+1) }

// turnsRetold reports whether the negator at r of the source, beyond the match, turns
// round a word that a statement without marks has: "we will not raise the price",
// retold as the price would be raised.
func turnsRetold(c *comparison.Comparison, r reading.Range) bool {
	head := c.S.HeadAfter(r.End)
	if c.Kind != speech.Indirect || head != r.End || c.ReporterNegates() {
		return false
	}
	stem := lexicon.Stem(c.S.Tokens[head].Norm)
	return slices.ContainsFunc(c.Q.Tokens, func(a reading.Token) bool { return lexicon.Stem(a.Norm) == stem })
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

// withDo are the words of a negator and what it needs: “do not”, where the other side says
// “we want”, “have yet to”.
func withDo(s *comparison.Side, r reading.Range) reading.Range {
	if yetTo(s, r.Start) && !s.Tied(r.End) {
		r.End++
	}
	helper := s.At(r.Start - 1)
	if (formsOfDo.Has(helper) || yetTo(s, r.Start)) && !s.Tied(r.Start-1) {
		r.Start--
	}
	return r
}

var formsOfDo = words.Set("grammar", "do")

// refused tells verbs that one side refuses or fails to do and the other does:
// "refuses to recognise", "recognises".
func refused(w comparison.Way) {
	for i := range w.One.Tokens {
		if !refuses(w.One, i) {
			continue
		}
		m, ok := w.One.Best(i + 2)
		if !ok || m.Why > align.Stem || turnedNear(w.Other, m.At) || turnsBefore(w.One, i) {
			continue
		}
		w.Tell(change.Negation, change.Major, comparison.From(i, 2), comparison.Gap(m.At))
	}
}

// turnsBefore reports whether a negator that the other side has not stands before word i:
// “did not fail to pay”.
func turnsBefore(s *comparison.Side, i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if english.Negators.Has(s.Tokens[k].Text) && s.Open(k) {
			return true
		}
	}
	return false
}

// refuses reports whether word i, which is free and lies within the match, refuses
// the verb behind it: unable to pay.
func refuses(s *comparison.Side, i int) bool {
	if !english.Refusals.Has(s.Tokens[i].Text) || !s.Free(i) || !s.Inside[i] {
		return false
	}
	return s.At(i+1) == "to" && s.HeadAfter(i+1) == i+2
}
