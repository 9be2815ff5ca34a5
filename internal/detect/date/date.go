package date

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Compare tells the dates in which the two sides differ.
func Compare(c *comparison.Comparison) {
	relativeDates(c)
	q, s := c.Q.Dates(), c.S.Dates()
	c.Settle(comparison.Matching{
		Kind:  change.Date,
		Equal: calendar.SameDate,
		Never: func(a, b reading.Fact) bool { return !calendar.SameSort(a.Value, b.Value) },
		Free:  true,
	}, q, s)
	restyledDates(c, q, s)
	shortYears(c, q)
	if c.Copied {
		loneDates(c, q, s)
	} else {
		lastDates(c, q, s)
	}
}

// lastDates tells the one year, month or weekday of a retelling that is left over
// where the other side has one left over too, wherever they stand.
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
		if f.Found || calendar.SortOf(f.Value) != sort {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// loneDates tells the parts of dates that a copy puts in or leaves out. The year of the
// speech and the weekday of a day that both sides name say nothing new.
func loneDates(c *comparison.Comparison, q, s []reading.Fact) {
	for i, f := range q {
		switch {
		case f.Found || c.Q.Copied(f.At):
		case ofSpeech(c, f), ofDay(c.Q.Run, q, i):
			c.Tell(change.Insertion, change.Minor, f.At, c.GapAt(f.At))
		default:
			c.Tell(change.Date, change.Major, f.At, c.GapAt(f.At))
		}
	}
	for i, f := range s {
		if f.Found || !c.S.Held(f.At) || c.S.Copied(f.At) {
			continue
		}
		v := change.Major
		if ofSpeech(c, f) || ofDay(c.S.Run, s, i) {
			v = change.Minor
		}
		c.Tell(change.Omission, v, c.GapFor(f.At), f.At)
	}
}

// shortYears tells years without their century that the source says as a number, or as another
// one: “in '63”, “in sixty-three”.
func shortYears(c *comparison.Comparison, q []reading.Fact) {
	for i, f := range q {
		year, ok := strings.CutPrefix(f.Value, "year '")
		if !ok || f.Found {
			continue
		}
		for _, n := range c.Amounts(c.S) {
			switch same := c.SamePlace(f, n); {
			case same && n.Value == year:
				c.Restyled(f.At, n.At)
				q[i].Found, q[i].Mate = true, -1
			case same && len(n.Value) == len(year) && c.Q.At(f.At.Start-1) == c.S.At(n.At.Start-1):
				c.Tell(change.Date, change.Major, f.At, n.At)
				q[i].Found, q[i].Mate = true, -1
			}
		}
	}
}

// ofDay reports whether fact i is the weekday of a day and month beside it that the
// other side has too, and no other day of the week by their year.
func ofDay(r *reading.Run, facts []reading.Fact, i int) bool {
	if calendar.SortOf(facts[i].Value) != "day" {
		return false
	}
	lo, hi := i, i
	for lo > 0 && tied(facts[lo-1]) && oneDate(r, facts, facts[lo-1].At, facts[lo].At) {
		lo--
	}
	for hi+1 < len(facts) && tied(facts[hi+1]) && oneDate(r, facts, facts[hi].At, facts[hi+1].At) {
		hi++
	}
	return calendar.MayFall(facts[lo:hi+1], facts[i].Value)
}

// ofSpeech reports whether a date is the year of the speech: whoever reads the
// transcript may put it in himself, and who puts it in does no more than help.
func ofSpeech(c *comparison.Comparison, f reading.Fact) bool {
	year := c.S.Doc.Meta.Published
	return len(year) >= 4 && f.Value == year[:4]
}

// restyledDates tells dates that are written in another way: 1 January, Jan. 1
// and 1/1/2024. The parts that stand side by side on both sides are one date.
func restyledDates(c *comparison.Comparison, q, s []reading.Fact) {
	for i := 0; i < len(q); {
		if !tied(q[i]) {
			i++
			continue
		}
		a, b := q[i].At, s[q[i].Mate].At
		for i++; i < len(q) && tied(q[i]); i++ {
			nextA, nextB := q[i].At, s[q[i].Mate].At
			if !oneDate(c.Q.Run, q, a, nextA) || !oneDate(c.S.Run, s, b, nextB) {
				break
			}
			a, b = reading.Together(a, nextA), reading.Together(b, nextB)
		}
		if !c.WrittenAlike(a, b) {
			c.Restyled(withArticles(c, a, b))
		}
	}
}

// oneDate reports whether two parts of dates are of one: they stand side by side, and
// between them nothing but what joins them, as not in “2023: nobody saw Jan”.
func oneDate(r *reading.Run, facts []reading.Fact, a, b reading.Range) bool {
	for i := min(a.End, b.End); i < max(a.Start, b.Start); i++ {
		inFact := func(f reading.Fact) bool { return f.At.Start <= i && i < f.At.End }
		if !betweenParts.Has(r.At(i)) && !slices.ContainsFunc(facts, inFact) {
			return false
		}
	}
	return reading.Beside(a, b)
}

// betweenParts join the parts of a date: “of”.
var betweenParts = words.Set("calendar", "between-parts")

// tied reports whether a fact of the quote says what one of the source does.
func tied(f reading.Fact) bool { return f.Found && f.Mate >= 0 }

// withArticles are two dates with the article that only one of them has: the 1st of
// March, March 1.
func withArticles(c *comparison.Comparison, a, b reading.Range) (q, s reading.Range) {
	switch x, y := c.Q.At(a.Start-1) == "the", c.S.At(b.Start-1) == "the"; {
	case x && !y:
		a.Start--
	case y && !x:
		b.Start--
	}
	return a, b
}
