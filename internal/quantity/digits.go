package quantity

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// attached reads a number with letters behind it: “4mln”, “10k”, “820,000kw”.
func attached(t *numeral.Stretch, i int) (core, int) {
	w := t.Word(i)
	n := w[:max(0, strings.IndexAny(w, letters))] // 300m2
	if !english.IsDigit(w) || len(n) == len(w) || t.Num(i).N > 0 {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(n, ",", ""))
	behind := powered(t, i, strings.TrimSuffix(w[len(n):], "."))
	u := units.Of(behind)
	switch zeros := scaleZeros.Of(behind); {
	case !ok:
		return core{}, i
	case zeros > 0:
		c := core{value: new(big.Rat).Mul(v, scaleOf(behind)), digits: true}
		if u != nil { // 10m
			c.also, c.unit = v.RatString(), u
		}
		return c, i + 1
	case u != nil && behind != "c" && behind != "f":
		return core{value: v, unit: u, digits: true}, i + 1
	}
	return core{}, i
}

// moneyLetters are the letters of currencies that are written to the number: “rs”.
var moneyLetters = words.Values("units", "money-letters", words.Text)

// prefixed reads an amount of money with a letter for its sign: “N512 million”,
// “Rs50,000”; not “N95”.
func prefixed(t *numeral.Stretch, i int) (core, int) {
	w := t.Word(i)
	digits := strings.TrimLeft(w, letters)
	u := units.Of(moneyLetters.Of(w[:len(w)-len(digits)]))
	if u == nil || !english.IsDigit(digits) || !t.Tokens[i].Upper {
		return core{}, i
	}
	if len(digits) < 3 && !(english.ScaleWords.Has(t.Word(i+1)) && t.Close(i+1)) {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(digits, ",", ""))
	if !ok {
		return core{}, i
	}
	return scaled(t, core{value: v, unit: u, digits: true}, i+1)
}

// grouped reads 1 000 000: groups of three digits after a first of one to three.
func grouped(t *numeral.Stretch, i int) (core, int) {
	first := t.Num(i)
	if !first.Digits || first.N != 1 || first.Ordinal || len(t.Word(i)) > 3 || t.Word(i)[0] == '0' {
		return core{}, i
	}
	digits, end := t.Word(i), i+1
	for end < i+6 && t.Num(end).Digits && group(t, end) {
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
	return scaled(t, core{value: v, digits: true}, end)
}

// comma reads a number with a comma for its decimal point, where no group of three stands
// behind it and a scale or a unit does: “1,75 billion”, not “(3,5)”.
func comma(t *numeral.Stretch, i int) (core, int) {
	whole, part, ok := strings.Cut(t.Word(i), ",")
	if !ok || len(whole) > 3 || len(part) > 2 || part == "" || strings.Trim(whole+part, "0123456789") != "" {
		return core{}, i
	}
	v, ok := new(big.Rat).SetString(whole + "." + part)
	if !ok {
		return core{}, i
	}
	c, end := scaled(t, core{value: v, digits: true}, i+1)
	if u, _ := unitAfter(t, end); u == nil && end == i+1 {
		return core{}, i
	}
	return c, end
}

// group reports whether word i is the next three digits of a number, or several
// threes: behind one blank, or behind a comma and a blank where nothing else
// begins so (1, 100,000).
func group(t *numeral.Stretch, i int) bool {
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

// pointed reports whether the number at token i begins with its decimal point: .5
func pointed(t *numeral.Stretch, i int) bool {
	before, ok := strings.CutSuffix(t.Before(i), ".")
	return ok && (opens(before) || strings.HasSuffix(before, "$"))
}

// telephone reads digits that are no number: three groups and more that blanks
// or hyphens part, of seven digits at least.
func telephone(t *numeral.Stretch, i int) (reading.Fact, int) {
	end, digits := i, ""
	for len(digits) < 16 && english.IsDigit(t.Word(end)) && strings.Trim(t.Word(end), "0123456789") == "" {
		if g := t.Gap(end); end > i && !blank1(g) && g != "-" {
			break
		}
		digits += t.Word(end)
		end++
	}
	if end < i+3 || len(digits) < 7 || t.Word(i)[0] != '0' && t.Gap(i+1) != "-" {
		return reading.Fact{}, i
	}
	return reading.Fact{Value: "no. " + digits, At: reading.Range{Start: i, End: end}}, end
}
