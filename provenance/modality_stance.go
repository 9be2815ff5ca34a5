package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/align"
)

// Some verbs say how the deed that they govern stands: it was tried, or it
// succeeded; it was allowed, or ordered; it is planned, or done; it is alleged.
// A translation may choose among the verbs of one stance, never between two that
// exclude each other. The naive way looks for antonyms, which these are not.
// Here each such verb is looked for on both sides, near where the other side
// would have it, and counts only where the other side has its own stance nowhere
// near. Cost: the stance verbs of one side times those of the other.

// A stance is how a deed stands.
type stance string

const (
	tried     stance = "tried"
	succeeded stance = "succeeded"
	allowed   stance = "allowed"
	ordered   stance = "ordered"
	planned   stance = "planned"
	alleged   stance = "alleged"
)

// stances are the words that tell how a deed stands.
var stances = words.Values("modality", "stances", func(v string) stance { return stance(v) })

// exclusive are the stances of which a deed has only one.
var exclusive = map[stance]stance{tried: succeeded, succeeded: tried, allowed: ordered, ordered: allowed}

// hearsays say of what follows that others say so, and stand for nothing else.
var hearsays = words.Set("modality", "hearsays")

// effort are nouns: whose effort it was is another question.
var effort = words.Set("modality", "effort")

// stanceReach is how far from its expected place a stance may stand in words.
const stanceReach = 6

// stances compares how the deeds of both sides stand.
func (p *pairing) stances() {
	for i := range p.q.tokens {
		want := exclusive[stances.Of(p.q.tokens[i].text)]
		if want == "" || p.q.told[i] || p.q.paired(i) || p.q.wordAt(i-1) == "in" { // in order to
			continue
		}
		j := p.s.stanceNear(p.q.expect(i), want)
		if j < 0 || p.s.told[j] || p.s.paired(j) || p.s.stanceNear(j, stances.Of(p.q.tokens[i].text)) >= 0 || p.q.stanceNear(i, want) >= 0 {
			continue
		}
		p.tell(Modality, Major, one(i), one(j))
	}
	for j := range p.s.tokens {
		switch s := stances.Of(p.s.tokens[j].text); {
		case p.s.told[j] || p.s.paired(j):
		case hearsays.Has(p.s.tokens[j].text) && (p.s.inside[j] || !p.literal):
			p.dropped(j, p.headBeside(j), alleged)
		case p.s.inside[j] && (s == tried || s == planned) && !effort.Has(p.s.tokens[j].text) && p.s.wordAt(j+1) == "to" && p.s.headAfter(j+2) == j+2:
			p.done(j, s)
		}
	}
}

// stanceNear is the atom nearest to i that has a stance, within reach; -1 where
// none has.
func (s *side) stanceNear(i int, want stance) int {
	for d := 0; d <= stanceReach; d++ {
		for _, k := range [...]int{i - d, i + d} {
			if k >= 0 && k < len(s.tokens) && stances.Of(s.tokens[k].text) == want {
				return k
			}
		}
	}
	return -1
}

// headBeside is the word of content nearest to source atom j.
func (p *pairing) headBeside(j int) int {
	for d := 1; d <= 3; d++ {
		for _, k := range [...]int{j + d, j - d} {
			if k >= 0 && k < len(p.s.tokens) && content(p.s.tokens[k].text) && len(p.s.mates[k]) > 0 {
				return k
			}
		}
	}
	return -1
}

// dropped reports source atom j, which hedges the word at head, where the quote
// has that word and nothing that hedges.
func (p *pairing) dropped(j, head int, s stance) {
	if head < 0 {
		return
	}
	hedged := func(a atom) bool {
		return stances.Of(a.text) == s || modality.Of(a.text) == possible || modality.Of(a.text) == could || a.text == "said"
	}
	if slices.ContainsFunc(p.q.tokens, hedged) {
		return
	}
	i := p.s.mates[head][0].at
	p.tell(Modality, Major, trange{Start: i, End: i}, one(j))
}

// done reports a deed that the source only plans or tries, by atom j, and that
// is done in the quote.
func (p *pairing) done(j int, s stance) {
	mates := p.s.mates[j+2]
	if len(mates) == 0 || mates[0].why > align.Stem {
		return
	}
	i := mates[0].at
	if !p.q.past(i) || p.q.stanceNear(i, s) >= 0 || negated(p.q.tokens[max(0, i-4):i]) {
		return
	}
	p.tell(Modality, Major, trange{Start: i, End: i}, trange{Start: j, End: j + 2})
}

// past reports whether the verb at atom i is told as done: built, have built.
func (s *side) past(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch t := s.tokens[k].text; {
		case t == "to" || modality.Of(t) != "" || t == "be" || t == "being":
			return false
		case t == "have" || t == "has" || t == "had" || t == "been" || t == "was" || t == "were":
			return true
		}
	}
	t := s.tokens[i].text
	return len(t) > 4 && t[len(t)-2:] == "ed"
}
