package provenance

import (
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

// telling is why the absence of the quote tells nothing; empty where it does.
func telling(d *text.Document, spans []text.Span) Reason {
	switch {
	case wordsOf(d, spans) < fewestWords:
		return TooShort
	case surprise(d, spans) < leastSurprise:
		return Common
	}
	return ""
}

// surprise is how unlikely the distinct words of the spans are, in bits, each
// by itself, by how many sentences of general English have them.
func surprise(d *text.Document, spans []text.Span) int {
	seen := map[string]bool{}
	sum := uint64(0)
	for _, s := range spans {
		for w := d.WordsIn(s); w.Start < w.End; w.Start++ {
			stem := lexicon.Stem(text.Fold(d.Word(w.Start)))
			if !seen[stem] {
				seen[stem] = true
				sum += uint64(lexicon.Log2(lexicon.Sentences / uint64(lexicon.Frequency(stem)+1)))
			}
		}
	}
	return int(sum >> 16)
}
