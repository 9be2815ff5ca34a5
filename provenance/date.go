package provenance

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// monthNames are the names of months and their short forms.
var monthNames = words.Values("calendar", "months", words.Text)

// weekdayNames are the names of weekdays and of every such day.
var weekdayNames = words.Values("calendar", "weekdays", words.Text)

// beforeYear are words that a bare year follows.
var beforeYear = words.Set("calendar", "before-year")

// dates compares months, days of the month, weekdays, years and decades, and
// days that are told from the day on which they are said.
func (p *pairing) dates() {
	p.relativeDates()
	q, s := p.q.datesIn(p.q.gone), p.s.datesIn(p.s.gone)
	p.settle(Date, q, s, sameDate)
	p.restyledDates(q, s)
	if !p.literal {
		p.lastDates(q, s)
	}
	for _, f := range q {
		if !f.found && p.literal && !p.q.copied(f.at) {
			p.loneDate(Insertion, f, f.at, p.gapAt(f.at))
		}
	}
	for _, f := range s {
		if !f.found && p.literal && p.held(f.at) && !p.s.copied(f.at) {
			p.loneDate(Omission, f, p.gapFor(f.at), f.at)
		}
	}
}

// lastDates reports the one year, month or weekday of a translation that is left
// over where the other side has one left over too, wherever they stand.
func (p *pairing) lastDates(q, s []fact) {
	for _, sort := range [...]string{"year", "month", "day"} {
		i, j := onlyOne(q, sort), onlyOne(s, sort)
		if i >= 0 && j >= 0 {
			q[i].found, q[i].mate, s[j].found = true, -1, true
			p.tell(Date, Major, q[i].at, s[j].at)
		}
	}
}

