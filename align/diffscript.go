package align

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/lcs"
	"github.com/quoteprov/quoteprov/text"
)

// A differ makes a script of what two sequences of words have in common.
type differ struct {
	old, new    text.Range // all words
	front, back int        // how many are the same at the beginning and the end
	numbers     numbers

	same             func(old, new int) bool // two words are the same
	sameOld, sameNew func(i, j int) bool     // two words of one side are
}

func (d *differ) script() Script {
	found := lcs.Find(d.numbers.old, d.numbers.new, d.numbers.ids, d.numbers.oldPlace, d.numbers.newPlace)
	runs := d.withEnds(d.placed(found.Runs))
	s := Script{Edits: edits(d.old, d.new, runs), Bounded: found.Bounded}
	for _, m := range found.Moves {
		s.Moves = append(s.Moves, d.move(m))
	}
	d.slideMoves(&s)
	s.Unrelated = d.unrelated(runs, s.Moves)
	return s
}

// framed is the script of short texts that have runs in common between their ends.
func (d *differ) framed(runs []lcs.Run) Script {
	for i := range runs {
		runs[i].A, runs[i].B = runs[i].A+d.front, runs[i].B+d.front
	}
	runs = d.withEnds(runs)
	return Script{Edits: edits(d.old, d.new, runs), Unrelated: d.unrelated(runs, nil)}
}

// withEnds are runs with the words that both texts begin and end with.
func (d *differ) withEnds(runs []lcs.Run) []lcs.Run {
	return append(slices.Insert(runs, 0, lcs.Run{N: d.front}),
		lcs.Run{A: d.old.End - d.back, B: d.new.End - d.back, N: d.back})
}

// placed are runs of the words that both sides have as runs of all words.
func (d *differ) placed(runs []lcs.Run) []lcs.Run {
	out := make([]lcs.Run, 0, len(runs))
	for _, r := range runs {
		for k := range r.N {
			a := d.front + int(d.numbers.oldPlace[r.A+k])
			b := d.front + int(d.numbers.newPlace[r.B+k])
			if n := len(out); n > 0 && out[n-1].A+out[n-1].N == a && out[n-1].B+out[n-1].N == b {
				out[n-1].N++
			} else {
				out = append(out, lcs.Run{A: a, B: b, N: 1})
			}
		}
	}
	return out
}

// move is a move of the words that both sides have as one of all words.
func (d *differ) move(m lcs.Move) Move {
	at := func(place []int32, from, to int) text.Range {
		return text.Range{Start: d.front + int(place[from]), End: d.front + int(place[to-1]) + 1}
	}
	old, new := at(d.numbers.oldPlace, m.A, m.AEnd), at(d.numbers.newPlace, m.B, m.BEnd)
	return Move{Edit{Old: old, New: new}, edits(old, new, d.placed(m.Runs))}
}

// edits are what stands between runs that are the same, in two ranges of words.
func edits(old, new text.Range, runs []lcs.Run) []Edit {
	out := make([]Edit, 0, len(runs))
	add := func(a, b int) {
		if a > old.Start || b > new.Start {
			out = append(out, Edit{Old: text.Range{Start: old.Start, End: a}, New: text.Range{Start: new.Start, End: b}})
		}
	}
	for _, r := range runs {
		if r.N > 0 {
			add(r.A, r.B)
			old.Start, new.Start = r.A+r.N, r.B+r.N
		}
	}
	add(old.End, new.End)
	return out
}
