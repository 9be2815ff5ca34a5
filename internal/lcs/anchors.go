package lcs

import (
	"cmp"
	"math/bits"
	"slices"
)

// A stretch that is looked for has four words: of two versions of a text most of
// them stand once in each, and hardly any in texts that have nothing to do with each
// other. Where words come again and again, as letters do, it has eight or sixteen.
const (
	fewWords    = 4
	someWords   = 8
	mostWords   = 16
	wordBits    = 4 // of what a word tells, for stretches of four
	letterBits  = 2 // for stretches of eight
	chancedBits = 8 // a passage that moved is no chance of one in so many bits
)

// measure sets how long the stretches and passages must be that are looked for, by
// how much a word tells: the logarithm of how seldom two words are the same.
func (s *solver) measure() {
	counts := make([]uint64, s.ids)
	for _, id := range s.a {
		if id < s.ids {
			counts[id]++
		}
	}
	same := uint64(0)
	for _, n := range counts {
		same += n * n
	}
	n := uint64(len(s.a))
	told := max(1, bits.Len64(n*n/max(1, same))-1)
	switch {
	case told >= wordBits:
		s.gram = fewWords
	case told >= letterBits:
		s.gram = someWords
	default:
		s.gram = mostWords
	}
	chance := bits.Len(uint(len(s.a))) + bits.Len(uint(len(s.b))) + chancedBits
	s.shortest = max(shortestMove, (chance+told-1)/told)
}

// wide is how many words that only one side has may stand inside a stretch.
const wide = 8

// Of a box of many words only one stretch in sampled is looked at, by its number, so
// that they are the same ones on both sides; the words beside them are compared.
const (
	many    = 1 << 11
	sampled = 4
)

// segments are the stretches that stand once on each side of a box, with the words
// beside them that are the same, in the order of a.
func (s *solver) segments(x box, placeA, placeB []int32) []Run {
	var out []Run
	end, diagonal := x.a, 0 // of the segment before
	wide := func(a, b, n int) bool { return gap(placeA, a, n) || gap(placeB, b, n) }
	for _, r := range s.mates(x) {
		known := r.A < end && r.A-r.B == diagonal
		if known || !slices.Equal(s.a[r.A:r.A+s.gram], s.b[r.B:r.B+s.gram]) || wide(r.A, r.B, s.gram) {
			continue
		}
		for r.A > max(x.a, end) && r.B > x.b && s.same(r.A-1, r.B-1) && !wide(r.A-1, r.B-1, 2) {
			r = Run{r.A - 1, r.B - 1, r.N + 1}
		}
		for r.A+r.N < x.aEnd && r.B+r.N < x.bEnd && s.same(r.A+r.N, r.B+r.N) && !wide(r.A+r.N-1, r.B+r.N-1, 2) {
			r.N++
		}
		end, diagonal = r.A+r.N, r.A-r.B
		out = append(out, r)
	}
	return out
}

// same reports whether two words are one.
func (s *solver) same(a, b int) bool { return s.a[a] == s.b[b] && s.a[a] < s.ids }

// gap reports whether n words had a wide gap between them.
func gap(place []int32, at, n int) bool {
	return place != nil && place[at+n-1]-place[at] >= int32(n+wide)
}

// A slot of a table of stretches.
type slot struct {
	check uint32 // of the stretch's number; the place of the slot has its other bits
	a, b  int32  // where it stands, from 1; 0 nowhere yet, -1 at several places
}

