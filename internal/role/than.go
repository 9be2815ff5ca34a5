package role

import (
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// What is compared may change sides: “larger than” leaves all its words in the
// sentence, and only where they stand tells what is the larger. What stands on
// either side of “than” is read here, by the words of content next to it. Cost:
// linear but for the few words around each “than”.

// SideWords is how far from “than” what is compared may stand, in words.
const SideWords = 7

// Comparative is the word that compares what stands before “than” at i with what
// stands behind: the “larger” of “larger towns than”; -1 where there is none.
func Comparative(s *reading.Run, i int) int {
	for k := i - 1; k >= max(0, i-SideWords); k-- {
		if english.Comparative(s.Tokens[k].Text) {
			return k
		}
	}
	return -1
}

// RightSide is what stands behind “than” at i, up to its last word of content.
func RightSide(s *reading.Run, i int) reading.Range {
	r := reading.Range{Start: i + 1, End: i + 1}
	for k := i + 1; k < min(len(s.Tokens), i+4); k++ {
		if reading.Content(s.Tokens[k].Text) {
			r.End = k + 1
		}
	}
	return r
}

// LeftSide is what stands before “than” at i, from the last two words of content
// on that do not compare.
func LeftSide(s *reading.Run, i int) reading.Range {
	r, n := reading.Range{Start: i, End: i}, 0
	for k := i - 1; k >= max(0, i-SideWords) && n < 2; k-- {
		if reading.Content(s.Tokens[k].Text) && !english.Comparative(s.Tokens[k].Text) {
			r.Start, n = k, n+1
		}
	}
	return r
}
