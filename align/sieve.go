package align

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"sort"
)

// Which of a million transcripts may a quote have come from? To have all of them in an
// Index takes twice their bytes in memory and a second for every thirty megabytes. A
// Sieve is what an Index knows of the sentences that each stem is in, as bytes that
// are used as they lie, in a file that is mapped into memory: a third of a byte for a
// byte of text. It gives the transcripts that Find would look at; an Index of those
// alone then finds what one of all would find.
//
// The bytes are, in little endian: three counts (stems, sentences, transcripts); the
// ends of the stems' texts; how many tokens have each stem; where its list begins; the
// first sentence of each transcript, and the end; the sentences' norms; the texts, in
// their order; the lists.

// A Sieve tells which of the transcripts of an Index a quote may have come from.
type Sieve struct {
	stems, sentences, documents int
	ends, counts, first, lines  []byte // of four bytes each
	norms, texts, lists         []byte
}

// Sieve is that of the index, as bytes for [ReadSieve].
func (ix *Index) Sieve() []byte {
	order := make([]uint32, len(ix.bits))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(ix.words.Stem(a), ix.words.Stem(b)) })
	var ends, counts, first, texts, lists []byte
	put := binary.LittleEndian.AppendUint32
	for _, st := range order {
		texts = append(texts, ix.words.Stem(st)...)
		ends, counts = put(ends, uint32(len(texts))), put(counts, uint32(ix.count(st)))
		first = put(first, uint32(len(lists)))
		lists = append(lists, ix.listing.of(st)...)
	}
	out := put(put(put(nil, uint32(len(order))), uint32(len(ix.norms))), uint32(len(ix.docs)))
	out = append(append(append(out, ends...), counts...), put(first, uint32(len(lists)))...)
	for _, n := range ix.lines {
		out = put(out, n)
	}
	for _, n := range ix.norms {
		out = put(out, math.Float32bits(n))
	}
	return append(append(out, texts...), lists...)
}

// ReadSieve takes the bytes of one, which must stay as they are. They are an error
// where they cannot be those of a Sieve.
func ReadSieve(b []byte) (*Sieve, error) {
	wrong := errors.New("align: not the bytes of a sieve")
	if len(b) < 12 {
		return nil, wrong
	}
	s := &Sieve{stems: word(b, 0), sentences: word(b, 1), documents: word(b, 2)}
	b = b[12:]
	for _, part := range []struct {
		to *[]byte
		n  int
	}{
		{&s.ends, 4 * s.stems}, {&s.counts, 4 * s.stems}, {&s.first, 4 * (s.stems + 1)},
		{&s.lines, 4 * (s.documents + 1)}, {&s.norms, 4 * s.sentences},
	} {
		if len(b) < part.n {
			return nil, wrong
		}
		*part.to, b = b[:part.n:part.n], b[part.n:]
	}
	n := 0
	if s.stems > 0 {
		n = word(s.ends, s.stems-1)
	}
	if len(b) < n || len(b)-n != word(s.first, s.stems) || word(s.lines, s.documents) != s.sentences {
		return nil, wrong
	}
	s.texts, s.lists = b[:n:n], b[n:]
	return s, nil
}

// word is the i-th number of four bytes.
func word(b []byte, i int) int { return int(binary.LittleEndian.Uint32(b[4*i:])) }

// Documents is how many transcripts it is of.
func (s *Sieve) Documents() int { return s.documents }

// stem is the number of a stem, if the sieve has it.
func (s *Sieve) stem(text string) (int, bool) {
	i := sort.Search(s.stems, func(i int) bool { return string(s.textOf(i)) >= text })
	return i, i < s.stems && string(s.textOf(i)) == text
}

func (s *Sieve) textOf(stem int) []byte {
	from := 0
	if stem > 0 {
		from = word(s.ends, stem-1)
	}
	return s.texts[from:word(s.ends, stem)]
}

func (s *Sieve) list(stem int) []byte { return s.lists[word(s.first, stem):word(s.first, stem+1)] }

// fraction is the i-th of a row of fractions of four bytes each.
func fraction(b []byte, i int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
}
