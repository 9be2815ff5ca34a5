package align

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"sort"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// Which of a million transcripts may a quote have come from? To have all of them in an
// Index takes twice their bytes in memory and a second for every thirty megabytes. A
// Sieve is what an Index knows of the sentences that each stem is in, as bytes that
// are used as they lie, in a file that is mapped into memory: a third of a byte for a
// byte of text. It gives the transcripts that Find would look at; an Index of those
// alone then finds what one of all would find.
//
// The bytes are, in little endian: three counts (stems, sentences, transcripts); the
// ends of the stems' texts; how many tokens have each stem; where its list begins; the
// first sentence of each transcript, and the end; the sentences' norms; the texts, in
// their order; the lists.

// A Sieve tells which of the transcripts of an Index a quote may have come from.
type Sieve struct {
	stems, sentences, documents int
	ends, counts, first, lines  []byte // of four bytes each
	norms, texts, lists         []byte
}

// Sieve is that of the index, as bytes for [ReadSieve].
func (ix *Index) Sieve() []byte {
	order := make([]uint32, len(ix.bits))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(ix.words.Stem(a), ix.words.Stem(b)) })
	var ends, counts, first, texts, lists []byte
	put := binary.LittleEndian.AppendUint32
	for _, st := range order {
		texts = append(texts, ix.words.Stem(st)...)
		ends, counts = put(ends, uint32(len(texts))), put(counts, uint32(ix.count(st)))
		first = put(first, uint32(len(lists)))
		lists = append(lists, ix.listing.of(st)...)
	}
	out := put(put(put(nil, uint32(len(order))), uint32(len(ix.norms))), uint32(len(ix.docs)))
	out = append(append(append(out, ends...), counts...), put(first, uint32(len(lists)))...)
	for _, n := range ix.lines {
		out = put(out, n)
	}
	for _, n := range ix.norms {
		out = put(out, math.Float32bits(n))
	}
	return append(append(out, texts...), lists...)
}

// ReadSieve takes the bytes of one, which must stay as they are. They are an error
// where they cannot be those of a Sieve.
func ReadSieve(b []byte) (*Sieve, error) {
	wrong := errors.New("align: not the bytes of a sieve")
	if len(b) < 12 {
		return nil, wrong
	}
	s := &Sieve{stems: word(b, 0), sentences: word(b, 1), documents: word(b, 2)}
	b = b[12:]
	for _, part := range []struct {
		to *[]byte
		n  int
	}{
		{&s.ends, 4 * s.stems}, {&s.counts, 4 * s.stems}, {&s.first, 4 * (s.stems + 1)},
		{&s.lines, 4 * (s.documents + 1)}, {&s.norms, 4 * s.sentences},
	} {
		if len(b) < part.n {
			return nil, wrong
		}
		*part.to, b = b[:part.n:part.n], b[part.n:]
	}
	n := 0
	if s.stems > 0 {
		n = word(s.ends, s.stems-1)
	}
	if len(b) < n || len(b)-n != word(s.first, s.stems) || word(s.lines, s.documents) != s.sentences {
		return nil, wrong
	}
	s.texts, s.lists = b[:n:n], b[n:]
	return s, nil
}

// word is the i-th number of four bytes.
func word(b []byte, i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

// Documents is how many transcripts it is of.
func (s *Sieve) Documents() int { return s.documents }

// stem is the number of a stem, if the sieve has it.
func (s *Sieve) stem(text string) (int, bool) {
	i := sort.Search(s.stems, func(i int) bool { return string(s.textOf(i)) >= text })
	return i, i < s.stems && string(s.textOf(i)) == text
}

func (s *Sieve) textOf(stem int) []byte {
	from := 0
	if stem > 0 {
		from = word(s.ends, stem-1)
	}
	return s.texts[from:word(s.ends, stem)]
}

func (s *Sieve) list(stem int) []byte { return s.lists[word(s.first, stem):word(s.first, stem+1)] }

func (s *Sieve) norm(sentence int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(s.norms[4*sentence:]))
}

// A Picked is a transcript that a quote may have come from: the number of a sieve, and
// its number there.
type Picked struct{ Sieve, Document int }

// manyTokens is after how many tokens of a query's words the commonest ones do not say
// any more which transcripts have the very words of a quote.
const manyTokens = 600_000

// Pick gives the transcripts that [Index.Find] looks at for a query, in order: those
// that come near the best by what says the same, and those that have most of the very
// words in one sentence. The sieves are those of parts of one set of transcripts, in
// its order. Cost: the lists of the query's rarer words.
func Pick(sieves []*Sieve, q Query) []Picked {
	if q.Err() != nil {
		return nil
	}
	r := q.read(&lexicon.Vocabulary{})
	picked := map[Picked]bool{}
	for _, part := range r.sought() {
		newPicking(sieves, part).pick(picked)
	}
	out := make([]Picked, 0, len(picked))
	for p := range picked {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Picked) int {
		return cmp.Or(cmp.Compare(a.Sieve, b.Sieve), cmp.Compare(a.Document, b.Document))
	})
	return out
}

// sought are the queries that Find makes of one: it, its stretches where it is long,
// and the reporter's sentence and clause around it where it is short.
func (q *query) sought() []*query {
	if len(q.terms) == 0 {
		return nil
	}
	out := []*query{q}
	of := func(spans ...text.Span) {
		out = append(out, Query{Document: q.Document, Spans: spans}.read(q.words))
	}
	if len(q.terms) >= bulky {
		for _, s := range q.stretches() {
			of(s)
		}
	}
	if context := q.Document.WordsIn(q.Context); len(q.terms) <= partial && context.Len() > q.quotedWords() {
		of(q.beside(context)...)
		of(q.beside(q.clause(context))...)
	}
	return out
}

