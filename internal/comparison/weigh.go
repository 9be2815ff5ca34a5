package comparison

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// How much do words say that were left out without a mark?
//
// By their number or rarity it cannot be told: "alleged" is one word, "as every
// child in Sennet knows" six. The question is whether what was said still says
// what is quoted. Of a temporary agreement it does not say that there is an
// agreement; of a wall that was patiently repaired it does say that it was
// repaired. So what limits the words that are left weighs most, and what may be
// left out are forms of address, what the speaker sets off with marks, manner,
// praise, another member of a list, and whose thing it is.

// WeighOmission is how much words s of the source say that were left out.
func (c *Comparison) WeighOmission(s reading.Range) change.Severity {
	left, setOff := c.S.Words(s), c.S.SetOff(s)
	switch {
	case !c.Copied:
		return change.Minor
	case c.S.Restrains(s), clause.Limit(c.S.Run, s.Start, s.End) == change.Major:
		return change.Major
	case setOff && !clause.OwnClause(c.S.Run, s), reading.StartsWith(left, clause.Hedges) && !c.S.AnyContent(s):
		return change.Minor
	case reading.States(left), setOff, !spare(c.S, s):
		return change.Major
	}
	return change.Minor
}

// Restrains reports whether free words of a range restrain what is beside them.
func (s *Side) Restrains(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if !s.Spent[i] && s.Scopes(i) {
			return true
		}
	}
	return degree.Restrains(s.Run, r, s.IsSpent)
}

// Scopes reports whether word i limits what the negator or the whole right before it
// takes in: “not just”, “cannot but”, “all but”.
func (s *Side) Scopes(i int) bool {
	if !scoping.Has(s.At(i)) || s.MarkedOff(i) {
		return false
	}
	w := s.At(i - 1)
	whole := english.Quantities.Of(w) == english.Quantities.Of("all")
	return english.Negators.Has(w) || whole && s.At(i) == "but" // not “we all just want”
}

// scoping are words that limit what a negator before them takes in: “just”.
var scoping = words.Set("degree", "scoping")

// spare reports whether the sentence says what it said without words r.
func spare(s *Side, r reading.Range) bool {
	left := s.Words(r)
	marked := s.MarkedOff(r.Start) || s.MarkedOff(r.End)
	switch {
	case !s.AnyContent(r), marked && reading.AllAre(left, reading.Address):
		return true
	case reading.AllAre(left, reading.Praise), reading.AllAre(left, english.Adverb):
		return true
	}
	whose := reading.OfWhat(left) && s.At(r.End) != "of" // not that of “the wife of the mayor”
	return s.Listed(r) || whose || clause.Somewhere(left) || ofName(s, r)
}

// ofName reports whether words are a first name, a last name or a title of
// somebody who is named beside them.
func ofName(s *Side, r reading.Range) bool {
	named := func(i int) bool { return reading.Capital(s.Tokens[i]) && naming.Proper(s.Run, i) }
	for i := r.Start; i < r.End; i++ {
		if !english.NotNames.Has(s.Tokens[i].Text) && !named(i) {
			return false
		}
	}
	kept := func(i int) bool {
		return i >= 0 && i < len(s.Tokens) && reading.Capital(s.Tokens[i]) && s.Tied(i)
	}
	return kept(r.End) && !s.MarkedOff(r.End) || kept(r.Start-1) && !s.MarkedOff(r.Start)
}

// Lose reports a name that a copy leaves out, with the words that were left out
// with it.
func (c *Comparison) Lose(name reading.Range) {
	for _, h := range c.Holes {
		if reading.Overlap(h.S, name) && h.Q.Len() == 0 && c.S.Held(h.S) {
			c.Tell(change.Omission, c.WeighOmission(h.S), h.Q, h.S)
			return
		}
	}
	c.Tell(change.Omission, change.Minor, c.GapFor(name), name)
}
