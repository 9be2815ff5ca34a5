package align

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// The problem: another translation of a sentence shares half of its words with
// it, in another order, and a sentence that only shares its subject shares a
// third. The naive way takes the sentence with the greatest similarity of one
// kind and is right nineteen times in twenty, without knowing when it is not; a
// threshold on that similarity refuses half of what is right before it refuses
// what is wrong. Here an inverted index names candidates, each is set against
// the quote word by word, and what speaks for it and against it, in numbers, is
// put before a model fitted on translations (package judge). Cost: the postings
// of the rarer words, and for some thirty sentences the quote's words times
// theirs; linear in the quote.

// Candidate sentences are looked at word by word: so many, and more where there
// are more sentences to crowd out the right one.
const (
	considered = 30
	crowded    = 200 // sentences to every further candidate, up to as many again
)

// shown is how many places are given.
const shown = 5

//go:embed weights.txt
var weightsData string

var model = sync.OnceValue(func() *judge.Model {
	m, err := judge.Parse(weightsData)
	if err != nil {
		panic("align: weights.txt: " + err.Error())
	}
	return m
})

// A search is the state of looking for one run of terms.
type search struct {
	ix      *Index
	q       *query
	tokens  []token
	forms   []*lexicon.Form // of the tokens
	traits  []trait         // likewise
	parts   []text.Range    // of the tokens: the quote's sentences
	halves  []text.Range    // likewise, by weight
	total   int64           // of their weights, in hundredths
	norms   map[int]int64   // by transcript: Σ rarity² of them
	rivals  [][]*source     // what was found in each transcript, the best first
	letters []uint32        // groups of them in the quote
	maybe   sketch          // of these
	own     []trait         // of the forms that only the quote has
	memory  *memory
}

// search begins a search; whoever does ends it with done.
func (ix *Index) search(q *query, terms []lexicon.Term) *search {
	s := &search{ix: ix, q: q, norms: map[int]int64{}, memory: memories.Get().(*memory)}
	s.memory.reset(ix, q.words)
	s.quoted(terms)
	s.halves = s.halvesOf()
	return s
}

// done gives back the memory of a search. What it has found stays, but for the tokens
// and links of its sources.
func (s *search) done() {
	memories.Put(s.memory)
	s.memory = nil
}

// soft finds by likeness what exact has not placed. It is given the exact
// matches, best first, and gives all matches, best first.
func (ix *Index) soft(q *query, exact []Match) []Match {
	switch {
	case len(q.terms) == 0:
		return nil
	case len(q.terms) <= fragmentary:
		return ix.fragment(q, exact)
	case q.settled(exact):
		return exact
	case len(q.terms) >= bulky:
		return told(ranked(append(ix.long(q), exact...)), math.MaxInt)
	}
	return ix.likely(q, exact)
}

// likely finds by likeness, in each transcript by itself.
func (ix *Index) likely(q *query, exact []Match) []Match {
	s := ix.search(q, q.terms)
	defer s.done()
	all := s.sources(s.seeds(q.terms))
	here := make([][]placed, len(all))
	for i, list := range all {
		here[i] = s.places(list)
	}
	if len(q.terms) <= partial {
		ix.confirm(q, here)
	}
	var out []Match
	for i, list := range all {
		var own []Match
		own, exact = part(exact, list[0].doc)
		out = append(out, s.merge(own, here[i])...)
	}
	return s.told(append(out, exact...))
}

// refused is how many places are told, at most, that were not accepted.
const refused = 8

// told are the matches that are told, the best first, with what their places are made
// of.
func (s *search) told(list []Match) []Match {
	out := told(ranked(list), refused)
	for i := range out {
		s.finish(&out[i])
	}
	return out
}

// told are matches but those that were not accepted behind the first few of these.
func told(list []*Match, refused int) []Match {
	var out []Match
	for _, m := range list {
		if !m.Accepted {
			refused--
		}
		if m.Accepted || refused >= 0 {
			out = append(out, *m)
		}
	}
	return out
}

// finish makes the spans and pairs of a match that has none yet.
func (s *search) finish(m *Match) {
	if m.from != nil {
		made := s.match(m.from)
		m.Spans, m.Pairs, m.from = made.Spans, made.Pairs, nil
	}
}

// part parts the matches in a transcript from the others.
func part(list []Match, transcript int) (own, others []Match) {
	for _, m := range list {
		if m.Transcript == transcript {
			own = append(own, m)
		} else {
			others = append(others, m)
		}
	}
	return own, others
}

