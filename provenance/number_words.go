package provenance

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// vagueNumbers are counts that name an order of magnitude.
var vagueNumbers = words.Set("numbers", "vague-numbers")

// spelledAmounts are amounts that are words of their own.
var spelledAmounts = words.Values("numbers", "spelled-amounts", words.Text)

// vague reads an order of magnitude: hundreds of, tens of thousands, several
// million.
func (t *tally) vague(i int) (fact, int) {
	w := t.word(i)
	switch {
	case vagueNumbers.Has(w):
		return t.magnitude(i)
	case w == "several" || w == "few" || w == "many":
		if n := t.num(i + 1); (n.scale || t.word(i+1) == "dozen") && t.close(i+1) {
			return fact{value: t.word(i+1) + "s"}, i + 2
		}
	}
	return fact{}, i
}

// magnitude reads "hundreds of thousands of" from "hundreds" on.
func (t *tally) magnitude(i int) (fact, int) {
	f, end := fact{value: strings.Replace(t.word(i), "tens", "dozens", 1)}, i+1
	for vagueNumbers.Has(t.word(end+1)) && t.word(end) == "of" {
		f.value += " " + t.word(end+1)
		end += 2
	}
	if end == i+1 && (f.value == "scores" || t.word(i) == "tens") && t.word(end) != "of" {
		return fact{}, i
	}
	if t.word(end) == "of" {
		end++
	}
	return f, end
}

// spelled reads amounts that are words of their own: twice, a decade, tenfold.
func (t *tally) spelled(i int) (fact, int) {
	at := i
	if t.word(i) == "a" && t.close(i+1) {
		at++
	}
	w := t.word(at)
	if oneOfThem.Has(w) {
		u := units.Of(w)
		return fact{value: u.name, amount: big.NewRat(1, 1), unit: u, weak: true, at: trange{Start: at, End: at + 1}, all: trange{Start: i, End: at + 1}}, at + 1
	}
	if u, end := t.unitAfter(i + 1); u != nil && (w == "an" || at > i) && u.of == "time" { // an hour and a half
		if v, end := t.andHalf(end); v != nil {
			v = v.Add(v, big.NewRat(1, 1))
			return fact{value: v.RatString(), amount: v, unit: u}, end
		}
	}
	if v := spelledAmounts.Of(w); v != "" && at == i {
		return fact{value: v, weak: true}, i + 1
	}
	if v := multiples.Of(strings.TrimSuffix(w, "fold")); v != "" && at == i {
		return fact{value: v, weak: true, unit: units.Of("times")}, i + 1
	}
	return fact{}, i
}

// multiples are words that multiply, and what "fold" is added to.
var multiples = words.Values("numbers", "multiples", words.Text)

// roman are the numerals of wars, popes and chapters.
var roman = words.Values("numbers", "roman", words.Int)

// beforeRoman are words that a Roman numeral of one letter follows.
var beforeRoman = words.Set("numbers", "before-roman")

// romanAt reads a Roman numeral in capitals behind a word with one: World War II.
func (t *tally) romanAt(i int) (fact, int) {
	n := roman.Of(t.word(i))
	if n == 0 || i == t.lo || !t.tokens[i-1].upper || !t.close(i) {
		return fact{}, i
	}
	if w := t.d.Word(t.tokens[i].word); w != strings.ToUpper(w) || len(w) == 1 && !beforeRoman.Has(t.word(i-1)) {
		return fact{}, i
	}
	return fact{value: big.NewRat(int64(n), 1).RatString()}, i + 1
}

// weakAmounts may stand where the other side has no number: one of us, half of
// the time, first of all.
var weakAmounts = words.Set("numbers", "weak-amounts")
