package align

import "slices"

// letters is how many letters a group has.
const letters = 4

// lettersIn appends the groups of four letters of a word, its edges marked,
// each as a number. A word of three letters gives two groups.
func lettersIn(dst []uint32, word string) []uint32 {
	g, n := uint32('^'), 1
	for i := range len(word) + 1 {
		c := byte('$')
		if i < len(word) {
			c = word[i]
		}
		g = g<<8 | uint32(c)
		if n++; n >= letters {
			dst = append(dst, g)
		}
	}
	return dst
}

// A sketch tells of most numbers that are not in a set that they are not: a bit for each
// of 4,096 hashes.
type sketch [64]uint64

func (k *sketch) add(n uint32) { h := n * 0x9E3779B1 >> 20; k[h>>6] |= 1 << (h & 63) }

func (k *sketch) has(n uint32) bool { h := n * 0x9E3779B1 >> 20; return k[h>>6]>>(h&63)&1 > 0 }

// letter is letterShare of a form, worked out once.
func (s *search) letter(form uint32) int32 {
	r := s.compared(form)
	if r.letter < 0 {
		r.letter = s.letterShare(s.q.words.Form(form).Text)
	}
	return r.letter
}

// letterShare is the share of a word's letter groups that the quote's words
// have, in hundredths.
func (s *search) letterShare(word string) int32 {
	if s.letters == nil {
		for _, t := range s.tokens {
			s.letters = lettersIn(s.letters, s.q.words.Form(t.form).Text)
		}
		slices.Sort(s.letters)
		s.letters = slices.Compact(s.letters)
		for _, g := range s.letters {
			s.maybe.add(g)
		}
	}
	var room [32]uint32
	own := lettersIn(room[:0], word)
	n := 0
	for _, g := range own {
		if s.maybe.has(g) {
			if _, ok := slices.BinarySearch(s.letters, g); ok {
				n++
			}
		}
	}
	return int32(n * 100 / max(1, len(own)))
}

// lettersOf is the share of the sentences' weight that stands in letter groups
// of the quote, in thousandths.
func (s *search) lettersOf(src *source) int32 {
	var have, all int64
	for i := range src.pieces {
		for _, t := range src.pieces[i].tokens {
			have += int64(t.weight) * int64(s.letter(t.form))
			all += int64(t.weight) * 100
		}
	}
	return share(have, all)
}

// cosineOf is the cosine of quote and sentences by the words they have in
// common, each by its rarity in the transcript, in thousandths.
func (s *search) cosineOf(src *source) int32 {
	var dot, norm int64
	for i := range src.pieces {
		p := &src.pieces[i]
		for _, l := range p.links {
			if l.why == Same || l.why == Stem || l.why == Number {
				w := int64(s.ix.in(src.doc, s.q, s.ix.stem[p.tokens[l.s].form]))
				dot += w * w
			}
		}
		for n := p.from; n < p.to; n++ {
			norm += int64(s.ix.weights[n])
		}
	}
	return share(dot/64, isqrt(norm/64)*isqrt(s.normIn(src.doc)/64))
}

// normIn is Σ rarity² of the quote's words in a transcript.
func (s *search) normIn(doc int) int64 {
	if n, ok := s.norms[doc]; ok {
		return n
	}
	var n int64
	for _, f := range s.forms {
		w := int64(s.ix.in(doc, s.q, f.StemID))
		n += w * w
	}
	s.norms[doc] = n
	return n
}
