package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// apply turns the old words into the new ones by a script.
func apply(s Script, old, new []string) []string {
	var out []string
	at := 0
	for _, e := range s.Edits {
		out = append(out, old[at:e.Old.Start]...)
		out = append(out, new[e.New.Start:e.New.End]...)
		at = e.Old.End
	}
	return append(out, old[at:]...)
}

// minimal is how many words a shortest script changes, by the plain table.
func minimal(old, new []string) int {
	row := make([]int, len(new)+1)
	for _, a := range old {
		diag := 0
		for j, b := range new {
			up := row[j+1]
			if a == b {
				row[j+1] = diag + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diag = up
		}
	}
	return len(old) + len(new) - 2*row[len(new)]
}

// checkScript holds a script to what is always so.
func checkScript(t *testing.T, s Script, old, new []string) {
	t.Helper()
	if got := apply(s, old, new); !slices.Equal(got, new) {
		t.Fatalf("the script gives %q, not %q", got, new)
	}
	if got := apply(s.Reverse(), new, old); !slices.Equal(got, old) {
		t.Fatalf("its reverse gives %q, not %q", got, old)
	}
	if slices.Equal(old, new) != (len(s.Edits) == 0) {
		t.Fatalf("%d edits", len(s.Edits))
	}
	for i, e := range s.Edits {
		if e.Old.Len() == 0 && e.New.Len() == 0 {
			t.Fatalf("edit %v is none", e)
		}
		if i > 0 && e.Old.Start == s.Edits[i-1].Old.End {
			t.Fatalf("edits %v and %v are one", s.Edits[i-1], e)
		}
	}
	for _, m := range s.Moves {
		out, in := editOf(s.Edits, m.Old, oldOf), editOf(s.Edits, m.New, newOf)
		if out < 0 || in < 0 {
			t.Fatalf("move %v is in no edit of %v", m, s.Edits)
		}
		a, b := old[m.Old.Start:m.Old.End], new[m.New.Start:m.New.End]
		if got := apply(within(m), a, b); !slices.Equal(got, b) {
			t.Fatalf("the move gives %q, not %q", got, b)
		}
	}
}

// within is the script of what changed in a passage that moved.
func within(m Move) Script {
	var s Script
	for _, e := range m.Edits {
		e.Old, e.New = moved(e.Old, -m.Old.Start), moved(e.New, -m.New.Start)
		s.Edits = append(s.Edits, e)
	}
	return s
}

// spell writes a script out: what goes in [- -], what comes in {+ +}.
func spell(s Script, old, new []string) string {
	var out []string
	at := 0
	for _, e := range s.Edits {
		out = append(out, old[at:e.Old.Start]...)
		if e.Old.Len() > 0 {
			out = append(out, "[-"+strings.Join(old[e.Old.Start:e.Old.End], " ")+"-]")
		}
		if e.New.Len() > 0 {
			out = append(out, "{+"+strings.Join(new[e.New.Start:e.New.End], " ")+"+}")
		}
		at = e.Old.End
	}
	out = append(out, old[at:]...)
	for _, m := range s.Moves {
		out = append(out, fmt.Sprintf("| %d+%d → %d+%d", m.Old.Start, m.Old.Len(), m.New.Start, m.New.Len()))
	}
	return strings.Join(out, " ")
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"a b c", "a b c", "a b c"},
		{"", "a b", "{+a b+}"},
		{"a b", "", "[-a b-]"},
		{"a", "b", "[-a-] {+b+}"},
		{"a b c d", "a x c d", "a [-b-] {+x+} c d"},
		{"a b c", "c a b", "{+c+} a b [-c-]"},
		{"the cat and the dog", "the dog", "the [-cat and the-] dog"},
		{
			"we met a b c d e f g h i j k l m n o and left", "i j k l m n o we met a b c d e f g h and left",
			"{+i j k l m n o+} we met a b c d e f g h [-i j k l m n o-] and left | 10+7 → 0+7",
		},
		{ // the passages begin alike
			"x The a b c d e f g The 1 2 3 4 5 6 7 8 9 y", "x The 1 2 3 4 5 6 7 8 9 The a b c d e f g y",
			"x [-The a b c d e f g-] The 1 2 3 4 5 6 7 8 9 {+The a b c d e f g+} y | 1+8 → 11+8",
		},
		{ // one word of what moved has changed
			"1 2 3 4 5 6 7 8 9 10 11 a b c d e f g h i j", "a b c d X f g h i j 1 2 3 4 5 6 7 8 9 10 11",
			"{+a b c d X f g h i j+} 1 2 3 4 5 6 7 8 9 10 11 [-a b c d e f g h i j-] | 11+10 → 0+10",
		},
	} {
		old, new := strings.Fields(c.old), strings.Fields(c.new)
		s := Diff(old, new)
		checkScript(t, s, old, new)
		if got := spell(s, old, new); got != c.want {
			t.Errorf("%q to %q:\n got %s\nwant %s", c.old, c.new, got, c.want)
		}
	}
}

