package quantity

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// glyphs are fractions of one character.
var glyphs = map[rune]*big.Rat{
	'½': big.NewRat(1, 2),
	'⅓': big.NewRat(1, 3), '⅔': big.NewRat(2, 3),
	'¼': big.NewRat(1, 4), '¾': big.NewRat(3, 4),
	'⅕': big.NewRat(1, 5), '⅖': big.NewRat(2, 5), '⅗': big.NewRat(3, 5), '⅘': big.NewRat(4, 5),
	'⅙': big.NewRat(1, 6), '⅚': big.NewRat(5, 6),
	'⅐': big.NewRat(1, 7),
	'⅛': big.NewRat(1, 8), '⅜': big.NewRat(3, 8), '⅝': big.NewRat(5, 8), '⅞': big.NewRat(7, 8),
	'⅑': big.NewRat(1, 9),
	'⅒': big.NewRat(1, 10),
}

// denominators are the words that parts of a whole are counted in: “thirds”.
var denominators = words.Values("numbers", "denominators", words.Int)

// halves reads “half”, “half a million”, “half a dozen”.
func halves(t *numeral.Stretch, i int) (core, int) {
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
	return scaled(t, c, i+1)
}

// fraction reads “two thirds”, “one-fifth”, “a third of”, “three quarters”.
func fraction(t *numeral.Stretch, i int) (core, int) {
	if c, end := counted(t, i); end > i {
		return scaled(t, c, end)
	}
	if c, end := everyNth(t, i); end > i {
		return c, end
	}
	w := t.Word(i)
	d := denominators.Of(w)
	if d == 0 || strings.HasSuffix(w, "s") || t.Word(i-1) != "a" {
		return core{}, i
	}
	if w != "quarter" && t.Word(i+1) != "of" && !measures(t, i) {
		return core{}, i
	}
	return scaled(t, core{value: big.NewRat(1, int64(d)), part: true, article: true}, i+1)
}

// everyNth reads “every third of them”, “every fifth child”; not “every third day”.
func everyNth(t *numeral.Stretch, i int) (core, int) {
	n := t.Num(i + 1)
	d, whole := n.Int()
	if t.Word(i) != "every" || !whole || !n.Ordinal || d < 2 || !t.Close(i+1) {
		return core{}, i
	}
	end := i + 1 + n.N
	if u, _ := unitAfter(t, end); u != nil || d == 2 && t.Word(end) != "of" {
		return core{}, i
	}
	return core{value: big.NewRat(1, d), part: true, also: strconv.FormatInt(d, 10) + "th"}, end
}

// measures reports whether what stands before the “a” at word i−1 makes a part of the word
// behind it: “by a third”, “almost a third” without a noun, but not “almost a third term”.
func measures(t *numeral.Stretch, i int) bool {
	before, next := t.Word(i-2), t.Word(i+1)
	return before == "by" || before == "than" || !reading.Content(next) && approximations.Has(before)
}

// approximations are words before a part that say how exact it is: “almost a third”.
var approximations = words.Set("numbers", "approximations")

// counted reads parts that are counted: “two thirds”, “one-fifth”.
func counted(t *numeral.Stretch, i int) (core, int) {
	n := t.Num(i)
	if n.N == 0 || n.Ordinal || !t.Close(i+n.N) {
		return core{}, i
	}
	w := t.Word(i + n.N)
	d, one := denominators.Of(w), n.Value.Cmp(big.NewRat(1, 1)) == 0
	if d == 0 || !one && !strings.HasSuffix(w, "s") {
		return core{}, i
	}
	c := core{value: new(big.Rat).Mul(n.Value, big.NewRat(1, int64(d))), part: true}
	if one && n.N == 1 && !n.Digits {
		c.also = strconv.Itoa(d) + "th" // a third share
	}
	return c, i + n.N + 1
}

