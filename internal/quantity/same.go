package quantity

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/internal/reading"
)

// SameAmount reports whether two numbers are equal in one of their readings: “2.5
// million” and “2,500,000”, “10 miles” and “16 km”.
func SameAmount(a, b reading.Fact) bool {
	if sameValue(a.Value, b.Value) || alsoReads(a, b) || alsoReads(b, a) {
		return true
	}
	return sameTime(a.Value, b.Value) || Converted(a, b)
}

// alsoReads reports whether the other reading of a number is the value of another, or a time
// that may be: “5.30”, of “half past five in the afternoon”.
func alsoReads(a, b reading.Fact) bool {
	if a.Also == "" {
		return false
	}
	return sameValue(a.Also, b.Value) || strings.Contains(b.Value, ":") && sameTime(a.Also, b.Value)
}

// sameValue reports whether two values are equal, ordinals or not: “5th” and “5”.
func sameValue(a, b string) bool {
	return a == b || strings.TrimSuffix(a, "th") == strings.TrimSuffix(b, "th")
}

// SameMeasure reports whether two numbers are equal and may count the same: “5 km”
// and “5”; not “5 km” and “5 miles”.
func SameMeasure(a, b reading.Fact) bool { return SameUnit(a.Unit, b.Unit) && SameAmount(a, b) }

// SameUnit reports whether two amounts may count the same thing: “5 km” and “5”; not “5 km”
// and “5 miles”.
func SameUnit(a, b *reading.Unit) bool { return a == nil || b == nil || a == b }

// Clashing reports whether two amounts count different things of one kind: “5
// dollars” and “5 euros”; not “5 dollars” and “5 km”.
func Clashing(a, b *reading.Unit) bool { return a != nil && b != nil && a != b && a.Of == b.Of }

// nearlyEqual is how far apart, one in so many, two amounts in different units
// are at most where one is the other converted: 10 miles are 16 kilometres.
const nearlyEqual = 30

// roundedShare is more than what is lost where two thirds become 66 percent.
var roundedShare = big.NewRat(7, 1000)

// Converted reports whether two amounts in different units are the same: “10 miles”
// and “16 km”; not “10 dollars” and “10 euros”.
func Converted(a, b reading.Fact) bool {
	if !Clashing(a.Unit, b.Unit) || a.Unit.Size == nil || b.Unit.Size == nil {
		return false
	}
	if a.Exact == nil || b.Exact == nil {
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

// sameTime reports whether two times of day may be the same, where one does not
// say whether it is before or after noon, or says the hour alone: at five.
func sameTime(a, b string) bool {
	h, m, vagueA := partsOfTime(a)
	k, n, vagueB := partsOfTime(b)
	if !strings.Contains(a+b, ":") || !vagueA && !vagueB {
		return false
	}
	i, errA := strconv.Atoi(h)
	j, errB := strconv.Atoi(k)
	return errA == nil && errB == nil && m == n && i%12 == j%12 && max(i, j) <= 24
}

// partsOfTime are the hour and the minute of a time, and whether it leaves open the
// half of the day.
func partsOfTime(v string) (hour, minute string, vague bool) {
	v, vague = strings.CutSuffix(v, "?")
	hour, minute, ok := strings.Cut(v, ":")
	if !ok {
		return hour, "00", true
	}
	return hour, minute, vague
}
