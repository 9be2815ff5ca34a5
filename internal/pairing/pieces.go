package pairing

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// pieceWords is how many words in a row make a piece of a quote that is looked
// for elsewhere in the transcript.
const pieceWords = 5

// fetch looks for runs of the quote that have no counterpart where the rest was
// placed, word for word, in the whole transcript, and adds those it finds to
// the match, its spans and its pairs: a quote spliced from distant places has one
// place for each piece.
func (p *Pairing) fetch() bool {
	found := false
	home := p.athome()
	for lo := 0; lo < len(p.Q.Tokens); lo++ {
		hi := lo
		for hi < len(p.Q.Tokens) && !home[hi] {
			hi++
		}
		if hi-lo >= pieceWords && hi-lo < len(p.Q.Tokens) && p.fetchRun(lo, hi) {
			found = true
		}
		lo = max(lo, hi)
	}
	return found
}

// fetchRun looks for words lo to hi of the quote; up to two at its start may be
// others.
func (p *Pairing) fetchRun(lo, hi int) bool {
	for start := lo; start <= min(lo+2, hi-pieceWords); start++ {
		at, n := p.Source.longest(p.Q.Doc, p.Q.Tokens[start].Word, p.Q.Tokens[hi-1].Word+1)
		if n < pieceWords || !p.telling(start, start+n) {
			continue
		}
		first, last := p.Q.Tokens[start].Word, p.Q.Tokens[start].Word+n
		pairs := slices.DeleteFunc(slices.Clone(p.Match.Pairs), func(x align.Pair) bool {
			return first <= x.Quote && x.Quote < last
		})
		for k := range n {
			pairs = append(pairs, align.Pair{Quote: first + k, Source: at + k, Likeness: 1, Why: align.Same})
		}
		slices.SortStableFunc(pairs, func(a, b align.Pair) int { return a.Quote - b.Quote })
		p.Match.Pairs = pairs
		p.Match.Spans = append(slices.Clone(p.Match.Spans), p.S.Doc.SpanOf(text.Range{Start: at, End: at + n}))
		p.orderSpans()
		return true
	}
	return false
}

// orderSpans puts the places of the match in the order of the quote, and drops
// those that have no word of it any more.
func (p *Pairing) orderSpans() {
	first := map[text.Span]int{}
	for _, s := range p.Match.Spans {
		r := p.S.Doc.WordsIn(s)
		i := slices.IndexFunc(p.Match.Pairs, func(x align.Pair) bool { return r.Start <= x.Source && x.Source < r.End })
		if i >= 0 {
			first[s] = p.Match.Pairs[i].Quote
		}
	}
	p.Match.Spans = slices.DeleteFunc(p.Match.Spans, func(s text.Span) bool { _, ok := first[s]; return !ok })
	slices.SortStableFunc(p.Match.Spans, func(a, b text.Span) int { return first[a] - first[b] })
}

// telling reports whether words lo to hi of the quote have two of content.
func (p *Pairing) telling(lo, hi int) bool {
	n := 0
	for _, a := range p.Q.Tokens[lo:min(hi, len(p.Q.Tokens))] {
		if reading.Content(a.Text) {
			n++
		}
	}
	return n > 1
}

// athome says of each word of the quote whether it and a neighbour stand
// together in the source: a word tied alone, or to another word, may be there by
// chance.
func (p *Pairing) athome() []bool {
	home := make([]bool, len(p.Q.Tokens))
	for i := 1; i < len(p.Q.Tokens); i++ {
		if p.sameAt(i-1) && p.sameAt(i) && p.goesOn(i) {
			home[i-1], home[i] = true, true
		}
	}
	return home
}

// mostSlid is how many dots of a quote omissions are moved to at most.
const mostSlid = 64

// slide moves an omission to where the quote shows one. Of "we will win, we
// will build, we will stay" quoted as "we will win … we will stay", words before
// or after the dots may have been paired with the wrong "we will". O(mostSlid n).
func (p *Pairing) slide() {
	var holes []Hole
	moved, dots := true, 0
	for i := range p.Q.Tokens {
		if !p.Q.Tokens[i].Dots {
			continue
		}
		if dots++; dots > mostSlid {
			return
		}
		if moved {
			holes, moved = p.between(p.Chain()), false
		}
		for _, h := range holes {
			if h.Q.Len() == 0 && h.S.Len() > 0 && p.slideTo(i, h) {
				moved = true
			}
		}
	}
}

// slideTo pairs the words between gap i of the quote and the gap of hole h with
// the words on the other side of what h leaves out, if they are the same and there are
// any.
func (p *Pairing) slideTo(i int, h Hole) bool {
	k, n := h.Q.Start, h.S.Len()
	lo, hi, by := i, k, n
	if k < i {
		lo, hi, by = k, i, -n
	}
	for a := lo; a < hi; a++ {
		if len(p.Q.Mates[a]) != 1 || !p.Q.same(a) {
			return false
		}
		j := p.Q.Mates[a][0].At + by
		if j < 0 || j >= len(p.S.Tokens) || !english.Alike(p.Q.Tokens[a].Text, p.S.Tokens[j].Text) {
			return false
		}
	}
	for a := lo; a < hi; a++ {
		old := p.Q.Mates[a][0].At
		p.Q.Mates[a][0].At = old + by
		p.S.Mates[old] = nil
	}
	for a := lo; a < hi; a++ {
		p.S.Mates[p.Q.Mates[a][0].At] = []Mate{{a, align.Same}}
	}
	return lo < hi
}
