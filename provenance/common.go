package provenance

import "github.com/quoteprov/quoteprov/text"

// tooFewWords is the length below which the absence of a quote means nothing.
const tooFewWords = 4

// commonWords reports that the quote is made of words that anybody might say.
func commonWords(d *text.Document, spans []text.Span) bool { return false }
