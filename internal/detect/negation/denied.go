package negation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Denials reports a verb that is denied of one subject and granted another, and
// the other way round in the source.
func Denials(c *comparison.Comparison) {
	here, there := clause.Deeds(c.Q.Run), clause.Deeds(c.S.Run)
	type side struct {
		verb   string
		denied bool
	}
	turned := map[side][2]int{} // what the source says the opposite of, by the places of the verbs
	for i := range c.Q.Tokens {
		d, ok := clause.DeedAt(c.Q.Run, i)
		if !ok {
			continue
		}
		other := d
		other.Denied = !d.Denied
		_, kept := there[d]
		_, both := here[other]
		if j, ok := there[other]; ok && !kept && !both {
			turned[side{d.Verb, d.Denied}] = [2]int{i, j}
		}
	}
	for i := range c.Q.Tokens {
		at, denied := turned[side{c.Q.Tokens[i].Norm, true}]
		if _, granted := turned[side{c.Q.Tokens[i].Norm, false}]; denied && granted && at[0] == i {
			c.Tell(change.Negation, change.Major, reading.One(i), reading.One(at[1]))
		}
	}
}
