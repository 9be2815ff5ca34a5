package provenance

// In a translation no run of words says where a piece is from, and a splice is
// found by its sentences: each has its home where most of its words of content
// have their counterparts. Two that follow each other in the quote and stand far
// apart, or in the other order, in the transcript are spliced. Inside a sentence a
// retold splice cannot be told from a free translation.

// joints reports sentences of the quote, side by side, whose homes are far apart.
func (p *pairing) joints() {
	from, home := 0, -1
	for i := 1; i <= len(p.q.tokens); i++ {
		if i < len(p.q.tokens) && p.q.quoteSentence(i) == p.q.quoteSentence(i-1) {
			continue
		}
		next := p.homeOfSentence(trange{Start: from, End: i})
		if home >= 0 && next >= 0 && !p.shown(from) {
			p.joint(from, home, next)
		}
		from, home = i, next
	}
}

// joint reports a splice at gap i of the quote, if sentences a and b of the
// transcript do not stand together in this order.
func (p *pairing) joint(i, a, b int) {
	ss := p.s.d.Sentences
	switch {
	case b < a:
		p.splice(i, ss[b].Words.Start, ss[a].Words.End)
	case b > a+1 && ss[b].Words.Start-ss[a].Words.End > farInTranslation:
		p.splice(i, ss[a].Words.End, ss[b].Words.Start)
	}
}

func (s *side) quoteSentence(i int) int {
	return s.d.SentenceAt(int(s.d.Words[s.tokens[i].word].Start))
}

// homeOfSentence is the sentence of the transcript that has the counterparts of
// most words of content of atoms r, or -1.
func (p *pairing) homeOfSentence(r trange) int {
	votes := map[int]int{}
	best, of := -1, 0
	for i := r.Start; i < r.End; i++ {
		if !content(p.q.tokens[i].text) {
			continue
		}
		of++
		if ms := p.q.mates[i]; len(ms) > 0 {
			n := p.s.sentenceOf(ms[0].at)
			if votes[n]++; best < 0 || votes[n] > votes[best] {
				best = n
			}
		}
	}
	if best < 0 || votes[best] < 2 || 2*votes[best] < of {
		return -1
	}
	return best
}
