package name

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Compare compares the names of people, places and bodies, word by word: names
// are capitalised inside a sentence, or where the other side has them so.
func Compare(c *comparison.Comparison) {
	q, s := naming.NamesIn(c.Q.Run, c.Q.Gone), naming.NamesIn(c.S.Run, c.S.Gone)
	keep(c, q, s)
	agreeAcronyms(c, q, s)
	if c.Copied {
		loneNames(c, q, s)
		return
	}
	joinedNames(c, q, s)
	partNames(c, q, s)
	turnedNames(c, q, s)
	c.Agree(change.Name, q, s, c.SameName, c.Tied)
	c.Agree(change.Name, q, s, c.SameName, func(a, b reading.Fact) bool { return true })
	c.Clash(change.Name, q, s, func(a, b reading.Fact) bool { return c.SamePlace(a, b) && opposing(c, a, b) })
	c.Clash(change.Name, q, s, func(a, b reading.Fact) bool { return c.Near(a, b) && opposing(c, a, b) })
	unheardOf(c, q, s)
}

// unheardOf marks as telling the names of a translation that stand nowhere in
// the transcript: whatever the source has in their place, it is another.
func unheardOf(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		if q[i].Found || q[i].Weak || heardOf(c, q[i]) {
			continue
		}
		for j := range s {
			if !s[j].Found && !q[i].Found && opposing(c, q[i], s[j]) && c.Distance(q[i], s[j]) <= 15 && (!s[j].Weak || c.Distance(q[i], s[j]) <= weakReach) {
				q[i].Found, s[j].Found = true, true
				c.Tell(change.Name, change.Major, q[i].At, s[j].At)
			}
		}
		if at := inPlaceOf(c, q[i]); !q[i].Found && at.Len() > 0 {
			q[i].Found = true
			c.Tell(change.Name, change.Major, q[i].At, at)
		}
	}
}

// inPlaceOf are the words that the source has where the quote has a name of which it
// never speaks: words of content without a counterpart. Empty where there are none, and
// for nations, which translators add.
func inPlaceOf(c *comparison.Comparison, f reading.Fact) reading.Range {
	if name := naming.PlainAt(c.Q.Run, f); naming.OfNation(name) || strings.ContainsAny(name, "0123456789") || c.Q.StartsSentence(f.At.Start) || c.Q.SecondName(f.At.Start) {
		return reading.Range{}
	}
	for _, h := range c.Holes {
		if !reading.Overlap(h.Q, f.At) || h.S.Len() > 8 {
			continue
		}
		at := c.S.Open(h.S)
		if c.S.AnyContent(at) && (at.Start == at.End || c.S.Inside[at.Start]) {
			return at
		}
	}
	return reading.Range{}
}

// weakReach is how near a word that names nothing by itself (Northern, Office)
// must stand for an unheard-of name to be put in its place.
const weakReach = 5

// heardOf reports whether the transcript has a name anywhere.
func heardOf(c *comparison.Comparison, f reading.Fact) bool {
	name := naming.PlainAt(c.Q.Run, f)
	return slices.ContainsFunc(c.Source.Names(), func(u string) bool {
		return u == name || naming.Related(name, u) || naming.Transliterated(name, u)
	})
}

// opposing reports whether one name may have been put for the other. A nation is
// put for a nation; beside other names it is mostly what a translator adds for
// "our", "here" or "the country".
func opposing(c *comparison.Comparison, a, b reading.Fact) bool {
	x, y := naming.OfNation(naming.PlainAt(c.Q.Run, a)), naming.OfNation(naming.PlainAt(c.S.Run, b))
	return x == y || y && c.Distance(a, b) <= 2*comparison.Nearby
}

// loneNames reports the names of a literal quote that are left over on either side.
func loneNames(c *comparison.Comparison, q, s []reading.Fact) {
	c.Settle(change.Name, q, s, c.SameName)
	for _, f := range q {
		if !f.Found {
			strangeName(c, f)
		}
	}
	for _, f := range s {
		if ms := c.S.Mates[f.At.Start]; !f.Found && c.Held(f.At) && (len(ms) == 0 || ms[0].Why != align.Same) {
			lostName(c, f)
		}
	}
}

