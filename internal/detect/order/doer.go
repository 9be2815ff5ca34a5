package order

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/role"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Doers tells deeds that a report without marks gives to its speaker and the speaker to
// somebody else: “Lund said she closed the school”, of “my predecessor closed the
// school”. Not where “she” may be somebody else of whom the report speaks there.
func Doers(c *comparison.Comparison) {
	if c.Kind != speech.Indirect {
		return
	}
	at := 0
	if c.Q.At(at) == "that" {
		at++
	}
	if w := c.Q.At(at); w != "she" && w != "he" {
		return
	}
	i := at + 1
	for english.Helping(c.Q.At(i)) || english.EmptyWords.Has(c.Q.At(i)) {
		i++
	}
	if i >= len(c.Q.Tokens) || c.Q.Spent[at] || !reading.Content(c.Q.Tokens[i].Text) {
		return
	}
	j := sameVerb(c, i)
	if j < 0 || !sameObject(c, i, j) {
		return
	}
	if doer := role.Other(c.S.Run, j); doer.Len() > 0 && !spokenOf(c, doer) {
		c.Tell(change.Order, change.Major, reading.One(at), doer)
	}
}

// sameObject reports whether the next words of content behind two verbs are tied, or
// the same.
func sameObject(c *comparison.Comparison, i, j int) bool {
	q, s := c.Q.HeadAfter(i+1), c.S.HeadAfter(j+1)
	return q >= 0 && s >= 0 && sameWord(c, q, s)
}

// spokenOf reports whether the report has spoken of who did it: a word of content of
// range r of the source stands in the quote, in its paragraph or in the one before.
func spokenOf(c *comparison.Comparison, r reading.Range) bool {
	said := map[string]bool{}
	for k := r.Start; k < r.End; k++ {
		if w := c.S.Tokens[k]; reading.Content(w.Text) {
			said[lexicon.Stem(w.Norm)] = true
		}
	}
	d := c.Q.Doc
	n := d.BlockAt(c.Spans[0].Start)
	from := d.Blocks[max(0, n-1)].Span.Start
	words := d.WordsIn(text.Span{Start: from, End: c.Spans[len(c.Spans)-1].End})
	for k := words.Start; k < words.End; k++ {
		if said[lexicon.Stem(english.Lower(d.Word(k)))] {
			return true
		}
	}
	return false
}
