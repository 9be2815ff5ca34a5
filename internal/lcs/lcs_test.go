package lcs

import (
	"math/rand/v2"
	"testing"
)

// longest is how long a longest common subsequence is, by the plain table.
func longest(a, b []uint32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diag := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diag + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diag = up
		}
	}
	return row[len(b)]
}

func drawn(rnd *rand.Rand, n, ids int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(rnd.IntN(ids))
	}
	return out
}

// check holds runs to the sequences and is how many words they have.
func check(t *testing.T, r Result, a, b []uint32) (kept int) {
	t.Helper()
	endA, endB := 0, 0
	for _, x := range r.Runs {
		if x.N <= 0 || x.A < endA || x.B < endB || x.A+x.N > len(a) || x.B+x.N > len(b) {
			t.Fatalf("run %v behind %d and %d, of %d and %d", x, endA, endB, len(a), len(b))
		}
		for k := range x.N {
			if a[x.A+k] != b[x.B+k] {
				t.Fatalf("run %v is not the same", x)
			}
		}
		endA, endB, kept = x.A+x.N, x.B+x.N, kept+x.N
	}
	return kept
}

// TestExact: sequences without moves have a longest common subsequence, whether the
// table of them is kept whole or halved.
func TestExact(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 3))
	for range 60 {
		ids := 1 + rnd.IntN(40)
		a, b := drawn(rnd, rnd.IntN(4000), ids), drawn(rnd, rnd.IntN(600), ids)
		s := &solver{a: a, b: b, ids: uint32(ids), share: workPerWord}
		s.exact(box{0, len(a), 0, len(b)})
		if got, want := check(t, s.Result, a, b), longest(a, b); got != want {
			t.Errorf("%d of %d and %d words in common, want %d", got, len(a), len(b), want)
		}
	}
}

// TestBounded: the work has a limit, and an answer that reached it says so and is
// still nearly as good.
func TestBounded(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	const n, ids = 150_000, 2_000
	a, b := drawn(rnd, n, ids), drawn(rnd, n, ids)
	r := Find(a, b, ids, nil, nil, FreeWork)
	kept := check(t, r, a, b)
	if limit := FreeWork + 2*workPerWord*2*n; !r.Bounded || r.Steps > limit {
		t.Errorf("bounded %v after %d steps of %d", r.Bounded, r.Steps, limit)
	}
	if kept < n/30 {
		t.Errorf("only %d words in common", kept)
	}
}

// TestWorkIsLinear: twice the words take twice the steps, for versions that differ a
// little and for one word again and again.
func TestWorkIsLinear(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for _, c := range []struct {
		name   string
		ids, n int
	}{{"few changes", 5_000, 100_000}, {"one word", 1, 200_000}} {
		steps := func(n int) int {
			a := drawn(rnd, n, c.ids)
			b := append([]uint32{}, a...)
			for i := 20; i+1 < len(b); i += 40 {
				b[i] = uint32(rnd.IntN(c.ids))
			}
			r := Find(a, b[:len(b)-1], c.ids, nil, nil, FreeWork)
			check(t, r, a, b)
			if r.Bounded {
				t.Errorf("%s: bounded", c.name)
			}
			return r.Steps
		}
		one, two := steps(c.n), steps(2*c.n)
		if two > 3*one+1000 {
			t.Errorf("%s: %d steps for %d words, %d for twice as many", c.name, one, c.n, two)
		}
	}
}
