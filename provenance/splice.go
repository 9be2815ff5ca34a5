package provenance

import "github.com/quoteprov/quoteprov/text"

// farApart is how many words of the transcript may stand between two pieces of
// a quote before joining them without a mark is a splice, where a sentence ends
// between them.
const (
	farApart         = 6
	farInTranslation = 25
)

// splices finds where a quote joins pieces that stand apart in the transcript,
// or in another order, without a mark.
func (p *pairing) splices() {
	if !p.literal && len(p.match.Spans) < 2 {
		return
	}
	pieces := p.pieces()
	apart := farApart
	if !p.literal {
		apart = farInTranslation
	}
	for n := 1; n < len(pieces); n++ {
		a, b := pieces[n-1], pieces[n]
		i, j, k := b.q, a.s+a.n-1, b.s
		if i-a.q-a.n > strayWords {
			continue
		}
		switch {
		case k < j && p.s.clausesTurned(a, b):
			p.tell(Order, Minor, trange{Start: b.q, End: b.q + b.n}, trange{Start: b.s, End: b.s + b.n})
			p.tellPiece(a)
		case k < j && p.turnedRound(j, k):
			p.splice(i, p.s.tokens[k].word, p.s.tokens[j].word+1)
			p.tellPiece(a)
			p.tellPiece(b)
		case k > j && p.s.wordsBetween(j, k) > apart && p.s.sentenceOf(j) != p.s.sentenceOf(k) && !p.q.marked(a.q+a.n, i):
			p.splice(i, p.s.tokens[j].word+1, p.s.tokens[k].word)
		}
	}
	if !p.literal {
		p.joints()
	}
}

// clausesTurned reports whether two pieces are the two clauses of one sentence,
// turned round: "we stay if it rains" says what "if it rains, we stay" does.
func (s *side) clausesTurned(a piece, b piece) bool {
	return b.s == s.sentenceStart(a.s) && b.s+b.n == a.s && s.opensClause(a.s) && a.s+a.n == s.sentenceEnd(a.s)
}

// tellPiece marks a piece that a splice accounts for, on both sides.
func (p *pairing) tellPiece(b piece) {
	for n := range b.n {
		p.q.told[b.q+n], p.s.told[b.s+n] = true, true
	}
}

// A piece is a run of the quote that stands in the transcript word for word.
type piece struct{ q, s, n int }

const (
	pieceLeast = 3 // words that make a piece
	pieceLoose = 6 // in a translation
	strayWords = 5 // words between two pieces that may be at home in neither
)

// pieces are the pieces of the quote, in its order.
func (p *pairing) pieces() []piece {
	var out []piece
	for i := 0; i < len(p.q.tokens); {
		n := p.runFrom(i)
		if n >= pieceLoose || n >= pieceLeast && (p.literal || n > pieceLeast && len(p.match.Spans) > 1 && 5*p.inRuns() >= 4*len(p.q.tokens)) {
			out = append(out, piece{i, p.q.mates[i][0].at, n})
		}
		i += max(n, 1)
	}
	return out
}

// runFrom is how many atoms from i on stand beside each other in the transcript too.
func (p *pairing) runFrom(i int) int {
	n := 0
	for i+n < len(p.q.tokens) && p.sameAt(i+n) && (n == 0 || p.s.adjoin(p.q.mates[i+n-1][0].at, p.q.mates[i+n][0].at)) {
		n++
	}
	return n
}

// adjoin reports whether source atom k follows j in the transcript. The source
// has only the sentences that the match touches: neighbours in it may be far
// apart.
func (s *side) adjoin(j int, k int) bool { return k == j+1 && s.tokens[k].word <= s.tokens[j].word+1 }

// sameAt reports whether atom i is tied to the same word.
func (p *pairing) sameAt(i int) bool { return len(p.q.mates[i]) > 0 && !p.soft(i) }

// marked reports whether an ellipsis or the report's own words stand at a gap
// from lo to hi.
func (s *side) marked(lo int, hi int) bool {
	for i := lo; i <= hi; i++ {
		if s.tokens[i].dots || s.tokens[i].apart {
			return true
		}
	}
	return false
}

// turnedRound: a later piece of the transcript stands before an earlier one,
// both long enough to be pieces.
func (p *pairing) turnedRound(j, k int) bool {
	return p.s.sentenceOf(j) != p.s.sentenceOf(k) || j-k > farApart && p.literal
}

// splice reports a joint at gap i of the quote, and words lo to hi of the
// transcript that stand between the pieces.
func (p *pairing) splice(i, lo, hi int) {
	at := p.reportSpan(trange{Start: i, End: i}).Start
	p.note(Splice, Major, text.Span{Start: at, End: at}, p.s.d.SpanOf(text.Range{Start: lo, End: hi}))
	for s := range p.s.tokens {
		if w := p.s.tokens[s].word; lo <= w && w < hi {
			p.s.told[s] = p.s.told[s] || len(p.s.mates[s]) == 0
		}
	}
}

// wordsBetween is how many words of the transcript stand between two atoms of
// the source.
func (s *side) wordsBetween(j int, k int) int { return abs(s.tokens[k].word-s.tokens[j].word) - 1 }

func (s *side) sentenceOf(j int) int {
	if j < 0 || j >= len(s.tokens) {
		return -1
	}
	return s.d.SentenceAt(int(s.d.Words[s.tokens[j].word].Start))
}
