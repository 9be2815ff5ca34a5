// Package dates reads the dates that files give, in the spellings and orders
// that pages use. A date whose order cannot be known (03/04/2024) is no date: a
// wrong one is worse than none.
package dates

import (
	"strconv"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
)

const (
	day  = `(\d{1,2})(?:st|nd|rd|th|\.)?`
	year = `((?:19|20)\d\d)`
)

// MonthNames are the names of months, in full and cut short.
var MonthNames = words.Phrases("calendar", "month-names")

// WeekdayNames are the names of the days of the week, in full and cut short.
var WeekdayNames = words.Phrases("calendar", "weekday-names")

// patterns find a date; order says what their groups are.
var patterns = []struct {
	re    pattern.Pattern
	order string
	needs sign
}{
	{pattern.New(`\b` + year + `[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)`), "ymd", mark},
	{pattern.New(`(?i)\b`+day+`(?:\s+of|\s+de|\s*-)?\s*((?:%s))[\s.,-]+(?:de\s+|of\s+)?`+
		year+`\b`, MonthNames), "dMy", month},
	{pattern.New(`(?i)(?:^|[^\pL])((?:%s))\.?\s+`+day+`(?:,|\s)\s*`+year+`\b`, MonthNames), "Mdy", month},
	{pattern.New(`(?i)\b`+year+`,?\s+((?:%s))\.?\s+`+day+`\b`, MonthNames), "yMd", month},
	{pattern.New(year + `年\s*(\d{1,2})月\s*(\d{1,2})日`), "ymd", han},
	{pattern.New(`\b(\d{1,2})[/.-](\d{1,2})[/.-]` + year + `\b`), "?", mark},
}

// A sign is what a date of some form has: looking for it costs less than for the date.
type sign int

const (
	mark  sign = iota // between its numbers
	month             // a name
	han               // 年
)

// signsOf tells which signs s has.
func signsOf(s string) (has [3]bool) {
	has[mark], has[han] = strings.ContainsAny(s, "-/."), strings.Contains(s, "年")
	low := strings.ToLower(s)
	for _, beginnings := range monthBeginnings.All() {
		for _, b := range beginnings {
			if strings.Contains(low, b) {
				has[month] = true
				return has
			}
		}
	}
	return has
}

// monthBeginnings are how the names of each month begin, from January on.
var monthBeginnings = words.Groups("calendar", "month-beginnings")

// Month is the number of a month's name, or 0.
func Month(name string) int {
	name = strings.ToLower(name)
	for i, beginnings := range monthBeginnings.All() {
		for _, b := range beginnings {
			if strings.HasPrefix(name, b) && !(b == "mai" && name == "maine") {
				return i + 1
			}
		}
	}
	return 0
}

// In is the first date in s that cannot be read in two ways, as 2006-01-02, or
// "". It takes O(len(s)).
func In(s string) string {
	if !hasYear(s) {
		return ""
	}
	best, at := "", len(s)
	has := signsOf(s)
	for _, p := range patterns {
		if !has[p.needs] {
			continue
		}
		m := p.re().FindStringSubmatchIndex(s)
		if m == nil || m[0] >= at {
			continue
		}
		if d := readDate(p.order, s[:m[2]], s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]]); d != "" {
			best, at = d, m[0]
		}
	}
	return best
}

// ISO is the date that s begins with as ISO 8601 writes it, with its hyphens or
// without (2006-01-02, 20060102), or "".
func ISO(s string) string {
	m := isoForm().FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return readDate("ymd", "", m[1], m[2], m[3])
}

var isoForm = pattern.New(`^\s*` + year + `-?([01]\d)-?([0-3]\d)(?:\D|$)`)

// hasYear reports whether four digits that begin with 19 or 20 stand in s, as in
// every date.
func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if c := s[i : i+2]; (c == "19" || c == "20") && isDigit(s[i+2]) && isDigit(s[i+3]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// Without is s with a blank for a date of each form, and whether there was one.
func Without(s string) (rest string, found bool) {
	if !hasYear(s) {
		return s, false
	}
	has := signsOf(s)
	for _, p := range patterns {
		if !has[p.needs] {
			continue
		}
		if m := p.re().FindStringIndex(s); m != nil {
			s, found = s[:m[0]]+" "+s[m[1]:], true
		}
	}
	return s, found
}

// readDate is the date of three groups in the order given, or "". before is
// what stands before them.
func readDate(order, before, a, b, c string) string {
	num := func(s string) int { n, _ := strconv.Atoi(s); return n }
	switch order {
	case "ymd":
		return iso(num(a), num(b), num(c))
	case "dMy":
		return iso(num(c), Month(b), num(a))
	case "Mdy":
		return iso(num(c), Month(a), num(b))
	case "yMd":
		return iso(num(a), Month(b), num(c))
	}
	first, second := iso(num(c), num(b), num(a)), iso(num(c), num(a), num(b))
	switch {
	case first == "" || first == second:
		return second
	case second == "":
		return first
	}
	return onWeekday(before, first, second)
}

// onWeekday is the one of two days that is the day of the week at the end of
// before ("Tue, "), or "": without it nobody knows whether day or month is first.
func onWeekday(before, first, second string) string {
	name := weekday().FindString(before)
	if name == "" {
		return ""
	}
	isDay := func(date string) bool {
		t, err := time.Parse(time.DateOnly, date)
		return err == nil && strings.EqualFold(t.Weekday().String()[:3], name[:3])
	}
	switch one, other := isDay(first), isDay(second); {
	case one && !other:
		return first
	case other && !one:
		return second
	}
	return ""
}

var weekday = pattern.New(`(?i)\b(?:%s)[,.]?\s*$`, WeekdayNames)

// Near reports whether two dates, as 2006-01-02, are at most n days apart.
func Near(a, b string, n int) bool {
	x, err := time.Parse(time.DateOnly, a)
	y, other := time.Parse(time.DateOnly, b)
	return err == nil && other == nil && x.Sub(y).Abs() <= time.Duration(n)*24*time.Hour
}

func iso(y, m, d int) string {
	day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if day.Year() != y || int(day.Month()) != m || day.Day() != d {
		return "" // there is no such day
	}
	return day.Format(time.DateOnly)
}
