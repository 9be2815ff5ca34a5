package construction

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// formed reports whether the words in the slots of two frames are formed from each other
// as the frames want.
func formed(c *comparison.Comparison, q, s use) bool {
	x, y := c.Q.At(q.slot), c.S.At(s.slot)
	a, b := q.frame.slot, s.frame.slot
	switch {
	case a == b:
		return c.Q.HasTwin(q.slot) && c.PairedIn(q.slot, reading.One(s.slot)) && root(a, x) != ""
	case a == bare && b == contrary, a == contrary && b == bare:
		return english.Contraries(x, y)
	}
	return root(a, x) != "" && alike(root(a, x), root(b, y))
}

// root is what a slot's word has of the word that it is formed from: “accept” of
// “unacceptable”; empty where it is not formed so.
func root(f form, w string) string {
	if f == unable && !english.NegativePrefix(w) || len(w) < len("unable") {
		return ""
	}
	if f == unable {
		w = w[len("un"):]
	}
	if f == unable || f == able {
		stem, ok := strings.CutSuffix(w, "ble")
		if !ok {
			return ""
		}
		return stem[:len(stem)-1]
	}
	return w
}

// shortestRoot is how many letters two words of one root share at least.
const shortestRoot = 4

// alike reports whether two roots are one, but for the last letter of either: “forgiv”
// and “forgive”.
func alike(a, b string) bool {
	n := min(len(a), len(b))
	return n >= shortestRoot && max(len(a), len(b)) <= n+1 && a[:n-1] == b[:n-1]
}
