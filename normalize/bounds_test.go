package normalize

import (
	"strings"
	"testing"
)

// TestBounds holds the tables to the lengths beyond which nothing is looked up.
func TestBounds(t *testing.T) {
	for s := range openings.All() {
		if len(s) >= longestOpening {
			t.Errorf("%q has %d bytes", s, len(s))
		}
	}
	for _, s := range compounds.Words() {
		if len(s) > longestCompound {
			t.Errorf("%q has %d bytes", s, len(s))
		}
	}
	for w := range common().of {
		if !common().has(w) {
			t.Errorf("%q has %d bytes", w, len(w))
		}
	}
	for _, w := range legalWords.Words() {
		if !legalLengths().may(w) || !legalLengths().may(strings.ToUpper(w)) {
			t.Errorf("%q is not looked up", w)
		}
	}
}
