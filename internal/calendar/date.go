package calendar

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// monthNames are the names of months and their short forms.
var monthNames = words.Values("calendar", "months", words.Text)

// SameDate reports whether two parts of dates are equal, or may be where one is
// shortened: '22, the nineties.
func SameDate(a, b reading.Fact) bool {
	return a.Value == b.Value || a.Also != "" && a.Also == b.Value || b.Also != "" && b.Also == a.Value
}

// SameSort reports whether two parts of dates speak of the same thing: two months,
// two years. A translation may have the month where the other has the weekday.
func SameSort(a, b string) bool { return SortOf(a) == SortOf(b) }

func SortOf(v string) string {
	switch kind, _, two := strings.Cut(v, " "); {
	case two:
		return kind
	case relativeDays.Has(v):
		return "relative"
	case len(v) > 2:
		return "year"
	}
	return "number"
}

// DatesIn are the parts of dates on one side.
func DatesIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for i := 0; i < len(s.Tokens); {
		t := quantity.From(s, i, skip)
		t.Numerals(s.Vocabulary)
		for i < t.Hi {
			fs, end := date(t, i)
			if end == i {
				i++
				continue
			}
			out = append(out, slices.DeleteFunc(fs, func(f reading.Fact) bool { return t.Spent(f.At) })...)
			i = end
		}
	}
	return out
}

// date reads the part of a date that begins at atom i, or a whole one in digits.
func date(t *quantity.Tally, i int) ([]reading.Fact, int) {
	a := t.Tokens[i]
	one := func(v string) ([]reading.Fact, int) {
		return []reading.Fact{{Value: v, At: reading.Range{Start: i, End: i + 1}}}, i + 1
	}
	switch {
	case a.Upper && english.WeekdayNames.Of(a.Text) != "":
		return one(english.WeekdayNames.Of(a.Text))
	case IsMonth(t.Run, i):
		return one(monthNames.Of(a.Text))
	case relativeDays.Has(a.Text):
		return one(a.Text)
	}
	for _, read := range [...]func(*quantity.Tally, int) ([]reading.Fact, int){digitsDate, decade, (*quantity.Tally).ShortYear, year, dayOfMonth} {
		if fs, end := read(t, i); end > i {
			return fs, end
		}
	}
	return nil, i
}

// decade reads the 1990s, the '90s, the nineties.
func decade(t *quantity.Tally, i int) ([]reading.Fact, int) {
	f := reading.Fact{At: reading.Range{Start: i, End: i + 1}}
	w := strings.ReplaceAll(t.Word(i), "'", "")
	n, plural := strings.CutSuffix(w, "s")
	if !plural && english.IsDigit(w) && t.Is(i, w, "s") { // 1980 s
		f.At.End++
		n, w, plural = w, w+"s", true
	}
	switch {
	case !plural:
		return nil, i
	case english.IsDigit(n) && len(n) == 4 && strings.HasSuffix(n, "0"):
		f.Value, f.Also = w, w[2:]
	case english.IsDigit(n) && len(n) == 2 && strings.HasSuffix(n, "0"), decades.Of(w) != "" && beforeDecade.Has(t.Word(i-1)):
		f.Value = w
		if decades.Of(w) != "" {
			f.Value = decades.Of(w)
		}
	default:
		return nil, i
	}
	return []reading.Fact{f}, f.At.End
}

// decades are the names of decades.
var decades = words.Values("calendar", "decades", words.Text)

var beforeDecade = words.Set("calendar", "before-decade")

// year reads a year in digits or in words.
func year(t *quantity.Tally, i int) ([]reading.Fact, int) {
	n, prev := t.Num(i), t.Word(i-1)
	if n.N == 0 || n.Ordinal || !n.Value.IsInt() || !n.Value.Num().IsInt64() {
		return nil, i
	}
	v := n.Value.Num().Int64()
	f := reading.Fact{At: reading.Range{Start: i, End: i + n.N}, Value: strconv.FormatInt(v, 10)}
	if v < 1800 && (n.N == 1 || v < 1300) || v > 2099 || t.Word(i-1) == "$" {
		return nil, i
	}
	in := quantity.BeforeYear.Has(prev) && (!t.Close(i+n.N) || !countsPeople(t.Word(i+n.N)))
	switch {
	case n.Digits && len(t.Word(i)) == 4 && (i == t.Lo || in || monthAround(t.Run, i) || v%100 != 0 && !counts(t.Run, i)):
	case !n.Digits && n.N > 1 && !english.ScaleWords.Has(t.Word(i+1)): // nineteen eighty-seven
	case !n.Digits && n.N > 1 && v >= 2000 && in: // two thousand and eight
	default:
		return nil, i
	}
	f.Also = "year '" + f.Value[2:]
	return []reading.Fact{f}, i + n.N
}

// dayOfMonth reads a number from 1 to 31 beside a month.
func dayOfMonth(t *quantity.Tally, i int) ([]reading.Fact, int) {
	n := t.Num(i)
	if n.N == 0 || !n.Value.IsInt() || !n.Value.Num().IsInt64() || n.Digits && len(t.Word(i)) > 4 || !monthBeside(t, i, -1) && !monthBeside(t, i+n.N-1, 1) && !bareDay(t, i) {
		return nil, i
	}
	if n.Ordinal && !n.Digits && t.Word(i-1) == "the" && t.Close(i+n.N) && !english.FunctionWords.Has(t.Word(i+n.N)) && !IsMonth(t.Run, i+n.N) {
		return nil, i // on 11 March the first trains
	}
	v := n.Value.Num().Int64()
	if v < 1 || v > 99 {
		return nil, i
	}
	return []reading.Fact{{Value: strconv.FormatInt(v, 10), At: reading.Range{Start: i, End: i + n.N}}}, i + n.N
}

