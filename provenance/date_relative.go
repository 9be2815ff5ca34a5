package provenance

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/internal/words"
)

// When is yesterday? A quote may say "on Monday" where the speech has
// "yesterday". Whether they are one day is known only where the day on which
// they are said is: the report's words count from its own date, the speech's
// from the speech's. Both are then ranges of days, and agree where one lies
// within the other. Where a date is not known, nothing is claimed.

// relativeDays move with the day on which they are said.
var relativeDays = words.Set("calendar", "relative-days")

// A moment is a time that a text speaks of: a date, or one told from the day on
// which it is said.
type moment struct {
	at     trange
	parts  []string // the parts of a date
	unit   string   // of one told from today: day, week, month, year; else empty
	offset int      // in units
	first  int      // the days that it means, counted from 1970
	last   int
	known  bool // those days are known
	ago    bool // told by a number
	week   int  // the weekday of a date that is no more, Monday 1
}

// relativeDates compares what one side tells from the day on which it speaks
// with what the other says there.
func (p *pairing) relativeDates() {
	q, s := p.q.moments(p.q.gone), p.s.moments(p.s.gone)
	q, s = unshared(q, s), unshared(s, q)
	for _, a := range q {
		for _, b := range s {
			if a.unit == "" && b.unit == "" && a.weekday() == b.weekday() || a.ago && b.ago || p.q.toldAt(a.at) || p.s.toldAt(b.at) || !p.facing(a.at, b.at) {
				continue
			}
			switch v := coincide(a, b); {
			case v == Major, v == "" && p.literal && a.unit != "" && b.unit != "":
				p.tell(Date, Major, a.at, b.at)
			case v == Minor || p.literal:
				p.tell(Substitution, Minor, a.at, b.at)
			}
		}
	}
}

// facing reports whether two times may stand for one another.
func (p *pairing) facing(a, b trange) bool {
	x, y := fact{at: a}, fact{at: b}
	return p.samePlace(x, y) || !p.literal && p.distance(x, y) <= 4
}

// weekday reports whether a time is a weekday and no more: of which week depends
// on the day on which it is said.
func (m moment) weekday() bool {
	return len(m.parts) == 1 && strings.HasPrefix(m.parts[0], "day ")
}

// unshared are the moments of list of which others has no part.
func unshared(list, others []moment) []moment {
	said := map[string]bool{}
	for _, m := range others {
		for _, k := range m.keys() {
			said[k] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(m moment) bool {
		return slices.ContainsFunc(m.keys(), func(k string) bool { return said[k] })
	})
}

func (m moment) keys() []string {
	if m.unit != "" {
		return []string{m.unit + strconv.Itoa(m.offset)}
	}
	return m.parts
}

// coincide tells whether two times are one, Minor, or are not, Major; empty where
// that is not known.
func coincide(a, b moment) Severity {
	switch {
	case a.unit != "" && a.unit == b.unit && a.offset != b.offset:
		return Major
	case !a.known || !b.known:
		return ""
	case a.week > 0 || b.week > 0:
		return sameWeekday(a, b)
	case a.first <= b.first && b.last <= a.last, b.first <= a.first && a.last <= b.last:
		return Minor
	}
	return Major
}

// sameWeekday compares a weekday with a day of its week, or the one before or
// after; first is then the day on which the weekday is said.
func sameWeekday(a, b moment) Severity {
	if b.week > 0 {
		a, b = b, a
	}
	switch {
	case b.week > 0, b.last != b.first:
		return ""
	case weekdayOf(b.first) == a.week && abs(b.first-a.first) <= 7:
		return Minor
	}
	return Major
}

// weekdayOf is the weekday of a day counted from 1970, Monday 1.
func weekdayOf(day int) int { return ((day+3)%7+7)%7 + 1 }

// moments are the times that one side speaks of.
func (s *side) moments(skip func(i int) bool) []moment {
	said, err := time.Parse(time.DateOnly, s.d.Meta.Published)
	known := err == nil
	var out []moment
	for _, f := range s.datesIn(skip) {
		if relativeDays.Has(f.value) {
			continue
		}
		if n := len(out); n > 0 && beside(out[n-1].at, f.at) {
			out[n-1].at = together(out[n-1].at, f.at)
			out[n-1].parts = append(out[n-1].parts, f.value)
			continue
		}
		out = append(out, moment{at: f.at, parts: []string{f.value}})
	}
	for i := range out {
		if known {
			out[i].resolve(said)
		}
	}
	for i := range s.tokens {
		if m := s.toldFromToday(i); m.at.Len() > 0 {
			if m.known = known; known {
				m.count(said)
			}
			out = append(out, m)
		}
	}
	return out
}

// toldFromToday reads a time that is told from the day on which it is said, at
// atom i: yesterday, last night, this year, two weeks ago.
func (s *side) toldFromToday(i int) moment {
	w, next := s.tokens[i].text, strings.TrimSuffix(s.wordAt(i+1), "'s")
	m := moment{at: trange{Start: i, End: i + 2}, unit: "day"}
	if relativeDays.Has(w) {
		m.at.End = i + 1
		m.offset = map[string]int{"yesterday": -1, "tomorrow": 1}[w]
		return m
	}
	if n, ok := agoCount.Find(w); ok && s.wordAt(i+2) == "ago" {
		if unit := strings.TrimSuffix(next, "s"); timeSpans.Has(unit) {
			return moment{at: trange{Start: i, End: i + 3}, unit: unit, offset: -n, ago: true}
		}
	}
	n, ok := thisLastNext.Find(w)
	switch {
	case !ok:
		return moment{}
	case timeSpans.Has(next) && next != "day":
		m.unit, m.offset = next, n
		return m
	case n <= 0 && dayParts.Has(next) && (n < 0 || next != "night"):
		m.offset = n
		return m
	}
	return moment{}
}

var (
	timeSpans    = words.Set("calendar", "time-spans")
	dayParts     = words.Set("calendar", "day-parts")
	thisLastNext = words.Values("calendar", "this-last-next", words.Int)
	agoCount     = words.Values("calendar", "ago", words.Int)
)

// count finds the days of a time that is told from the day said.
func (m *moment) count(said time.Time) {
	switch m.unit {
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

func dayNumber(t time.Time) int { return int(t.Unix() / 86400) }

// resolve finds the days of a date that is said on the day said. A date without
// its year is the nearest one.
func (m *moment) resolve(said time.Time) {
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
		m.first, m.last = dayNumber(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)), dayNumber(time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC))
	default:
		m.first, m.last = daysOf(nearestYear(year, month, said), month, day)
	}
	m.week = 0
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
