package align

import (
	"cmp"
	"slices"
	"strings"
)

// The problem: most quotes keep the words of the speech, or nearly; they must
// be placed at once and to the word at both ends. The naive way, edit distance
// against every sentence, misses half of them, for a quote is seldom a
// sentence. Here the quote is a run of stems; seeds.go says where it may stand,
// myers.go whether it does (a third of the words may have changed), pairs.go sets
// word against word. What does not stand in one place whole is halved, and the
// halves placed by themselves, until what is left is placed or too short: that
// finds quotes that were interrupted, cut or spliced. Cost: linear in the
// quote; in the archive, only through the number of places where its rarest
// pairs of words stand.
//
// Nothing here looks at how common a word is in these transcripts, but for the
// order in which seeds are tried: what is found and accepted stays so when
// other transcripts are added.

const (
	places   = 64  // so many places of a run are listed, the first in order among equals
	apart    = 8   // tokens between two pieces that make them two spans
	near     = 400 // tokens within which a short piece may stand by its neighbour
	shortest = 6   // terms of the shortest piece that is split off
)

// A found is a run of the query's terms with the tokens that it stands at.
type found struct {
	lo, hi   int    // terms
	from, to uint32 // tokens
	ties     []tie
}

// exact lists the places where the query's words stand as they are, or lightly
// edited, the nearest first, then in the order of the transcripts.
func (ix *Index) exact(q *query) []Match {
	var parts [][]found
	for _, r := range q.runs() {
		parts = append(parts, ix.split(q, r[0], r[1])...)
	}
	if len(parts) == 0 {
		return nil
	}
	type weighed struct {
		match    Match
		evidence float32
	}
	var all []weighed
	a := anchor(parts)
	for i := range parts[a] {
		pieces := ix.pieces(q, ix.join(q, ix.chain(q, parts, a, i)))
		if len(pieces) == 1 {
			pieces[0] = ix.reach(q, pieces[0])
		}
		m, e := ix.match(q, pieces)
		all = append(all, weighed{m, e})
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.evidence, a.evidence) })
	out := make([]Match, len(all))
	for i, w := range all {
		out[i] = w.match
	}
	margins(pointers(out))
	return out
}

// runs cuts the query into runs of at most longest terms, between its pieces
// where there are several.
func (q *query) runs() [][2]int {
	n := len(q.terms)
	if n == 0 {
		return nil
	}
	if n <= longest {
		return [][2]int{{0, n}}
	}
	var out [][2]int
	for i := range len(q.pieces) - 1 {
		lo, hi := q.pieces[i], q.pieces[i+1]
		k := (hi - lo + longest - 1) / longest
		for j := range k {
			out = append(out, [2]int{lo + (hi-lo)*j/k, lo + (hi-lo)*(j+1)/k})
		}
	}
	return out
}

// split places the terms lo to hi in one piece or, failing that, in two. Its
// parts are in the order of the quote; those that are nowhere are left out.
func (ix *Index) split(q *query, lo, hi int) [][]found {
	if f := ix.run(q, lo, hi); len(f) > 0 {
		return [][]found{f}
	}
	if hi-lo < shortest || q.telling(lo, hi) < 40 {
		return nil
	}
	mid := q.joint(lo, hi)
	if (mid-lo < shortest || hi-mid < shortest) && !q.begins(mid) {
		return nil
	}
	return append(ix.split(q, lo, mid), ix.split(q, mid, hi)...)
}

// joint is where terms lo to hi are best cut in two: where a piece or a sentence
// of the quote begins, or in the middle.
func (q *query) joint(lo, hi int) int {
	mid := (lo + hi) / 2
	best := -1
	for i := lo + shortest/2; i+shortest/2 <= hi; i++ {
		if q.begins(i) && (best < 0 || max(i-mid, mid-i) < max(best-mid, mid-best)) {
			best = i
		}
	}
	if best < 0 {
		return mid
	}
	return best
}

// begins reports whether a piece, sentence or clause begins at a term.
func (q *query) begins(term int) bool {
	if slices.Contains(q.pieces, term) {
		return true
	}
	d, w := q.Document, int(q.terms[term].Word)
	return w > 0 && strings.ContainsAny(gapBefore(d, w), ".!?;:…—–")
}

// run lists the places of the terms lo to hi, as lookUp finds them. What is missing
// between the same terms is asked for again for each place of a quote, of which a text
// that says the same again and again has many.
func (ix *Index) run(q *query, lo, hi int) []found {
	at := [2]int{lo, hi}
	list, known := q.lookedUp[at]
	if !known {
		list = ix.lookUp(q, lo, hi)
		if q.lookedUp == nil {
			q.lookedUp = map[[2]int][]found{}
		}
		q.lookedUp[at] = list
	}
	return list
}

