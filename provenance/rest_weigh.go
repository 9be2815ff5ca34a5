package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// How much do words say that were put in or left out without a mark?
//
// By their number or rarity it cannot be told: "alleged" is one word, "as every
// child in Sennet knows" six. The question is whether what was said still says
// what is quoted. Of a temporary agreement it does not say that there is an
// agreement; of a wall that was patiently repaired it does say that it was
// repaired. So what limits the words that are left weighs most, and what may be
// left out are forms of address, what the speaker sets off with marks, manner,
// praise, another member of a list, and whose thing it is.
//
// Words put in are in somebody's mouth who did not say them: all but words of
// grammar and fillers weigh.

// weighInsertion is how much quote atoms q say that were put in.
func (p *pairing) weighInsertion(q trange) Severity {
	put := p.q.tokens[q.Start:q.End]
	if p.literal && (p.q.anyContent(q) || p.q.restrains(q, p.q.gone) || states(put) && !startsWith(put, hedges)) {
		return Major
	}
	return Minor
}

// weighSubstitution is how much it changes to put quote atoms q for source
// atoms s.
func (p *pairing) weighSubstitution(q, s trange) Severity {
	put, gone := p.q.tokens[q.Start:q.End], p.s.tokens[s.Start:s.End]
	switch {
	case !p.literal:
		return Minor
	case p.q.anyContent(q), p.s.anyContent(s), p.q.restrains(q, p.q.gone) != p.s.restrains(s, p.s.gone), len(put) == 1 && len(gone) == 1 && otherPerson(put[0].text, gone[0].text):
		return Major
	}
	return Minor
}

func otherPerson(a, b string) bool {
	return person.First(a) != "" && person.First(b) != "" && person.First(a) != person.First(b)
}

// passages reports whole clauses and parentheses that a literal quote leaves
// out, before any detector sees a number or a modal verb of theirs as missing.
func (p *pairing) passages() {
	for _, h := range p.holes {
		if !p.literal || h.q.Len() > 0 || h.s.Len() < 2 || !p.held(h.s) || p.shown(h.q.Start) || p.s.sentenceOf(h.s.Start) != p.s.sentenceOf(h.s.End-1) {
			continue
		}
		if left := p.s.tokens[h.s.Start:h.s.End]; p.s.setOff(h.s) && !negated(left) || states(left) {
			p.tell(Omission, p.weighOmission(h.s), h.q, h.s)
		}
	}
}

// weighOmission is how much source atoms s say that were left out.
func (p *pairing) weighOmission(s trange) Severity {
	left := p.s.tokens[s.Start:s.End]
	switch {
	case !p.literal:
		return Minor
	case p.s.restrains(s, p.s.gone), p.s.limit(s.Start, s.End) == Major:
		return Major
	case p.s.setOff(s) && !p.s.ownClause(s), startsWith(left, hedges) && !p.s.anyContent(s):
		return Minor
	case states(left), p.s.setOff(s), !p.spare(s):
		return Major
	}
	return Minor
}

// spare reports whether the sentence says what it said without source atoms s.
func (p *pairing) spare(s trange) bool {
	left := p.s.tokens[s.Start:s.End]
	marked := p.s.markedOff(s.Start) || p.s.markedOff(s.End)
	switch {
	case !p.s.anyContent(s), marked && allAre(left, address), allAre(left, praise), allAre(left, adverb):
		return true
	}
	return p.s.listed(s) || ofWhat(left) || somewhere(left) || p.ofName(s)
}

// lose reports a name that a literal quote leaves out, with the words that were
// left out with it.
func (p *pairing) lose(name trange) {
	for _, h := range p.holes {
		if overlap(h.s, name) && h.q.Len() == 0 && p.held(h.s) {
			p.tell(Omission, p.weighOmission(h.s), h.q, h.s)
			return
		}
	}
	p.tell(Omission, Minor, p.gapFor(name), name)
}

// ofWhat reports whether atoms only say whose or of what something is.
func ofWhat(atoms []atom) bool {
	return atoms[0].text == "of" && !slices.ContainsFunc(atoms[1:], func(a atom) bool {
		return functionWords.Has(a.text) && !articles.Has(a.text) && person.First(a.text) == "" && a.text != "and"
	})
}

// somewhere reports whether atoms only name the place where something was.
func somewhere(atoms []atom) bool {
	return (atoms[0].text == "in" || atoms[0].text == "at") && !slices.ContainsFunc(atoms[1:], func(a atom) bool { return content(a.text) && !capital(a) })
}

