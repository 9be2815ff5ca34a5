package number

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// agree accounts for two numbers that are equal. What they count may yet differ,
// dollars and euros, or be the same in other units.
func agree(c *comparison.Comparison, a, b reading.Fact) {
	q, s := a.At, b.At
	if a.Unit == b.Unit || a.Unit != nil && b.Unit != nil {
		q, s = quantity.Measured(a), quantity.Measured(b)
	}
	switch converted := quantity.Converted(a, b); {
	case converted && a.Unit.Of != "share":
		c.Tell(change.Substitution, change.Minor, q, s)
	case !converted && otherUnit(c, a.Unit, b.Unit):
		c.Tell(change.Number, change.Major, q, s)
	default:
		c.Restyled(q, s)
	}
}

// otherUnit reports whether a number counts something else on the other side. In
// a retelling only units of one kind tell, and percentage points pass for percent.
func otherUnit(c *comparison.Comparison, a, b *reading.Unit) bool {
	if c.Copied {
		return !quantity.SameUnit(a, b)
	}
	return quantity.Clashing(a, b) && a.Of != "share"
}

// differ tells two numbers that differ. Their units are accounted for with them, and
// shown where they differ too.
func differ(c *comparison.Comparison, a, b reading.Fact) {
	q, s := quantity.Measured(a), quantity.Measured(b)
	if a.Unit == b.Unit || a.Unit == nil || b.Unit == nil {
		c.Tell(change.Number, change.Major, a.At, b.At)
	} else {
		c.Tell(change.Number, change.Major, q, s)
	}
	c.Q.Spend(q)
	c.S.Spend(s)
}
