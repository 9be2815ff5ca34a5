package align

import "slices"

// groupSize is how many letters a group has.
const groupSize = 4

// lettersIn appends the letter groups of a word, its edges marked, each as a
// number. A word of three letters gives two groups.
func lettersIn(dst []uint32, word string) []uint32 {
	var g uint32
	n := 0
	push := func(c byte) {
		g = g<<8 | uint32(c)
		if n++; n >= groupSize {
			dst = append(dst, g)
		}
	}
	push('^')
	for i := range len(word) {
		push(word[i])
	}
	push('$')
	return dst
}

// gramShare is the share of a form's letter groups that the quote's words
// have, in hundredths.
func (s *search) gramShare(form uint32) int32 {
	if v, ok := s.gramShares[form]; ok {
		return v
	}
	if s.grams == nil {
		for _, t := range s.tokens {
			s.grams = lettersIn(s.grams, s.q.words.Form(t.form).Text)
		}
		slices.Sort(s.grams)
		s.grams = slices.Compact(s.grams)
	}
	own := lettersIn(nil, s.q.words.Form(form).Text)
	n := 0
	for _, g := range own {
		if _, ok := slices.BinarySearch(s.grams, g); ok {
			n++
		}
	}
	v := int32(n * 100 / max(1, len(own)))
	s.gramShares[form] = v
	return v
}

// gramsOf is the share of the sentences' weight that stands in letter groups
// of the quote, in thousandths.
func (s *search) gramsOf(src *source) int32 {
	var have, all int64
	for _, p := range src.pieces {
		for _, t := range p.tokens {
			have += int64(t.weight) * int64(s.gramShare(t.form))
			all += int64(t.weight) * 100
		}
	}
	return share(have, all)
}

// cosineOf is the cosine of quote and sentences by the words they have in
// common, each by its rarity in the transcripts, in thousandths.
func (s *search) cosineOf(src *source) int32 {
	var dot, norm int64
	for _, p := range src.pieces {
		for _, t := range p.links {
			if t.why == Same || t.why == Stem || t.why == Number {
				w := s.rarity(p.tokens[t.s].form)
				dot += w * w
			}
		}
		for _, t := range p.tokens {
			w := s.rarity(t.form)
			norm += w * w
		}
	}
	root := isqrt(norm/64) * isqrt(s.norm/64)
	return share(dot/64, root)
}

// rarity is the idf of a form in the transcripts, in 1/64 bit.
func (s *search) rarity(form uint32) int64 {
	return int64(s.ix.weight(s.q, s.q.stem(form)) * 64)
}