// merge puts exact matches that did not settle the search together with those
// found by likeness. One that is accepted stands first, as it is, with the score
// that the model gives to its place.
func (s *search) merge(exact []Match, here []placed) []Match {
	likely := make([]Match, len(here), len(here)+len(exact))
	for i := range here {
		likely[i] = here[i].Match
	}
	if len(exact) == 0 || !exact[0].Accepted {
		return append(likely, exact...)
	}
	for i := range likely {
		s.finish(&likely[i])
	}
	first := exact[0]
	var out []Match
	for _, m := range likely {
		if m.meets(first) {
			first.Score = max(threshold, m.Score)
			continue
		}
		out = append(out, m)
	}
	out = append(out, exact[1:]...)
	for i := range out {
		out[i].Score = min(out[i].Score, first.Score)
	}
	return append([]Match{first}, out...)
}

// settled reports whether the best exact match leaves nothing to look for: it is
// accepted, and most of the quote stands there. A few telling words in common do
// not stop the search for a better place.
func (q *query) settled(exact []Match) bool {
	if len(exact) == 0 || !exact[0].Accepted {
		return false
	}
	there := map[int]bool{}
	for _, p := range exact[0].Pairs {
		there[p.Quote] = there[p.Quote] || p.Why != Clash
	}
	var tied, all float32
	for i, t := range q.terms {
		all += q.bits[i]
		if there[int(t.Word)] {
			tied += q.bits[i]
		}
	}
	return tied >= all*mostly
}

// mostly is the share of a quote that stands in one place when that settles it.
const mostly = .7

// ranked puts the likeliest first and tells how far each stands above the best of the
// others in its transcript.
func ranked(list []Match) []*Match {
	out := pointers(list)
	slices.SortStableFunc(out, func(a, b *Match) int { return cmp.Compare(b.Score, a.Score) })
	margins(out)
	return out
}

// seeds are the sentences that are set against the terms, those of one transcript the
// best first.
func (s *search) seeds(terms []lexicon.Term) []int {
	var out []int
	for _, list := range s.ix.candidates(s.q, terms, considered) {
		for _, c := range list {
			out = append(out, c.sentence)
		}
	}
	return out
}

// sources lists the places around seeds that the quote may have come from, by
// transcript, best first.
func (s *search) sources(seeds []int) [][]*source {
	by := map[int][]*source{}
	var docs []int
	rank := map[int]int{} // by transcript: candidates so far
	for _, n := range seeds {
		d := s.ix.doc(s.ix.sentences[n])
		if rank[d] == 0 {
			docs = append(docs, d)
		}
		by[d] = s.around(by[d], n, rank[d])
		rank[d]++
	}
	slices.Sort(docs)
	var out [][]*source
	for _, d := range docs {
		if len(by[d]) > 0 {
			s.rank(by[d])
			out = append(out, by[d])
		}
	}
	s.rivals = slices.Clone(out)
	slices.SortStableFunc(s.rivals, func(a, b []*source) int { return cmp.Compare(b[0].value, a[0].value) })
	return out
}

// rank sorts sources, the best first.
func (s *search) rank(list []*source) {
	for _, src := range list {
		src.value = model().Rank.Value(src.ev[:])
	}
	slices.SortStableFunc(list, func(a, b *source) int { return cmp.Compare(b.value, a.value) })
}

// A placed is a match with what it was made of.
type placed struct {
	Match
	src   *source
	logit int64 // of its score, in 1/judge.Unit
	there bool  // the reporter's sentence was placed there too
}

// score takes the score from the log odds.
func (p *placed) score() {
	p.Score = judge.Logistic(p.logit)
	p.Accepted = p.Score >= model().Accept && p.src.claimable()
}

// claimable reports whether a source answers enough of the quote to be claimed.
func (src *source) claimable() bool {
	return src.ev[quoteCovered] >= model().Answered && src.ev[weakestSentence] >= model().Least
}

func sortPlaced(list []placed) {
	slices.SortStableFunc(list, func(a, b placed) int { return cmp.Compare(b.logit, a.logit) })
}

