package bench

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/aymanbagabas/go-udiff"
	"github.com/aymanbagabas/go-udiff/myers"
	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/quoteprov/quoteprov/align"
)

// twoTexts are n running words, and the same with one in twenty replaced, left out or
// put in; or as many from elsewhere.
func twoTexts(n int, unrelated bool) (old, new []string) {
	words := running()
	for len(words) < 2*n {
		words = slices.Concat(words, words)
	}
	old = words[:n]
	if unrelated {
		return old, words[len(words)-n:]
	}
	rnd := rand.New(rand.NewPCG(1, uint64(n)))
	for _, w := range old {
		other := words[rnd.IntN(len(words))]
		switch rnd.IntN(60) {
		case 0:
			new = append(new, other)
		case 1:
		case 2:
			new = append(new, w, other)
		default:
			new = append(new, w)
		}
	}
	return old, new
}

// asRunes gives each word a rune, as users of go-diff do; surrogates are passed over.
func asRunes(old, new []string) (a, b []rune) {
	ids := map[string]rune{}
	of := func(words []string) []rune {
		out := make([]rune, len(words))
		for i, w := range words {
			id, ok := ids[w]
			if !ok {
				id = rune(len(ids) + 1)
				if id >= 0xD800 {
					id += 0x800
				}
				ids[w] = id
			}
			out[i] = id
		}
		return out
	}
	return of(old), of(new)
}

// timed reports the processor time that f takes; other programs do not add to it.
func timed(b *testing.B, f func()) {
	b.ReportAllocs()
	runtime.GC()
	from := processor()
	for b.Loop() {
		f()
	}
	b.ReportMetric(float64((processor()-from).Nanoseconds())/float64(b.N), "cpu-ns/op")
}

// BenchmarkDiff sets the word diff beside its peers: go-diff on words as runes, which
// takes minutes for long texts that differ throughout, go-udiff on words as lines
// (its own way, which gives up early, and its Myers), and numbering the words alone.
func BenchmarkDiff(b *testing.B) {
	for _, c := range []struct {
		words     int
		unrelated bool
	}{{30, false}, {5_000, false}, {200_000, false}, {20_000, true}, {200_000, true}} {
		old, new := twoTexts(c.words, c.unrelated)
		kind := "edited"
		if c.unrelated {
			kind = "unrelated"
		}
		name := fmt.Sprintf("%d-%s", c.words, kind)
		b.Run(name+"/ours", func(b *testing.B) {
			timed(b, func() {
				align.Diff(old, new)
			})
		})
		b.Run(name+"/numbering", func(b *testing.B) {
			timed(b, func() {
				asRunes(old, new)
			})
		})
		if !c.unrelated && c.words < 100_000 || c.words == 20_000 {
			b.Run(name+"/go-diff", func(b *testing.B) {
				timed(b, func() {
					x, y := asRunes(old, new)
					dmp := diffmatchpatch.New()
					dmp.DiffTimeout = 0
					dmp.DiffMainRunes(x, y, false)
				})
			})
		}
		x, y := strings.Join(old, "\n")+"\n", strings.Join(new, "\n")+"\n"
		b.Run(name+"/go-udiff", func(b *testing.B) {
			timed(b, func() {
				udiff.Lines(x, y)
			})
		})
		if c.words < 10_000 {
			b.Run(name+"/go-udiff-myers", func(b *testing.B) {
				timed(b, func() {
					myers.ComputeEdits(x, y)
				})
			})
		}
	}
}

// BenchmarkDiffGrowth has texts of one kind grow.
func BenchmarkDiffGrowth(b *testing.B) {
	for _, unrelated := range []bool{false, true} {
		for n := 10_000; n <= 1_000_000; n *= 10 {
			old, new := twoTexts(n, unrelated)
			b.Run(fmt.Sprintf("unrelated=%v/%d", unrelated, n), func(b *testing.B) {
				timed(b, func() { align.Diff(old, new) })
			})
		}
	}
}
