package provenance

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
)

// A core is a number without its unit.
type core struct {
	value   *big.Rat
	also    string // another way to read it
	unit    *unit  // written to its digits: 10km
	ordinal bool
	digits  bool
	part    bool // of a whole: half, two thirds
	article bool // may have an article: a dozen, a third of
}

// glyphs are fractions of one character.
var glyphs = map[rune]*big.Rat{
	'¼': big.NewRat(1, 4), '½': big.NewRat(1, 2), '¾': big.NewRat(3, 4), '⅓': big.NewRat(1, 3), '⅔': big.NewRat(2, 3), '⅕': big.NewRat(1, 5), '⅖': big.NewRat(2, 5),
	'⅗': big.NewRat(3, 5), '⅘': big.NewRat(4, 5), '⅙': big.NewRat(1, 6), '⅚': big.NewRat(5, 6), '⅛': big.NewRat(1, 8), '⅜': big.NewRat(3, 8), '⅝': big.NewRat(5, 8), '⅞': big.NewRat(7, 8), '⅐': big.NewRat(1, 7), '⅑': big.NewRat(1, 9), '⅒': big.NewRat(1, 10),
}

// denominators are the words that parts of a whole are counted in.
var denominators = words.Values("numbers", "denominators", words.Int)

// core reads the number that begins at atom i.
func (t *tally) core(i int) (core, int) {
	for _, read := range [...]func(*tally, int) (core, int){(*tally).half, (*tally).fraction, (*tally).slashed, (*tally).ratio, (*tally).bundle, (*tally).attached, (*tally).prefixed, (*tally).grouped, (*tally).mixed} {
		if c, end := read(t, i); end > i {
			return c, end
		}
	}
	n := t.num(i)
	if n.n == 0 || t.timeUnit(i) {
		return core{}, i
	}
	c := core{value: n.value, ordinal: n.ordinal, digits: n.digits, article: scaleWords.Has(t.word(i))}
	if n.digits && t.pointed(i) {
		c.value = new(big.Rat).Quo(n.value, scale10(len(t.word(i))))
	}
	return t.scaled(c, i+n.n)
}

// pointed reports whether a number begins with its decimal point: .5
func (t *tally) pointed(i int) bool {
	before, ok := strings.CutSuffix(t.d.Text[:t.d.Words[t.tokens[i].word].Start], ".")
	return ok && (before == "" || strings.HasSuffix(before, " ") || strings.HasSuffix(before, "$"))
}

// timeUnit: "a second" and "per second" count time.
func (t *tally) timeUnit(i int) bool {
	w := t.word(i - 1)
	return t.word(i) == "second" && (w == "a" || w == "per")
}

// scaled takes along the scale behind a number: 4 mln, 2½ million, a quarter of
// a million.
func (t *tally) scaled(c core, i int) (core, int) {
	at := i
	if c.part {
		if t.is(at, "of", "a") || t.is(at, "of", "one") {
			at += 2
		} else if t.word(at) == "a" && t.close(at) {
			at++
		}
	}
	if c.ordinal || at >= t.hi || !t.close(at) || t.skip(at) {
		return c, i
	}
	w := strings.TrimSuffix(t.word(at), ".")
	zeros := scaleZeros.Of(w)
	switch {
	case zeros == 0, !c.part && scaleWords.Has(w) && !c.digits:
		return c, i
	case len(w) == 1: // 5 m is five metres
		return c, i
	}
	c.value, c.part, c.also = new(big.Rat).Mul(c.value, scaleOf(w)), false, ""
	return c, at + 1
}

// half reads "half", "half a million", "half a dozen".
func (t *tally) half(i int) (core, int) {
	if t.word(i) != "half" {
		return core{}, i
	}
	c := core{value: big.NewRat(1, 2), part: true, article: true}
	if t.word(i+1) == "a" && t.word(i+2) == "dozen" || t.is(i, "half", "dozen") {
		c.value, c.part = big.NewRat(6, 1), false
		if t.word(i+1) == "a" {
			i++
		}
		return c, i + 2
	}
	return t.scaled(c, i+1)
}

