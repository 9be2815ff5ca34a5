package convention

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Styles tells what only looks different: contractions, spelling, the way a
// number is written.
func Styles(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		for _, m := range c.Q.Mates[i] {
			switch k := c.Style(i, m); {
			case c.Q.Spent[i] || k == "":
			case k == change.Contraction:
				q, s := unfolded(c, i, m.At)
				c.Tell(k, change.Minor, q, s)
			default:
				c.Tell(k, change.Minor, reading.One(i), reading.One(m.At))
			}
		}
	}
}

// unfolded are the parts of the word at i and their counterparts from j on: what a
// contraction joins on one side and parts on the other.
func unfolded(c *comparison.Comparison, i, j int) (q, s reading.Range) {
	q, s = reading.One(i), reading.One(j)
	for q.End < len(c.Q.Tokens) && s.End < len(c.S.Tokens) {
		if !goesOn(c.Q, q.End) && !goesOn(c.S, s.End) || !c.PairedIn(q.End, reading.One(s.End)) {
			break
		}
		q.End++
		s.End++
	}
	return q, s
}

// goesOn reports whether token i is written as one word with the one before it.
func goesOn(s *comparison.Side, i int) bool { return s.Tokens[i].Word == s.Tokens[i-1].Word }

// longestCompound is how many words may be written as one.
const longestCompound = 3

// Compounds tells words that one side writes as one: wellbeing, well-being.
// They stand in one hole, or one of the parts is tied to the whole.
func Compounds(c *comparison.Comparison) { facing(c, compound) }

// facing looks at all words of the two sides that may stand for each other: in one
// hole, or beside a pair of different words.
func facing(c *comparison.Comparison, look func(c *comparison.Comparison, i, j int)) {
	for _, h := range c.Holes {
		look(c, h.Q.Start, h.S.Start)
	}
	for i := range c.Q.Tokens {
		if c.Soft(i) {
			j := c.Q.Mates[i][0].At
			look(c, i, j)
			look(c, i, j-1)
			look(c, i-1, j)
		}
	}
}

// compound tells the words from i on that the source writes as one at j, or the
// other way round.
func compound(c *comparison.Comparison, i, j int) {
	if !unspent(c.Q, i) || !unspent(c.S, j) {
		return
	}
	for n := 1; n <= min(longestCompound, len(c.Q.Tokens)-i); n++ {
		for m := 1; m <= min(longestCompound, len(c.S.Tokens)-j); m++ {
			q, s := comparison.From(i, n), comparison.From(j, m)
			if n != m && min(n, m) == 1 && reading.Solid(c.Q.Words(q)) == reading.Solid(c.S.Words(s)) {
				c.Tell(change.Spelling, change.Minor, q, s)
				return
			}
		}
	}
}

// oneMeaning is what words that say the same in any sentence have in common:
// “anymore” for “any longer”.
var oneMeaning = words.PhraseValues("style", "one-meaning", words.Text)

// longestMeaning is how many words such a phrase has at most.
const longestMeaning = 4

// Synonyms tells words that say the same in any sentence.
func Synonyms(c *comparison.Comparison) {
	c.Agree(comparison.Matching{
		Equal: func(a, b reading.Fact) bool { return a.Value == b.Value },
		Agree: func(a, b reading.Fact) {
			if !c.WrittenAlike(a.At, b.At) && !c.Q.AnySpent(a.At) && !c.S.AnySpent(b.At) {
				c.Tell(change.Substitution, change.Minor, a.At, b.At)
			}
		},
	}, meanings(c.Q), meanings(c.S), c.SamePlace)
}

// meanings are the longest phrases of a side that others may stand for.
func meanings(s *comparison.Side) []reading.Fact {
	var out []reading.Fact
	for i := 0; i < len(s.Tokens); i++ {
		for n := min(longestMeaning, len(s.Tokens)-i); n > 0; n-- {
			if m := oneMeaning.Of(reading.Joined(s.Tokens[i : i+n])); m != "" {
				out = append(out, reading.Fact{Value: m, At: comparison.From(i, n)})
				i += n - 1
				break
			}
		}
	}
	return out
}

// unspent reports whether there is a word i that nothing accounts for.
func unspent(s *comparison.Side, i int) bool { return i >= 0 && i < len(s.Tokens) && !s.Spent[i] }
