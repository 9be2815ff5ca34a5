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

// units are what is counted, by all names. The name of a unit has its words joined
// by hyphens; spelling is American and “an” is “a”, as in a token's norm.
var units = words.PhraseValues("units", "units", unitNamed)

// unitNamed reads what a unit measures, its size (= for one that does not
// convert) and its name: length 1000 kilometer.
func unitNamed(line string) *reading.Unit {
	of, rest, _ := strings.Cut(line, " ")
	size, name, _ := strings.Cut(rest, " ")
	u := &reading.Unit{Name: name, Of: of}
	if size != "=" {
		u.Size, _ = new(big.Rat).SetString(size)
	}
	return u
}

// longestUnit is how many words a unit's name has at most.
const longestUnit = 3

// unitAfter is the unit whose name begins at word i, and the word after it.
func unitAfter(t *numeral.Stretch, i int) (*reading.Unit, int) {
	for n := longestUnit; n > 0; n-- {
		name, ok := phrase(t, i, n)
		if !ok {
			continue
		}
		if u := units.Of(powered(t, i+n-1, name)); u != nil && (len(name) > 1 || letterUnit(t, i, name)) {
			return u, i + n
		}
	}
	return nil, i
}

// letterUnit reports whether a name that may be a single letter is a unit: a letter
// is one right after digits, “5m”, a degree with its sign, “5°C”.
func letterUnit(t *numeral.Stretch, i int, name string) bool {
	switch name {
	case "c", "f":
		return strings.Contains(t.Gap(i), "°")
	case "m", "g", "t", "w", "l":
		return english.IsDigit(t.Word(i - 1))
	}
	return true
}

// unitBefore is the unit whose name or sign ends before token i, and its first
// token: the “$” of “$5”, the “US $” of “US$5”.
func unitBefore(t *numeral.Stretch, i int) (*reading.Unit, int) {
	if i == t.Lo || !t.Close(i) || t.Skips(i-1) {
		return nil, i
	}
	sign := t.Word(i - 1)
	if sign == "$" && t.Gap(i-1) == "" {
		if u := units.Of(t.Word(i-2) + " $"); u != nil {
			return u, i - 2
		}
	}
	if u := units.Of(sign); u != nil && u.Of == "money" && moneySign(sign, t.Tokens[i-1].Upper) {
		return u, i - 1
	}
	return nil, i
}

// moneySign reports whether the name of a currency may stand before the amount:
// “$”, “€”, “EUR”; not “euro”.
func moneySign(w string, upper bool) bool {
	return w == "$" || w[0] >= utf8.RuneSelf || len(w) == 3 && upper
}

// unitOf is the unit of a part: “half a percent”, “a quarter of an hour”.
func unitOf(t *numeral.Stretch, i int) (*reading.Unit, int) {
	if t.Word(i) == "of" && t.Close(i+1) {
		i++
	}
	if w := t.Word(i); (w == "a" || w == "an" || w == "one") && t.Close(i+1) {
		if u, end := unitAfter(t, i+1); u != nil {
			return u, end
		}
	}
	return nil, i
}

// phrase joins n words from i on, where they stand close together.
func phrase(t *numeral.Stretch, i, n int) (string, bool) {
	if i < t.Lo || i+n > t.Hi {
		return "", false
	}
	words := make([]string, n)
	for k := range words {
		if k > 0 && !joined(t, i+k) || t.Skips(i+k) {
			return "", false
		}
		words[k] = t.Tokens[i+k].Norm
	}
	return strings.Join(words, " "), true
}

// joined reports whether token i may go on with the name of a unit: “sq. m”, “km/h”.
func joined(t *numeral.Stretch, i int) bool {
	before, gap := t.Word(i-1), t.Gap(i)
	return t.Close(i) || gap == "/" || gap == ". " && (before == "sq" || before == "cu")
}

// Measures reports whether a number counts a unit: “5 km”; not “5 ships”.
func Measures(f reading.Fact) bool { return f.Unit != nil }
