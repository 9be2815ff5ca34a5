// Package calendar reads the dates of a run: months, weekdays, years, decades,
// dates in digits, and times that are told from the day on which they are said.
//
// [DatesIn] are the parts of dates as facts, each by itself, since a report may
// have the month where the speech has the weekday; [Moments] puts them together and
// finds the days that they mean. [SameDate] and [Coincide] tell whether two of them
// may be one. Which date of a quote stands for which of the transcript, and what it
// means if they differ, is not asked here.
package calendar

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A date is written in more ways than any table of layouts has: “on the 25th”,
// “May of '22”, “31.12.2024”, “nineteen eighty-seven”. The naive way parses whole
// dates and loses each that is cut short. Here each part is read by itself, with
// what tells what part it is: a month beside it, “in” before it, four digits. A
// part that may be one of two things, the 5 of “5/6”, keeps both readings. Cost:
// linear; a part looks three words ahead and back.

// monthNames are the names of months and their short forms: “sept”.
var monthNames = words.Values("calendar", "months", words.Text)

// SameDate reports whether two parts of dates are equal, or may be where one is
// shortened: “2022” and “'22”; not “2022” and “2023”.
func SameDate(a, b reading.Fact) bool {
	return a.Value == b.Value || a.Also != "" && a.Also == b.Value || b.Also != "" && b.Also == a.Value
}

// SameSort reports whether two parts of dates speak of the same thing: two months,
// two years; not a month and a year. A translation may have the month where the other has the weekday.
func SameSort(a, b string) bool { return SortOf(a) == SortOf(b) }

// SortOf is what a part of a date, by its value, speaks of: month, day, year,
// number, or relative for “yesterday”.
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

// partReaders read a part of a date each, or a date in digits; the first that
// finds one has it.
var partReaders = [...]func(t *numeral.Stretch, i int) ([]reading.Fact, int){
	digitsDate, decade, quantity.ShortYear, year, dayOfMonth,
}

// DatesIn are the parts of dates of a run: “month 5” and “22” for “22 May”. Tokens to
// skip are no part of one; skip may be nil.
func DatesIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for t := range numeral.Stretches(s, skip) {
		for i := t.Lo; i < t.Hi; {
			fs, end := date(t, i)
			if end == i {
				i++
				continue
			}
			out = append(out, slices.DeleteFunc(fs, func(f reading.Fact) bool { return t.Skipped(f.At) })...)
			i = end
		}
	}
	return out
}

// date reads the part of a date that begins at word i, or a whole one in digits.
func date(t *numeral.Stretch, i int) ([]reading.Fact, int) {
	a := t.Tokens[i]
	one := func(v string) ([]reading.Fact, int) {
		return []reading.Fact{{Value: v, At: reading.One(i)}}, i + 1
	}
	switch {
	case a.Upper && english.WeekdayNames.Of(a.Text) != "":
		day := english.WeekdayNames.Of(a.Text)
		return []reading.Fact{{Value: day, Also: eve(t, i, day), At: reading.One(i)}}, i + 1
	case IsMonth(t.Run, i):
		return one(monthNames.Of(a.Text))
	case relativeDays.Has(a.Text):
		return one(a.Text)
	}
	for _, read := range partReaders {
		if fs, end := read(t, i); end > i {
			return fs, end
		}
	}
	return nil, i
}

// eve is the day before the weekday at word i where only the night before it is meant,
// which other languages name by the day that it ends on: “the night before Sunday”,
// Saturday night. Empty where the day itself is meant.
func eve(t *numeral.Stretch, i int, day string) string {
	if t.Word(i-2) != "night" || !towards.Has(t.Word(i-1)) || !t.Close(i-1) || !t.Close(i) {
		return ""
	}
	n, err := strconv.Atoi(strings.TrimPrefix(day, "day "))
	if err != nil {
		return ""
	}
	return "day " + strconv.Itoa((n+5)%7+1)
}

// towards are the words between a night and the day that it ends on: “before”.
var towards = words.Set("calendar", "towards")

