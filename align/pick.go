package align

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"sort"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// Sieves are parts of one set of transcripts, and may lie on several machines. What is
// picked of all of them depends on all of them twice: on how many tokens of each word
// they have together, and on which transcripts are the best. So there are two steps: an
// Inquiry is taken to each sieve and its counts are added up; with these it is taken
// there again, and the shortlists are merged, in whatever order they come. Pick does
// both for sieves that are at hand.

// A Picked is a transcript that a quote may have come from: the number of a sieve, and
// its number there.
type Picked struct{ Sieve, Document int }

// Pick gives the transcripts that [Index.Find] looks at for a query, in order: those
// that come near the best by what says the same, and those that have most of the very
// words in one sentence. The sieves are those of parts of one set of transcripts, in
// its order; damage of one is an error. Cost: the lists of the query's rarer words.
func Pick(sieves []*Sieve, q Query) ([]Picked, error) {
	count := func(stem string) (n int) {
		for _, s := range sieves {
			n += s.count(stem)
		}
		return n
	}
	picked := map[Picked]bool{}
	for _, run := range Ask(q).Runs {
		stems, c := sift(run, count), Shortlist{}
		for k, s := range sieves {
			list, err := s.shortlist(stems, k)
			if err != nil {
				return nil, err
			}
			c = c.Merge(list)
		}
		for _, p := range c.Picked() {
			picked[p] = true
		}
	}
	return pickedOf(picked), nil
}

// An Inquiry is what sieves are asked for some queries.
type Inquiry struct {
	Runs   [][]string // the stems of each run of words that is looked for
	Counts []int      // how many tokens all sieves have of each of Stems
}

// Ask is the inquiry of queries, without counts.
func Ask(queries ...Query) Inquiry {
	var in Inquiry
	for _, q := range queries {
		if q.Err() != nil {
			continue
		}
		for _, part := range q.read(&lexicon.Vocabulary{}).sought() {
			var run []string
			for _, t := range part.terms {
				run = append(run, part.words.Form(t.ID).Stem)
			}
			in.Runs = append(in.Runs, run)
		}
	}
	return in
}

