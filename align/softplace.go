package align

import (
	"cmp"
	"slices"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/text"
)

// A quote is seldom a sentence: it is a clause of one, or what two of them say
// together. The naive ways compare it with whole sentences, which punishes
// clauses, or with every run of words, which is quadratic and finds a lucky word
// everywhere. Here a sentence is paired with the quote once, whole; then it is cut
// to the window that makes the product of both coverages greatest, between words
// that are paired, and joined to the sentences beside it, one at a time, while
// that answers markedly more. Each stage is a source of its own: which is right
// is for the model to say.

// A source is a place that a run of quoted words may have come from.
type source struct {
	doc    int
	rank   int     // of its seed among the candidates
	pieces []piece // the seed's first
	ev     signs
	value  int64 // what the model makes of it
}

// A piece is a window of one sentence or several, with the links between its
// words and the quote's.
type piece struct {
	from, to int // sentences
	tokens   []token
	links    []link
	lo, hi   int // the window, in tokens; empty where nothing is alike
}

// piece pairs the quote, those of its words aside that are taken, with the
// sentences from to to-1 and cuts them to their window.
func (s *search) piece(from, to int, taken []bool) piece {
	p := piece{from: from, to: to, tokens: s.tokensOf(from)}
	for n := from + 1; n < to; n++ {
		p.tokens = kept(&s.memory.tokens, p.tokens, s.tokensOf(n))
	}
	links := s.memory.loom.pair(s.tokens, p.tokens, taken, func(form uint32) []link { return s.compared(form).row })
	p.links = kept(&s.memory.tied, links)
	s.trim(&p)
	return p
}

// around makes the sources that hold a sentence: it alone and, where it is among
// the first of its transcript's candidates, as long as they answer markedly more of
// the quote, it with sentences beside it. rank is its place among them. They are
// appended to out.
func (s *search) around(out []*source, sentence, rank int) []*source {
	p := s.piece(sentence, sentence+1, nil)
	if p.hi == 0 {
		return out
	}
	before := len(out)
	out = append(out, s.source(rank, p))
	if rank >= widened {
		return out
	}
	for len(out)-before <= joinable && !s.full(&p) {
		wider, ok := s.widen(&p)
		if !ok {
			break
		}
		p = wider
		out = append(out, s.source(rank, p))
	}
	if len(out)-before == 1 && rank < foremost {
		if far, ok := s.complement(&p); ok {
			out = append(out, s.source(rank, p, far))
		}
	}
	return out
}

const (
	foremost  = 3 // candidates to which one further away is joined
	widened   = 6 // candidates to which sentences beside them are joined
	joinable  = 3 // sentences that are joined to one
	reachable = 3 // sentences from one to another that make up one quote; not fewer than joinable
)

func (s *search) source(rank int, pieces ...piece) *source {
	src := s.memory.source()
	*src = source{doc: s.ix.doc(s.ix.sentences[pieces[0].from]), rank: rank, pieces: pieces}
	s.weigh(src)
	return src
}

// full reports whether a piece answers so much that nothing is to be looked for
// beside it.
func (s *search) full(p *piece) bool {
	quote, _, _ := s.covers(p)
	return quote*100 >= s.total*85
}

// widen joins the sentence before or behind to a piece, whichever answers more
// beside; not ok where neither answers a twentieth of the quote.
func (s *search) widen(p *piece) (best piece, ok bool) {
	most, _, _ := s.covers(p)
	most += s.total / 20
	for _, r := range [...][2]int{{p.from, p.to + 1}, {p.from - 1, p.to}} {
		if r[0] < 0 || r[1] >= len(s.ix.sentences) || !s.together(r[0], r[1]-1) || s.within(r[0], r[1], nil) < most {
			continue
		}
		w := s.piece(r[0], r[1], nil)
		if quote, _, _ := s.covers(&w); quote >= most {
			best, most, ok = w, quote, true
		}
	}
	return best, ok
}

// within is the most that sentences can answer of the quote, those of its
// words aside that are taken: a bound that spares the pairing of most.
func (s *search) within(from, to int, taken []bool) (quote int64) {
	var room [joinable + 2][]uint8
	rows := room[:0]
	for n := from; n < to; n++ {
		rows = append(rows, s.sentence(n).likest)
	}
	for i, t := range s.tokens {
		if taken != nil && taken[i] {
			continue
		}
		var like uint8
		for _, likest := range rows {
			like = max(like, likest[i])
		}
		quote += int64(t.weight) * int64(like)
	}
	return quote
}

// together reports whether two sentences stand in one transcript.
func (s *search) together(a, b int) bool {
	return s.ix.doc(s.ix.sentences[a]) == s.ix.doc(s.ix.sentences[b])
}

// complement is the sentence nearby, not beside it, that answers most of what a
// piece does not; not ok where none answers enough.
func (s *search) complement(p *piece) (best piece, ok bool) {
	if s.full(p) {
		return best, false
	}
	taken := make([]bool, len(s.tokens))
	for _, l := range p.links {
		taken[l.q] = taken[l.q] || int(l.s) >= p.lo && int(l.s) < p.hi
	}
	var most int64
	for n := max(0, p.from-reachable); n < min(p.to+reachable, len(s.ix.sentences)-1); n++ {
		if n >= p.from && n < p.to || !s.together(n, p.from) {
			continue
		}
		if r := s.within(n, n+1, taken); r <= most || r*100 < s.total*18 {
			continue
		}
		c := s.piece(n, n+1, taken)
		quote, source, all := s.covers(&c)
		if quote*100 >= s.total*18 && source*100 >= all*40 && quote > most {
			best, most, ok = c, quote, true
		}
	}
	return best, ok
}

