package quantity

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// unitTable: what is measured; then for each unit its size, = for one that does
// not convert, and its names, the first of them its own. A name of several words
// has its words joined by hyphens. Spelling is American and "an" is "a", as in an
// atom's norm.
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

// spans of time that say a number by themselves: a decade, this century.
var oneOfThem = words.Set("numbers", "one-of-them")

// unitAfter is the unit whose name begins at atom i, and the atom after it.
func (t *Tally) unitAfter(i int) (*reading.Unit, int) {
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
func (t *Tally) letterUnit(i int, name string) bool {
	switch name {
	case "c", "f":
		return strings.Contains(t.Gap(i), "°")
	case "m", "g", "t", "w", "l":
		return english.IsDigit(t.Word(i - 1))
	}
	return true
}

// unitBefore is the unit whose name or sign ends before atom i, and its first
// atom.
func (t *Tally) unitBefore(i int) (*reading.Unit, int) {
	if i == t.Lo || !t.Close(i) || t.Skip(i-1) {
		return nil, i
	}
	sign := t.Word(i - 1)
	if before := t.Word(i - 2); sign == "$" && t.Gap(i-1) == "" && units.Of(before+" $") != nil {
		return units.Of(before + " $"), i - 2
	}
	if u := units.Of(sign); u != nil && u.Of == "money" && (sign == "$" || sign[0] >= 0x80 || len(sign) == 3 && t.Tokens[i-1].Upper) {
		return u, i - 1
	}
	return nil, i
}

// phrase joins n atoms from i on, where they stand close together.
func (t *Tally) phrase(i, n int) (string, bool) {
	if i < t.Lo || i+n > t.Hi {
		return "", false
	}
	words := make([]string, n)
	for k := range words {
		if k > 0 && !t.Close(i+k) || t.Skip(i+k) {
			return "", false
		}
		words[k] = t.Tokens[i+k].Norm
	}
	return strings.Join(words, " "), true
}

// SameUnit reports whether two amounts may count the same thing.
func SameUnit(a, b *reading.Unit) bool { return a == nil || b == nil || a == b }

// Clashing reports whether two amounts count different things of one kind:
// dollars and euros.
func Clashing(a, b *reading.Unit) bool { return a != nil && b != nil && a != b && a.Of == b.Of }

// nearlyEqual is how far apart, one in so many, two amounts in different units
// are at most where one is the other converted: 10 miles are 16 kilometres.
const nearlyEqual = 30

// roundedShare is more than what is lost where two thirds become 66 percent.
var roundedShare = big.NewRat(7, 1000)

// Converted reports whether two amounts in different units are the same.
func Converted(a, b reading.Fact) bool {
	if !Clashing(a.Unit, b.Unit) || a.Unit.Size == nil || b.Unit.Size == nil || a.Exact == nil || b.Exact == nil {
		return false
	}
	x, y := new(big.Rat).Mul(a.Exact, a.Unit.Size), new(big.Rat).Mul(b.Exact, b.Unit.Size)
	apart := new(big.Rat).Sub(x, y)
	apart.Abs(apart)
	if a.Unit.Of == "share" {
		return apart.Cmp(roundedShare) < 0
	}
	return apart.Mul(apart, big.NewRat(nearlyEqual, 1)).Cmp(x) <= 0
}

// Measured is the range of an amount with its unit.
func Measured(f reading.Fact) reading.Range {
	if f.With.Len() > 0 {
		return f.With
	}
	return f.At
}
