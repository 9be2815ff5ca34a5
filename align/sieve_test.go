package align

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
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
		for _, p := range pick(t, parts, q) {
			got = append(got, first[p.Sieve]+p.Document)
		}
		for _, p := range pick(t, []*Sieve{readSieve(t, docs)}, q) {
			whole = append(whole, p.Document)
		}
		if !slices.Equal(got, whole) {
			t.Errorf("%s: %v in parts, %v in one", quote, got, whole)
		}
		if asked := inquired(t, parts, q); !slices.Equal(asked, pick(t, parts, q)) {
			t.Errorf("%s: %v by an inquiry", quote, asked)
		}
		for _, m := range ix.Find(q) {
			if !slices.Contains(got, m.Transcript) {
				t.Errorf("%s: a place in %d, picked were %v", quote, m.Transcript, got)
			}
		}
	}
}

func pick(t *testing.T, sieves []*Sieve, q Query) []Picked {
	t.Helper()
	out, err := Pick(sieves, q)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inquired is what is picked where the sieves lie on different machines, the last one
// answers first, and one answers twice.
func inquired(t *testing.T, sieves []*Sieve, q Query) []Picked {
	t.Helper()
	in := Ask(q)
	stems := in.Stems()
	in.Counts = make([]int, len(stems))
	for _, s := range sieves {
		for i, n := range s.Counts(stems) {
			in.Counts[i] += n
		}
	}
	picked := map[Picked]bool{}
	merged := make([]Shortlist, len(in.Runs))
	for k := range slices.Backward(sieves) {
		for range 1 + k%2 {
			lists, err := sieves[k].Shortlists(in, k)
			if err != nil {
				t.Fatal(err)
			}
			for i, list := range lists {
				merged[i] = list.Merge(merged[i])
			}
		}
	}
	for _, list := range merged {
		for _, p := range list.Picked() {
			picked[p] = true
		}
	}
	return pickedOf(picked)
}

// TestMergeInAnyOrder holds the merging of shortlists to its laws.
func TestMergeInAnyOrder(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		lists := make([]Shortlist, 5)
		for k := range lists {
			var near, worded []Scored
			for d := range rnd.IntN(60) {
				near = append(near, Scored{k, d, float32(rnd.IntN(40))})
				worded = append(worded, Scored{k, d, float32(rnd.IntN(9))})
			}
			lists[k] = Shortlist{Near: near}.Merge(Shortlist{Worded: worded})
		}
		a, b, c, d, e := lists[0], lists[1], lists[2], lists[3], lists[4]
		one := a.Merge(b).Merge(c).Merge(d).Merge(e)
		for _, other := range []Shortlist{
			e.Merge(d).Merge(c).Merge(b).Merge(a), a.Merge(c).Merge(e.Merge(b.Merge(d))), one.Merge(c).Merge(one),
		} {
			if !slices.Equal(one.Near, other.Near) || !slices.Equal(one.Worded, other.Worded) {
				t.Fatalf("%v\nand in another order\n%v", one, other)
			}
		}
	}
}

// TestHostileSieve writes other numbers into a sieve, with the right sums: it cannot be
// read, or what is picked is some of its transcripts.
func TestHostileSieve(t *testing.T) {
	good := NewIndex(speechesOf(3)...).Sieve()
	q := ask("the harbour of town2 stays open for every fisherman of bay1, and nobody voted")
	s, err := ReadSieve("s", good)
	if err != nil {
		t.Fatal(err)
	}
	put := binary.LittleEndian.PutUint32
	norms, lists := len(good)-len(s.lists)-len(s.norms), len(good)-len(s.lists)
	head := norms // the head ends where the norms begin
	refused := 0
	try := func(bad []byte) {
		stems, documents := s.stems, s.documents
		sums := 16 + 4*(3*stems+1)
		for i := range stems { // of each list, where the head leads to one
			from, to := binary.LittleEndian.Uint32(bad[16+8*stems+4*i:]), binary.LittleEndian.Uint32(bad[20+8*stems+4*i:])
			if from <= to && int(to) <= len(s.lists) {
				put(bad[sums+4*i:], sumOf(bad[lists:][from:to]))
			}
		}
		put(bad[sums+4*stems+4*(documents+1):], sumOf(bad[norms:lists]))
		put(bad, sumOf(bad[4:head]))
		s, err := ReadSieve("s", bad)
		var got []Picked
		if err == nil {
			got, err = Pick([]*Sieve{s}, q)
		}
		if err != nil {
			refused++
		}
		for _, p := range got {
			if p.Document < 0 || p.Document >= documents {
				t.Errorf("picked %v", p)
			}
		}
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	for i := 4; i < len(good); i++ {
		bad := slices.Clone(good)
		bad[i] = byte(rnd.IntN(256))
		try(bad)
		if i%4 == 0 && i+4 <= lists {
			for _, n := range []uint32{0, 1, 1 << 20, 1<<32 - 1, uint32(len(s.lists)), uint32(s.sentences)} {
				bad := slices.Clone(good)
				put(bad[i:], n)
				try(bad)
			}
		}
	}
	if refused == 0 {
		t.Error("none is refused")
	}
}

func readSieve(t *testing.T, docs []*text.Document) *Sieve {
	t.Helper()
	s, err := ReadSieve("s", NewIndex(docs...).Sieve())
	if err != nil || s.Documents() != len(docs) {
		t.Fatal(err)
	}
	return s
}

func TestReadSieveCutShort(t *testing.T) {
	b := NewIndex(speechesOf(2)...).Sieve()
	for n := range b {
		if _, err := ReadSieve("s", b[:n]); err == nil {
			t.Errorf("%d of %d bytes are no error", n, len(b))
		}
	}
	if got := pick(t, nil, ask("anything")); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// TestDamagedSieve changes each byte of a sieve: it cannot be read, or whatever is picked
// is what was picked before, or the damage is told.
func TestDamagedSieve(t *testing.T) {
	good := NewIndex(speechesOf(3)...).Sieve()
	q := ask("the harbour of town2 stays open for every fisherman of bay1, and nobody voted")
	s, err := ReadSieve("s", good)
	if err != nil {
		t.Fatal(err)
	}
	want := pick(t, []*Sieve{s}, q)
	told := 0
	for i := range good {
		bad := slices.Clone(good)
		bad[i] ^= 0x10
		s, err := ReadSieve("s", bad)
		var got []Picked
		if err == nil {
			got, err = Pick([]*Sieve{s}, q)
		}
		switch {
		case err != nil:
			told++
		case !slices.Equal(got, want):
			t.Errorf("byte %d changed: %v in place of %v", i, got, want)
		}
	}
	if told < len(good)/2 {
		t.Errorf("of %d bytes %d are missed", len(good), told)
	}
}
