package lexicon

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// An amount is a number's value, counted in millionths, so that 2.5 million and
// 2,500,000 are one number. What does not fit (18 quintillion and more) stays a
// word.
type amount struct {
	whole uint64
	micro uint64 // below one
}

const one = 1_000_000

// A figure is what a word says of a number.
type figure struct {
	amount
	scale   uint64 // of hundred, thousand, million …: what it multiplies by; else 0
	digits  bool   // written in digits
	ordinal bool
}

// The numbers in letters, by word.
var (
	cardinals = words.Values("numbers", "cardinals", count)
	ordinals  = words.Values("numbers", "ordinals", count)
	scales    = words.Values("numbers", "scales", count)
)

// count is a number in letters, which may be more than an int holds.
func count(value string) uint64 {
	n, err := strconv.ParseUint(value, 10, 64)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	return n
}

// readFigure reads a folded word as a figure.
func readFigure(w string) (figure, bool) {
	if n, ok := cardinals.Find(w); ok {
		return figure{amount: amount{whole: n}}, true
	}
	if n, ok := scales.Find(w); ok {
		return figure{amount: amount{whole: n}, scale: n}, true
	}
	if n, ok := ordinals.Find(w); ok {
		return figure{amount: amount{whole: n}, ordinal: true}, true
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
	whole, part := parted(w)
	n, err := strconv.ParseUint(whole, 10, 64)
	if err != nil || len(part) > 6 {
		return figure{}, false
	}
	f.whole = n
	if part != "" {
		if f.micro, err = strconv.ParseUint((part + "000000")[:6], 10, 64); err != nil {
			return figure{}, false
		}
	}
	return f, true
}

// parted are the digits before the decimal point of w and those after it; "" and
// w where the commas of w stand at odd places. Points that part groups, of which
// there are two at least, are read as commas: 1.000.000.
func parted(w string) (whole, part string) {
	whole, part, _ = strings.Cut(w, ".")
	if strings.Count(w, ".") > 1 && !strings.Contains(w, ",") {
		whole, part = strings.ReplaceAll(w, ".", ","), ""
	}
	if strings.Contains(whole, ",") && !grouped(whole) {
		return "", w
	}
	return strings.ReplaceAll(whole, ",", ""), part
}

// grouped reports whether the commas of w stand between groups of three, or as
// in India between groups of two and a last one of three.
func grouped(w string) bool {
	groups := strings.Split(w, ",")
	last := len(groups) - 1
	size := len(groups[min(1, last)])
	for i, g := range groups {
		switch {
		case i == 0 && (g == "" || len(g) > size), i > 0 && i < last && len(g) != size, i == last && len(g) != 3:
			return false
		}
	}
	return size == 3 || size == 2
}

// writeNumber is the one spelling of a value: digits without commas.
func writeNumber(a amount, ordinal bool) string {
	s := strconv.FormatUint(a.whole, 10)
	if a.micro != 0 {
		s += "." + strings.TrimRight(strconv.FormatUint(one+a.micro, 10)[1:], "0")
	}
	if ordinal {
		s += "th"
	}
	return s
}

// plus is a and b together.
func (a amount) plus(b amount) amount {
	micro := a.micro + b.micro
	return amount{a.whole + b.whole + micro/one, micro % one}
}

// times is a taken n times; false where that does not fit.
func (a amount) times(n uint64) (amount, bool) {
	over, whole := bits.Mul64(a.whole, n)
	hi, lo := bits.Mul64(a.micro, n)
	carry, micro := bits.Div64(hi, lo, one) // micro < one, so hi < one
	return amount{whole + carry, micro}, over == 0 && whole < 1<<62 && carry < 1<<62
}

func (a amount) zero() bool { return a == amount{} }

// A run is a number being read word by word: one hundred and fifty thousand.
type run struct {
	total, group amount // finished thousands and millions; what stands before the next scale
	last         figure
	start        int  // its first word
	words        int  // how many words it has; 0 when there is none
	digits       bool // it begins with digits

	decimals uint64 // behind “point”, what the next digit counts, in millionths; else 0
}

// mayHavePoint reports whether decimals may follow: of a number in letters that is neither
// an ordinal nor ends in a scale, and has none yet.
func (r *run) mayHavePoint() bool {
	return !r.digits && !r.last.ordinal && r.last.scale == 0 && r.decimals == 0
}

// point lets decimals follow.
func (r *run) point() { r.decimals = one / 10 }

// decimal reports whether a word may be one of the decimals of a number in letters.
func (f figure) decimal() bool { return !f.digits && !f.ordinal && f.scale == 0 && f.whole < 10 }

// take adds the next word's figure if it carries the number on.
func (r *run) take(f figure) bool {
	if r.words > 0 && !r.carries(f) {
		return false
	}
	switch {
	case r.decimals > 0 && f.decimal():
		r.group.micro += f.whole * r.decimals
		r.decimals /= 10
	case f.scale == 100:
		r.group = r.scaled(100)
	case f.scale > 0:
		r.total = r.total.plus(r.scaled(f.scale))
		r.group = amount{}
	case r.year(f):
		r.group = amount{whole: r.group.whole*100 + f.whole}
	default:
		r.group = r.group.plus(f.amount)
	}
	r.last = f
	r.digits = r.digits || f.digits
	r.words++
	return true
}

// scaled is what stands before a scale, by default one, times the scale.
func (r *run) scaled(scale uint64) amount {
	if r.group.zero() {
		return amount{whole: scale}
	}
	a, _ := r.group.times(scale)
	return a
}

func (r *run) carries(f figure) bool {
	switch {
	case r.last.ordinal:
		return false
	case r.decimals > 0 && f.scale == 0:
		return f.decimal()
	case f.scale > 0:
		return r.fitsScale(f.scale)
	case f.digits || r.digits:
		return false // 400 million two weeks ago
	case r.last.scale > 0:
		return f.whole < r.last.whole
	case r.last.whole >= 20 && r.last.whole%10 == 0 && f.whole > 0 && f.whole < 10:
		return true // twenty five
	}
	return r.year(f)
}

// fitsScale: scales fall, except a hundred thousand.
func (r *run) fitsScale(scale uint64) bool {
	if r.group.zero() {
		return false
	}
	_, fits := r.group.times(scale)
	return fits && (r.total.zero() || scale < r.total.whole)
}

// year: nineteen eighty, twenty twenty.
func (r *run) year(f figure) bool {
	return r.words == 1 && r.total.zero() && !r.last.digits && r.last.scale == 0 && !f.ordinal && f.scale == 0 &&
		r.group.whole >= 13 && r.group.whole <= 20 && f.whole >= 10
}

func (r *run) value() amount { return r.total.plus(r.group) }
