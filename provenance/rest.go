package provenance

import (

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// rest weighs what no detector and no convention accounts for: words put in,
// left out, or put for others.
func (p *pairing) rest() {
	p.substitutes()
	p.moves()
	for _, h := range p.holes {
		q := p.open(p.q, h.q)
		s := p.openSource(h, q)
		switch {
		case p.addedToFragment(h, q):
			p.tell(Insertion, Major, q, text.Range{Start: h.s.End, End: h.s.End})
		case q.Len() > 0 && s.Len() > 0:
			p.tell(Substitution, p.weighSubstitution(q, s), q, s)
		case q.Len() > 0:
			p.tell(Insertion, p.weighInsertion(q), q, text.Range{Start: h.s.Start, End: h.s.Start})
		case s.Len() > 0:
			p.tell(Omission, p.weighOmission(s), text.Range{Start: h.q.Start, End: h.q.Start}, s)
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
func (p *pairing) addedToFragment(h hole, q text.Range) bool {
	if p.literal || len(p.q) > fragmentWords || q.Len() == 0 || q.End != h.q.End || h.q.End >= len(p.q) || !p.anyContent(p.q, q) {
		return false
	}
	head := p.q[h.q.End].mates
	if len(head) == 0 || head[0].why > align.Stem || !p.content(p.q[h.q.End].text) {
		return false
	}
	j := head[0].at
	for k := max(0, j-4); k < j; k++ {
		if free(p.s, k) && person[p.s[k].text] != "" {
			return false
		}
	}
	return !p.anyContent(p.s, text.Range{Start: max(0, j-2), End: j})
}

// moves reports words that stand elsewhere in the same sentences.
func (p *pairing) moves() {
	for i := range p.q {
		if n := p.strayed(i); n > 1 || n == 1 && p.content(p.q[i].text) {
			j := p.q[i].mates[0].at
			p.tell(Order, Minor, text.Range{Start: i, End: i + n}, text.Range{Start: j, End: j + n})
		}
	}
	for i := 0; i < len(p.q); i++ {
		j, n := p.moved(i)
		if n > 1 || n == 1 && p.content(p.q[i].text) {
			p.tell(Order, Minor, text.Range{Start: i, End: i + n}, text.Range{Start: j, End: j + n})
		}
	}
}

// strayed is how many atoms from i on are tied to the same words side by side,
// out of the order of the rest.
func (p *pairing) strayed(i int) int {
	n := 0
	for k := i; k < len(p.q) && !p.q[k].told && p.home[k] < 0 && len(p.q[k].mates) > 0 && p.q[k].mates[0].at == p.q[i].mates[0].at+k-i; k++ {
		n++
	}
	return n
}

// moved is the longest run of open words of the source that equals the open
// words of the quote from atom i on.
func (p *pairing) moved(i int) (at, n int) {
	if !free(p.q, i) {
		return 0, 0
	}
	for j := range p.s {
		k := 0
		for i+k < len(p.q) && j+k < len(p.s) && free(p.q, i+k) && free(p.s, j+k) && p.q[i+k].norm == p.s[j+k].norm {
			k++
		}
		if k > n {
			at, n = j, k
		}
	}
	return at, n
}

// free reports whether an atom has no counterpart and is not accounted for.
func free(atoms []atom, i int) bool { return !atoms[i].told && len(atoms[i].mates) == 0 }

// substitutes reports pairs of different words that stand for each other.
func (p *pairing) substitutes() {
	for i := range p.q {
		a := &p.q[i]
		if a.told || len(a.mates) == 0 || a.mates[0].why == align.Same {
			continue
		}
		m := a.mates[0]
		if p.s[m.at].told {
			continue
		}
		v := Minor
		if p.literal && p.replaced(i, m) {
			v = Major
		}
		p.tell(Substitution, v, one(i), one(m.at))
	}
}

// replaced reports whether the words of a pair are two words with two
// meanings. Synonyms and forms of one word are not; words that have merely been
// seen as translations of one another, or look alike, are.
func (p *pairing) replaced(i int, m mate) bool {
	a, b := p.q[i].text, p.s[m.at].text
	switch {
	case person[a] != "" || person[b] != "":
		return person[a] != person[b] && (person[a] != "" || p.content(a)) && (person[b] != "" || p.content(b))
	case m.why == align.Spelling:
		return p.known(p.report, p.q[i].word) && p.known(p.transcript, p.s[m.at].word)
	}
	return m.why >= align.Learned && (p.content(a) || p.content(b))
}

// known reports whether a word is one of general English.
func (p *pairing) known(d *text.Document, w int) bool {
	f := p.form(d, w)
	return f != nil && lexicon.Frequency(f.Stem) > 0
}

// open is the part of r from its first atom that is not accounted for to its last.
func (p *pairing) open(atoms []atom, r text.Range) text.Range {
	for r.Start < r.End && !free(atoms, r.Start) {
		r.Start++
	}
	for r.End > r.Start && !free(atoms, r.End-1) {
		r.End--
	}
	return r
}

// openSource is what the source has in a hole: what lies within the match, and
// beyond the match's ends the words that the quote's own words q there may
// stand for.
func (p *pairing) openSource(h hole, q text.Range) text.Range {
	s := h.s
	alike, n := p.counterparts(q)
	if h.q.Start == 0 {
		for s.Start < s.End && !p.s[s.Start].inside && s.Len() > p.before(s.End, n, alike) {
			s.Start++
		}
	}
	if h.q.End == len(p.q) {
		for s.Start < s.End && !p.s[s.End-1].inside && s.Len() > p.behind(s.Start, n, alike) {
			s.End--
		}
	}
	return p.open(p.s, s)
}

// counterparts is what kind of word may stand for those of the quote, and how
// many: words of content or, where there are none, pronouns.
func (p *pairing) counterparts(q text.Range) (alike func(atom) bool, n int) {
	count := func(alike func(atom) bool) int {
		n := 0
		for _, a := range p.q[q.Start:q.End] {
			if alike(a) {
				n++
			}
		}
		return n
	}
	alike = func(a atom) bool { return p.content(a.text) }
	if n = count(alike); n == 0 {
		alike = func(a atom) bool { return person[a.text] != "" }
		n = count(alike)
	}
	return alike, n
}

// before and behind are how many atoms of the source's sentence, up to j or from
// j on, hold n words of a kind, without leaving the clause.
func (p *pairing) before(j, n int, alike func(atom) bool) int {
	k := j
	for n > 0 && k > 0 && p.sentenceOf(k-1) == p.sentenceOf(j) && !clauseWords[p.s[k-1].text] {
		if k--; alike(p.s[k]) {
			n--
		}
	}
	return j - k
}

func (p *pairing) behind(j, n int, alike func(atom) bool) int {
	k := j
	for n > 0 && k < len(p.s) && p.sentenceOf(k) == p.sentenceOf(j-1) && !clauseWords[p.s[k].text] {
		if alike(p.s[k]) {
			n--
		}
		k++
	}
	return k - j
}

// clauseWords join a clause to another.
var clauseWords = set("that and or but if when where while because since although though who which whether until unless so then")

// content reports whether a word says something that a claim may hang on.
func (p *pairing) content(w string) bool {
	return len(w) > 1 && !functionWords[w] && !emptyWords[w]
}

func (p *pairing) anyContent(atoms []atom, r text.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if free(atoms, i) && p.content(atoms[i].text) {
			return true
		}
	}
	return false
}
