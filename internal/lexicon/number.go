package lexicon

import (
	"strconv"
	"strings"
)

// A number's value is counted in millionths, so that 2.5 million and 2,500,000
// are one number. What does not fit (18 trillion and more) stays a word.
const one = 1_000_000

// A figure is what a word says of a number.
type figure struct {
	value   uint64 // in millionths
	scale   uint64 // of hundred, thousand, million …: what it multiplies by; else 0
	digits  bool   // written in digits
	ordinal bool
}

var scales = map[string]uint64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

var cardinals = words(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
	twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90`)

var ordinals = words(`zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
	twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100 thousandth=1000`)

// words numbers a list from 0 on; NAME=N sets the number.
func words(list string) map[string]uint64 {
	m := map[string]uint64{}
	for i, w := range strings.Fields(list) {
		n := uint64(i)
		if name, value, ok := strings.Cut(w, "="); ok {
			w = name
			n, _ = strconv.ParseUint(value, 10, 64)
		}
		m[w] = n
	}
	return m
}

// readFigure reads a folded word as a figure.
func readFigure(w string) (figure, bool) {
	if n, ok := cardinals[w]; ok {
		return figure{value: n * one}, true
	}
	if n, ok := scales[w]; ok {
		return figure{value: n * one, scale: n}, true
	}
	if n, ok := ordinals[w]; ok {
		return figure{value: n * one, ordinal: true}, true
	}
	return readDigits(w)
}

// readDigits reads 25, 1,250, 2.5, 21st.
func readDigits(w string) (figure, bool) {
	if w == "" || w[0] < '0' || w[0] > '9' {
		return figure{}, false
	}
	f := figure{digits: true}
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if s, ok := strings.CutSuffix(w, suffix); ok {
			w, f.ordinal = s, true
			break
		}
	}
	whole, part, _ := strings.Cut(w, ".")
	if strings.Contains(whole, ",") && !grouped(whole) {
		return figure{}, false
	}
	n, err := strconv.ParseUint(strings.ReplaceAll(whole, ",", ""), 10, 40)
	if err != nil || len(part) > 6 {
		return figure{}, false
	}
	f.value = n * one
	if part != "" {
		m, err := strconv.ParseUint((part + "000000")[:6], 10, 64)
		if err != nil {
			return figure{}, false
		}
		f.value += m
	}
	return f, true
}

// grouped reports whether the commas of w stand between groups of three.
func grouped(w string) bool {
	groups := strings.Split(w, ",")
	for i, g := range groups {
		if len(g) != 3 && (i > 0 || len(g) == 0 || len(g) > 3) {
			return false
		}
	}
	return true
}

// writeNumber is the one spelling of a value: digits without commas.
func writeNumber(value uint64, ordinal bool) string {
	s := strconv.FormatUint(value/one, 10)
	if frac := value % one; frac != 0 {
		s += "." + strings.TrimRight(strconv.FormatUint(one+frac, 10)[1:], "0")
	}
	if ordinal {
		s += "th"
	}
	return s
}

// A run is a number being read word by word: one hundred and fifty thousand.
type run struct {
	total, group uint64 // in millionths: finished thousands and millions; what stands before the next scale
	last         figure
	start        int // its first word
	words        int // how many words it has; 0 when there is none
}

// take adds the next word's figure if it carries the number on.
func (r *run) take(f figure) bool {
	if r.words > 0 && !r.carries(f) {
		return false
	}
	switch {
	case f.scale == 100:
		r.group = max(r.group, one) * 100
	case f.scale > 0:
		r.total += max(r.group, one) * f.scale
		r.group = 0
	case r.year(f):
		r.group = r.group*100 + f.value
	default:
		r.group += f.value
	}
	r.last = f
	r.words++
	return true
}

func (r *run) carries(f figure) bool {
	const limit = 1e18
	switch {
	case r.last.ordinal || r.total > limit:
		return false
	case f.scale > 0:
		return r.fitsScale(f.scale)
	case f.digits || r.last.digits:
		return false
	case r.last.scale > 0:
		return f.value < r.last.value
	case r.last.value >= 20*one && r.last.value%(10*one) == 0 && f.value > 0 && f.value < 10*one:
		return true // twenty five
	}
	return r.year(f)
}

// fitsScale: scales fall, except a hundred thousand.
func (r *run) fitsScale(scale uint64) bool {
	if r.group == 0 || r.group > 1e18/scale {
		return false
	}
	return r.total == 0 || scale*one < r.total
}

// year: nineteen eighty, twenty twenty.
func (r *run) year(f figure) bool {
	return r.words == 1 && r.total == 0 && !r.last.digits && r.last.scale == 0 && !f.ordinal && f.scale == 0 &&
		r.group >= 13*one && r.group <= 20*one && f.value >= 10*one
}

func (r *run) value() uint64 { return r.total + r.group }
