package comparison

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/english"
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
	d, at := c.Q.Doc, c.Spans[0].Start
	n := d.SentenceAt(at)
	if n >= len(d.Sentences) {
		return false
	}
	r := d.WordsIn(text.Span{Start: d.Sentences[n].Span.Start, End: at})
	for w := r.Start; w < r.End; w++ {
		if slices.ContainsFunc(english.Contraction(english.Lower(d.Word(w))), denies) {
			return true
		}
	}
	return false
}

// denies reports whether a word turns round what is quoted behind it: not, refused,
// denied, hopes.
func denies(w string) bool {
	return english.Negators.Has(w) || english.Negative.Has(w) || english.Denying.Has(w) || english.Wishing.Has(w)
}