// drawn are n words of a vocabulary in which few words are common, as in a language.
func drawn(rnd *rand.Rand, n, vocabulary int) []string {
	out := make([]string, n)
	for i := range out {
		x := rnd.Float64()
		out[i] = fmt.Sprint("w", int(x*x*x*float64(vocabulary)))
	}
	return out
}

// edited has one word in so many changed: replaced, left out or put in, a few at a
// time.
func edited(rnd *rand.Rand, words []string, oneIn, vocabulary int) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if rnd.IntN(oneIn) > 0 {
			out = append(out, words[i])
			continue
		}
		n := 1 + rnd.IntN(3)
		switch rnd.IntN(3) {
		case 0:
			out = append(out, drawn(rnd, n, vocabulary)...)
			i += n - 1
		case 1:
			out = append(append(out, words[i]), drawn(rnd, n, vocabulary)...)
		case 2:
			i += n - 1
		}
	}
	return out
}

// TestDiffIsNearlyMinimal: the script turns the one into the other and changes at
// most two words in a hundred more than need be, whatever the texts have in common.
func TestDiffIsNearlyMinimal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	var over, all int
	for n := range 150 {
		vocabulary := []int{2, 4, 20, 300, 4000}[n%5]
		old := drawn(rnd, rnd.IntN(3000), vocabulary)
		new := edited(rnd, old, 2+rnd.IntN(30), vocabulary)
		if n%7 == 0 {
			new = drawn(rnd, rnd.IntN(3000), vocabulary)
		}
		s := Diff(old, new)
		checkScript(t, s, old, new)
		least := minimal(old, new)
		if got := s.Changed(); 100*got > 102*least+100*len(s.Moves) {
			t.Errorf("%d words to %d of %d: %d changed, %d would do", len(old), len(new), vocabulary, got, least)
		}
		over, all = over+s.Changed()-least, all+least
	}
	t.Logf("%d of %d words more than need be", over, all)
}

// TestDiffIsMinimal: of short texts of few and of many words, edited, turned about or
// drawn anew, no script is a word too long.
func TestDiffIsMinimal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		vocabulary := 1 + rnd.IntN(8)*(1+rnd.IntN(2)*20)
		old := drawn(rnd, 1+rnd.IntN(60), vocabulary)
		new := drawn(rnd, 1+rnd.IntN(60), vocabulary)
		switch k := rnd.IntN(len(old)); rnd.IntN(3) {
		case 0:
			new = edited(rnd, old, 1+rnd.IntN(6), vocabulary)
		case 1:
			new = edited(rnd, slices.Concat(old[k:], old[:k]), 3+rnd.IntN(20), vocabulary)
		}
		if s := Diff(old, new); s.Changed() > minimal(old, new) {
			t.Fatalf("%d words changed, %d would do:\n%s", s.Changed(), minimal(old, new), spell(s, old, new))
		}
	}
}

// TestMovedParagraphIsOneMove moves a paragraph of a speech to every other place.
func TestMovedParagraphIsOneMove(t *testing.T) {
	for _, d := range speeches(t) {
		for from, b := range d.Blocks {
			if b.Words.Len() < 12 {
				continue
			}
			for to := range d.Blocks {
				checkMove(t, d, from, to)
			}
		}
	}
}

