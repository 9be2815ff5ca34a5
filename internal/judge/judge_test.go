package judge

import (
	"math"
	"testing"
)

func TestLogistic(t *testing.T) {
	last := 0.0
	for x := -10.0; x <= 10; x += .01 {
		got, want := Logistic(int64(x*Unit)), 1/(1+math.Exp(-x))
		if math.Abs(got-want) > .002 {
			t.Errorf("logistic %v is %v, want %v", x, got, want)
		}
		if got < last {
			t.Errorf("logistic falls at %v", x)
		}
		last = got
	}
}

func TestValue(t *testing.T) {
	n := Net{Bias: Unit, Direct: []int64{Unit, 2 * Unit}, Hidden: []Neuron{
		{Bias: -5 * Unit, In: []int64{Unit, 0}, Out: 3 * Unit},
	}}
	for _, c := range []struct {
		x    []int32
		want int64
	}{
		{[]int32{0, 0}, 1}, {[]int32{1, 1}, 4}, {[]int32{5, 0}, 6}, {[]int32{7, 0}, 14}, {[]int32{-7, 0}, -6},
	} {
		if got := n.Value(c.x); got != c.want*Unit {
			t.Errorf("%v: got %v, want %d", c.x, float64(got)/Unit, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	const s = `# fitted by hand
accept 0.75 350 150
rank.direct 1 2 3
rank.neuron 4 5 6 7
judge.direct 8 9
judge.neuron 10 11 12
few.direct 13 14
`
	m, err := Parse(s)
	if err != nil || m.String() != s {
		t.Errorf("got %s, %v", m, err)
	}
	for _, c := range [][2]string{
		{"rank.direct 1 x", `line 1: strconv.ParseInt: parsing "x": invalid syntax`},
		{"rank.direct 1 2\nrank.other 1 2", `line 2: unknown line "rank.other"`},
		{"accept", `line 1: unknown line "accept"`},
	} {
		if _, err := Parse(c[0]); err == nil || err.Error() != c[1] {
			t.Errorf("%q: got %v, want %s", c[0], err, c[1])
		}
	}
}