// ofName reports whether source atoms s are a first name, a last name or a title
// of somebody who is named beside them.
func (p *pairing) ofName(s trange) bool {
	for i := s.Start; i < s.End; i++ {
		if !notNames.Has(p.s.tokens[i].text) && !(capital(p.s.tokens[i]) && p.s.proper(i)) {
			return false
		}
	}
	kept := func(i int) bool {
		return i >= 0 && i < len(p.s.tokens) && capital(p.s.tokens[i]) && len(p.s.mates[i]) > 0
	}
	return kept(s.End) && !p.s.markedOff(s.End) || kept(s.Start-1) && !p.s.markedOff(s.Start)
}

// hedges are what people say before what they say.
var hedges = words.Phrases("saying", "hedges")

// restrains reports whether atoms hold a word that limits what stands beside
// them: of what is alleged, planned or begun nobody says that it is.
func (s *side) restrains(r trange, skip func(i int) bool) bool {
	words := s.tokens[r.Start:r.End]
	for i, a := range words {
		if !skip(r.Start+i) && (limiters.Has(a.text) || limiters.Has(strings.TrimSuffix(a.text, "ly"))) || startsWith(words[i:], limitingPhrases) {
			return true
		}
	}
	n := len(words)
	return n > 1 && words[n-1].text == "to" && attempts.Has(words[n-2].text)
}

var limiters = words.Set("degree", "limiters")

var limitingPhrases = words.Phrases("degree", "limiting-phrases")

// attempts come before "to" and a verb, and leave open whether it was done.
var attempts = words.Set("degree", "attempts")

// states reports whether atoms are a clause with a subject of its own.
func states(atoms []atom) bool {
	for i, a := range atoms[:max(0, len(atoms)-1)] {
		next := atoms[i+1].text
		if person.First(a.text) != "" && (auxiliaries.Has(next) || next == "am") || speakers.Has(a.text) {
			return true
		}
	}
	return false
}

// speakers are pronouns that are nothing but the subject of a clause.
var speakers = words.Set("grammar", "speakers")

// setOff reports whether the speaker's sentence sets source atoms s off with
// marks on both sides.
func (x *side) setOff(s trange) bool {
	return x.markedOff(s.Start) && x.markedOff(s.End) && x.sentenceOf(s.Start) == x.sentenceOf(s.End-1)
}

// ownClause reports whether source atoms s, set off by commas, are a statement
// beside the one that is quoted rather than an aside in it: "and I am against
// it", but not "as I have said".
func (x *side) ownClause(s trange) bool {
	left := x.tokens[s.Start:s.End]
	joined := left[0].text == "and" || left[0].text == "so" || left[0].text == "or"
	switch {
	case strings.ContainsAny(x.gapBefore(s.Start)+x.gapBefore(s.End), "–—()"):
		return false
	case joined:
		return statement(left[1:])
	}
	return speakers.Has(left[0].text) && left[0].text != "who" && len(left) > 2 && !slices.ContainsFunc(left, func(a atom) bool { return asideVerbs.Has(a.text) })
}

// asideVerbs are what speakers do in passing: I repeat, as we all know.
var asideVerbs = words.Union(saying, words.Set("saying", "aside-verbs"))

// markedOff reports whether source atom j is parted from the one before it by a
// mark or a sentence's end.
func (s *side) markedOff(j int) bool {
	return j <= 0 || j >= len(s.tokens) || s.sentenceOf(j-1) != s.sentenceOf(j) || strings.ContainsAny(s.gapBefore(j), ",;:–—()")
}

// allAre reports whether all words that say something are of one class.
func allAre(atoms []atom, of func(string) bool) bool {
	return !slices.ContainsFunc(atoms, func(a atom) bool { return content(a.text) && !of(a.text) })
}

func address(w string) bool { return addressWords.Has(w) }

var addressWords = words.Set("names", "address-words")

func praise(w string) bool { return praising.Has(w) }

var praising = words.Set("names", "praising")

// adverb reports whether a word looks like an adverb of manner.
func adverb(w string) bool {
	return len(w) > 5 && strings.HasSuffix(w, "ly") && !notManner.Has(w)
}

var notManner = words.Set("grammar", "not-manner")

// listed reports whether source atoms s are a member of a list, with the "and"
// that joins it.
func (x *side) listed(s trange) bool {
	return x.tokens[s.Start].text == "and" || x.tokens[s.End-1].text == "and" || startsWith(x.tokens[s.Start:s.End], besides) ||
		x.markedOff(s.Start) && x.wordAt(s.End) == "and"
}

var besides = words.Phrases("grammar", "besides")