// decade reads a decade: the 1990s, the '90s, the nineties.
func decade(t *numeral.Stretch, i int) ([]reading.Fact, int) {
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
	case english.IsDigit(n) && len(n) == 2 && strings.HasSuffix(n, "0"):
		f.Value = w
	case decades.Of(w) != "" && beforeDecade.Has(t.Word(i-1)):
		f.Value = decades.Of(w)
	default:
		return nil, i
	}
	return []reading.Fact{f}, f.At.End
}

// decades are the names of decades: “nineties”.
var decades = words.Values("calendar", "decades", words.Text)

// beforeDecade stand before a decade that is named: the “early” of “early nineties”.
var beforeDecade = words.Set("calendar", "before-decade")

// year reads a year in digits or in words.
func year(t *numeral.Stretch, i int) ([]reading.Fact, int) {
	n := t.Num(i)
	v, ok := n.Int()
	if !ok || n.Ordinal || t.Word(i-1) == "$" || !possibleYear(v, n.N) {
		return nil, i
	}
	in := quantity.BeforeYear.Has(t.Word(i-1)) && (!t.Close(i+n.N) || !countsPeople(t.Word(i+n.N)))
	switch {
	case n.Digits:
		if len(t.Word(i)) != 4 || !in && !yearAlone(t, i, v) {
			return nil, i
		}
	case n.N == 1:
		return nil, i
	case !english.ScaleWords.Has(t.Word(i + 1)): // nineteen eighty-seven
	case v < 2000 || !in: // two thousand and eight
		return nil, i
	}
	f := reading.Fact{At: reading.Range{Start: i, End: i + n.N}, Value: strconv.FormatInt(v, 10)}
	f.Also = "year '" + f.Value[2:]
	return []reading.Fact{f}, i + n.N
}

// possibleYear reports whether a number of so many words may be a year that people
// speak of.
func possibleYear(v int64, words int) bool {
	return v <= 2099 && (v >= 1800 || words > 1 && v >= 1300)
}

// yearAlone reports whether four digits are a year without a word that says so: at
// the beginning, beside a month, or where they are not round and count nothing.
func yearAlone(t *numeral.Stretch, i int, v int64) bool {
	return i == t.Lo || monthAround(t.Run, i) || v%100 != 0 && !counts(t.Run, i)
}

// dayOfMonth reads a number from 1 to 31 beside a month.
func dayOfMonth(t *numeral.Stretch, i int) ([]reading.Fact, int) {
	n := t.Num(i)
	v, ok := n.Int()
	if !ok || v < 1 || v > 99 || n.Digits && len(t.Word(i)) > 4 {
		return nil, i
	}
	if !monthBeside(t, i, -1) && !monthBeside(t, i+n.N-1, 1) && !bareDay(t, i) {
		return nil, i
	}
	if n.Ordinal && !n.Digits && t.Word(i-1) == "the" && ranks(t, i+n.N) {
		return nil, i
	}
	return []reading.Fact{{Value: strconv.FormatInt(v, 10), At: reading.Range{Start: i, End: i + n.N}}}, i + n.N
}

// ranks reports whether an ordinal before token i says which of several that is: the
// “first” of “on 11 March the first trains”.
func ranks(t *numeral.Stretch, i int) bool {
	return t.Close(i) && !english.FunctionWords.Has(t.Word(i)) && !IsMonth(t.Run, i)
}

// bareDay reports whether the ordinal at word i is a day of a month that is not
// named: on the 25th. A raised ending may have come off: the 25 th.
func bareDay(t *numeral.Stretch, i int) bool {
	n, end := t.Num(i), i+1
	if ordinalEnd.Has(t.Word(end)) {
		end++
	}
	if !n.Digits || !n.Ordinal && end == i+1 {
		return false
	}
	if before := t.Word(i - 1); before != "on" && !(before == "the" && dayAfter.Has(t.Word(i-2))) {
		return false
	}
	return !t.Close(end) || english.FunctionWords.Has(t.Word(end))
}

// ordinalEnd are endings of ordinals that stand apart: “th”.
var ordinalEnd = words.Set("calendar", "ordinal-end")

// dayAfter stand before “the” and a day: “until the 25th”.
var dayAfter = words.Set("calendar", "day-after")