// Stems are those that sieves are asked for, each once, in order: of the runs and of
// what may stand for their words.
func (in Inquiry) Stems() []string {
	all := map[string]bool{}
	for _, run := range in.Runs {
		for _, stem := range run {
			all[stem] = true
			for _, a := range lexicon.Alternatives(stem) {
				if a.Likeness < expandFrom {
					break
				}
				all[a.Text] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Counts are how many tokens the transcripts have of each of some stems.
func (s *Sieve) Counts(stems []string) []int {
	out := make([]int, len(stems))
	for i, st := range stems {
		out[i] = s.count(st)
	}
	return out
}

func (s *Sieve) count(stem string) int {
	i, ok := s.stem(stem)
	if !ok {
		return 0
	}
	return word(s.counts, i)
}

// Shortlists gives, for each run of an inquiry that has its counts, the shortlist of
// the sieve, which has the given number among all.
func (s *Sieve) Shortlists(in Inquiry, number int) ([]Shortlist, error) {
	counts := map[string]int{}
	for i, st := range in.Stems() {
		counts[st] = in.Counts[i]
	}
	out := make([]Shortlist, len(in.Runs))
	for i, run := range in.Runs {
		var err error
		out[i], err = s.shortlist(sift(run, func(stem string) int { return counts[stem] }), number)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A Shortlist is the transcripts of one sieve, or of several, that a run of words may
// have come from, the best first.
type Shortlist struct {
	Near   []Scored // that come near the best by what says the same
	Worded []Scored // that have most of the very words in one sentence
}

// A Scored is a transcript with what its best sentence has.
type Scored struct {
	Sieve, Document int
	Score           float32
}

// Merge is the shortlist of the sieves of both. It does not matter in which order, and
// how often, those of several sieves are merged.
func (c Shortlist) Merge(others Shortlist) Shortlist {
	return Shortlist{
		topOf(slices.Concat(c.Near, others.Near), many, nearing),
		topOf(slices.Concat(c.Worded, others.Worded), places, wordy),
	}
}

// Picked are the transcripts in it, in order.
func (c Shortlist) Picked() []Picked {
	picked := map[Picked]bool{}
	for _, x := range slices.Concat(c.Near, c.Worded) {
		picked[Picked{x.Sieve, x.Document}] = true
	}
	return pickedOf(picked)
}

func pickedOf(picked map[Picked]bool) []Picked {
	out := make([]Picked, 0, len(picked))
	for p := range picked {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Picked) int {
		return cmp.Or(cmp.Compare(a.Sieve, b.Sieve), cmp.Compare(a.Document, b.Document))
	})
	return out
}

// What share of the best score another one has at least, in hundredths: nearing as
// Index.ofEach has it, wordy of those that may have the very words of a quote, of
// which the exact way lets so many be others.
const (
	nearing = 50
	wordy   = 55
)

// topOf are the best of a list, the best first, of equal ones the first: so many at the
// most, and none that has less than a share of what the best has.
func topOf(list []Scored, most, share int) []Scored {
	var best float32
	for _, x := range list {
		best = max(best, x.Score)
	}
	list = slices.DeleteFunc(list, func(x Scored) bool { return 100*x.Score < float32(share)*best })
	slices.SortFunc(list, func(a, b Scored) int {
		return cmp.Or(
			cmp.Compare(b.Score, a.Score), cmp.Compare(a.Sieve, b.Sieve), cmp.Compare(a.Document, b.Document),
		)
	})
	list = slices.Compact(list)
	return list[:min(most, len(list))]
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

// A sifted is a stem to look for.
type sifted struct {
	text   string
	weight float32
	count  int  // of its tokens in all sieves
	own    bool // it is one of the query's, and none that may stand for one
}

// sift gives the stems of a run that some sieve has, and those that may stand for
// them; those of the greatest weight first.
func sift(run []string, count func(stem string) int) []sifted {
	var out []sifted
	place := map[string]int{}
	want := func(stem string, weight float32, own bool) bool {
		if i, ok := place[stem]; ok {
			out[i].weight, out[i].own = max(out[i].weight, weight), out[i].own || own
			return true
		}
		n := count(stem)
		if n > 0 {
			place[stem] = len(out)
			out = append(out, sifted{stem, weight, n, own})
		}
		return n > 0
	}
	for _, stem := range run {
		bits := coarse(stem)
		if !want(stem, float32(bits*bits), true) {
			bits = information(stem)
		}
		n := 0
		for _, a := range lexicon.Alternatives(stem) {
			if a.Likeness < expandFrom || n == expandTo {
				break
			}
			w := a.Likeness * min(bits, coarse(a.Text))
			if want(a.Text, float32(w*w), false) {
				n++
			}
		}
	}
	slices.SortFunc(out, func(a, b sifted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text))
	})
	return out
}

// coarse is what a stem says in general English, in bits, as an index keeps it.
func coarse(stem string) float32 { return float32(uint16(information(stem)*64)) / 64 }

// shortlist is that of the sieve for the stems of a run.
func (s *Sieve) shortlist(stems []sifted, number int) (Shortlist, error) {
	acc := scratch.Get().(*accumulator)
	defer scratch.Put(acc)
	n := sort.Search(len(stems), func(i int) bool { return stems[i].weight < leastBringing })
	if n == 0 {
		n = len(stems)
	}
	err := s.gather(acc, stems[:n], func(w sifted) float32 { return w.weight })
	near := s.scored(acc, number, nearing, s.norms)
	err2 := s.gather(acc, counted(stems), func(sifted) float32 { return 1 })
	worded := s.scored(acc, number, wordy, nil)
	return Shortlist{topOf(near, many, nearing), topOf(worded, places, wordy)}, cmp.Or(err, err2)
}

// gather sums up for each sentence what the stems that it has are worth.
func (s *Sieve) gather(acc *accumulator, stems []sifted, worth func(sifted) float32) error {
	acc.reset(s.sentences)
	for _, w := range stems {
		i, ok := s.stem(w.text)
		if !ok {
			continue
		}
		list, err := s.list(i)
		if err = cmp.Or(err, s.normed()); err != nil {
			return err
		}
		if !acc.gather(list, worth(w)) {
			return s.damaged()
		}
	}
	return nil
}

// manyTokens is after how many tokens of a query's words the commonest ones do not say
// any more which transcripts have the very words of a quote.
const manyTokens = 600_000

// counted are the query's own stems of which it is counted how many a sentence has,
// the rarest first, as long as there are not too many.
func counted(stems []sifted) []sifted {
	own := slices.DeleteFunc(slices.Clone(stems), func(w sifted) bool { return !w.own })
	slices.SortStableFunc(own, func(a, b sifted) int { return cmp.Compare(a.count, b.count) })
	tokens := 0
	for i, w := range own {
		if tokens += w.count; tokens > manyTokens {
			return own[:i]
		}
	}
	return own
}

// scored are the transcripts with the best of what their sentences are worth, in order,
// but for those that have less than a share of the best before them. A sentence is worth
// its score, over its norm where there are norms.
func (s *Sieve) scored(acc *accumulator, number, share int, norms []byte) (out []Scored) {
	d, end := -1, 0
	var least float32 // in hundredths
	for i, set := range acc.touched {
		for ; set != 0; set &= set - 1 {
			sentence := i<<6 | bits.TrailingZeros64(set)
			v := acc.scores[sentence]
			if norms != nil {
				v /= fraction(norms, sentence)
			}
			if 100*v < least {
				continue
			}
			for sentence >= end {
				d++
				end = word(s.lines, d+1)
			}
			if n := len(out); n == 0 || out[n-1].Document != d {
				out = append(out, Scored{number, d, v})
			} else {
				out[n-1].Score = max(out[n-1].Score, v)
			}
			least = max(least, float32(share)*v)
		}
	}
	return out
}
