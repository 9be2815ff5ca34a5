package quantity

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// vague reads an order of magnitude: hundreds of, tens of thousands, several
// million.
func vague(t *numeral.Stretch, i int) (reading.Fact, int) {
	w := t.Word(i)
	switch {
	case english.VagueNumbers.Has(w):
		return magnitude(t, i)
	case w == "several" || w == "few" || w == "many":
		if n := t.Num(i + 1); (n.Scale || t.Word(i+1) == "dozen") && t.Close(i+1) {
			return reading.Fact{Value: t.Word(i+1) + "s"}, i + 2
		}
	}
	return reading.Fact{}, i
}

// magnitude reads “hundreds of thousands of” from “hundreds” on.
func magnitude(t *numeral.Stretch, i int) (reading.Fact, int) {
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

// weakAmounts may stand where the other side has no number: one of us, half of
// the time, first of all.
var weakAmounts = words.Set("numbers", "weak-amounts")

// NoneAtAll are ways to say that there is none: “not a single”.
var NoneAtAll = words.Phrases("negation", "none-at-all")
