package across

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

var (
	decimalComma = words.Set("across", "decimal-comma")
	decimalPoint = words.Set("across", "decimal-point")
	monthNames   = words.Phrases("calendar", "month-names")
	months       = words.Groups("calendar", "month-beginnings")
)

// A numeral is what a word says of a number: its value, or the zeros that it puts to
// the number before it.
type numeral struct{ value, zeros int }

// numerals are those of each language, by the word as text.Fold has it.
var numerals = sync.OnceValue(func() map[string]map[string]numeral {
	out := map[string]map[string]numeral{}
	for _, list := range words.Read("numerals") {
		of := map[string]numeral{}
		for _, line := range list.Lines {
			value, forms, _ := strings.Cut(line, ": ")
			zeros, scale := strings.CutPrefix(value, "+")
			var n numeral
			if scale {
				n.zeros = words.Int(zeros)
			} else {
				n.value = words.Int(value)
			}
			for w := range strings.FieldsSeq(forms) {
				of[text.Fold(w)] = n
			}
		}
		out[list.Name] = of
	}
	return out
})

// Values that a number in letters says too seldom to mean anything: one, and in other
// languages than English up to a dozen.
const small = 12

// mostZeros bounds the zeros that scale words put to a number.
const mostZeros = 18

// numbers are the numbers and the parts of dates of a text.
func (t Text) numbers() []Mark {
	out := t.letters()
	for i := t.Words.Start; i < t.Words.End; {
		ms, end := t.figures(i)
		if len(ms) == 0 {
			ms, end = t.spelled(i)
		}
		out = append(out, ms...)
		i = max(i+1, end)
	}
	slices.SortStableFunc(out, func(a, b Mark) int { return a.Words.Start - b.Words.Start })
	return t.dated(out)
}

// letters are the numbers in letters of an English text.
func (t Text) letters() []Mark {
	if t.Language != "en" {
		return nil
	}
	var out []Mark
	v := &lexicon.Vocabulary{}
	for _, x := range v.Terms(nil, t.Document, t.Words) {
		f, first := v.Form(x.ID), t.Document.Word(int(x.Word))
		if !f.Number || strings.ContainsFunc(first, unicode.IsDigit) {
			continue
		}
		value := strings.TrimSuffix(f.Text, "th")
		n, err := strconv.Atoi(value)
		if err == nil && n < 2 {
			continue
		}
		at := text.Range{Start: int(x.Word), End: int(x.Word + x.Words)}
		out = append(out, Mark{Kind: Number, Words: at, plain: err == nil && n > small, as: []string{value}})
	}
	return out
}

// spelled is the number in letters of another language that begins at word i.
func (t Text) spelled(i int) ([]Mark, int) {
	of := numerals()[t.Language]
	n, ok := of[text.Fold(t.Document.Word(i))]
	if !ok || t.Language == "en" {
		return nil, i
	}
	value, end := max(1, n.value), i+1
	if n.zeros > 0 {
		end = i
	} else if unit := t.numeral(end); n.value >= 20 && 0 < unit.value && unit.value < 10 {
		value, end = value+unit.value, end+1
	}
	zeros, end := t.zeros(end)
	as := []string{decimal(strconv.Itoa(value), "", zeros)}
	return []Mark{{Kind: Number, Words: text.Range{Start: i, End: end}, as: as}}, end
}

// numeral is what word i says of a number.
func (t Text) numeral(i int) numeral {
	if i >= t.Words.End {
		return numeral{}
	}
	return numerals()[t.Language][text.Fold(t.Document.Word(i))]
}

// zeros are those that the scale words from word i on put to a number, and their end.
func (t Text) zeros(i int) (zeros, end int) {
	for ; zeros <= mostZeros; i++ {
		n := t.numeral(i)
		if n.zeros == 0 {
			break
		}
		zeros += n.zeros
	}
	return zeros, i
}

