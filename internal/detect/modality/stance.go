package modality

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// exclusive are the stances of which a deed has only one.
var exclusive = map[english.Stance]english.Stance{
	english.Tried:     english.Succeeded,
	english.Succeeded: english.Tried,
	english.Allowed:   english.Ordered,
	english.Ordered:   english.Allowed,
}

// hearsays say of what follows that others say so, and stand for nothing else.
var hearsays = words.Set("modality", "hearsays")

// effort are nouns: whose effort it was is another question.
var effort = words.Set("modality", "effort")

// Stances tells deeds that stand otherwise in the quote: tried for done, ordered for
// allowed, and what the source only plans, tries or has heard of.
func Stances(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		if j := excluded(c, i); j >= 0 {
			c.Tell(change.Modality, change.Major, reading.One(i), reading.One(j))
		}
	}
	for j := range c.S.Tokens {
		switch {
		case !c.S.Open(j):
		case hearsays.Has(c.S.Tokens[j].Text) && (c.S.Inside[j] || !c.Copied):
			unhedged(c, j, headBeside(c, j))
		case c.S.Inside[j] && attempts(c.S, j):
			done(c, j, j+2)
		case c.S.Inside[j] && !c.Copied && commands.Has(c.S.Tokens[j].Text):
			done(c, j, orderedBy(c.S, j))
		}
	}
}

// stanceAt is how the deed stands that a word governs; empty where it says nothing.
func stanceAt(s *comparison.Side, i int) english.Stance { return english.Stances.Of(s.Tokens[i].Text) }

// excluded is the word of the source that excludes the stance of word i of the
// quote, where neither side has the other's near by; -1 where there is none.
func excluded(c *comparison.Comparison, i int) int {
	own := stanceAt(c.Q, i)
	other := exclusive[own]
	if other == "" || !c.Q.Open(i) || c.Q.At(i-1) == "in" { // in order to
		return -1
	}
	j := degree.StanceNear(c.S.Run, c.Q.Expect(i), other)
	if j < 0 || !c.S.Open(j) || degree.StanceNear(c.S.Run, j, own) >= 0 || degree.StanceNear(c.Q.Run, i, other) >= 0 {
		return -1
	}
	return j
}

// attempts reports whether word j plans or tries what follows: tried to build.
func attempts(s *comparison.Side, j int) bool {
	is := stanceAt(s, j)
	if is != english.Tried && is != english.Planned || effort.Has(s.Tokens[j].Text) {
		return false
	}
	return s.At(j+1) == "to" && s.HeadAfter(j+2) == j+2
}

// orderedBy is the word for the deed that word j orders: “inspection” of “ordered an
// inspection”, “close” of “ordered the mayor to close”; -1 where there is none.
func orderedBy(s *comparison.Side, j int) int {
	if english.Articles.Has(s.At(j + 1)) {
		if k := s.HeadAfter(j + 2); k >= 0 && deed(s.At(k)) {
			return k
		}
	}
	for k := j + 1; k < min(len(s.Tokens)-1, j+6) && !s.OpensClause(k); k++ {
		if s.Tokens[k].Text == "to" {
			return k + 1
		}
	}
	return -1
}

// deed reports whether a noun names what is done: “inspection”, “arrest”.
func deed(w string) bool { return strings.HasSuffix(w, "ion") || deeds.Has(w) }

// commands are verbs of who wants a deed done that need not be done: “ordered”; not
// “forced”.
var commands = words.Set("modality", "commands")

// deeds are nouns of what is done that do not tell it by their endings.
var deeds = words.Set("modality", "deeds")

// headBeside is the word of content nearest to word j of the source; -1 where there
// is none.
func headBeside(c *comparison.Comparison, j int) int {
	for d := 1; d <= 3; d++ {
		for _, k := range [...]int{j + d, j - d} {
			if k >= 0 && k < len(c.S.Tokens) && reading.Content(c.S.Tokens[k].Text) && c.S.Tied(k) {
				return k
			}
		}
	}
	return -1
}

// unhedged tells word j of the source, which says that others say so of the word at
// head, where the quote has that word and nothing that hedges.
func unhedged(c *comparison.Comparison, j, head int) {
	if head < 0 || slices.ContainsFunc(c.Q.Tokens, hedged) {
		return
	}
	i := c.S.Mates[head][0].At
	c.Tell(change.Modality, change.Major, comparison.Gap(i), reading.One(j))
}

// hedged reports a word that leaves open whether something is so.
func hedged(a reading.Token) bool {
	how := english.Modality.Of(a.Text)
	return english.Stances.Of(a.Text) == english.Alleged || how == english.Possible || how == english.Could ||
		a.Text == "said"
}

// done tells a deed, word k of the source, that it only plans, tries or orders, by word
// j, and that is done in the quote.
func done(c *comparison.Comparison, j, k int) {
	if k < 0 || k >= len(c.S.Tokens) {
		return
	}
	m, ok := c.S.Best(k)
	if !ok || m.Why > align.Stem || !c.Q.Past(m.At) {
		return
	}
	before := c.Q.Tokens[max(0, m.At-4):m.At]
	if degree.StanceNear(c.Q.Run, m.At, stanceAt(c.S, j)) >= 0 || reading.Negated(before) {
		return
	}
	c.Tell(change.Modality, change.Major, comparison.Gap(m.At), reading.Range{Start: j, End: k})
}
