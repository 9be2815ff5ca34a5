package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/text"
)

// pieceWords is how many words in a row make a piece of a quote that is looked
// for elsewhere in the transcript.
const pieceWords = 5

// fetch looks for runs of the quote that have no counterpart where the rest was
// placed, word for word, in the whole transcript, and adds those it finds to
// the match, its spans and its pairs: a quote spliced from distant places has one place for each piece.
func (p *pairing) fetch() bool {
	found := false
	home := p.athome()
	for lo := 0; lo < len(p.q.tokens); lo++ {
		hi := lo
		for hi < len(p.q.tokens) && !home[hi] {
			hi++
		}
		if hi-lo >= pieceWords && hi-lo < len(p.q.tokens) && p.fetchRun(lo, hi) {
			found = true
		}
		lo = max(lo, hi)
	}
	return found
}

// fetchRun looks for the words of atoms lo to hi; up to two at its start may be
// others.
func (p *pairing) fetchRun(lo, hi int) bool {
	for start := lo; start <= min(lo+2, hi-pieceWords); start++ {
		at, n := p.all.longest(p.q.d, p.q.tokens[start].word, p.q.tokens[hi-1].word+1)
		if n < pieceWords || !p.telling(start, start+n) {
			continue
		}
		first, last := p.q.tokens[start].word, p.q.tokens[start].word+n
		pairs := slices.DeleteFunc(slices.Clone(p.match.Pairs), func(x align.Pair) bool { return first <= x.Quote && x.Quote < last })
		for k := range n {
			pairs = append(pairs, align.Pair{Quote: p.q.tokens[start].word + k, Source: at + k, Likeness: 1, Why: align.Same})
		}
		slices.SortStableFunc(pairs, func(a, b align.Pair) int { return a.Quote - b.Quote })
		p.match.Pairs = pairs
		p.match.Spans = append(slices.Clone(p.match.Spans), p.s.d.SpanOf(text.Range{Start: at, End: at + n}))
		p.orderSpans()
		return true
	}
	return false
}

// orderSpans puts the places of the match in the order of the quote, and drops
// those that have no word of it any more.
func (p *pairing) orderSpans() {
	first := map[text.Span]int{}
	for _, s := range p.match.Spans {
		r := p.s.d.WordsIn(s)
		i := slices.IndexFunc(p.match.Pairs, func(x align.Pair) bool { return r.Start <= x.Source && x.Source < r.End })
		if i >= 0 {
			first[s] = p.match.Pairs[i].Quote
		}
	}
	p.match.Spans = slices.DeleteFunc(p.match.Spans, func(s text.Span) bool { _, ok := first[s]; return !ok })
	slices.SortStableFunc(p.match.Spans, func(a, b text.Span) int { return first[a] - first[b] })
}

// telling reports whether a run has two words of content.
func (p *pairing) telling(lo, hi int) bool {
	n := 0
	for _, a := range p.q.tokens[lo:min(hi, len(p.q.tokens))] {
		if content(a.text) {
			n++
		}
	}
	return n > 1
}

// athome says of each atom of the quote whether it and a neighbour stand
// together in the source: a word tied alone, or to another word, may be there by
// chance.
func (p *pairing) athome() []bool {
	home := make([]bool, len(p.q.tokens))
	for i := 1; i < len(p.q.tokens); i++ {
		a, b := p.q.mates[i-1], p.q.mates[i]
		if p.sameAt(i-1) && p.sameAt(i) && p.s.adjoin(a[0].at, b[0].at) {
			home[i-1], home[i] = true, true
		}
	}
	return home
}

// slide moves an omission to where the quote shows one. Of "we will win, we
// will build, we will stay" quoted as "we will win … we will stay", words before
// or after the dots may have been paired with the wrong "we will".
func (p *pairing) slide() {
	for i := range p.q.tokens {
		if !p.q.tokens[i].dots {
			continue
		}
		for _, h := range p.between(p.chain()) {
			if h.q.Len() == 0 && h.s.Len() > 0 {
				p.slideTo(i, h)
			}
		}
	}
}

// slideTo pairs the words between gap i of the quote and the gap of hole h with
// the words on the other side of what h leaves out, if they are the same.
func (p *pairing) slideTo(i int, h hole) {
	k, n := h.q.Start, h.s.Len()
	lo, hi, by := i, k, n
	if k < i {
		lo, hi, by = k, i, -n
	}
	for a := lo; a < hi; a++ {
		if len(p.q.mates[a]) != 1 || p.q.mates[a][0].why != align.Same {
			return
		}
		j := p.q.mates[a][0].at + by
		if j < 0 || j >= len(p.s.tokens) || !alike(p.q.tokens[a].text, p.s.tokens[j].text) {
			return
		}
	}
	for a := lo; a < hi; a++ {
		old := p.q.mates[a][0].at
		p.q.mates[a][0].at = old + by
		p.s.mates[old] = nil
	}
	for a := lo; a < hi; a++ {
		p.s.mates[p.q.mates[a][0].at] = []mate{{a, align.Same}}
	}
}
