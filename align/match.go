package align

import (
	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// telling is how many bits of general English a piece must have to be claimed
// far from its neighbours: about five words that are no function words.
const telling = 30

// weight is how telling the tied terms are, in bits of general English.
func (q *query) weight(f *found) int {
	sum := 0
	for _, t := range f.ties {
		if t.why != Clash {
			sum += int(q.bits[t.term] * t.likeness)
		}
	}
	return sum
}

// bits is how telling a stem is: −log₂ of the share of sentences of general
// English that have it.
func bits(stem string) float32 {
	n := uint64(lexicon.Frequency(stem))
	return float32(lexicon.Log2(2*lexicon.Sentences)-lexicon.Log2(2*n+1)) / 65536
}

// match makes a Match of the pieces of a query, in order.
func (ix *Index) match(q *query, pieces []found) Match {
	m := Match{Transcript: ix.doc(pieces[0].from), Exact: true}
	var tied float32
	for i := range pieces {
		f := &pieces[i]
		m.Spans = append(m.Spans, ix.span(f.from, f.to))
		m.Pairs = ix.wordPairs(q, m.Pairs, f.ties)
		tied += float32(q.weight(f))
	}
	var all float32
	for _, b := range q.bits {
		all += b
	}
	m.Score = score(tied, all)
	m.Accepted = m.Score >= threshold
	return m
}

// threshold is the score from which a place may be claimed.
const threshold = .5

// score is how likely a place is right where tied of all bits stand there.
func score(tied, all float32) float64 {
	if all <= 0 {
		return 0
	}
	share := float64(tied) / float64(all)
	return share * min(1, float64(tied)/30)
}

// join lengthens the pieces by the words beside them that are the same, and
// makes one of those that stand together.
func (ix *Index) join(q *query, pieces []found) []found {
	var out []found
	for i, f := range pieces {
		lo, hi := 0, len(q.terms)
		if i > 0 {
			lo = out[len(out)-1].hi
		}
		if i+1 < len(pieces) {
			hi = pieces[i+1].lo
		}
		f = ix.lengthen(q, f, lo, hi)
		if n := len(out); n > 0 && f.from >= out[n-1].to && f.from-out[n-1].to <= apart && ix.doc(f.from) == ix.doc(out[n-1].from) {
			p := &out[n-1]
			p.ties = ix.between(q, p.ties, p.hi, f.lo, p.to, f.from)
			p.ties = append(p.ties, f.ties...)
			p.hi, p.to = f.hi, f.to
			continue
		}
		out = append(out, f)
	}
	return out
}

// lengthen takes in the terms beside a piece, within lo and hi, whose tokens
// stand beside its tokens.
func (ix *Index) lengthen(q *query, f found, lo, hi int) found {
	d := ix.doc(f.from)
	for f.lo > lo && f.from > ix.starts[d] {
		t, ok := ix.same(q, f.lo-1, f.from-1)
		if !ok {
			break
		}
		f.ties = append([]tie{t}, f.ties...)
		f.lo, f.from = f.lo-1, f.from-1
	}
	for f.hi < hi && f.to < ix.starts[d+1] {
		t, ok := ix.same(q, f.hi, f.to)
		if !ok {
			break
		}
		f.ties = append(f.ties, t)
		f.hi, f.to = f.hi+1, f.to+1
	}
	return f
}

// wordPairs turns ties of terms and tokens into pairs of words.
func (ix *Index) wordPairs(q *query, pairs []Pair, ties []tie) []Pair {
	for _, t := range ties {
		term := q.terms[t.term]
		source := ix.wordsOf(t.token)
		n := max(int(term.Words), source.Len())
		for k := range n {
			p := Pair{
				Quote:    int(term.Word) + min(k, int(term.Words)-1),
				Source:   source.Start + min(k, source.Len()-1),
				Likeness: t.likeness,
				Why:      t.why,
			}
			if len(pairs) == 0 || pairs[len(pairs)-1].Quote != p.Quote || pairs[len(pairs)-1].Source != p.Source {
				pairs = append(pairs, p)
			}
		}
	}
	return pairs
}
