package align

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
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

	lookedUp map[[2]int][]found // the places of runs of its terms, as far as they were looked up
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
	r.discount()
	return r
}

// discount takes the words in brackets for nothing: they are the reporter's, and often
// those of the question: “I would support [an exemption] for five years”. Of a query that
// has no others they are kept, and so are the letters of “[t]he”.
func (q *query) discount() {
	open := func(s text.Span) bool { return strings.Contains(q.Document.Read(s), "[") }
	if !slices.ContainsFunc(q.Spans, open) {
		return
	}
	bits, others := slices.Clone(q.bits), false
	for k, s := range q.Spans {
		in := wholeBrackets(q.Document.Read(s))
		for i := q.pieces[k]; i < q.pieces[k+1]; i++ {
			if at := int(q.Document.Words[q.terms[i].Word].Start); in.Holds(at - s.Start) {
				bits[i] = 0
			} else {
				others = true
			}
		}
	}
	if others {
		q.bits = bits
	}
}

// wholeBrackets are the brackets of a text that are no letters of a word that goes on
// behind them.
func wholeBrackets(s string) reading.Bracketed {
	return slices.DeleteFunc(reading.Brackets(s), func(b text.Span) bool {
		r, _ := utf8.DecodeRuneInString(s[b.End+1:])
		return unicode.IsLetter(r)
	})
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

// A wanted is a stem to look for and what a sentence gains by having it.
type wanted struct {
	stem     uint32
	of       uint32  // the stem of the query that it may stand for, or is
	likeness float32 // to that
	weight   float32 // in general English
}

// candidates are, of each transcript that comes near the best, the n sentences that
// score best against the terms, best first, more of a long one; the transcripts by the
// scores that chose them. Words that may stand for those of the query count as well,
// by their likeness. The commonest words only add to the scores of what the others bring
// in. Which of a transcript are looked at tells nothing but it and the query, and
// whether it is one of those that come near tells nothing but it and the best.
// Cost: the lists of the rarer stems, and the words of some 20n sentences.
func (ix *Index) candidates(q *query, terms []lexicon.Term, n int) [][]place {
	stems := ix.wanted(q, terms)
	acc := scratch.Get().(*accumulator)
	defer scratch.Put(acc)
	acc.reset(len(ix.norms))
	for _, w := range bringing(stems) {
		acc.gather(ix.listing.of(w.stem), w.weight)
	}
	lists := ix.ofEach(acc.all(ix.norms), n)
	weights := newWeighing(ix, q, stems, acc)
	defer weights.done()
	for i, list := range lists {
		lists[i] = weights.rescore(list, n)
	}
	return lists
}

// bringing are the stems that bring in sentences, of those wanted, which are in order
// of their weights: those that say something. Of a query of common words alone it is
// all of them.
func bringing(stems []wanted) []wanted {
	n := sort.Search(len(stems), func(i int) bool { return stems[i].weight < leastBringing })
	if n == 0 {
		return stems
	}
	return stems[:n]
}

// leastBringing is the weight of a word that one sentence of general English in eight
// has; a commoner one stands everywhere.
const leastBringing = 3 * 3

// How many transcripts are looked at: those with the best places closely, and of more
// a few places, as rivals.
const (
	several = 8
	many    = 80
	rivals  = 3
)

// ofEach are some of the best places in each transcript of which the best is half as
// good as the best of all; they are given in order of the index.
func (ix *Index) ofEach(all []place, n int) [][]place {
	regions := ix.regions(all)
	slices.SortFunc(regions, func(a, b region) int { return better(a.best, b.best) })
	var lists [][]place
	for i, r := range regions[:min(many, len(regions))] {
		most := 2 * ix.more(r.doc, n)
		if i >= several {
			most = min(most, rivals)
		}
		b := newBest(most)
		for _, p := range r.places {
			b.add(p)
		}
		lists = append(lists, b.sorted())
	}
	return lists
}

// more is n, and one more for every so many sentences of a transcript, up to twice n.
func (ix *Index) more(doc, n int) int { return n + min(n, ix.size(doc)/crowded) }

// A region is places of one transcript, in order.
type region struct {
	doc    int
	places []place
	best   place
}

// regions are places, in order of the index, by transcript: of those transcripts alone
// of which the best place is half as good as the best of all.
func (ix *Index) regions(all []place) []region {
	var most float32
	for _, p := range all {
		most = max(most, p.score)
	}
	var out []region
	for len(all) > 0 {
		doc := ix.doc(ix.sentences[all[0].sentence])
		_, end := ix.sentencesOf(doc)
		n, best := 0, all[0]
		for ; n < len(all) && all[n].sentence < end; n++ {
			if all[n].score > best.score {
				best = all[n]
			}
		}
		if 2*best.score >= most {
			out = append(out, region{doc, all[:n], best})
		}
		all = all[n:]
	}
	return out
}

// wanted are the stems of the terms that the index has, and those that may
// stand for them; those of the greatest weight first.
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
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(q.words.Stem(a.stem), q.words.Stem(b.stem)))
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

var scratch = sync.Pool{New: func() any { return &accumulator{} }}

// A weighing scores places by all the stems of a query, the common ones too, each as
// rare as it is in the transcript of the place.
type weighing struct {
	ix     *Index
	q      *query
	stems  []wanted
	of     []uint32  // by stem: its place in stems, counted from 1
	weight []float32 // of the stems, in the transcript; below 0 until it is asked for
	met    []int     // the place that had it last
	places int       // so far
}

// newWeighing uses the room of an accumulator until it is done.
func newWeighing(ix *Index, q *query, stems []wanted, acc *accumulator) *weighing {
	if n := len(ix.bits); len(acc.of) < n {
		acc.of = make([]uint32, n)
	}
	w := &weighing{ix: ix, q: q, stems: stems, of: acc.of}
	w.weight, w.met = make([]float32, len(stems)), make([]int, len(stems))
	for i, x := range stems {
		w.of[x.stem] = uint32(i) + 1
	}
	return w
}

func (w *weighing) done() {
	for _, x := range w.stems {
		w.of[x.stem] = 0
	}
}

// rescore gives the n best of places of one transcript, or more.
func (w *weighing) rescore(places []place, n int) []place {
	d := w.ix.doc(w.ix.sentences[places[0].sentence])
	for i := range w.weight {
		w.weight[i] = -1
	}
	b := newBest(w.ix.more(d, n))
	for _, p := range places {
		b.add(place{p.sentence, w.shared(d, p.sentence) / w.ix.norms[p.sentence]})
	}
	return b.sorted()
}

// shared sums up the weights of the stems that a sentence has.
func (w *weighing) shared(doc, sentence int) float32 {
	w.places++
	lo, hi := w.ix.tokensOf(sentence)
	var sum float32
	for t := lo; t < hi; t++ {
		i := int(w.of[w.ix.stemOf(t)]) - 1
		if i < 0 || w.met[i] == w.places {
			continue
		}
		w.met[i] = w.places
		if w.weight[i] < 0 {
			w.weight[i] = w.in(doc, w.stems[i])
		}
		sum += w.weight[i]
	}
	return sum
}

// in is the weight of a stem in a transcript.
func (w *weighing) in(doc int, x wanted) float32 {
	rare := float32(min(w.ix.in(doc, w.q, x.stem), w.ix.in(doc, w.q, x.of))) / 64
	return float32(x.likeness*rare) * float32(x.likeness*rare)
}

// A best keeps the n best of many places, the worst of them on top of a heap.
type best struct {
	places []place
	n      int
}

func newBest(n int) *best { return &best{places: make([]place, 0, n), n: n} }

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
