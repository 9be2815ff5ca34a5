package quantity

import (
	"math/big"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Measured is the range of an amount with its article and unit: all of “a dozen km”.
func Measured(f reading.Fact) reading.Range {
	if f.With.Len() > 0 {
		return f.With
	}
	return f.At
}

// Joint is what joins two numbers to a range: the “to” of “5 to 6”, or a dash, which
// is no word. Its End is -1 where they are no range.
func Joint(s *reading.Run, a, b reading.Fact) reading.Range {
	r := reading.Range{Start: Measured(a).End, End: Measured(b).Start}
	switch {
	case r.Len() == 1 && (s.At(r.Start) == "to" || s.At(r.Start) == "and"):
		return r
	case r.Len() == 0 && strings.ContainsAny(s.GapBefore(r.Start), "-–—‐"):
		return r
	}
	return reading.Range{End: -1}
}

// Opening is the “between” or “from” before a range; the gap there where it has
// none.
func Opening(s *reading.Run, f reading.Fact) reading.Range {
	at := Measured(f).Start
	if w := s.At(at - 1); w == "between" || w == "from" {
		return reading.One(at - 1)
	}
	return reading.Range{Start: at, End: at}
}

// shared lets the numbers of a range or list have the scale and the unit of its
// last: “5 to 6 million”, “10, 15 or 20 percent”. Since it may also be meant as it
// stands (between 5 and 6 million), both readings are kept.
func shared(t *numeral.Stretch, fs []reading.Fact) []reading.Fact {
	for i := len(fs) - 1; i > 0; i-- {
		if a, b := &fs[i-1], &fs[i]; mayShare(a, b) && listed(t, a.With.End, b.With.Start) {
			shareScale(t, a, b)
		}
	}
	return fs
}

// mayShare reports whether a number may have the scale and the unit of another.
func mayShare(a, b *reading.Fact) bool {
	return a.Exact != nil && b.Exact != nil && (a.Unit == nil || a.Unit == b.Unit) && a.Also == ""
}

// shareScale keeps the reading of a number with the scale, or as percent, of the
// last one.
func shareScale(t *numeral.Stretch, a, b *reading.Fact) {
	last, scale := t.Num(b.At.Start), t.Word(b.At.End-1)
	ownScale := english.ScaleWords.Has(t.Word(a.At.End - 1))
	switch {
	case b.Unit != nil && b.Unit.Name == "percent":
		a.Also = new(big.Rat).Mul(a.Exact, big.NewRat(1, 100)).RatString()
	case last.N > 1 && last.Value.Sign() > 0 && english.ScaleWords.Has(scale) && !ownScale:
		a.Also = new(big.Rat).Mul(a.Exact, scaleOf(scale)).RatString()
	}
}

// listed reports whether nothing but a dash, a comma or one joining word stands
// before word j, i being the end of the number before it: “5 to 6”, “10, 15”.
func listed(t *numeral.Stretch, i, j int) bool {
	if j == i+1 {
		switch t.Word(i) {
		case "to", "and", "or":
			return true
		}
	}
	return j == i && i < t.Hi
}
