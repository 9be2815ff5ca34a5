package degree

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Restrains reports whether a range has a word, not to be skipped, that limits what
// stands beside it: “alleged”, “in theory”, “tried to”. Of what is alleged, planned
// or begun nobody says that it is.
func Restrains(s *reading.Run, r reading.Range, skip func(i int) bool) bool {
	tokens := s.Tokens[r.Start:r.End]
	for i, a := range tokens {
		if !skip(r.Start+i) && limits(a.Text) || reading.StartsWith(tokens[i:], limitingPhrases) {
			return true
		}
	}
	n := len(tokens)
	return n > 1 && tokens[n-1].Text == "to" && attempts.Has(tokens[n-2].Text)
}

// limits reports whether a word limits what stands beside it: “partial”, “partially”.
func limits(w string) bool {
	return limiters.Has(w) || limiters.Has(strings.TrimSuffix(w, "ly"))
}

var (
	// limiters limit what stands beside them, with “ly” added or without.
	limiters = words.Set("degree", "limiters")

	// limitingPhrases do so in more words than one: “in theory”.
	limitingPhrases = words.Phrases("degree", "limiting-phrases")

	// attempts come before “to” and a verb, and leave open whether it was done: “try”.
	attempts = words.Set("degree", "attempts")
)
