package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestColumns(t *testing.T) {
	for env, want := range map[string]int{"": 0, "0": 0, "-3": 0, "wide": 0, "7": narrowest, "72": 72} {
		t.Setenv("COLUMNS", env)
		if got := columns(&bytes.Buffer{}); got != want {
			t.Errorf("COLUMNS=%q: %d, want %d", env, got, want)
		}
	}
}

// TestProgressInALog tells a line at intervals where nobody looks, and none before.
func TestProgressInALog(t *testing.T) {
	var b bytes.Buffer
	in := newInputs(streams{err: &b, out: io.Discard}, options{})
	p := in.progress("reading", 10*worthwhile)
	p.step()
	p.stop()
	if b.Len() > 0 {
		t.Errorf("wrote %q", b.String())
	}
	synctest.Test(t, func(t *testing.T) {
		p := in.progress("reading", 3)
		p.step()
		time.Sleep(2*every + every/2)
		p.stop()
		synctest.Wait()
	})
	if got, want := b.String(), strings.Repeat("checker: reading: 1 of 3\n", 2); got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
}

// TestToldOnce: where the answer stands on the terminal that errors are told on, it has
// them; elsewhere both have.
func TestToldOnce(t *testing.T) {
	for _, twice := range []bool{false, true} {
		var b bytes.Buffer
		in := newInputs(streams{err: &b, out: io.Discard}, options{})
		in.twice = twice
		p, known := in.problem(source{name: "a.txt", named: true}, errors.New("a.txt: gone"))
		if !known || p.Error != "a.txt: gone" || twice != (b.Len() == 0) {
			t.Errorf("%v: %+v, told %q", twice, p, &b)
		}
		for _, silent := range []bool{false, true} { // the answer of -q has no notes
			b.Reset()
			in.silent = silent
			in.damage("a.pdf", []string{"page 3 cannot be read"})
			if told := b.String() == "checker: note: a.pdf: page 3 cannot be read\n"; told != (!twice || silent) {
				t.Errorf("%v, silent %v: told %q", twice, silent, &b)
			}
		}
	}
}

func TestHarmless(t *testing.T) {
	const evil = "a\tb\r\n\x1b[31mc\u202ed\xff\n\n"
	if got, want := harmless(evil), "a\tb\n\\x1b[31mc\\u202ed\\xff\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
