package comparison

import (
	"github.com/quoteprov/quoteprov/internal/reading"
)

// How far from where it would stand a word is looked for, in words.
const (
	CopiedReach = 3  // in a copy
	RetoldReach = 10 // in a retelling, within a clause
	Nearby      = 8  // in a retelling, of two facts that may be said of one thing
)

// How long phrases are that change places around words that stay, as "force" and
// "rules" do around "by" in "replace force by rules", in words.
const (
	LongestSwapped = 6 // each of the two
	LongestPivot   = 8 // what stays
	Farthest       = 2*LongestSwapped + LongestPivot
)

// widestHole is how many words of the source in a hole may stand for a word.
const widestHole = 40

// Across are the words of the source that may stand for word i of the quote:
// those tied to it, those in its hole, and in a retelling those near by.
func (c *Comparison) Across(i int) []int {
	var out []int
	for _, m := range c.Q.Mates[i] {
		out = append(out, m.At)
	}
	add := func(r reading.Range) {
		for j := r.Start; j < r.End; j++ {
			out = append(out, j)
		}
	}
	for _, h := range c.Holes {
		if h.Q.Start <= i && i < h.Q.End && h.S.Len() <= widestHole {
			add(h.S)
		}
	}
	if !c.Copied {
		add(c.S.Around(c.Q.Expect(i), CopiedReach, CopiedReach))
	}
	return out
}

// Linked reports whether some words of two facts are tied.
func (c *Comparison) Linked(a, b reading.Fact) bool {
	for i := a.At.Start; i < a.At.End; i++ {
		if c.PairedIn(i, b.At) {
			return true
		}
	}
	return false
}

// SamePlace reports whether two facts stand in one hole, or are tied.
func (c *Comparison) SamePlace(a, b reading.Fact) bool {
	if c.Linked(a, b) {
		return true
	}
	for _, h := range c.Holes {
		if reading.Overlap(h.Q, a.At) && reading.Overlap(h.S, b.At) {
			return true
		}
	}
	return false
}

// Near reports whether two facts of a retelling may be said of one thing.
func (c *Comparison) Near(a, b reading.Fact) bool { return c.Distance(a, b) <= Nearby }

// SameClause reports whether two facts may stand in one clause.
func (c *Comparison) SameClause(a, b reading.Fact) bool {
	if c.Copied {
		return c.Distance(a, b) <= CopiedReach
	}
	return c.Distance(a, b) <= RetoldReach
}

// Distance is how far fact b stands from where the source would have a.
func (c *Comparison) Distance(a, b reading.Fact) int {
	return reading.Apart(c.Q.Expect(a.At.Start), b.At.Start)
}

// SameHead reports whether two facts are about words that are tied: "no ships",
// "not a ship".
func (c *Comparison) SameHead(a, b reading.Fact) bool {
	i, j := c.Q.HeadAfter(a.At.End), c.S.HeadAfter(b.At.End)
	return i >= 0 && j >= 0 && c.PairedIn(i, reading.One(j))
}

// GapAt is the gap of the source where words r of the quote would stand.
func (c *Comparison) GapAt(r reading.Range) reading.Range {
	for _, h := range c.Holes {
		if reading.Overlap(h.Q, r) {
			return Gap(h.S.Start)
		}
	}
	return Gap(min(max(0, c.Q.Expect(r.Start)), len(c.S.Tokens)))
}

// GapFor is the gap of the quote where words r of the source are left out.
func (c *Comparison) GapFor(r reading.Range) reading.Range {
	for _, h := range c.Holes {
		if reading.Overlap(h.S, r) {
			return Gap(h.Q.Start)
		}
	}
	return Gap(len(c.Q.Tokens))
}

// AcrossFrom are the few words of the source in the hole of words r of the quote, or
// its gap.
func (c *Comparison) AcrossFrom(r reading.Range) reading.Range {
	for _, h := range c.Holes {
		few := 0 < h.S.Len() && h.S.Len() <= 6
		if few && reading.Overlap(h.Q, r) && c.S.Inside[h.S.Start] {
			return h.S
		}
	}
	return c.GapAt(r)
}

// SaidBefore reports whether the source has a word of the quote, or a form of it, among so
// many words before word at of its document.
func (c *Comparison) SaidBefore(a reading.Token, at, reach int) bool {
	want := c.Q.Form(a.Word)
	for w := max(0, at-reach); want != nil && w < at; w++ {
		if f := c.S.Form(w); f != nil && f.Stem == want.Stem {
			return true
		}
	}
	return false
}
