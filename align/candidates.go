package align

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// A query is a Query read with the vocabulary of the index. Forms and stems
// that the index does not know have numbers from its end on.
type query struct {
	Query
	words  *lexicon.Vocabulary
	terms  []lexicon.Term // of the quoted words, the pieces one after another
	stems  []uint32       // of the terms
	bits   []float32      // how telling the terms are in general English
	pieces []int          // the first term of each piece, and the end
}

// read reads a query.
func (ix *Index) read(q Query) *query { return q.read(lexicon.Over(ix.words)) }

// read reads a query with a vocabulary, which learns its words.
func (q Query) read(words *lexicon.Vocabulary) *query {
	r := &query{Query: q, words: words}
	if q.Document == nil {
		return r
	}
	for _, s := range q.Spans {
		r.pieces = append(r.pieces, len(r.terms))
		r.terms = r.words.Terms(r.terms, q.Document, q.Document.WordsIn(s))
	}
	r.pieces = append(r.pieces, len(r.terms))
	for _, t := range r.terms {
		f := r.words.Form(t.ID)
		r.stems = append(r.stems, f.StemID)
		r.bits = append(r.bits, information(f.Stem))
	}
	return r
}

// stem is the stem of a form of the query or the index.
func (q *query) stem(id uint32) uint32 { return q.words.Form(id).StemID }

// bitsOf is what a stem of the query says in general English, in bits.
func (ix *Index) bitsOf(q *query, stem uint32) float32 {
	if int(stem) < len(ix.bits) {
		return float32(ix.bits[stem]) / 64
	}
	return information(q.words.Stem(stem))
}

// A place is a sentence that shares words with a query.
type place struct {
	sentence int     // its number, counted through all transcripts
	score    float32 // Σ idf² of the stems it shares with the query, over its norm
}

// tokensOf is the tokens of a sentence, as half-open bounds.
func (ix *Index) tokensOf(sentence int) (lo, hi uint32) {
	return ix.sentences[sentence], ix.sentences[sentence+1]
}

// enoughTokens is after how many tokens of the rarest stems no commoner one
// brings in candidates, if there are some.
const enoughTokens = 50_000

// A wanted is a stem to look for and what a sentence gains by having it.
type wanted struct {
	stem     uint32
	of       uint32  // the stem of the query that it may stand for, or is
	likeness float32 // to that
	weight   float32 // in general English
}

// candidates are the sentences that score best against the terms, best first, in
// order of the index where they are equal: n of each transcript that comes near the
// best, more of a long one. Words that may stand for those of the query count as
// well, by their likeness. Sentences are brought in by the rarest stems; where there
// are enough of those, the words that very many have only add to their scores. Which
// of a transcript are looked at tells nothing but it and the query. Cost: the
// postings of the rarer stems, and the words of some 20n sentences.
func (ix *Index) candidates(q *query, terms []lexicon.Term, n int) []place {
	stems := ix.wanted(q, terms)
	acc := scratch.Get().(*accumulator)
	defer scratch.Put(acc)
	acc.reset(len(ix.norms))
	tokens := 0
	for i, w := range stems {
		list := ix.posting(w.stem)
		if tokens += len(list); tokens > enoughTokens && len(acc.touched) >= n {
			return ix.closest(q, ix.best(acc, 8*n), stems, n)
		}
		ix.gather(acc, list, w, uint32(i+1))
	}
	return ix.closest(q, ix.best(acc, len(acc.touched)), stems, n)
}

// closest are the n best of the places of each transcript, or more.
func (ix *Index) closest(q *query, all []place, stems []wanted, n int) []place {
	var out []place
	for _, list := range ix.ofEach(all, n) {
		out = append(out, ix.rescore(q, list, stems, n)...)
	}
	slices.SortFunc(out, better)
	return out
}

// How many transcripts are looked at: those with the best places closely, and of more
// a few places, as rivals.
const (
	several = 8
	many    = 80
	rivals  = 3
)

// ofEach are some of the best places in each transcript of which the best is half as
// good as the best of all.
func (ix *Index) ofEach(all []place, n int) [][]place {
	by := map[int]*best{}
	for _, p := range all {
		d := ix.doc(ix.sentences[p.sentence])
		if by[d] == nil {
			by[d] = newBest(2 * (n + min(n, ix.size(d)/crowded)))
		}
		by[d].add(p)
	}
	var lists [][]place
	for _, h := range by {
		lists = append(lists, h.sorted())
	}
	slices.SortFunc(lists, func(a, b []place) int { return better(a[0], b[0]) })
	far := func(l []place) bool { return 2*l[0].score < lists[0][0].score }
	if k := slices.IndexFunc(lists, far); k >= 0 {
		lists = lists[:k]
	}
	for i := several; i < len(lists); i++ {
		lists[i] = lists[i][:min(rivals, len(lists[i]))]
	}
	return lists[:min(many, len(lists))]
}

// wanted are the stems of the terms that the index has, and those that may
// stand for them; the rarest first.
func (ix *Index) wanted(q *query, terms []lexicon.Term) []wanted {
	var out []wanted
	for _, t := range terms {
		st := q.stem(t.ID)
		bits := ix.bitsOf(q, st)
		if int(st) < len(ix.bits) {
			out = append(out, wanted{st, st, 1, float32(bits * bits)})
		}
		out = ix.expand(out, q.words.Stem(st), st, bits)
	}
	slices.SortFunc(out, func(a, b wanted) int {
		return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(b.weight, a.weight), cmp.Compare(a.of, b.of))
	})
	out = slices.CompactFunc(out, func(a, b wanted) bool { return a.stem == b.stem })
	slices.SortFunc(out, func(a, b wanted) int {
		return cmp.Or(cmp.Compare(ix.count(a.stem), ix.count(b.stem)), cmp.Compare(a.stem, b.stem))
	})
	return out
}

