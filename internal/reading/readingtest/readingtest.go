// Package readingtest reads texts for the tables of recognisers.
package readingtest

import (
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Quote is a text as a report quotes it.
func Quote(s string) *reading.Run {
	r := of(s)
	r.ReadQuote([]text.Span{{Start: 0, End: len(r.Doc.Text)}})
	return r
}

// Speech is a text as it was said, sentence by sentence.
func Speech(s string) *reading.Run {
	r := of(s)
	r.ReadAround([]text.Span{{Start: 0, End: len(r.Doc.Text)}})
	return r
}

func of(s string) *reading.Run {
	return &reading.Run{Doc: normalize.Text("text", []byte(s)), Vocabulary: lexicon.Over(nil)}
}