// places judges the best sources of a transcript, of which none overlaps a better one.
func (s *search) places(list []*source) []placed {
	out := make([]placed, 0, min(shown, len(list)))
	for _, src := range list {
		if slices.ContainsFunc(out, func(p placed) bool { return p.src.overlaps(src) }) {
			continue
		}
		margin := src.value - s.rival(list, src)
		c := judge.Case{
			Evidence: src.ev[:], Rank: src.value, Margin: margin,
			Pool: judge.Pool(s.ix.size(src.doc)), Few: len(s.tokens) <= fragmentary,
		}
		s.memory.inputs = c.Inputs(s.memory.inputs[:0])
		p := placed{Match: Match{Transcript: src.doc, from: src}, src: src, logit: model().Odds(&c, s.memory.inputs)}
		if n := len(out); n > 0 {
			p.logit = min(p.logit, out[n-1].logit) // the ranking knows better which is first
		}
		p.score()
		if out = append(out, p); len(out) == shown {
			break
		}
	}
	return out
}

// comesNear is how much less the value of a place in another speech is, at most, that
// makes it a rival. One further off speaks against the place as little as that the
// speech was loaded.
const comesNear = 4 * judge.Unit

// rival is the value of the best place apart from a source: in its transcript, or in
// one of another speech that comes near it. The same words are the same place.
func (s *search) rival(list []*source, src *source) int64 {
	best := src.value - 100*judge.Unit
	apart := func(o *source) bool { return !src.overlaps(o) && !s.ix.sameWords(src, o) }
	if i := slices.IndexFunc(list, apart); i >= 0 {
		best = max(best, list[i].value)
	}
	for _, others := range s.rivals {
		least := max(best, src.value-comesNear)
		if others[0].value <= least {
			break
		}
		if others[0].doc == src.doc {
			continue
		}
		i := slices.IndexFunc(others, func(o *source) bool { return !s.ix.sameWords(src, o) })
		if i >= 0 && others[i].value > least && !s.ix.Versions(others[i].doc, src.doc) {
			best = others[i].value
		}
	}
	return best
}

// sameWords reports whether two sources are the same words in two places.
func (ix *Index) sameWords(a, b *source) bool {
	if len(a.pieces) != len(b.pieces) {
		return false
	}
	for i := range a.pieces {
		x, y := a.pieces[i].bounds(), b.pieces[i].bounds()
		if !ix.tokens.equal(uint32(x.Start), uint32(x.End), uint32(y.Start), uint32(y.End)) {
			return false
		}
	}
	return true
}

func (s *search) match(src *source) Match {
	m := Match{Transcript: src.doc}
	var ties []tie
	pieces := slices.Clone(src.pieces)
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.from, b.from) })
	for i := range pieces {
		p := &pieces[i]
		s.round(p, len(pieces) == 1)
		w := s.window(p)
		if n := len(m.Spans); n > 0 && i > 0 && pieces[i-1].to == p.from {
			m.Spans[n-1] = m.Spans[n-1].Cover(w)
		} else {
			m.Spans = append(m.Spans, w)
		}
		for _, l := range p.links {
			if int(l.s) >= p.lo && int(l.s) < p.hi {
				t := tie{int(l.q), p.tokens[l.s].at, float32(l.like) / 100, l.why}
				if l.why == Same && s.tokens[l.q].kind == aNumber {
					t.why = s.ix.written(s.q, t.term, t.token)
				}
				ties = append(ties, t)
			}
		}
	}
	slices.SortFunc(ties, func(a, b tie) int { return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(a.token, b.token)) })
	m.Pairs = s.ix.wordPairs(s.q, nil, ties)
	return m
}

// window is the source's words in a piece.
func (s *search) window(p *piece) text.Span {
	r := p.bounds()
	return s.ix.span(uint32(r.Start), uint32(r.End))
}

// A Candidate is a place that was looked at, with what its score is made of:
// nothing for one that stands there word for word, which is not searched on.
type Candidate struct {
	Match     Match
	Evidence  []int32
	Claimable bool // it answers enough of the quote, whatever its score
}

// Explain lists the places that were looked at, the likest first, after the one
// that was accepted by its own words, if any was; none where [Query.Err] tells what is
// wrong.
func (ix *Index) Explain(q Query) []Candidate {
	if q.Err() != nil {
		return nil
	}
	var out []Candidate
	r := ix.read(q)
	if exact := ix.exact(r); r.settled(exact) {
		out = append(out, Candidate{Match: exact[0]})
	}
	s := ix.search(r, r.terms)
	defer s.done()
	for _, list := range s.sources(s.seeds(r.terms)) {
		for _, src := range list {
			out = append(out, Candidate{s.match(src), src.ev[:], src.claimable()})
		}
	}
	return out
}