// figures are the marks of a number in figures that begins at word i, and its end.
func (t Text) figures(i int) ([]Mark, int) {
	written, rest := cutFigures(t.Document.Word(i))
	if written == "" {
		return nil, i
	}
	if ms := t.date(i, written); ms != nil {
		return ms, i + 1
	}
	end := i + 1
	for rest == "" && t.goesOn(end) {
		var more string
		more, rest = cutFigures(t.Document.Word(end))
		written, end = written+more, end+1
	}
	zeros := numerals()[t.Language][text.Fold(rest)].zeros
	if rest == "" {
		zeros, end = t.zeros(end)
	}
	m := Mark{Kind: Number, Words: text.Range{Start: i, End: end}, plain: true}
	m.as = readings(written, t.Language, zeros)
	if len(m.as) == 0 {
		return nil, i
	}
	return []Mark{m}, end
}

// zerosOf are the figures 0 of the scripts that have figures of their own.
const zerosOf = "0٠۰०০๐၀０"

// cutFigures is the number that a word begins with, in the figures 0 to 9 with what
// parts them, and the rest of the word; nothing where it begins otherwise.
func cutFigures(w string) (written, rest string) {
	var b strings.Builder
	for at, r := range w {
		switch d := figure(r); {
		case d >= 0:
			b.WriteByte(byte('0' + d))
		case b.Len() > 0 && strings.ContainsRune(".,'’:", r) && figureAt(w[at+utf8.RuneLen(r):]):
			b.WriteRune(r)
		case r == utf8.RuneError || b.Len() == 0:
			return "", w
		default:
			return strings.ReplaceAll(b.String(), "’", "'"), w[at:]
		}
	}
	return strings.ReplaceAll(b.String(), "’", "'"), ""
}

// figureAt reports whether a text begins with a figure.
func figureAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return figure(r) >= 0
}

// figure is the value of a figure, or -1.
func figure(r rune) int {
	for _, zero := range zerosOf {
		if zero <= r && r < zero+10 {
			return int(r - zero)
		}
	}
	return -1
}

// goesOn reports whether the three figures of word i go on with the number before them,
// behind one blank: 1 500 000.
func (t Text) goesOn(i int) bool {
	if i >= t.Words.End || decimalPoint.Has(t.Language) {
		return false
	}
	d := t.Document
	first, rest := cutFigures(d.Word(i - 1))
	next, _ := cutFigures(d.Word(i))
	thousands, _, _ := strings.Cut(next, ",")
	gap := d.Gap(text.Span{Start: int(d.Words[i-1].End), End: int(d.Words[i].Start)})
	return rest == "" && len(first) <= 3 && whole(first) && len(thousands) == 3 && whole(thousands) &&
		strings.TrimSpace(gap) == "" && utf8.RuneCountInString(gap) == 1
}

// whole reports whether a number has figures alone.
func whole(s string) bool { return strings.Trim(s, "0123456789") == "" }

// readings are the values of a number as it is written; none of a time, and where the
// language has no such number: 17.30 in German.
func readings(written, language string, zeros int) []string {
	written = strings.ReplaceAll(written, "'", "")
	points, commas := strings.Count(written, "."), strings.Count(written, ",")
	if strings.Contains(written, ":") || points > 1 && commas > 1 {
		return nil
	}
	last := max(strings.LastIndex(written, "."), strings.LastIndex(written, ","))
	switch {
	case last < 0:
		return []string{decimal(written, "", zeros)}
	case points > 0 && commas > 0:
		return []string{decimal(figuresOf(written[:last]), written[last+1:], zeros)}
	case points > 1 || commas > 1:
		return []string{decimal(figuresOf(written), "", zeros)}
	}
	whole, part := written[:last], written[last+1:]
	var out []string
	if len(part) == 3 && len(whole) <= 3 && whole != "0" && isGroup(written[last], language) {
		out = append(out, decimal(whole+part, "", zeros))
	}
	if isDecimal(written[last], language) {
		out = append(out, decimal(whole, part, zeros))
	}
	return out
}

