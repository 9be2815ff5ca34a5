package lexicon

import "math/bits"

// Log2 is the binary logarithm of n in 65536ths, rounded down; 0 for n < 2. It
// is worked out in integers, by squaring the mantissa sixteen times, so that
// every machine has the same.
func Log2(n uint64) uint32 {
	if n < 2 {
		return 0
	}
	e := uint32(bits.Len64(n) - 1)
	m := n << (63 - e) // mantissa, 1 at bit 63
	out := e
	for range 16 {
		hi, _ := bits.Mul64(m, m)
		out <<= 1
		if hi>>63 == 1 {
			out |= 1
			m = hi
		} else {
			m = hi << 1
		}
	}
	return out
}
