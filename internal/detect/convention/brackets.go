package convention

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Brackets tells words in square brackets: they are the reporter's, put in or put
// for what stands there in the source.
func Brackets(c *comparison.Comparison) {
	for i := 0; i < len(c.Q.Tokens); i++ {
		if reflexive(c.Q, i) {
			bracketed(c, reading.One(i))
		}
		if !c.Q.Tokens[i].Bracketed {
			continue
		}
		lo := i
		for i < len(c.Q.Tokens) && c.Q.Tokens[i].Bracketed {
			i++
		}
		bracketed(c, reading.Range{Start: lo, End: i})
	}
}

// reflexive reports whether word i is one like “[her]self”, of which brackets have the
// person, and no counterpart of it is known.
func reflexive(s *comparison.Side, i int) bool {
	a := s.Tokens[i]
	_, self := strings.CutSuffix(a.Text, "self")
	_, selves := strings.CutSuffix(a.Text, "selves")
	return a.Lettered && (self || selves) && s.Free(i)
}

// bracketed tells brackets, with the hole in which they stand or else its place.
func bracketed(c *comparison.Comparison, r reading.Range) {
	for _, h := range c.Holes {
		atEnd := h.Q.Start == 0 || h.Q.End == len(c.Q.Tokens)
		if h.S.Len() > 0 && reading.Overlap(h.Q, r) && (h.S.Len() <= 8 || atEnd) {
			bracket(c, r, h.S)
			return
		}
	}
	if from := moved(c, r); from.Len() > 0 {
		c.Tell(change.Bracket, change.Minor, r, from)
		return
	}
	bracket(c, r, c.GapAt(r))
}

// moved is where the source says what brackets have, of two words at least, in another place:
// “if you had offered me ninth [in May]”, of “in May, if you had offered me ninth”.
func moved(c *comparison.Comparison, r reading.Range) reading.Range {
	put := reading.Joined(c.Q.Words(r))
	for j := 0; r.Len() > 1 && j+r.Len() <= len(c.S.Tokens); j++ {
		from := comparison.From(j, r.Len())
		if !c.S.AnyTied(from) && !c.S.AnySpent(from) && reading.Joined(c.S.Words(from)) == put {
			return from
		}
	}
	return reading.Range{}
}

// bracket tells brackets q that stand where the source has words s.
func bracket(c *comparison.Comparison, q, s reading.Range) {
	for s.Len() > q.Len() && !c.S.Inside[s.End-1] {
		s.End--
	}
	for s.Len() > q.Len() && !c.S.Inside[s.Start] {
		s.Start++
	}
	if k := contradiction(c, q, s); k != "" {
		c.Tell(k, change.Major, q, s)
		return
	}
	if reading.Negated(c.S.Words(s)) && !reading.Negated(c.Q.Words(q)) {
		s.End = s.Start // a negator is not put in other words
	}
	c.Tell(change.Bracket, change.Minor, q, s)
}

// Asides tells an amount in round brackets where the source has nothing, which is
// the reporter's too: 780 crowns (about $4).
func Asides(c *comparison.Comparison) {
	for i := 1; c.Copied && i < len(c.Q.Tokens); i++ {
		if !opensAside(c.Q, i) {
			continue
		}
		r := reading.One(i)
		for r.End < len(c.Q.Tokens) && c.Q.Free(r.End) && !closes(c.Q, r.End) {
			r.End++
		}
		i = r.End - 1
		closed := r.End < len(c.Q.Tokens) && closes(c.Q, r.End)
		if closed && alone(c, r) && slices.ContainsFunc(c.Amounts(c.Q.Part(r)), quantity.Measures) {
			c.Tell(change.Bracket, change.Minor, r, c.GapAt(r))
		}
	}
}

// opensAside reports whether a round bracket opens before a free word.
func opensAside(s *comparison.Side, i int) bool {
	return s.Free(i) && strings.HasSuffix(s.GapBefore(i), "(")
}

// closes reports whether a round bracket closes before a word.
func closes(s *comparison.Side, i int) bool { return strings.Contains(s.GapBefore(i), ")") }

// alone reports whether words of the quote stand where the source has nothing.
func alone(c *comparison.Comparison, r reading.Range) bool {
	return slices.ContainsFunc(c.Holes, func(h pairing.Hole) bool { return h.Q == r && h.S.Len() == 0 })
}
