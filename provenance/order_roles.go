package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/align"
)

// Who did it, and to whom? "Ostland attacked Vesland" and "Ostland was attacked
// by Vesland" have the same words in the same order, "Vesland was attacked by
// Ostland" has them in another and says the same. So neither the words nor their
// order tell, and a parser that would tell is large. Here the verb is tied on
// both sides by its stem; who does it and who bears it are read beside it, by
// whether it is passive; and only if the doer of the one side bears it on the
// other, and the other way round, something has changed. Whatever cannot be
// read, an infinitive, a list, a phrase that hangs on another, says nothing.
// Cost: the words of the quote times a window.

// A part is what takes part in a deed: who does it, and those it is done to.
type part struct {
	doer   []int   // atoms
	others [][]int // whom it is done to, and to whom it goes
}

// partReach is how far from a verb its parts are looked for, in words.
const partReach = 8

// mutual are verbs of which both sides do the same.
var mutual = words.Set("names", "mutual")

// exchanges reports doers that have changed places with those whom it is done to.
func (p *pairing) exchanges() {
	for i := range p.q.tokens {
		if p.q.told[i] || mutual.Has(p.q.tokens[i].text) || !content(p.q.tokens[i].text) {
			continue
		}
		j := p.sameVerb(i)
		if j < 0 || p.s.told[j] || mutual.Has(p.s.tokens[j].text) {
			continue
		}
		if a, b := p.q.partsOf(i), p.s.partsOf(j); p.bearsIt(a, b) {
			p.tell(Order, Major, trange{Start: a.doer[0], End: a.doer[len(a.doer)-1] + 1}, trange{Start: b.doer[0], End: b.doer[len(b.doer)-1] + 1})
		}
	}
}

// sameVerb is the counterpart of atom i of the quote by its stem, or the same
// word near its place that no other is tied to; -1 where there is none.
func (p *pairing) sameVerb(i int) int {
	if mates := p.q.mates[i]; len(mates) > 0 {
		if mates[0].why > align.Stem {
			return -1
		}
		return mates[0].at
	}
	at := p.q.expect(i)
	for j := max(0, at-partReach); j < min(len(p.s.tokens), at+partReach); j++ {
		if p.s.tokens[j].norm == p.q.tokens[i].norm && p.s.free(j) {
			return j
		}
	}
	return -1
}

// bearsIt reports whether the doer of the quote bears it in the source, and the
// source's doer in the quote.
func (p *pairing) bearsIt(a, b part) bool {
	if len(a.doer) == 0 || len(b.doer) == 0 || p.oneOf(a.doer, b.doer) {
		return false
	}
	meets := func(q []int) func([]int) bool { return func(s []int) bool { return p.oneOf(q, s) } }
	kept := slices.ContainsFunc(a.others, func(q []int) bool { return p.oneOf(q, b.doer) })
	return kept && slices.ContainsFunc(b.others, meets(a.doer))
}

// oneOf reports whether an atom of the quote among q is the same word as one of
// the source among s; a pronoun in whatever case.
func (p *pairing) oneOf(q, s []int) bool {
	for _, i := range q {
		for _, j := range s {
			x, y := p.q.tokens[i], p.s.tokens[j]
			if x.norm == y.norm || person.First(x.text) != "" && person.First(x.text) == person.First(y.text) || slices.ContainsFunc(p.q.mates[i], func(m mate) bool { return m.at == j && m.why <= align.Stem }) {
				return true
			}
		}
	}
	return false
}

// partsOf reads who takes part in the deed of the verb at i.
func (s *side) partsOf(i int) part {
	if next := s.wordAt(i + 1); capital(s.tokens[i]) || next == "of" {
		return part{} // a name, a noun
	}
	k, passive := s.verbGroup(i)
	if bare := k == i-1; bare && strings.HasSuffix(s.tokens[i].text, "ing") || !passive && s.phraseAfter(i, "by") != nil {
		return part{} // graduating last year; the ship, built by the guild
	}
	before, behind := s.phraseBefore(k), s.phraseBehind(i+1)
	goal := s.phraseAfter(i, "to")
	if !passive {
		return part{before, [][]int{behind, goal}}
	}
	return part{s.phraseAfter(i, "by"), [][]int{before, goal}}
}

// verbGroup is the atom before the auxiliaries and adverbs of the verb at i, and
// whether they make it passive.
func (s *side) verbGroup(i int) (before int, passive bool) {
	k := i
	for k > 0 && !s.tokens[k].first && helping(s.tokens[k-1].text) {
		k--
		passive = passive || isBe.Has(s.tokens[k].text) || s.tokens[k].text == "being"
	}
	return k - 1, passive && !strings.HasSuffix(s.tokens[i].text, "ing")
}

func helping(w string) bool {
	return auxiliaries.Has(w) || isBe.Has(w) || w == "being" || w == "not" || modality.Of(w) != "" || adverb(w)
}

// phraseBefore are the words of content, or the pronoun, that end at k, unless
// they hang on a preposition or are one of several.
func (s *side) phraseBefore(k int) []int {
	var out []int
	for ; k >= 0 && takesPart(s.tokens[k]); k-- {
		out = append(out, k)
		if s.tokens[k].first || person.First(s.tokens[k].text) != "" {
			k--
			break
		}
	}
	if len(out) == 0 {
		return nil
	}
	slices.Reverse(out)
	if s.tokens[out[0]].first {
		return out
	}
	if k >= 0 && nounStarts.Has(s.tokens[k].text) && !takesPart(s.tokens[k]) {
		if s.tokens[k].first {
			return out
		}
		k--
	}
	if k >= 0 && (hanging.Has(s.tokens[k].text) || s.tokens[k].text == "and" || s.tokens[k].text == "or") {
		return nil
	}
	return out
}

// hanging are prepositions that a phrase before a verb may hang on.
var hanging = words.Set("grammar", "hanging")

// phraseBehind are the words of content, or the pronoun, that begin at k, past
// an article.
func (s *side) phraseBehind(k int) []int {
	var out []int
	if k < len(s.tokens) && !s.tokens[k].first && nounStarts.Has(s.tokens[k].text) && !takesPart(s.tokens[k]) {
		k++
	}
	for ; k < len(s.tokens) && !s.tokens[k].first && takesPart(s.tokens[k]); k++ {
		out = append(out, k)
		if person.First(s.tokens[k].text) != "" {
			break
		}
	}
	if next := s.wordAt(k); len(out) > 0 && (next == "and" || next == "or") {
		return nil
	}
	return out
}

// phraseAfter is the phrase behind the next word w after the verb at i.
func (s *side) phraseAfter(i int, w string) []int {
	for k := i + 1; k < min(len(s.tokens), i+partReach) && !s.tokens[k].first; k++ {
		if s.tokens[k].text == w && s.tokens[k-1].text != "up" {
			return s.phraseBehind(k + 1)
		}
	}
	return nil
}

// takesPart reports whether an atom may name who takes part: a word of content,
// or the pronoun of a speaker.
func takesPart(a atom) bool {
	switch a.text {
	case "i", "me", "we", "us", "you":
		return true
	}
	return content(a.text) && person.First(a.text) == "" && !helping(a.text)
}
