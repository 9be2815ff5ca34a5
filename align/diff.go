package align

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/lcs"
	"github.com/quoteprov/quoteprov/text"
)

// The problem: which words of one version of a text stand in the other, whatever
// their length and however little they have in common? A diff of lines says nothing
// of prose, one of letters draws half of one word into another, and both give up, or
// ask a clock, where the versions differ throughout. Here each distinct word is a
// number, words that one side alone has are set aside, as are the beginning and the
// end that are the same, and package lcs does the rest, within a count of steps.

// A Script says how one sequence of words becomes another: what to take out of it
// and what to put in. Its answer depends on the two sequences alone.
type Script struct {
	Edits []Edit // in order; what stands between them is the same on both sides
	Moves []Move // passages that the edits take out here and put in there, in the order of old

	Bounded   bool // the limit of work was reached: a shorter script may exist
	Unrelated bool // the two have nothing in common, but for words that any two texts share
}

// An Edit puts words New for the words Old. Either may be empty, not both; an empty
// one stands at its gap.
type Edit struct {
	Old, New         text.Range // word numbers
	OldSpan, NewSpan text.Span  // bytes of Document.Text; set by DiffText alone
}

// A Move is a passage of six equal words or more that stands elsewhere in the other
// sequence. The words of Old are taken out, and those of New put in, by edits of the
// script.
type Move struct {
	Edit
	Edits []Edit // what else has changed within the passage; mostly nothing
}

// Diff is the script that turns the words old into the words new. Equal sequences
// have an empty one. It is as short as can be, but for a percent or so where the two
// are long, unless it is Bounded; and of passages that changed places the one is kept
// and the other moved, whole, even where single words of it could be kept.
//
// It takes time linear in the words but for what differs: a stretch of n words that
// has become another of m costs up to n·m/32 steps of a nanosecond, of which all
// stretches together take 2²⁷ at most, and 64 for each word. Memory is linear.
func Diff[T comparable](old, new []T) Script { return DiffWithin(old, new, 0) }

// MostSteps is how many steps all stretches together take, where the caller does not say
// another number, besides 64 for each word.
const MostSteps = lcs.FreeWork

// DiffWithin is [Diff] with so many steps at most for all stretches together, and 64 for
// each word; 0 is [MostSteps].
func DiffWithin[T comparable](old, new []T, steps int) Script {
	front := scanned(old, new, false)
	a, b := front.a, front.b
	if a == len(old) && b == len(new) && len(front.runs) == 1 && front.runs[0].N == a && a == b {
		return Script{}
	}
	d := differ[T]{old: old, new: new, oldAt: a, newAt: b, oldEnd: len(old), newEnd: len(new), steps: steps}
	if a == len(old) || b == len(new) {
		return d.script(front.runs, nil)
	}
	back := scanned(old[a:], new[b:], true)
	d.oldEnd, d.newEnd = len(old)-back.a, len(new)-back.b
	return d.script(front.runs, back.inOrder(a, b))
}

// DiffText is [Diff] of the words of two documents as they are written, with the
// places of the edits. What was set aside in a document takes no part.
func DiffText(old, new *text.Document) Script {
	s := Diff(wordsOf(old), wordsOf(new))
	locateEdits(s.Edits, old, new)
	for i := range s.Moves {
		m := &s.Moves[i]
		m.OldSpan, m.NewSpan = old.SpanOf(m.Old), new.SpanOf(m.New)
		locateEdits(m.Edits, old, new)
	}
	return s
}

func wordsOf(d *text.Document) []string {
	out := make([]string, len(d.Words))
	for i := range d.Words {
		out[i] = d.Word(i)
	}
	return out
}

// locateEdits sets the spans of edits.
func locateEdits(edits []Edit, old, new *text.Document) {
	for i := range edits {
		e := &edits[i]
		e.OldSpan, e.NewSpan = old.SpanOf(e.Old), new.SpanOf(e.New)
	}
}

// Changed is how many words are taken out and put in, those of passages that only
// moved not counted.
func (s Script) Changed() int {
	n := changed(s.Edits)
	for _, m := range s.Moves {
		n += changed(m.Edits) - m.Old.Len() - m.New.Len()
	}
	return n
}

func changed(edits []Edit) int {
	n := 0
	for _, e := range edits {
		n += e.Old.Len() + e.New.Len()
	}
	return n
}

// Reverse is the script that turns the new words into the old ones.
func (s Script) Reverse() Script {
	s.Edits, s.Moves = reversed(s.Edits), slices.Clone(s.Moves)
	for i, m := range s.Moves {
		s.Moves[i] = Move{reverse(m.Edit), reversed(m.Edits)}
	}
	slices.SortFunc(s.Moves, func(a, b Move) int { return a.Old.Start - b.Old.Start })
	return s
}

func reverse(e Edit) Edit { return Edit{e.New, e.Old, e.NewSpan, e.OldSpan} }

func reversed(edits []Edit) []Edit {
	out := slices.Clone(edits)
	for i, e := range out {
		out[i] = reverse(e)
	}
	return out
}

// Numbers are two sequences without the words that only one of them has.
type numbers struct {
	old, new           []uint32
	oldPlace, newPlace []int32 // where they stood
	ids                int
}

// numbered gives each word that stands on both sides a number.
func numbered[T comparable](old, new []T) numbers {
	if len(old) == 0 || len(new) == 0 {
		return numbers{}
	}
	ids := make(map[T]uint32, len(old)/3)
	n := numbers{old: make([]uint32, len(old))}
	n.new, n.newPlace = make([]uint32, 0, len(new)), make([]int32, 0, len(new))
	for i, w := range old {
		id, ok := ids[w]
		if !ok {
			id = uint32(len(ids))
			ids[w] = id
		}
		n.old[i] = id
	}
	shared := make([]bool, len(ids))
	for i, w := range new {
		if id, ok := ids[w]; ok {
			shared[id] = true
			n.new, n.newPlace = append(n.new, id), append(n.newPlace, int32(i))
		}
	}
	n.ids = len(ids)
	n.oldPlace = make([]int32, 0, len(old))
	kept := n.old[:0]
	for i, id := range n.old {
		if shared[id] {
			kept, n.oldPlace = append(kept, id), append(n.oldPlace, int32(i))
		}
	}
	n.old = kept
	return n
}