// isGroup reports whether a language may put a mark between thousands.
func isGroup(mark byte, language string) bool {
	return !isDecimal(mark, language) || !decimalComma.Has(language) && !decimalPoint.Has(language)
}

// isDecimal reports whether a language may put a mark before decimals.
func isDecimal(mark byte, language string) bool {
	if mark == ',' {
		return !decimalPoint.Has(language)
	}
	return !decimalComma.Has(language)
}

func figuresOf(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }

// decimal is the one spelling of a number with so many zeros put to it.
func decimal(whole, part string, zeros int) string {
	shift := min(zeros, len(part))
	whole, part = whole+part[:shift]+strings.Repeat("0", zeros-shift), part[shift:]
	whole, part = strings.TrimLeft(whole, "0"), strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	if part == "" {
		return whole
	}
	return whole + "." + part
}

// date are the marks of a date in figures that word i is: 27.2.2031, 2031.02.27.
func (t Text) date(i int, written string) []Mark {
	f := strings.Split(written, ".")
	if len(f) != 3 {
		return nil
	}
	if len(f[0]) == 4 {
		slices.Reverse(f)
	}
	day, month, year := number(f[0]), number(f[1]), number(f[2])
	if day == 0 || day > 31 || month == 0 || month > 12 || !isYear(year) {
		return nil
	}
	at := text.Range{Start: i, End: i + 1}
	return []Mark{
		{Kind: Date, Words: at, plain: true, as: []string{strconv.Itoa(day)}},
		{Kind: Date, Words: at, plain: true, as: []string{monthMark(month)}},
		{Kind: Date, Words: at, plain: true, as: []string{strconv.Itoa(year)}},
	}
}

// number is the value of a few figures; 0 where there are none or more.
func number(s string) int {
	if len(s) > 4 {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

func isYear(n int) bool { return 1900 <= n && n < 2100 }

func monthMark(n int) string { return "month " + strconv.Itoa(n) }

// dated are the numbers with the names of months among them, and what stands beside
// one as part of a date; a year of this century or the last one is such a part by
// itself.
func (t Text) dated(numbers []Mark) []Mark {
	out := make([]Mark, 0, len(numbers))
	k := 0 // the first number behind word i
	for i := t.Words.Start; i < t.Words.End; i++ {
		for k < len(numbers) && numbers[k].Words.Start <= i {
			k++
		}
		month := t.month(i)
		if month == 0 {
			continue
		}
		day := k > 0 && i-numbers[k-1].Words.End <= 1 && ofDate(&numbers[k-1])
		year := k < len(numbers) && numbers[k].Words.Start-i <= 2 && ofDate(&numbers[k])
		if day || year {
			at := text.Range{Start: i, End: i + 1}
			out = append(out, Mark{Kind: Date, Words: at, plain: true, as: []string{monthMark(month)}})
		}
	}
	for i, m := range numbers {
		if m.Words.Len() == 1 && len(m.as) == 1 && isYear(number(m.as[0])) {
			numbers[i].Kind = Date
		}
	}
	return append(out, numbers...)
}

// ofDate reports whether a number may be the day or the year of a date, and makes it
// one.
func ofDate(m *Mark) bool {
	n := number(m.as[0])
	if m.Words.Len() > 1 || !isYear(n) && (n == 0 || n > 31) {
		return false
	}
	m.Kind = Date
	return true
}

// month is the number of the month that word i names, or 0.
func (t Text) month(i int) int {
	name := strings.ToLower(t.Document.Word(i))
	if !monthNames.Has(name) {
		return 0
	}
	for k, beginnings := range months.All() {
		for _, b := range beginnings {
			if strings.HasPrefix(name, b) {
				return k + 1
			}
		}
	}
	return 0
}
