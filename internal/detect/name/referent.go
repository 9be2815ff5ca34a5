package name

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// referentReach is how many words before a pronoun the name that it stands for may be.
const referentReach = 40

// referents accounts for names of a copy at the place of a pronoun of the source that has
// the name not long before: “Wilson came”, of “Mr Wilson was there. He came”.
func referents(c *comparison.Comparison, q []reading.Fact) {
	for i, f := range q {
		if f.Found || c.Q.AnySpent(f.At) {
			continue
		}
		j := pronounAt(c, f.At)
		if j < 0 || !c.SaidBefore(c.Q.Tokens[f.At.Start], c.S.Tokens[j].Word, referentReach) {
			continue
		}
		q[i].Found, q[i].Mate = true, -1
		c.Tell(change.Substitution, change.Minor, f.At, reading.One(j))
	}
}

// pronounAt is the word of the source, at the place of words r of the quote, that is the
// pronoun of somebody spoken of and accounted for by nothing; -1 where there is none.
func pronounAt(c *comparison.Comparison, r reading.Range) int {
	for _, j := range c.Across(r.Start) {
		if english.ThirdPerson(c.S.At(j)) && !c.S.Spent[j] && !c.S.HasTwin(j) {
			return j
		}
	}
	return -1
}
