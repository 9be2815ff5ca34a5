package comparison

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// SecondName reports whether atom i of the quote goes on with a name that both sides have.
func (s *Side) SecondName(i int) bool {
	return i > 0 && s.Tokens[i-1].Upper && s.HasTwin(i-1) && s.OneName(i-1)
}

// AcrossFrom are the atoms of the source in the hole of atoms r, or its gap.
func (c *Comparison) AcrossFrom(r reading.Range) reading.Range {
	for _, h := range c.Holes {
		if reading.Overlap(h.Q, r) && h.S.Len() > 0 && h.S.Len() <= 6 && c.S.Inside[h.S.Start] {
			return h.S
		}
	}
	return c.GapAt(r)
}

// SameName compares two words of names.
func (c *Comparison) SameName(a, b reading.Fact) bool {
	x, y := naming.PlainAt(c.Q.Run, a), naming.PlainAt(c.S.Run, b)
	if c.Copied {
		return naming.SameInCopy(x, y)
	}
	if x == y || english.Demonyms.First(x) != "" && english.Demonyms.First(x) == english.Demonyms.First(y) || naming.Related(x, y) {
		return true
	}
	for _, m := range c.Q.Mates[a.At.Start] {
		if m.At == b.At.Start && (m.Why == align.Same || m.Why == align.Stem || m.Why == align.Name) {
			return true
		}
	}
	return naming.Transliterated(x, y) || naming.SameElsewhere(x, y)
}
