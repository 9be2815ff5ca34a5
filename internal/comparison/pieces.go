package comparison

import (
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// pieceLoose is how many words make a piece in a translation.
const pieceLoose = 6

// FarApart is how many words of the transcript may stand between two pieces of
// a quote before joining them without a mark is a splice, where a sentence ends
// between them.
const (
	FarApart         = 6
	FarInTranslation = 25
)

// Pieces are the pieces of the quote, in its order.
func (c *Comparison) Pieces() []reading.Piece {
	var out []reading.Piece
	for i := 0; i < len(c.Q.Tokens); {
		n := c.RunFrom(i)
		if n >= pieceLoose || n >= pairing.PieceLeast && (c.Copied || n > pairing.PieceLeast && len(c.Match.Spans) > 1 && 5*c.inRuns() >= 4*len(c.Q.Tokens)) {
			out = append(out, reading.Piece{Q: i, S: c.Q.Mates[i][0].At, N: n})
		}
		i += max(n, 1)
	}
	return out
}

// Marked reports whether an ellipsis or the report's own words stand at a gap
// from lo to hi.
func (s *Side) Marked(lo int, hi int) bool {
	for i := lo; i <= hi; i++ {
		if s.Tokens[i].Dots || s.Tokens[i].Apart {
			return true
		}
	}
	return false
}
