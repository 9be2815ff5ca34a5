package number

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// Compare compares the numbers of both sides.
func Compare(c *comparison.Comparison) {
	q, s := undated(c, c.Q), undated(c, c.S)
	cutNumbers(c, q, s)
	exchanged(c, q, s)
	for _, place := range [...]func(a, b reading.Fact) bool{c.Tied, c.SamePlace} {
		c.Agree(change.Number, q, s, quantity.SameMeasure, place)
	}
	if !c.Copied {
		c.Agree(change.Number, q, s, quantity.SameMeasure, c.Near)
	}
	heardNearby(c, q, s)
	c.Settle(change.Number, q, s, quantity.SameAmount)
	ranges(c, q, s)
	if !c.Copied {
		clashFar(c, q, s)
	}
	for _, f := range q {
		if !f.Found && !c.Q.ToldAt(f.At) && !c.Q.Copied(f.At) {
			newAmount(c, f)
		}
	}
	for _, f := range s {
		if !f.Found && c.Copied && !f.Weak && c.Held(f.At) && !c.S.Copied(f.At) {
			c.Tell(change.Omission, change.Major, c.GapFor(f.At), f.At)
		}
	}
}

// Nones accounts for "not a single" that stands for "no": neither is a negator
// nor a number by itself.
func Nones(c *comparison.Comparison) {
	for i, a := range c.Q.Tokens {
		if len(c.Q.Mates[i]) == 0 || c.Q.Spent[i] || !quantity.NoneAtAll.Has(a.Text) {
			continue
		}
		if j := c.Q.Mates[i][0].At; a.Norm != c.S.Tokens[j].Norm && quantity.NoneAtAll.Has(c.S.Tokens[j].Text) {
			c.Tell(change.Substitution, change.Minor, reading.One(i), reading.One(j))
		}
	}
	for _, h := range c.Holes {
		if quantity.NoneAtAll.Has(reading.Joined(c.Q.Tokens[h.Q.Start:h.Q.End])) && quantity.NoneAtAll.Has(reading.Joined(c.S.Tokens[h.S.Start:h.S.End])) && !c.AnyTold(h.Q, h.S) {
			c.Tell(change.Substitution, change.Minor, h.Q, h.S)
		}
	}
}

// undated are the numbers of one side; of a translation without those that are
// parts of dates, which may be told in another way, or not at all.
func undated(c *comparison.Comparison, x *comparison.Side) []reading.Fact {
	fs := c.AmountsOf(x)
	if c.Copied {
		return fs
	}
	dated := make([]bool, len(x.Tokens))
	for _, f := range calendar.DatesIn(x.Run, x.Gone) {
		for i := f.At.Start; i < f.At.End; i++ {
			dated[i] = true
		}
	}
	return slices.DeleteFunc(fs, func(f reading.Fact) bool { return slices.Contains(dated[f.At.Start:f.At.End], true) })
}

// heardNearby marks the numbers of a translation that the transcript has in the
// sentence before or after: translators move them across.
func heardNearby(c *comparison.Comparison, q, s []reading.Fact) {
	if c.Copied || len(c.S.Tokens) == 0 {
		return
	}
	for _, r := range c.S.Neighbours() {
		around := &reading.Run{Doc: c.S.Doc, Vocabulary: c.S.Vocabulary}
		around.ReadSentence(r)
		for _, b := range quantity.Amounts(around, c.Copied, nil) {
			for i := range q {
				if !quantity.SameAmount(q[i], b) || q[i].Exact != nil && q[i].Unit != nil && b.Unit != q[i].Unit || slices.ContainsFunc(s, func(f reading.Fact) bool { return quantity.SameAmount(q[i], f) }) {
					continue
				}
				q[i].Found, q[i].Mate = true, -1
			}
		}
	}
}

// cutNumbers marks a number at either end of the quote that the cut itself has
// parted: of "1.2 billion crowns" only "billion crowns" is quoted.
func cutNumbers(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		if !c.Q.Copied(q[i].At) || q[i].At.Start > 0 && q[i].At.End < len(c.Q.Tokens) {
			continue
		}
		lo, hi := c.Q.Mates[q[i].At.Start][0].At, c.Q.Mates[q[i].At.End-1][0].At
		for j := range s {
			if at := s[j].At; lo == at.Start && hi < at.End-1 && q[i].At.End == len(c.Q.Tokens) || hi == at.End-1 && lo > at.Start && q[i].At.Start == 0 {
				q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			}
		}
	}
}

// clashFar reports numbers of a translation that are left over on both sides,
// wherever they stand: what says nothing alone ("one of us") only near by.
func clashFar(c *comparison.Comparison, q, s []reading.Fact) {
	for i := range q {
		for j := range s {
			weak := q[i].Weak || s[j].Weak
			if q[i].Found || s[j].Found || weak && c.Distance(q[i], s[j]) > 4 && !c.SameHead(q[i], s[j]) || q[i].Weak && s[j].Weak && !c.SameHead(q[i], s[j]) || strings.Contains(q[i].Value, ":") != strings.Contains(s[j].Value, ":") {
				continue
			}
			q[i].Found, s[j].Found = true, true
			c.TellAmounts(q[i], s[j])
		}
	}
}

// ranges accounts for the words that join two numbers on one side, where the
// other has a dash or another word: 10–15, between ten and fifteen.
func ranges(c *comparison.Comparison, q, s []reading.Fact) {
	for i := 1; i < len(q); i++ {
		if !q[i-1].Found || !q[i].Found || q[i-1].Mate < 0 || q[i].Mate != q[i-1].Mate+1 {
			continue
		}
		j := q[i].Mate
		a, b := quantity.Joint(c.Q.Run, q[i-1], q[i]), quantity.Joint(c.S.Run, s[j-1], s[j])
		if a.End < 0 || b.End < 0 {
			continue
		}
		c.Restyled(a, b)
		c.Restyled(quantity.Opening(c.Q.Run, q[i-1]), quantity.Opening(c.S.Run, s[j-1]))
	}
}

// newAmount is a number that the source has none for. In a translation small
// ones come and go (both, the two).
func newAmount(c *comparison.Comparison, f reading.Fact) {
	first, _, _ := strings.Cut(f.Value, " ")
	if !c.Copied && (f.Weak || !english.VagueNumbers.Has(first) && !countsKnown(c, f)) {
		return
	}
	c.Tell(change.Insertion, change.Major, f.At, c.GapAt(f.At))
}

// countsKnown reports whether what a number of the quote counts is in the
// source, without a number there.
func countsKnown(c *comparison.Comparison, f reading.Fact) bool {
	head := c.Q.Part(reading.Range{Start: 0, End: min(len(c.Q.Tokens), f.At.End+2)}).HeadAfter(f.At.End)
	if head < 0 || quantity.Roman.Of(c.Q.Tokens[f.At.Start].Text) > 0 || len(c.Q.Mates[head]) == 0 || c.Q.Mates[head][0].Why > align.Synonym {
		return false
	}
	j := c.Q.Mates[head][0].At
	for k := max(0, j-4); k < j; k++ {
		if english.IsAmount(c.S.Tokens[k].Text) || english.IsDigit(c.S.Tokens[k].Norm) {
			return false
		}
	}
	return true
}
