package comparison

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Style is the convention by which word i of the quote and its counterpart
// differ: Spelling of "color" for "colour"; empty where there is none.
func (c *Comparison) Style(i int, m pairing.Mate) change.Kind {
	a, b := c.Q.Tokens[i], c.S.Tokens[m.At]
	names := a.Upper && b.Upper
	switch {
	case a.Lettered:
		return change.Bracket
	case english.Alike(a.Text, b.Text):
		if contracted(c, a, b) {
			return change.Contraction
		}
		return ""
	case m.Why == align.Number, a.Text == "%" || b.Text == "%":
		return change.NumberStyle
	case a.Norm == b.Norm, english.InFull(a.Norm) == english.InFull(b.Norm):
		return change.Spelling
	case c.Copied && names && !naming.SameInCopy(naming.Bare(a.Norm), naming.Bare(b.Norm)):
		return ""
	case m.Why == align.Name, reading.Capital(a) && reading.Capital(b) && transliterated(a, b):
		return change.Spelling
	}
	return ""
}

// contracted reports whether two words that say the same are parts of words that are
// not written alike: don't, do not.
func contracted(c *Comparison, a, b reading.Token) bool {
	if a.Text != b.Text {
		return true
	}
	parts := a.Part || b.Part
	return parts && english.Lower(c.Q.Doc.Word(a.Word)) != english.Lower(c.S.Doc.Word(b.Word))
}

// transliterated reports whether two names are one in two transcriptions.
func transliterated(a, b reading.Token) bool {
	return naming.Transliterated(naming.Bare(a.Norm), naming.Bare(b.Norm))
}
