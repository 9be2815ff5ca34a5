package calendar

import (
	"strconv"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// When is yesterday? A quote may say “on Monday” where the speech has
// “yesterday”. Whether they are one day is known only where the day on which
// they are said is: the report's words count from its own date, the speech's
// from the speech's. Both are then ranges of days, and agree where one lies
// within the other. Where a date is not known, nothing is claimed.

// A Moment is a time that a text speaks of: a date, or one told from the day on
// which it is said, “last week”.
type Moment struct {
	At   reading.Range
	Unit string // of one told from today: day, week, month, year; else empty
	Ago  bool   // told by a number: “two years ago”

	parts       []string // the parts of a date
	offset      int      // in units
	first, last int      // the days that it means, counted from 1970
	known       bool     // those days are known
	week        int      // the weekday of a date that is no more, Monday 1
}

// relativeDays move with the day on which they are said: “yesterday”.
var relativeDays = words.Set("calendar", "relative-days")

// Weekday reports whether a time is a weekday and no more, “on Monday”: of which
// week depends on the day on which it is said.
func (m Moment) Weekday() bool {
	return len(m.parts) == 1 && strings.HasPrefix(m.parts[0], "day ")
}

// Keys say what a time is, so that equal ones can be found: the parts of a date,
// or the unit and how many of them from today, “week-1”.
func (m Moment) Keys() []string {
	if m.Unit != "" {
		return []string{m.Unit + strconv.Itoa(m.offset)}
	}
	return m.parts
}

// Coincide tells whether two times are one, Minor, or are not, Major; empty where
// that is not known. “Yesterday”, said on a Tuesday, is “Monday”.
func Coincide(a, b Moment) change.Severity {
	switch {
	case a.Unit != "" && a.Unit == b.Unit && a.offset != b.offset:
		return change.Major
	case !a.known || !b.known:
		return ""
	case a.week > 0 || b.week > 0:
		return sameWeekday(a, b)
	case a.first <= b.first && b.last <= a.last, b.first <= a.first && a.last <= b.last:
		return change.Minor
	}
	return change.Major
}

// sameWeekday compares a weekday with a day of its week, or the one before or
// after; first is then the day on which the weekday is said.
func sameWeekday(a, b Moment) change.Severity {
	if b.week > 0 {
		a, b = b, a
	}
	switch {
	case b.week > 0, b.last != b.first:
		return ""
	case weekdayOf(b.first) == a.week && max(a.first-b.first, b.first-a.first) <= 7:
		return change.Minor
	}
	return change.Major
}

// weekdayOf is the weekday of a day counted from 1970, Monday 1.
func weekdayOf(day int) int { return ((day+3)%7+7)%7 + 1 }

// Moments are the times that a run speaks of: those of its dates, as [DatesIn] reads
// them, then those told from the day on which it is said.
func Moments(s *reading.Run, dates []reading.Fact) []Moment {
	said, err := time.Parse(time.DateOnly, s.Doc.Meta.Published)
	known := err == nil
	out := wholeDates(dates)
	for i := range out {
		if known {
			out[i].resolve(said)
		}
	}
	for i := range s.Tokens {
		if m := toldFromToday(s, i); m.At.Len() > 0 {
			if m.known = known; known {
				m.count(said)
			}
			out = append(out, m)
		}
	}
	return out
}

// wholeDates puts the parts of dates that stand beside each other together.
func wholeDates(dates []reading.Fact) []Moment {
	var out []Moment
	for _, f := range dates {
		if relativeDays.Has(f.Value) {
			continue
		}
		if n := len(out); n > 0 && reading.Beside(out[n-1].At, f.At) {
			out[n-1].At = reading.Together(out[n-1].At, f.At)
			out[n-1].parts = append(out[n-1].parts, f.Value)
			continue
		}
		out = append(out, Moment{At: f.At, parts: []string{f.Value}})
	}
	return out
}

// toldFromToday reads a time that is told from the day on which it is said, at
// word i: “yesterday”, “last night”, “this year”, “two weeks ago”.
func toldFromToday(s *reading.Run, i int) Moment {
	w, next := s.Tokens[i].Text, strings.TrimSuffix(s.At(i+1), "'s")
	m := Moment{At: reading.Range{Start: i, End: i + 2}, Unit: "day"}
	if relativeDays.Has(w) {
		m.At.End = i + 1
		m.offset = map[string]int{"yesterday": -1, "tomorrow": 1}[w]
		return m
	}
	if n, ok := agoCount.Find(w); ok && s.At(i+2) == "ago" {
		if unit := strings.TrimSuffix(next, "s"); timeSpans.Has(unit) {
			return Moment{At: reading.Range{Start: i, End: i + 3}, Unit: unit, offset: -n, Ago: true}
		}
	}
	n, ok := thisLastNext.Find(w)
	switch {
	case !ok:
		return Moment{}
	case timeSpans.Has(next) && next != "day":
		m.Unit, m.offset = next, n
		return m
	case n <= 0 && dayParts.Has(next) && (n < 0 || next != "night"):
		m.offset = n
		return m
	}
	return Moment{}
}

var (
	// timeSpans are what is counted from today: “week”.
	timeSpans = words.Set("calendar", "time-spans")

	// dayParts are parts of a day, which stand for it: “last night”.
	dayParts = words.Set("calendar", "day-parts")

	// thisLastNext say which one is meant, counted from the present one.
	thisLastNext = words.Values("calendar", "this-last-next", words.Int)

	// agoCount say how many there are in “two weeks ago”.
	agoCount = words.Values("calendar", "ago", words.Int)
)

// count finds the days of a time that is told from the day said.
func (m *Moment) count(said time.Time) {
	switch m.Unit {
	case "day":
		m.first = dayNumber(said.AddDate(0, 0, m.offset))
		m.last = m.first
	case "week":
		monday := dayNumber(said) - weekdayOf(dayNumber(said)) + 1 + 7*m.offset
		m.first, m.last = monday, monday+6
	case "month":
		start := time.Date(said.Year(), said.Month()+time.Month(m.offset), 1, 0, 0, 0, 0, time.UTC)
		m.first, m.last = dayNumber(start), dayNumber(start.AddDate(0, 1, -1))
	case "year":
		start := time.Date(said.Year()+m.offset, 1, 1, 0, 0, 0, 0, time.UTC)
		m.first, m.last = dayNumber(start), dayNumber(start.AddDate(1, 0, -1))
	}
}

// dayNumber counts the days from 1970.
func dayNumber(t time.Time) int { return int(t.Unix() / 86400) }

// resolve finds the days of a date that is said on the day said. A date without
// its year is the nearest one.
func (m *Moment) resolve(said time.Time) {
	var year, month, day int
	for _, part := range m.parts {
		kind, n, two := strings.Cut(part, " ")
		if !two {
			n = kind
		}
		v, err := strconv.Atoi(n)
		switch {
		case err != nil:
			return // a decade, a year of two digits
		case kind == "day":
			m.week = v
		case kind == "month":
			month = v
		case v > 31:
			year = v
		default:
			day = v
		}
	}
	m.known = true
	switch {
	case month == 0 && year == 0:
		m.first = dayNumber(said)
		m.last, m.known = m.first, m.week > 0
		return
	case month == 0:
		m.first = dayNumber(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
		m.last = dayNumber(time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC))
	default:
		m.first, m.last = daysOf(nearestYear(year, month, said), month, day)
	}
	m.week = 0
}

// MayFall reports whether parts of one date, a day and a month among them, may fall on a
// weekday, “day 2” for Tuesday: always if they have no year.
func MayFall(parts []reading.Fact, weekday string) bool {
	var year, month, day int
	for _, f := range parts {
		n, err := strconv.Atoi(strings.TrimPrefix(f.Value, "month "))
		switch {
		case err != nil: // the weekday itself
		case SortOf(f.Value) == "month":
			month = n
		case SortOf(f.Value) == "year":
			year = n
		default:
			day = n
		}
	}
	if month == 0 || day == 0 || year == 0 {
		return month > 0 && day > 0
	}
	first, _ := daysOf(year, month, day)
	return weekday == "day "+strconv.Itoa(weekdayOf(first))
}

// daysOf are the first and the last day of a month, or the one day.
func daysOf(year, month, day int) (first, last int) {
	start := time.Date(year, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	if day > 0 {
		return dayNumber(start), dayNumber(start)
	}
	return dayNumber(start), dayNumber(start.AddDate(0, 1, -1))
}

// nearestYear is the year of a month, by default the one that brings it within
// half a year of the day said.
func nearestYear(year, month int, said time.Time) int {
	switch apart := month - int(said.Month()); {
	case year > 0:
		return year
	case apart > 6:
		return said.Year() - 1
	case apart < -6:
		return said.Year() + 1
	}
	return said.Year()
}
