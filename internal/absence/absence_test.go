package absence

import "testing"

// TestCertain: the bounds, of long and of brief quotes; the score itself is no longer certain.
func TestCertain(t *testing.T) {
	for _, c := range []struct {
		home        Home
		long, brief int
	}{{Nowhere, 500, 50}, {Copied, 50, 50}, {Retold, 20, 0}, {Few, 100, 5}} {
		for bits, bound := range map[int]int{Brief: c.long, Brief - 1: c.brief} {
			for score := range 1001 {
				e := Evidence{Score: score, Bits: bits, Home: c.home}
				if e.Certain() != (score < bound) {
					t.Fatalf("home %d, %d bits, score %d: %v", c.home, bits, score, e.Certain())
				}
			}
		}
	}
}
