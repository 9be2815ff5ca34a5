package align

import (
	"cmp"
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
const most = 4096

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
	if int(stem)+1 >= len(ix.first) {
		return 0
	}
	return int(ix.first[stem+1] - ix.first[stem])
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

// A hit is an occurrence of a gram: the run would begin at token start.
type hit struct {
	start int64
	at    int // where in the run the gram is
}

// hits looks grams up.
func (ix *Index) hits(dst []hit, run []uint32, grams []gram) []hit {
	for _, g := range grams {
		list := ix.posting(run[g.at])
		if !g.single {
			list = ix.pairs(run[g.at], run[g.at+1])
		}
		for _, t := range list[:min(len(list), most)] {
			dst = append(dst, hit{int64(t) - int64(g.at), g.at})
		}
	}
	slices.SortFunc(dst, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.at, b.at))
	})
	return dst
}

// pairs lists the tokens with stem a that stand before one with stem b.
func (ix *Index) pairs(a, b uint32) []uint32 {
	list := ix.posting(a)
	lo := sort.Search(len(list), func(i int) bool { return ix.after(list[i]) >= int64(b) })
	n := sort.Search(len(list)-lo, func(i int) bool { return ix.after(list[lo+i]) > int64(b) })
	return list[lo : lo+n]
}

// after is the stem of the token after t, -1 after the last.
func (ix *Index) after(t uint32) int64 {
	if int(t)+1 >= len(ix.tokens) {
		return -1
	}
	return int64(ix.stem[ix.tokens[t+1]])
}

// A window is a stretch of tokens that a run may stand in.
type window struct {
	lo, hi  uint32
	support int // how many different grams point to it
}

// windows gathers hits that agree within slack words, the best supported first,
// then by place; at most n. Windows keep to one transcript.
func (ix *Index) windows(hits []hit, length, slack, n int) []window {
	var out []window
	for i := 0; i < len(hits); {
		j := i + 1
		for j < len(hits) && hits[j].start-hits[i].start <= int64(slack) {
			j++
		}
		out = append(out, ix.window(hits[i:j], length, slack))
		i = j
	}
	slices.SortStableFunc(out, func(a, b window) int { return cmp.Compare(b.support, a.support) })
	return out[:min(n, len(out))]
}

func (ix *Index) window(hits []hit, length, slack int) window {
	var at uint64
	support := 0
	for _, h := range hits {
		if at&(1<<h.at) == 0 {
			at |= 1 << h.at
			support++
		}
	}
	token := uint32(hits[0].start + int64(hits[0].at))
	d := ix.doc(token)
	lo := max(int64(ix.starts[d]), hits[0].start-int64(slack))
	hi := min(int64(ix.starts[d+1]), hits[len(hits)-1].start+int64(length+slack))
	return window{uint32(lo), uint32(hi), support}
}
