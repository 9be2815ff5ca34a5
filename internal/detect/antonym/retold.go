package antonym

import (
	"sync"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// argument is how far from a verb stands what it is said of, in words.
const argument = 4

// converses begin contraries that tell one thing from two sides: come and go,
// lend and borrow.
var converses = words.Set("opposites", "converses")

// contraryStems are the contraries that are no converses, and some more verbs,
// by their stems.
var contraryStems = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, pair := range words.Phrases("opposites", "contrary", "contrary-retold").All() {
		says := !english.FunctionWords.Has(pair[0]) || pair[0] == "before"
		if len(pair) == 2 && says && !converses.Has(pair[0]) {
			x, y := lexicon.Stem(pair[0]), lexicon.Stem(pair[1])
			m[x+" "+y], m[y+" "+x] = true, true
		}
	}
	return m
})

// Reversals tells opposites in a retold quote: passed and rejected, granted and
// denied, before and after.
func Reversals(c *comparison.Comparison) {
	if c.Copied {
		return
	}
	votes(c)
	for i, a := range c.Q.Tokens {
		if !open(c.Q, i) {
			continue
		}
		if x := c.Q.Form(a.Word); x != nil {
			reverse(c, i, x)
		}
	}
}

// votes tells a "for" behind the counterpart of a word that has "against" behind it.
func votes(c *comparison.Comparison) {
	against := map[string]string{"for": "against", "against": "for"}
	for i := 1; i < len(c.Q.Tokens); i++ {
		want := against[c.Q.Tokens[i].Text]
		m, ok := c.Q.Best(i - 1)
		if want == "" || c.Q.Spent[i] || !ok {
			continue
		}
		if j := m.At + 1; c.S.At(j) == want && !c.S.Spent[j] && c.Q.NegatedAt(i) == c.S.NegatedAt(j) {
			c.Tell(change.Antonym, change.Major, reading.One(i), reading.One(j))
		}
	}
}

// reverse tells the opposite of word i of the quote among the words of the source
// beside the counterparts of what stands beside it.
func reverse(c *comparison.Comparison, i int, x *lexicon.Form) {
	near := c.Q.Around(i, argument, argument)
	for k := near.Start; k < near.End; k++ {
		m, ok := c.Q.Best(k)
		if !ok || !reading.Content(c.Q.Tokens[k].Text) {
			continue
		}
		there := c.S.Around(m.At, argument, argument)
		for j := there.Start; j < there.End; j++ {
			if reversed(c, i, j, x) {
				c.Tell(change.Antonym, change.Major, reading.One(i), reading.One(j))
				return
			}
		}
	}
}

// reversed reports whether word j of the source says the opposite of what word i
// of the quote, of form x, says of the same things.
func reversed(c *comparison.Comparison, i, j int, x *lexicon.Form) bool {
	if !open(c.S, j) || turned(c.Q, i) != turned(c.S, j) {
		return false
	}
	y := c.S.Form(c.S.Tokens[j].Word)
	if y == nil || !contraryStems()[x.Stem+" "+y.Stem] {
		return false
	}
	straight, crossed := arguments(c, i, j)
	return straight > 0 && straight >= crossed
}

// turned reports whether word i is negated, or something that is lost: “lost their lives”.
func turned(s *comparison.Side, i int) bool {
	if english.Person.First(s.At(i-1)) != "" {
		return s.NegatedAt(i) || losing.Has(s.At(i-2))
	}
	return s.NegatedAt(i) || losing.Has(s.At(i-1)) || costs(s, i)
}

// costs reports whether word i is a life that somebody lost or something cost, with no more than
// its number between: “cost seven lives”; not the poor whom a levy costs something.
func costs(s *comparison.Side, i int) bool {
	if s.At(i) != "life" && s.At(i) != "lives" {
		return false
	}
	k := i - 1
	for k > max(0, i-costReach) && (english.IsAmount(s.At(k)) || !reading.Content(s.At(k))) {
		k--
	}
	return costing.Has(s.At(k)) || losing.Has(s.At(k))
}

// costReach is how far before what it cost the verb may stand, in words.
const costReach = 5

// costing are verbs of what takes something from somebody: “cost”.
var costing = words.Set("opposites", "costing")

// losing are words that say that something is there no more: “lost”.
var losing = words.Set("negation", "losing")

// arguments counts the words of content beside words i and j that are tied:
// those on the same side of both, and those that changed sides.
func arguments(c *comparison.Comparison, i, j int) (straight, crossed int) {
	near := c.Q.Around(i, argument, argument)
	for k := near.Start; k < near.End; k++ {
		m, ok := c.Q.Best(k)
		if k == i || !ok || !reading.Content(c.Q.Tokens[k].Text) {
			continue
		}
		switch {
		case m.At == j || reading.Apart(m.At, j) > argument+2:
		case (k < i) == (m.At < j):
			straight++
		default:
			crossed++
		}
	}
	return straight, crossed
}
