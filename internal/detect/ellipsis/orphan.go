package ellipsis

import (
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// orphaned reports whether the quote goes on, at atom i, with a sentence that
// begins with a pronoun whose sentence was left out.
func orphaned(c *comparison.Comparison, i int, skipped reading.Range) bool {
	k := skipped.End
	if !c.Copied || len(c.Q.Mates[i]) == 0 || c.Q.Mates[i][0].At != k || !c.S.Tokens[k].First || !clause.Points(c.S.Run, k) {
		return false
	}
	from := c.S.SentenceOf(skipped.Start - 1)
	for n := c.S.SentenceOf(k) - 1; n > from; n-- {
		if first := c.S.Doc.Sentences[n].Words.Start; english.Contraction(english.Lower(c.S.Doc.Word(first)))[0] != c.S.Tokens[k].Text {
			return true
		}
	}
	return false
}
