package align

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/judge"
	"github.com/quoteprov/quoteprov/text"
)

// A fragment of a few words between marks is too little to be placed by its
// own words: "complete collapse" stands nowhere in another translation, and
// "the institutions" stands everywhere. The reporter's sentence around it tells
// the rest of what was said. So that sentence is placed, and the clause around
// the fragment by itself, for a reporter often strings together what was said
// in different places. A fragment found where its sentence is found is surer
// for it; one that is not there is placed by its sentence alone, and said to be.

const (
	fragmentary = 4  // terms of which a quote is a fragment
	partial     = 12 // terms up to which the sentence around a quote is asked too
)

// counterpart is how much of a fragment must be answered to say that it has
// one, in thousandths of its words.
const counterpart = 500

// agreement is what it adds to a match's log odds that the reporter's sentence
// was placed there by itself.
const agreement = 2 * judge.Unit

// A setting is where the reporter's sentence around a quote was placed.
type setting struct {
	whole  []placed // the sentence, best first
	clause []placed // the clause of the quote in it
}

// settingOf places the context of a query, without what is quoted, so that it
// speaks for itself; nothing where there is little beside the quote.
//
// Only places near seeds for which may gives true for one at least are wanted.
func (ix *Index) settingOf(q *query, may func(s *search, seed int) bool) setting {
	context := q.Document.WordsIn(q.Context)
	if context.Len() < q.quotedWords()+5 {
		return setting{}
	}
	var set setting
	set.whole = ix.placesOf(q, context, may)
	set.clause = set.whole
	if c := q.clause(context); c != context {
		set.clause = ix.placesOf(q, c, may)
	}
	return set
}

// quotedWords is how many words are quoted.
func (q *query) quotedWords() (n int) {
	for _, s := range q.Spans {
		n += q.Document.WordsIn(s).Len()
	}
	return n
}

// settingRoom is how many words the sentences have that the setting of a quote is compared
// with. It bounds texts without full stops; no finding on the measured sets hangs on it.
const settingRoom = 1000

// fitting are the first of the seeds, whose sentences have no more words than there is room
// for; one in any case.
func (s *search) fitting(seeds []int, room int) []int {
	for i, n := range seeds {
		lo, hi := s.ix.tokensOf(n)
		if room -= int(hi - lo); room < 0 && i > 0 {
			return seeds[:i]
		}
	}
	return seeds
}

func (ix *Index) placesOf(q *query, words text.Range, may func(s *search, seed int) bool) []placed {
	r := Query{Document: q.Document, Spans: q.beside(words)}.read(q.words)
	search := ix.search(r, r.terms)
	defer search.done()
	seeds := search.fitting(search.seeds(r.terms), settingRoom)
	if !slices.ContainsFunc(seeds, func(n int) bool { return may(search, n) }) {
		return nil
	}
	var out []placed
	for _, list := range search.sources(seeds) {
		out = append(out, search.places(list)...)
	}
	return out
}

// beside are those of some words that stand before and behind the quote.
func (q *query) beside(words text.Range) (spans []text.Span) {
	own := q.own()
	for _, r := range []text.Range{{Start: words.Start, End: own.Start}, {Start: own.End, End: words.End}} {
		if r.Len() > 0 {
			spans = append(spans, q.Document.SpanOf(r))
		}
	}
	return spans
}

// in is what the setting tells in one transcript.
func (set setting) in(transcript int) setting {
	return setting{whole: in(set.whole, transcript), clause: in(set.clause, transcript)}
}

func in(list []placed, transcript int) []placed {
	var out []placed
	for i := range list {
		if list[i].src.doc == transcript {
			out = append(out, list[i])
		}
	}
	return out
}

// transcripts are those that a setting is placed in.
func (set setting) transcripts() (docs []int) {
	for i := range set.clause {
		docs = append(docs, set.clause[i].src.doc)
	}
	return docs
}

