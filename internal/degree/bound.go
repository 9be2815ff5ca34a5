package degree

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// “More than 500” is no 500, and the opposite of “nearly 500”. What bounds a
// number stands right before it or right after it, in few set phrases. It is
// read with the number, whose counterpart is known, so that no word order and
// no translation can hide what it says.

// A Bound says on which side of its number a thing is.
type Bound uint8

// The bounds. Exact is none.
const (
	Exact   Bound = iota
	AtLeast       // 500 or more
	AtMost        // 500 or less
	Nearly        // a little less than 500
	Barely        // a little more than 500
	about         // 500, more or less
)

// boundsBefore are phrases before a number, boundsAfter those behind it: “more than”.
var (
	boundsBefore = words.PhraseValues("degree", "before-number", boundNamed)
	boundsAfter  = words.PhraseValues("degree", "after-number", boundNamed)
)

// boundNamed is a bound by its name in the lists.
func boundNamed(name string) Bound {
	return Bound(slices.Index([]string{"exactly", "at least", "at most", "nearly", "barely", "about"}, name))
}

// longestBound is how many words a phrase has at most.
const longestBound = 4

// A Limited is the bound of a number and its words; the gap before the number
// where it has none.
type Limited struct {
	Kind Bound
	At   reading.Range
}

// BoundOf reads what bounds a number: the longest phrase before it, “more than 500”,
// or behind it, “500 or less”.
func BoundOf(s *reading.Run, f reading.Fact) Limited {
	r := quantity.Measured(f)
	none := Limited{Exact, reading.Range{Start: r.Start, End: r.Start}}
	if f.Exact == nil && !english.IsDigit(f.Value) {
		return none
	}
	for n := min(longestBound, r.Start); n > 0; n-- {
		at := reading.Range{Start: r.Start - n, End: r.Start}
		b := boundsBefore.Of(reading.Joined(s.Tokens[at.Start:at.End]))
		if b != Exact && !(n == 1 && preposition(s, at.Start, f)) {
			return Limited{b, at}
		}
	}
	for n := min(longestBound, len(s.Tokens)-r.End); n > 0; n-- {
		at := reading.Range{Start: r.End, End: r.End + n}
		if b := boundsAfter.Of(reading.Joined(s.Tokens[at.Start:at.End])); b != Exact {
			return Limited{b, at}
		}
	}
	return none
}

// preposition reports whether the one word before a number is no bound: "over ten
// years" is during them, and one speaks about two things.
func preposition(s *reading.Run, i int, f reading.Fact) bool {
	switch s.Tokens[i].Text {
	case "over":
		return f.Unit != nil && f.Unit.Of == "time" || spokenOf.Has(s.At(i-1))
	case "about", "around", "above", "under", "below":
		return spokenOf.Has(s.At(i - 1))
	}
	return false
}

// spokenOf are words that “about” and “over” belong to.
var spokenOf = words.Set("saying", "spoken-of")