// mates are the stretches that likely stand once on each side of a box, in the order
// of a.
func (s *solver) mates(x box) []Run {
	every := s.every(x)
	var ofA []numbered
	if !s.few {
		ofA = make([]numbered, 0, x.rows()/int(every)*5/4+16)
	}
	s.grams(s.a[x.a:x.aEnd], every, func(number uint64, at int) {
		ofA = append(ofA, numbered{number, int32(x.a + at)})
	})
	slots := make([]slot, 1<<bits.Len(uint(2*len(ofA)+1)))
	shift := 65 - bits.Len(uint(len(slots)))
	for i, g := range ofA {
		at := find(slots, g.number, shift)
		ofA[i].number = uint64(at)
		t := &slots[at]
		if t.check = uint32(g.number); t.a == 0 {
			t.a = g.at + 1
		} else {
			t.a = -1
		}
	}
	s.grams(s.b[x.b:x.bEnd], every, func(number uint64, at int) {
		switch t := &slots[find(slots, number, shift)]; {
		case t.a == 0: // not in a
		case t.b == 0:
			t.b = int32(x.b + at + 1)
		default:
			t.b = -1
		}
	})
	var out []Run
	for _, g := range ofA {
		if t := slots[g.number]; t.a > 0 && t.b > 0 {
			out = append(out, Run{int(t.a - 1), int(t.b - 1), s.gram})
		}
	}
	return out
}

// find is where a stretch is, or the empty slot where it would be.
func find(slots []slot, number uint64, shift int) int {
	at := int(number >> shift)
	for slots[at].a != 0 && slots[at].check != uint32(number) {
		at = (at + 1) & (len(slots) - 1)
	}
	return at
}

// A numbered stretch of words. Two stretches may have one number.
type numbered struct {
	number uint64
	at     int32
}

// every says that of a box one stretch in so many is looked at.
func (s *solver) every(x box) uint64 {
	if x.words() > many && !s.few {
		return sampled
	}
	return 1
}

// grams numbers the stretches of words that may be equal to others, of every so many
// one.
func (s *solver) grams(words []uint32, every uint64, f func(number uint64, at int)) {
	var h uint64
	n := 0
	for i, w := range words {
		if w >= s.ids {
			h, n = 0, 0
			continue
		}
		h = bits.RotateLeft64(h, 64/s.gram) ^ scatter(w) // as many turns bring a word back to where it was
		if n++; n > s.gram {
			h ^= scatter(words[i-s.gram])
		}
		if number := h * 0x9E3779B97F4A7C15; n >= s.gram && number>>20%every == 0 {
			f(number, i-s.gram+1)
		}
	}
}

// scatter spreads a number over 64 bits.
func scatter(id uint32) uint64 {
	h := (uint64(id) + 1) * 0xD6E8FEB86659FD93
	h ^= h >> 32
	return h * 0xD6E8FEB86659FD93
}

// chained parts runs, which are in the order of a, into the heaviest chain that is
// in order on both sides, and the others. Of two chains as heavy it takes the one
// that ends first in b. O(n log n).
func chained(runs []Run) (chain, crossing []Run) {
	if slices.IsSortedFunc(runs, func(x, y Run) int { return cmp.Compare(x.B, y.B) }) {
		return runs, nil
	}
	rank := ranks(runs)
	sums := make([]int, len(runs))   // of the heaviest chain that ends with a run
	before := make([]int, len(runs)) // the run before it in that chain, or -1
	best := make([]int, len(runs)+1) // a Fenwick tree by rank: the run that ends the heaviest chain, from 1
	last := -1
	for i, r := range runs {
		before[i] = -1
		for k := rank[i]; k > 0; k &= k - 1 {
			if j := best[k] - 1; j >= 0 && (before[i] < 0 || sums[j] > sums[before[i]]) {
				before[i] = j
			}
		}
		sums[i] = r.N
		if before[i] >= 0 {
			sums[i] += sums[before[i]]
		}
		for k := rank[i] + 1; k < len(best); k += k & -k {
			if best[k] == 0 || sums[i] > sums[best[k]-1] {
				best[k] = i + 1
			}
		}
		if last < 0 || sums[i] > sums[last] {
			last = i
		}
	}
	for i := len(runs) - 1; i >= 0; i-- {
		if i == last {
			chain, last = append(chain, runs[i]), before[i]
		} else {
			crossing = append(crossing, runs[i])
		}
	}
	slices.Reverse(chain)
	slices.Reverse(crossing)
	return chain, crossing
}

// ranks numbers runs by where they stand in b.
func ranks(runs []Run) []int {
	order := make([]int, len(runs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(runs[i].B, runs[j].B) })
	out := make([]int, len(runs))
	for k, i := range order {
		out[i] = k
	}
	return out
}
