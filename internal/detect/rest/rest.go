package rest

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Weigh weighs what no detector and no convention accounts for: words put in,
// left out, or put for others.
func Weigh(c *comparison.Comparison) {
	substitutes(c)
	moves(c)
	for _, h := range c.Holes {
		q := c.Q.Open(h.Q)
		s := openSource(c, h, q)
		switch {
		case addedToFragment(c, h, q):
			c.Tell(change.Insertion, change.Major, q, reading.Range{Start: h.S.End, End: h.S.End})
		case q.Len() > 0 && s.Len() > 0:
			c.Tell(change.Substitution, c.WeighSubstitution(q, s), q, s)
		case q.Len() > 0:
			c.Tell(change.Insertion, c.WeighInsertion(q), q, reading.Range{Start: h.S.Start, End: h.S.Start})
		case s.Len() > 0:
			c.Tell(change.Omission, c.WeighOmission(s), reading.Range{Start: h.Q.Start, End: h.Q.Start}, s)
		}
	}
}

// fragmentWords is how long a quote is at most that may be judged by its
// single words though the rest of the report is another translation.
const fragmentWords = 8

// addedToFragment reports whether words q of a fragment in other words qualify
// one that the source has bare: "international institutions" where it says "the
// institutions". Where it has a pronoun they stand for that: "the government had
// built", "we have built". In a longer translation words come and go.
func addedToFragment(c *comparison.Comparison, h pairing.Hole, q reading.Range) bool {
	if c.Copied || len(c.Q.Tokens) > fragmentWords || q.Len() == 0 || q.End != h.Q.End || h.Q.End >= len(c.Q.Tokens) || !c.Q.AnyContent(q) {
		return false
	}
	head := c.Q.Mates[h.Q.End]
	if len(head) == 0 || head[0].Why > align.Stem || !reading.Content(c.Q.Tokens[h.Q.End].Text) {
		return false
	}
	j := head[0].At
	for k := max(0, j-4); k < j; k++ {
		if c.S.Free(k) && english.Person.First(c.S.Tokens[k].Text) != "" {
			return false
		}
	}
	return !c.S.AnyContent(reading.Range{Start: max(0, j-2), End: j})
}

// moves reports words that stand elsewhere in the same sentences.
func moves(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if n := strayed(c, i); n > 1 || n == 1 && reading.Content(c.Q.Tokens[i].Text) {
			j := c.Q.Mates[i][0].At
			c.Tell(change.Order, change.Minor, reading.Range{Start: i, End: i + n}, reading.Range{Start: j, End: j + n})
		}
	}
	for i := 0; i < len(c.Q.Tokens); i++ {
		j, n := moved(c, i)
		if n > 1 || n == 1 && reading.Content(c.Q.Tokens[i].Text) {
			c.Tell(change.Order, change.Minor, reading.Range{Start: i, End: i + n}, reading.Range{Start: j, End: j + n})
		}
	}
}

// strayed is how many atoms from i on are tied to the same words side by side,
// out of the order of the rest.
func strayed(c *comparison.Comparison, i int) int {
	n := 0
	for k := i; k < len(c.Q.Tokens) && !c.Q.Spent[k] && c.Q.Home[k] < 0 && len(c.Q.Mates[k]) > 0 && c.Q.Mates[k][0].At == c.Q.Mates[i][0].At+k-i; k++ {
		n++
	}
	return n
}

// moved is the longest run of open words of the source that equals the open
// words of the quote from atom i on.
func moved(c *comparison.Comparison, i int) (at, n int) {
	if !c.Q.Free(i) {
		return 0, 0
	}
	for j := range c.S.Tokens {
		k := 0
		for i+k < len(c.Q.Tokens) && j+k < len(c.S.Tokens) && c.Q.Free(i+k) && c.S.Free(j+k) && c.Q.Tokens[i+k].Norm == c.S.Tokens[j+k].Norm {
			k++
		}
		if k > n {
			at, n = j, k
		}
	}
	return at, n
}

