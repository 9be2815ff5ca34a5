package provenance

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/words"
)

// rest weighs what no detector and no convention accounts for: words put in,
// left out, or put for others.
func (p *pairing) rest() {
	p.substitutes()
	p.moves()
	for _, h := range p.holes {
		q := p.q.open(h.q)
		s := p.openSource(h, q)
		switch {
		case p.addedToFragment(h, q):
			p.tell(Insertion, Major, q, trange{Start: h.s.End, End: h.s.End})
		case q.Len() > 0 && s.Len() > 0:
			p.tell(Substitution, p.weighSubstitution(q, s), q, s)
		case q.Len() > 0:
			p.tell(Insertion, p.weighInsertion(q), q, trange{Start: h.s.Start, End: h.s.Start})
		case s.Len() > 0:
			p.tell(Omission, p.weighOmission(s), trange{Start: h.q.Start, End: h.q.Start}, s)
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
func (p *pairing) addedToFragment(h hole, q trange) bool {
	if p.literal || len(p.q.tokens) > fragmentWords || q.Len() == 0 || q.End != h.q.End || h.q.End >= len(p.q.tokens) || !p.q.anyContent(q) {
		return false
	}
	head := p.q.mates[h.q.End]
	if len(head) == 0 || head[0].why > align.Stem || !content(p.q.tokens[h.q.End].text) {
		return false
	}
	j := head[0].at
	for k := max(0, j-4); k < j; k++ {
		if p.s.free(k) && person.First(p.s.tokens[k].text) != "" {
			return false
		}
	}
	return !p.s.anyContent(trange{Start: max(0, j-2), End: j})
}

// moves reports words that stand elsewhere in the same sentences.
func (p *pairing) moves() {
	for i := range p.q.tokens {
		if n := p.strayed(i); n > 1 || n == 1 && content(p.q.tokens[i].text) {
			j := p.q.mates[i][0].at
			p.tell(Order, Minor, trange{Start: i, End: i + n}, trange{Start: j, End: j + n})
		}
	}
	for i := 0; i < len(p.q.tokens); i++ {
		j, n := p.moved(i)
		if n > 1 || n == 1 && content(p.q.tokens[i].text) {
			p.tell(Order, Minor, trange{Start: i, End: i + n}, trange{Start: j, End: j + n})
		}
	}
}

// strayed is how many atoms from i on are tied to the same words side by side,
// out of the order of the rest.
func (p *pairing) strayed(i int) int {
	n := 0
	for k := i; k < len(p.q.tokens) && !p.q.told[k] && p.q.home[k] < 0 && len(p.q.mates[k]) > 0 && p.q.mates[k][0].at == p.q.mates[i][0].at+k-i; k++ {
		n++
	}
	return n
}

// moved is the longest run of open words of the source that equals the open
// words of the quote from atom i on.
func (p *pairing) moved(i int) (at, n int) {
	if !p.q.free(i) {
		return 0, 0
	}
	for j := range p.s.tokens {
		k := 0
		for i+k < len(p.q.tokens) && j+k < len(p.s.tokens) && p.q.free(i+k) && p.s.free(j+k) && p.q.tokens[i+k].norm == p.s.tokens[j+k].norm {
			k++
		}
		if k > n {
			at, n = j, k
		}
	}
	return at, n
}

// free reports whether an atom has no counterpart and is not accounted for.
func (s *side) free(i int) bool { return !s.told[i] && len(s.mates[i]) == 0 }

// substitutes reports pairs of different words that stand for each other.
func (p *pairing) substitutes() {
	for i := range p.q.tokens {
		if p.q.told[i] || len(p.q.mates[i]) == 0 || p.q.mates[i][0].why == align.Same {
			continue
		}
		m := p.q.mates[i][0]
		if p.s.told[m.at] {
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
	a, b := p.q.tokens[i].text, p.s.tokens[m.at].text
	switch {
	case person.First(a) != "" || person.First(b) != "":
		return person.First(a) != person.First(b) && (person.First(a) != "" || content(a)) && (person.First(b) != "" || content(b))
	case m.why == align.Spelling:
		return p.q.known(p.q.tokens[i].word) && p.s.known(p.s.tokens[m.at].word)
	}
	return m.why >= align.Learned && (content(a) || content(b))
}

// known reports whether a word is one of general English.
func (s *side) known(w int) bool {
	f := s.form(w)
	return f != nil && lexicon.Frequency(f.Stem) > 0
}

// open is the part of r from its first atom that is not accounted for to its last.
func (s *side) open(r trange) trange {
	for r.Start < r.End && !s.free(r.Start) {
		r.Start++
	}
	for r.End > r.Start && !s.free(r.End-1) {
		r.End--
	}
	return r
}

// openSource is what the source has in a hole: what lies within the match, and
// beyond the match's ends the words that the quote's own words q there may
// stand for.
func (p *pairing) openSource(h hole, q trange) trange {
	s := h.s
	alike, n := p.q.counterparts(q)
	if h.q.Start == 0 {
		for s.Start < s.End && !p.s.inside[s.Start] && s.Len() > p.s.before(s.End, n, alike) {
			s.Start++
		}
	}
	if h.q.End == len(p.q.tokens) {
		for s.Start < s.End && !p.s.inside[s.End-1] && s.Len() > p.s.behind(s.Start, n, alike) {
			s.End--
		}
	}
	return p.s.open(s)
}

// counterparts is what kind of word may stand for those of the quote, and how
// many: words of content or, where there are none, pronouns.
func (s *side) counterparts(q trange) (alike func(atom) bool, n int) {
	count := func(alike func(atom) bool) int {
		n := 0
		for _, a := range s.tokens[q.Start:q.End] {
			if alike(a) {
				n++
			}
		}
		return n
	}
	alike = func(a atom) bool { return content(a.text) }
	if n = count(alike); n == 0 {
		alike = func(a atom) bool { return person.First(a.text) != "" }
		n = count(alike)
	}
	return alike, n
}

// before and behind are how many atoms of the source's sentence, up to j or from
// j on, hold n words of a kind, without leaving the clause.
func (s *side) before(j int, n int, alike func(atom) bool) int {
	k := j
	for n > 0 && k > 0 && s.sentenceOf(k-1) == s.sentenceOf(j) && !clauseWords.Has(s.tokens[k-1].text) {
		if k--; alike(s.tokens[k]) {
			n--
		}
	}
	return j - k
}

func (s *side) behind(j int, n int, alike func(atom) bool) int {
	k := j
	for n > 0 && k < len(s.tokens) && s.sentenceOf(k) == s.sentenceOf(j-1) && !clauseWords.Has(s.tokens[k].text) {
		if alike(s.tokens[k]) {
			n--
		}
		k++
	}
	return k - j
}

// clauseWords join a clause to another.
var clauseWords = words.Set("grammar", "clause-words")

// content reports whether a word says something that a claim may hang on.
func content(w string) bool {
	return len(w) > 1 && !functionWords.Has(w) && !emptyWords.Has(w)
}

func (s *side) anyContent(r trange) bool {
	for i := r.Start; i < r.End; i++ {
		if s.free(i) && content(s.tokens[i].text) {
			return true
		}
	}
	return false
}
