package provenance

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// A unit is what a number counts: kilometres, dollars, percent.
type unit struct {
	name string
	of   string   // length, money, …: what it measures
	size *big.Rat // in the smallest unit listed of what it measures; nil where units do not convert
}

// unitTable: what is measured; then for each unit its size, = for one that does
// not convert, and its names, the first of them its own. A name of several words
// has its words joined by hyphens. Spelling is American and "an" is "a", as in an
// atom's norm.
var units = words.PhraseValues("units", "units", unitNamed)

// unitNamed reads what a unit measures, its size (= for one that does not
// convert) and its name: length 1000 kilometer.
func unitNamed(line string) *unit {
	of, rest, _ := strings.Cut(line, " ")
	size, name, _ := strings.Cut(rest, " ")
	u := &unit{name: name, of: of}
	if size != "=" {
		u.size, _ = new(big.Rat).SetString(size)
	}
	return u
}

// longestUnit is how many words a unit's name has at most.
const longestUnit = 3

// spans of time that say a number by themselves: a decade, this century.
var oneOfThem = words.Set("numbers", "one-of-them")

// unitAfter is the unit whose name begins at atom i, and the atom after it.
func (t *tally) unitAfter(i int) (*unit, int) {
	for n := longestUnit; n > 0; n-- {
		name, ok := t.phrase(i, n)
		if !ok {
			continue
		}
		if u := units.Of(name); u != nil && (len(name) > 1 || t.letterUnit(i, name)) {
			return u, i + n
		}
	}
	return nil, i
}

// letterUnit: a single letter is a unit right after digits, and degrees have
// their sign.
func (t *tally) letterUnit(i int, name string) bool {
	switch name {
	case "c", "f":
		return strings.Contains(t.gap(i), "°")
	case "m", "g", "t", "w", "l":
		return isDigit(t.word(i - 1))
	}
	return true
}

// unitBefore is the unit whose name or sign ends before atom i, and its first
// atom.
func (t *tally) unitBefore(i int) (*unit, int) {
	if i == t.lo || !t.close(i) || t.skip(i-1) {
		return nil, i
	}
	sign := t.word(i - 1)
	if before := t.word(i - 2); sign == "$" && t.gap(i-1) == "" && units.Of(before+" $") != nil {
		return units.Of(before + " $"), i - 2
	}
	if u := units.Of(sign); u != nil && u.of == "money" && (sign == "$" || sign[0] >= 0x80 || len(sign) == 3 && t.tokens[i-1].upper) {
		return u, i - 1
	}
	return nil, i
}

// phrase joins n atoms from i on, where they stand close together.
func (t *tally) phrase(i, n int) (string, bool) {
	if i < t.lo || i+n > t.hi {
		return "", false
	}
	words := make([]string, n)
	for k := range words {
		if k > 0 && !t.close(i+k) || t.skip(i+k) {
			return "", false
		}
		words[k] = t.tokens[i+k].norm
	}
	return strings.Join(words, " "), true
}

// sameUnit reports whether two amounts may count the same thing.
func sameUnit(a, b *unit) bool { return a == nil || b == nil || a == b }

// clashing reports whether two amounts count different things of one kind:
// dollars and euros.
func clashing(a, b *unit) bool { return a != nil && b != nil && a != b && a.of == b.of }

// nearlyEqual is how far apart, one in so many, two amounts in different units
// are at most where one is the other converted: 10 miles are 16 kilometres.
const nearlyEqual = 30

// roundedShare is more than what is lost where two thirds become 66 percent.
var roundedShare = big.NewRat(7, 1000)

// converted reports whether two amounts in different units are the same.
func converted(a, b fact) bool {
	if !clashing(a.unit, b.unit) || a.unit.size == nil || b.unit.size == nil || a.amount == nil || b.amount == nil {
		return false
	}
	x, y := new(big.Rat).Mul(a.amount, a.unit.size), new(big.Rat).Mul(b.amount, b.unit.size)
	apart := new(big.Rat).Sub(x, y)
	apart.Abs(apart)
	if a.unit.of == "share" {
		return apart.Cmp(roundedShare) < 0
	}
	return apart.Mul(apart, big.NewRat(nearlyEqual, 1)).Cmp(x) <= 0
}

// measured is the range of an amount with its unit.
func (f fact) measured() trange {
	if f.all.Len() > 0 {
		return f.all
	}
	return f.at
}
