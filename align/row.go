package align

import (
	"encoding/binary"
	"math/bits"
)

// A row is a list of numbers, each in as many bytes as the largest of them needs. As
// four bytes each, the naive way, words and places of words are two bytes and one more
// than that in all but the greatest archives.
type row struct {
	width int    // of a number, in bytes
	mask  uint32 // of its bits
	data  []byte // low bytes first; behind the last number as many as a load of four takes
}

// newRow is a row of n numbers up to most, all of them 0.
func newRow(n int, most uint32) row {
	width := max(1, (bits.Len32(most)+7)/8)
	return row{width, ^uint32(0) >> (32 - 8*width), make([]byte, n*width+4-width)}
}

// rowOf is a row of numbers up to most.
func rowOf(list []uint32, most uint32) row {
	r := newRow(len(list), most)
	for i, x := range list {
		r.set(uint32(i), x)
	}
	return r
}

// len is how many numbers there are.
func (r *row) len() int {
	if r.width == 0 {
		return 0
	}
	return len(r.data)/r.width - (4-r.width)/r.width
}

// at is number i.
func (r *row) at(i uint32) uint32 {
	return binary.LittleEndian.Uint32(r.data[int(i)*r.width:]) & r.mask
}

// set makes x number i; x has no more bits than the most that the row was made for.
func (r *row) set(i, x uint32) {
	b := r.data[int(i)*r.width:]
	for k := range r.width {
		b[k] = byte(x >> (8 * k))
	}
}

// search is the first of the numbers lo to hi, which ascend, that is x or more.
func (r *row) search(lo, hi, x uint32) uint32 {
	for lo < hi {
		if mid := (lo + hi) / 2; r.at(mid) < x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// equal reports whether the numbers at two ranges are the same.
func (r *row) equal(lo, hi, other, end uint32) bool {
	if hi-lo != end-other {
		return false
	}
	for i := lo; i < hi; i++ {
		if r.at(i) != r.at(other+i-lo) {
			return false
		}
	}
	return true
}
