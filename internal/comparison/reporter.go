package comparison

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Quoted is how the report quotes.
func (c *Comparison) Quoted() clause.Quoted {
	return clause.Quoted{
		Fragment: c.Kind == speech.Partial,
		Denied:   c.ReporterNegates(),
		Asks:     c.Q.Shows("?"),
	}
}

// ReporterNegates reports whether the report's own words before a fragment have
// a negator: he said it was not "a problem of money".
func (c *Comparison) ReporterNegates() bool {
	before, _ := c.reporter()
	return slices.ContainsFunc(before, func(w string) bool {
		return slices.ContainsFunc(english.Contraction(w), denies)
	})
}

// ReporterSays reports whether the report's own words in the sentence of the quote do
// what the words said do, which the quote leaves out: deny what follows, or put a
// condition, which may begin with its verb: “had we known”. A condition may be told in the
// sentence before as well.
func (c *Comparison) ReporterSays(said []reading.Token) bool {
	before, after := c.reporter()
	put := slices.ContainsFunc(slices.Concat(before, after), conditions.Has) ||
		len(before) > 0 && clause.Inverted.Has(before[0])
	open := reading.AnyOf(said, conditions) || len(said) > 0 && clause.Inverted.Has(said[0].Text)
	return open && (put || c.toldBefore(said)) || reading.Negated(said) && c.ReporterNegates()
}

// toldBefore reports whether the report's sentence before the quote's puts a condition, or
// says what befalls whom it befalls, and has half of the words of content of a condition:
// “Whoever is late would get a letter. “You go to the office,” she said”, of “if you are late
// you get a letter, you go to the office”; not “The office spoke of letters.”
func (c *Comparison) toldBefore(said []reading.Token) bool {
	before := c.stemsBefore()
	if !slices.ContainsFunc(before, general.Has) {
		return false
	}
	told, all := 0, 0
	for _, a := range said {
		if reading.Content(a.Text) {
			all++
			if slices.Contains(before, lexicon.Stem(a.Norm)) {
				told++
			}
		}
	}
	return told > 0 && 2*told >= all
}

// stemsBefore are those of the report's sentence before the quote's, in one paragraph.
func (c *Comparison) stemsBefore() (out []string) {
	d, at := c.Q.Doc, c.Spans[0].Start
	n := d.SentenceAt(at) - 1
	if n < 0 || d.BlockAt(d.Sentences[n].Span.Start) != d.BlockAt(at) {
		return nil
	}
	for _, w := range lower(d, d.Sentences[n].Words) {
		out = append(out, lexicon.Stem(w))
	}
	return out
}

var conditions = words.Set("clause", "condition-words")

// general are words that put a condition or name nobody in particular: “if”, “whoever”.
var general = words.Set("clause", "general")

// reporter is the words of the report's own around a quote, of its sentences, in lower
// case; of an endless one those within reach.
func (c *Comparison) reporter() (before, after []string) {
	d, first, last := c.Q.Doc, c.Spans[0].Start, c.Spans[len(c.Spans)-1].End
	if n := d.SentenceAt(first); n < len(d.Sentences) {
		r := d.WordsIn(text.Span{Start: d.Sentences[n].Span.Start, End: first})
		before = lower(d, text.Range{Start: max(r.Start, r.End-reading.Reach), End: r.End})
	}
	if n := d.SentenceAt(max(first, last-1)); n < len(d.Sentences) {
		r := d.WordsIn(text.Span{Start: last, End: max(last, d.Sentences[n].Span.End)})
		after = lower(d, text.Range{Start: r.Start, End: min(r.End, r.Start+reading.Reach)})
	}
	return before, after
}

func lower(d *text.Document, r text.Range) (out []string) {
	for ; r.Start < r.End; r.Start++ {
		out = append(out, english.Lower(d.Word(r.Start)))
	}
	return out
}

// denies reports whether a word turns round what is quoted behind it: not, refused,
// denied, hopes.
func denies(w string) bool {
	return english.Negators.Has(w) || english.Negative.Has(w) || english.Denying.Has(w) || english.Wishing.Has(w)
}
