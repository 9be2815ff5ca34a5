package fit

import "testing"

// TestFit fits a rule that no single question answers: either number is above
// 5, but not both.
func TestFit(t *testing.T) {
	d := &Data{Names: []string{"a", "b"}, Columns: make([][]int32, 2)}
	var rows []int32
	for a := range int32(11) {
		for b := range int32(11) {
			d.Columns[0], d.Columns[1] = append(d.Columns[0], a), append(d.Columns[1], b)
			label := 0.0
			if (a > 5) != (b > 5) {
				label = 1
			}
			d.Label, d.Weight = append(d.Label, label), append(d.Weight, 1)
			rows = append(rows, int32(len(rows)))
		}
	}
	f := Fit(d, rows, Options{Trees: 20, Depth: 2, Rate: .5, Lambda: 1, MinChild: .1, Sample: 1, Scale: 1000})
	for i := range rows {
		if got := f.Score([]int32{d.Columns[0][i], d.Columns[1][i]}) > 0; got != (d.Label[i] == 1) {
			t.Fatalf("a=%d b=%d: %v", d.Columns[0][i], d.Columns[1][i], got)
		}
	}
}