// own are the words from the first quoted to the last.
func (q *query) own() text.Range {
	d := q.Document
	return text.Range{Start: d.WordsIn(q.Spans[0]).Start, End: d.WordsIn(q.Spans[len(q.Spans)-1]).End}
}

// clause is the clause of context that the quote stands in, with five words or
// more beside it.
func (q *query) clause(context text.Range) text.Range {
	own := q.own()
	r := own
	for r.Start > context.Start && !(q.bound(r.Start) && own.Start-r.Start >= 3) {
		r.Start--
	}
	for r.End < context.End && !(q.bound(r.End) && r.Len() >= own.Len()+5) {
		r.End++
	}
	return r
}

// bound reports whether a mark stands between word w and the one before it.
func (q *query) bound(w int) bool {
	return w < len(q.Document.Words) && behindMark(q.Document, w)
}

// behindMark reports whether a mark that stands between clauses is right before a word.
func behindMark(d *text.Document, w int) bool {
	return w > 0 && strings.ContainsAny(gapBefore(d, w), ",;:—–()")
}

// gapBefore is what stands between word w, not the first, and the one before it.
func gapBefore(d *text.Document, w int) string {
	return d.Gap(text.Span{Start: d.Words[w-1].Span().End, End: d.Words[w].Span().Start})
}

// open reports whether the reporter's sentence may still tell which of the
// places is to be claimed.
func open(list []placed) bool {
	switch {
	case len(list) == 0:
		return false
	case len(list) == 1:
		return !list[0].Accepted
	}
	return !list[0].Accepted || list[0].logit-list[1].logit <= agreement
}

// confirm raises the matches that stand where the reporter's sentence was placed; here
// are those of each transcript.
func (ix *Index) confirm(q *query, here [][]placed) {
	here = slices.DeleteFunc(slices.Clone(here), func(list []placed) bool { return !open(list) })
	near := map[int]bool{} // seeds of which a source may be at one of the places
	for _, list := range here {
		for i := range list {
			for _, p := range list[i].src.pieces {
				for n := p.from - reachable; n < p.to+reachable; n++ {
					near[n] = true
				}
			}
		}
	}
	set := ix.settingOf(q, func(s *search, seed int) bool { return near[seed] && s.promising(seed) })
	for _, list := range here {
		in := set.in(list[0].src.doc)
		in.confirm(list)
	}
}

// promising reports whether a source around a seed may be claimed: a bound that spares
// the pairing of most.
func (s *search) promising(seed int) bool {
	first, end := s.ix.sentencesOf(s.ix.doc(s.ix.sentences[seed]))
	most := s.within(max(first, seed-reachable), min(end, seed+1+reachable), nil)
	return share(most, s.total) >= model().Answered
}

// confirm raises the matches that stand where the setting is.
func (set *setting) confirm(list []placed) {
	for i := range list {
		p := &list[i]
		if set.holds(p) {
			p.logit += agreement
			p.there = true
			p.score()
		}
	}
	sortPlaced(list)
}

// holds reports whether the sentence or the clause was placed at p, surely.
func (set *setting) holds(p *placed) bool {
	for _, around := range [][]placed{set.clause, set.whole} {
		if len(around) > 0 && around[0].Accepted && around[0].src.near(p.src, 0) {
			return true
		}
	}
	return false
}

// near reports whether sentences of two sources are at most n apart.
func (src *source) near(other *source, n int) bool {
	for i := range src.pieces {
		for j := range other.pieces {
			a, b := &src.pieces[i], &other.pieces[j]
			if src.doc == other.doc && a.from < b.to+n && b.from < a.to+n {
				return true
			}
		}
	}
	return false
}

// neighbourhood is how many sentences from the rest of the reporter's sentence
// a clause of it is the likelier, and nearby how much so.
const (
	neighbourhood = 6
	nearby        = 1 * judge.Unit
)

