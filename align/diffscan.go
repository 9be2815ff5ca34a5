package align

import "github.com/quoteprov/quoteprov/internal/lcs"

// Most versions differ here and there by a word or a phrase. There the shortest
// script from one change to the next stretch that is the same is found by trying
// scripts of one word changed, of two, and so on, each as far as it goes: E. Myers,
// An O(ND) difference algorithm (Algorithmica 1, 1986). The words are compared as
// they are; to number them would take longer than all of it. From where the two part
// for longer the same is done from their ends, and what is between is left to package
// lcs.

const (
	farthestEdit = 16 // words that a change may take out and put in
	band         = 6  // by how many words it may be longer on one side; a longer passage may have moved
	solid        = 10 // words in a row that end a change

	// A text of so many words is gone over to its end, and each change must come
	// there: nothing is left to chance where it costs little.
	fewWords = 64
)

// A scan goes over two sequences from their beginning, or from their end.
type scan[T comparable] struct {
	old, new []T
	back     bool
	a, b     int // how far it has come
	solid    int // words in a row that end a change
	runs     []lcs.Run
	reach    [farthestEdit + 1][2*band + 3]int32 // by words changed and diagonal: the old words passed
}

// scanned is a scan that has gone as far as it can.
func scanned[T comparable](old, new []T, back bool) scan[T] {
	s := scan[T]{old: old, new: new, back: back, solid: solid, runs: make([]lcs.Run, 0, 8)}
	if len(old)+len(new) <= 2*fewWords {
		s.solid = len(old) + 1
	} else if monotonous(old) || monotonous(new) {
		s.follow()
		return s
	}
	for {
		s.follow()
		if s.a == len(old) || s.b == len(new) || !s.pass() {
			return s
		}
	}
}

// same reports whether old word a and new word b, as the scan counts, are one.
func (s *scan[T]) same(a, b int) bool {
	if s.back {
		return s.old[len(s.old)-1-a] == s.new[len(s.new)-1-b]
	}
	return s.old[a] == s.new[b]
}

// inOrder are the runs of a scan as they stand in the sequences, behind old word a and
// new word b.
func (s *scan[T]) inOrder(a, b int) []lcs.Run {
	out := make([]lcs.Run, len(s.runs))
	for i, r := range s.runs {
		out[len(out)-1-i] = lcs.Run{A: a + len(s.old) - r.A - r.N, B: b + len(s.new) - r.B - r.N, N: r.N}
	}
	return out
}

// monotonous reports whether the same words come again and again, as letters would:
// then ten in a row are a chance.
func monotonous[T comparable](words []T) bool {
	const sample, lags, most = 64, 4, 16
	same := 0
	for i := range min(sample, len(words)-lags) {
		for k := 1; k <= lags; k++ {
			if words[i] == words[i+k] {
				same++
			}
		}
	}
	return same > most
}

// follow goes on while the words are the same.
func (s *scan[T]) follow() {
	n := 0
	for s.a+n < len(s.old) && s.b+n < len(s.new) && s.same(s.a+n, s.b+n) {
		n++
	}
	s.keep(s.a, s.b, n)
	s.a, s.b = s.a+n, s.b+n
}

func (s *scan[T]) keep(a, b, n int) {
	if n == 0 {
		return
	}
	if k := len(s.runs); k > 0 && s.runs[k-1].A+s.runs[k-1].N == a && s.runs[k-1].B+s.runs[k-1].N == b {
		s.runs[k-1].N += n
		return
	}
	s.runs = append(s.runs, lcs.Run{A: a, B: b, N: n})
}

// pass goes to behind the next change.
func (s *scan[T]) pass() bool {
	old, new := len(s.old)-s.a, len(s.new)-s.b
	for d := 0; d <= farthestEdit; d++ {
		row := &s.reach[d]
		best, longest := 0, -1
		for k := -min(d, band-(d+band)%2); k <= min(d, band); k += 2 {
			x := s.first(d, k)
			from := x
			for x < old && x-k < new && x-from < s.solid && s.same(s.a+x, s.b+x-k) {
				x++
			}
			row[k+band+1] = int32(x)
			ends := x >= old && x-k >= new
			if n := x - from; noShorterWay(d, k) && (n >= s.solid || ends) && x <= old && x-k <= new && n > longest {
				best, longest = k, n
			}
		}
		if longest >= 0 {
			s.trace(d, best)
			return true
		}
	}
	return false
}

// noShorterWay reports whether a script of d changed words that ends on diagonal k is
// as short as any that leaves the band and comes back.
func noShorterWay(d, k int) bool { return d+max(k, -k) <= 2*(band+1) }

// first is where a script of d changed words comes to diagonal k, before it follows
// words that are the same.
func (s *scan[T]) first(d, k int) int {
	if d == 0 {
		return 0
	}
	if s.down(d, k) {
		return int(s.reach[d-1][k+band+2])
	}
	return int(s.reach[d-1][k+band]) + 1
}

// down reports whether a script of d changed words comes to diagonal k by putting a
// word in; else it takes one out.
func (s *scan[T]) down(d, k int) bool {
	switch {
	case k == -min(d, band):
		return true
	case k == min(d, band):
		return false
	}
	return s.reach[d-1][k+band] < s.reach[d-1][k+band+2]
}

// trace keeps the runs of a script of d changed words that ends on diagonal k.
func (s *scan[T]) trace(d, k int) {
	var path [farthestEdit + 1]lcs.Run
	endA, endB := s.a, s.b
	for e := d; e >= 0; e-- {
		x, from := int(s.reach[e][k+band+1]), s.first(e, k)
		if e == d {
			endA, endB = s.a+x, s.b+x-k
		}
		path[e] = lcs.Run{A: s.a + from, B: s.b + from - k, N: x - from}
		if e > 0 && s.down(e, k) {
			k++
		} else {
			k--
		}
	}
	for _, r := range path[:d+1] {
		s.keep(r.A, r.B, r.N)
	}
	s.a, s.b = endA, endB
}
