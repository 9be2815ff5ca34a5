package name

import (
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// joinedNames marks a name that one side of a retelling writes in one word and
// the other in several: Hofnvollur, Hofn Vollur, Hofn-vollur.
func joinedNames(c *comparison.Comparison, q, s []reading.Fact) {
	for _, w := range bothWays(c, q, s) {
		for i, f := range w.one {
			if f.Found {
				continue
			}
			at := naming.JoinedIn(w.Other.Run, naming.Letters(naming.PlainAt(w.One.Run, f)), w.other)
			w.one[i].Found, w.one[i].Mate = at.Len() > 0, -1
			found(w.other, at)
		}
	}
}

// A way is one of the two directions, with the names of both sides.
type way struct {
	comparison.Way
	one, other []reading.Fact
}

// bothWays are the two directions with the names of the quote and of the source.
func bothWays(c *comparison.Comparison, q, s []reading.Fact) [2]way {
	w := c.Ways()
	return [...]way{{w[0], q, s}, {w[1], s, q}}
}

// found marks the names among facts that have a word of at.
func found(facts []reading.Fact, at reading.Range) {
	for i := range facts {
		if reading.Overlap(facts[i].At, at) {
			facts[i].Found, facts[i].Mate = true, -1
		}
	}
}

// partNames marks names of a retelling that stand beside one that both sides
// have, on both sides: Michael Renn, Mike Renn.
func partNames(c *comparison.Comparison, q, s []reading.Fact) {
	for _, w := range bothWays(c, q, s) {
		for i, f := range w.one {
			if !f.Found && firstName(w.One, w.one, f) {
				w.one[i].Found, w.one[i].Mate = true, -1
			}
		}
	}
}

// firstName reports whether the next word is the last name to this first name, and
// found.
func firstName(s *comparison.Side, facts []reading.Fact, f reading.Fact) bool {
	if hyphen := s.Doc.Text[s.Doc.Words[s.Tokens[f.At.Start].Word].End:]; hyphen != "" && hyphen[0] == '-' {
		return false
	}
	for _, g := range facts {
		if g.Found && !g.Weak && g.At.Start == f.At.End && s.OneName(f.At.Start) {
			return true
		}
	}
	return false
}

// turnedNames marks the given names of somebody whose family name stands first on
// one side and last on the other, as with names of East Asia: Ma Lin, Jack Ma.
func turnedNames(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || q[i].Weak || s[j].Weak {
				continue
			}
			a, b := q[i].At.Start, s[j].At.Start
			if family(c, a-1, b) || family(c, a, b-1) {
				q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			}
		}
	}
}

// family reports whether the two words from i on in the quote and the two from k on
// in the source are somebody's name, and what stands first in one stands last in
// the other.
func family(c *comparison.Comparison, i, k int) bool {
	if i < 0 || k < 0 || i+1 >= len(c.Q.Tokens) || k+1 >= len(c.S.Tokens) {
		return false
	}
	q, s := c.Q.Tokens[i:i+2], c.S.Tokens[k:k+2]
	if !q[0].Upper || !q[1].Upper || !c.Q.OneName(i) || !c.S.OneName(k) {
		return false
	}
	return s[1].Upper && q[0].Text == s[1].Text || s[0].Upper && q[1].Text == s[0].Text
}
