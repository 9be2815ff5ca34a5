package align

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/quoteprov/quoteprov/text"
)

// An Embedder gives each text a vector, alike for texts that mean alike. All
// have the same length. Package embed has one that asks a server.
//
// Vectors bring in candidates that have no word in common with the quote, and
// do nothing else: a sentence and its negation have nearly the same one, so no
// score and no verdict rests on them.
type Embedder func(ctx context.Context, texts []string) ([][]float32, error)

// batch is how many sentences are embedded at a time.
const batch = 64

// vectors are those of the sentences of an index, in eighths of bytes: integers
// give the same order on every machine.
type vectors struct {
	embed Embedder
	of    [][]int8 // by sentence
}

// WithEmbedder is the index with further candidates by the embedder, which is
// asked for every sentence now and for every quote in Find; where it fails then,
// there are no further candidates. Memory: a byte for every number.
func (ix *Index) WithEmbedder(ctx context.Context, e Embedder) (*Index, error) {
	v := &vectors{embed: e}
	n := len(ix.sentences) - 1
	for lo := 0; lo < n; lo += batch {
		var texts []string
		for s := lo; s < min(n, lo+batch); s++ {
			texts = append(texts, ix.textOf(ix.span(ix.tokensOf(s)), ix.doc(ix.sentences[s])))
		}
		got, err := e(ctx, texts)
		if err == nil && len(got) != len(texts) {
			err = fmt.Errorf("%d vectors for %d texts", len(got), len(texts))
		}
		if err != nil {
			return nil, fmt.Errorf("align: embedding the transcripts: %w", err)
		}
		for _, x := range got {
			v.of = append(v.of, unit(x))
		}
	}
	with := *ix
	with.vectors = v
	return &with, nil
}

func (ix *Index) textOf(s text.Span, doc int) string { return ix.docs[doc].Kept(s) }

// unit is a vector of length 127, in whole numbers.
func unit(x []float32) []int8 {
	var sum float64
	for _, v := range x {
		sum += float64(v * v)
	}
	root := math.Sqrt(sum)
	out := make([]int8, len(x))
	for i, v := range x {
		if root > 0 {
			out[i] = int8(math.Round(float64(v) / root * 127))
		}
	}
	return out
}

// nearest are the n sentences whose vectors are nearest to that of the quote,
// the nearest first.
func (ix *Index) nearest(quote string, n int) []int {
	if ix.vectors == nil {
		return nil
	}
	got, err := ix.vectors.embed(context.Background(), []string{quote})
	if err != nil || len(got) != 1 {
		return nil
	}
	q := unit(got[0])
	type near struct{ sentence, dot int }
	var list []near
	for s, v := range ix.vectors.of {
		if len(v) != len(q) {
			continue
		}
		dot := 0
		for i := range v {
			dot += int(v[i]) * int(q[i])
		}
		list = append(list, near{s, dot})
	}
	slices.SortFunc(list, func(a, b near) int {
		return cmp.Or(cmp.Compare(b.dot, a.dot), cmp.Compare(a.sentence, b.sentence))
	})
	var out []int
	for _, x := range list[:min(n, len(list))] {
		out = append(out, x.sentence)
	}
	return out
}
