package align

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"
)

// The problem: where among millions of words may a run of words stand, some of
// them changed? The naive way goes through all of them, or through the places
// of each word, of which common words have very many. Here a few of the run's
// rarest pairs of neighbours are looked up (two binary searches each, for the
// postings of a word are sorted by the word after it) and where two of them
// stand as far apart as in the run, the run may stand. A verbatim run is always
// found; one with a word in six changed survives in at least one of six pairs
// but for about one in a thousand, and then all its pairs are looked up.

// A gram is a pair of neighbouring stems of a run, or a single rare one.
type gram struct {
	at     int // where in the run
	single bool
	bound  int // it occurs at most so often
}

// rare is how often a stem may occur to be looked up without a neighbour.
const rare = 16

// most is how many occurrences of a gram are looked at, the first in order.
const most = 2048

// grams are the run's pairs and rare words, the rarest first.
func (ix *Index) grams(run []uint32) []gram {
	var out []gram
	for i, st := range run {
		n := ix.count(st)
		if n > 0 && n <= rare {
			out = append(out, gram{i, true, n})
		}
		if i+1 < len(run) {
			if m := min(n, ix.count(run[i+1])); m > rare {
				out = append(out, gram{i, false, m})
			}
		}
	}
	slices.SortFunc(out, func(a, b gram) int {
		return cmp.Or(cmp.Compare(a.bound, b.bound), cmp.Compare(a.at, b.at))
	})
	return out
}

// count is how many tokens have a stem.
func (ix *Index) count(stem uint32) int {
	from, to := ix.posting(stem)
	return int(to - from)
}

// apartGrams picks the n rarest grams that share no word.
func apartGrams(all []gram, n int) []gram {
	var used uint64
	var out []gram
	for _, g := range all {
		bits := uint64(1) << g.at
		if !g.single {
			bits |= bits << 1
		}
		if used&bits == 0 && len(out) < n {
			used |= bits
			out = append(out, g)
		}
	}
	return out
}

// A hit is an occurrence of a gram: the run would begin at token start, or before the
// transcript that begins there. It packs start and where in the run the gram is, so that
// hits sort as numbers, those of one transcript together.
type hit uint64

func newHit(start int64, at int) hit { return hit(uint64(start)<<6 | uint64(at)) }

func (h hit) start() int64 { return int64(h >> 6) }
func (h hit) at() int      { return int(h & 63) }

// hits looks grams up: the few that occur least often, and more while there are
// no more than enough hits. They are in order.
func (ix *Index) hits(run []uint32, grams []gram, few, enough int) []hit {
	type occurrences struct {
		at       int
		from, to uint32 // of the postings
	}
	found := make([]occurrences, len(grams))
	for i, g := range grams {
		from, to := ix.posting(run[g.at])
		if !g.single {
			from, to = ix.pairs(run[g.at], run[g.at+1])
		}
		found[i] = occurrences{g.at, from, to}
	}
	slices.SortStableFunc(found, func(a, b occurrences) int { return cmp.Compare(a.to-a.from, b.to-b.from) })
	n, tried, last := 0, 0, 0
	for i, f := range found {
		m := min(int(f.to-f.from), most)
		if tried >= few && n+m > enough {
			break
		}
		if m > 0 {
			tried++
		}
		n, last = n+m, i+1
	}
	dst := make([]hit, 0, n)
	var lo, hi int64 // tokens of the transcript of the hit before
	for _, f := range found[:last] {
		for i := f.from; i < min(f.to, f.from+most); i++ {
			token := int64(ix.postings.at(i))
			if token < lo || token >= hi {
				lo, hi = ix.around(token)
			}
			dst = append(dst, newHit(max(lo, token-int64(f.at)), f.at))
		}
	}
	slices.Sort(dst)
	return dst
}

// around are the tokens of the transcript that a token belongs to.
func (ix *Index) around(token int64) (lo, hi int64) {
	d := ix.doc(uint32(token))
	return int64(ix.starts[d]), int64(ix.starts[d+1])
}

// pairs is where in the postings those tokens with stem a are that stand before one
// with stem b, half open.
func (ix *Index) pairs(a, b uint32) (from, to uint32) {
	from, to = ix.posting(a)
	from = ix.before(from, to, int64(b))
	return from, ix.before(from, to, int64(b)+1)
}

// before is the first of a part of the postings of one stem whose token has a stem
// after it that is b or more.
func (ix *Index) before(from, to uint32, b int64) uint32 {
	n := sort.Search(int(to-from), func(i int) bool { return ix.after(ix.postings.at(from+uint32(i))) >= b })
	return from + uint32(n)
}

// after is the stem of the token after t, -1 after the last.
func (ix *Index) after(t uint32) int64 {
	if int(t)+1 >= ix.tokens.len() {
		return -1
	}
	return int64(ix.stemOf(t + 1))
}

// A window is a stretch of tokens that a run may stand in, and how many
// different grams point to it.
type window struct {
	hits    []hit
	support int
}

// windows gathers hits that agree within slack words. It gives the n best of
// those with so much support or more, of equal ones the first.
func (ix *Index) windows(hits []hit, slack, support, n int) []window {
	var many [longest + 1]int // windows by their support
	ix.each(hits, slack, func(w window) { many[w.support]++ })
	least, left := longest, n // of those with the least support so many are wanted
	for ; least > support && many[least] <= left; least-- {
		left -= many[least]
	}
	var out []window
	ix.each(hits, slack, func(w window) {
		switch {
		case w.support < least || w.support == least && left == 0:
			return
		case w.support == least:
			left--
		}
		out = append(out, w)
	})
	slices.SortStableFunc(out, func(a, b window) int { return cmp.Compare(b.support, a.support) })
	return out
}

// each gives the windows of hits that agree within slack words, in order. Where one
// transcript ends and the next begins, the hits of each have a window.
func (ix *Index) each(hits []hit, slack int, give func(window)) {
	var end int64 // of the transcript of the hit before
	for i := 0; i < len(hits); {
		if hits[i].start() >= end {
			_, end = ix.around(hits[i].start())
		}
		var at uint64
		j := i
		for ; j < len(hits) && hits[j].start() < min(end, hits[i].start()+int64(slack)+1); j++ {
			at |= 1 << hits[j].at()
		}
		give(window{hits[i:j], bits.OnesCount64(at)})
		i = j
	}
}

// bounds are the tokens of a window for a run of so many words; they keep to
// one transcript.
func (ix *Index) bounds(w window, length, slack int) (lo, hi uint32) {
	first, last := w.hits[0], w.hits[len(w.hits)-1]
	from, to := ix.around(first.start())
	from = max(from, first.start()-int64(slack))
	to = min(to, last.start()+int64(length+slack))
	return uint32(from), uint32(to)
}