// onlyOne is the fact of a sort that is left over, -1 where there are none or
// several.
func onlyOne(facts []fact, sort string) int {
	at := -1
	for i, f := range facts {
		if !f.found && sortOf(f.value) == sort {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// loneDate reports a part of a date that the other side has not: one that a
// reader of the transcript would put in himself, the year of the speech, is no
// more than a service to the reader.
func (p *pairing) loneDate(k Kind, f fact, q, s trange) {
	switch year := p.s.d.Meta.Published; {
	case len(year) >= 4 && f.value == year[:4]:
		p.tell(k, Minor, q, s)
	case k == Insertion:
		p.tell(Date, Major, q, s)
	default:
		p.tell(k, Major, q, s)
	}
}

// sameDate reports whether two parts of dates are equal, or may be where one is
// shortened: '22, the nineties.
func sameDate(a, b fact) bool {
	return a.value == b.value || a.also != "" && a.also == b.value || b.also != "" && b.also == a.value
}

// sameSort reports whether two parts of dates speak of the same thing: two months,
// two years. A translation may have the month where the other has the weekday.
func sameSort(a, b string) bool { return sortOf(a) == sortOf(b) }

func sortOf(v string) string {
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

// restyledDates reports dates that are written in another way: 1 January, Jan. 1
// and 1/1/2024. The parts that stand side by side on both sides are one date.
func (p *pairing) restyledDates(q, s []fact) {
	for i := 0; i < len(q); {
		if !q[i].found || q[i].mate < 0 {
			i++
			continue
		}
		a, b := q[i].at, s[q[i].mate].at
		for i++; i < len(q) && q[i].found && q[i].mate >= 0 && beside(a, q[i].at) && beside(b, s[q[i].mate].at); i++ {
			a, b = together(a, q[i].at), together(b, s[q[i].mate].at)
		}
		if joined(p.q.tokens[a.Start:a.End]) == joined(p.s.tokens[b.Start:b.End]) {
			continue
		}
		x, y := p.q.wordAt(a.Start-1) == "the", p.s.wordAt(b.Start-1) == "the"
		if x && !y {
			a.Start--
		} else if y && !x {
			b.Start--
		}
		p.restyled(a, b)
	}
}

// beside reports whether two parts of a date stand next to each other, "of the"
// aside.
func beside(a, b trange) bool {
	return b.Start-a.End <= 2 && a.Start-b.End <= 2
}

func together(a, b trange) trange {
	return trange{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// datesIn are the parts of dates on one side.
func (s *side) datesIn(skip func(i int) bool) []fact {
	var out []fact
	for i := 0; i < len(s.tokens); {
		t := tally{side: s, skip: skip, lo: i, hi: s.stretch(i)}
		t.numerals(s.words)
		for i < t.hi {
			fs, end := t.date(i)
			if end == i {
				i++
				continue
			}
			out = append(out, slices.DeleteFunc(fs, func(f fact) bool { return t.spent(f.at) })...)
			i = end
		}
	}
	return out
}

// date reads the part of a date that begins at atom i, or a whole one in digits.
func (t *tally) date(i int) ([]fact, int) {
	a := t.tokens[i]
	one := func(v string) ([]fact, int) {
		return []fact{{value: v, at: trange{Start: i, End: i + 1}}}, i + 1
	}
	switch {
	case a.upper && weekdayNames.Of(a.text) != "":
		return one(weekdayNames.Of(a.text))
	case t.isMonth(i):
		return one(monthNames.Of(a.text))
	case relativeDays.Has(a.text):
		return one(a.text)
	}
	for _, read := range [...]func(*tally, int) ([]fact, int){(*tally).digitsDate, (*tally).decade, (*tally).shortYear, (*tally).year, (*tally).dayOfMonth} {
		if fs, end := read(t, i); end > i {
			return fs, end
		}
	}
	return nil, i
}

// decade reads the 1990s, the '90s, the nineties.
func (t *tally) decade(i int) ([]fact, int) {
	f := fact{at: trange{Start: i, End: i + 1}}
	w := strings.ReplaceAll(t.word(i), "'", "")
	n, plural := strings.CutSuffix(w, "s")
	if !plural && isDigit(w) && t.is(i, w, "s") { // 1980 s
		f.at.End++
		n, w, plural = w, w+"s", true
	}
	switch {
	case !plural:
		return nil, i
	case isDigit(n) && len(n) == 4 && strings.HasSuffix(n, "0"):
		f.value, f.also = w, w[2:]
	case isDigit(n) && len(n) == 2 && strings.HasSuffix(n, "0"), decades.Of(w) != "" && beforeDecade.Has(t.word(i-1)):
		f.value = w
		if decades.Of(w) != "" {
			f.value = decades.Of(w)
		}
	default:
		return nil, i
	}
	return []fact{f}, f.at.End
}

// decades are the names of decades.
var decades = words.Values("calendar", "decades", words.Text)

var beforeDecade = words.Set("calendar", "before-decade")

// shortYear reads the 22 of 2021–22 and of '22.
func (t *tally) shortYear(i int) ([]fact, int) {
	w := t.word(i)
	if len(w) != 2 || !isDigit(w) {
		return nil, i
	}
	f := fact{at: trange{Start: i, End: i + 1}}
	if year := t.word(i - 1); len(year) == 4 && isDigit(year) && rangeMark(t.gap(i)) {
		f.value = year[:2] + w
		return []fact{f}, i + 1
	}
	before := t.d.Text[:t.d.Words[t.tokens[i].word].Start]
	if !strings.HasSuffix(before, "'") && !strings.HasSuffix(before, "’") && !strings.HasSuffix(before, "‘") || !beforeYear.Has(t.word(i-1)) {
		return nil, i
	}
	f.value = "year '" + w
	return []fact{f}, i + 1
}

func rangeMark(gap string) bool { return gap == "-" || gap == "–" || gap == "/" }

// year reads a year in digits or in words.
func (t *tally) year(i int) ([]fact, int) {
	n, prev := t.num(i), t.word(i-1)
	if n.n == 0 || n.ordinal || !n.value.IsInt() || !n.value.Num().IsInt64() {
		return nil, i
	}
	v := n.value.Num().Int64()
	f := fact{at: trange{Start: i, End: i + n.n}, value: strconv.FormatInt(v, 10)}
	if v < 1800 && (n.n == 1 || v < 1300) || v > 2099 || t.word(i-1) == "$" {
		return nil, i
	}
	in := beforeYear.Has(prev) && (!t.close(i+n.n) || !countsPeople(t.word(i+n.n)))
	switch {
	case n.digits && len(t.word(i)) == 4 && (i == t.lo || in || t.monthAround(i) || v%100 != 0 && !t.counts(i)):
	case !n.digits && n.n > 1 && !scaleWords.Has(t.word(i+1)): // nineteen eighty-seven
	case !n.digits && n.n > 1 && v >= 2000 && in: // two thousand and eight
	default:
		return nil, i
	}
	f.also = "year '" + f.value[2:]
	return []fact{f}, i + n.n
}

// dayOfMonth reads a number from 1 to 31 beside a month.
func (t *tally) dayOfMonth(i int) ([]fact, int) {
	n := t.num(i)
	if n.n == 0 || !n.value.IsInt() || !n.value.Num().IsInt64() || n.digits && len(t.word(i)) > 4 || !t.monthBeside(i, -1) && !t.monthBeside(i+n.n-1, 1) && !t.bareDay(i) {
		return nil, i
	}
	if n.ordinal && !n.digits && t.word(i-1) == "the" && t.close(i+n.n) && !functionWords.Has(t.word(i+n.n)) && !t.isMonth(i+n.n) {
		return nil, i // on 11 March the first trains
	}
	v := n.value.Num().Int64()
	if v < 1 || v > 99 {
		return nil, i
	}
	return []fact{{value: strconv.FormatInt(v, 10), at: trange{Start: i, End: i + n.n}}}, i + n.n
}

// bareDay reports whether the ordinal at atom i is a day of a month that is not
// named: on the 25th. A raised ending may have come off: the 25 th.
func (t *tally) bareDay(i int) bool {
	n, end := t.num(i), i+1
	if ordinalEnd.Has(t.word(end)) {
		end++
	}
	if !n.digits || !n.ordinal && end == i+1 || t.word(i-1) != "on" && !(t.word(i-1) == "the" && dayAfter.Has(t.word(i-2))) {
		return false
	}
	return !t.close(end) || functionWords.Has(t.word(end))
}

var ordinalEnd = words.Set("calendar", "ordinal-end")

var dayAfter = words.Set("calendar", "day-after")

// monthBeside reports whether a month stands before (step -1) or behind atom i,
// other days, "of" and "the" aside.
func (t *tally) monthBeside(i, step int) bool {
	for k := i + step; k >= t.lo && k < t.hi && abs(k-i) <= 3 && !strings.ContainsAny(t.gap(max(k, k-step)), ",;:("); k += step {
		if t.isMonth(k) {
			return true
		}
		if w := t.word(k); w != "of" && w != "the" && w != "and" && !dayWords.Has(w) && !(isDigit(w) && len(w) <= 4 && t.num(k).value != nil && t.num(k).value.Cmp(big.NewRat(31, 1)) <= 0) {
			return false
		}
	}
	return false
}

// digitsDate reads 31/12/2024, 31.12.2024, 2024-12-31 and 31/12.
func (t *tally) digitsDate(i int) ([]fact, int) {
	parts, end := []string{t.word(i)}, i+1
	at := func(k int) trange { return trange{Start: i, End: i + 1} }
	if g := strings.Split(t.word(i), "."); len(g) == 3 {
		parts = g
	} else {
		for sep := t.gap(end); len(parts) < 3 && (sep == "/" || sep == "-") && t.gap(end) == sep && isDigit(t.word(end)); end++ {
			parts = append(parts, t.word(end))
		}
		at = func(k int) trange { return trange{Start: i + k, End: i + k + 1} }
	}
	n := make([]int, len(parts))
	for k, w := range parts {
		v, err := strconv.Atoi(w)
		if err != nil || v < 1 {
			return nil, i
		}
		n[k] = v
	}
	order := dateOrder(n, t.gap(i+1))
	if order == "" {
		return nil, i
	}
	var out []fact
	for k := range parts {
		f := fact{value: strconv.Itoa(n[k]), at: at(k)}
		switch order[k] {
		case 'm':
			f.value = "month " + f.value
		case '?': // either may be the month
			f.value, f.also = strconv.Itoa(n[k]), "month "+strconv.Itoa(n[k])
		case 'y':
			f.also = "year '" + parts[k][len(parts[k])-2:]
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
func (s *side) counts(i int) bool {
	next := s.wordAt(i + 1)
	return s.wordAt(i-1) == "$" || countsPeople(next) || next == "%" || next == "percent" || next == "per"
}

func countsPeople(next string) bool {
	return len(next) > 3 && strings.HasSuffix(next, "s") && !functionWords.Has(next) || next == "people" || next == "men" || next == "women"
}

// isMonth: "may" and "march" are verbs too, unless a number or "in" is near.
func (s *side) isMonth(i int) bool {
	a := s.tokens[i]
	if monthNames.Of(a.text) == "" || !a.upper {
		return false
	}
	if a.text != "may" && a.text != "march" {
		return true
	}
	return i > 0 && (beforeYear.Has(s.tokens[i-1].text) || isDigit(s.tokens[i-1].text) || dayWords.Has(s.tokens[i-1].text) || s.tokens[i-1].text == "last" || s.tokens[i-1].text == "next" || s.tokens[i-1].text == "this") ||
		isDigit(s.wordAt(i+1)) || dayWords.Has(s.wordAt(i+1))
}

// dayWords are the words of days of the month in letters.
var dayWords = words.Set("calendar", "day-words")

// monthAround: a month stands beside atom i, "of" and another number aside.
func (s *side) monthAround(i int) bool {
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.tokens) && abs(k-i) <= 3; k += step {
			if s.isMonth(k) {
				return true
			}
			if t := s.tokens[k].text; t != "of" && t != "the" && !isDigit(t) && !dayWords.Has(t) {
				break
			}
		}
	}
	return false
}
