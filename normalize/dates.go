package normalize

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Dates in the spellings and orders that pages use. A date whose order cannot
// be known (03/04/2024) is no date: a wrong one is worse than none.

const (
	day  = `(\d{1,2})(?:st|nd|rd|th|\.)?`
	year = `((?:19|20)\d\d)`
)

var monthNames = words.Phrases("calendar", "month-names")

// datePatterns find a date; order says what their groups are.
var datePatterns = []struct {
	re    pattern
	order string
}{
	{newPattern(`\b` + year + `[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)`), "ymd"},
	{newPattern(`(?i)\b`+day+`(?:\s+of|\s+de|\s*-)?\s*((?:%s))[\s.,-]+(?:de\s+|of\s+)?`+year+`\b`, monthNames), "dMy"},
	{newPattern(`(?i)(?:^|[^\pL])((?:%s))\.?\s+`+day+`(?:,|\s)\s*`+year+`\b`, monthNames), "Mdy"},
	{newPattern(`(?i)\b`+year+`,?\s+((?:%s))\.?\s+`+day+`\b`, monthNames), "yMd"},
	{newPattern(year + `年\s*(\d{1,2})月\s*(\d{1,2})日`), "ymd"},
	{newPattern(`\b(\d{1,2})[/.-](\d{1,2})[/.-]` + year + `\b`), "?"},
}

// monthBeginnings are how the names of each month begin, from January on.
var monthBeginnings = words.Groups("calendar", "month-beginnings")

// monthOf is the number of a month's name, or 0.
func monthOf(name string) int {
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

// dateIn is the first date in s that cannot be read in two ways, as
// 2006-01-02, or "".
func dateIn(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return ""
	}
	best, at := "", len(s)
	for _, p := range datePatterns {
		m := p.re().FindStringSubmatchIndex(s)
		if m == nil || m[0] >= at {
			continue
		}
		if d := readDate(p.order, s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]]); d != "" {
			best, at = d, m[0]
		}
	}
	return best
}

// readDate is the date of three groups in the order given, or "".
func readDate(order, a, b, c string) string {
	num := func(s string) int { n, _ := strconv.Atoi(s); return n }
	switch order {
	case "ymd":
		return isoDate(num(a), num(b), num(c))
	case "dMy":
		return isoDate(num(c), monthOf(b), num(a))
	case "Mdy":
		return isoDate(num(c), monthOf(a), num(b))
	case "yMd":
		return isoDate(num(a), monthOf(b), num(c))
	}
	first, second := isoDate(num(c), num(b), num(a)), isoDate(num(c), num(a), num(b))
	switch {
	case first == "" || first == second:
		return second
	case second == "":
		return first
	}
	return "" // day or month first: who knows
}

var monthDays = [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func isoDate(y, m, d int) string {
	if m < 1 || m > 12 || d < 1 || d > monthDays[m] {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