// andHalf reads “and a half”, “and a quarter”, “and three quarters”.
func andHalf(t *numeral.Stretch, i int) (*big.Rat, int) {
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

// mixed reads “two and a half”, “1½” and “1 1/2”, with the scale that follows.
func mixed(t *numeral.Stretch, i int) (core, int) {
	if v, ok := glyph(t.Word(i)); ok {
		return scaled(t, core{value: v, digits: true, part: v.Cmp(big.NewRat(1, 1)) < 0}, i+1)
	}
	n := t.Num(i)
	if n.N == 0 || n.Ordinal || !n.Value.IsInt() {
		return core{}, i
	}
	c := core{value: n.Value, digits: n.Digits, article: n.Scale}
	if v, end := slash(t, i+n.N); v != nil && t.Close(i+n.N) {
		c.value = new(big.Rat).Add(n.Value, v)
		return scaled(t, c, end)
	}
	if v, ok := glyph(t.Word(i + n.N)); ok && t.Close(i+n.N) {
		c.value = new(big.Rat).Add(n.Value, v)
		return scaled(t, c, i+n.N+1)
	}
	v, end := andHalf(t, i+n.N)
	if v == nil {
		return core{}, i
	}
	if english.ScaleWords.Has(t.Word(i + n.N - 1)) { // two million and a half
		v = new(big.Rat).Mul(v, scaleOf(t.Word(i+n.N-1)))
	}
	c.value = new(big.Rat).Add(n.Value, v)
	c.part = true // so that a scale may follow
	c, end = scaled(t, c, end)
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
func slashed(t *numeral.Stretch, i int) (core, int) {
	v, end := slash(t, i)
	if v == nil {
		return core{}, i
	}
	return scaled(t, core{value: v, digits: true, part: true}, end)
}

// slash is the fraction that two numbers and a slash between them are: 3/4. Not
// the 9/11 of a date, nor part of 3/4/22.
func slash(t *numeral.Stretch, i int) (*big.Rat, int) {
	if g := t.Gap(i + 1); g != "/" && g != "⁄" || t.Word(i+1) == "11" || t.Gap(i) == "/" || t.Gap(i+2) == "/" {
		return nil, i
	}
	a, errA := strconv.ParseInt(t.Word(i), 10, 64)
	b, errB := strconv.ParseInt(t.Word(i+1), 10, 64)
	if errA != nil || errB != nil || a < 1 || a >= b || b > 100 {
		return nil, i
	}
	return big.NewRat(a, b), i + 2
}

// ratio reads “one in five” and “three out of four”; not “one in ten years”.
func ratio(t *numeral.Stretch, i int) (core, int) {
	a := t.Num(i)
	at := i + a.N
	switch {
	case a.N == 0 || a.Ordinal || !t.Close(at):
		return core{}, i
	case t.Is(at, "out", "of"):
		at += 2
	case t.Word(at) == "in":
		at++
	case named(t, at):
		at += 2
	default:
		return core{}, i
	}
	b := t.Num(at)
	end := at + b.N
	if !b.Whole() || !t.Close(at) || !roundCount.Has(b.Value.RatString()) {
		return core{}, i
	}
	if a.Value.Sign() <= 0 || a.Value.Cmp(b.Value) >= 0 {
		return core{}, i
	}
	if u, _ := unitAfter(t, end); u != nil && u.Of == "time" && t.Close(end) {
		return core{}, i
	}
	return core{value: new(big.Rat).Quo(a.Value, b.Value), digits: a.Digits, part: true}, end
}

// named reports whether what is counted out of more stands at word i, before the “in”: “one
// house in four”; not “one house in four towns”.
func named(t *numeral.Stretch, i int) bool {
	b := t.Num(i + 2)
	if t.Word(i+1) != "in" || !reading.Content(t.Word(i)) || !t.Close(i+1) || b.N == 0 {
		return false
	}
	at := i + 2 + b.N
	switch behind := t.Word(at); {
	case !t.Close(at):
		return true
	case strings.HasPrefix(t.Gap(at+1), "-"): // “in five at-bats”
		return false
	default:
		return !reading.Content(behind) || english.Past(behind)
	}
}

// roundCount are the numbers that parts are counted out of: “100”.
var roundCount = words.Set("numbers", "round-count")
