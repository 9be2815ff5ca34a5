package number

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Compare tells the numbers in which the two sides differ.
func Compare(c *comparison.Comparison) {
	q, s := undated(c, c.Q), undated(c, c.S)
	amounts := comparison.Matching{
		Kind:   change.Number,
		Equal:  quantity.SameMeasure,
		Agree:  func(a, b reading.Fact) { agree(c, a, b) },
		Differ: func(a, b reading.Fact) { differ(c, a, b) },
	}
	cutNumbers(c, q, s)
	exchanged(c, q, s)
	c.Agree(amounts, q, s, c.Linked)
	c.Agree(amounts, q, s, c.SamePlace)
	if !c.Copied {
		c.Agree(amounts, q, s, c.Near)
		measured := amounts // “three months of relief”, “relief for three months”
		measured.Equal = func(a, b reading.Fact) bool {
			return a.Unit != nil && quantity.SameMeasure(a, b)
		}
		c.Agree(measured, q, s, comparison.Anywhere)
		heardNearby(c, q, s)
	}
	amounts.Equal = quantity.SameAmount
	c.Settle(amounts, q, s)
	ranges(c, q, s)
	if !c.Copied {
		clashFar(c, q, s)
		wholes(c, q, s)
	}
	lone(c, q, s)
}

// undated are the numbers of one side; of a retelling without those that are
// parts of dates, which may be put in another way, or left out.
func undated(c *comparison.Comparison, s *comparison.Side) []reading.Fact {
	facts := c.Amounts(s)
	if c.Copied {
		return facts
	}
	dated := make([]bool, len(s.Tokens))
	for _, f := range s.Dates() {
		for i := f.At.Start; i < f.At.End; i++ {
			dated[i] = true
		}
	}
	return slices.DeleteFunc(facts, func(f reading.Fact) bool {
		return slices.Contains(dated[f.At.Start:f.At.End], true)
	})
}

// cutNumbers marks a number at either end of the quote that the cut itself has
// parted: of "1.2 billion crowns" only "billion crowns" is quoted.
func cutNumbers(c *comparison.Comparison, q, s []reading.Fact) {
	for i, f := range q {
		first, last := f.At.Start == 0, f.At.End == len(c.Q.Tokens)
		if !first && !last || !c.Q.Copied(f.At) {
			continue
		}
		lo, hi := c.Q.Mates[f.At.Start][0].At, c.Q.Mates[f.At.End-1][0].At
		for j := range s {
			at := s[j].At
			head := last && lo == at.Start && hi < at.End-1
			tail := first && lo > at.Start && hi == at.End-1
			if head || tail {
				q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			}
		}
	}
}

// heardNearby marks the numbers of a retelling that the transcript has in the
// sentence before or after: translators move them across.
func heardNearby(c *comparison.Comparison, q, s []reading.Fact) {
	if len(c.S.Tokens) == 0 {
		return
	}
	for _, r := range c.S.Neighbours() {
		around := &reading.Run{Doc: c.S.Doc, Vocabulary: c.S.Vocabulary}
		around.ReadSentence(r)
		for _, b := range quantity.Amounts(around, quantity.Options{InNames: c.Copied}) {
			for i := range q {
				if movedAcross(q[i], b) && !slices.ContainsFunc(s, sameAs(q[i])) {
					q[i].Found, q[i].Mate = true, -1
				}
			}
		}
	}
}

// movedAcross reports whether a number of the quote may be number b of a neighbour:
// the same, and of the same unit where it is exact.
func movedAcross(a, b reading.Fact) bool {
	return quantity.SameAmount(a, b) && (a.Exact == nil || a.Unit == nil || a.Unit == b.Unit)
}

// sameAs reports numbers that are the same as a.
func sameAs(a reading.Fact) func(b reading.Fact) bool {
	return func(b reading.Fact) bool { return quantity.SameAmount(a, b) }
}

// ranges accounts for the words that join two numbers on one side, where the
// other has a dash or another word: 10–15, between ten and fifteen.
func ranges(c *comparison.Comparison, q, s []reading.Fact) {
	for i := 1; i < len(q); i++ {
		x, y := q[i-1], q[i]
		if !x.Found || !y.Found || x.Mate < 0 || y.Mate != x.Mate+1 {
			continue
		}
		m, n := s[x.Mate], s[y.Mate]
		a, b := quantity.Joint(c.Q.Run, x, y), quantity.Joint(c.S.Run, m, n)
		if a.End < 0 || b.End < 0 {
			continue
		}
		c.Restyled(a, b)
		c.Restyled(quantity.Opening(c.Q.Run, x), quantity.Opening(c.S.Run, m))
	}
}

// clashFar tells numbers of a retelling that are left over on both sides, wherever
// they stand: what says nothing alone ("one of us") only near by.
func clashFar(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || !maySupplant(c, q[i], s[j]) {
				continue
			}
			q[i].Found, s[j].Found = true, true
			differ(c, q[i], s[j])
		}
	}
}

// maySupplant reports whether one number of a retelling may have been put for
// another: both or neither times of day, and not far apart if one says little.
func maySupplant(c *comparison.Comparison, a, b reading.Fact) bool {
	switch {
	case strings.Contains(a.Value, ":") != strings.Contains(b.Value, ":"):
		return false
	case a.Weak && b.Weak:
		return c.SameHead(a, b)
	case a.Weak || b.Weak:
		return c.Distance(a, b) <= 4 || c.SameHead(a, b)
	}
	return true
}

// lone tells the numbers that are left over on one side.
func lone(c *comparison.Comparison, q, s []reading.Fact) {
	for _, f := range q {
		if !f.Found && !c.Q.AllSpent(f.At) && !c.Q.Copied(f.At) && (c.Copied || nobodys(c, f)) {
			tell(c, change.Insertion, f.At, c.GapAt(f.At))
		}
	}
	for _, f := range s {
		if !f.Found && c.Copied && !f.Weak && c.S.Held(f.At) && !c.S.Copied(f.At) {
			tell(c, change.Omission, c.GapFor(f.At), f.At)
		}
	}
}

// nobodys reports a number of a retelling that the source has not said. Small ones
// come and go (both, the two); one that names an order of magnitude, or counts what
// the source does not count, was put in.
func nobodys(c *comparison.Comparison, f reading.Fact) bool {
	first, _, _ := strings.Cut(f.Value, " ")
	return !f.Weak && (english.VagueNumbers.Has(first) || countsKnown(c, f))
}

// countsKnown reports whether what a number of the quote counts is in the
// source, without a number there.
func countsKnown(c *comparison.Comparison, f reading.Fact) bool {
	near := c.Q.Part(reading.Range{Start: 0, End: min(len(c.Q.Tokens), f.At.End+2)})
	head := near.HeadAfter(f.At.End)
	if head < 0 || quantity.Roman.Of(c.Q.Tokens[f.At.Start].Text) > 0 {
		return false
	}
	m, ok := c.Q.Best(head)
	if !ok || m.Why > align.Synonym {
		return false
	}
	return !slices.ContainsFunc(c.S.Tokens[max(0, m.At-4):m.At], func(a reading.Token) bool {
		return english.IsAmount(a.Text) || english.IsDigit(a.Norm)
	})
}
