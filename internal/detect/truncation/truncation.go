package truncation

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A quote that starts or stops inside a sentence is as true as what it leaves out
// is idle. The naive ways, to warn of every cut or of none, are useless alike:
// reporters cut nine sentences of ten. So what was cut is read: what stands
// behind the quote by how it begins (truncation_after.go, truncation_but.go), what stands before
// it by how it ends (truncation_before.go), and the sentences on either side by a few
// forms that can only speak of their neighbour (truncation_beside.go).
//
// Nothing here asks what the words are about. Cost: the sentence, once.

// Find finds a cut inside a sentence of the transcript that leaves out
// what limits the words quoted: a condition, an exception, a negation, somebody
// else's opinion.
func Find(c *comparison.Comparison) {
	if len(c.Q.Tokens) == 0 || len(c.S.Tokens) == 0 {
		return
	}
	lo, hi, ok := c.Extent()
	if !ok {
		return
	}
	switch end := c.S.SentenceEnd(hi); {
	case c.Kind == speech.Indirect:
		if !c.ReporterNegates() {
			dropsEnding(c, hi, end)
			dropsOpening(c, c.S.SentenceStart(lo), lo)
		}
		return
	case c.Kind == speech.Direct && endsTight(c):
		stops(c, hi, end)
	case c.Kind == speech.Direct && !c.Copied:
		dropsEnding(c, hi, end)
		dropsOpening(c, c.S.SentenceStart(lo), lo)
		for at := c.S.SentenceEnd(lo); at <= hi; at = c.S.SentenceEnd(at) {
			dropsOpening(c, at, at) // And the army? There are rumours that …
		}
	}
	if startsTight(c) {
		starts(c, c.S.SentenceStart(lo), lo)
	}
}

// Inside looks before each later sentence of the quote for words of its own that
// were left out without a mark: "they say that" between two sentences.
func Inside(c *comparison.Comparison) {
	for i := 1; c.Copied && c.Kind != speech.Indirect && i < len(c.Q.Tokens); i++ {
		k, lo := c.Q.Home[i-1], c.Q.Home[i]
		if k < 0 || lo < 0 || c.Shown(i) || c.S.SentenceOf(k) == c.S.SentenceOf(lo) {
			continue
		}
		head := reading.Range{Start: c.S.SentenceStart(lo), End: lo}
		if head.Len() == 0 || c.S.AnyTied(head) || !clause.Governs(c.S.Run, head.Start, lo, c.Quoted()) {
			continue
		}
		at := c.ReportSpan(reading.Range{Start: i, End: i}).Start
		c.Note(change.Truncation, change.Major, text.Span{Start: at, End: at}, c.SourceSpan(head))
		for j := head.Start; j < lo; j++ {
			c.S.Spent[j] = true
		}
	}
}

// stops looks behind the quote's last word, source atom hi of a sentence that ends
// before source atom end.
func stops(c *comparison.Comparison, hi, end int) {
	at := c.Spans[len(c.Spans)-1].End
	if end > hi+1 {
		if r, v := clause.LimitAfter(c.S.Run, hi+1, end); v != "" && !movedInto(c, r.Start) {
			c.Cut(v, at, c.SourceSpan(r))
		}
	} else if s, ok := clause.TakenBackAfter(c.S.Run, hi); ok {
		c.Cut(change.Major, at, s)
	}
}

// starts looks before the quote's first word, source atom lo of a sentence that
// begins with source atom start.
func starts(c *comparison.Comparison, start, lo int) {
	at := c.Spans[0].Start
	if start < lo && c.Kind == speech.Direct && cutShare(c, start, lo) {
		return
	}
	if start < lo && clause.Governs(c.S.Run, start, lo, c.Quoted()) && !movedInto(c, start) {
		c.Cut(change.Major, at, c.SourceSpan(reading.Range{Start: start, End: lo}))
	} else if s, ok := clause.SupposedBefore(c.S.Run, lo); start == lo && ok && c.Kind == speech.Direct {
		c.Cut(change.Major, at, s)
	}
}

// movedInto reports whether the quote has the word of source atom j in another
// place: "for now we shall stay" leaves nothing out of "we shall stay for now".
func movedInto(c *comparison.Comparison, j int) bool {
	for i, a := range c.Q.Tokens {
		if c.Q.Home[i] < 0 && a.Text == c.S.Tokens[j].Text {
			return true
		}
	}
	return false
}

// startsTight and endsTight report whether the quote's own first and last
// words are the transcript's, so that a cut there is a cut.
func startsTight(c *comparison.Comparison) bool { return c.Copied && len(c.Q.Mates[0]) > 0 }

func endsTight(c *comparison.Comparison) bool {
	return c.Copied && len(c.Q.Mates[len(c.Q.Tokens)-1]) > 0
}