// expand adds what may stand for a stem that says so many bits.
func (ix *Index) expand(out []wanted, stem string, number uint32, bits float32) []wanted {
	n := 0
	for _, a := range lexicon.Alternatives(stem) {
		if a.Likeness < expandFrom || n == expandTo {
			break
		}
		if st, ok := ix.words.StemNumber(a.Text); ok {
			w := a.Likeness * min(bits, ix.bitsOf(nil, st))
			out = append(out, wanted{st, number, a.Likeness, float32(w * w)})
			n++
		}
	}
	return out
}

// expandFrom is the likeness of the least alike word that may stand for one of
// the query, expandTo how many may.
const (
	expandFrom = .5
	expandTo   = 6
)

// An accumulator sums up scores of sentences; only those touched are cleared.
type accumulator struct {
	scores  []float32
	last    []uint32 // the number of the last stem that added to the score
	touched []uint32
}

var scratch = sync.Pool{New: func() any { return &accumulator{} }}

func (a *accumulator) reset(n int) {
	for _, s := range a.touched {
		a.scores[s], a.last[s] = 0, 0
	}
	a.touched = a.touched[:0]
	if len(a.scores) < n {
		a.scores, a.last = make([]float32, n), make([]uint32, n)
	}
}

// gather adds the weight of the number-th stem to the sentences of its tokens.
func (ix *Index) gather(acc *accumulator, list []uint32, w wanted, number uint32) {
	for _, t := range list {
		s := ix.sentence(t)
		if acc.last[s] == number {
			continue
		}
		if acc.last[s] == 0 {
			acc.touched = append(acc.touched, uint32(s))
		}
		acc.last[s] = number
		acc.scores[s] += w.weight
	}
}

// best are the n sentences with the best scores, in no order.
func (ix *Index) best(acc *accumulator, n int) []place {
	b := newBest(n)
	for _, s := range acc.touched {
		b.add(place{int(s), acc.scores[s] / ix.norms[s]})
	}
	return b.places
}

// rescore scores places of one transcript by all the stems, the common ones too,
// as rare as they are in it, and gives the n best, or more.
func (ix *Index) rescore(q *query, places []place, stems []wanted, n int) []place {
	d := ix.doc(ix.sentences[places[0].sentence])
	weights := map[uint32]float32{}
	for _, w := range stems {
		rare := float32(min(ix.in(d, q, w.stem), ix.in(d, q, w.of))) / 64
		weights[w.stem] = float32(w.likeness*rare) * float32(w.likeness*rare)
	}
	b := newBest(n + min(n, ix.size(d)/crowded))
	for _, p := range places {
		b.add(place{p.sentence, ix.shared(p.sentence, weights) / ix.norms[p.sentence]})
	}
	return b.sorted()
}

// shared sums up the weights of the stems that a sentence has.
func (ix *Index) shared(sentence int, weights map[uint32]float32) float32 {
	lo, hi := ix.tokensOf(sentence)
	var met []uint32
	var sum float32
	for _, id := range ix.tokens[lo:hi] {
		st := ix.stem[id]
		if w, ok := weights[st]; ok && !slices.Contains(met, st) {
			met = append(met, st)
			sum += w
		}
	}
	return sum
}

// A best keeps the n best of many places, the worst of them on top of a heap.
type best struct {
	places []place
	n      int
}

func newBest(n int) *best { return &best{n: n} }

// better puts places in order: by score, then as they stand.
func better(a, b place) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.sentence, b.sentence))
}

func (h *best) add(p place) {
	if len(h.places) < h.n {
		h.places = append(h.places, p)
		for i := len(h.places) - 1; i > 0 && better(h.places[(i-1)/2], h.places[i]) < 0; i = (i - 1) / 2 {
			h.places[i], h.places[(i-1)/2] = h.places[(i-1)/2], h.places[i]
		}
		return
	}
	if h.n > 0 && better(p, h.places[0]) < 0 {
		h.places[0] = p
		h.sink()
	}
}

// sink puts the top where it belongs.
func (h *best) sink() {
	for i := 0; ; {
		worst := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(h.places); c++ {
			if better(h.places[worst], h.places[c]) < 0 {
				worst = c
			}
		}
		if worst == i {
			return
		}
		h.places[i], h.places[worst] = h.places[worst], h.places[i]
		i = worst
	}
}

// sorted is the places, best first.
func (h *best) sorted() []place {
	slices.SortFunc(h.places, better)
	return h.places
}

// sqrt of a sum of squares; correctly rounded on every machine. Never 0.
func sqrt(x float64) float32 { return float32(math.Sqrt(max(x, 1e-6))) }

// span is the text of the tokens lo to hi of one transcript.
func (ix *Index) span(lo, hi uint32) text.Span {
	d := ix.docs[ix.doc(lo)]
	return d.SpanOf(text.Range{Start: ix.wordsOf(lo).Start, End: ix.wordsOf(hi - 1).End})
}
