// Package construction tells what is said in another construction: “not many” for
// “few”, “will only come in May” for “will not come before May”, “it is unacceptable
// that” for “we cannot accept that”.
//
// The naive way leaves it to the detectors of single words. Each sees its own, a negator
// here and a quantifier there, and none that the two say the same; an excuse for each
// pair of words is a rule for each pair of detectors. Here a construction is a line of a
// list (constructions.txt), its words and gaps at once, and what one side says in one
// frame of a line and the other in another, around words that both have, is told as
// one change of wording. Frames that exclude each other are told as the change that
// they are, so that “anything but” is not taken for “nothing but”.
//
// Cost: the words of both sides times the few frames that begin with each, and for each
// frame of the quote those of its line near the same place in the source.
package construction

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// reach is how far from where it would stand a frame may begin, in words.
const reach = 10

// Same tells frames of one line that stand for each other.
func Same(c *comparison.Comparison) {
	means := func(c *comparison.Comparison, q, s use) bool { return around(c, q, s) && !negates(c, q, s) }
	same().each(c, means, func(q, s use) { tell(c, change.Substitution, change.Minor, q, s) })
}

// Opposed tells frames that exclude each other and stand at the same place.
func Opposed(c *comparison.Comparison) {
	t := opposed()
	exclude := func(c *comparison.Comparison, q, s use) bool { return q.side != s.side && before(c, q, s) }
	t.each(c, exclude, func(q, s use) { tell(c, t.kinds[q.row], change.Major, q, s) })
}

// each gives frames of one line near the same place, with nothing accounted for, that fit
// each other: for each of the quote the first such one of the source.
func (t *table) each(
	c *comparison.Comparison,
	fit func(c *comparison.Comparison, q, s use) bool,
	tell func(q, s use),
) {
	here := t.uses(c.Q)
	if len(here) == 0 {
		return
	}
	there := byRow(t.uses(c.S))
	for _, q := range here {
		for _, s := range near(c, q, there[q.row]) {
			if free(c, q, s) && reworded(c, q, s) && agree(c, q, s) && fit(c, q, s) {
				tell(q, s)
				break
			}
		}
	}
}

// byRow are the uses of each line, in order.
func byRow(us []use) map[int][]use {
	m := map[int][]use{}
	for _, u := range us {
		m[u.row] = append(m[u.row], u)
	}
	return m
}

// near are the uses of the source, in order, that begin near where the quote has one.
func near(c *comparison.Comparison, q use, us []use) []use {
	from, to := c.Q.Expect(q.at.Start)-reach, c.Q.Expect(q.at.End-1)+reach
	starts := func(u use, at int) int { return u.at.Start - at }
	lo, _ := slices.BinarySearchFunc(us, from, starts)
	hi, _ := slices.BinarySearchFunc(us, to+1, starts)
	return us[min(lo, hi):hi]
}

// free reports whether no word of two frames is accounted for.
func free(c *comparison.Comparison, q, s use) bool {
	return !slices.ContainsFunc(q.words, c.Q.IsSpent) && !slices.ContainsFunc(s.words, c.S.IsSpent)
}

// reworded reports whether two frames are not the same words, tied one to one: of two
// that are the same words, more than one, whether both stand at another place.
func reworded(c *comparison.Comparison, q, s use) bool {
	here, there := len(q.lone(c.Q)) > 0, len(s.lone(c.S)) > 0
	if q.said(c.Q) == s.said(c.S) {
		return len(q.words) > 1 && here && there
	}
	return q.frame != s.frame && (here || there)
}

// negates reports whether all of one frame stands on the other side too and what the other
// frame has beyond it negates: “has yet to” does not stand for the “not ... yet” of “it is
// not true that she has yet to”.
func negates(c *comparison.Comparison, q, s use) bool {
	here, there := q.lone(c.Q), s.lone(c.S)
	return (len(here) == 0 || len(there) == 0) && reading.Negated(append(here, there...))
}

// agree reports whether two frames have the same in their slots, and no word that has its
// equal outside of the other.
func agree(c *comparison.Comparison, q, s use) bool {
	if (q.slot < 0) != (s.slot < 0) || q.slot >= 0 && !formed(c, q, s) {
		return false
	}
	return kept(c.Q, q, s) && kept(c.S, s, q)
}

// kept reports whether no word of frame a has its equal elsewhere than in frame b of the
// other side, or for words of grammar right beside it, and the words in its gaps that say
// something have a counterpart.
func kept(s *comparison.Side, a, b use) bool {
	for i := a.at.Start; i < a.at.End; i++ {
		slack := grammarReach
		if reading.Content(s.At(i)) || english.Negators.Has(s.At(i)) {
			slack = 0
		}
		switch m, tied := s.Best(i); {
		case a.inGaps(i):
			if !tied && slack == 0 {
				return false
			}
		case tied && m.Why <= align.Stem && (m.At < b.at.Start-slack || m.At >= b.at.End+slack):
			return false
		}
	}
	return true
}

// grammarReach is how far from the other frame the equal of a word of grammar may stand.
const grammarReach = 2

// around reports whether a word of content in two frames or beside them is tied.
func around(c *comparison.Comparison, q, s use) bool {
	there := c.S.Around(s.at.Start, reach, s.at.Len()+reach)
	for i := max(0, q.at.Start-beside); i < min(len(c.Q.Tokens), q.at.End+beside); i++ {
		own := slices.Contains(q.words, i)
		if !own && reading.Content(c.Q.At(i)) && c.PairedIn(i, there) {
			return true
		}
	}
	return false
}

// beside is how far from a frame what it says is said of may stand, in words.
const beside = 5

// before reports whether the next words of content behind two frames are tied.
func before(c *comparison.Comparison, q, s use) bool {
	i, j := c.Q.HeadAfter(q.at.End), c.S.HeadAfter(s.at.End)
	return i >= 0 && j >= 0 && c.PairedIn(i, reading.One(j))
}

// tell tells two frames as one change and accounts for their own words.
func tell(c *comparison.Comparison, k change.Kind, v change.Severity, q, s use) {
	here, there := spend(c.Q, q), spend(c.S, s)
	if v == change.Minor {
		here, there = differing(c, here, there)
	}
	c.Note(k, v, c.Q.SpanOf(here), c.S.SpanOf(there))
}

// differing are the words of two frames from the first to the last in which they differ, one
// of each at least.
func differing(c *comparison.Comparison, q, s reading.Range) (here, there reading.Range) {
	equal := func(i, j int) bool { return c.Q.HasTwin(i) && c.PairedIn(i, reading.One(j)) }
	for min(q.Len(), s.Len()) > 1 && equal(q.Start, s.Start) {
		q.Start, s.Start = q.Start+1, s.Start+1
	}
	for min(q.Len(), s.Len()) > 1 && equal(q.End-1, s.End-1) {
		q.End, s.End = q.End-1, s.End-1
	}
	return q, s
}

// spend accounts for the words of a frame, and for the “do” that its negator needs.
func spend(s *comparison.Side, u use) reading.Range {
	at := u.at
	for _, i := range u.words {
		s.Spent[i] = true
		if k := i - 1; k >= 0 && s.At(i) == "not" && formsOfDo.Has(s.At(k)) && !s.Tied(k) {
			s.Spent[k], at.Start = true, min(at.Start, k)
		}
	}
	return at
}

var formsOfDo = words.Set("grammar", "do")
