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
		case k < j && p.clausesTurned(a, b):
			p.tell(Order, Minor, text.Range{Start: b.q, End: b.q + b.n}, text.Range{Start: b.s, End: b.s + b.n})
			p.tellPiece(a)
		case k < j && p.turnedRound(j, k):
			p.splice(i, p.s[k].word, p.s[j].word+1)
			p.tellPiece(a)
			p.tellPiece(b)
		case k > j && p.wordsBetween(j, k) > apart && p.sentenceOf(j) != p.sentenceOf(k) && !p.marked(a.q+a.n, i):
			p.splice(i, p.s[j].word+1, p.s[k].word)
		}
	}
	if !p.literal {
		p.joints()
	}
}

// clausesTurned reports whether two pieces are the two clauses of one sentence,
// turned round: "we stay if it rains" says what "if it rains, we stay" does.
func (p *pairing) clausesTurned(a, b piece) bool {
	return b.s == p.sentenceStart(a.s) && b.s+b.n == a.s && p.opensClause(a.s) && a.s+a.n == p.sentenceEnd(a.s)
}

// tellPiece marks a piece that a splice accounts for, on both sides.
func (p *pairing) tellPiece(b piece) {
	for n := range b.n {
		p.q[b.q+n].told, p.s[b.s+n].told = true, true
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
	for i := 0; i < len(p.q); {
		n := p.runFrom(i)
		if n >= pieceLoose || n >= pieceLeast && (p.literal || n > pieceLeast && len(p.match.Spans) > 1 && 5*p.inRuns() >= 4*len(p.q)) {
			out = append(out, piece{i, p.q[i].mates[0].at, n})
		}
		i += max(n, 1)
	}
	return out
}

// runFrom is how many atoms from i on stand beside each other in the transcript too.
func (p *pairing) runFrom(i int) int {
	n := 0
	for i+n < len(p.q) && p.sameAt(i+n) && (n == 0 || p.adjoin(p.q[i+n-1].mates[0].at, p.q[i+n].mates[0].at)) {
		n++
	}
	return n
}

// adjoin reports whether source atom k follows j in the transcript. The source
// has only the sentences that the match touches: neighbours in it may be far
// apart.
func (p *pairing) adjoin(j, k int) bool { return k == j+1 && p.s[k].word <= p.s[j].word+1 }

// sameAt reports whether atom i is tied to the same word.
func (p *pairing) sameAt(i int) bool { return len(p.q[i].mates) > 0 && !p.soft(i) }

// marked reports whether an ellipsis or the report's own words stand at a gap
// from lo to hi.
func (p *pairing) marked(lo, hi int) bool {
	for i := lo; i <= hi; i++ {
		if p.q[i].dots || p.q[i].apart {
			return true
		}
	}
	return false
}

// turnedRound: a later piece of the transcript stands before an earlier one,
// both long enough to be pieces.
func (p *pairing) turnedRound(j, k int) bool {
	return p.sentenceOf(j) != p.sentenceOf(k) || j-k > farApart && p.literal
}

// splice reports a joint at gap i of the quote, and words lo to hi of the
// transcript that stand between the pieces.
func (p *pairing) splice(i, lo, hi int) {
	at := p.reportSpan(text.Range{Start: i, End: i}).Start
	p.note(Splice, Major, text.Span{Start: at, End: at}, p.transcript.SpanOf(text.Range{Start: lo, End: hi}))
	for s := range p.s {
		if w := p.s[s].word; lo <= w && w < hi {
			p.s[s].told = p.s[s].told || len(p.s[s].mates) == 0
		}
	}
}

// wordsBetween is how many words of the transcript stand between two atoms of
// the source.
func (p *pairing) wordsBetween(j, k int) int { return abs(p.s[k].word-p.s[j].word) - 1 }

func (p *pairing) sentenceOf(j int) int {
	if j < 0 || j >= len(p.s) {
		return -1
	}
	return p.transcript.SentenceAt(int(p.transcript.Words[p.s[j].word].Start))
}
