package comparison

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Several detectors ask for the numbers and dates of a side, and to read them is most
// of what a comparison costs. Words that are spent are no part of them, so what was
// read holds until more words are spent.

// A memo keeps what was read of a side.
type memo struct {
	spent []bool // when it was read; nil where it never was
	facts []reading.Fact
}

// of is what read makes of a side, read once for what is spent of it.
func (m *memo) of(s *Side, read func() []reading.Fact) []reading.Fact {
	if m.spent == nil || !slices.Equal(m.spent, s.Spent) {
		m.spent, m.facts = append([]bool{}, s.Spent...), read()
	}
	return slices.Clone(m.facts)
}

// Amounts are the numbers of a side that nothing accounts for yet. Each caller may
// write to them.
func (c *Comparison) Amounts(s *Side) []reading.Fact {
	return s.amounts.of(s, func() []reading.Fact {
		return quantity.Amounts(s.Run, quantity.Options{InNames: c.Copied, Skip: s.IsSpent})
	})
}

// Dates are the parts of dates of a side that nothing accounts for yet. Each caller
// may write to them.
func (s *Side) Dates() []reading.Fact {
	return s.dates.of(s, func() []reading.Fact { return calendar.DatesIn(s.Run, s.IsSpent) })
}
