package pairing

import (
	"sort"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// The chain is a longest increasing subsequence of the pairs, by patience sorting.
// The holes between its links are short, and the equal words in them are tied by a
// longest common subsequence in which words that stand side by side count more, so
// that of "we will win, we will build" each "we will" goes with its own verb.

// A Link ties one word of the quote to one of the source.
type Link struct{ Q, S int }

// A Hole is what stands between two neighbours of the chain: words Q of the quote
// where the source has words S. One may be empty.
type Hole struct{ Q, S reading.Range }

// Chain is the longest run of tied words that is in order on both sides.
func (p *Pairing) Chain() []Link {
	type end struct {
		Link
		back int
	}
	var ends []end
	var tails []int // tails[k]: the end of the best chain of k+1 links
	for i, mates := range p.Q.Mates {
		for m := len(mates) - 1; m >= 0; m-- {
			j := mates[m].At
			k := sort.Search(len(tails), func(k int) bool { return ends[tails[k]].S >= j })
			back := -1
			if k > 0 {
				back = tails[k-1]
				if ends[back].Q == i {
					continue
				}
			}
			ends = append(ends, end{Link{i, j}, back})
			if k == len(tails) {
				tails = append(tails, 0)
			}
			tails[k] = len(ends) - 1
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([]Link, len(tails))
	for k, l := len(tails)-1, tails[len(tails)-1]; k >= 0; k-- {
		out[k] = ends[l].Link
		l = ends[l].back
	}
	return out
}

// mostCells is how large a hole may be, quote times source, for its words to
// be paired again.
const mostCells = 1 << 20

// fill ties the equal words that the placing left open between the links of
// the chain, by the longest common run of words.
func (p *Pairing) fill() {
	for _, h := range p.between(p.Chain()) {
		if n, m := h.Q.Len(), h.S.Len(); n > 0 && m > 0 && n*m <= mostCells {
			p.common(h)
		}
	}
}

// common ties the words of a hole that are equal and in order: as many as can
// be, and of these ways the one that leaves most of them side by side.
func (p *Pairing) common(h Hole) {
	n, m := h.Q.Len(), h.S.Len()
	// best[i,j] is the score of the rest from i and j on; linked that where i
	// and j are tied. A tie counts two, one that follows a tie one more.
	best, linked := make([]uint16, (n+1)*(m+1)), make([]uint16, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if p.equalOpen(h.Q.Start+i, h.S.Start+j) {
				linked[at(i, j)] = 2 + after(best[at(i+1, j+1)], linked[at(i+1, j+1)])
			}
			best[at(i, j)] = max(linked[at(i, j)], best[at(i+1, j)], best[at(i, j+1)])
		}
	}
	follows := false
	for i, j := 0, 0; i < n && j < m; {
		l, b := linked[at(i, j)], best[at(i, j)]
		switch {
		case l > 0 && (l == b || follows && l+1 > b):
			p.tie(h.Q.Start+i, h.S.Start+j, align.Same)
			i, j, follows = i+1, j+1, true
			continue
		case b == best[at(i+1, j)]:
			i++
		default:
			j++
		}
		follows = false
	}
}

// after is the better way to go on from a tie.
func after(best, linked uint16) uint16 {
	if linked > 0 {
		return max(best, linked+1)
	}
	return best
}

// equalOpen reports whether two words without a counterpart are the same word,
// neither of them the reporter's own.
func (p *Pairing) equalOpen(i, j int) bool {
	if len(p.Q.Mates[i]) > 0 || len(p.S.Mates[j]) > 0 {
		return false
	}
	a, b := &p.Q.Tokens[i], &p.S.Tokens[j]
	return !a.Bracketed && (a.Norm == b.Norm || english.Alike(a.Text, b.Text))
}

// between are the holes of a chain: before, between and after its links.
func (p *Pairing) between(chain []Link) []Hole {
	var out []Hole
	i, j := 0, 0
	add := func(k, l int) {
		if k > i || l > j {
			out = append(out, Hole{reading.Range{Start: i, End: k}, reading.Range{Start: j, End: l}})
		}
	}
	for _, c := range chain {
		add(c.Q, c.S)
		i, j = c.Q+1, c.S+1
	}
	add(len(p.Q.Tokens), len(p.S.Tokens))
	return out
}

// again pairs the equal words afresh and keeps what ties more of them: where a
// sentence repeats itself the placing may have begun at the wrong repetition.
func (p *Pairing) again() {
	n, m := len(p.Q.Tokens), len(p.S.Tokens)
	if n*m > mostCells {
		return
	}
	fresh := Pairing{Q: p.Q.untied(), S: p.S.untied()}
	fresh.common(Hole{reading.Range{Start: 0, End: n}, reading.Range{Start: 0, End: m}})
	if (p.Match.Exact || 20*fresh.Ties() >= 17*n) && fresh.fit() > p.fit() {
		p.Q.Mates, p.S.Mates = fresh.Q.Mates, fresh.S.Mates
	}
}

// fit is how well the words are paired: as many as can be, and side by side.
func (p *Pairing) fit() int {
	n := 2 * p.Ties()
	for i := 1; i < len(p.Q.Tokens); i++ {
		if p.Q.same(i-1) && p.Q.same(i) && p.Q.Mates[i-1][0].At+1 == p.Q.Mates[i][0].At {
			n++
		}
	}
	return n
}

// Ties is how many words of the quote are tied to the same word.
func (p *Pairing) Ties() int {
	n := 0
	for i := range p.Q.Tokens {
		if p.Q.same(i) {
			n++
		}
	}
	return n
}
