package html

import "testing"

// TestCut: where all is sure the cut is between what is and what is not; where
// nothing is, it is lower, and the lower the more recall weighs.
func TestCut(t *testing.T) {
	for _, c := range []struct {
		name   string
		scores []int32
		beta2  int64
		want   int
	}{
		{"sure", []int32{5000, 4000, -5000, -6000}, 10, 2},
		{"unsure", []int32{-500, -700, -900, -5000}, 10, 3},
		{"one doubtful among sure ones", []int32{5000, 5000, 5000, -700}, 10, 3},
		{"the same, recall weighs more", []int32{5000, 5000, 5000, -700}, 30, 4},
		{"none", nil, 10, 0},
	} {
		s := &scanner{}
		for range c.scores {
			s.runs = append(s.runs, run{stats: stats{words: 10}})
		}
		cut, kept := s.cut(c.scores, c.beta2), 0
		for _, x := range c.scores {
			if x > cut {
				kept++
			}
		}
		if kept != c.want {
			t.Errorf("%s: %d are kept, want %d", c.name, kept, c.want)
		}
	}
}

// TestKeepBetween: a sentence goes with the paragraphs on both sides of it, if they are
// near and sure, and the trees are not sure of the contrary.
func TestKeepBetween(t *testing.T) {
	for _, c := range []struct{ what, blocks, want string }{ // S: a sure paragraph, s: a sentence, x: sure junk
		{"between two", "SsS", "SsS"},
		{"several", "SssssS", "SssssS"},
		{"too far apart", "SsssssS", "S     S"},
		{"sure junk", "SxS", "S S"},
		{"at the ends", "sSSs", " SS "},
		{"alone", "s", " "},
		{"nothing", "", ""},
	} {
		var p scanner
		for _, b := range c.blocks {
			r := run{stats: stats{words: 20, ends: true}, score: map[rune]int32{'S': 3000, 's': -2000, 'x': -4000}[b]}
			r.kept = b == 'S'
			p.runs = append(p.runs, r)
		}
		p.keepBetween()
		got := []rune(c.blocks)
		for i := range p.runs {
			if !p.runs[i].kept {
				got[i] = ' '
			}
		}
		if string(got) != c.want {
			t.Errorf("%s: %q, want %q", c.what, string(got), c.want)
		}
	}
}
