package provenance

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// hours are times of day that are words of their own.
var hours = words.Values("calendar", "hours", words.Text)

// clock reads a time of day: 17:00, 5 p.m., 9.30 a.m., five o'clock, half past
// five, noon. A time of the twelve hours that does not say which half of the day
// it is in ends in a question mark.
func (t *tally) clock(i int) (fact, int) {
	w := t.word(i)
	if v := hours.Of(w); v != "" {
		return fact{value: v}, i + 1
	}
	if f, end := t.past(i); end > i {
		return f, end
	}
	h, m, end := t.hourAt(i)
	if end == i {
		return fact{}, i
	}
	half, next := t.dayHalf(end)
	dotted := strings.Contains(w, ":") || end == i+2 && strings.Contains(t.gap(i+1), ":") || isDigit(w) && strings.HasSuffix(strings.Trim(w, "."), "pm") || strings.HasSuffix(strings.Trim(w, "."), "am") && isDigit(w)
	oclock := t.word(end) == "o'clock"
	if oclock {
		if half, next = t.dayHalf(end + 1); half == "" {
			next = end + 1
		}
	}
	if h > 24 || !dotted && !oclock && half == "" {
		return fact{}, i
	}
	if strings.HasSuffix(strings.Trim(w, "."), "pm") && isDigit(w) {
		half = "pm"
	} else if strings.HasSuffix(strings.Trim(w, "."), "am") && isDigit(w) {
		half = "am"
	}
	return fact{value: timeOfDay(h, m, half)}, next
}

// hourAt reads an hour, with its minutes where they are given.
func (t *tally) hourAt(i int) (h int, m string, end int) {
	w := strings.TrimRight(t.word(i), "apm.")
	for _, sep := range [...]string{":", "."} {
		if a, b, ok := strings.Cut(w, sep); ok && len(b) == 2 && len(a) <= 2 && isDigit(w) {
			h, err := strconv.Atoi(a)
			if half, _ := t.dayHalf(i + 1); err == nil && b < "60" && (sep == ":" || half != "") {
				return h, b, i + 1
			}
		}
	}
	if b := t.word(i + 1); strings.TrimSpace(t.gap(i+1)) == ":" && len(b) == 2 && b < "60" && isDigit(b) && len(w) <= 2 && isDigit(w) { // 5: 30
		h, _ := strconv.Atoi(w)
		return h, b, i + 2
	}
	if n, err := strconv.Atoi(w); err == nil && len(w) <= 2 && w != t.word(i) && n <= 12 { // 5pm
		return n, "00", i + 1
	}
	if n := t.num(i); n.n > 0 && !n.ordinal && n.value.IsInt() && n.value.Cmp(big.NewRat(24, 1)) <= 0 {
		return int(n.value.Num().Int64()), "00", i + n.n
	}
	return 0, "", i
}

// dayHalf reads the half of the day behind an hour: am, p.m., in the evening.
func (t *tally) dayHalf(i int) (half string, end int) {
	switch strings.Trim(t.word(i), ".") {
	case "am", "a.m":
		return "am", i + 1
	case "pm", "p.m":
		return "pm", i + 1
	case "in":
		if t.word(i+1) == "the" && (t.word(i-1) == "o'clock" || t.word(i-2) == "at") {
			switch t.word(i + 2) {
			case "morning":
				return "am", i + 3
			case "afternoon", "evening":
				return "pm", i + 3
			}
		}
	}
	return "", i
}

// past reads "half past five" and "quarter to six".
func (t *tally) past(i int) (fact, int) {
	var minutes int
	switch t.word(i) {
	case "half":
		minutes = 30
	case "quarter":
		minutes = 15
	default:
		return fact{}, i
	}
	h := t.num(i + 2)
	if w := t.word(i + 1); w != "past" && (w != "to" || minutes == 30) || h.n == 0 || !h.value.IsInt() || h.value.Cmp(big.NewRat(12, 1)) > 0 {
		return fact{}, i
	}
	n := int(h.value.Num().Int64())
	if t.word(i+1) == "to" {
		n, minutes = n-1, 60-minutes
	}
	end := i + 2 + h.n
	half, next := t.dayHalf(end)
	return fact{value: timeOfDay(n, strconv.Itoa(minutes), half)}, max(end, next)
}

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

// sameTime reports whether two times of day may be the same, where one does not
// say whether it is before or after noon, or says the hour alone: at five.
func sameTime(a, b string) bool {
	h, m, vagueA := partsOfTime(a)
	k, n, vagueB := partsOfTime(b)
	if !strings.Contains(a+b, ":") || !vagueA && !vagueB {
		return false
	}
	i, errA := strconv.Atoi(h)
	j, errB := strconv.Atoi(k)
	return errA == nil && errB == nil && m == n && i%12 == j%12 && max(i, j) <= 24
}

func partsOfTime(v string) (hour, minute string, vague bool) {
	v, vague = strings.CutSuffix(v, "?")
	hour, minute, ok := strings.Cut(v, ":")
	if !ok {
		return hour, "00", true
	}
	return hour, minute, vague
}

// telephone reads digits that are no number: three groups and more that blanks
// or hyphens part, of seven digits at least.
func (t *tally) telephone(i int) (fact, int) {
	end, digits := i, ""
	for len(digits) < 16 && isDigit(t.word(end)) && strings.Trim(t.word(end), "0123456789") == "" {
		if g := t.gap(end); end > i && !blank1(g) && g != "-" {
			break
		}
		digits += t.word(end)
		end++
	}
	if end < i+3 || len(digits) < 7 || t.word(i)[0] != '0' && t.gap(i+1) != "-" {
		return fact{}, i
	}
	return fact{value: "no. " + digits, at: trange{Start: i, End: end}}, end
}
