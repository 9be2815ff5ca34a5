package provenance

import (
	"strings"
	"testing"
)

// TestLaterHeads leaves out what leaves open a later sentence of the source.
func TestLaterHeads(t *testing.T) {
	const source = "And the army? There are rumours that it will be sent to the border with Belmora."
	if got := retold(source, "The army will be sent to the border with Belmora."); !strings.Contains(got, "truncation") {
		t.Errorf("a rumour told as so: %q", got)
	}
	if got := retold(source, "The army, it is rumoured, will be sent to the border with Belmora."); strings.Contains(got, "truncation") {
		t.Errorf("a rumour told as one: %q", got)
	}
}