// fraction reads "two thirds", "one-fifth", "a third of", "three quarters".
func (t *tally) fraction(i int) (core, int) {
	n := t.num(i)
	if n.n > 0 && !n.ordinal && t.close(i+n.n) {
		w := t.word(i + n.n)
		if d := denominators.Of(w); d > 0 && (strings.HasSuffix(w, "s") || n.value.Cmp(big.NewRat(1, 1)) == 0) {
			v := new(big.Rat).Mul(n.value, big.NewRat(1, int64(d)))
			c := core{value: v, part: true}
			if n.n == 1 && !n.digits && n.value.Cmp(big.NewRat(1, 1)) == 0 {
				c.also = strconv.Itoa(d) + "th" // a third share
			}
			return t.scaled(c, i+n.n+1)
		}
	}
	w := t.word(i)
	d := denominators.Of(w)
	switch prev := t.word(i - 1); {
	case d == 0 || strings.HasSuffix(w, "s") || prev != "a":
		return core{}, i
	case w == "quarter" || t.word(i+1) == "of" || t.word(i-2) == "by" || t.word(i-2) == "than":
		return t.scaled(core{value: big.NewRat(1, int64(d)), part: true, article: true}, i+1)
	}
	return core{}, i
}

// andHalf reads "and a half", "and a quarter", "and three quarters".
func (t *tally) andHalf(i int) (*big.Rat, int) {
	if t.word(i) != "and" || !t.close(i) || !t.close(i+1) {
		return nil, i
	}
	at := i + 1
	n := big.NewRat(1, 1)
	if num := t.num(at); num.n > 0 && num.value.IsInt() && !num.ordinal {
		n, at = num.value, at+num.n
	} else if t.word(at) == "a" {
		at++
	} else {
		return nil, i
	}
	w := t.word(at)
	if d := denominators.Of(w); d > 0 && d <= 4 && t.close(at) {
		if v := new(big.Rat).Mul(n, big.NewRat(1, int64(d))); v.Cmp(big.NewRat(1, 1)) < 0 {
			return v, at + 1
		}
	}
	return nil, i
}

// mixed reads "two and a half", "1½" and "1 1/2", with the scale that follows.
func (t *tally) mixed(i int) (core, int) {
	if v, ok := glyph(t.word(i)); ok {
		return t.scaled(core{value: v, digits: true, part: v.Cmp(big.NewRat(1, 1)) < 0}, i+1)
	}
	n := t.num(i)
	if n.n == 0 || n.ordinal || !n.value.IsInt() {
		return core{}, i
	}
	c := core{value: n.value, digits: n.digits, article: n.scale}
	if v, end := t.slash(i + n.n); v != nil && t.close(i+n.n) {
		c.value = new(big.Rat).Add(n.value, v)
		return t.scaled(c, end)
	}
	if v, ok := glyph(t.word(i + n.n)); ok && t.close(i+n.n) {
		c.value = new(big.Rat).Add(n.value, v)
		return t.scaled(c, i+n.n+1)
	}
	v, end := t.andHalf(i + n.n)
	if v == nil {
		return core{}, i
	}
	if scaleWords.Has(t.word(i + n.n - 1)) { // two million and a half
		v = new(big.Rat).Mul(v, scaleOf(t.word(i+n.n-1)))
	}
	c.value = new(big.Rat).Add(n.value, v)
	c.part = true // so that a scale may follow
	c, end = t.scaled(c, end)
	c.part = false
	return c, end
}

// glyph reads a word that ends in a fraction of one character.
func glyph(w string) (*big.Rat, bool) {
	r, size := utf8.DecodeLastRuneInString(w)
	part := glyphs[r]
	if part == nil {
		return nil, false
	}
	if len(w) == size {
		return part, true
	}
	whole, ok := new(big.Rat).SetString(w[:len(w)-size])
	if !ok || !isDigit(w) {
		return nil, false
	}
	return whole.Add(whole, part), true
}

// slashed reads 3/4.
func (t *tally) slashed(i int) (core, int) {
	v, end := t.slash(i)
	if v == nil {
		return core{}, i
	}
	return t.scaled(core{value: v, digits: true, part: true}, end)
}

func (t *tally) slash(i int) (*big.Rat, int) {
	g := t.gap(i + 1)
	if g != "/" && g != "⁄" || t.gap(i+2) == "/" || t.gap(i) == "/" || t.word(i+1) == "11" {
		return nil, i
	}
	a, errA := strconv.ParseInt(t.word(i), 10, 64)
	b, errB := strconv.ParseInt(t.word(i+1), 10, 64)
	if errA != nil || errB != nil || a < 1 || a >= b || b > 100 {
		return nil, i
	}
	return big.NewRat(a, b), i + 2
}

