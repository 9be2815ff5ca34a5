package negation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/role"
)

// Denials tells a verb that is denied of one subject and granted another, and
// the other way round in the source: "the bank will be rescued, its owners will
// not", of owners that will and a bank that will not.
func Denials(c *comparison.Comparison) {
	type claim struct {
		verb   string
		denied bool
	}
	turned := map[claim][2]int{} // what the source says the opposite of, by the places of the verbs
	here, there := role.Deeds(c.Q.Run), role.Deeds(c.S.Run)
	for i := range c.Q.Tokens {
		d, ok := role.DeedAt(c.Q.Run, i)
		if !ok {
			continue
		}
		other := d
		other.Denied = !d.Denied
		_, kept := there[d]
		_, both := here[other]
		if j, ok := there[other]; ok && !kept && !both {
			turned[claim{d.Verb, d.Denied}] = [2]int{i, j}
		}
	}
	for i, a := range c.Q.Tokens {
		at, denied := turned[claim{a.Norm, true}]
		if _, granted := turned[claim{a.Norm, false}]; denied && granted && at[0] == i {
			c.Tell(change.Negation, change.Major, reading.One(i), reading.One(at[1]))
		}
	}
}
