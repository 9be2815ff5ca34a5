package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// speechesOf are n speeches, of which each has sentences of its own and some of others.
func speechesOf(n int) (docs []*text.Document) {
	for i := range n {
		docs = append(docs, normalize.Text(fmt.Sprint(i), fmt.Appendf(nil,
			"The harbour of town%d stays open. Nobody of ward%d voted for pier%d, and the council of island%d has no answer. %s",
			i, i%7, i, i%3, strings.Repeat(fmt.Sprintf("We thank every fisherman of bay%d for coming. ", i%5), i%4))))
	}
	return docs
}

// TestPick holds the transcripts that are picked to those that Find gives places in, of
// one sieve and of several of the same speeches.
func TestPick(t *testing.T) {
	docs := speechesOf(40)
	ix := NewIndex(docs...)
	parts := []*Sieve{readSieve(t, docs[:10]), readSieve(t, docs[10:13]), readSieve(t, docs[13:])}
	first := []int{0, 10, 13}
	for _, quote := range []string{
		"the harbour of town31 will stay open", "nobody of ward3 voted for the pier5", "for coming",
		"We thank all the fishermen of bay2, and the council of island1 has no answer at all", "zebras", "the of and",
	} {
		q := ask(quote)
		var got, whole []int
		for _, p := range Pick(parts, q) {
			got = append(got, first[p.Sieve]+p.Document)
		}
		for _, p := range Pick([]*Sieve{readSieve(t, docs)}, q) {
			whole = append(whole, p.Document)
		}
		if !slices.Equal(got, whole) {
			t.Errorf("%s: %v in parts, %v in one", quote, got, whole)
		}
		for _, m := range ix.Find(q) {
			if !slices.Contains(got, m.Transcript) {
				t.Errorf("%s: a place in %d, picked were %v", quote, m.Transcript, got)
			}
		}
	}
}

func readSieve(t *testing.T, docs []*text.Document) *Sieve {
	t.Helper()
	s, err := ReadSieve(NewIndex(docs...).Sieve())
	if err != nil || s.Documents() != len(docs) {
		t.Fatal(err)
	}
	return s
}

func TestReadSieveCutShort(t *testing.T) {
	b := NewIndex(speechesOf(2)...).Sieve()
	for n := range b {
		if _, err := ReadSieve(b[:n]); err == nil {
			t.Errorf("%d of %d bytes are no error", n, len(b))
		}
	}
	if got := Pick(nil, ask("anything")); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}
