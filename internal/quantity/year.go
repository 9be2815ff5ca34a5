package quantity

import (
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/numeral"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// BeforeYear are words that a bare year follows: “since”.
var BeforeYear = words.Set("calendar", "before-year")

// ShortYear reads a year without its century: the 22 of “2021–22” and of “'22”.
func ShortYear(t *numeral.Stretch, i int) ([]reading.Fact, int) {
	w := t.Word(i)
	if len(w) != 2 || !english.IsDigit(w) {
		return nil, i
	}
	f := reading.Fact{At: reading.One(i)}
	year := t.Word(i - 1)
	if len(year) == 4 && english.IsDigit(year) && rangeMark(t.Gap(i)) {
		f.Value = year[:2] + w
		return []reading.Fact{f}, i + 1
	}
	if !t.Follows(i, "'", "’", "‘") || !BeforeYear.Has(year) {
		return nil, i
	}
	f.Value = "year '" + w
	return []reading.Fact{f}, i + 1
}

// rangeMark reports whether a gap joins two years to a range.
func rangeMark(gap string) bool { return gap == "-" || gap == "–" || gap == "/" }