// monthBeside reports whether a month stands before (step -1) or behind word i,
// other days, “of” and “the” aside.
func monthBeside(t *numeral.Stretch, i, step int) bool {
	for k := i + step; k >= t.Lo && k < t.Hi && reading.Apart(k, i) <= monthReach; k += step {
		switch {
		case strings.ContainsAny(t.Gap(max(k, k-step)), ",;:("):
			return false
		case IsMonth(t.Run, k):
			return true
		case t.Word(k) != "and" && !besideMonth(t.Word(k)) && !anotherDay(t, k):
			return false
		}
	}
	return false
}

// monthReach is how far from a day or a year its month may stand, in words.
const monthReach = 3

// besideMonth reports whether a word may stand between a month and its day: “of”,
// “the”, “fifth”.
func besideMonth(w string) bool { return w == "of" || w == "the" || dayWords.Has(w) }

// anotherDay reports whether token i may be a day in digits: “3rd”.
func anotherDay(t *numeral.Stretch, i int) bool {
	w, n := t.Word(i), t.Num(i)
	return english.IsDigit(w) && len(w) <= 4 && n.Value != nil && n.Value.Cmp(lastDay) <= 0
}

var lastDay = big.NewRat(31, 1)

// digitsDate reads 31/12/2024, 31.12.2024, 2024-12-31 and 31/12.
func digitsDate(t *numeral.Stretch, i int) ([]reading.Fact, int) {
	parts, end := digitParts(t, i)
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
		f := reading.Fact{Value: strconv.Itoa(n[k]), At: reading.One(min(i+k, end-1))}
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

// digitParts are the numbers of a date in digits that begins at token i, in one
// token or with a slash or a hyphen between them.
func digitParts(t *numeral.Stretch, i int) (parts []string, end int) {
	if parts := strings.Split(t.Word(i), "."); len(parts) == 3 {
		return parts, i + 1
	}
	parts, end = []string{t.Word(i)}, i+1
	sep := t.Gap(end)
	if sep != "/" && sep != "-" {
		return parts, end
	}
	for len(parts) < 3 && t.Gap(end) == sep && english.IsDigit(t.Word(end)) {
		parts = append(parts, t.Word(end))
		end++
	}
	return parts, end
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
	switch next := s.At(i + 1); next {
	case "%", "percent", "per":
		return true
	default:
		return s.At(i-1) == "$" || countsPeople(next)
	}
}

// countsPeople reports whether a word is what a number before it counts: “ships”,
// “people”; not “this”.
func countsPeople(next string) bool {
	switch next {
	case "people", "men", "women":
		return true
	}
	return len(next) > 3 && strings.HasSuffix(next, "s") && !english.FunctionWords.Has(next)
}

// IsMonth reports whether token i names a month: “June”. “May” and “March” are verbs
// too, unless a number or “in” is near: “in May”, “1 March”.
func IsMonth(s *reading.Run, i int) bool {
	a := s.Tokens[i]
	if monthNames.Of(a.Text) == "" || !a.Upper {
		return false
	}
	if a.Text != "may" && a.Text != "march" {
		return true
	}
	before := s.At(i - 1)
	if inDate(before) || inDate(s.At(i+1)) {
		return true
	}
	switch before {
	case "last", "this", "next":
		return true
	}
	return quantity.BeforeYear.Has(before)
}

// inDate reports whether a word may be a day or a year: “5”, “fifth”.
func inDate(w string) bool { return english.IsDigit(w) || dayWords.Has(w) }

// dayWords are the words of days of the month in letters: “fifth”.
var dayWords = words.Set("calendar", "day-words")

// monthAround reports whether a month stands near word i, “of” and another number
// aside: the “2000” of “the 5th of May 2000”.
func monthAround(s *reading.Run, i int) bool {
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.Tokens) && reading.Apart(k, i) <= monthReach; k += step {
			if IsMonth(s, k) {
				return true
			}
			if w := s.Tokens[k].Text; !besideMonth(w) && !english.IsDigit(w) {
				break
			}
		}
	}
	return false
}
