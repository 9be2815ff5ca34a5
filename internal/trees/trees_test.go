package trees

import "testing"

func TestScore(t *testing.T) {
	f, err := Parse("words\tlinks\n0<5 =-10 1<0 =30 =-20\n=1\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		row  []int32
		want int32
	}{{[]int32{5, 0}, -9}, {[]int32{6, 0}, 31}, {[]int32{6, 1}, -19}} {
		if got := f.Score(c.row); got != c.want {
			t.Errorf("%v scores %d, want %d", c.row, got, c.want)
		}
	}
	if got, want := f.String(), "words\tlinks\n0<5 =-10 1<0 =30 =-20\n=1\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a\n0<5 =1", "trees:2: a node is missing"},
		{"a\n=1\n=1 =2", "trees:3: 1 nodes too many"},
		{"a\n1<5 =1 =2", `trees:2: no feature "1"`},
		{"a\n=x", `trees:2: strconv.ParseInt: parsing "x": invalid syntax`},
	} {
		if _, err := Parse(c.in); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.in, err, c.want)
		}
	}
}