// substitutes reports pairs of different words that stand for each other.
func substitutes(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if c.Q.Spent[i] || len(c.Q.Mates[i]) == 0 || c.Q.Mates[i][0].Why == align.Same {
			continue
		}
		m := c.Q.Mates[i][0]
		if c.S.Spent[m.At] {
			continue
		}
		v := change.Minor
		if c.Copied && replaced(c, i, m) {
			v = change.Major
		}
		c.Tell(change.Substitution, v, reading.One(i), reading.One(m.At))
	}
}

// replaced reports whether the words of a pair are two words with two
// meanings. Synonyms and forms of one word are not; words that have merely been
// seen as translations of one another, or look alike, are.
func replaced(c *comparison.Comparison, i int, m pairing.Mate) bool {
	a, b := c.Q.Tokens[i].Text, c.S.Tokens[m.At].Text
	switch {
	case english.Person.First(a) != "" || english.Person.First(b) != "":
		return english.Person.First(a) != english.Person.First(b) && (english.Person.First(a) != "" || reading.Content(a)) && (english.Person.First(b) != "" || reading.Content(b))
	case m.Why == align.Spelling:
		return c.Q.Known(c.Q.Tokens[i].Word) && c.S.Known(c.S.Tokens[m.At].Word)
	}
	return m.Why >= align.Learned && (reading.Content(a) || reading.Content(b))
}

// openSource is what the source has in a hole: what lies within the match, and
// beyond the match's ends the words that the quote's own words q there may
// stand for.
func openSource(c *comparison.Comparison, h pairing.Hole, q reading.Range) reading.Range {
	s := h.S
	alike, n := c.Q.Counterparts(q)
	if h.Q.Start == 0 {
		for s.Start < s.End && !c.S.Inside[s.Start] && s.Len() > before(c.S, s.End, n, alike) {
			s.Start++
		}
	}
	if h.Q.End == len(c.Q.Tokens) {
		for s.Start < s.End && !c.S.Inside[s.End-1] && s.Len() > behind(c.S, s.Start, n, alike) {
			s.End--
		}
	}
	return c.S.Open(s)
}

// before and behind are how many atoms of the source's sentence, up to j or from
// j on, hold n words of a kind, without leaving the clause.
func before(s *comparison.Side, j int, n int, alike func(reading.Token) bool) int {
	k := j
	for n > 0 && k > 0 && s.SentenceOf(k-1) == s.SentenceOf(j) && !clauseWords.Has(s.Tokens[k-1].Text) {
		if k--; alike(s.Tokens[k]) {
			n--
		}
	}
	return j - k
}

func behind(s *comparison.Side, j int, n int, alike func(reading.Token) bool) int {
	k := j
	for n > 0 && k < len(s.Tokens) && s.SentenceOf(k) == s.SentenceOf(j-1) && !clauseWords.Has(s.Tokens[k].Text) {
		if alike(s.Tokens[k]) {
			n--
		}
		k++
	}
	return k - j
}

// clauseWords join a clause to another.
var clauseWords = words.Set("grammar", "clause-words")

// Passages reports whole clauses and parentheses that a literal quote leaves
// out, before any detector sees a number or a modal verb of theirs as missing.
func Passages(c *comparison.Comparison) {
	for _, h := range c.Holes {
		if !c.Copied || h.Q.Len() > 0 || h.S.Len() < 2 || !c.Held(h.S) || c.Shown(h.Q.Start) || c.S.SentenceOf(h.S.Start) != c.S.SentenceOf(h.S.End-1) {
			continue
		}
		if left := c.S.Tokens[h.S.Start:h.S.End]; c.S.SetOff(h.S) && !reading.Negated(left) || reading.States(left) {
			c.Tell(change.Omission, c.WeighOmission(h.S), h.Q, h.S)
		}
	}
}
