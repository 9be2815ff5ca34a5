package modality

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// exclusive are the stances of which a deed has only one.
var exclusive = map[english.Stance]english.Stance{english.Tried: english.Succeeded, english.Succeeded: english.Tried, english.Allowed: english.Ordered, english.Ordered: english.Allowed}

// hearsays say of what follows that others say so, and stand for nothing else.
var hearsays = words.Set("modality", "hearsays")

// effort are nouns: whose effort it was is another question.
var effort = words.Set("modality", "effort")

// Stances compares how the deeds of both sides stand.
func Stances(c *comparison.Comparison) {
	for i := range c.Q.Tokens {
		want := exclusive[english.Stances.Of(c.Q.Tokens[i].Text)]
		if want == "" || c.Q.Spent[i] || c.Q.Paired(i) || c.Q.At(i-1) == "in" { // in order to
			continue
		}
		j := degree.StanceNear(c.S.Run, c.Q.Expect(i), want)
		if j < 0 || c.S.Spent[j] || c.S.Paired(j) || degree.StanceNear(c.S.Run, j, english.Stances.Of(c.Q.Tokens[i].Text)) >= 0 || degree.StanceNear(c.Q.Run, i, want) >= 0 {
			continue
		}
		c.Tell(change.Modality, change.Major, reading.One(i), reading.One(j))
	}
	for j := range c.S.Tokens {
		switch s := english.Stances.Of(c.S.Tokens[j].Text); {
		case c.S.Spent[j] || c.S.Paired(j):
		case hearsays.Has(c.S.Tokens[j].Text) && (c.S.Inside[j] || !c.Copied):
			dropped(c, j, headBeside(c, j), english.Alleged)
		case c.S.Inside[j] && (s == english.Tried || s == english.Planned) && !effort.Has(c.S.Tokens[j].Text) && c.S.At(j+1) == "to" && c.S.HeadAfter(j+2) == j+2:
			done(c, j, s)
		}
	}
}

// headBeside is the word of content nearest to source atom j.
func headBeside(c *comparison.Comparison, j int) int {
	for d := 1; d <= 3; d++ {
		for _, k := range [...]int{j + d, j - d} {
			if k >= 0 && k < len(c.S.Tokens) && reading.Content(c.S.Tokens[k].Text) && len(c.S.Mates[k]) > 0 {
				return k
			}
		}
	}
	return -1
}

// dropped reports source atom j, which hedges the word at head, where the quote
// has that word and nothing that hedges.
func dropped(c *comparison.Comparison, j, head int, s english.Stance) {
	if head < 0 {
		return
	}
	hedged := func(a reading.Token) bool {
		return english.Stances.Of(a.Text) == s || english.Modality.Of(a.Text) == english.Possible || english.Modality.Of(a.Text) == english.Could || a.Text == "said"
	}
	if slices.ContainsFunc(c.Q.Tokens, hedged) {
		return
	}
	i := c.S.Mates[head][0].At
	c.Tell(change.Modality, change.Major, reading.Range{Start: i, End: i}, reading.One(j))
}

// done reports a deed that the source only plans or tries, by atom j, and that
// is done in the quote.
func done(c *comparison.Comparison, j int, s english.Stance) {
	mates := c.S.Mates[j+2]
	if len(mates) == 0 || mates[0].Why > align.Stem {
		return
	}
	i := mates[0].At
	if !c.Q.Past(i) || degree.StanceNear(c.Q.Run, i, s) >= 0 || reading.Negated(c.Q.Tokens[max(0, i-4):i]) {
		return
	}
	c.Tell(change.Modality, change.Major, reading.Range{Start: i, End: i}, reading.Range{Start: j, End: j + 2})
}
