package align

import (
	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// telling is how many bits of general English a piece must have to be claimed
// far from its neighbours: about five words that are no function words.
const telling = 30

// weight is how telling the tied terms are, in bits of general English.
func (q *query) weight(f *found) float32 {
	var sum float32
	for _, t := range f.ties {
		if t.why != Clash {
			sum += float32(q.bits[t.term] * t.likeness)
		}
	}
	return sum
}

// telling is how telling the terms lo to hi are.
func (q *query) telling(lo, hi int) float32 {
	var sum float32
	for _, b := range q.bits[lo:hi] {
		sum += b
	}
	return sum
}

// information is how telling a stem is: −log₂ of the share of sentences of general
// English that have it.
func information(stem string) float32 {
	n := uint64(lexicon.Frequency(stem))
	return float32(lexicon.Log2(2*lexicon.Sentences)-lexicon.Log2(2*n+1)) / 65536
}

// match makes a Match of the pieces of a query, in order, and tells the
// evidence for it.
func (ix *Index) match(q *query, pieces []found) (Match, float32) {
	m := Match{Transcript: ix.doc(pieces[0].from), Exact: true}
	var tied, all float32
	words := 0
	for i := range pieces {
		f := &pieces[i]
		m.Spans = append(m.Spans, ix.span(f.from, f.to))
		m.Pairs = ix.wordPairs(q, m.Pairs, f.ties)
		tied += q.weight(f)
		words += int(f.to - f.from)
	}
	for _, b := range q.bits {
		all += b
	}
	e := evidence(tied, all, len(pieces) == 1 && words == len(q.terms))
	if h, ok := ix.replaced(q, &pieces[0]); ok && len(pieces) == 1 {
		e = evidence(tied, tied, true) - q.cost(h)
	}
	m.Score = score(e)
	m.Accepted = m.Score >= threshold
	return m, e
}

// evidence is how much speaks for a place where tied of all bits of the quote
// stand: those less what is missing. Every word in its place is worth some bits
// more.
func evidence(tied, all float32, whole bool) float32 {
	missing := max(0, all-tied)
	e := tied - missing
	if whole && missing < 1 {
		e += 8
	}
	return e
}

// threshold is the score from which a place may be claimed.
const threshold = .6

// belief is the score that goes with so much evidence, straight lines between.
var belief = [...]struct{ evidence, score float64 }{
	{0, .02}, {10, .2}, {20, .5}, {25, .7}, {30, .85}, {40, .95}, {60, .98}, {120, .995}, {240, .999},
}

// score is how likely a place is right for which so much speaks.
func score(evidence float32) float64 {
	e := float64(evidence)
	if e <= 0 {
		return belief[0].score
	}
	for i, b := range belief[1:] {
		if a := belief[i]; e < b.evidence {
			share := (e - a.evidence) / (b.evidence - a.evidence)
			return a.score + float64(share*(b.score-a.score))
		}
	}
	return belief[len(belief)-1].score
}

// margins sets each match, the best first, against the best of the others in its
// transcript.
func margins(list []*Match) {
	best := map[int]*Match{}
	only := map[int]bool{} // the best has no other so far
	for _, m := range list {
		m.Margin = m.Score
		b := best[m.Transcript]
		if b == nil {
			best[m.Transcript], only[m.Transcript] = m, true
			continue
		}
		m.Margin -= b.Score
		if only[m.Transcript] {
			b.Margin -= m.Score
			only[m.Transcript] = false
		}
	}
}

// pointers are those to the elements of a list.
func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
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
