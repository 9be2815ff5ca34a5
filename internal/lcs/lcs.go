// Package lcs finds what two sequences have in common, in order: a longest common
// subsequence of them, or one that is nearly as long where that would take too much
// work; and the stretches that stand in both and have changed places.
//
// The problem: two versions of a text, of a hundred words or of a million, that may
// be the same but for a comma or differ throughout. The naive table of words by
// words takes the product of their lengths. The usual way, Myers' greedy search
// (Algorithmica 1, 1986), takes the length times the differences, which is little
// for versions of one program and the same product for a translation or another
// speech; so it is cut off by a clock or a heuristic there, and the answer is poor.
//
// Here three means are used, each where it is cheap:
//
//  1. What only one side has is no part of any common subsequence and is left out
//     (by package align), as are common beginnings and ends.
//  2. Stretches of four words that stand once on each side are tied, the heaviest
//     chain of them that is in order on both sides is kept, and only the gaps between
//     them are left to do. That is patience diff with stretches for lines, and
//     linear. What is not in the chain has moved. The chain is trusted where it
//     covers half of the shorter side, and words tell
//     something.
//  3. Gaps, and texts without such a chain, are solved exactly, 64 rows of the table
//     at a time in one machine word (H. Hyyrö, Bit-parallel LCS-length computation
//     revisited, 2004), in linear memory by halves (D. Hirschberg, CACM 18, 1975).
//     20,000 words that are all different cost twelve million steps of a
//     nanosecond, so the table itself is fast enough where others need heuristics.
//
// Work is counted in such steps. What would take more than its share is cut into
// pieces along the diagonal, and the answer says so. No clock is asked.
package lcs

// A Run is N words from A of the one sequence that stand from B on in the other.
type Run struct{ A, B, N int }

// A Move is a stretch of both sequences that has changed places: words A to AEnd of
// the one and B to BEnd of the other, with the runs that are the same within it.
type Move struct {
	A, AEnd, B, BEnd int
	Runs             []Run
}

// A Result is what two sequences have in common.
type Result struct {
	Runs    []Run // in order on both sides
	Moves   []Move
	Bounded bool // the limit of work was reached: there may be a longer subsequence
	Steps   int  // how many were taken, of 64 cells of the table each
}

const (
	// FreeWork is how many steps any two sequences may take where the caller does not say
	// another number, and workPerWord what longer ones may take for each word besides.
	FreeWork    = 1 << 27
	workPerWord = 64

	// short is how many words of the shorter side make a gap that is solved at once:
	// to look for anchors costs about as much.
	short = 640
)

// A box is a part of both sequences.
type box struct{ a, aEnd, b, bEnd int }

func (x box) rows() int    { return x.aEnd - x.a }
func (x box) columns() int { return x.bEnd - x.b }
func (x box) empty() bool  { return x.a == x.aEnd || x.b == x.bEnd }
func (x box) shorter() int { return min(x.rows(), x.columns()) }
func (x box) words() int   { return x.rows() + x.columns() }

// A solver solves boxes of two sequences, in order.
type solver struct {
	a, b []uint32
	ids  uint32 // all words are below; what is not is equal to nothing

	free  int // steps left of those that are nobody's share
	share int // steps for each word

	gram     int // words of a stretch that is looked for
	shortest int // words of a passage that moved

	few   bool // most words are equal to nothing
	top   box  // the box whose chain is known
	chain []Run
	table
	Result
}

// Find is what two sequences of numbers below ids have in common. It changes
// neither. placeA and placeB, which may be nil, are where the words stood before
// others were left out; a stretch that moved has no wide gap there. It takes memory
// linear in the sequences, and so many free steps at most besides those for each word.
func Find(a, b []uint32, ids int, placeA, placeB []int32, free int) Result {
	s := &solver{a: a, b: b, ids: uint32(ids), free: free, share: workPerWord}
	all := s.trimmed(box{0, len(a), 0, len(b)})
	s.measure()
	moving := all.shorter() >= shortestWhole && s.gram < mostWords
	if moving && all.shorter() <= short {
		s.solve(box{0, len(a), 0, len(b)})
		kept := 0
		for _, r := range s.Runs {
			kept += r.N
		}
		if min(len(a), len(b))-kept < shortestWhole {
			return s.Result
		}
		s.Runs = nil
	}
	if moving {
		s.takeMoves(all, placeA, placeB)
	}
	s.solve(box{0, len(a), 0, len(b)})
	return s.Result
}

// add appends a run to the answer.
func (s *solver) add(a, b, n int) {
	if n == 0 {
		return
	}
	if k := len(s.Runs); k > 0 {
		if last := &s.Runs[k-1]; last.A+last.N == a && last.B+last.N == b {
			last.N += n
			return
		}
	}
	s.Runs = append(s.Runs, Run{a, b, n})
}

// trimmed is a box without the words that its sides begin and end with alike.
func (s *solver) trimmed(x box) box {
	for !x.empty() && s.same(x.a, x.b) {
		x.a, x.b = x.a+1, x.b+1
	}
	for !x.empty() && s.same(x.aEnd-1, x.bEnd-1) {
		x.aEnd, x.bEnd = x.aEnd-1, x.bEnd-1
	}
	return x
}

// framed solves what is in a box between the words that its sides begin and end
// with alike.
func (s *solver) framed(x box, inner func(box)) {
	in := s.trimmed(x)
	s.add(x.a, x.b, in.a-x.a)
	if !in.empty() {
		inner(in)
	}
	s.add(in.aEnd, in.bEnd, x.aEnd-in.aEnd)
}

// solve appends what the sides of a box have in common.
func (s *solver) solve(x box) { s.framed(x, s.choose) }

// choose takes the way that fits a box.
func (s *solver) choose(x box) {
	if x.shorter() <= short {
		s.exact(x)
		return
	}
	chain := s.chain
	if x != s.top || chain == nil {
		chain, _ = chained(s.segments(x, nil, nil))
	}
	covered := 0
	for _, r := range chain {
		covered += r.N
	}
	cost := 2 * steps(x)
	allowed := max(s.share*x.words(), s.free/2)
	telling := s.gram == fewWords // else a chain is often a chance
	switch {
	case 2*covered >= x.shorter() && (telling || cost > allowed):
		s.between(x, chain)
	case cost <= allowed:
		s.free -= min(s.free, max(0, cost-s.share*x.words()))
		s.exact(x)
	case 16*covered >= x.shorter():
		s.Bounded = true
		s.between(x, chain)
	default:
		s.Bounded = true
		s.pieces(x, (cost+allowed-1)/allowed)
	}
}

// between keeps the runs of a chain and solves the gaps.
func (s *solver) between(x box, chain []Run) {
	for _, r := range chain {
		if d := max(x.a-r.A, x.b-r.B); d > 0 { // it overlaps the one before
			r.A, r.B, r.N = r.A+d, r.B+d, r.N-d
		}
		if r.N <= 0 {
			continue
		}
		s.solve(box{x.a, r.A, x.b, r.B})
		s.add(r.A, r.B, r.N)
		x.a, x.b = r.A+r.N, r.B+r.N
	}
	s.solve(x)
}

// pieces solves so many pieces of a box, each by itself.
func (s *solver) pieces(x box, n int) {
	at := func(i int) (int, int) { return x.a + x.rows()*i/n, x.b + x.columns()*i/n }
	for i := range n {
		a, b := at(i)
		aEnd, bEnd := at(i + 1)
		s.exact(box{a, aEnd, b, bEnd})
	}
}
