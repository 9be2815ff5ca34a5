package quantity

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// hours are times of day that are words of their own: “noon”.
var hours = words.Values("calendar", "hours", words.Text)

// clock reads a time of day: “17:00”, “13:25h”, “5 p.m.”, “9.30 a.m.”, “five o'clock”, “half
// past five”, “noon”. A time of the twelve hours that does not say which half of
// the day it is in ends in a question mark.
func clock(t *numeral.Stretch, i int) (reading.Fact, int) {
	if v := hours.Of(t.Word(i)); v != "" {
		return reading.Fact{Value: v}, i + 1
	}
	if f, end := past(t, i); end > i {
		return f, end
	}
	h, m, end := hourAt(t, i)
	if end == i {
		return reading.Fact{}, i
	}
	attached := attachedHalf(t.Word(i))
	half, next := dayHalf(t, end)
	colon := strings.Contains(t.Word(i), ":") || end == i+2 && strings.Contains(t.Gap(i+1), ":")
	sure := colon || half != "" || attached != "" || marked(t.Word(i))
	if t.Word(end) == "o'clock" {
		sure = true
		if half, next = dayHalf(t, end+1); half == "" {
			next = end + 1
		}
	}
	if h > 24 || !sure {
		return reading.Fact{}, i
	}
	return reading.Fact{Value: timeOfDay(h, m, cmp.Or(attached, half))}, next
}

// attachedHalf is the half of the day that is written to its hour: “5pm”.
func attachedHalf(w string) string {
	if !english.IsDigit(w) {
		return ""
	}
	switch w = strings.Trim(w, "."); {
	case strings.HasSuffix(w, "pm"):
		return "pm"
	case strings.HasSuffix(w, "am"):
		return "am"
	}
	return ""
}

// hourAt reads an hour, with its minutes where they are given: “5:30”, “9.30 a.m.”,
// “9.30am”, “5pm”, “five”.
func hourAt(t *numeral.Stretch, i int) (h int, m string, end int) {
	w := strings.TrimRight(t.Word(i), "apm.")
	by24 := marked(w)
	w = strings.TrimSuffix(w, "h")
	for _, sep := range [...]string{":", "."} {
		if a, b, ok := strings.Cut(w, sep); ok && len(a) <= 2 && english.IsDigit(w) && minutes(b) {
			h, err := strconv.Atoi(a)
			if half, _ := dayHalf(t, i+1); err == nil && (sep == ":" || by24 || cmp.Or(half, attachedHalf(t.Word(i))) != "") {
				return h, b, i + 1
			}
		}
	}
	short := len(w) <= 2 && english.IsDigit(w)
	if b := t.Word(i + 1); short && strings.TrimSpace(t.Gap(i+1)) == ":" && minutes(b) && english.IsDigit(b) { // 5: 30
		h, _ := strconv.Atoi(w)
		return h, b, i + 2
	}
	if n, err := strconv.Atoi(w); err == nil && len(w) <= 2 && w != t.Word(i) && n <= 12 && !by24 { // 5pm
		return n, "00", i + 1
	}
	if n, err := strconv.Atoi(w); err == nil && len(w) <= 2 && by24 && beforeHour.Has(t.Word(i-1)) { // at 13h
		return n, "00", i + 1
	}
	if n := t.Num(i); n.Whole() && n.AtMost(24) {
		return int(n.Value.Num().Int64()), "00", i + n.N
	}
	return 0, "", i
}

// hourWithPoint is the time of day that a number with two decimals may be: “10.30”, which is
// half past ten to some and ten and three tenths to others. Empty where it is none.
func hourWithPoint(w string) string {
	a, b, ok := strings.Cut(w, ".")
	h, err := strconv.Atoi(a)
	if !ok || err != nil || len(a) > 2 || h > 24 || !minutes(b) || !english.IsDigit(b) {
		return ""
	}
	return timeOfDay(h, b, "")
}

