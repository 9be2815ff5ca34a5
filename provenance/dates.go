package provenance

import (
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

var monthNames = map[string]string{
	"january": "month 1", "jan": "month 1", "february": "month 2", "feb": "month 2", "march": "month 3", "april": "month 4", "apr": "month 4",
	"may": "month 5", "june": "month 6", "july": "month 7", "august": "month 8", "aug": "month 8", "september": "month 9", "sept": "month 9", "sep": "month 9",
	"october": "month 10", "oct": "month 10", "november": "month 11", "nov": "month 11", "december": "month 12", "dec": "month 12",
}

var weekdayNames = map[string]string{
	"monday": "day 1", "tuesday": "day 2", "wednesday": "day 3", "thursday": "day 4", "friday": "day 5", "saturday": "day 6", "sunday": "day 7",
	"mondays": "day 1", "tuesdays": "day 2", "wednesdays": "day 3", "thursdays": "day 4", "fridays": "day 5", "saturdays": "day 6", "sundays": "day 7",
}

// relativeDays move with the day on which they are said.
var relativeDays = set("yesterday today tomorrow tonight")

// beforeYear are words that a bare year follows.
var beforeYear = set("in of since by from until till to year and through during before after for spring summer autumn fall winter early late mid")

// spelledDays are days of the month in letters.
var spelledDays = func() map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		m[w] = i + 1
	}
	for i, w := range strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth") {
		m[w] = i + 1
	}
	m["thirty"], m["thirtieth"] = 30, 30
	return m
}()

// dates compares months, days of the month, weekdays and years.
func (p *pairing) dates() {
	q, s := datesIn(p.q), datesIn(p.s)
	p.settle(Date, q, s, sameAmount)
	p.turnedDates(q, s)
	for _, f := range q {
		if !f.found && p.literal && !copied(p.q, f.at) {
			p.tell(Date, Major, f.at, p.gapAt(f.at))
		}
	}
	for _, f := range s {
		if !f.found && p.literal && p.held(f.at) && !copied(p.s, f.at) {
			p.tell(Omission, Major, p.gapFor(f.at), f.at)
		}
	}
}

// turnedDates: 1 January and January 1 are one date in two styles.
func (p *pairing) turnedDates(q, s []fact) {
	for i := 1; i < len(q); i++ {
		a, b := q[i-1], q[i]
		if a.found && b.found && b.mate >= 0 && a.mate == b.mate+1 && b.at.Start-a.at.End <= 2 && s[a.mate].at.Start-s[b.mate].at.End <= 2 {
			p.tell(NumberStyle, Minor, text.Range{Start: a.at.Start, End: b.at.End}, text.Range{Start: s[b.mate].at.Start, End: s[a.mate].at.End})
		}
	}
}

// datesIn are the parts of dates on one side.
func datesIn(atoms []atom) []fact {
	var out []fact
	for i, a := range atoms {
		if v := datePart(atoms, i); v != "" && !a.told {
			out = append(out, fact{value: v, at: text.Range{Start: i, End: i + 1}})
		}
	}
	return out
}

// datePart reads atom i as a part of a date; "" where it is none.
func datePart(atoms []atom, i int) string {
	a := atoms[i]
	if v := weekdayNames[a.text]; v != "" && a.upper {
		return v
	}
	if isMonth(atoms, i) {
		return monthNames[a.text]
	}
	if relativeDays[a.text] {
		return a.text
	}
	if day := spelledDays[a.text]; day > 0 && monthAround(atoms, i) {
		return strconv.Itoa(day)
	}
	n := strings.TrimRight(a.text, "sthndr'")
	if !isDigit(n) || len(n) > 4 {
		return ""
	}
	switch year := len(n) == 4 && (n[:2] == "19" || n[:2] == "20" || n[:2] == "18"); {
	case year && (i == 0 || beforeYear[atoms[i-1].text] || monthAround(atoms, i) || !counts(atoms, i)):
		return n
	case !year && len(n) <= 2 && monthAround(atoms, i):
		v, _ := strconv.Atoi(n)
		return strconv.Itoa(v)
	}
	return ""
}

// counts reports whether a number of four digits counts things: 2000 people,
// $1900.
func counts(atoms []atom, i int) bool {
	next := wordAt(atoms, i+1)
	return wordAt(atoms, i-1) == "$" || strings.HasSuffix(next, "s") || next == "people" || next == "men" || next == "women" || next == "%" || next == "percent" || next == "per"
}

// isMonth: "may" and "march" are verbs too, unless a number or "in" is near.
func isMonth(atoms []atom, i int) bool {
	a := atoms[i]
	if monthNames[a.text] == "" || !a.upper {
		return false
	}
	if a.text != "may" && a.text != "march" {
		return true
	}
	return i > 0 && (beforeYear[atoms[i-1].text] || isDigit(atoms[i-1].text) || atoms[i-1].text == "last" || atoms[i-1].text == "next" || atoms[i-1].text == "this") ||
		isDigit(wordAt(atoms, i+1)) || spelledDays[wordAt(atoms, i+1)] > 0
}

// monthAround: a month stands beside atom i, "of" and another number aside.
func monthAround(atoms []atom, i int) bool {
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(atoms) && abs(k-i) <= 3; k += step {
			if isMonth(atoms, k) {
				return true
			}
			if t := atoms[k].text; t != "of" && t != "the" && !isDigit(t) && spelledDays[t] == 0 {
				break
			}
		}
	}
	return false
}
