// Package align finds where in a set of transcripts a run of words comes from.
//
// An [Index] of the transcripts is asked with [Index.Find], for a [Query], and
// gives places, each a [Match] with its words paired one to one and a score that
// says how likely the place is right. There are two ways. The exact one looks for
// the words themselves, in their order, and places a quote that kept most of them
// to the word, in one speech or among thousands. The soft one looks for what says
// the same in other words or another translation. Neither says what a difference
// means; that is for package provenance.
//
// [Meanings] finds what means the same in another language, by the vectors of a model
// that the caller runs.
//
// [Diff] is another question: which words of one version of a text stand in the other.
package align

import (
	"fmt"

	"github.com/quoteprov/quoteprov/text"
)

// A Query asks for the place that words came from.
type Query struct {
	Document *text.Document // the report
	Spans    []text.Span    // the quoted words
	Context  text.Span      // the reporter's sentence around them; helps to place a fragment. May be empty
}

// A Match is a place that the words of a query may have come from.
type Match struct {
	Transcript int         // its number in the index
	Spans      []text.Span // of the transcript, in the order of the quote; several where pieces are far apart
	Pairs      []Pair      // word against word, by the quote's word number
	Score      float64     // how likely the place is right: of the matches with score s a share s is
	Margin     float64     // how much the score stands above that of the best place elsewhere in its transcript
	Accepted   bool        // Score reaches the threshold: the place may be claimed
	Exact      bool        // placed by its own words in their order, without soft likeness
	ByContext  bool        // placed by the reporter's sentence: the quoted words themselves have no counterpart there

	from *source // what Spans and Pairs are still to be made of; nil where they are made
}

// A Pair ties a word of the report to a word of the transcript. A word may
// stand in several pairs (ten / one zero); one in none has no counterpart.
type Pair struct {
	Quote, Source int // word numbers of the two documents
	Likeness      float32
	Why           Why
}

// Why two words were paired.
type Why uint8

// The reasons for a pair, the surest first.
const (
	Same     Why = iota // the same word, up to case, accents and typography
	Stem                // the same stem: help, helped
	Number              // the same value: 10, ten
	Name                // spellings of one name, an abbreviation: Sergey, Sergei; US, United States
	Spelling            // likely the same word misspelt or spelt otherwise: colour, color
	Synonym             // WordNet synonyms and derivations
	Learned             // listed as standing for each other
	Clash               // stand in the same place and are not alike: 30, 90; Iran, Iraq; with, to
)

// Err is what is wrong with a query: a span that is no place in its document; nil
// where nothing is.
func (q Query) Err() error {
	if q.Document == nil {
		return nil // it has no words
	}
	n := len(q.Document.Text)
	for _, s := range append([]text.Span{q.Context}, q.Spans...) {
		if s.Start < 0 || s.Start > s.End || s.End > n {
			return fmt.Errorf("%s: bytes %d to %d are no place in a text of %d bytes",
				q.Document.Name, s.Start, s.End, n)
		}
	}
	return nil
}

// Find lists the places that the query's words may have come from, best first: all
// that are accepted, and the best of the others. There are none where nothing in the
// transcripts is like them, or where [Query.Err] tells what is wrong.
func (ix *Index) Find(q Query) []Match {
	if q.Err() != nil {
		return nil
	}
	r := ix.read(q)
	return ix.soft(r, ix.exact(r))
}
