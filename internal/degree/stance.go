package degree

import (
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Some verbs say how the deed that they govern stands: it was tried, or it
// succeeded; it was allowed, or ordered; it is planned, or done; it is alleged.
// A translation may choose among the verbs of one stance, never between two that
// exclude each other. The naive way looks for antonyms, which these are not. Here
// each such verb is looked for near where the other side would have it. Cost: a
// small window for each.

// stanceReach is how far from its expected place a stance may stand, in words.
const stanceReach = 6

// StanceNear is the token nearest to i whose word tells a stance, within reach: the
// “managed” of “they managed to leave” for [english.Succeeded]; -1 where none does.
func StanceNear(s *reading.Run, i int, want english.Stance) int {
	for d := 0; d <= stanceReach; d++ {
		for _, k := range [...]int{i - d, i + d} {
			if english.Stances.Of(s.At(k)) == want {
				return k
			}
		}
	}
	return -1
}