// ratio reads "one in five" and "three out of four".
func (t *tally) ratio(i int) (core, int) {
	a := t.num(i)
	at := i + a.n
	switch {
	case a.n == 0 || a.ordinal || !t.close(at):
		return core{}, i
	case t.is(at, "out", "of"):
		at += 2
	case t.word(at) == "in":
		at++
	default:
		return core{}, i
	}
	b := t.num(at)
	if b.n == 0 || b.ordinal || !t.close(at) || !b.value.IsInt() || !roundCount.Has(b.value.RatString()) || a.value.Cmp(b.value) >= 0 || a.value.Sign() <= 0 {
		return core{}, i
	}
	if t.close(at + b.n) {
		if u, _ := t.unitAfter(at + b.n); u != nil && u.of == "time" {
			return core{}, i // one in ten years
		}
	}
	return core{value: new(big.Rat).Quo(a.value, b.value), digits: a.digits, part: true}, at + b.n
}

// roundCount are the numbers that parts are counted out of.
var roundCount = words.Set("numbers", "round-count")

// bundle reads "a dozen", "two dozen", "a couple of hundred".
func (t *tally) bundle(i int) (core, int) {
	n := t.num(i)
	if t.word(i+n.n) == "dozen" && (n.n == 0 || t.close(i+n.n) && !n.ordinal) {
		v := big.NewRat(12, 1)
		if n.n > 0 {
			v.Mul(v, n.value)
		}
		return core{value: v, article: n.n == 0}, i + n.n + 1
	}
	if w := t.word(i); w != "couple" && w != "pair" {
		return core{}, i
	}
	at := i + 1
	if t.word(at) == "of" {
		at++
	}
	if s := t.num(at); s.scale && t.close(at) {
		return core{value: new(big.Rat).Mul(s.value, big.NewRat(2, 1)), article: true}, at + 1
	}
	return core{value: big.NewRat(2, 1), article: true}, i + 1
}

// attached reads a number with letters behind it: 4mln, 10k, 10km, 820,000kw.
func (t *tally) attached(i int) (core, int) {
	w := t.word(i)
	n := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz.")
	if !isDigit(w) || len(n) == len(w) || t.num(i).n > 0 {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(n, ",", ""))
	letters := strings.TrimSuffix(w[len(n):], ".")
	u := units.Of(letters)
	switch zeros := scaleZeros.Of(letters); {
	case !ok:
		return core{}, i
	case zeros > 0:
		c := core{value: new(big.Rat).Mul(v, scaleOf(letters)), digits: true}
		if u != nil { // 10m
			c.also, c.unit = v.RatString(), u
		}
		return c, i + 1
	case u != nil && !(letters == "c" || letters == "f"):
		return core{value: v, unit: u, digits: true}, i + 1
	}
	return core{}, i
}

// moneyLetters are the letters of currencies that are written to the number.
var moneyLetters = words.Values("units", "money-letters", words.Text)

// prefixed reads an amount of money with a letter for its sign: N512 million,
// Rs50,000. N95 is no amount.
func (t *tally) prefixed(i int) (core, int) {
	w := t.word(i)
	digits := strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz")
	u := units.Of(moneyLetters.Of(w[:len(w)-len(digits)]))
	if !isDigit(digits) || u == nil || !t.tokens[i].upper || len(digits) < 3 && !(scaleWords.Has(t.word(i+1)) && t.close(i+1)) {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(digits, ",", ""))
	if !ok {
		return core{}, i
	}
	return t.scaled(core{value: v, unit: u, digits: true}, i+1)
}

// grouped reads 1 000 000: groups of three digits after a first of one to three.
func (t *tally) grouped(i int) (core, int) {
	first := t.num(i)
	if !first.digits || first.n != 1 || first.ordinal || len(t.word(i)) > 3 || t.word(i)[0] == '0' {
		return core{}, i
	}
	digits, end := t.word(i), i+1
	for end < i+6 && t.num(end).digits && t.group(end) {
		digits += strings.ReplaceAll(t.word(end), ",", "")
		end++
	}
	if end == i+1 {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(digits)
	if !ok {
		return core{}, i
	}
	return t.scaled(core{value: v, digits: true}, end)
}

// group reports whether atom i is the next three digits of a number, or several
// threes: behind one blank, or behind a comma and a blank where nothing else
// begins so (1, 100,000).
func (t *tally) group(i int) bool {
	w := t.word(i)
	if strings.TrimSpace(t.gap(i)) == "," {
		return w == "000" || len(w) == 7 && w[3] == ','
	}
	return len(w) == 3 && blank1(t.gap(i))
}

// blank1 reports whether a gap is one blank of any width.
func blank1(gap string) bool {
	return utf8.RuneCountInString(gap) == 1 && strings.TrimSpace(gap) == ""
}
