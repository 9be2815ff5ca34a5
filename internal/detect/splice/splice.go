package splice

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// strayWords is how many words between two pieces may be at home in neither.
const strayWords = 5

// Find finds where a quote joins pieces that stand apart in the transcript,
// or in another order, without a mark.
func Find(c *comparison.Comparison) {
	if !c.Copied && len(c.Match.Spans) < 2 {
		return
	}
	pieces := c.Pieces()
	apart := comparison.FarApart
	if !c.Copied {
		apart = comparison.FarInTranslation
	}
	for n := 1; n < len(pieces); n++ {
		a, b := pieces[n-1], pieces[n]
		i, j, k := b.Q, a.S+a.N-1, b.S
		if i-a.Q-a.N > strayWords {
			continue
		}
		switch {
		case k < j && clausesTurned(c.S, a, b):
			c.Tell(change.Order, change.Minor, reading.Range{Start: b.Q, End: b.Q + b.N}, reading.Range{Start: b.S, End: b.S + b.N})
			tellPiece(c, a)
		case k < j && turnedRound(c, j, k):
			splice(c, i, c.S.Tokens[k].Word, c.S.Tokens[j].Word+1)
			tellPiece(c, a)
			tellPiece(c, b)
		case k > j && c.S.WordsBetween(j, k) > apart && c.S.SentenceOf(j) != c.S.SentenceOf(k) && !c.Q.Marked(a.Q+a.N, i):
			splice(c, i, c.S.Tokens[j].Word+1, c.S.Tokens[k].Word)
		}
	}
	if !c.Copied {
		joints(c)
	}
}

// clausesTurned reports whether two pieces are the two clauses of one sentence,
// turned round: "we stay if it rains" says what "if it rains, we stay" does.
func clausesTurned(s *comparison.Side, a reading.Piece, b reading.Piece) bool {
	return b.S == s.SentenceStart(a.S) && b.S+b.N == a.S && s.OpensClause(a.S) && a.S+a.N == s.SentenceEnd(a.S)
}

// tellPiece marks a piece that a splice accounts for, on both sides.
func tellPiece(c *comparison.Comparison, b reading.Piece) {
	for n := range b.N {
		c.Q.Spent[b.Q+n], c.S.Spent[b.S+n] = true, true
	}
}

// turnedRound: a later piece of the transcript stands before an earlier one,
// both long enough to be pieces.
func turnedRound(c *comparison.Comparison, j, k int) bool {
	return c.S.SentenceOf(j) != c.S.SentenceOf(k) || j-k > comparison.FarApart && c.Copied
}

// splice reports a joint at gap i of the quote, and words lo to hi of the
// transcript that stand between the pieces.
func splice(c *comparison.Comparison, i, lo, hi int) {
	at := c.ReportSpan(reading.Range{Start: i, End: i}).Start
	c.Note(change.Splice, change.Major, text.Span{Start: at, End: at}, c.S.Doc.SpanOf(text.Range{Start: lo, End: hi}))
	for s := range c.S.Tokens {
		if w := c.S.Tokens[s].Word; lo <= w && w < hi {
			c.S.Spent[s] = c.S.Spent[s] || len(c.S.Mates[s]) == 0
		}
	}
}