// A picking is one run of terms looked for in sieves.
type picking struct {
	sieves []*Sieve
	stems  []sifted
	accs   []*accumulator
}

// A sifted is a stem to look for.
type sifted struct {
	text   string
	weight float32
	count  int   // of its tokens
	at     []int // in each sieve; -1 where it is not there
	own    bool  // it is one of the query's, and none that may stand for one
}

func newPicking(sieves []*Sieve, q *query) *picking {
	p := &picking{sieves: sieves}
	best := map[string]int{}
	want := func(st string, weight float32, own bool) bool {
		if i, ok := best[st]; ok {
			p.stems[i].weight, p.stems[i].own = max(p.stems[i].weight, weight), p.stems[i].own || own
			return true
		}
		x := sifted{text: st, weight: weight, own: own}
		there := false
		for _, s := range sieves {
			i, ok := s.stem(st)
			if !ok {
				i = -1
			} else {
				x.count += word(s.counts, i)
			}
			x.at, there = append(x.at, i), there || ok
		}
		if there {
			best[st] = len(p.stems)
			p.stems = append(p.stems, x)
		}
		return there
	}
	for _, t := range q.terms {
		st := q.words.Form(t.ID).Stem
		bits := coarse(st)
		if !want(st, float32(bits*bits), true) {
			bits = information(st)
		}
		n := 0
		for _, a := range lexicon.Alternatives(st) {
			if a.Likeness < expandFrom || n == expandTo {
				break
			}
			w := a.Likeness * min(bits, coarse(a.Text))
			if want(a.Text, float32(w*w), false) {
				n++
			}
		}
	}
	slices.SortFunc(p.stems, func(a, b sifted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text))
	})
	return p
}

// coarse is what a stem says in general English, in bits, as an index keeps it.
func coarse(stem string) float32 { return float32(uint16(information(stem)*64)) / 64 }

// pick adds the transcripts that are picked.
func (p *picking) pick(picked map[Picked]bool) {
	for _, s := range p.sieves {
		acc := scratch.Get().(*accumulator)
		defer scratch.Put(acc)
		acc.reset(s.sentences)
		p.accs = append(p.accs, acc)
	}
	n := sort.Search(len(p.stems), func(i int) bool { return p.stems[i].weight < leastBringing })
	if n == 0 {
		n = len(p.stems)
	}
	p.gather(p.stems[:n])
	p.near(picked)
	p.count()
	p.worded(picked)
}

// gather brings in the sentences of the stems.
func (p *picking) gather(stems []sifted) {
	for _, w := range stems {
		p.add(w, w.weight)
	}
}

func (p *picking) add(w sifted, weight float32) {
	for k, s := range p.sieves {
		if w.at[k] >= 0 {
			p.accs[k].gather(s.list(w.at[k]), weight)
		}
	}
}

// count counts, for each sentence, the query's own words that it has, the rarest first
// as long as there are not too many.
func (p *picking) count() {
	for k, s := range p.sieves {
		p.accs[k].reset(s.sentences)
	}
	own := slices.DeleteFunc(slices.Clone(p.stems), func(w sifted) bool { return !w.own })
	slices.SortStableFunc(own, func(a, b sifted) int { return cmp.Compare(a.count, b.count) })
	tokens := 0
	for _, w := range own {
		if tokens += w.count; tokens > manyTokens {
			return
		}
		p.add(w, 1)
	}
}

// A pickable is a transcript with the best of its sentences.
type pickable struct {
	Picked
	score float32
}

// near picks the transcripts that come near the best, as Index.ofEach does.
func (p *picking) near(picked map[Picked]bool) {
	list := p.best(func(s *Sieve, sentence int, score float32) float32 { return score / s.norm(sentence) })
	for i, x := range list {
		if i == many || 2*x.score < list[0].score {
			return
		}
		picked[x.Picked] = true
	}
}

// wordy is the share of the best sentence's words that another one has, at least,
// that may have the very words of a quote too, in hundredths: the exact way lets so
// many be others.
const wordy = 55

// worded picks the transcripts that have most of the words in one sentence.
func (p *picking) worded(picked map[Picked]bool) {
	list := p.best(func(_ *Sieve, _ int, score float32) float32 { return score })
	for i, x := range list {
		if i == places || 100*x.score < wordy*list[0].score {
			return
		}
		picked[x.Picked] = true
	}
}

// best are the transcripts by their best sentence, the best first, of equal ones the
// first.
func (p *picking) best(value func(s *Sieve, sentence int, score float32) float32) []pickable {
	var out []pickable
	for k, s := range p.sieves {
		d, end := -1, 0
		p.accs[k].each(func(sentence int, score float32) {
			v := value(s, sentence, score)
			for sentence >= end {
				d++
				end = word(s.lines, d+1)
			}
			if n := len(out); n == 0 || out[n-1].Picked != (Picked{k, d}) {
				out = append(out, pickable{Picked{k, d}, v})
			} else {
				out[n-1].score = max(out[n-1].score, v)
			}
		})
	}
	slices.SortStableFunc(out, func(a, b pickable) int { return cmp.Compare(b.score, a.score) })
	return out
}
