package name

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Compare tells the names in which the two sides differ, word by word: names are
// capitalised inside a sentence, or where the other side has them so.
func Compare(c *comparison.Comparison) {
	q, s := naming.NamesIn(c.Q.Run, c.Q.IsSpent), naming.NamesIn(c.S.Run, c.S.IsSpent)
	keep(c, q, s)
	agreeAcronyms(c, q, s)
	names := comparison.Matching{
		Kind:  change.Name,
		Equal: func(a, b reading.Fact) bool { return same(c, a, b) },
		Agree: c.Reworded(change.Spelling),
	}
	if c.Copied {
		referents(c, q)
		c.Settle(names, q, s)
		loneNames(c, q, s)
		return
	}
	joinedNames(c, q, s)
	partNames(c, q, s)
	turnedNames(c, q, s)
	c.Agree(names, q, s, c.Linked)
	c.Agree(names, q, s, comparison.Anywhere)
	for _, place := range [...]comparison.Place{c.SamePlace, c.Near} {
		c.Clash(names, q, s, func(a, b reading.Fact) bool { return place(a, b) && opposing(c, a, b) })
	}
	unheardOf(c, q, s)
}

// same reports whether two words of names are of one name: Kiev, Kyiv; in a
// retelling Serbs for Serbia too.
func same(c *comparison.Comparison, a, b reading.Fact) bool {
	x, y := naming.PlainAt(c.Q.Run, a), naming.PlainAt(c.S.Run, b)
	switch people := english.Demonyms.First(x); {
	case c.Copied:
		return naming.SameInCopy(x, y)
	case x == y, people != "" && people == english.Demonyms.First(y), naming.Related(x, y):
		return true
	}
	for _, why := range [...]align.Why{align.Same, align.Stem, align.Name} {
		if c.TiedBy(a.At.Start, b.At.Start, why) {
			return true
		}
	}
	return naming.Transliterated(x, y) || naming.SameElsewhere(x, y)
}

// keep marks the names that are tied to the same word, whether or not the other
// side's capitals make a name of it.
func keep(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		m, ok := c.Q.Best(q[i].At.Start)
		if !ok || m.Why != align.Same {
			continue
		}
		q[i].Found = true
		q[i].Mate = slices.IndexFunc(s, func(f reading.Fact) bool { return f.At.Start == m.At })
		if q[i].Mate >= 0 {
			s[q[i].Mate].Found = true
		}
	}
}

// opposing reports whether one name may have been put for the other. A nation is
// put for a nation; beside other names it is mostly what a translator adds for
// "our", "here" or "the country".
func opposing(c *comparison.Comparison, a, b reading.Fact) bool {
	x, y := naming.OfNation(naming.PlainAt(c.Q.Run, a)), naming.OfNation(naming.PlainAt(c.S.Run, b))
	return x == y || y && c.Distance(a, b) <= 2*comparison.Nearby
}
