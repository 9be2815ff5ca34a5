package antonym

import (
	"sync"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A retold sentence may have the opposite of a word where a paraphrase would
// have its equal: passed and rejected, granted and denied, before and after. The
// naive way, any two opposites near each other, finds them in every second
// sentence: "lent to us" and "we borrowed", "not late" and "early". So both must
// be without a counterpart, be negated alike, and have words beside them that are
// tied to each other, most of them on the same side: what changed sides may be
// the converse of the same thing. Cost: the words of the quote times a window.

// argument is how far from a verb stands what it is said of, in words.
const argument = 4

// converses begin contraries that tell one thing from two sides: come and go,
// lend and borrow.
var converses = words.Set("opposites", "converses")

// contraryStems are the contraries that are no converses, and some more verbs,
// by their stems.
var contraryStems = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range words.Phrases("opposites", "contrary", "contrary-retold").All() {
		if len(f) == 2 && !converses.Has(f[0]) && (!english.FunctionWords.Has(f[0]) || f[0] == "before") {
			x, y := lexicon.Stem(f[0]), lexicon.Stem(f[1])
			m[x+" "+y], m[y+" "+x] = true, true
		}
	}
	return m
})

// Reversals reports opposites in a retold quote.
func Reversals(c *comparison.Comparison) {
	if c.Copied {
		return
	}
	votes(c)
	for i := range c.Q.Tokens {
		a := &c.Q.Tokens[i]
		if c.Q.Spent[i] || c.Q.Paired(i) || clause.Graded(a.Text) {
			continue
		}
		if x := c.Q.Form(a.Word); x != nil {
			reverse(c, i, x)
		}
	}
}

// votes reports a "for" after the counterpart of a word that has "against".
func votes(c *comparison.Comparison) {
	against := map[string]string{"for": "against", "against": "for"}
	for i := 1; i < len(c.Q.Tokens); i++ {
		want := against[c.Q.Tokens[i].Text]
		if want == "" || c.Q.Spent[i] || len(c.Q.Mates[i-1]) == 0 {
			continue
		}
		if j := c.Q.Mates[i-1][0].At + 1; c.S.At(j) == want && !c.S.Spent[j] && c.Q.NegatedAt(i) == c.S.NegatedAt(j) {
			c.Tell(change.Antonym, change.Major, reading.One(i), reading.One(j))
		}
	}
}

// reverse reports the opposite of atom i of the quote among the atoms of the
// source beside the counterparts of what stands beside it.
func reverse(c *comparison.Comparison, i int, x *lexicon.Form) {
	for k := max(0, i-argument); k < min(len(c.Q.Tokens), i+argument+1); k++ {
		if len(c.Q.Mates[k]) == 0 || !reading.Content(c.Q.Tokens[k].Text) {
			continue
		}
		at := c.Q.Mates[k][0].At
		for j := max(0, at-argument); j < min(len(c.S.Tokens), at+argument+1); j++ {
			if reversed(c, i, j, x) {
				c.Tell(change.Antonym, change.Major, reading.One(i), reading.One(j))
				return
			}
		}
	}
}

// reversed reports whether atom j of the source says the opposite of what atom i
// of the quote, of form x, says of the same things.
func reversed(c *comparison.Comparison, i, j int, x *lexicon.Form) bool {
	b := &c.S.Tokens[j]
	if c.S.Spent[j] || c.S.Paired(j) || clause.Graded(b.Text) || c.Q.NegatedAt(i) != c.S.NegatedAt(j) {
		return false
	}
	y := c.S.Form(b.Word)
	if y == nil || !contraryStems()[x.Stem+" "+y.Stem] {
		return false
	}
	straight, crossed := arguments(c, i, j)
	return straight > 0 && straight >= crossed
}

// arguments counts the words of content beside atoms i and j that are tied:
// those on the same side of both, and those that changed sides.
func arguments(c *comparison.Comparison, i, j int) (straight, crossed int) {
	near := reading.Range{Start: max(0, i-argument), End: min(len(c.Q.Tokens), i+argument+1)}
	for k := near.Start; k < near.End; k++ {
		if k == i || len(c.Q.Mates[k]) == 0 || !reading.Content(c.Q.Tokens[k].Text) {
			continue
		}
		at := c.Q.Mates[k][0].At
		switch {
		case english.Abs(at-j) > argument+2 || at == j:
		case (k < i) == (at < j):
			straight++
		default:
			crossed++
		}
	}
	return straight, crossed
}
