package align

import (
	"github.com/quoteprov/quoteprov/internal/lcs"
)

// A sentence and its edited form need no numbers: their words are compared with each
// other, and the table of them is columns of one machine word each.

// word is how many words have a bit in a machine word.
const word = 64

// fewest is how many words must be left over on both sides for some to have moved.
const fewest = 3

// short is what two sequences of up to 64 words have in common, in order; not ok where
// so many words are left over on both sides that some may have moved.
func short[T comparable](old, new []T) (runs []lcs.Run, ok bool) {
	runs = make([]lcs.Run, 0, 8)
	var columns [word]uint64
	v := ^uint64(0)
	for j, w := range new {
		same := uint64(0)
		for i, o := range old {
			if o == w {
				same |= 1 << i
			}
		}
		u := v & same
		v = v + u | v&^u
		columns[j] = v
	}
	grows := func(i, j int) bool { return columns[j]>>i&1 == 0 }
	kept := 0
	for i, j := len(old), len(new); i > 0 && j > 0; {
		switch {
		case !grows(i-1, j-1):
			i--
		case j > 1 && grows(i-1, j-2):
			j--
		default:
			i, j, kept = i-1, j-1, kept+1
			if n := len(runs); n > 0 && runs[n-1].A == i+1 && runs[n-1].B == j+1 {
				runs[n-1] = lcs.Run{A: i, B: j, N: runs[n-1].N + 1}
			} else {
				runs = append(runs, lcs.Run{A: i, B: j, N: 1})
			}
		}
	}
	for i, j := 0, len(runs)-1; i < j; i, j = i+1, j-1 {
		runs[i], runs[j] = runs[j], runs[i]
	}
	return runs, min(len(old), len(new))-kept < fewest
}
