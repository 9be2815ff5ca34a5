package lcs

import (
	"cmp"
	"encoding/binary"
	"slices"
)

const (
	// shortestMove is how many equal words make a passage that moved: fewer stand in
	// two places by chance.
	shortestMove = 6

	// apart is how many words, on either side, may have changed between two parts of
	// one passage that moved.
	apart = 8

	// shortestWhole is how many words make one if they are all that was taken out at
	// one place and put in at another.
	shortestWhole = 3
)

// takeMoves finds the stretches of a box that cross the chain of the others, and
// takes their words out of both sequences, so that nothing else is tied to them.
func (s *solver) takeMoves(x box, placeA, placeB []int32) {
	chain, crossing := chained(s.segments(x, placeA, placeB))
	s.top, s.chain = x, chain
	crossing = slices.DeleteFunc(crossing, func(r Run) bool { return r.N < s.shortest })
	if len(crossing) == 0 {
		return
	}
	heldA, heldB := make([]bool, len(s.a)), make([]bool, len(s.b))
	for _, r := range chain {
		hold(heldA[r.A : r.A+r.N])
		hold(heldB[r.B : r.B+r.N])
	}
	s.claim(s.moves(x, crossing, heldA, heldB))
}

// leftMoves finds what moved among the words that are left over.
func (s *solver) leftMoves(placeA, placeB []int32) {
	heldA, heldB := make([]bool, len(s.a)), make([]bool, len(s.b))
	left := min(len(s.a), len(s.b))
	for _, r := range s.Runs {
		hold(heldA[r.A : r.A+r.N])
		hold(heldB[r.B : r.B+r.N])
		left -= r.N
	}
	if left < shortestWhole {
		return
	}
	s.wholeMoves(placeA, placeB)
	if left < s.shortest {
		return
	}
	s.a, s.b = without(s.a, heldA, s.ids), without(s.b, heldB, s.ids+1)
	s.few = true
	x := box{0, len(s.a), 0, len(s.b)}
	s.claim(s.moves(x, s.segments(x, placeA, placeB), heldA, heldB))
}

func hold(held []bool) {
	for i := range held {
		held[i] = true
	}
}

// without are the words of which those that are held are equal to nothing.
func without(words []uint32, held []bool, nothing uint32) []uint32 {
	out := slices.Clone(words)
	for i, h := range held {
		if h {
			out[i] = nothing
		}
	}
	return out
}

// claim adds moves to the answer, and has their words equal nothing any more.
func (s *solver) claim(moves []Move) {
	if len(moves) == 0 {
		return
	}
	s.Moves = append(s.Moves, moves...)
	slices.SortFunc(s.Moves, func(x, y Move) int { return cmp.Compare(x.A, y.A) })
	s.a, s.b = slices.Clone(s.a), slices.Clone(s.b)
	for _, m := range moves {
		for i := m.A; i < m.AEnd; i++ {
			s.a[i] = s.ids
		}
		for i := m.B; i < m.BEnd; i++ {
			s.b[i] = s.ids + 1
		}
	}
}

// moves lengthens runs, in the order of a, over the words beside them that are
// equal and not held, makes one of those that go on, and keeps those that are long
// enough.
func (s *solver) moves(x box, runs []Run, heldA, heldB []bool) []Move {
	var out []Move
	free := func(a, b int) bool {
		return x.a <= a && a < x.aEnd && x.b <= b && b < x.bEnd && !heldA[a] && !heldB[b]
	}
	for _, r := range runs {
		for r.N > 0 && !free(r.A, r.B) {
			r = Run{r.A + 1, r.B + 1, r.N - 1}
		}
		n := 0
		for n < r.N && free(r.A+n, r.B+n) {
			n++
		}
		if r.N = n; n == 0 {
			continue
		}
		for free(r.A-1, r.B-1) && s.a[r.A-1] == s.b[r.B-1] {
			r = Run{r.A - 1, r.B - 1, r.N + 1}
		}
		for free(r.A+r.N, r.B+r.N) && s.a[r.A+r.N] == s.b[r.B+r.N] {
			r.N++
		}
		hold(heldA[r.A : r.A+r.N])
		hold(heldB[r.B : r.B+r.N])
		out = append(out, Move{r.A, r.A + r.N, r.B, r.B + r.N, []Run{r}})
	}
	return slices.DeleteFunc(s.joined(out, heldA, heldB), func(m Move) bool {
		n := 0
		for _, r := range m.Runs {
			n += r.N
		}
		return n < s.shortest
	})
}

// joined makes one of moves that follow each other on both sides with a few words
// between that nothing else holds.
func (s *solver) joined(moves []Move, heldA, heldB []bool) []Move {
	slices.SortFunc(moves, func(x, y Move) int { return cmp.Compare(x.A, y.A) })
	var out []Move
	for _, m := range moves {
		if n := len(out); n > 0 && s.goesOn(&out[n-1], m, heldA, heldB) {
			s.append(&out[n-1], m)
			continue
		}
		out = append(out, m)
	}
	return out
}

func (s *solver) goesOn(x *Move, y Move, heldA, heldB []bool) bool {
	a, b := y.A-x.AEnd, y.B-x.BEnd
	if a < 0 || b < 0 || a > apart || b > apart {
		return false
	}
	return !slices.Contains(heldA[x.AEnd:y.A], true) && !slices.Contains(heldB[x.BEnd:y.B], true)
}

// append joins y to x.
func (s *solver) append(x *Move, y Move) {
	kept := s.Runs
	s.Runs = x.Runs
	s.exact(box{x.AEnd, y.A, x.BEnd, y.B})
	for _, r := range y.Runs {
		s.add(r.A, r.B, r.N)
	}
	*x = Move{x.A, y.AEnd, x.B, y.BEnd, s.Runs}
	s.Runs = kept
}

// wholeMoves finds the words that are taken out where nothing is put in, and put in
// where nothing is taken out.
func (s *solver) wholeMoves(placeA, placeB []int32) {
	out, in := map[string]Run{}, map[string]Run{}
	a, b := 0, 0
	note := func(aEnd, bEnd int) {
		switch {
		case b == bEnd:
			s.whole(out, s.a[a:aEnd], placeA, Run{A: a, N: aEnd - a})
		case a == aEnd:
			s.whole(in, s.b[b:bEnd], placeB, Run{A: b, N: bEnd - b})
		}
	}
	for _, r := range s.Runs {
		note(r.A, r.B)
		a, b = r.A+r.N, r.B+r.N
	}
	note(len(s.a), len(s.b))
	var found []Move
	for words, x := range out {
		if y := in[words]; x.N > 0 && y.N > 0 {
			found = append(found, Move{x.A, x.A + x.N, y.A, y.A + y.N, []Run{{x.A, y.A, x.N}}})
		}
	}
	s.claim(found)
}

// whole takes down where words stand; N is 0 where they stand at several places.
func (s *solver) whole(places map[string]Run, words []uint32, place []int32, at Run) {
	n := len(words)
	if n < shortestWhole || place != nil && place[at.A+n-1]-place[at.A] != int32(n-1) {
		return
	}
	key := make([]byte, 0, 4*n)
	for _, id := range words {
		if id >= s.ids {
			return
		}
		key = binary.LittleEndian.AppendUint32(key, id)
	}
	if _, twice := places[string(key)]; twice {
		at.N = 0
	}
	places[string(key)] = at
}
