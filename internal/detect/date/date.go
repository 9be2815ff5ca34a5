package date

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Compare compares months, days of the month, weekdays, years and decades, and
// days that are told from the day on which they are said.
func Compare(c *comparison.Comparison) {
	relativeDates(c)
	q, s := calendar.DatesIn(c.Q.Run, c.Q.Gone), calendar.DatesIn(c.S.Run, c.S.Gone)
	c.Settle(change.Date, q, s, calendar.SameDate)
	restyledDates(c, q, s)
	if !c.Copied {
		lastDates(c, q, s)
	}
	for _, f := range q {
		if !f.Found && c.Copied && !c.Q.Copied(f.At) {
			loneDate(c, change.Insertion, f, f.At, c.GapAt(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && c.Copied && c.Held(f.At) && !c.S.Copied(f.At) {
			loneDate(c, change.Omission, f, c.GapFor(f.At), f.At)
		}
	}
}

// lastDates reports the one year, month or weekday of a translation that is left
// over where the other side has one left over too, wherever they stand.
func lastDates(c *comparison.Comparison, q, s []reading.Fact) {
	for _, sort := range [...]string{"year", "month", "day"} {
		i, j := onlyOne(q, sort), onlyOne(s, sort)
		if i >= 0 && j >= 0 {
			q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			c.Tell(change.Date, change.Major, q[i].At, s[j].At)
		}
	}
}

// onlyOne is the fact of a sort that is left over, -1 where there are none or
// several.
func onlyOne(facts []reading.Fact, sort string) int {
	at := -1
	for i, f := range facts {
		if !f.Found && calendar.SortOf(f.Value) == sort {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// loneDate reports a part of a date that the other side has not: one that a
// reader of the transcript would put in himself, the year of the speech, is no
// more than a service to the reader.
func loneDate(c *comparison.Comparison, k change.Kind, f reading.Fact, q, s reading.Range) {
	switch year := c.S.Doc.Meta.Published; {
	case len(year) >= 4 && f.Value == year[:4]:
		c.Tell(k, change.Minor, q, s)
	case k == change.Insertion:
		c.Tell(change.Date, change.Major, q, s)
	default:
		c.Tell(k, change.Major, q, s)
	}
}

// restyledDates reports dates that are written in another way: 1 January, Jan. 1
// and 1/1/2024. The parts that stand side by side on both sides are one date.
func restyledDates(c *comparison.Comparison, q, s []reading.Fact) {
	for i := 0; i < len(q); {
		if !q[i].Found || q[i].Mate < 0 {
			i++
			continue
		}
		a, b := q[i].At, s[q[i].Mate].At
		for i++; i < len(q) && q[i].Found && q[i].Mate >= 0 && reading.Beside(a, q[i].At) && reading.Beside(b, s[q[i].Mate].At); i++ {
			a, b = reading.Together(a, q[i].At), reading.Together(b, s[q[i].Mate].At)
		}
		if reading.Joined(c.Q.Tokens[a.Start:a.End]) == reading.Joined(c.S.Tokens[b.Start:b.End]) {
			continue
		}
		x, y := c.Q.At(a.Start-1) == "the", c.S.At(b.Start-1) == "the"
		if x && !y {
			a.Start--
		} else if y && !x {
			b.Start--
		}
		c.Restyled(a, b)
	}
}

// relativeDates compares what one side tells from the day on which it speaks
// with what the other says there.
func relativeDates(c *comparison.Comparison) {
	q, s := calendar.Moments(c.Q.Run, c.Q.Gone), calendar.Moments(c.S.Run, c.S.Gone)
	q, s = unshared(q, s), unshared(s, q)
	for _, a := range q {
		for _, b := range s {
			if a.Unit == "" && b.Unit == "" && a.Weekday() == b.Weekday() || a.Ago && b.Ago || c.Q.ToldAt(a.At) || c.S.ToldAt(b.At) || !facing(c, a.At, b.At) {
				continue
			}
			switch v := calendar.Coincide(a, b); {
			case v == change.Major, v == "" && c.Copied && a.Unit != "" && b.Unit != "":
				c.Tell(change.Date, change.Major, a.At, b.At)
			case v == change.Minor || c.Copied:
				c.Tell(change.Substitution, change.Minor, a.At, b.At)
			}
		}
	}
}

// facing reports whether two times may stand for one another.
func facing(c *comparison.Comparison, a, b reading.Range) bool {
	x, y := reading.Fact{At: a}, reading.Fact{At: b}
	return c.SamePlace(x, y) || !c.Copied && c.Distance(x, y) <= 4
}

// unshared are the moments of list of which others has no part.
func unshared(list, others []calendar.Moment) []calendar.Moment {
	said := map[string]bool{}
	for _, m := range others {
		for _, k := range m.Keys() {
			said[k] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(m calendar.Moment) bool {
		return slices.ContainsFunc(m.Keys(), func(k string) bool { return said[k] })
	})
}
