package quantity

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
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

// cores are the recognisers of numbers that are not one numeral; the first that
// finds one has it.
var cores = [...]func(t *numeral.Stretch, i int) (core, int){
	powerOfTen, halves, fraction, slashed, ratio, bundle, attached, prefixed, grouped, mixed,
	comma,
}

// coreAt reads the number that begins at token i.
func coreAt(t *numeral.Stretch, i int) (core, int) {
	for _, read := range cores {
		if c, end := read(t, i); end > i {
			return c, end
		}
	}
	n := t.Num(i)
	if n.N == 0 || timeUnit(t, i) {
		return core{}, i
	}
	c := core{value: n.Value, ordinal: n.Ordinal, digits: n.Digits, article: english.ScaleWords.Has(t.Word(i))}
	if n.Digits && pointed(t, i) {
		c.value = new(big.Rat).Quo(n.Value, scale10(len(t.Word(i))))
	}
	if p, end := powerOfTen(t, i+n.N); end > i+n.N && strings.TrimSpace(t.Gap(i+n.N)) == "×" {
		c.value = new(big.Rat).Mul(c.value, p.value) // 3 × 10⁶
		return c, end
	}
	if n.Digits {
		c.also = thousands(t.Word(i))
	}
	return scaled(t, c, i+n.N)
}

// thousands is a number with a point before its last three digits as most of Europe
// reads it: 272000 for “272.000”. Empty for any other.
func thousands(w string) string {
	whole, part, ok := strings.Cut(strings.TrimSuffix(w, "."), ".")
	if !ok || len(whole) > 3 || len(part) != 3 || whole == "0" || strings.Trim(whole+part, "0123456789") != "" {
		return ""
	}
	return whole + part
}

// timeUnit reports whether the “second” at token i counts time: “a second”, “per
// second”.
func timeUnit(t *numeral.Stretch, i int) bool {
	w := t.Word(i - 1)
	return t.Word(i) == "second" && (w == "a" || w == "per")
}

// scaled takes along the scale behind a number: “4 mln”, “2½ million”, “a
// quarter of a million”.
func scaled(t *numeral.Stretch, c core, i int) (core, int) {
	at := i
	if c.part {
		if t.Is(at, "of", "a") || t.Is(at, "of", "one") {
			at += 2
		} else if t.Word(at) == "a" && t.Close(at) {
			at++
		}
	}
	if c.ordinal || at >= t.Hi || !t.Close(at) || t.Skips(at) {
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

// scaleZeros are the zeros that a scale, or its abbreviation, stands for: 6 for “mln”.
var scaleZeros = words.Values("numbers", "scale-zeros", words.Int)

// scaleOf is what a scale multiplies by: a million for “m”.
func scaleOf(w string) *big.Rat { return scale10(scaleZeros.Of(w)) }

// scale10 is ten to the n.
func scale10(n int) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil))
}

// bundle reads “a dozen”, “two dozen”, “a couple of hundred”.
func bundle(t *numeral.Stretch, i int) (core, int) {
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
	if s := t.Num(at); s.Scale && t.Close(at) {
		return core{value: new(big.Rat).Mul(s.Value, big.NewRat(2, 1)), article: true}, at + 1
	}
	return core{value: big.NewRat(2, 1), article: true}, i + 1
}
