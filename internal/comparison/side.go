package comparison

import (
	"slices"
	"sort"

	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// A Side is one of the two sides, with the ledger of its words.
type Side struct {
	*pairing.Side
	Spent   []bool // some change, or a convention, accounts for it
	Excused []bool // a negative word that does the work of a negator of the other side

	amounts, dates memo
}

// ledger is a side of which nothing is spent.
func ledger(s *pairing.Side) *Side {
	n := len(s.Tokens)
	return &Side{Side: s, Spent: make([]bool, n), Excused: make([]bool, n)}
}

// Part is a range of a side as a side of its own.
func (s *Side) Part(r reading.Range) *Side {
	part := &pairing.Side{Run: s.Run.Part(r), Mates: s.Mates[r.Start:r.End], Inside: s.Inside[r.Start:r.End]}
	return &Side{Side: part, Spent: s.Spent[r.Start:r.End], Excused: s.Excused[r.Start:r.End]}
}

// Within are the words of the side in a span of its document, or the gap there.
func (s *Side) Within(at text.Span) reading.Range {
	from := func(byte int) int {
		return sort.Search(len(s.Tokens), func(i int) bool {
			return int(s.Doc.Words[s.Tokens[i].Word].Start) >= byte
		})
	}
	start := from(at.Start)
	return reading.Range{Start: start, End: max(start, from(at.End))}
}

// Spend accounts for a range of words.
func (s *Side) Spend(r reading.Range) {
	for i := r.Start; i < r.End; i++ {
		s.Spent[i] = true
	}
}

// IsSpent reports whether a word is accounted for.
func (s *Side) IsSpent(i int) bool { return s.Spent[i] }

// AllSpent reports whether every word of r is accounted for.
func (s *Side) AllSpent(r reading.Range) bool { return !slices.Contains(s.Spent[r.Start:r.End], false) }

// AnySpent reports whether some word of r is accounted for.
func (s *Side) AnySpent(r reading.Range) bool { return slices.Contains(s.Spent[r.Start:r.End], true) }

// Free reports whether a word has no counterpart and is not accounted for.
func (s *Side) Free(i int) bool { return !s.Spent[i] && !s.Tied(i) }

// Open reports whether a word is not accounted for and nothing on the other side
// says the same.
func (s *Side) Open(i int) bool { return !s.Spent[i] && !s.Paired(i) }

// OpenPart is the part of r from its first free word to its last.
func (s *Side) OpenPart(r reading.Range) reading.Range {
	for r.Start < r.End && !s.Free(r.Start) {
		r.Start++
	}
	for r.End > r.Start && !s.Free(r.End-1) {
		r.End--
	}
	return r
}

// AnyContent reports whether a free word of r says something.
func (s *Side) AnyContent(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if s.Free(i) && reading.Content(s.Tokens[i].Text) {
			return true
		}
	}
	return false
}

// Held reports whether words lie within the match, from the first to the last, and
// are not accounted for: if the other side has them not, they were left out.
func (s *Side) Held(r reading.Range) bool {
	return s.Inside[r.Start] && s.Inside[r.End-1] && !s.AllSpent(r)
}

// Shown reports whether the quote itself shows that something is missing before
// word i: dots, or the report's own words.
func (s *Side) Shown(i int) bool {
	return i < len(s.Tokens) && (s.Tokens[i].Dots || s.Tokens[i].Apart || s.joinedAt(i))
}

// joinedAt reports whether word i is an “and” alone in brackets, with which the report
// joins two pieces: “it is late [and] we must go”.
func (s *Side) joinedAt(i int) bool {
	inBrackets := func(k int) bool { return k >= 0 && k < len(s.Tokens) && s.Tokens[k].Bracketed }
	return s.At(i) == "and" && inBrackets(i) && !inBrackets(i-1) && !inBrackets(i+1)
}