func checkMove(t *testing.T, d *text.Document, from, to int) {
	t.Helper()
	order := make([]int, 0, len(d.Blocks))
	for i := range d.Blocks {
		if i != from {
			order = append(order, i)
		}
	}
	order = slices.Insert(order, min(to, len(order)), from)
	if slices.IsSorted(order) {
		return
	}
	old := wordsOf(d)
	var new []string
	for _, i := range order {
		new = append(new, old[d.Blocks[i].Words.Start:d.Blocks[i].Words.End]...)
	}
	s := Diff(old, new)
	checkScript(t, s, old, new)
	if passed := passedOver(d, from, to); passed < 8 && s.Changed() <= 2*passed {
		return // so few words are taken out and put in, or moved
	}
	if len(s.Moves) != 1 || s.Changed() > 0 {
		t.Errorf("%s: block %d to %d: %d moves, %d words changed\n%s", d.Name, from, to, len(s.Moves), s.Changed(), spell(s, old, new))
	}
}

// passedOver is how many words stand between a block and the place it moves to.
func passedOver(d *text.Document, from, to int) int {
	lo, hi := min(from, to), max(from, to)
	if from < to {
		lo, hi = lo+1, hi+1
	}
	return d.Blocks[hi-1].Words.End - d.Blocks[lo].Words.Start
}

func FuzzDiff(f *testing.F) {
	f.Add("a b c d e f g h i", "d e f g h i a b c")
	f.Add("a \xff\xfe b \x00", "a \xff b")
	f.Fuzz(func(t *testing.T, a, b string) {
		old, new := strings.Fields(a), strings.Fields(b)
		s := Diff(old, new)
		checkScript(t, s, old, new)
		if len(old)*len(new) < 1<<20 && s.Changed() > minimal(old, new)*102/100 {
			t.Errorf("%d words changed, %d would do", s.Changed(), minimal(old, new))
		}
		x, y := normalize.Text("old", []byte(a)), normalize.Text("new", []byte(b))
		for _, e := range DiffText(x, y).Edits {
			if e.OldSpan.Start > e.OldSpan.End || e.NewSpan.End > len(y.Text) {
				t.Errorf("no place: %v", e)
			}
		}
	})
}

// TestDiffBadInput: texts that are none, or endless, have a script like any other, and
// it says if it is not the shortest.
func TestDiffBadInput(t *testing.T) {
	again := func(w string, n int) []string { return slices.Repeat([]string{w}, n) }
	binary := make([]string, 5000)
	for i := range binary {
		binary[i] = string([]byte{byte(i), byte(i >> 3), 0xff})
	}
	for _, c := range []struct {
		name     string
		old, new []string
		changed  int
		script   Script // without its edits
	}{
		{"empty", nil, nil, 0, Script{}},
		{"from nothing", nil, []string{"a", "b"}, 2, Script{Unrelated: true}},
		{"one word a million times", again("wall", 1_000_000), again("wall", 999_000), 1000, Script{}},
		{"and another in the middle", again("wall", 1_000_000),
			append(append(again("wall", 500_000), "x"), again("wall", 500_000)...), 1, Script{}},
		{"binary", binary, binary[:4990], 10, Script{}},
		{"two languages", strings.Fields("we will not raise the tax"), strings.Fields("мы не повысим налог"), 10, Script{Unrelated: true}},
		{"one line without spaces", []string{strings.Repeat("x", 1<<20)}, []string{strings.Repeat("x", 1<<20) + "y"}, 2, Script{Unrelated: true}},
	} {
		s := Diff(c.old, c.new)
		checkScript(t, s, c.old, c.new)
		if s.Changed() != c.changed || s.Bounded != c.script.Bounded || s.Unrelated != c.script.Unrelated || len(s.Moves) > 0 {
			t.Errorf("%s: %d changed, bounded %v, unrelated %v, moves %v", c.name, s.Changed(), s.Bounded, s.Unrelated, s.Moves)
		}
	}
}

// TestDiffText: the edits have their places in both texts.
func TestDiffText(t *testing.T) {
	old := normalize.Text("old", []byte("We will not raise the tax on fuel."))
	new := normalize.Text("new", []byte("We will raise the tax on petrol, then."))
	var got []string
	for _, e := range DiffText(old, new).Edits {
		got = append(got, fmt.Sprintf("%q %q", old.Read(e.OldSpan), new.Read(e.NewSpan)))
	}
	if want := []string{`"not" ""`, `"fuel" "petrol, then"`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
