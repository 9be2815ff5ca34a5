package quantity

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// hours are times of day that are words of their own.
var hours = words.Values("calendar", "hours", words.Text)

// clock reads a time of day: 17:00, 5 p.m., 9.30 a.m., five o'clock, half past
// five, noon. A time of the twelve hours that does not say which half of the day
// it is in ends in a question mark.
func (t *Tally) clock(i int) (reading.Fact, int) {
	w := t.Word(i)
	if v := hours.Of(w); v != "" {
		return reading.Fact{Value: v}, i + 1
	}
	if f, end := t.past(i); end > i {
		return f, end
	}
	h, m, end := t.hourAt(i)
	if end == i {
		return reading.Fact{}, i
	}
	half, next := t.dayHalf(end)
	dotted := strings.Contains(w, ":") || end == i+2 && strings.Contains(t.Gap(i+1), ":") || english.IsDigit(w) && strings.HasSuffix(strings.Trim(w, "."), "pm") || strings.HasSuffix(strings.Trim(w, "."), "am") && english.IsDigit(w)
	oclock := t.Word(end) == "o'clock"
	if oclock {
		if half, next = t.dayHalf(end + 1); half == "" {
			next = end + 1
		}
	}
	if h > 24 || !dotted && !oclock && half == "" {
		return reading.Fact{}, i
	}
	if strings.HasSuffix(strings.Trim(w, "."), "pm") && english.IsDigit(w) {
		half = "pm"
	} else if strings.HasSuffix(strings.Trim(w, "."), "am") && english.IsDigit(w) {
		half = "am"
	}
	return reading.Fact{Value: timeOfDay(h, m, half)}, next
}

// hourAt reads an hour, with its minutes where they are given.
func (t *Tally) hourAt(i int) (h int, m string, end int) {
	w := strings.TrimRight(t.Word(i), "apm.")
	for _, sep := range [...]string{":", "."} {
		if a, b, ok := strings.Cut(w, sep); ok && len(b) == 2 && len(a) <= 2 && english.IsDigit(w) {
			h, err := strconv.Atoi(a)
			if half, _ := t.dayHalf(i + 1); err == nil && b < "60" && (sep == ":" || half != "") {
				return h, b, i + 1
			}
		}
	}
	if b := t.Word(i + 1); strings.TrimSpace(t.Gap(i+1)) == ":" && len(b) == 2 && b < "60" && english.IsDigit(b) && len(w) <= 2 && english.IsDigit(w) { // 5: 30
		h, _ := strconv.Atoi(w)
		return h, b, i + 2
	}
	if n, err := strconv.Atoi(w); err == nil && len(w) <= 2 && w != t.Word(i) && n <= 12 { // 5pm
		return n, "00", i + 1
	}
	if n := t.Num(i); n.N > 0 && !n.Ordinal && n.Value.IsInt() && n.Value.Cmp(big.NewRat(24, 1)) <= 0 {
		return int(n.Value.Num().Int64()), "00", i + n.N
	}
	return 0, "", i
}

// dayHalf reads the half of the day behind an hour: am, p.m., in the evening.
func (t *Tally) dayHalf(i int) (half string, end int) {
	switch strings.Trim(t.Word(i), ".") {
	case "am", "a.m":
		return "am", i + 1
	case "pm", "p.m":
		return "pm", i + 1
	case "in":
		if t.Word(i+1) == "the" && (t.Word(i-1) == "o'clock" || t.Word(i-2) == "at") {
			switch t.Word(i + 2) {
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
func (t *Tally) past(i int) (reading.Fact, int) {
	var minutes int
	switch t.Word(i) {
	case "half":
		minutes = 30
	case "quarter":
		minutes = 15
	default:
		return reading.Fact{}, i
	}
	h := t.Num(i + 2)
	if w := t.Word(i + 1); w != "past" && (w != "to" || minutes == 30) || h.N == 0 || !h.Value.IsInt() || h.Value.Cmp(big.NewRat(12, 1)) > 0 {
		return reading.Fact{}, i
	}
	n := int(h.Value.Num().Int64())
	if t.Word(i+1) == "to" {
		n, minutes = n-1, 60-minutes
	}
	end := i + 2 + h.N
	half, next := t.dayHalf(end)
	return reading.Fact{Value: timeOfDay(n, strconv.Itoa(minutes), half)}, max(end, next)
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
func (t *Tally) telephone(i int) (reading.Fact, int) {
	end, digits := i, ""
	for len(digits) < 16 && english.IsDigit(t.Word(end)) && strings.Trim(t.Word(end), "0123456789") == "" {
		if g := t.Gap(end); end > i && !blank1(g) && g != "-" {
			break
		}
		digits += t.Word(end)
		end++
	}
	if end < i+3 || len(digits) < 7 || t.Word(i)[0] != '0' && t.Gap(i+1) != "-" {
		return reading.Fact{}, i
	}
	return reading.Fact{Value: "no. " + digits, At: reading.Range{Start: i, End: end}}, end
}
