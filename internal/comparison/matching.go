package comparison

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// A Matching says how facts of one kind are held to each other.
type Matching struct {
	Kind  change.Kind                  // of two that stand for each other and differ
	Equal func(a, b reading.Fact) bool // they say the same

	Agree  func(a, b reading.Fact)      // accounts for two that say the same; nil: nothing
	Differ func(a, b reading.Fact)      // tells two that differ; nil: as Kind, major
	Never  func(a, b reading.Fact) bool // retold, one cannot stand for the other; nil: it can
	Free   bool                         // their order is a matter of style: 1 March, March 1
}

// A Place says how two facts must stand to each other.
type Place func(a, b reading.Fact) bool

// Anywhere is wherever the two stand.
func Anywhere(a, b reading.Fact) bool { return true }

// Settle ties the facts of the quote to equal ones of the source, then tells those
// that stand where the source has another.
//
// In a copy the place decides first: 5 for 7 and 7 for 5 are two changes, though
// both numbers stand on both sides.
func (c *Comparison) Settle(m Matching, q, s []reading.Fact) {
	c.Agree(m, q, s, c.Linked)
	if c.Copied {
		c.Agree(m, q, s, c.SamePlace)
		c.Clash(m, q, s, func(a, b reading.Fact) bool {
			return c.SamePlace(a, b) && !(m.Free && m.Never(a, b)) // 1 March 2020, on March 1 of 2020
		})
	}
	c.Agree(m, q, s, Anywhere)
	if c.Copied {
		crossed(c, m, q, s)
	}
	c.Clash(m, q, s, c.SamePlace)
	c.Clash(m, q, s, c.Near)
}

// Agree ties facts that are equal and stand to each other as place wants.
func (c *Comparison) Agree(m Matching, q, s []reading.Fact, place Place) {
	for i := range q {
		best := -1
		for j := range s {
			if q[i].Found || s[j].Found || !m.Equal(q[i], s[j]) || !place(q[i], s[j]) {
				continue
			}
			if best < 0 || c.Distance(q[i], s[j]) < c.Distance(q[i], s[best]) {
				best = j
			}
		}
		if best < 0 {
			continue
		}
		q[i].Found, s[best].Found, q[i].Mate = true, true, best
		if m.Agree != nil {
			m.Agree(q[i], s[best])
		}
	}
}

// Clash tells facts that are left over on both sides and stand to each other as
// place wants. What says little alone ("one", "first") clashes in a copy only.
func (c *Comparison) Clash(m Matching, q, s []reading.Fact, place Place) {
	clashing := func(a, b reading.Fact) bool {
		return c.Copied || !a.Weak && !b.Weak && (m.Never == nil || !m.Never(a, b))
	}
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || !place(q[i], s[j]) || !clashing(q[i], s[j]) {
				continue
			}
			q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			if m.Differ != nil {
				m.Differ(q[i], s[j])
			} else {
				c.Tell(m.Kind, change.Major, q[i].At, s[j].At)
			}
		}
	}
}

// crossed tells facts of a copy that have changed places: from 5 to 7, from 7 to 5.
func crossed(c *Comparison, m Matching, q, s []reading.Fact) {
	tied := func(f *reading.Fact) bool { return f.Found && f.Mate >= 0 }
	for j := range q {
		for i := range j {
			a, b := &q[i], &q[j]
			if !tied(a) || !tied(b) || a.Mate <= b.Mate || a.Value == b.Value || b.At.Start-a.At.Start > Nearby {
				continue
			}
			if m.Free && (m.Never(*a, *b) || !fromTo(c.Q.Words(reading.Range{Start: a.At.End, End: b.At.Start}))) {
				continue
			}
			x, y := s[b.Mate], s[a.Mate] // what stands where a and b would
			if c.Distance(*a, x) > CopiedReach || c.Distance(*b, y) > CopiedReach {
				continue
			}
			c.Tell(m.Kind, change.Major, a.At, x.At)
			c.Tell(m.Kind, change.Major, b.At, y.At)
		}
	}
}

// fromTo reports whether what stands between two facts says that the one comes before the
// other: “5 March to 7 March”; not “and”.
func fromTo(between []reading.Token) bool {
	return slices.ContainsFunc(between, func(a reading.Token) bool {
		return a.Text == "to" || a.Text == "until" || a.Text == "till"
	})
}

// Reworded is the Agree of a matching that tells, as style, what says the same and
// is not written alike.
func (c *Comparison) Reworded(style change.Kind) func(a, b reading.Fact) {
	return func(a, b reading.Fact) {
		if !c.WrittenAlike(a.At, b.At) {
			c.Tell(style, change.Minor, a.At, b.At)
		}
	}
}

// WrittenAlike reports whether words q of the quote are words s of the source.
func (c *Comparison) WrittenAlike(q, s reading.Range) bool {
	return reading.Joined(c.Q.Words(q)) == reading.Joined(c.S.Words(s))
}

// Restyled tells that a number or a date is written in another way, where it is: of
// "1 March 2020" for "March 1, 2020" the day and the month.
func (c *Comparison) Restyled(q, s reading.Range) {
	alike := func(i, j int) bool { return english.Alike(c.Q.Tokens[i].Text, c.S.Tokens[j].Text) }
	for q.Len() > 0 && s.Len() > 0 && alike(q.Start, s.Start) {
		q.Start, s.Start = q.Start+1, s.Start+1
	}
	for q.Len() > 0 && s.Len() > 0 && alike(q.End-1, s.End-1) {
		q.End, s.End = q.End-1, s.End-1
	}
	if q.Len() > 0 || s.Len() > 0 {
		c.Tell(change.NumberStyle, change.Minor, q, s)
	}
}
