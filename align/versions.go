package align

import "sync"

// Transcripts are often given twice: as prepared and as delivered, corrected, in
// another translation. A place in one has its like in the other, which does not
// speak against it; the like of it in somebody's speech of another day does. Two
// transcripts are taken for versions of one speech where most of the particular words
// of the longer one are the other's too. Of 107 texts in two translations each pair
// shares .48 of them or more; of 75,855 pairs of campaign speeches, interviews and
// debates by few people 99 in 100 share less than .23, and those above .5 that were
// looked at are a speech as written and as spoken, or given twice.

// sharedByVersions is the share of particular words, in hundredths, from which two
// transcripts are versions of one.
const sharedByVersions = 40

// Versions reports whether two transcripts, by their numbers, are one speech: as
// prepared and as delivered, corrected, in another translation. It takes time linear
// in their words, once.
func (ix *Index) Versions(a, b int) bool {
	if a > b {
		a, b = b, a
	}
	if v, ok := ix.related.known(a, b); ok {
		return v
	}
	least, most := ix.telling[a], ix.telling[b]
	if least > most {
		least, most = most, least
	}
	need := sharedByVersions * uint64(most)
	if most == 0 || 100*uint64(least) < need { // they cannot share so much
		return false
	}
	v := 100*uint64(ix.shared(a, b)) >= need
	ix.related.learn(a, b, v)
	return v
}

// particular is what those of some stems weigh that few sentences of general English
// have.
func (ix *Index) particular(stems []uint32) (n uint32) {
	for _, st := range stems {
		n += ix.particularOf(st)
	}
	return n
}

func (ix *Index) particularOf(stem uint32) uint32 {
	if w := ix.bits[stem]; w >= rareWord {
		return uint32(w)
	}
	return 0
}

// shared is what the particular ones weigh of the stems that two transcripts have.
func (ix *Index) shared(a, b int) (n uint32) {
	first, stems := ix.rare.first, &ix.rare.stems
	for i, j := first[a], first[b]; i < first[a+1] && j < first[b+1]; {
		switch x, y := stems.at(i), stems.at(j); {
		case x < y:
			i++
		case x > y:
			j++
		default:
			n += ix.particularOf(x)
			i, j = i+1, j+1
		}
	}
	return n
}

// A kinship is what is known of pairs of transcripts.
type kinship struct {
	mu    sync.RWMutex
	pairs map[[2]int]bool // whether they are versions of one
}

func (k *kinship) known(a, b int) (versions, ok bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	versions, ok = k.pairs[[2]int{a, b}]
	return versions, ok
}

func (k *kinship) learn(a, b int, versions bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.pairs[[2]int{a, b}] = versions
}
