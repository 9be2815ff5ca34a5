package provenance

import (
	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// What became of a quote's words on the way from the transcript to the report?
//
// The naive way is a word diff: right on copied text, blind on a translation,
// where nearly every word differs and nothing need have changed. The other
// naive way is a likeness, which cannot see a dropped "not" at all. Here the
// words are tied one to one first (by package align; [pair] ties the equal ones
// it left open), and then each detector looks for one class of claim-bearing
// words on both sides (numbers, dates, names, negators, quantifiers, modal
// verbs, opposites), matches what agrees, and reports what does not. What they
// and the conventions of reporting leave over is weighed by rest. A quote in
// the transcript's own words (literal) is held to every word; a translation only
// to the words that say which, who, when, how many, whether and how surely.
//
// Cost: linear in the quote and its source but for the holes between paired
// words, which are compared all with all and are short.

// A comparison is a quote beside a place it may have come from.
type comparison struct {
	report     *text.Document
	spans      []text.Span // of the quote
	kind       speech.Kind
	transcript *text.Document
	all        *concordance        // of the transcript
	known      *lexicon.Vocabulary // the words of all transcripts, read already; nil is none
	match      align.Match
	retold     bool // the report's quotes are another translation's
}

// compare types the differences between a quote and its source, in the order
// of the report. The match it gives back has the places of all pieces of the
// quote: those that it found elsewhere in the transcript too. It is literal if
// the quote has the transcript's own words, but for a few.
func compare(c comparison) (ds []Difference, m align.Match, literal bool) {
	p := pair(c)
	p.brackets()
	p.asides()
	p.lists()
	p.ellipses()
	p.compounds()
	p.masks()
	p.inside()
	p.splices()
	p.fillers()
	p.passages()
	p.dates()
	p.nones()
	p.bounds()
	p.comparisons()
	p.opposites()
	p.reversals()
	p.ceased()
	p.numbers()
	p.names()
	p.negations()
	p.denials()
	p.quantifiers()
	p.tenses()
	p.modals()
	p.stances()
	p.truncations()
	p.conditions()
	p.styles()
	p.swaps()
	p.exchanges()
	p.rest()
	p.join()
	p.widen()
	return p.out, p.match, p.literal
}

// beside sets a finding's quote beside one of its matches.
func (c *Checker) beside(r *Report, f *Finding, m Match) comparison {
	return comparison{
		report: r.Document, spans: f.Quote.Spans, kind: f.Quote.Kind,
		transcript: c.transcripts[m.Transcript].Document, all: c.all[m.Transcript], known: c.index.Words(), match: m.Match, retold: r.retelling,
	}
}
