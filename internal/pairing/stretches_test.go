package pairing

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// TestStretches: a long quote is compared in stretches of some size that make it up,
// whether its sentences end or not; a short one as it is.
func TestStretches(t *testing.T) {
	sentence, endless := "We will keep the ferry of town %d open. ", "and we will keep the ferry of town %d open "
	for _, c := range []struct {
		unit        string
		units, want int
		most        int // words of a stretch
	}{
		{sentence, 20, 1, 180}, {sentence, 200, 17, 110}, {endless, 200, 10, 220},
	} {
		var b strings.Builder
		for i := range c.units {
			fmt.Fprintf(&b, c.unit, i)
		}
		d := normalize.Text("t.txt", []byte(b.String()))
		whole := d.SpanOf(text.Range{End: len(d.Words)})
		m := align.Match{Spans: []text.Span{whole}}
		for i := range d.Words {
			m.Pairs = append(m.Pairs, align.Pair{Quote: i, Source: i, Why: align.Same})
		}
		parts := Tie(d, []text.Span{whole}, &Concordance{Doc: d}, nil, m).Stretches(100)
		if len(parts) != c.want {
			t.Errorf("%.10q, %d times: %d stretches, want %d", c.unit, c.units, len(parts), c.want)
		}
		next := 0
		for _, p := range parts {
			if len(p.Q.Tokens) > c.most || p.Q.Tokens[0].Word != next || len(p.Match.Pairs) != len(p.Q.Tokens) {
				t.Errorf("%.10q: a stretch of %d words, of which %d are tied, from word %d, want %d",
					c.unit, len(p.Q.Tokens), len(p.Match.Pairs), p.Q.Tokens[0].Word, next)
			}
			next = p.Q.Tokens[len(p.Q.Tokens)-1].Word + 1
		}
		if next != len(d.Words) {
			t.Errorf("%.10q: the stretches end at word %d of %d", c.unit, next, len(d.Words))
		}
	}
}

// TestExpect: a word is expected beside the nearest one at home, the one before it first.
func TestExpect(t *testing.T) {
	s := &Side{}
	s.settle([]int{-1, 10, -1, -1, -1, 20, -1})
	for i, want := range map[int]int{-1: 8, 0: 9, 1: 10, 2: 11, 3: 12, 4: 19, 5: 20, 6: 21, 7: 22} {
		if got := s.Expect(i); got != want {
			t.Errorf("word %d at %d, want %d", i, got, want)
		}
	}
	s.settle([]int{-1})
	if got := s.Expect(3); got != 3 {
		t.Errorf("nothing at home: %d", got)
	}
}
