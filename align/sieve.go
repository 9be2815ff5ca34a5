package align

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"sort"
	"sync/atomic"
)

// Which of a million transcripts may a quote have come from? To have all of them in an
// Index takes twice their bytes in memory and a second for every thirty megabytes. A
// Sieve is what an Index knows of the sentences that each stem is in, as bytes that
// are used as they lie, in a file that is mapped into memory: a third of a byte for a
// byte of text. It gives the transcripts that Find would look at; an Index of those
// alone then finds what one of all would find.
//
// The bytes are, in little endian: the head, the norms of the sentences, the lists of the
// stems. The head is its own sum, three counts (stems, sentences, transcripts), the ends
// of the stems' texts, how many tokens have each stem, where its list begins and the sum
// of it, the first sentence of each transcript, and the end, the sum of the norms, and
// the texts, in their order. So the head is looked at when a sieve is read, a list when
// it is used: of a file that is mapped into memory hardly more is read than a quote needs.
// The sums are right in what somebody wrote to do harm, too, so no place in it is trusted.

// ErrDamaged says that the bytes of a sieve are not as they were made.
var ErrDamaged = errors.New("damaged")

// A Sieve tells which of the transcripts of an Index a quote may have come from.
type Sieve struct {
	name                             string
	stems, sentences, documents      int
	ends, counts, first, sums, lines []byte // of four bytes each
	texts, norms, lists              []byte
	normSum                          int
	normSound                        atomic.Bool   // the norms are as they were made
	sound                            []atomic.Bool // by stem: its list is
}

// sums are those of the parts of a sieve.
var sums = crc32.MakeTable(crc32.Castagnoli)

func sumOf(b []byte) uint32 { return crc32.Checksum(b, sums) }

// Sieve is that of the index, as bytes for [ReadSieve].
func (ix *Index) Sieve() []byte {
	order := make([]uint32, len(ix.bits))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(ix.words.Stem(a), ix.words.Stem(b)) })
	var ends, counts, first, sums, lines, texts, norms, lists []byte
	put := binary.LittleEndian.AppendUint32
	for _, st := range order {
		list := ix.listing.of(st)
		texts = append(texts, ix.words.Stem(st)...)
		ends, counts = put(ends, uint32(len(texts))), put(counts, uint32(ix.count(st)))
		first, sums = put(first, uint32(len(lists))), put(sums, sumOf(list))
		lists = append(lists, list...)
	}
	first = put(first, uint32(len(lists)))
	for _, n := range ix.lines {
		lines = put(lines, n)
	}
	for _, n := range ix.norms {
		norms = put(norms, math.Float32bits(n))
	}
	head := put(put(put(nil, uint32(len(order))), uint32(len(ix.norms))), uint32(len(ix.docs)))
	head = slices.Concat(head, ends, counts, first, sums, lines, put(nil, sumOf(norms)), texts)
	return slices.Concat(put(nil, sumOf(head)), head, norms, lists)
}

// ReadSieve takes the bytes of one, which must stay as they are. It is an error where
// they cannot be those of a Sieve; of the lists and norms that is told when they are used.
// The name, of a file, stands in the errors.
func ReadSieve(name string, b []byte) (*Sieve, error) {
	wrong := fmt.Errorf("%s: sieve: %w", name, ErrDamaged)
	if len(b) < 16 {
		return nil, wrong
	}
	s := &Sieve{name: name, stems: word(b, 1), sentences: word(b, 2), documents: word(b, 3)}
	sum, head, b := uint32(word(b, 0)), b[4:], b[16:]
	var norm []byte
	for _, part := range []struct {
		to *[]byte
		n  int
	}{
		{&s.ends, s.stems}, {&s.counts, s.stems}, {&s.first, s.stems + 1}, {&s.sums, s.stems},
		{&s.lines, s.documents + 1}, {&norm, 1},
	} {
		if part.n < 0 || part.n > len(b)/4 {
			return nil, wrong
		}
		*part.to, b = b[:4*part.n:4*part.n], b[4*part.n:]
	}
	n := 0
	if s.stems > 0 {
		n = word(s.ends, s.stems-1)
	}
	switch end := len(head) - len(b) + n; {
	case n < 0 || len(b) < n || sumOf(head[:end]) != sum, word(s.lines, s.documents) != s.sentences,
		word(s.lines, 0) != 0,
		len(b)-n != 4*s.sentences+word(s.first, s.stems):
		return nil, wrong
	}
	s.texts, s.norms, s.lists = b[:n:n], b[n:n+4*s.sentences], b[n+4*s.sentences:]
	s.sound = make([]atomic.Bool, s.stems)
	s.normSum = word(norm, 0)
	return s, nil
}

// damage is the error of bytes that have not the sum that they had.
func (s *Sieve) damage(b []byte, sum int) error {
	if sumOf(b) != uint32(sum) {
		return s.damaged()
	}
	return nil
}

// normed looks whether the norms are as they were made, until they are.
func (s *Sieve) normed() error {
	if s.normSound.Load() {
		return nil
	}
	err := s.damage(s.norms, s.normSum)
	s.normSound.Store(err == nil)
	return err
}

func (s *Sieve) damaged() error { return fmt.Errorf("%s: sieve: %w", s.name, ErrDamaged) }

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
	from, to := 0, word(s.ends, stem)
	if stem > 0 {
		from = word(s.ends, stem-1)
	}
	return s.texts[min(from, to, len(s.texts)):min(to, len(s.texts))] // whoever wrote the bytes
}

// list is the sentences of a stem. Its sum is looked at once.
func (s *Sieve) list(stem int) ([]byte, error) {
	from, to := word(s.first, stem), word(s.first, stem+1)
	if from > to || to > len(s.lists) {
		return nil, s.damaged()
	}
	list := s.lists[from:to]
	if s.sound[stem].Load() {
		return list, nil
	}
	err := s.damage(list, word(s.sums, stem))
	s.sound[stem].Store(err == nil)
	return list, err
}

// fraction is the i-th of a row of fractions of four bytes each.
func fraction(b []byte, i int) float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
}
