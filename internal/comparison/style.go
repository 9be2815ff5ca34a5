package comparison

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Style is the convention by which atom i of the quote and its counterpart
// differ; empty where there is none.
func (c *Comparison) Style(i int, m pairing.Mate) change.Kind {
	a, b := c.Q.Tokens[i], c.S.Tokens[m.At]
	switch {
	case a.Lettered:
		return change.Bracket
	case english.Alike(a.Text, b.Text):
		if a.Text != b.Text || (a.Part || b.Part) && english.Lower(c.Q.Doc.Word(a.Word)) != english.Lower(c.S.Doc.Word(b.Word)) {
			return change.Contraction
		}
		return ""
	case m.Why == align.Number, a.Text == "%" || b.Text == "%":
		return change.NumberStyle
	case a.Norm == b.Norm, english.InFull(a.Norm) == english.InFull(b.Norm):
		return change.Spelling
	case c.Copied && a.Upper && b.Upper && !naming.SameInCopy(naming.Bare(a.Norm), naming.Bare(b.Norm)):
		return ""
	case m.Why == align.Name, reading.Capital(a) && reading.Capital(b) && naming.Transliterated(naming.Bare(a.Norm), naming.Bare(b.Norm)):
		return change.Spelling
	}
	return ""
}
