package quantity

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// vague reads an order of magnitude: hundreds of, tens of thousands, several
// million.
func (t *Tally) vague(i int) (reading.Fact, int) {
	w := t.Word(i)
	switch {
	case english.VagueNumbers.Has(w):
		return t.magnitude(i)
	case w == "several" || w == "few" || w == "many":
		if n := t.Num(i + 1); (n.scale || t.Word(i+1) == "dozen") && t.Close(i+1) {
			return reading.Fact{Value: t.Word(i+1) + "s"}, i + 2
		}
	}
	return reading.Fact{}, i
}

// magnitude reads "hundreds of thousands of" from "hundreds" on.
func (t *Tally) magnitude(i int) (reading.Fact, int) {
	f, end := reading.Fact{Value: strings.Replace(t.Word(i), "tens", "dozens", 1)}, i+1
	for english.VagueNumbers.Has(t.Word(end+1)) && t.Word(end) == "of" {
		f.Value += " " + t.Word(end+1)
		end += 2
	}
	if end == i+1 && (f.Value == "scores" || t.Word(i) == "tens") && t.Word(end) != "of" {
		return reading.Fact{}, i
	}
	if t.Word(end) == "of" {
		end++
	}
	return f, end
}

// spelled reads amounts that are words of their own: twice, a decade, tenfold.
func (t *Tally) spelled(i int) (reading.Fact, int) {
	at := i
	if t.Word(i) == "a" && t.Close(i+1) {
		at++
	}
	w := t.Word(at)
	if oneOfThem.Has(w) {
		u := units.Of(w)
		return reading.Fact{Value: u.Name, Exact: big.NewRat(1, 1), Unit: u, Weak: true, At: reading.Range{Start: at, End: at + 1}, With: reading.Range{Start: i, End: at + 1}}, at + 1
	}
	if u, end := t.unitAfter(i + 1); u != nil && (w == "an" || at > i) && u.Of == "time" { // an hour and a half
		if v, end := t.andHalf(end); v != nil {
			v = v.Add(v, big.NewRat(1, 1))
			return reading.Fact{Value: v.RatString(), Exact: v, Unit: u}, end
		}
	}
	if v := english.SpelledAmounts.Of(w); v != "" && at == i {
		return reading.Fact{Value: v, Weak: true}, i + 1
	}
	if v := english.Multiples.Of(strings.TrimSuffix(w, "fold")); v != "" && at == i {
		return reading.Fact{Value: v, Weak: true, Unit: units.Of("times")}, i + 1
	}
	return reading.Fact{}, i
}

// Roman are the numerals of wars, popes and chapters.
var Roman = words.Values("numbers", "roman", words.Int)

// beforeRoman are words that a Roman numeral of one letter follows.
var beforeRoman = words.Set("numbers", "before-roman")

// romanAt reads a Roman numeral in capitals behind a word with one: World War II.
func (t *Tally) romanAt(i int) (reading.Fact, int) {
	n := Roman.Of(t.Word(i))
	if n == 0 || i == t.Lo || !t.Tokens[i-1].Upper || !t.Close(i) {
		return reading.Fact{}, i
	}
	if w := t.Doc.Word(t.Tokens[i].Word); w != strings.ToUpper(w) || len(w) == 1 && !beforeRoman.Has(t.Word(i-1)) {
		return reading.Fact{}, i
	}
	return reading.Fact{Value: big.NewRat(int64(n), 1).RatString()}, i + 1
}

// weakAmounts may stand where the other side has no number: one of us, half of
// the time, first of all.
var weakAmounts = words.Set("numbers", "weak-amounts")