// bareDay reports whether the ordinal at atom i is a day of a month that is not
// named: on the 25th. A raised ending may have come off: the 25 th.
func bareDay(t *quantity.Tally, i int) bool {
	n, end := t.Num(i), i+1
	if ordinalEnd.Has(t.Word(end)) {
		end++
	}
	if !n.Digits || !n.Ordinal && end == i+1 || t.Word(i-1) != "on" && !(t.Word(i-1) == "the" && dayAfter.Has(t.Word(i-2))) {
		return false
	}
	return !t.Close(end) || english.FunctionWords.Has(t.Word(end))
}

var ordinalEnd = words.Set("calendar", "ordinal-end")

var dayAfter = words.Set("calendar", "day-after")

// monthBeside reports whether a month stands before (step -1) or behind atom i,
// other days, "of" and "the" aside.
func monthBeside(t *quantity.Tally, i, step int) bool {
	for k := i + step; k >= t.Lo && k < t.Hi && english.Abs(k-i) <= 3 && !strings.ContainsAny(t.Gap(max(k, k-step)), ",;:("); k += step {
		if IsMonth(t.Run, k) {
			return true
		}
		if w := t.Word(k); w != "of" && w != "the" && w != "and" && !dayWords.Has(w) && !(english.IsDigit(w) && len(w) <= 4 && t.Num(k).Value != nil && t.Num(k).Value.Cmp(big.NewRat(31, 1)) <= 0) {
			return false
		}
	}
	return false
}

// digitsDate reads 31/12/2024, 31.12.2024, 2024-12-31 and 31/12.
func digitsDate(t *quantity.Tally, i int) ([]reading.Fact, int) {
	parts, end := []string{t.Word(i)}, i+1
	at := func(k int) reading.Range { return reading.Range{Start: i, End: i + 1} }
	if g := strings.Split(t.Word(i), "."); len(g) == 3 {
		parts = g
	} else {
		for sep := t.Gap(end); len(parts) < 3 && (sep == "/" || sep == "-") && t.Gap(end) == sep && english.IsDigit(t.Word(end)); end++ {
			parts = append(parts, t.Word(end))
		}
		at = func(k int) reading.Range { return reading.Range{Start: i + k, End: i + k + 1} }
	}
	n := make([]int, len(parts))
	for k, w := range parts {
		v, err := strconv.Atoi(w)
		if err != nil || v < 1 {
			return nil, i
		}
		n[k] = v
	}
	order := dateOrder(n, t.Gap(i+1))
	if order == "" {
		return nil, i
	}
	var out []reading.Fact
	for k := range parts {
		f := reading.Fact{Value: strconv.Itoa(n[k]), At: at(k)}
		switch order[k] {
		case 'm':
			f.Value = "month " + f.Value
		case '?': // either may be the month
			f.Value, f.Also = strconv.Itoa(n[k]), "month "+strconv.Itoa(n[k])
		case 'y':
			f.Also = "year '" + parts[k][len(parts[k])-2:]
		}
		out = append(out, f)
	}
	return out, end
}

// dateOrder tells which of the numbers of a date is the day, the month, the
// year; empty where they are no date.
func dateOrder(n []int, sep string) string {
	day, month := func(k int) bool { return n[k] <= 31 }, func(k int) bool { return n[k] <= 12 }
	switch {
	case len(n) == 2 && sep == "/" && n[0] > 12 && day(0) && month(1):
		return "dm"
	case len(n) != 3:
		return ""
	case n[0] > 1800 && n[0] < 2100 && month(1) && day(2):
		return "ymd"
	case n[2] < 1800 || n[2] >= 2100:
		return ""
	case month(0) && month(1) && n[0] != n[1]:
		return "??y"
	case day(0) && month(1):
		return "dmy"
	case month(0) && day(1):
		return "mdy"
	}
	return ""
}

// counts reports whether a number of four digits counts things: 2000 people,
// $1900.
func counts(s *reading.Run, i int) bool {
	next := s.At(i + 1)
	return s.At(i-1) == "$" || countsPeople(next) || next == "%" || next == "percent" || next == "per"
}

func countsPeople(next string) bool {
	return len(next) > 3 && strings.HasSuffix(next, "s") && !english.FunctionWords.Has(next) || next == "people" || next == "men" || next == "women"
}

// isMonth: "may" and "march" are verbs too, unless a number or "in" is near.
func IsMonth(s *reading.Run, i int) bool {
	a := s.Tokens[i]
	if monthNames.Of(a.Text) == "" || !a.Upper {
		return false
	}
	if a.Text != "may" && a.Text != "march" {
		return true
	}
	return i > 0 && (quantity.BeforeYear.Has(s.Tokens[i-1].Text) || english.IsDigit(s.Tokens[i-1].Text) || dayWords.Has(s.Tokens[i-1].Text) || s.Tokens[i-1].Text == "last" || s.Tokens[i-1].Text == "next" || s.Tokens[i-1].Text == "this") ||
		english.IsDigit(s.At(i+1)) || dayWords.Has(s.At(i+1))
}

// dayWords are the words of days of the month in letters.
var dayWords = words.Set("calendar", "day-words")

// monthAround: a month stands beside atom i, "of" and another number aside.
func monthAround(s *reading.Run, i int) bool {
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.Tokens) && english.Abs(k-i) <= 3; k += step {
			if IsMonth(s, k) {
				return true
			}
			if t := s.Tokens[k].Text; t != "of" && t != "the" && !english.IsDigit(t) && !dayWords.Has(t) {
				break
			}
		}
	}
	return false
}
