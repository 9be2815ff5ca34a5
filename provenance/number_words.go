package provenance

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// vagueNumbers are counts that name an order of magnitude.
var vagueNumbers = set("dozens scores hundreds thousands millions billions trillions tens")

// spelledAmounts are amounts that are words of their own.
var spelledAmounts = map[string]string{"half": "1/2", "halves": "1/2", "dozen": "12", "quarter": "1/4", "quarters": "1/4", "couple": "2", "pair": "2", "both": "2", "nil": "0", "nought": "0"}

// vague reads an order of magnitude: hundreds of, tens of thousands, several
// million.
func (t *tally) vague(i int) (fact, int) {
	w := t.word(i)
	switch {
	case vagueNumbers[w]:
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
	for vagueNumbers[t.word(end+1)] && t.word(end) == "of" {
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
	if oneOfThem[w] {
		u := units[w]
		return fact{value: u.name, amount: big.NewRat(1, 1), unit: u, weak: true, at: text.Range{Start: at, End: at + 1}, all: text.Range{Start: i, End: at + 1}}, at + 1
	}
	if u, end := t.unitAfter(i + 1); u != nil && (w == "an" || at > i) && u.of == "time" { // an hour and a half
		if v, end := t.andHalf(end); v != nil {
			v = v.Add(v, big.NewRat(1, 1))
			return fact{value: v.RatString(), amount: v, unit: u}, end
		}
	}
	if v := spelledAmounts[w]; v != "" && at == i {
		return fact{value: v, weak: true}, i + 1
	}
	if v := multiples[strings.TrimSuffix(w, "fold")]; v != "" && at == i {
		return fact{value: v, weak: true, unit: units["times"]}, i + 1
	}
	return fact{}, i
}

// multiples are words that multiply, and what "fold" is added to.
var multiples = map[string]string{"double": "2", "twice": "2", "triple": "3", "thrice": "3", "tripled": "3", "doubled": "2", "doubling": "2", "tripling": "3", "quadruple": "4", "quadrupled": "4",
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "hundred": "100", "thousand": "1000"}

// roman are the numerals of wars, popes and chapters.
var roman = map[string]int64{"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}

// beforeRoman are words that a Roman numeral of one letter follows.
var beforeRoman = set("war part chapter article volume phase title act book stage class annex appendix section schedule division")

// romanAt reads a Roman numeral in capitals behind a word with one: World War II.
func (t *tally) romanAt(i int) (fact, int) {
	n := roman[t.word(i)]
	if n == 0 || i == t.lo || !t.tokens[i-1].upper || !t.close(i) {
		return fact{}, i
	}
	if w := t.d.Word(t.tokens[i].word); w != strings.ToUpper(w) || len(w) == 1 && !beforeRoman[t.word(i-1)] {
		return fact{}, i
	}
	return fact{value: big.NewRat(n, 1).RatString()}, i + 1
}

// weakAmounts may stand where the other side has no number: one of us, half of
// the time, first of all.
var weakAmounts = set("1 1th 1/2 1/4 2 2th 3th 0")
