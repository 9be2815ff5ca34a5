package lexicon

import "hash/maphash"

// A finder leads from each of some texts, which somebody else keeps, to its number. It
// is a table in open addressing, half empty at least: 8 to 16 bytes a text, where a map
// from strings takes 30 to 60.
type finder struct {
	slots []uint32 // numbers, counted from 1; 0 where there is none
	n     int      // of them
}

// The seed changes from run to run, so that nobody can write texts that meet in one
// place. It decides nothing but where in the slots a number stands.
var seed = maphash.MakeSeed()

// find is the number of a text; text gives that of a number.
func (f *finder) find(w string, text func(uint32) string) (n uint32, ok bool) {
	if f.n == 0 {
		return 0, false
	}
	k := f.slots[f.slot(w, text)]
	return k - 1, k != 0
}

// slot is where the number of a text is, or would be.
func (f *finder) slot(w string, text func(uint32) string) int {
	last := len(f.slots) - 1 // a power of two less one
	i := int(maphash.String(seed, w)) & last
	for f.slots[i] != 0 && text(f.slots[i]-1) != w {
		i = (i + 1) & last
	}
	return i
}

// add adds a number whose text is not there yet.
func (f *finder) add(n uint32, text func(uint32) string) {
	if 2*(f.n+1) > len(f.slots) {
		old := f.slots
		f.slots = make([]uint32, max(16, 2*len(old)))
		for _, k := range old {
			if k != 0 {
				f.slots[f.slot(text(k-1), text)] = k
			}
		}
	}
	f.slots[f.slot(text(n), text)] = n + 1
	f.n++
}