// covers is the weight of the quote that a piece's window answers, of the
// window that does, and of the whole window, in hundredths.
func (s *search) covers(p *piece) (quote, source, all int64) {
	for _, l := range p.links {
		if int(l.s) >= p.lo && int(l.s) < p.hi {
			quote += int64(s.tokens[l.q].weight) * int64(l.like)
			source += int64(p.tokens[l.s].weight) * int64(l.like)
		}
	}
	for _, t := range p.tokens[p.lo:p.hi] {
		all += int64(t.weight) * 100
	}
	return quote, source, all
}

// trimmed is what a window is charged beside its words, in 1/64 bit, lest a
// single word in common be the best window of all.
const trimmed = 4 * 64

// trim sets the window of a piece: from one linked word to another, so that the
// product of both coverages is greatest. Cost: the square of its linked words.
func (s *search) trim(p *piece) {
	n, l := len(p.tokens), &s.memory.loom
	l.sums = slices.Grow(l.sums[:0], n+1)[:n+1]
	clear(l.sums)
	sums, linked := l.sums, l.linked[:0]
	for _, l := range p.links {
		sums[l.s+1].quote = int64(s.tokens[l.q].weight) * int64(l.like)
		sums[l.s+1].source = int64(p.tokens[l.s].weight) * int64(l.like)
	}
	for j := range n {
		if sums[j+1].quote > 0 {
			linked = append(linked, j)
		}
		sums[j+1].all = sums[j].all + int64(p.tokens[j].weight)*100
		sums[j+1].quote += sums[j].quote
		sums[j+1].source += sums[j].source
	}
	best := -1.0
	for i, lo := range linked {
		for _, hi := range linked[i:] {
			a, b := &sums[lo], &sums[hi+1]
			f := float64(b.quote-a.quote) * float64(b.source-a.source) / float64(b.all-a.all+100*trimmed)
			if f > best {
				best, p.lo, p.hi = f, lo, hi+1
			}
		}
	}
	l.linked = linked
}

// A sum is what the words before one say, as covers has it.
type sum struct{ all, quote, source int64 }

// What stands between a window and the end of its sentence, or of its clause, goes with
// it if it is no longer than what is left of the quote there by some words, and not long;
// where nothing is left, if it is next to nothing.
const (
	rest     = 5
	allBut   = 3
	longRest = 16
)

// round draws a window out where the quote goes on beyond it in words that nothing ties:
// to the end of its sentences where they go on about as far, else to that of a clause.
// Where a window that is all of the place is at most half as long as the quote, the
// words may stand in another order: what is left of the quote is looked for on both sides,
// and a sentence at most twice as long as the quote is taken whole.
func (s *search) round(p *piece, alone bool) {
	first, last := len(s.tokens), 0
	for _, l := range p.links {
		if int(l.s) >= p.lo && int(l.s) < p.hi {
			first, last = min(first, int(l.q)), max(last, int(l.q))
		}
	}
	n := len(s.tokens)
	if n <= fragmentary || p.hi == 0 {
		return
	}
	before, behind := s.left(0, first), s.left(last+1, n)
	s.drawOut(p, before, behind)
	switch short := alone && 2*(p.hi-p.lo) <= n; {
	case short && len(p.tokens) <= 2*n:
		p.lo, p.hi = 0, len(p.tokens)
	case short:
		s.drawOut(p, before+behind, before+behind)
	}
}

// left is how many words of the quote stand between two tokens, but for articles at
// their head, which are tied to nothing.
func (s *search) left(lo, hi int) int {
	for lo < hi && english.Articles.Has(s.forms[lo].Text) {
		lo++
	}
	return hi - lo
}

// drawOut draws a window out, by so many words and a few more on either side; where
// the quote has none left, to an end that is all but reached.
func (s *search) drawOut(p *piece, before, behind int) {
	p.lo = s.end(p, max(0, p.lo-s.mostDrawn(before)), p.lo, before == 0)
	p.hi = s.end(p, min(len(p.tokens), p.hi+s.mostDrawn(behind)), p.hi, behind == 0)
}

// mostDrawn is how many words a window may be drawn out by where so many of the quote
// are left.
func (s *search) mostDrawn(left int) int {
	switch {
	case left > 0:
		return min(longRest, left+rest)
	case len(s.tokens) < 3*allBut:
		return 0
	}
	return allBut
}

// end is the end of a clause between two tokens of a piece that is the farthest from
// the second, or the nearest to it; the second itself if there is none.
func (s *search) end(p *piece, far, near int, nearest bool) int {
	if nearest && s.ends(p, near) {
		return near
	}
	found := near
	for i := far; i != near; i += cmp.Compare(near, far) {
		if s.ends(p, i) {
			found = i
			if !nearest {
				break
			}
		}
	}
	return found
}

// ends reports whether a clause of the piece ends before token i: its sentences do, or a
// mark stands there.
func (s *search) ends(p *piece, i int) bool {
	if i == 0 || i == len(p.tokens) {
		return true
	}
	d := s.ix.docs[s.ix.doc(p.tokens[i].at)]
	return behindMark(d, s.ix.wordsOf(p.tokens[i].at).Start)
}

// overlaps reports whether two sources have words in common.
func (src *source) overlaps(other *source) bool {
	for i := range src.pieces {
		for j := range other.pieces {
			a, b := src.pieces[i].bounds(), other.pieces[j].bounds()
			if a.Start < b.End && b.Start < a.End {
				return true
			}
		}
	}
	return false
}

// bounds are the tokens of the index that a window covers.
func (p *piece) bounds() text.Range {
	lo := int(p.tokens[p.lo].at)
	return text.Range{Start: lo, End: lo + p.hi - p.lo}
}
