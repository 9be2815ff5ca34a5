package truncation

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// cutShare reports a share that was cut off before the quote.
func cutShare(c *comparison.Comparison, start, lo int) bool {
	r, kind := clause.ShareCut(c.S.Run, start, lo)
	if kind == "" || slices.ContainsFunc(c.Q.Tokens, func(a reading.Token) bool { return a.Text == c.S.Tokens[r.Start].Text }) {
		return false
	}
	at := c.Spans[0].Start
	c.Note(kind, change.Major, text.Span{Start: at, End: at}, c.SourceSpan(r))
	return true
}
