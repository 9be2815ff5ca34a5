package quantity

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// spelled reads amounts that are words of their own: “twice”, “a decade”, “tenfold”,
// “an hour and a half”.
func spelled(t *numeral.Stretch, i int) (reading.Fact, int) {
	at := i
	if t.Word(i) == "a" && t.Close(i+1) {
		at++
	}
	w := t.Word(at)
	if spansThatCount.Has(w) {
		u, with := units.Of(w), reading.Range{Start: i, End: at + 1}
		f := reading.Fact{Value: u.Name, Exact: big.NewRat(1, 1), Unit: u, Weak: true}
		f.At, f.With = reading.One(at), with
		return f, at + 1
	}
	if u, end := unitAfter(t, i+1); u != nil && u.Of == "time" && (w == "an" || at > i) {
		if v, end := andHalf(t, end); v != nil {
			v = v.Add(v, big.NewRat(1, 1))
			return reading.Fact{Value: v.RatString(), Exact: v, Unit: u}, end
		}
	}
	if at > i {
		return reading.Fact{}, i
	}
	if v := english.SpelledAmounts.Of(w); v != "" {
		return reading.Fact{Value: v, Weak: true}, i + 1
	}
	if v := english.Multiples.Of(strings.TrimSuffix(w, "fold")); v != "" {
		return reading.Fact{Value: v, Weak: true, Unit: units.Of("times")}, i + 1
	}
	return reading.Fact{}, i
}

// OneSpans are the spans of time of a run of which there is one, without a number: “a
// day”, “an hour”.
func OneSpans(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for t := range numeral.Stretches(s, skip) {
		for i := t.Lo; i+1 < t.Hi; i++ {
			if w := t.Word(i); w != "a" && w != "an" || !t.Close(i+1) {
				continue
			}
			if u, end := unitAfter(t, i+1); u != nil && u.Of == "time" {
				at := reading.Range{Start: i, End: end}
				out = append(out, reading.Fact{Value: "1", Exact: big.NewRat(1, 1), Unit: u, At: at, With: at})
			}
		}
	}
	return out
}

// spansThatCount are spans of time that say a number by themselves: “a decade”.
var spansThatCount = words.Set("numbers", "spans-that-count")

// Roman are the numerals of wars, popes and chapters: “xiv” is 14.
var Roman = words.Values("numbers", "roman", words.Int)

// beforeRoman are words that a Roman numeral of one letter follows: “chapter”.
var beforeRoman = words.Set("numbers", "before-roman")

// romanAt reads a Roman numeral in capitals behind a word with one: “World War II”.
func romanAt(t *numeral.Stretch, i int) (reading.Fact, int) {
	n := Roman.Of(t.Word(i))
	if n == 0 || i == t.Lo || !t.Tokens[i-1].Upper || !t.Close(i) {
		return reading.Fact{}, i
	}
	if w := t.Doc.Word(t.Tokens[i].Word); w != strings.ToUpper(w) || len(w) == 1 && !beforeRoman.Has(t.Word(i-1)) {
		return reading.Fact{}, i
	}
	return reading.Fact{Value: big.NewRat(int64(n), 1).RatString()}, i + 1
}
