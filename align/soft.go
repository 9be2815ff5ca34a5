package align

import (
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// considered is how many candidate sentences are looked at word by word.
const considered = 30

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

// A source is a place that a run of quoted words may have come from.
type source struct {
	doc    int
	seed   int     // the sentence that it was found by
	rank   int     // of the seed among the candidates
	pieces []piece // the seed's first
	ev     Evidence
	value  int64 // what the model makes of it
}

// A piece is a window of a sentence, with the links between its words and the
// quote's.
type piece struct {
	sentence int
	tokens   []token
	links    []link
	lo, hi   int // the window, in tokens
}

// A search is the state of looking for one run of terms.
type search struct {
	ix     *Index
	q      *query
	terms  []lexicon.Term
	tokens []token
	total  int64 // of the quote's weights, in hundredths
	rows   map[uint32][]link
	loom   loom

	grams      []uint32 // the letter groups of its words
	gramShares map[uint32]int32
	norm       int64 // Σ rarity² of its words
}

func (ix *Index) search(q *query, terms []lexicon.Term) *search {
	s := &search{ix: ix, q: q, terms: terms, rows: map[uint32][]link{}, gramShares: map[uint32]int32{}}
	for _, t := range terms {
		tok := s.tokenOf(t.ID, t.Word, q.Document, int(t.Word))
		s.tokens = append(s.tokens, tok)
		s.total += int64(tok.weight) * 100
		w := s.rarity(t.ID)
		s.norm += w * w
	}
	return s
}

// soft finds by likeness what exact has not placed. It is given the exact
// matches, best first, and gives all matches, best first.
func (ix *Index) soft(q *query, exact []Match) []Match {
	if len(q.terms) == 0 || len(exact) > 0 && exact[0].Accepted {
		return exact
	}
	s := ix.search(q, q.terms)
	out := s.matches(s.sources())
	out = append(out, exact...)
	slices.SortStableFunc(out, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// sources lists the places that the terms may have come from, best first.
func (s *search) sources() []source {
	var out []source
	for rank, c := range s.ix.candidates(s.q, s.terms, considered) {
		base := s.seeded(c.sentence, rank)
		if base.pieces[0].hi == 0 {
			continue
		}
		out = append(out, base)
		if rank < considered/3 {
			if grown, ok := s.grow(base); ok {
				out = append(out, grown)
			}
		}
	}
	for i := range out {
		out[i].value = model().Rank.Value(out[i].ev[:])
	}
	slices.SortStableFunc(out, func(a, b source) int {
		return cmp.Or(cmp.Compare(b.value, a.value), cmp.Compare(a.seed, b.seed))
	})
	return out
}

func (s *search) seeded(sentence, rank int) source {
	lo, _ := s.ix.tokensOf(sentence)
	p := s.read(sentence)
	s.pair(&p, nil)
	src := source{doc: s.ix.doc(lo), seed: sentence, rank: rank, pieces: []piece{p}}
	s.weigh(&src)
	return src
}

// read makes a piece of a sentence.
func (s *search) read(sentence int) piece {
	lo, hi := s.ix.tokensOf(sentence)
	d := s.ix.docs[s.ix.doc(lo)]
	p := piece{sentence: sentence, tokens: make([]token, 0, hi-lo)}
	for t := lo; t < hi; t++ {
		p.tokens = append(p.tokens, s.tokenOf(s.ix.tokens[t], t, d, s.ix.word(t)))
	}
	return p
}

// pair pairs the quote with a piece, those of its words aside that are taken,
// and cuts the piece to its window.
func (s *search) pair(p *piece, taken []bool) {
	links := s.loom.pair(s.tokens, p.tokens, taken, s.row)
	p.links = append(p.links[:0], links...)
	s.trim(p)
}

// row lists the quote's tokens that are like a form.
func (s *search) row(form uint32) []link {
	if row, ok := s.rows[form]; ok {
		return row
	}
	var row []link
	f := s.q.words.Form(form)
	for i, t := range s.tokens {
		if like, why := s.alike(t.form, form, s.q.words.Form(t.form), f); like > 0 {
			row = append(row, link{q: int32(i), like: like, why: why})
		}
	}
	s.rows[form] = row
	return row
}

func (s *search) alike(a, b uint32, f, g *lexicon.Form) (int32, Why) {
	if a == b {
		return 100, Same
	}
	like, why := lexicon.Alike(f, g)
	return int32(like*100 + .5), whys[why]
}

// matches makes matches of the best sources. Of two that overlap the better is
// kept.
func (s *search) matches(list []source) []Match {
	var out []Match
	var kept []*source
	for i := range list {
		src := &list[i]
		if slices.ContainsFunc(kept, src.overlaps) {
			continue
		}
		kept = append(kept, src)
		elsewhere := src.value - 100*judge.Unit
		for j := range list {
			if !src.overlaps(&list[j]) {
				elsewhere = max(elsewhere, list[j].value)
			}
		}
		m := s.match(src)
		c := judge.Case{Evidence: src.ev[:], Rank: src.value, Margin: src.value - elsewhere, Pool: judge.Pool(len(s.ix.sentences) - 1)}
		m.Score = model().Score(&c)
		m.Accepted = m.Score >= model().Accept
		if out = append(out, m); len(out) == shown {
			break
		}
	}
	for i := range out {
		for j := range out {
			if i != j {
				out[i].Margin = out[i].Score - out[j].Score
				break
			}
		}
	}
	return out
}

// overlaps reports whether two sources have words in common.
func (src *source) overlaps(other *source) bool {
	for i := range src.pieces {
		for j := range other.pieces {
			a, b := &src.pieces[i], &other.pieces[j]
			if a.sentence == b.sentence && a.lo < b.hi && b.lo < a.hi {
				return true
			}
		}
	}
	return false
}

func (s *search) match(src *source) Match {
	m := Match{Transcript: src.doc}
	var ties []tie
	pieces := slices.Clone(src.pieces)
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.sentence, b.sentence) })
	for i := range pieces {
		p := &pieces[i]
		if p.hi == p.lo {
			continue
		}
		w := s.window(p)
		if n := len(m.Spans); n > 0 && i > 0 && pieces[i-1].sentence+1 == p.sentence {
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
	lo := p.tokens[p.lo].at
	return s.ix.span(lo, lo+uint32(p.hi-p.lo))
}

// A Candidate is a place that was looked at, with what its score is made of.
type Candidate struct {
	Match    Match
	Evidence []int32
}

// Explain lists the places that were looked at, the likest first.
func (ix *Index) Explain(q Query) []Candidate {
	r := ix.read(q)
	s := ix.search(r, r.terms)
	var out []Candidate
	for _, src := range s.sources() {
		out = append(out, Candidate{s.match(&src), src.ev[:]})
	}
	return out
}
