package name

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// loneNames tells the names of a copy that are left over on either side.
func loneNames(c *comparison.Comparison, q, s []reading.Fact) {
	for _, f := range q {
		switch {
		case f.Found, c.Q.AllSpent(f.At), besideName(c.Q, f):
		case addressed(c.Q, f):
			c.Tell(change.Insertion, change.Minor, f.At, c.GapAt(f.At))
		default:
			c.Tell(change.Name, change.Major, f.At, c.AcrossFrom(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && c.S.Held(f.At) && !c.S.Copied(reading.One(f.At.Start)) && !besideName(c.S, f) {
			lost(c, f)
		}
	}
}

// addressed reports whether a name stands behind a title that both have and is set off at
// the beginning of its sentence, as who is spoken to: “Chancellor Brandt, we want”.
func addressed(s *comparison.Side, f reading.Fact) bool {
	title := f.At.Start - 1
	if title < 0 || !s.Tied(title) || !english.NotNames.Has(s.At(title)) || !s.OpensClause(f.At.End) {
		return false
	}
	start := s.SentenceStart(f.At.Start)
	return f.At.Start-start <= longestAddress && !s.VerbIn(reading.Range{Start: start, End: f.At.Start})
}

// longestAddress is how many words may stand before the name of who is spoken to.
const longestAddress = 4

// lost tells a name that a copy leaves out or puts words for.
func lost(c *comparison.Comparison, f reading.Fact) {
	if m, ok := c.S.Best(f.At.Start); ok && reading.Capital(c.Q.Tokens[m.At]) && !c.Q.Spent[m.At] {
		c.Tell(change.Name, change.Major, reading.One(m.At), f.At)
		return
	}
	for _, h := range c.Holes {
		if reading.Overlap(h.S, f.At) && h.Q.Len() > 0 && !c.Q.AllSpent(h.Q) {
			c.Tell(change.Name, change.Major, h.Q, f.At)
			return
		}
	}
	c.Lose(f.At)
}

// besideName reports a first name more or less, beside a last name that both have.
func besideName(s *comparison.Side, f reading.Fact) bool {
	i := f.At.End
	return i < len(s.Tokens) && s.Tokens[i].Upper && !english.NotNames.Has(s.Tokens[i].Text) && s.Tied(i)
}
