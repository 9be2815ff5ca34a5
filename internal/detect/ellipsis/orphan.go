package ellipsis

import (
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// orphaned reports whether the quote goes on, at word i, with a sentence that
// begins with a pronoun whose sentence was left out: of "The mayor left. He was
// tired" only the second.
func orphaned(c *comparison.Comparison, i int, skipped reading.Range) bool {
	k := skipped.End
	m, tied := c.Q.Best(i)
	if !c.Copied || !tied || m.At != k || !c.S.Tokens[k].First || !points(c.S.Run, k) {
		return false
	}
	d, from := c.S.Doc, c.S.SentenceOf(skipped.Start-1)
	for n := c.S.SentenceOf(k) - 1; n > from; n-- {
		first := english.Lower(d.Word(d.Sentences[n].Words.Start))
		if english.Contraction(first)[0] != c.S.Tokens[k].Text {
			return true
		}
	}
	return false
}
