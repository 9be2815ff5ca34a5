package pairing

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// A folding stands for a word just where EqualFold would find it.
func TestFoldingIsEqualFold(t *testing.T) {
	words := []string{"k", "K", "\u212a", "s", "S", "ſ", "Straße", "STRASSE", "é", "É", "σ", "ς", "Σ", "İ", "i", "ı", "\xff", "\ufffd", "", "Varland", "vARLAND"}
	for _, a := range words {
		for _, b := range words {
			if got, want := folding(a) == folding(b), strings.EqualFold(a, b); got != want {
				t.Errorf("folding(%q) == folding(%q) is %v", a, b, got)
			}
		}
	}
}

// What the concordance finds is what reading the transcript through finds.
func TestConcordanceFindsTheLongestRun(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	some := func(n int) string {
		return strings.Join(func() (out []string) {
			for range n {
				out = append(out, []string{"roads", "Roads", "bridges", "of", "the"}[r.IntN(5)])
			}
			return out
		}(), " ")
	}
	found := 0
	for range 300 {
		d := normalize.Text("t.txt", []byte(some(200)))
		q := normalize.Text("q.txt", []byte(some(12)))
		c := &Concordance{Doc: d}
		from, to := 0, len(q.Words)
		at, n := 0, 0
		for i := range d.Words {
			if k := c.run(i, q, from, to); k >= pieceWords && k > n {
				at, n = i, k
			}
		}
		if n > 0 {
			found++
		}
		if gotAt, gotN := c.longest(q, from, to); gotAt != at || gotN != n {
			t.Fatalf("%q in %q: %d words at %d, want %d at %d", q.Text, d.Text, gotN, gotAt, n, at)
		}
	}
	if found == 0 {
		t.Error("no run was ever found")
	}
}
