package number

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Nones accounts for one way to say that there is none that stands for another: "no
// ship" for "not a single ship". Neither is a negator nor a number by itself.
func Nones(c *comparison.Comparison) {
	for i, a := range c.Q.Tokens {
		m, ok := c.Q.Best(i)
		if !ok || c.Q.Spent[i] || !quantity.NoneAtAll.Has(a.Text) {
			continue
		}
		if b := c.S.Tokens[m.At]; a.Norm != b.Norm && quantity.NoneAtAll.Has(b.Text) {
			c.Tell(change.Substitution, change.Minor, reading.One(i), reading.One(m.At))
		}
	}
	for _, h := range c.Holes {
		if saysNone(c.Q, h.Q) && saysNone(c.S, h.S) {
			c.Tell(change.Substitution, change.Minor, h.Q, h.S)
		}
	}
}

// saysNone reports whether words, none of them accounted for, say that there is none.
func saysNone(s *comparison.Side, r reading.Range) bool {
	return quantity.NoneAtAll.Has(reading.Joined(s.Words(r))) && !s.AnySpent(r)
}
