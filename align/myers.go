package align

// The problem: where in a window of the transcript does a run of up to 64 words
// stand with the fewest words changed, dropped or put in? The naive way fills a
// table of words by words. Here a column of that table is two machine words
// (which steps down the column rise, which fall), and the next column comes of
// a dozen operations: O(window), whatever the length of the run.
//
// G. Myers, A fast bit-vector algorithm for approximate string matching based
// on dynamic programming, J. ACM 46 (1999); in the form of H. Hyyrö (2003).

// longest is the longest run that a pattern holds.
const longest = 64

// A pattern is a run of stems made ready to be searched for.
type pattern struct {
	length int
	keys   [4 * longest]uint32 // stem + 1, in open addressing
	masks  [4 * longest]uint64 // bit i: the stem is the i-th of the run
}

// compile makes a run of 1 to longest stems ready.
func compile(stems []uint32) *pattern {
	p := &pattern{length: len(stems)}
	for i, st := range stems {
		at := p.slot(st)
		p.keys[at] = st + 1
		p.masks[at] |= 1 << i
	}
	return p
}

// slot is where a stem is, or would be.
func (p *pattern) slot(stem uint32) uint32 {
	at := stem * 0x9E3779B1 >> 24
	for p.keys[at] != 0 && p.keys[at] != stem+1 {
		at = (at + 1) % (4 * longest)
	}
	return at
}

// An ending is where an occurrence ends, and by how many words it departs from
// the pattern.
type ending struct {
	at   int // the number of words before its end
	dist int
}

// search gives the endings of the occurrences within limit, in order; of those
// that overlap by more than half the nearest, of equal ones the first.
func (p *pattern) search(dst []ending, stems []uint32, limit int) []ending {
	var up, down uint64 = ^uint64(0), 0
	top, dist := uint64(1)<<(p.length-1), p.length
	first := len(dst)
	for i, st := range stems {
		eq := p.masks[p.slot(st)]
		x := eq | down
		d := ((x & up) + up ^ up) | x
		rise := down | ^(d | up)
		fall := up & d
		if rise&top != 0 {
			dist++
		} else if fall&top != 0 {
			dist--
		}
		rise <<= 1 // a text may begin anywhere: no step at the top
		fall <<= 1
		up = fall | ^(d | rise)
		down = rise & d
		if dist <= limit {
			dst = keepNearest(dst, first, ending{i + 1, dist}, p.length/2)
		}
	}
	return dst
}

// keepNearest adds an ending unless a nearer one ends within reach of it.
func keepNearest(dst []ending, first int, e ending, reach int) []ending {
	if n := len(dst); n > first && e.at-dst[n-1].at <= reach {
		if e.dist < dst[n-1].dist {
			dst[n-1] = e
		}
		return dst
	}
	return append(dst, e)
}
