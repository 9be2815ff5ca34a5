package date

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// relativeDates compares what one side tells from the day on which it speaks
// ("yesterday") with what the other says there ("on Friday").
func relativeDates(c *comparison.Comparison) {
	q, s := calendar.Moments(c.Q.Run, c.Q.Dates()), calendar.Moments(c.S.Run, c.S.Dates())
	q, s = unshared(q, s), unshared(s, q)
	for _, a := range q {
		for _, b := range s {
			if !c.Q.AllSpent(a.At) && !c.S.AllSpent(b.At) && !alike(a, b) && facing(c, a.At, b.At) {
				tellMoments(c, a, b)
			}
		}
	}
}

// alike reports whether two moments are one weekday, or both so long ago: how long
// is left to the numbers.
func alike(a, b calendar.Moment) bool {
	days := a.Unit == "" && b.Unit == ""
	return days && a.Weekday() == b.Weekday() || a.Ago && b.Ago
}

// tellMoments tells two moments that stand for one another, by whether they can be
// the same.
func tellMoments(c *comparison.Comparison, a, b calendar.Moment) {
	counted := a.Unit != "" && b.Unit != ""
	switch v := calendar.Coincide(a, b); {
	case v == change.Major, v == "" && c.Copied && counted:
		c.Tell(change.Date, change.Major, a.At, b.At)
	case v == change.Minor, c.Copied:
		c.Tell(change.Substitution, change.Minor, a.At, b.At)
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
