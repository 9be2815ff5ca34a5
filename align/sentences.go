package align

import "math/bits"

// Which sentences have a stem? The naive way goes through its tokens and looks up the
// sentence of each: half of what it costs to look for a quote that is nowhere. Here
// each stem has the sentences themselves, ascending, each once, as the distance from
// the one before: a byte for most, a fifth of the text in all.

// A listing is the sentences of each stem.
type listing struct {
	first []uint32 // by stem: where its list begins, and the end
	data  []byte   // varints, seven bits a byte, the low ones first
}

// list makes the listing of an index that has its tokens and sentences.
func (ix *Index) list() {
	n := len(ix.bits)
	last, seen := make([]uint32, n), make([]uint32, n)
	first := make([]uint32, n+1)
	ix.eachListed(last, seen, 0, func(st, step uint32) { first[st+1] += uint32(bits.Len32(step|1)+6) / 7 })
	for i := range n {
		first[i+1] += first[i]
	}
	data, at := make([]byte, first[n]), append([]uint32(nil), first...)
	clear(last)
	ix.eachListed(last, seen, uint32(len(ix.sentences)), func(st, step uint32) {
		for ; step >= 0x80; step >>= 7 {
			data[at[st]] = byte(step) | 0x80
			at[st]++
		}
		data[at[st]] = byte(step)
		at[st]++
	})
	ix.listing = listing{first, data}
}

// eachListed tells each stem of each sentence, with the steps from the last sentence
// that had it. Those seen bear marks above the one given.
func (ix *Index) eachListed(last, seen []uint32, mark uint32, do func(stem, step uint32)) {
	for s := range len(ix.sentences) - 1 {
		ix.eachStem(s, mark+uint32(s)+1, seen, func(st uint32) {
			do(st, uint32(s)-last[st])
			last[st] = uint32(s)
		})
	}
}

// of is the list of a stem.
func (l *listing) of(stem uint32) []byte {
	if int(stem)+1 >= len(l.first) {
		return nil
	}
	return l.data[l.first[stem]:l.first[stem+1]]
}

// An accumulator sums up scores of sentences; those touched are marked in a set, which
// gives them back in order.
type accumulator struct {
	scores  []float32
	touched []uint64 // a bit for each sentence
	n       uint32   // sentences
	places  []place  // what it gives, kept for the next query
	of      []uint32 // by stem, for whoever scores the places; all 0 between queries
}

// reset makes ready for n sentences, all of them 0. There is room for some more, for the
// next one is asked for about as many.
func (a *accumulator) reset(n int) {
	a.n = uint32(n)
	if len(a.scores) < n {
		n += n / 8
		a.scores, a.touched = make([]float32, n), make([]uint64, n/64+1)
		return
	}
	for i, set := range a.touched {
		for ; set != 0; set &= set - 1 {
			a.scores[i<<6|bits.TrailingZeros64(set)] = 0
		}
		a.touched[i] = 0
	}
}

// gather adds a weight to the sentences of a list, and reports whether each of them is one
// of the n.
func (a *accumulator) gather(list []byte, weight float32) bool {
	s, n := uint32(0), a.n
	for i := 0; i < len(list); i++ {
		step := uint32(list[i])
		if step >= 0x80 {
			step &= 0x7f
			for shift := 7; ; shift += 7 {
				if i++; i == len(list) {
					return false
				}
				step |= uint32(list[i]&0x7f) << shift
				if list[i] < 0x80 {
					break
				}
			}
		}
		if s += step; s >= n {
			return false
		}
		a.scores[s] += weight
		a.touched[s>>6] |= 1 << (s & 63)
	}
	return true
}

// all are the sentences touched, in order, each with its score over its norm. They
// hold until the accumulator is used again.
func (a *accumulator) all(norms []float32) []place {
	a.places = a.places[:0]
	for i, set := range a.touched {
		for ; set != 0; set &= set - 1 {
			s := i<<6 | bits.TrailingZeros64(set)
			a.places = append(a.places, place{s, a.scores[s] / norms[s]})
		}
	}
	return a.places
}
