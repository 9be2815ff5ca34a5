package rest

import (
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
)

// Weigh weighs what no detector and no convention accounts for: words put in,
// left out, or put for others.
func Weigh(c *comparison.Comparison) {
	substitutes(c)
	moves(c)
	for _, h := range c.Holes {
		q := c.Q.OpenPart(h.Q)
		s := openSource(c, h, q)
		switch {
		case addedToFragment(c, h, q):
			c.Tell(change.Insertion, change.Major, q, comparison.Gap(h.S.End))
		case q.Len() > 0 && s.Len() > 0:
			c.Tell(change.Substitution, weighSubstitution(c, q, s), q, s)
		case q.Len() > 0:
			c.Tell(change.Insertion, weighInsertion(c, q), q, comparison.Gap(h.S.Start))
		case s.Len() > 0:
			c.Tell(change.Omission, c.WeighOmission(s), comparison.Gap(h.Q.Start), s)
		}
	}
}

// weighInsertion is how much words q of the quote say that were put in: all but
// words of grammar and fillers weigh.
func weighInsertion(c *comparison.Comparison, q reading.Range) change.Severity {
	put := c.Q.Words(q)
	switch {
	case !c.Copied:
		return change.Minor
	case c.Q.AnyContent(q), c.Q.Restrains(q), reading.States(put) && !reading.StartsWith(put, clause.Hedges):
		return change.Major
	}
	return change.Minor
}

// weighSubstitution is how much it changes to put words q for words s.
func weighSubstitution(c *comparison.Comparison, q, s reading.Range) change.Severity {
	switch {
	case !c.Copied, addressed(c, q, s), referent(c, q, s), clauseForms(c, q, s):
		return change.Minor
	case c.Q.AnyContent(q), c.S.AnyContent(s), c.Q.Restrains(q) != c.S.Restrains(s):
		return change.Major
	case q.Len() == 1 && s.Len() == 1 && english.OtherPerson(c.Q.At(q.Start), c.S.At(s.Start)):
		return change.Major
	}
	return change.Minor
}

// fragmentWords is how long a quote is at most that may be judged by its
// single words though the rest of the report is another translation.
const fragmentWords = 8

// addedToFragment reports whether words q of a fragment in other words qualify
// one that the source has bare: "international institutions" where it says "the
// institutions". What a report says without marks is its own. Where the source has a
// pronoun they stand for that: "the government had built", "we have built". In a longer
// translation words come and go.
func addedToFragment(c *comparison.Comparison, h pairing.Hole, q reading.Range) bool {
	fragment := !c.Copied && c.Kind != speech.Indirect && len(c.Q.Tokens) <= fragmentWords
	if !fragment || q.Len() == 0 || q.End != h.Q.End || q.End >= len(c.Q.Tokens) || !c.Q.AnyContent(q) {
		return false
	}
	if q.Len() == 1 && c.Q.At(q.Start) == "most" && saysMost(c.S, c.Q.Expect(q.Start)) {
		return false
	}
	head, ok := c.Q.Best(q.End)
	if !ok || head.Why > align.Stem || !reading.Content(c.Q.Tokens[q.End].Text) {
		return false
	}
	for k := max(0, head.At-4); k < head.At; k++ {
		if c.S.Free(k) && person(c.S.Tokens[k]) != "" {
			return false
		}
	}
	return !c.S.AnyContent(reading.Range{Start: max(0, head.At-2), End: head.At})
}

// saysMost reports whether a word without a counterpart near word i says what “most” does:
// “poorest”; not the “protest” of who is “most honest”.
func saysMost(s *comparison.Side, i int) bool {
	r := s.Around(i, mostReach, mostReach)
	for k := r.Start; k < r.End; k++ {
		w := s.At(k)
		if s.Free(k) && (len(w) > 5 && strings.HasSuffix(w, "est") || w == "worst" || w == "best") {
			return true
		}
	}
	return false
}

// mostReach is how far from the place of “most” such a word may stand, in words.
const mostReach = 3

// person is the person that a pronoun is of, empty for other words: I of my.
func person(a reading.Token) string { return english.Person.First(a.Text) }

// substitutes tells pairs of different words that stand for each other.
func substitutes(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		m, ok := c.Q.Best(i)
		if !ok || c.Q.Spent[i] || m.Why == align.Same || c.S.Spent[m.At] {
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
// listed as standing for one another, or look alike, are.
func replaced(c *comparison.Comparison, i int, m pairing.Mate) bool {
	a, b := c.Q.Tokens[i], c.S.Tokens[m.At]
	content, contentThere := reading.Content(a.Text), reading.Content(b.Text)
	switch x, y := person(a), person(b); {
	case x != "" || y != "":
		return x != y && (x != "" || content) && (y != "" || contentThere)
	case m.Why == align.Spelling:
		return c.Q.Known(a.Word) && c.S.Known(b.Word)
	}
	return m.Why >= align.Learned && (content || contentThere)
}

// Passages tells whole clauses and parentheses that a copy leaves out, before any
// detector sees a number or a modal verb of theirs as missing.
func Passages(c *comparison.Comparison) {
	for _, h := range c.Holes {
		if c.Copied && leftOut(c, h) && isPassage(c.S, h.S) {
			c.Tell(change.Omission, c.WeighOmission(h.S), h.Q, h.S)
		}
	}
}

// leftOut reports whether the source has words in a hole where the quote has nothing,
// and does not show that something is missing.
func leftOut(c *comparison.Comparison, h pairing.Hole) bool {
	return h.Q.Len() == 0 && h.S.Len() >= 2 && !c.Q.Shown(h.Q.Start) && c.S.Held(h.S)
}

// isPassage reports whether words of one sentence are a clause, or set off by marks
// and no denial.
func isPassage(s *comparison.Side, r reading.Range) bool {
	if s.SentenceOf(r.Start) != s.SentenceOf(r.End-1) {
		return false
	}
	left := s.Words(r)
	return s.SetOff(r) && !reading.Negated(left) || reading.States(left)
}