// marked reports whether a word is a time of day by an h, as languages of the twenty-four
// hours write it: “13:25h”.
func marked(w string) bool { return english.IsDigit(w) && strings.HasSuffix(w, "h") }

// beforeHour are the words behind which “13h” is a time of day and not thirteen hours:
// “at”.
var beforeHour = words.Set("calendar", "before-hour")

// minutes reports whether two digits may be the minutes of an hour.
func minutes(w string) bool { return len(w) == 2 && w < "60" }

// dayHalf reads the half of the day behind an hour: am, p.m., in the evening.
func dayHalf(t *numeral.Stretch, i int) (half string, end int) {
	switch strings.Trim(t.Word(i), ".") {
	case "am", "a.m":
		return "am", i + 1
	case "pm", "p.m":
		return "pm", i + 1
	case "in":
		if half = inHalf(t, i); half != "" && (t.Word(i-1) == "o'clock" || t.Word(i-2) == "at") {
			return half, i + 3
		}
	}
	return "", i
}

// past reads “half past five”, “ten past one” and “quarter to six”; “ten to six”, which may be
// a range or odds, only where clockwise says so.
func past(t *numeral.Stretch, i int) (reading.Fact, int) {
	minutes, end := beforePast(t, i)
	if end == i || t.Word(end) != "past" && t.Word(end) != "to" {
		return reading.Fact{}, i
	}
	h := t.Num(end + 1)
	if h.N == 0 || !h.Value.IsInt() || !h.AtMost(12) {
		return reading.Fact{}, i
	}
	n := int(h.Value.Num().Int64())
	if t.Word(end) == "to" {
		if t.Word(i) != "quarter" && !clockwise(t, i, minutes, n, end+1+h.N) {
			return reading.Fact{}, i
		}
		n, minutes = (n+10)%12+1, 60-minutes // one o'clock is behind twelve
	}
	end += 1 + h.N
	half, next := dayHalf(t, end)
	if in := inHalf(t, end); half == "" && in != "" {
		half, next = in, end+3
	}
	return reading.Fact{Value: timeOfDay(n, fmt.Sprintf("%02d", minutes), half)}, max(end, next)
}

// clockwise reports whether minutes to an hour are a time: in words, behind “at”, by fives
// and more than the hour, as in “at twenty to six”. “At five to six percent” is a range, whose
// second number is the larger, and “at ten to one” may be odds. Of the half of a day, with which
// next begins, it is a time in any case: “at five to nine in the morning”.
func clockwise(t *numeral.Stretch, i, minutes, hour, next int) bool {
	if t.Word(i-1) != "at" || english.IsDigit(t.Word(i)) || minutes%5 != 0 {
		return false
	}
	half, _ := dayHalf(t, next)
	return half != "" || inHalf(t, next) != "" || 1 < hour && hour < minutes
}

// inHalf is the half of the day that “in the morning” tells at word i.
func inHalf(t *numeral.Stretch, i int) string {
	if t.Word(i) != "in" || t.Word(i+1) != "the" {
		return ""
	}
	switch t.Word(i + 2) {
	case "morning":
		return "am"
	case "afternoon", "evening":
		return "pm"
	}
	return ""
}

// beforePast reads the minutes before an hour, “half” before “past” and “ten”.
func beforePast(t *numeral.Stretch, i int) (minutes, end int) {
	switch w := t.Word(i); {
	case w == "half" && t.Word(i+1) == "past":
		return 30, i + 1
	case w == "quarter":
		return 15, i + 1
	}
	n := t.Num(i)
	if !n.Whole() || !n.AtMost(59) {
		return 0, i
	}
	return int(n.Value.Num().Int64()), i + n.N
}

// timeOfDay is a time as its value has it: 17:30, and 5:30? where the half of the
// day is not said.
func timeOfDay(h int, m, half string) string {
	switch {
	case half == "pm" && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	case half == "" && h <= 12:
		m += "?"
	}
	return strconv.Itoa(h) + ":" + m
}
