package comparison

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Free reports whether an atom has no counterpart and is not accounted for.
func (s *Side) Free(i int) bool { return !s.Spent[i] && len(s.Mates[i]) == 0 }

// Open is the part of r from its first atom that is not accounted for to its last.
func (s *Side) Open(r reading.Range) reading.Range {
	for r.Start < r.End && !s.Free(r.Start) {
		r.Start++
	}
	for r.End > r.Start && !s.Free(r.End-1) {
		r.End--
	}
	return r
}

// Counterparts is what kind of word may stand for those of the quote, and how
// many: words of content or, where there are none, pronouns.
func (s *Side) Counterparts(q reading.Range) (alike func(reading.Token) bool, n int) {
	count := func(alike func(reading.Token) bool) int {
		n := 0
		for _, a := range s.Tokens[q.Start:q.End] {
			if alike(a) {
				n++
			}
		}
		return n
	}
	alike = func(a reading.Token) bool { return reading.Content(a.Text) }
	if n = count(alike); n == 0 {
		alike = func(a reading.Token) bool { return english.Person.First(a.Text) != "" }
		n = count(alike)
	}
	return alike, n
}

func (s *Side) AnyContent(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if s.Free(i) && reading.Content(s.Tokens[i].Text) {
			return true
		}
	}
	return false
}

// How much do words say that were put in or left out without a mark?
//
// By their number or rarity it cannot be told: "alleged" is one word, "as every
// child in Sennet knows" six. The question is whether what was said still says
// what is quoted. Of a temporary agreement it does not say that there is an
// agreement; of a wall that was patiently repaired it does say that it was
// repaired. So what limits the words that are left weighs most, and what may be
// left out are forms of address, what the speaker sets off with marks, manner,
// praise, another member of a list, and whose thing it is.
//
// Words put in are in somebody's mouth who did not say them: all but words of
// grammar and fillers weigh.

// WeighInsertion is how much quote atoms q say that were put in.
func (c *Comparison) WeighInsertion(q reading.Range) change.Severity {
	put := c.Q.Tokens[q.Start:q.End]
	if c.Copied && (c.Q.AnyContent(q) || degree.Restrains(c.Q.Run, q, c.Q.Gone) || reading.States(put) && !reading.StartsWith(put, clause.Hedges)) {
		return change.Major
	}
	return change.Minor
}

// WeighSubstitution is how much it changes to put quote atoms q for source
// atoms s.
func (c *Comparison) WeighSubstitution(q, s reading.Range) change.Severity {
	put, gone := c.Q.Tokens[q.Start:q.End], c.S.Tokens[s.Start:s.End]
	switch {
	case !c.Copied:
		return change.Minor
	case c.Q.AnyContent(q), c.S.AnyContent(s), degree.Restrains(c.Q.Run, q, c.Q.Gone) != degree.Restrains(c.S.Run, s, c.S.Gone), len(put) == 1 && len(gone) == 1 && english.OtherPerson(put[0].Text, gone[0].Text):
		return change.Major
	}
	return change.Minor
}

// WeighOmission is how much source atoms s say that were left out.
func (c *Comparison) WeighOmission(s reading.Range) change.Severity {
	left := c.S.Tokens[s.Start:s.End]
	switch {
	case !c.Copied:
		return change.Minor
	case degree.Restrains(c.S.Run, s, c.S.Gone), clause.Limit(c.S.Run, s.Start, s.End) == change.Major:
		return change.Major
	case c.S.SetOff(s) && !clause.OwnClause(c.S.Run, s), reading.StartsWith(left, clause.Hedges) && !c.S.AnyContent(s):
		return change.Minor
	case reading.States(left), c.S.SetOff(s), !c.spare(s):
		return change.Major
	}
	return change.Minor
}

// spare reports whether the sentence says what it said without source atoms s.
func (c *Comparison) spare(s reading.Range) bool {
	left := c.S.Tokens[s.Start:s.End]
	marked := c.S.MarkedOff(s.Start) || c.S.MarkedOff(s.End)
	switch {
	case !c.S.AnyContent(s), marked && reading.AllAre(left, reading.Address), reading.AllAre(left, reading.Praise), reading.AllAre(left, english.Adverb):
		return true
	}
	return c.S.Listed(s) || reading.OfWhat(left) || clause.Somewhere(left) || c.ofName(s)
}

// Lose reports a name that a literal quote leaves out, with the words that were
// left out with it.
func (c *Comparison) Lose(name reading.Range) {
	for _, h := range c.Holes {
		if reading.Overlap(h.S, name) && h.Q.Len() == 0 && c.Held(h.S) {
			c.Tell(change.Omission, c.WeighOmission(h.S), h.Q, h.S)
			return
		}
	}
	c.Tell(change.Omission, change.Minor, c.GapFor(name), name)
}

// ofName reports whether source atoms s are a first name, a last name or a title
// of somebody who is named beside them.
func (c *Comparison) ofName(s reading.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if !english.NotNames.Has(c.S.Tokens[i].Text) && !(reading.Capital(c.S.Tokens[i]) && naming.Proper(c.S.Run, i)) {
			return false
		}
	}
	kept := func(i int) bool {
		return i >= 0 && i < len(c.S.Tokens) && reading.Capital(c.S.Tokens[i]) && len(c.S.Mates[i]) > 0
	}
	return kept(s.End) && !c.S.MarkedOff(s.End) || kept(s.Start-1) && !c.S.MarkedOff(s.Start)
}
