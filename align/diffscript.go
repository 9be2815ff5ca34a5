package align

import (
	"cmp"

	"github.com/quoteprov/quoteprov/internal/lcs"
	"github.com/quoteprov/quoteprov/text"
)

// A differ makes a script of what two sequences of words have in common.
type differ[T comparable] struct {
	old, new       []T
	oldAt, newAt   int // where the numbered words begin
	oldEnd, newEnd int
	numbers        numbers
	steps          int // 0 is MostSteps
}

// script is the script of two sequences that have runs in common before and behind the
// words that are to be numbered.
func (d *differ[T]) script(runs, behind []lcs.Run) Script {
	var s Script
	old, new := d.old[d.oldAt:d.oldEnd], d.new[d.newAt:d.newEnd]
	if len(old) > 0 && len(new) > 0 {
		d.numbers = numbered(old, new)
		found := lcs.Find(d.numbers.old, d.numbers.new, d.numbers.ids, d.numbers.oldPlace, d.numbers.newPlace,
			cmp.Or(d.steps, MostSteps))
		runs, s.Bounded = append(runs, d.placed(found.Runs)...), found.Bounded
		for _, m := range found.Moves {
			s.Moves = append(s.Moves, d.move(m))
		}
	}
	runs = append(runs, behind...)
	s.Edits = edits(d.whole(), runs)
	d.moveRest(&s)
	d.slideMoves(&s)
	s.Unrelated = d.unrelated(runs, s.Moves)
	return s
}

// whole is all words put for all words.
func (d *differ[T]) whole() Edit {
	return Edit{Old: text.Range{End: len(d.old)}, New: text.Range{End: len(d.new)}}
}

// placed are runs of the words that both sides have as runs of all words.
func (d *differ[T]) placed(runs []lcs.Run) []lcs.Run {
	out := make([]lcs.Run, 0, len(runs))
	for _, r := range runs {
		for k := range r.N {
			a := d.oldAt + int(d.numbers.oldPlace[r.A+k])
			b := d.newAt + int(d.numbers.newPlace[r.B+k])
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
func (d *differ[T]) move(m lcs.Move) Move {
	at := func(first int, place []int32, from, to int) text.Range {
		return text.Range{Start: first + int(place[from]), End: first + int(place[to-1]) + 1}
	}
	e := Edit{
		Old: at(d.oldAt, d.numbers.oldPlace, m.A, m.AEnd),
		New: at(d.newAt, d.numbers.newPlace, m.B, m.BEnd),
	}
	return Move{e, edits(e, d.placed(m.Runs))}
}

// edits are what stands between runs that are the same, within an edit.
func edits(within Edit, runs []lcs.Run) []Edit {
	out := make([]Edit, 0, len(runs))
	old, new := within.Old, within.New
	add := func(a, b int) {
		if a > old.Start || b > new.Start {
			old, new := text.Range{Start: old.Start, End: a}, text.Range{Start: new.Start, End: b}
			out = append(out, Edit{Old: old, New: new})
		}
	}
	for _, r := range runs {
		if r.N > 0 {
			add(r.A, r.B)
			old.Start, new.Start = r.A+r.N, r.B+r.N
		}
	}
	add(old.End, new.End)
	if len(out) == 0 {
		return nil
	}
	return out
}
