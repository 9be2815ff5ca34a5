package align

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestListing holds the sentences listed for each stem to those that have it.
func TestListing(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for i := range 3000 { // w1 stands everywhere, those with high numbers more than 128 and 16,384 sentences apart
		fmt.Fprintf(&b, "Word1 and word%d and word%d again. ", rnd.IntN(2000), i)
	}
	ix := NewIndex(normalize.Text("a", []byte(b.String())), normalize.Text("b", []byte("Word1. Word9. Word2999.")))
	want := map[uint32][]int{}
	for s := range len(ix.sentences) - 1 {
		lo, hi := ix.tokensOf(s)
		for t := lo; t < hi; t++ {
			if st := ix.stemOf(t); !slices.Contains(want[st], s) {
				want[st] = append(want[st], s)
			}
		}
	}
	acc := &accumulator{}
	for st, sentences := range want {
		acc.reset(len(ix.norms))
		acc.gather(ix.listing.of(st), 2)
		var got []int
		for _, p := range acc.all(ix.norms) {
			got = append(got, p.sentence)
			if acc.scores[p.sentence] != 2 {
				t.Errorf("%s: sentence %d has score %v", ix.words.Stem(st), p.sentence, acc.scores[p.sentence])
			}
		}
		if !slices.Equal(got, sentences) {
			t.Errorf("%s: sentences %v, want %v", ix.words.Stem(st), got, sentences)
		}
	}
	if acc.gather(ix.listing.of(uint32(ix.words.Stems())), 1); len(want) < 2000 {
		t.Errorf("%d stems", len(want))
	}
}
