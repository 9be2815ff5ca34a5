package splice

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// How many words of the transcript may stand between two pieces, where a sentence
// ends between them.
const (
	farApart         = 6
	farInTranslation = 25
)

// strayWords is how many words between two pieces may be at home in neither.
const strayWords = 5

// A piece is a run of the quote that stands in the transcript word for word: N words
// from Q of the quote and S of the source on.
type piece struct{ Q, S, N int }

// longPiece is how many words make a piece in a retelling.
const longPiece = 6

// Find tells where a quote joins pieces that stand apart in the transcript, or in
// another order, without a mark.
func Find(c *comparison.Comparison) {
	if !c.Copied && len(c.Match.Spans) < 2 {
		return
	}
	ps := pieces(c)
	for n := 1; n < len(ps); n++ {
		if a, b := ps[n-1], ps[n]; b.Q-a.Q-a.N <= strayWords {
			join(c, a, b)
		}
	}
	if !c.Copied {
		joints(c)
	}
}

// pieces are the runs of the quote that the transcript has word for word, in the
// quote's order.
func pieces(c *comparison.Comparison) []piece {
	least := longPiece
	switch {
	case c.Copied:
		least = pairing.PieceLeast
	case len(c.Match.Spans) > 1 && 5*c.InRuns() >= 4*len(c.Q.Tokens):
		least = pairing.PieceLeast + 1
	}
	var out []piece
	for i := 0; i < len(c.Q.Tokens); {
		n := c.RunFrom(i)
		if n >= least {
			out = append(out, piece{Q: i, S: c.Q.Mates[i][0].At, N: n})
		}
		i += max(n, 1)
	}
	return out
}

// join tells how two neighbours of the quote's pieces are joined, if they do not
// stand together in the transcript.
func join(c *comparison.Comparison, a, b piece) {
	j, k := a.S+a.N-1, b.S
	switch {
	case k < j && clausesTurned(c.S, a, b):
		c.Tell(change.Order, change.Minor, comparison.From(b.Q, b.N), comparison.From(b.S, b.N))
		spend(c, a)
	case k < j && turnedRound(c, j, k) && begunAnew(c.Q, b.Q):
		left := reading.Range{Start: b.S + b.N, End: a.S}
		c.Note(change.Ellipsis, change.Minor, c.Q.Between(b.Q), c.S.SpanOf(left))
		spend(c, a)
		spend(c, b)
		c.S.Spend(left)
	case k < j && turnedRound(c, j, k):
		splice(c, b.Q, c.S.Tokens[k].Word, c.S.Tokens[j].Word+1)
		spend(c, a)
		spend(c, b)
	case k > j && apart(c, j, k) && !marked(c.Q, a.Q+a.N, b.Q):
		splice(c, b.Q, c.S.Tokens[j].Word+1, c.S.Tokens[k].Word)
	}
}

// clausesTurned reports whether two pieces are the two clauses of one sentence,
// turned round: "we stay if it rains" says what "if it rains, we stay" does.
func clausesTurned(s *comparison.Side, a, b piece) bool {
	whole := b.S == s.SentenceStart(a.S) && a.S+a.N == s.SentenceEnd(a.S)
	return whole && b.S+b.N == a.S && s.OpensClause(a.S)
}

// turnedRound reports whether word k of the source, at which the quote goes on behind
// word j, stands before that in another sentence, or far before it.
func turnedRound(c *comparison.Comparison, j, k int) bool {
	return c.S.SentenceOf(j) != c.S.SentenceOf(k) || c.Copied && j-k > farApart
}

// apart reports whether words j and k of the source stand in two sentences and too
// far from each other.
func apart(c *comparison.Comparison, j, k int) bool {
	most := farApart
	if !c.Copied {
		most = farInTranslation
	}
	return c.S.WordsBetween(j, k) > most && c.S.SentenceOf(j) != c.S.SentenceOf(k)
}

// begunAnew reports whether the report interrupts a quote before word i, and ends its
// own sentence there: what follows is quoted by itself.
func begunAnew(s *comparison.Side, i int) bool {
	w := s.Tokens[i].Word
	n := s.Doc.SentenceAt(int(s.Doc.Words[w].Start))
	spoken := i > 0 && w > s.Tokens[i-1].Word+1
	return s.Tokens[i].Apart && spoken && s.Doc.Sentences[n].Words.Start == w
}

// marked reports whether the quote shows at one of its words from lo to hi that
// something is missing.
func marked(s *comparison.Side, lo, hi int) bool {
	for i := lo; i <= hi; i++ {
		if s.Shown(i) {
			return true
		}
	}
	return false
}

// spend accounts for a piece, on both sides.
func spend(c *comparison.Comparison, b piece) {
	c.Q.Spend(comparison.From(b.Q, b.N))
	c.S.Spend(comparison.From(b.S, b.N))
}

// splice tells a joint at gap i of the quote, and words lo to hi of the transcript
// that stand between the pieces.
func splice(c *comparison.Comparison, i, lo, hi int) {
	at := c.Q.SpanOf(comparison.Gap(i)).Start
	c.NoteAt(change.Splice, change.Major, at, c.S.Doc.SpanOf(text.Range{Start: lo, End: hi}))
	for s := range c.S.Tokens {
		if w := c.S.Tokens[s].Word; lo <= w && w < hi && !c.S.Tied(s) {
			c.S.Spent[s] = true
		}
	}
}
