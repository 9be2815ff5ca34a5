package align

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// The problem: a report in one language of a speech in another has no word in
// common with it but numbers and names. The naive way translates one of them and
// compares the translation, and then takes the machine's slips for the reporter's.
// Here a model that gives texts of the same meaning the same vector, in whatever
// language, says which sentences to look at, and nothing more: a sentence and its
// negation have nearly the same vector. Cost: a sentence of the transcripts is asked
// for once, in the first search that needs it; a search takes the length of a vector
// for each sentence that it looks through.

// An Embedder gives each text a vector, alike for texts that mean alike; all vectors
// have one length. Package embed has one that asks a server. It must be safe for
// concurrent use.
type Embedder func(ctx context.Context, texts []string) ([][]float32, error)

const (
	batch       = 64   // texts of one call of an embedder
	longestText = 4000 // bytes of a text; of a longer one the beginning is asked for
)

// Meanings finds the sentences of transcripts that mean nearly what a text means, by
// the vectors of an embedder. It is safe for concurrent use. Memory: a byte for each
// number of the vectors.
type Meanings struct {
	embed Embedder
	docs  []*text.Document
	turn  chan struct{} // held by who reads or changes what follows
	of    [][]vector    // by transcript, by sentence; nil for one that was not asked for
	size  int           // numbers in a vector; 0 before the first one
}

// NewMeanings keeps transcripts and an embedder, which is not asked yet.
func NewMeanings(e Embedder, transcripts ...*text.Document) *Meanings {
	turn := make(chan struct{}, 1)
	return &Meanings{embed: e, docs: transcripts, turn: turn, of: make([][]vector, len(transcripts))}
}

// A Near is a sentence of a transcript that may mean what a text means.
type Near struct {
	Transcript int       // its number
	Sentence   text.Span // of the transcript; of an endless one as much as the embedder was asked for
	Likeness   int       // the cosine of both vectors in thousandths, from -1000 to 1000
}

// Nearest lists, for each of the texts, the most sentences of each of the
// transcripts that are likest to it: transcript by transcript as they are numbered in
// among, the likest first, of equal ones the first in the transcript. What the embedder cannot
// do is an error, and so is an answer that is none: another number of vectors than
// of texts, vectors of several lengths, a number that is infinite or none. A vector
// of nothing but zeros is like no other.
func (m *Meanings) Nearest(ctx context.Context, texts []string, among []int, most int) ([][]Near, error) {
	select {
	case m.turn <- struct{}{}:
		defer func() { <-m.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for _, t := range among {
		if err := m.read(ctx, t); err != nil {
			return nil, err
		}
	}
	asked, err := m.vectors(ctx, texts)
	if err != nil {
		return nil, err
	}
	out := make([][]Near, len(texts))
	for i, v := range asked {
		for _, t := range among {
			out[i] = append(out[i], m.likest(v, t, most)...)
		}
	}
	return out, ctx.Err()
}

// read asks for the sentences of a transcript, if nobody has yet.
func (m *Meanings) read(ctx context.Context, transcript int) error {
	if m.of[transcript] != nil {
		return nil
	}
	d := m.docs[transcript]
	texts := make([]string, len(d.Sentences))
	for i, s := range d.Sentences {
		texts[i] = d.Kept(s.Span)
	}
	list, err := m.vectors(ctx, texts)
	if err != nil {
		return fmt.Errorf("%s: %w", d.Name, err)
	}
	m.of[transcript] = list
	return nil
}

// vectors asks for texts, some at a time.
func (m *Meanings) vectors(ctx context.Context, texts []string) ([]vector, error) {
	out, size := make([]vector, 0, len(texts)), m.size
	for some := range slices.Chunk(texts, batch) {
		got, err := m.ask(ctx, some)
		if err == nil {
			size = cmp.Or(size, len(got[0]))
			err = wrong(got, size)
		}
		if err != nil {
			return nil, fmt.Errorf("asking for the meaning of sentences: %w", err)
		}
		for _, x := range got {
			out = append(out, vectorOf(x))
		}
	}
	m.size = size
	return out, nil
}

// ask asks for as many texts as go into one call.
func (m *Meanings) ask(ctx context.Context, texts []string) ([][]float32, error) {
	asked := make([]string, len(texts))
	for i, s := range texts {
		asked[i] = beginning(s)
	}
	got, err := m.embed(ctx, asked)
	if err == nil && len(got) != len(texts) {
		err = fmt.Errorf("%d vectors for %d texts", len(got), len(texts))
	}
	return got, err
}

// wrong is what is wrong with vectors that should have so many numbers each.
func wrong(list [][]float32, size int) error {
	for _, x := range list {
		if len(x) == 0 || len(x) != size {
			return fmt.Errorf("vectors of %d and %d numbers", size, len(x))
		}
		for _, v := range x {
			if v != v || v > math.MaxFloat32 || v < -math.MaxFloat32 {
				return fmt.Errorf("a vector with %v in it", v)
			}
		}
	}
	return nil
}

// beginning is as much of a text as is asked for.
func beginning(s string) string {
	if len(s) <= longestText {
		return s
	}
	n := longestText
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// A vector is one of whole numbers, so that every machine puts vectors into the same
// order: its longestText side is 127.
type vector struct {
	at   []int8
	norm int64 // √Σ at², in thousandths
}

func vectorOf(x []float32) vector {
	most := float32(0)
	for _, v := range x {
		most = max(most, v, -v)
	}
	out := vector{at: make([]int8, len(x))}
	if most == 0 {
		return out
	}
	sum := int64(0)
	for i, v := range x {
		side := int8(math.Round(float64(v) / float64(most) * 127))
		out.at[i] = side
		sum += int64(side) * int64(side)
	}
	out.norm = int64(math.Sqrt(float64(sum) * 1e6)) // both are correctly rounded everywhere
	return out
}

// likeness is the cosine of two vectors in thousandths.
func (v vector) likeness(w vector) int {
	if v.norm == 0 || w.norm == 0 {
		return 0
	}
	dot := int64(0)
	for i := range v.at {
		dot += int64(v.at[i]) * int64(w.at[i])
	}
	return int(min(1000, max(-1000, dot*1e6/v.norm*1000/w.norm)))
}

// sentence is a sentence of a transcript, or its beginning.
func (m *Meanings) sentence(transcript, i int) text.Span {
	d := m.docs[transcript]
	s := d.Sentences[i].Span
	return text.Span{Start: s.Start, End: s.Start + len(beginning(d.Read(s)))}
}

// likest are the sentences of a transcript that are likest to a vector.
func (m *Meanings) likest(v vector, transcript, most int) []Near {
	var out []Near
	for i, w := range m.of[transcript] {
		n := Near{transcript, m.sentence(transcript, i), v.likeness(w)}
		if n.Likeness <= 0 || len(out) == most && n.Likeness <= out[most-1].Likeness {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, n, func(a, b Near) int {
			return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), -1) // behind those that are as like
		})
		out = slices.Insert(out, at, n)
		out = out[:min(most, len(out))]
	}
	return out
}
