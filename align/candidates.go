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
func (ix *Index) read(q Query) *query {
	r := &query{Query: q, words: lexicon.Over(ix.words)}
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

// weight is the idf of a stem of the query, in bits.
func (ix *Index) weight(q *query, stem uint32) float32 {
	if int(stem) < len(ix.idf) {
		return ix.idf[stem]
	}
	return ix.rarity(q.words.Stem(stem), 0)
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

// common is how many tokens a stem may stand at and still bring in candidates,
// beside the rarest ones, which always do.
const common = 20_000

// candidates are the n sentences that score best against the terms, best first,
// in order of the index where they are equal. Sentences are brought in by the
// rarest stems; the words that they all have only add to their scores. Cost:
// the postings of those stems, and the words of 8n sentences.
func (ix *Index) candidates(q *query, terms []lexicon.Term, n int) []place {
	stems := ix.distinct(q, terms)
	acc := scratch.Get().(*accumulator)
	defer scratch.Put(acc)
	acc.reset(len(ix.norms))
	for i, st := range stems {
		list := ix.posting(st)
		if i > 0 && len(list) > common && len(acc.touched) >= n {
			break
		}
		w := ix.idf[st]
		ix.gather(acc, list, float32(w*w))
	}
	return ix.best(acc, stems, n)
}

// distinct are the stems of the terms that the index has, the rarest first.
func (ix *Index) distinct(q *query, terms []lexicon.Term) []uint32 {
	var stems []uint32
	for _, t := range terms {
		if st := q.stem(t.ID); int(st) < len(ix.df) {
			stems = append(stems, st)
		}
	}
	slices.Sort(stems)
	stems = slices.Compact(stems)
	slices.SortFunc(stems, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(ix.df[a], ix.df[b]), cmp.Compare(a, b))
	})
	return stems
}

// An accumulator sums up scores of sentences; only those touched are cleared.
type accumulator struct {
	scores  []float32
	touched []uint32
}

var scratch = sync.Pool{New: func() any { return &accumulator{} }}

func (a *accumulator) reset(n int) {
	for _, s := range a.touched {
		if int(s) < len(a.scores) {
			a.scores[s] = 0
		}
	}
	a.touched = a.touched[:0]
	if cap(a.scores) < n {
		a.scores = make([]float32, n)
	}
	a.scores = a.scores[:cap(a.scores)]
}

// gather adds w to the sentence of each token listed.
func (ix *Index) gather(acc *accumulator, list []uint32, w float32) {
	for _, t := range list {
		s := ix.sentence(t)
		if acc.scores[s] == 0 {
			acc.touched = append(acc.touched, uint32(s))
		}
		acc.scores[s] += w
	}
}

// best scores the most promising sentences by all the stems.
func (ix *Index) best(acc *accumulator, stems []uint32, n int) []place {
	places := make([]place, len(acc.touched))
	for i, s := range acc.touched {
		places[i] = place{int(s), acc.scores[s] / ix.norms[s]}
	}
	places = top(places, 8*n)
	weights := map[uint32]float32{}
	for _, st := range stems {
		weights[st] = float32(ix.idf[st] * ix.idf[st])
	}
	for i := range places {
		places[i].score = ix.shared(places[i].sentence, weights) / ix.norms[places[i].sentence]
	}
	return top(places, n)
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

// top is the n best places in order.
func top(places []place, n int) []place {
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.sentence, b.sentence))
	})
	return places[:min(n, len(places))]
}

// sqrt of a sum of squares; correctly rounded on every machine. Never 0.
func sqrt(x float64) float32 { return float32(math.Sqrt(max(x, 1e-6))) }

// span is the text of the tokens lo to hi of one transcript.
func (ix *Index) span(lo, hi uint32) text.Span {
	d := ix.docs[ix.doc(lo)]
	return d.SpanOf(text.Range{Start: ix.wordsOf(lo).Start, End: ix.wordsOf(hi - 1).End})
}
