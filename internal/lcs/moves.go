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

// Numbers behind ids: of words that the other sequence does not have, and of what
// parts stretches.
const (
	NotInB = iota
	NotInA
	Gap
	behind // how many there are
)

// Moved finds what has moved among the words that two sequences do not have in
// common: stretches of them, with a [Gap] behind each. Of these wholeA and wholeB are
// all that was taken out, and put in, at their places.
func Moved(a, b []uint32, ids int, wholeA, wholeB []Run) []Move {
	s := &solver{a: a, b: b, ids: uint32(ids), few: true}
	s.wholeMoves(wholeA, wholeB)
	s.measure()
	if len(a) < manyLeft {
		s.gram, s.shortest = fewWords, shortestMove
	}
	if min(len(a), len(b)) < s.shortest || s.gram == mostWords {
		return s.Moves
	}
	heldA, heldB := gaps(s.a, s.ids), gaps(s.b, s.ids)
	x := box{0, len(a), 0, len(b)}
	s.claim(s.moves(x, s.segments(x, nil, nil), heldA, heldB))
	return s.Moves
}

// manyLeft is how many words tell how much a word tells.
const manyLeft = 64

// gaps says which numbers part stretches.
func gaps(words []uint32, ids uint32) []bool {
	out := make([]bool, len(words))
	for i, w := range words {
		out[i] = w == ids+Gap
	}
	return out
}

func hold(held []bool) {
	for i := range held {
		held[i] = true
	}
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
			s.a[i] = s.ids + Gap
		}
		for i := m.B; i < m.BEnd; i++ {
			s.b[i] = s.ids + Gap
		}
	}
}

// moves lengthens runs, in the order of a, over the words beside them that are
// equal and not held, makes one of those that go on, and keeps those that are long
// enough.
func (s *solver) moves(x box, runs []Run, heldA, heldB []bool) []Move {
	var out []Move
	free := func(a, b int) bool {
		return x.a <= a && a < x.aEnd && x.b <= b && b < x.bEnd && !heldA[a] && !heldB[b] && s.a[a] < s.ids
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

// wholeMoves finds the stretches that stand as a whole once on each side.
func (s *solver) wholeMoves(wholeA, wholeB []Run) {
	out, in := map[string]Run{}, map[string]Run{}
	for _, r := range wholeA {
		s.note(out, s.a[r.A:r.A+r.N], r)
	}
	for _, r := range wholeB {
		s.note(in, s.b[r.B:r.B+r.N], r)
	}
	var found []Move
	for words, x := range out {
		if y := in[words]; x.N > 0 && y.N > 0 {
			found = append(found, Move{x.A, x.A + x.N, y.B, y.B + y.N, []Run{{x.A, y.B, x.N}}})
		}
	}
	s.claim(found)
}

// note takes down where words stand; N is 0 where they stand at several places.
func (s *solver) note(places map[string]Run, words []uint32, at Run) {
	if len(words) < shortestWhole {
		return
	}
	key := make([]byte, 0, 4*len(words))
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