// byContext is the place of the clause around a fragment, as a match for the
// fragment, which has no counterpart there; not ok where the clause has none.
func (set *setting) byContext(s *search) (placed, bool) {
	list := slices.Clone(set.clause)
	for i := range list {
		if len(set.whole) > 0 && set.whole[0].src.near(list[i].src, neighbourhood) {
			list[i].logit += nearby
		}
	}
	sortPlaced(list)
	if len(list) == 0 {
		return placed{}, false
	}
	p := list[0]
	p.score()
	p.ByContext = true
	p.Pairs, p.Spans, p.from = nil, nil, nil
	for i := range p.src.pieces {
		from, to := s.ix.sentences[p.src.pieces[i].from], s.ix.sentences[p.src.pieces[i].to]
		p.Spans = append(p.Spans, s.ix.span(from, to))
	}
	return p, true
}

// fragment places a quote of a few words.
func (ix *Index) fragment(q *query, exact []Match) []Match {
	if len(exact) > 0 && exact[0].Accepted && !repeated(exact) {
		return exact
	}
	set := ix.settingOf(q, func(*search, int) bool { return true })
	if len(exact) > 0 && exact[0].Accepted {
		return set.foremost(ix, exact)
	}
	s := ix.search(q, q.terms)
	defer s.done()
	by := map[int][]*source{}
	docs := set.transcripts()
	for _, list := range s.sources(s.seeds(q.terms)) {
		by[list[0].doc] = list
		docs = append(docs, list[0].doc)
	}
	slices.Sort(docs)
	var out []Match
	for _, d := range slices.Compact(docs) {
		out = append(out, s.fragmentIn(by[d], set.in(d))...)
	}
	return s.told(append(out, exact...))
}

// repeated reports whether two matches stand in one transcript.
func repeated(list []Match) bool {
	seen := map[int]bool{}
	for _, m := range list {
		if seen[m.Transcript] {
			return true
		}
		seen[m.Transcript] = true
	}
	return false
}

// fragmentIn places a fragment in one transcript.
func (s *search) fragmentIn(list []*source, set setting) []Match {
	own := s.places(s.fragments(list, set))
	set.confirm(own)
	var out []Match
	there := false
	for _, p := range own {
		if p.src.ev[contentCovered] >= counterpart {
			there = there || p.there
			out = append(out, p.Match)
		}
	}
	if p, ok := set.byContext(s); ok && !there {
		out = append(out, p.Match)
	}
	return out
}

// fragments are the sources of a fragment's own words in a transcript, and those in
// the sentences where the reporter's was placed.
func (s *search) fragments(list []*source, set setting) []*source {
	out := slices.Clone(list)
	for _, p := range set.clause {
		for n := p.src.pieces[0].from; n < p.src.pieces[0].to; n++ {
			if !slices.ContainsFunc(out, func(o *source) bool { return o.pieces[0].from <= n && n < o.pieces[0].to }) {
				out = s.around(out, n, considered)
			}
		}
	}
	s.rank(out)
	return out
}

// foremost puts the exact matches first that stand where the reporter's
// sentence was placed.
func (set *setting) foremost(ix *Index, exact []Match) []Match {
	var there, elsewhere []Match
	for _, m := range exact {
		if set.covers(ix, m) {
			there = append(there, m)
		} else {
			elsewhere = append(elsewhere, m)
		}
	}
	return append(there, elsewhere...)
}

func (set *setting) covers(ix *Index, m Match) bool {
	for _, around := range [][]placed{set.clause, set.whole} {
		for i := range around {
			if p := &around[i]; p.Accepted && p.src.doc == m.Transcript {
				for j := range p.src.pieces {
					from, to := ix.sentences[p.src.pieces[j].from], ix.sentences[p.src.pieces[j].to]
					if len(m.Spans) > 0 && ix.span(from, to).Contains(m.Spans[0]) {
						return true
					}
				}
			}
		}
	}
	return false
}