// lookUp lists the places of the terms lo to hi, with as many words changed as
// limit allows: the nearest first, then in order. It looks where two of the
// run's rarest grams agree; where that finds nothing, or of a short run nothing
// that is surely it, where the rarest is; and for a longer run then where any two
// of its grams agree.
func (ix *Index) lookUp(q *query, lo, hi int) []found {
	run := q.stems[lo:hi]
	all := ix.grams(run)
	few := apartGrams(all, 8)
	p := compile(run)
	ends := ix.endings(p, ix.windows(ix.hits(run, few, 2, 300), slack(p.length), 2, 2*places))
	if len(ends) == 0 || ends[0].dist > p.length*3/10 && p.length < 10 {
		if more := ix.endings(p, ix.windows(ix.hits(run, few, 1, 0), slack(p.length), 1, 4*places)); len(more) > 0 {
			ends = more
		}
	}
	if len(ends) == 0 && len(run) > 8 {
		ends = ix.endings(p, ix.windows(ix.hits(run, all, 2, 2000), slack(p.length), 2, places))
	}
	var out []found
	for _, e := range ends[:min(places, len(ends))] {
		f := ix.settle(q, lo, hi, e)
		if len(f.ties) > 0 && !slices.ContainsFunc(out, func(g found) bool { return f.from < g.to && g.from < f.to }) {
			f.ties = slices.Clip(f.ties) // its places are shared by those who ask again
			out = append(out, f)
		}
	}
	return out
}

// limit is how many words may have changed of a run of n: a third of a short
// one, two of five, so that a name of two words may stand in the place of one;
// of a longer one, where chance does less, nearly half. What stands there must
// still be telling enough to be claimed.
func limit(n int) int {
	if n < 10 {
		return (n + 1) / 3
	}
	return n * 45 / 100
}

// slack is how far the words of a run of n may have moved.
func slack(n int) int { return limit(n) + 1 }

// A stop is an ending in the row of tokens.
type stop struct {
	to   uint32 // the token after its end
	dist int
}

// endings are where a run ends in the windows: the nearest first, then in order.
func (ix *Index) endings(p *pattern, at []window) []stop {
	var out []stop
	var found []ending
	var words []uint32
	for _, w := range at {
		lo, hi := ix.bounds(w, p.length, slack(p.length))
		words = words[:0]
		for t := lo; t < hi; t++ {
			words = append(words, ix.stemOf(t))
		}
		found = p.search(found[:0], words, limit(p.length))
		for _, e := range found {
			out = append(out, stop{lo + uint32(e.at), e.dist})
		}
	}
	slices.SortFunc(out, func(a, b stop) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.dist, b.dist)) })
	out = slices.CompactFunc(out, func(a, b stop) bool { return a.to == b.to })
	slices.SortStableFunc(out, func(a, b stop) int { return cmp.Compare(a.dist, b.dist) })
	return out
}

// settle sets the terms lo to hi against the tokens before an ending.
func (ix *Index) settle(q *query, lo, hi int, e stop) found {
	d := ix.doc(e.to - 1)
	room := slack(hi - lo)
	from := max(int64(ix.starts[d]), int64(e.to)-int64(hi-lo+room))
	to := min(ix.starts[d+1], e.to+uint32(room))
	return ix.tie(q, lo, hi, uint32(from), to, int(e.to)-int(from))
}

// anchor is the part that the others are placed by: the longest, of equal ones
// the one with the fewest places, the first of those.
func anchor(parts [][]found) int {
	best := 0
	for i, p := range parts {
		b := parts[best]
		if c := cmp.Or(cmp.Compare(len(p[0].ties), len(b[0].ties)), cmp.Compare(len(b), len(p))); c > 0 {
			best = i
		}
	}
	return best
}

// chain takes from each part the place that goes best with the anchor: in the
// same transcript, nearest after the part before it.
func (ix *Index) chain(q *query, parts [][]found, at, place int) []found {
	a := &parts[at][place]
	out := []found{*a}
	prev := a
	for i := at - 1; i >= 0; i-- {
		if f := ix.neighbour(q, parts[i], prev); f != nil {
			out = slices.Insert(out, 0, *f)
			prev = f
		}
	}
	prev = a
	for _, p := range parts[at+1:] {
		if f := ix.neighbour(q, p, prev); f != nil {
			out = append(out, *f)
			prev = f
		}
	}
	return out
}

// neighbour is the place of a part that is nearest to by, which stands before or
// after it in the quote; nil where it has none in that transcript, or where it
// is too common to be claimed far away.
func (ix *Index) neighbour(q *query, part []found, by *found) *found {
	var best *found
	cost := int64(1) << 40
	d := ix.doc(by.from)
	for i := range part {
		f := &part[i]
		if ix.doc(f.from) != d {
			continue
		}
		gap := int64(f.from) - int64(by.to)
		if f.hi <= by.lo {
			gap = int64(by.from) - int64(f.to)
		}
		if gap < 0 {
			gap = -2 * gap // against the order of the quote
		}
		if gap < cost && (gap <= near || q.weight(f) >= telling) {
			best, cost = f, gap
		}
	}
	return best
}
