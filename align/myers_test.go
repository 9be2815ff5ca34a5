package align

import (
	"math/rand/v2"
	"testing"
)

// TestSearchIsLevenshtein holds the bit-parallel search to the plain table.
func TestSearchIsLevenshtein(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		run := make([]uint32, 1+rnd.IntN(longest))
		for i := range run {
			run[i] = rnd.Uint32N(8)
		}
		words := make([]uint32, rnd.IntN(100))
		for i := range words {
			words[i] = rnd.Uint32N(8)
		}
		want := len(run)
		for _, d := range table(run, words) {
			want = min(want, d)
		}
		found := compile(run).search(nil, words, len(run)-1)
		got := len(run)
		for _, e := range found {
			got = min(got, e.dist)
		}
		if got != want {
			t.Fatalf("run %v in %v: distance %d, want %d", run, words, got, want)
		}
	}
}

// table is the distance of run to the best stretch of words ending at each word.
func table(run, words []uint32) []int {
	col := make([]int, len(run)+1)
	for i := range col {
		col[i] = i
	}
	var out []int
	for _, w := range words {
		diag := col[0]
		for i, r := range run {
			d := diag
			if r != w {
				d = 1 + min(diag, col[i], col[i+1])
			}
			diag, col[i+1] = col[i+1], d
		}
		out = append(out, col[len(run)])
	}
	return out
}
