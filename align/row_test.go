package align

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRow holds rows of numbers of every width to the numbers.
func TestRow(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for most, width := range map[uint32]int{0: 1, 255: 1, 256: 2, 1<<16 - 1: 2, 1 << 16: 3, 1<<24 - 1: 3, 1 << 24: 4, 1<<32 - 1: 4} {
		for _, n := range []int{0, 1, 2, 50} {
			list := make([]uint32, n)
			for i := range list {
				list[i] = uint32(rnd.Uint64N(uint64(most) + 1))
			}
			slices.Sort(list)
			if n > 0 {
				list[n-1] = most
			}
			r := rowOf(list, most)
			if r.len() != n || r.width != width {
				t.Fatalf("up to %d: %d numbers of %d bytes, want %d of %d", most, r.len(), r.width, n, width)
			}
			for i, x := range list {
				want, _ := slices.BinarySearch(list, x)
				if r.at(uint32(i)) != x || r.search(0, uint32(n), x) != uint32(want) {
					t.Errorf("up to %d: number %d of %v is %d", most, i, list, r.at(uint32(i)))
				}
			}
		}
	}
	r := rowOf([]uint32{7, 300, 5, 7, 300}, 300)
	if !r.equal(0, 2, 3, 5) || r.equal(0, 2, 2, 4) || r.equal(0, 2, 3, 4) {
		t.Error("7, 300 are 7, 300, and neither 5, 7 nor 7 alone")
	}
	if none := new(row); none.len() != 0 {
		t.Error("the zero row has numbers")
	}
}
