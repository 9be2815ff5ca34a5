package quantity

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A core is a number without its unit.
type core struct {
	value   *big.Rat
	also    string        // another way to read it
	unit    *reading.Unit // written to its digits: 10km
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
func (t *Tally) core(i int) (core, int) {
	for _, read := range [...]func(*Tally, int) (core, int){(*Tally).half, (*Tally).fraction, (*Tally).slashed, (*Tally).ratio, (*Tally).bundle, (*Tally).attached, (*Tally).prefixed, (*Tally).grouped, (*Tally).mixed} {
		if c, end := read(t, i); end > i {
			return c, end
		}
	}
	n := t.Num(i)
	if n.N == 0 || t.timeUnit(i) {
		return core{}, i
	}
	c := core{value: n.Value, ordinal: n.Ordinal, digits: n.Digits, article: english.ScaleWords.Has(t.Word(i))}
	if n.Digits && t.pointed(i) {
		c.value = new(big.Rat).Quo(n.Value, scale10(len(t.Word(i))))
	}
	return t.scaled(c, i+n.N)
}

// pointed reports whether a number begins with its decimal point: .5
func (t *Tally) pointed(i int) bool {
	before, ok := strings.CutSuffix(t.Doc.Text[:t.Doc.Words[t.Tokens[i].Word].Start], ".")
	return ok && (opens(before) || strings.HasSuffix(before, "$"))
}

// timeUnit: "a second" and "per second" count time.
func (t *Tally) timeUnit(i int) bool {
	w := t.Word(i - 1)
	return t.Word(i) == "second" && (w == "a" || w == "per")
}

// scaled takes along the scale behind a number: 4 mln, 2½ million, a quarter of
// a million.
func (t *Tally) scaled(c core, i int) (core, int) {
	at := i
	if c.part {
		if t.Is(at, "of", "a") || t.Is(at, "of", "one") {
			at += 2
		} else if t.Word(at) == "a" && t.Close(at) {
			at++
		}
	}
	if c.ordinal || at >= t.Hi || !t.Close(at) || t.Skip(at) {
		return c, i
	}
	w := strings.TrimSuffix(t.Word(at), ".")
	zeros := scaleZeros.Of(w)
	switch {
	case zeros == 0, !c.part && english.ScaleWords.Has(w) && !c.digits:
		return c, i
	case len(w) == 1: // 5 m is five metres
		return c, i
	}
	c.value, c.part, c.also = new(big.Rat).Mul(c.value, scaleOf(w)), false, ""
	return c, at + 1
}

// half reads "half", "half a million", "half a dozen".
func (t *Tally) half(i int) (core, int) {
	if t.Word(i) != "half" {
		return core{}, i
	}
	c := core{value: big.NewRat(1, 2), part: true, article: true}
	if t.Word(i+1) == "a" && t.Word(i+2) == "dozen" || t.Is(i, "half", "dozen") {
		c.value, c.part = big.NewRat(6, 1), false
		if t.Word(i+1) == "a" {
			i++
		}
		return c, i + 2
	}
	return t.scaled(c, i+1)
}

// fraction reads "two thirds", "one-fifth", "a third of", "three quarters".
func (t *Tally) fraction(i int) (core, int) {
	n := t.Num(i)
	if n.N > 0 && !n.Ordinal && t.Close(i+n.N) {
		w := t.Word(i + n.N)
		if d := denominators.Of(w); d > 0 && (strings.HasSuffix(w, "s") || n.Value.Cmp(big.NewRat(1, 1)) == 0) {
			v := new(big.Rat).Mul(n.Value, big.NewRat(1, int64(d)))
			c := core{value: v, part: true}
			if n.N == 1 && !n.Digits && n.Value.Cmp(big.NewRat(1, 1)) == 0 {
				c.also = strconv.Itoa(d) + "th" // a third share
			}
			return t.scaled(c, i+n.N+1)
		}
	}
	w := t.Word(i)
	d := denominators.Of(w)
	switch prev := t.Word(i - 1); {
	case d == 0 || strings.HasSuffix(w, "s") || prev != "a":
		return core{}, i
	case w == "quarter" || t.Word(i+1) == "of" || t.Word(i-2) == "by" || t.Word(i-2) == "than":
		return t.scaled(core{value: big.NewRat(1, int64(d)), part: true, article: true}, i+1)
	}
	return core{}, i
}

// andHalf reads "and a half", "and a quarter", "and three quarters".
func (t *Tally) andHalf(i int) (*big.Rat, int) {
	if t.Word(i) != "and" || !t.Close(i) || !t.Close(i+1) {
		return nil, i
	}
	at := i + 1
	n := big.NewRat(1, 1)
	if num := t.Num(at); num.N > 0 && num.Value.IsInt() && !num.Ordinal {
		n, at = num.Value, at+num.N
	} else if t.Word(at) == "a" {
		at++
	} else {
		return nil, i
	}
	w := t.Word(at)
	if d := denominators.Of(w); d > 0 && d <= 4 && t.Close(at) {
		if v := new(big.Rat).Mul(n, big.NewRat(1, int64(d))); v.Cmp(big.NewRat(1, 1)) < 0 {
			return v, at + 1
		}
	}
	return nil, i
}

// mixed reads "two and a half", "1½" and "1 1/2", with the scale that follows.
func (t *Tally) mixed(i int) (core, int) {
	if v, ok := glyph(t.Word(i)); ok {
		return t.scaled(core{value: v, digits: true, part: v.Cmp(big.NewRat(1, 1)) < 0}, i+1)
	}
	n := t.Num(i)
	if n.N == 0 || n.Ordinal || !n.Value.IsInt() {
		return core{}, i
	}
	c := core{value: n.Value, digits: n.Digits, article: n.scale}
	if v, end := t.slash(i + n.N); v != nil && t.Close(i+n.N) {
		c.value = new(big.Rat).Add(n.Value, v)
		return t.scaled(c, end)
	}
	if v, ok := glyph(t.Word(i + n.N)); ok && t.Close(i+n.N) {
		c.value = new(big.Rat).Add(n.Value, v)
		return t.scaled(c, i+n.N+1)
	}
	v, end := t.andHalf(i + n.N)
	if v == nil {
		return core{}, i
	}
	if english.ScaleWords.Has(t.Word(i + n.N - 1)) { // two million and a half
		v = new(big.Rat).Mul(v, scaleOf(t.Word(i+n.N-1)))
	}
	c.value = new(big.Rat).Add(n.Value, v)
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
	if !ok || !english.IsDigit(w) {
		return nil, false
	}
	return whole.Add(whole, part), true
}

// slashed reads 3/4.
func (t *Tally) slashed(i int) (core, int) {
	v, end := t.slash(i)
	if v == nil {
		return core{}, i
	}
	return t.scaled(core{value: v, digits: true, part: true}, end)
}

func (t *Tally) slash(i int) (*big.Rat, int) {
	g := t.Gap(i + 1)
	if g != "/" && g != "⁄" || t.Gap(i+2) == "/" || t.Gap(i) == "/" || t.Word(i+1) == "11" {
		return nil, i
	}
	a, errA := strconv.ParseInt(t.Word(i), 10, 64)
	b, errB := strconv.ParseInt(t.Word(i+1), 10, 64)
	if errA != nil || errB != nil || a < 1 || a >= b || b > 100 {
		return nil, i
	}
	return big.NewRat(a, b), i + 2
}

// ratio reads "one in five" and "three out of four".
func (t *Tally) ratio(i int) (core, int) {
	a := t.Num(i)
	at := i + a.N
	switch {
	case a.N == 0 || a.Ordinal || !t.Close(at):
		return core{}, i
	case t.Is(at, "out", "of"):
		at += 2
	case t.Word(at) == "in":
		at++
	default:
		return core{}, i
	}
	b := t.Num(at)
	if b.N == 0 || b.Ordinal || !t.Close(at) || !b.Value.IsInt() || !roundCount.Has(b.Value.RatString()) || a.Value.Cmp(b.Value) >= 0 || a.Value.Sign() <= 0 {
		return core{}, i
	}
	if t.Close(at + b.N) {
		if u, _ := t.unitAfter(at + b.N); u != nil && u.Of == "time" {
			return core{}, i // one in ten years
		}
	}
	return core{value: new(big.Rat).Quo(a.Value, b.Value), digits: a.Digits, part: true}, at + b.N
}

// roundCount are the numbers that parts are counted out of.
var roundCount = words.Set("numbers", "round-count")

// bundle reads "a dozen", "two dozen", "a couple of hundred".
func (t *Tally) bundle(i int) (core, int) {
	n := t.Num(i)
	if t.Word(i+n.N) == "dozen" && (n.N == 0 || t.Close(i+n.N) && !n.Ordinal) {
		v := big.NewRat(12, 1)
		if n.N > 0 {
			v.Mul(v, n.Value)
		}
		return core{value: v, article: n.N == 0}, i + n.N + 1
	}
	if w := t.Word(i); w != "couple" && w != "pair" {
		return core{}, i
	}
	at := i + 1
	if t.Word(at) == "of" {
		at++
	}
	if s := t.Num(at); s.scale && t.Close(at) {
		return core{value: new(big.Rat).Mul(s.Value, big.NewRat(2, 1)), article: true}, at + 1
	}
	return core{value: big.NewRat(2, 1), article: true}, i + 1
}

// attached reads a number with letters behind it: 4mln, 10k, 10km, 820,000kw.
func (t *Tally) attached(i int) (core, int) {
	w := t.Word(i)
	n := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz.")
	if !english.IsDigit(w) || len(n) == len(w) || t.Num(i).N > 0 {
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
func (t *Tally) prefixed(i int) (core, int) {
	w := t.Word(i)
	digits := strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz")
	u := units.Of(moneyLetters.Of(w[:len(w)-len(digits)]))
	if !english.IsDigit(digits) || u == nil || !t.Tokens[i].Upper || len(digits) < 3 && !(english.ScaleWords.Has(t.Word(i+1)) && t.Close(i+1)) {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(digits, ",", ""))
	if !ok {
		return core{}, i
	}
	return t.scaled(core{value: v, unit: u, digits: true}, i+1)
}

// grouped reads 1 000 000: groups of three digits after a first of one to three.
func (t *Tally) grouped(i int) (core, int) {
	first := t.Num(i)
	if !first.Digits || first.N != 1 || first.Ordinal || len(t.Word(i)) > 3 || t.Word(i)[0] == '0' {
		return core{}, i
	}
	digits, end := t.Word(i), i+1
	for end < i+6 && t.Num(end).Digits && t.group(end) {
		digits += strings.ReplaceAll(t.Word(end), ",", "")
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
func (t *Tally) group(i int) bool {
	w := t.Word(i)
	if strings.TrimSpace(t.Gap(i)) == "," {
		return w == "000" || len(w) == 7 && w[3] == ','
	}
	return len(w) == 3 && blank1(t.Gap(i))
}

// blank1 reports whether a gap is one blank of any width.
func blank1(gap string) bool {
	return utf8.RuneCountInString(gap) == 1 && strings.TrimSpace(gap) == ""
}
