package align

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// How rare a word is tells which sentences to look at first, and counts a little in
// what speaks for one. The usual way counts in everything that is loaded together:
// then a stranger's speech beside the right one moves what is found in this. General
// English alone tells less: the first place is wrong in one half of a line in a
// hundred more. So each transcript counts for itself, backed by general English.

// Rarities are the idfs of the stems of each transcript, in a row.
type rarities struct {
	first  []uint32 // by transcript: where its stems begin, and the end
	stems  row      // ascending in each
	values []uint16 // in 1/64 bit
}

// backing is how many sentences of general English stand behind a transcript's own
// when a stem's rarity is worked out.
const backing = 2000

// scale is 1 sentence where shares of some are counted.
const scale = 256

// backed is how many of the backing sentences have a stem, in 1/scale.
func backed(stem string) uint32 {
	return uint32(uint64(2*lexicon.Frequency(stem)+1) * scale * backing / (2 * lexicon.Sentences))
}

// rarity is the idf of a stem in 1/64 bit: −log₂ of the share of sentences that have
// it, df of the n of a transcript, backed by general English.
func rarity(backed uint32, df, n int) uint16 { return idf(ofAll(n), having(backed, df)) }

func idf(all, having uint32) uint16 { return uint16((all - having) / 1024) }

// ofAll and having are the logarithms of how many sentences there are and how many of
// them have a stem.
func ofAll(n int) uint32 { return lexicon.Log2(uint64(n+backing) * scale) }

func having(backed uint32, df int) uint32 {
	return lexicon.Log2(max(uint64(df)*scale+uint64(backed), 1))
}

// in is the rarity of a stem of the query in a transcript, in 1/64 bit.
func (ix *Index) in(doc int, q *query, stem uint32) uint16 {
	lo, hi := ix.rare.first[doc], ix.rare.first[doc+1]
	if i := ix.rare.stems.search(lo, hi, stem); i < hi && ix.rare.stems.at(i) == stem {
		return ix.rare.values[i]
	}
	if int(stem) < len(ix.backed) {
		return rarity(ix.backed[stem], 0, ix.size(doc))
	}
	return rarity(backed(q.words.Stem(stem)), 0, ix.size(doc))
}

// weighSentences works out how rare the stems of each transcript are in it, and how
// heavy its sentences.
func (ix *Index) weighSentences() {
	df := make([]uint32, len(ix.bits))
	seen := make([]uint32, len(ix.bits))          // the mark of the last sentence that had it
	once := make([]uint32, len(ix.bits))          // having of one sentence, which most stems are in; 0 until it is asked for
	stems := make([]uint32, 0, ix.tokens.len()/2) // about as many as there will be
	for d := range ix.docs {
		begin := len(stems)
		ix.rare.first = append(ix.rare.first, uint32(begin))
		from, to := ix.sentencesOf(d)
		for s := from; s < to; s++ {
			ix.eachStem(s, uint32(s+1), seen, func(st uint32) {
				if df[st]++; df[st] == 1 {
					stems = append(stems, st)
				}
			})
		}
		own := stems[begin:]
		slices.Sort(own)
		all := ofAll(to - from)
		for _, st := range own {
			if once[st] == 0 {
				once[st] = having(ix.backed[st], 1)
			}
			have := once[st]
			if df[st] > 1 {
				have = having(ix.backed[st], int(df[st]))
			}
			r := idf(all, have)
			ix.rare.values = append(ix.rare.values, r)
			df[st] = uint32(r)
		}
		ix.telling = append(ix.telling, ix.particular(own))
		ix.weighEach(from, to, df, seen)
		for _, st := range own {
			df[st] = 0
		}
	}
	ix.rare.first = append(ix.rare.first, uint32(len(stems)))
	ix.rare.stems, ix.rare.values = rowOf(stems, uint32(len(ix.bits))), slices.Clone(ix.rare.values)
}

// weighEach works out how heavy the sentences from and up to to are.
func (ix *Index) weighEach(from, to int, rarity, seen []uint32) {
	for s := from; s < to; s++ {
		var sum uint64 // in 1/4096
		ix.eachStem(s, uint32(len(ix.sentences)+s), seen, func(st uint32) { sum += uint64(rarity[st]) * uint64(rarity[st]) })
		ix.norms[s] = sqrt(float64(sum)) / 64
		lo, hi := ix.tokensOf(s)
		for t := lo; t < hi; t++ {
			r := rarity[ix.stemOf(t)]
			ix.weights[s] += r * r
		}
	}
}

// eachStem calls do for each stem of a sentence once; those seen bear the mark.
func (ix *Index) eachStem(sentence int, mark uint32, seen []uint32, do func(stem uint32)) {
	lo, hi := ix.tokensOf(sentence)
	for t := lo; t < hi; t++ {
		if st := ix.stemOf(t); seen[st] != mark {
			seen[st] = mark
			do(st)
		}
	}
}

// sentencesOf are the sentences of a transcript, half open.
func (ix *Index) sentencesOf(doc int) (from, to int) {
	return int(ix.lines[doc]), int(ix.lines[doc+1])
}

// size is the number of sentences of a transcript.
func (ix *Index) size(doc int) int {
	from, to := ix.sentencesOf(doc)
	return to - from
}
