package provenance

import "github.com/quoteprov/quoteprov/text"

// farApart is how many words of the transcript may stand between two pieces of
// a quote before joining them without a mark is a splice, where a sentence ends
// between them.
const farApart = 6

// splices finds where a quote joins pieces that stand apart in the transcript,
// or in another order, without a mark.
func (p *pairing) splices() {
	if !p.literal && len(p.match.Spans) < 2 {
		return
	}
	for i := 1; i < len(p.q); i++ {
		j, k, ok := p.joint(i)
		if !ok {
			continue
		}
		switch between := p.wordsBetween(j, k); {
		case k < j && p.turnedRound(i, j, k):
			p.splice(i, k, j)
		case k > j+1 && between > farApart && p.sentenceOf(j) != p.sentenceOf(k) && !p.q[i].dots && !p.q[i].apart:
			p.splice(i, j+1, k)
		}
	}
}

// joint is where in the source the atoms before and after gap i of the quote
// stand, if each is at home there: with a neighbour beside it.
func (p *pairing) joint(i int) (j, k int, ok bool) {
	a, b := p.q[i-1], p.q[i]
	if len(a.mates) == 0 || len(b.mates) == 0 {
		return 0, 0, false
	}
	j, k = a.mates[0].at, b.mates[0].at
	return j, k, p.athome(i-1, j, -1) && p.athome(i, k, 1)
}

// athome reports whether the three words from atom i on, in direction step,
// stand beside each other in the source too.
func (p *pairing) athome(i, j, step int) bool {
	for n := 1; n < 3; n++ {
		k := i + n*step
		if k < 0 || k >= len(p.q) || len(p.q[k].mates) == 0 || p.q[k].mates[0].at != j+n*step {
			return false
		}
	}
	return true
}

// turnedRound: a later piece of the transcript stands before an earlier one,
// both long enough to be pieces.
func (p *pairing) turnedRound(i, j, k int) bool {
	return p.sentenceOf(j) != p.sentenceOf(k) || j-k > farApart && p.literal
}

func (p *pairing) splice(i, lo, hi int) {
	at := p.reportSpan(text.Range{Start: i, End: i}).Start
	p.note(Splice, Major, text.Span{Start: at, End: at}, p.sourceSpan(text.Range{Start: lo, End: max(lo, hi)}))
	for s := lo; s < hi; s++ {
		p.s[s].told = p.s[s].told || len(p.s[s].mates) == 0
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
