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
		if !f.Found && !c.Q.AllSpent(f.At) && !besideName(c.Q, f) {
			c.Tell(change.Name, change.Major, f.At, c.AcrossFrom(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && c.S.Held(f.At) && !c.S.Copied(reading.One(f.At.Start)) && !besideName(c.S, f) {
			lost(c, f)
		}
	}
}

// lost tells a name that a copy leaves out or puts words for.
func lost(c *comparison.Comparison, f reading.Fact) {
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
