package align

import (
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
func (d *differ) slideMoves(s *Script) {
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
func (d *differ) room(edits []Edit, i int) text.Range {
	before, behind := edits[i].Old.Start, d.old.End-edits[i].Old.End
	if i > 0 {
		before -= edits[i-1].Old.End
	}
	if i+1 < len(edits) {
		behind = edits[i+1].Old.Start - edits[i].Old.End
	}
	return text.Range{Start: -min(before, farthest), End: min(behind, farthest)}
}

// slide tries all ways to slide the edits that take a passage out and put it in.
func (d *differ) slide(m *Move, e, f *Edit, roomE, roomF text.Range) {
	for _, x := range slides(e.Old, roomE, d.sameOld) {
		for _, y := range slides(f.New, roomF, d.sameNew) {
			if d.samePassage(moved(e.Old, x), moved(f.New, y)) {
				e.Old, e.New, f.Old, f.New = moved(e.Old, x), moved(e.New, x), moved(f.Old, y), moved(f.New, y)
				m.Old, m.New = e.Old, f.New
				return
			}
		}
	}
}

// slides lists by how many words a range can be slid within room.
func slides(r, room text.Range, same func(i, j int) bool) []int {
	out := []int{0}
	for k := 1; k <= -room.Start && same(r.Start-k, r.End-k); k++ {
		out = append(out, -k)
	}
	for k := 0; k < room.End && same(r.Start+k, r.End+k); k++ {
		out = append(out, k+1)
	}
	return out
}

func moved(r text.Range, by int) text.Range { return text.Range{Start: r.Start + by, End: r.End + by} }

// samePassage reports whether the old words of one range are the new ones of another.
func (d *differ) samePassage(old, new text.Range) bool {
	for k := range old.Len() {
		if !d.same(old.Start+k, new.Start+k) {
			return false
		}
	}
	return true
}

// unrelated reports whether two sequences have less than one word in twenty of the
// shorter in common runs of three or more: any two texts of one language share "the"
// and "of", and here and there "one of the".
func (d *differ) unrelated(runs []lcs.Run, moves []Move) bool {
	shorter := min(d.old.End, d.new.End)
	solid := 0
	for _, r := range runs {
		if r.N >= min(3, max(shorter, 1)) {
			solid += r.N
		}
	}
	for _, m := range moves {
		solid += m.Old.Len()
	}
	return 20*solid < shorter || shorter == 0 && max(d.old.End, d.new.End) > 0
}
