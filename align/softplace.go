package align

// trim sets the window of a piece: the run of its words for which the product
// of both coverages is greatest.
func (s *search) trim(p *piece) {
	n := len(p.tokens)
	all := make([]int64, n+1)    // prefix sums: weight of the words,
	quote := make([]int64, n+1)  // of the quote's words linked to them,
	source := make([]int64, n+1) // and their own where linked
	linked := make([]bool, n)
	for _, t := range p.links {
		if t.like > 0 {
			quote[t.s+1] = int64(s.tokens[t.q].weight) * int64(t.like)
			source[t.s+1] = int64(p.tokens[t.s].weight) * int64(t.like)
			linked[t.s] = true
		}
	}
	for j := range n {
		all[j+1] = all[j] + int64(p.tokens[j].weight)*100
		quote[j+1] += quote[j]
		source[j+1] += source[j]
	}
	best := -1.0
	p.lo, p.hi = 0, 0
	for lo := range n {
		for hi := lo; linked[lo] && hi < n; hi++ {
			if !linked[hi] {
				continue
			}
			f := float64(quote[hi+1]-quote[lo]) * float64(source[hi+1]-source[lo]) / float64(all[hi+1]-all[lo]+100*64*trimPrior)
			if f > best {
				best, p.lo, p.hi = f, lo, hi+1
			}
		}
	}
}

const trimPrior = 4 // bits

// grow adds sentences nearby that hold what else the quote says.
func (s *search) grow(src source) (source, bool) {
	g := source{doc: src.doc, seed: src.seed, rank: src.rank, pieces: src.pieces[:1:1]}
	for len(g.pieces) < 3 {
		p, ok := s.complement(&g)
		if !ok {
			break
		}
		g.pieces = append(g.pieces, p)
	}
	if len(g.pieces) == 1 {
		return src, false
	}
	s.weigh(&g)
	return g, true
}

// complement is the sentence nearby that holds most of what the pieces do not,
// if any holds enough of it.
func (s *search) complement(src *source) (best piece, ok bool) {
	taken := make([]bool, len(s.tokens))
	var have, most int64
	for _, p := range src.pieces {
		for _, t := range p.links {
			have += int64(s.tokens[t.q].weight) * int64(t.like)
			taken[t.q] = true
		}
	}
	if have*100 > s.total*80 {
		return best, false
	}
	for n := max(0, src.seed-3); n <= src.seed+3 && n < len(s.ix.sentences)-1; n++ {
		if src.has(n) || s.ix.doc(s.ix.sentences[n]) != src.doc {
			continue
		}
		p := s.read(n)
		s.pair(&p, taken)
		quote, source, all := s.covers(&p)
		if quote*100 >= s.total*18 && source*100 >= all*40 && quote > most {
			best, most, ok = p, quote, true
		}
	}
	return best, ok
}

// covers is the weight of the quote that a piece's window answers, of the
// window that does, and of the whole window, in hundredths.
func (s *search) covers(p *piece) (quote, source, all int64) {
	for _, t := range p.links {
		if int(t.s) >= p.lo && int(t.s) < p.hi {
			quote += int64(s.tokens[t.q].weight) * int64(t.like)
			source += int64(p.tokens[t.s].weight) * int64(t.like)
		}
	}
	for _, t := range p.tokens[p.lo:p.hi] {
		all += int64(t.weight) * 100
	}
	return quote, source, all
}

func (src *source) has(sentence int) bool {
	for _, p := range src.pieces {
		if p.sentence == sentence {
			return true
		}
	}
	return false
}
