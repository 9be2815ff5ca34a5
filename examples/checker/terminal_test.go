package main

import (
	"bytes"
	"testing"
)

func TestColumns(t *testing.T) {
	for env, want := range map[string]int{"": 0, "0": 0, "-3": 0, "wide": 0, "7": narrowest, "72": 72} {
		t.Setenv("COLUMNS", env)
		if got := columns(&bytes.Buffer{}); got != want {
			t.Errorf("COLUMNS=%q: %d, want %d", env, got, want)
		}
	}
}

// Nothing is shown of progress where nobody looks.
func TestProgressOfNoTerminal(t *testing.T) {
	var b bytes.Buffer
	p := startProgress(&b, "reading", 10*worthwhile)
	p.step()
	p.stop()
	if b.Len() > 0 {
		t.Errorf("wrote %q", b.String())
	}
}
