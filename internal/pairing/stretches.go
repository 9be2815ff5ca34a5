package pairing

import (
	"math"
	"sort"

	"github.com/quoteprov/quoteprov/text"
)

// Stretches is the pairing, or pairings of one stretch of it each where a side has more
// than twice most words: those who compare hold what one side has to all that the other
// has, which takes the square of a quote without an end. It is cut behind most words
// where two sentences meet on both sides, and behind twice as many where none do, amid words
// that both sides have alike, so that nothing is left out or put in at a cut; only where there
// are none, behind three times as many. Words that moved from one stretch to another have no
// counterpart. O(n log n).
func (p *Pairing) Stretches(most int) []*Pairing {
	if max(len(p.Q.Tokens), len(p.S.Tokens)) <= 2*most {
		return []*Pairing{p}
	}
	var out []*Pairing
	var from, to [2]int // bytes of the quote's document and of the source's
	for _, l := range p.cuts(most) {
		to = [2]int{p.Q.startOf(l.Q), p.S.startOf(l.S)}
		if part := p.stretch(from, to); part != nil {
			out, from = append(out, part), to
		}
	}
	if part := p.stretch(from, [2]int{math.MaxInt, math.MaxInt}); part != nil {
		out = append(out, part)
	}
	return out
}

// cuts are the links of the chain before which stretches begin, but for the first.
func (p *Pairing) cuts(most int) (out []Link) {
	var last Link
	chain := p.Chain()
	for k, l := range chain {
		switch n := max(l.Q-last.Q, l.S-last.S); {
		case n < most || !p.Q.begins(l.Q) || !p.S.begins(l.S):
		case n >= 3*most, amid(chain, k) && (n >= 2*most || p.Q.opens(l.Q) && p.S.opens(l.S)):
			out, last = append(out, l), l
		}
	}
	return out
}

// besideCut is how many words at a cut follow each other on both sides, before it and behind.
const besideCut = 10

// amid reports whether the words around link k are the same on both sides, with nothing
// between them.
func amid(chain []Link, k int) bool {
	lo, hi := k-besideCut, k+besideCut
	return lo >= 0 && hi < len(chain) && chain[hi] == Link{chain[lo].Q + hi - lo, chain[lo].S + hi - lo}
}

// startOf is where the word of token i stands in the document.
func (s *Side) startOf(i int) int { return s.Doc.Words[s.Tokens[i].Word].Span().Start }

// begins reports whether token i begins a word.
func (s *Side) begins(i int) bool { return i == 0 || s.Tokens[i].Word != s.Tokens[i-1].Word }

// opens reports whether token i begins a sentence.
func (s *Side) opens(i int) bool { return i == 0 || s.SentenceOf(i) != s.SentenceOf(i-1) }

// stretch is the part of the pairing that stands in bytes of both documents, tied by
// itself; nil where one side has nothing.
func (p *Pairing) stretch(from, to [2]int) *Pairing {
	m := p.Match
	spans := within(p.Spans, from[0], to[0])
	m.Spans, m.Pairs = within(m.Spans, from[1], to[1]), nil
	if len(spans) == 0 || len(m.Spans) == 0 {
		return nil
	}
	in := func(d *text.Document, word, side int) bool {
		at := d.Words[word].Span().Start
		return from[side] <= at && at < to[side]
	}
	pairs := p.Match.Pairs // by the quote's words
	first := sort.Search(len(pairs), func(i int) bool {
		return p.Q.Doc.Words[pairs[i].Quote].Span().Start >= from[0]
	})
	for _, x := range pairs[first:] {
		if !in(p.Q.Doc, x.Quote, 0) {
			break
		}
		if in(p.S.Doc, x.Source, 1) {
			m.Pairs = append(m.Pairs, x)
		}
	}
	part := Tie(p.Q.Doc, spans, p.Source, p.Q.Vocabulary, m)
	if len(part.Q.Tokens) == 0 || len(part.S.Tokens) == 0 {
		return nil
	}
	return part
}

// within are the parts of spans that lie between two bytes.
func within(spans []text.Span, from, to int) (out []text.Span) {
	for _, s := range spans {
		s.Start, s.End = max(s.Start, from), min(s.End, to)
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}
