package align

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// A tie sets a term of the query against a token of the index.
type tie struct {
	term     int
	token    uint32
	likeness float32
	why      Why
}

// The costs of setting two runs of words against each other, in half bits of
// general English. To leave a word of the quote out costs the more the more
// telling it is; to leave one of the transcript out costs little, so a few
// telling words are reached over a gap, and a lone "the" is not. To set a word
// against another that it has nothing to do with is cheaper than to leave both
// out, and dearer than to leave out the quote's alone: in the middle words that
// were replaced stand against each other, at the ends nothing does.
const (
	sameStem = 1
	skipped  = 2
)

// leftOut is the cost of leaving a term out.
func (q *query) leftOut(term int) uint16 { return skipped + uint16(2*q.bits[term]) }

// tie sets the terms lo to hi against the tokens from to to, of which any may
// be left over at both ends for nothing. Words are held to be alike here where
// they have the same stem; what is between is looked at once more by its
// likeness. Of ends that cost the same it takes the one nearest to token
// from+end. Cost: terms times tokens.
func (ix *Index) tie(q *query, lo, hi int, from, to uint32, end int) found {
	m, n := hi-lo, int(to-from)
	width := n + 1
	cost := make([]uint16, (m+1)*width)
	for i := 1; i <= m; i++ {
		row, above := cost[i*width:(i+1)*width], cost[(i-1)*width:i*width]
		out := q.leftOut(lo + i - 1)
		row[0] = above[0] + out
		for j := 1; j <= n; j++ {
			c := above[j-1] + ix.step(q, lo+i-1, from+uint32(j-1))
			row[j] = min(c, above[j]+out, row[j-1]+skipped)
		}
	}
	last := cost[m*width:]
	j := end
	for k, c := range last {
		if c < last[j] || c == last[j] && max(k-end, end-k) < max(j-end, end-j) {
			j = k
		}
	}
	f := found{lo: lo, hi: hi}
	for i := m; i > 0 && j >= 0; {
		c := cost[i*width+j]
		switch {
		case j > 0 && c == cost[(i-1)*width+j-1]+ix.step(q, lo+i-1, from+uint32(j-1)):
			i, j = i-1, j-1
			if t, ok := ix.same(q, lo+i, from+uint32(j)); ok {
				f.ties = append(f.ties, t)
			}
		case c == cost[(i-1)*width+j]+q.leftOut(lo+i-1):
			i--
		default:
			j--
		}
	}
	slices.Reverse(f.ties)
	return ix.trim(q, f)
}

// trim draws a found to what is tied, and ties what is alike in between.
func (ix *Index) trim(q *query, f found) found {
	if len(f.ties) == 0 {
		return found{}
	}
	first, last := f.ties[0], f.ties[len(f.ties)-1]
	f.lo, f.hi, f.from, f.to = first.term, last.term+1, first.token, last.token+1
	ties := f.ties
	f.ties = nil
	for i, t := range ties {
		if i > 0 {
			p := ties[i-1]
			f.ties = ix.between(q, f.ties, p.term+1, t.term, p.token+1, t.token)
		}
		f.ties = append(f.ties, t)
	}
	return f
}

// between ties the terms lo to hi to those of the tokens from to to that are
// alike, the most alike first, without crossing.
func (ix *Index) between(q *query, ties []tie, lo, hi int, from, to uint32) []tie {
	if lo >= hi || from >= to || (hi-lo)*int(to-from) > 400 {
		return ties
	}
	var best tie
	for i := lo; i < hi; i++ {
		for t := from; t < to; t++ {
			if c := ix.alike(q, i, t); c.likeness > best.likeness {
				best = c
			}
		}
	}
	if best.likeness == 0 {
		if c := ix.alike(q, lo, from); hi-lo == 1 && to-from == 1 && c.why == Clash {
			ties = append(ties, c)
		}
		return ties
	}
	ties = ix.between(q, ties, lo, best.term, from, best.token)
	ties = append(ties, best)
	return ix.between(q, ties, best.term+1, hi, best.token+1, to)
}

// step is the cost of setting a term against a token.
func (ix *Index) step(q *query, term int, token uint32) uint16 {
	id := ix.tokens.at(token)
	switch {
	case q.terms[term].ID == id:
		return 0
	case q.stems[term] == ix.stem[id]:
		return sameStem
	}
	return q.leftOut(term) + 1
}

// same ties a term to a token of the same stem.
func (ix *Index) same(q *query, term int, token uint32) (tie, bool) {
	if q.stems[term] != ix.stemOf(token) {
		return tie{}, false
	}
	return ix.alike(q, term, token), true
}

// alike ties a term to a token as the lexicon has it.
func (ix *Index) alike(q *query, term int, token uint32) tie {
	a, b := q.words.Form(q.terms[term].ID), ix.words.Form(ix.tokens.at(token))
	s, r := lexicon.Alike(a, b)
	t := tie{term, token, s, whys[r]}
	if r == lexicon.Same && a.Number {
		t.why = ix.written(q, term, token)
	}
	return t
}

// written tells a number written the same way from one written another way.
func (ix *Index) written(q *query, term int, token uint32) Why {
	if q.terms[term].Words == uint32(ix.wordsOf(token).Len()) &&
		q.Document.Word(int(q.terms[term].Word)) == ix.docs[ix.doc(token)].Word(ix.word(token)) {
		return Same
	}
	return Number
}

var whys = [...]Why{
	lexicon.Unlike: Clash, lexicon.Same: Same, lexicon.SameStem: Stem, lexicon.SameName: Name, lexicon.Spelling: Spelling,
	lexicon.Derived: Synonym, lexicon.Synonym: Synonym, lexicon.Learned: Learned, lexicon.Different: Clash,
}
