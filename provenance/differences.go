package provenance

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A comparison is a quote beside the place it was found in.
type comparison struct {
	report     *text.Document
	spans      []text.Span // of the quote
	kind       speech.Kind
	transcript *text.Document
	match      align.Match
}

// compare types the differences between a quote and its source.
func compare(c comparison) []Difference { return nil }
