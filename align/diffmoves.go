package align

import (
	"slices"
	"sort"

	"github.com/quoteprov/quoteprov/internal/lcs"
	"github.com/quoteprov/quoteprov/text"
)

// Where a word stands before a passage and at its end, as "the" does in "the cat and
// the", the passage that was taken out may as well begin one word earlier. Of the
// two places that a moved passage left and came to, those are taken that make it one
// passage, the same on both sides.

// farthest is how many words an edit is slid, at most.
const farthest = 8

// slideMoves slides the edits of moved passages to where their words are the same.
func (d *differ[T]) slideMoves(s *Script) {
	for i := range s.Moves {
		m := &s.Moves[i]
		out, in := editOf(s.Edits, m.Old, oldOf), editOf(s.Edits, m.New, newOf)
		if out < 0 || in < 0 || len(m.Edits) > 0 {
			continue
		}
		e, f := &s.Edits[out], &s.Edits[in]
		n := e.Old.Len()
		if e.New.Len() > 0 || f.Old.Len() > 0 || f.New.Len() != n || m.Old.Len() == n {
			continue
		}
		d.slide(m, e, f, d.room(s.Edits, out), d.room(s.Edits, in))
	}
}

func oldOf(e Edit) text.Range { return e.Old }
func newOf(e Edit) text.Range { return e.New }

// editOf is the number of the edit whose side holds words r, or -1.
func editOf(edits []Edit, r text.Range, side func(Edit) text.Range) int {
	i := sort.Search(len(edits), func(i int) bool { return side(edits[i]).End >= r.End })
	if i == len(edits) || side(edits[i]).Start > r.Start {
		return -1
	}
	return i
}

// room is how many words stand between an edit and its neighbours, up to farthest.
func (d *differ[T]) room(edits []Edit, i int) text.Range {
	before, behind := edits[i].Old.Start, len(d.old)-edits[i].Old.End
	if i > 0 {
		before -= edits[i-1].Old.End
	}
	if i+1 < len(edits) {
		behind = edits[i+1].Old.Start - edits[i].Old.End
	}
	return text.Range{Start: -min(before, farthest), End: min(behind, farthest)}
}

// slide tries all ways to slide the edits that take a passage out and put it in.
func (d *differ[T]) slide(m *Move, e, f *Edit, roomE, roomF text.Range) {
	for _, x := range slides(d.old, e.Old, roomE) {
		for _, y := range slides(d.new, f.New, roomF) {
			if slices.Equal(of(d.old, moved(e.Old, x)), of(d.new, moved(f.New, y))) {
				e.Old, e.New, f.Old, f.New = moved(e.Old, x), moved(e.New, x), moved(f.Old, y), moved(f.New, y)
				m.Old, m.New = e.Old, f.New
				return
			}
		}
	}
}

// slides lists by how many words a range can be slid within room.
func slides[T comparable](words []T, r, room text.Range) []int {
	out := []int{0}
	for k := 1; k <= -room.Start && words[r.Start-k] == words[r.End-k]; k++ {
		out = append(out, -k)
	}
	for k := 0; k < room.End && words[r.Start+k] == words[r.End+k]; k++ {
		out = append(out, k+1)
	}
	return out
}

func of[T any](words []T, r text.Range) []T { return words[r.Start:r.End] }

func moved(r text.Range, by int) text.Range { return text.Range{Start: r.Start + by, End: r.End + by} }

// A remainder is the words of one side that its edits change and no move has, in stretches.
type remainder struct {
	words []uint32
	place []int32
	whole []lcs.Run // those that are all of an edit that has nothing on the other side
}

// fewestLeft is how many words must be left on both sides for some to have moved.
const fewestLeft = 3

// moveRest adds to a script the passages that have moved among the words that are left.
func (d *differ[T]) moveRest(s *Script) {
	left := changed(s.Edits)
	old, new := 0, 0
	for _, e := range s.Edits {
		old, new = old+e.Old.Len(), new+e.New.Len()
	}
	if left == 0 || min(old, new) < fewestLeft {
		return
	}
	ids := map[T]uint32{}
	a := restOf(d.old, ids, s, oldOf, newOf, true)
	n := len(ids)
	b := restOf(d.new, ids, s, newOf, oldOf, false)
	for i := range b.whole {
		b.whole[i].A, b.whole[i].B = 0, b.whole[i].A
	}
	bounded(a.words, n, lcs.NotInB)
	bounded(b.words, n, lcs.NotInA)
	found := lcs.Moved(a.words, b.words, n, a.whole, b.whole)
	d.oldAt, d.newAt, d.numbers = 0, 0, numbers{oldPlace: a.place, newPlace: b.place}
	for _, m := range found {
		s.Moves = append(s.Moves, d.move(m))
	}
	slices.SortFunc(s.Moves, func(a, b Move) int { return a.Old.Start - b.Old.Start })
}

// bounded gives words that are on one side only, and gaps, the numbers behind ids that
// package lcs has for them.
func bounded(words []uint32, ids, lone int) {
	for i, w := range words {
		switch w {
		case loneNumber:
			words[i] = uint32(ids + lone)
		case gapNumber:
			words[i] = uint32(ids + lcs.Gap)
		default:
			words[i] = min(w, uint32(ids+lone))
		}
	}
}

// The numbers of words that are on one side only, and of what parts stretches, while
// the others are not known.
const (
	loneNumber = 1<<32 - 2
	gapNumber  = 1<<32 - 1
)

// restOf numbers the words of one side that are left; those that have no number yet
// get one if they may.
func restOf[T comparable](
	words []T, ids map[T]uint32, s *Script, side, other func(Edit) text.Range, may bool,
) remainder {
	var r remainder
	taken := make([]text.Range, len(s.Moves))
	for i, m := range s.Moves {
		taken[i] = side(m.Edit)
	}
	slices.SortFunc(taken, func(a, b text.Range) int { return a.Start - b.Start })
	for _, e := range s.Edits {
		at, from := side(e), len(r.words)
		for w := at.Start; w < at.End; w++ {
			for len(taken) > 0 && taken[0].End <= w {
				taken = taken[1:]
			}
			id := uint32(gapNumber)
			if len(taken) == 0 || w < taken[0].Start {
				id = numberOf(words[w], ids, may)
			}
			r.words, r.place = append(r.words, id), append(r.place, int32(w))
		}
		if at.Len() > 0 && other(e).Len() == 0 {
			r.whole = append(r.whole, lcs.Run{A: from, N: at.Len()})
		}
		r.words, r.place = append(r.words, gapNumber), append(r.place, int32(at.End))
	}
	return r
}

func numberOf[T comparable](w T, ids map[T]uint32, may bool) uint32 {
	id, ok := ids[w]
	switch {
	case ok:
		return id
	case !may:
		return loneNumber
	}
	id = uint32(len(ids))
	ids[w] = id
	return id
}

// unrelated reports whether two sequences have less than one word in twenty of the
// shorter in common runs of three or more: any two texts of one language share "the"
// and "of", and here and there "one of the".
func (d *differ[T]) unrelated(runs []lcs.Run, moves []Move) bool {
	shorter := min(len(d.old), len(d.new))
	solid := 0
	for _, r := range runs {
		if r.N >= min(3, max(shorter, 1)) {
			solid += r.N
		}
	}
	for _, m := range moves {
		solid += m.Old.Len()
	}
	return 20*solid < shorter || shorter == 0 && max(len(d.old), len(d.new)) > 0
}