// keep marks the names that are tied to the same word, whether or not the other
// side's capitals make a name of it.
func keep(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		if ms := c.Q.Mates[q[i].At.Start]; len(ms) > 0 && ms[0].Why == align.Same {
			q[i].Found, q[i].Mate = true, slices.IndexFunc(s, func(f reading.Fact) bool { return f.At.Start == ms[0].At })
			if q[i].Mate >= 0 {
				s[q[i].Mate].Found = true
			}
		}
	}
}

// joinedNames marks a name that one side of a translation writes in one word and
// the other in several: Hofnvollur, Hofn Vollur, Hofn-vollur.
func joinedNames(c *comparison.Comparison, q, s []reading.Fact) {
	join := func(xs *comparison.Side, x []reading.Fact, ys *comparison.Side, y []reading.Fact) {
		for i := range x {
			if x[i].Found {
				continue
			}
			at := naming.JoinedIn(ys.Run, naming.Letters(naming.PlainAt(xs.Run, x[i])), y)
			x[i].Found, x[i].Mate = at.Len() > 0, -1
			for j := range y {
				if reading.Overlap(y[j].At, at) {
					y[j].Found, y[j].Mate = true, -1
				}
			}
		}
	}
	join(c.Q, q, c.S, s)
	join(c.S, s, c.Q, q)
}

// partNames marks names of a translation that stand beside one that both sides
// have, on both sides: Michael Renn, Mike Renn.
func partNames(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		if !q[i].Found && besideFound(c.Q, q, q[i]) {
			q[i].Found, q[i].Mate = true, -1
		}
	}
	for j := range s {
		if !s[j].Found && besideFound(c.S, s, s[j]) {
			s[j].Found = true
		}
	}
}

// turnedNames marks the given names of somebody whose family name stands first on
// one side and last on the other, as with names of East Asia: Ma Lin, Jack Ma.
func turnedNames(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || q[i].Weak || s[j].Weak {
				continue
			}
			if at, b := q[i].At.Start, s[j].At.Start; family(c, at-1, at, b, b+1) || family(c, at, at+1, b-1, b) {
				q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			}
		}
	}
}

// family reports whether somebody's name is atoms i and j of the quote and k and l of the
// source, each two side by side, and what stands first in one stands last in the other.
func family(c *comparison.Comparison, i, j, k, l int) bool {
	if i < 0 || k < 0 || j >= len(c.Q.Tokens) || l >= len(c.S.Tokens) || !c.Q.Tokens[i].Upper || !c.Q.Tokens[j].Upper || !c.Q.OneName(i) || !c.S.OneName(k) {
		return false
	}
	return c.Q.Tokens[i].Upper && c.S.Tokens[l].Upper && c.Q.Tokens[i].Text == c.S.Tokens[l].Text || c.Q.Tokens[j].Upper && c.S.Tokens[k].Upper && c.Q.Tokens[j].Text == c.S.Tokens[k].Text
}

// besideFound: the next word is the last name to this first name, and found.
func besideFound(s *comparison.Side, facts []reading.Fact, f reading.Fact) bool {
	for _, g := range facts {
		if g.Found && !g.Weak && g.At.Start == f.At.End && s.OneName(f.At.Start) && s.Doc.Text[s.Doc.Words[s.Tokens[f.At.Start].Word].End] != '-' {
			return true
		}
	}
	return false
}

// strangeName is a name of a literal quote for which the source has none: put
// in, or put for other words.
func strangeName(c *comparison.Comparison, f reading.Fact) {
	if c.Q.ToldAt(f.At) || oneRunWithFound(c.Q, f) {
		return
	}
	c.Tell(change.Name, change.Major, f.At, c.AcrossFrom(f.At))
}

// lostName is a name that a literal quote leaves out or puts a word for.
func lostName(c *comparison.Comparison, f reading.Fact) {
	if oneRunWithFound(c.S, f) {
		return
	}
	for _, h := range c.Holes {
		if reading.Overlap(h.S, f.At) && h.Q.Len() > 0 && !c.Q.ToldAt(h.Q) {
			c.Tell(change.Name, change.Major, h.Q, f.At)
			return
		}
	}
	c.Lose(f.At)
}

// oneRunWithFound: a first name more or less, beside a last name that both have.
func oneRunWithFound(s *comparison.Side, f reading.Fact) bool {
	beside := func(i int) bool {
		return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Upper && !english.NotNames.Has(s.Tokens[i].Text) && len(s.Mates[i]) > 0
	}
	return beside(f.At.End)
}
