package eval

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/quoteprov/quoteprov/align"
)

// wordDiff measures the word diff: how many words it changes above the fewest that
// would do, on two translations of the same news, on speeches edited at random and
// on other speeches; and whether passages that were moved are found as one move.
func wordDiff(dir string, misses func(string, ...any)) ([]Figure, error) {
	var out []Figure
	for _, name := range []string{"ru", "cs", "de"} {
		docs, err := twoVersions(dir, name)
		if err != nil {
			return nil, err
		}
		var f above
		for _, d := range docs {
			f.add(strings.Fields(strings.Join(d.A, " ")), strings.Fields(strings.Join(d.B, " ")))
		}
		out = append(out, f.figure("worddiff."+name, "two translations"))
	}
	speeches, err := realSpeeches(dir)
	if err != nil {
		return nil, err
	}
	var edited, unrelated above
	var moved, whole int
	for i, s := range speeches {
		rnd := rand.New(rand.NewPCG(uint64(i), 9))
		edited.add(s, editedAtRandom(rnd, s))
		unrelated.add(s, speeches[(i+1)%len(speeches)])
		for range 20 {
			moved++
			if d := movedAtRandom(rnd, s); len(d.Moves) == 1 && d.Changed() == 0 {
				whole++
			} else {
				misses("a passage moved: %d moves, %d words changed besides", len(d.Moves), d.Changed())
			}
		}
	}
	return append(out,
		edited.figure("worddiff.edited", "speeches, one word in twenty replaced, left out or put in"),
		unrelated.figure("worddiff.unrelated", "speeches that have nothing to do with each other"),
		Figure{"worddiff.moved", share(whole, moved), moved, "passages of 20 to 100 words that were moved: one move and nothing else"},
	), nil
}

// above counts the words that scripts change, and those that would do.
type above struct{ changed, least, texts int }

func (f *above) add(old, new []string) {
	s := align.Diff(old, new)
	for _, e := range s.Edits {
		f.changed += e.Old.Len() + e.New.Len()
	}
	f.least += fewestChanged(old, new)
	f.texts++
}

func (f *above) figure(name, note string) Figure {
	return Figure{
		name + ".above", share(f.changed-f.least, f.least), f.texts,
		fmt.Sprintf("words changed above the fewest, moved ones counted twice: %s", note),
	}
}

// fewestChanged is how many words a shortest script changes, by the plain table.
func fewestChanged(old, new []string) int {
	ids := map[string]int32{}
	number := func(words []string) []int32 {
		out := make([]int32, len(words))
		for i, w := range words {
			id, ok := ids[w]
			if !ok {
				id = int32(len(ids))
				ids[w] = id
			}
			out[i] = id
		}
		return out
	}
	a, b := number(old), number(new)
	row := make([]int32, len(b)+1)
	for _, x := range a {
		diag := int32(0)
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diag + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diag = up
		}
	}
	return len(a) + len(b) - 2*int(row[len(b)])
}

// realSpeeches are the words of the speeches that real reports quote.
func realSpeeches(dir string) (out [][]string, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "corpus/real/*/transcript.txt"))
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, strings.Fields(string(src)))
	}
	return out, nil
}

func editedAtRandom(rnd *rand.Rand, words []string) (out []string) {
	for _, w := range words {
		other := words[rnd.IntN(len(words))]
		switch rnd.IntN(60) {
		case 0:
			out = append(out, other)
		case 1:
		case 2:
			out = append(out, w, other)
		default:
			out = append(out, w)
		}
	}
	return out
}

// movedAtRandom is the script of a text of which a passage was moved far away.
func movedAtRandom(rnd *rand.Rand, words []string) align.Script {
	n := 20 + rnd.IntN(80)
	from := rnd.IntN(len(words) - 2*n)
	passage := words[from : from+n]
	rest := append(append([]string{}, words[:from]...), words[from+n:]...)
	to := (from + n + rnd.IntN(len(rest)-n)) % len(rest)
	return align.Diff(words, append(append(append([]string{}, rest[:to]...), passage...), rest[to:]...))
}
