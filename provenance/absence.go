package provenance

import (
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// That a quote is nowhere in the transcripts means something only if it is
// long and particular enough: anybody may have said "We will see what comes".

// fewestWords is the length below which the absence of a quote means nothing.
const fewestWords = 4

// leastSurprise is how unlikely the words of a quote must be, in bits, for its
// absence to mean something: about three words that one sentence in a thousand
// has.
const leastSurprise = 30

// Long formulas ("Thank you very much for being here today") add up to as much
// with words that are each as common as can be. A word counts as telling by the
// bits that it has beyond those of a word in every 64th sentence.
const (
	commonBits   = 6
	leastTelling = 4  // bits beyond, in all, of a quote that is no formula
	manyBits     = 50 // of a quote that is too long for one
)

// telling is why the absence of the quote tells nothing; empty where it does.
func telling(d *text.Document, spans []text.Span) Reason {
	sum, beyond := surprises(d, spans)
	switch {
	case lettered(d, spans) < fewestWords:
		return TooShort
	case sum < leastSurprise, beyond < leastTelling && sum < manyBits:
		return Common
	}
	return ""
}

// lettered counts the words that are no figures: figures alone stand anywhere,
// and are written in many ways.
func lettered(d *text.Document, spans []text.Span) int {
	n := 0
	for _, s := range spans {
		for w := d.WordsIn(s); w.Start < w.End; w.Start++ {
			if strings.ContainsFunc(d.Word(w.Start), unicode.IsLetter) {
				n++
			}
		}
	}
	return n
}

// surprise is how unlikely the distinct words of the spans are, in bits, each
// by itself, by how many sentences of general English have them.
func surprise(d *text.Document, spans []text.Span) int {
	sum, _ := surprises(d, spans)
	return sum
}

// surprises is surprise, and how much of it is beyond commonBits a word.
func surprises(d *text.Document, spans []text.Span) (sum, beyond int) {
	seen := map[string]bool{}
	var all, more uint64
	for _, s := range spans {
		for w := d.WordsIn(s); w.Start < w.End; w.Start++ {
			for _, part := range english.Contraction(text.Fold(d.Word(w.Start))) {
				stem := lexicon.Stem(part)
				if seen[stem] || strings.HasPrefix(part, "'") {
					continue
				}
				seen[stem] = true
				bits := uint64(lexicon.Log2(lexicon.Sentences / uint64(lexicon.Frequency(stem)+1)))
				all += bits
				more += bits - min(bits, commonBits<<16)
			}
		}
	}
	return int(all >> 16), int(more >> 16)
}
