package comparison

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Across are the atoms of the source that may stand for atom i of the quote:
// those tied to it, those in its hole, and in a translation those near by.
func (c *Comparison) Across(i int) []int {
	var out []int
	for _, m := range c.Q.Mates[i] {
		out = append(out, m.At)
	}
	for _, h := range c.Holes {
		if h.Q.Start <= i && i < h.Q.End && h.S.Len() <= 40 {
			for j := h.S.Start; j < h.S.End; j++ {
				out = append(out, j)
			}
		}
	}
	if !c.Copied {
		r := reading.Clip(c.Q.Expect(i)-3, c.Q.Expect(i)+4, len(c.S.Tokens))
		for j := r.Start; j < r.End; j++ {
			out = append(out, j)
		}
	}
	return out
}

// Settle ties the facts of the quote to equal ones of the source, then reports
// those that stand where the source has another, and returns what is left over
// on either side.
//
// In a literal quote the place decides first: 5 for 7 and 7 for 5 are two
// changes, though both numbers stand on both sides.
func (c *Comparison) Settle(k change.Kind, q, s []reading.Fact, equal func(a, b reading.Fact) bool) {
	c.Agree(k, q, s, equal, c.Tied)
	if c.Copied {
		c.Agree(k, q, s, equal, c.SamePlace)
		c.Clash(k, q, s, c.SamePlace)
	}
	c.Agree(k, q, s, equal, func(a, b reading.Fact) bool { return true })
	if k != change.Date {
		c.crossed(k, q, s)
	}
	c.Clash(k, q, s, c.SamePlace)
	c.Clash(k, q, s, c.Near)
}

// Agree marks facts that are equal and stand to each other as place wants.
func (c *Comparison) Agree(k change.Kind, q, s []reading.Fact, equal, place func(a, b reading.Fact) bool) {
	for i := range q {
		best := -1
		for j := range s {
			if q[i].Found || s[j].Found || !equal(q[i], s[j]) || !place(q[i], s[j]) {
				continue
			}
			if best < 0 || c.Distance(q[i], s[j]) < c.Distance(q[i], s[best]) {
				best = j
			}
		}
		if best >= 0 {
			q[i].Found, s[best].Found, q[i].Mate = true, true, best
			c.mark(k, q[i], s[best])
		}
	}
}

// crossed reports facts of a literal quote that have changed places: from 5 to
// 7, from 7 to 5.
func (c *Comparison) crossed(k change.Kind, q, s []reading.Fact) {
	for j := range q {
		for i := range j {
			if !c.Copied || !q[i].Found || !q[j].Found || q[i].Mate < 0 || q[j].Mate < 0 || q[i].Value == q[j].Value || q[i].Mate <= q[j].Mate || q[j].At.Start-q[i].At.Start > Nearby {
				continue
			}
			if english.Abs(c.Distance(q[i], s[q[j].Mate])) > 3 || english.Abs(c.Distance(q[j], s[q[i].Mate])) > 3 {
				continue
			}
			c.Tell(k, change.Major, q[i].At, s[q[j].Mate].At)
			c.Tell(k, change.Major, q[j].At, s[q[i].Mate].At)
		}
	}
}

// mark accounts for two facts that agree, where they are not written alike.
func (c *Comparison) mark(k change.Kind, a, b reading.Fact) {
	if k == change.Number {
		c.agreeing(a, b)
		return
	}
	style := map[change.Kind]change.Kind{change.Name: change.Spelling, change.Quantifier: change.Substitution, change.Modality: change.Substitution}[k]
	if style == "" || reading.Joined(c.Q.Tokens[a.At.Start:a.At.End]) == reading.Joined(c.S.Tokens[b.At.Start:b.At.End]) {
		return
	}
	c.Tell(style, change.Minor, a.At, b.At)
}

// Clash reports facts that are left over on both sides and stand to each other
// as place wants.
func (c *Comparison) Clash(k change.Kind, q, s []reading.Fact, place func(a, b reading.Fact) bool) {
	for i := range q {
		for j := range s {
			if q[i].Found || s[j].Found || !place(q[i], s[j]) || !c.Copied && (q[i].Weak || s[j].Weak || k == change.Date && !calendar.SameSort(q[i].Value, s[j].Value)) {
				continue
			}
			q[i].Found, q[i].Mate, s[j].Found = true, -1, true
			c.differ(k, q[i], s[j])
		}
	}
}

// differ reports two facts that are at odds.
func (c *Comparison) differ(k change.Kind, a, b reading.Fact) {
	if k == change.Number {
		c.TellAmounts(a, b)
		return
	}
	c.Tell(k, change.Major, a.At, b.At)
}

// Copied reports whether all words of r are tied to the same word: then they
// are accounted for, whatever stands beside them on the other side.
func (s *Side) Copied(r reading.Range) bool {
	for _, ms := range s.Mates[r.Start:r.End] {
		if len(ms) == 0 || ms[0].Why != align.Same {
			return false
		}
	}
	return true
}

// Tied reports whether some words of two facts are paired.
func (c *Comparison) Tied(a, b reading.Fact) bool {
	for i := a.At.Start; i < a.At.End; i++ {
		if c.PairedIn(i, b.At) {
			return true
		}
	}
	return false
}

// SamePlace reports whether two facts stand in one hole, or are tied.
func (c *Comparison) SamePlace(a, b reading.Fact) bool {
	if c.Tied(a, b) {
		return true
	}
	for _, h := range c.Holes {
		if reading.Overlap(h.Q, a.At) && reading.Overlap(h.S, b.At) {
			return true
		}
	}
	return false
}

// Nearby is how many words apart two facts may stand in a translation and
// still be said of one thing.
const Nearby = 8

func (c *Comparison) Near(a, b reading.Fact) bool { return c.Distance(a, b) <= Nearby }

// Distance is how far fact b stands from where the source would have a.
func (c *Comparison) Distance(a, b reading.Fact) int {
	return english.Abs(c.Q.Expect(a.At.Start) - b.At.Start)
}

// How far apart the negators of one clause may stand on the two sides.
const (
	LiteralReach = 3
	LooseReach   = 10
)

func (c *Comparison) ClauseReach() int {
	if c.Copied {
		return LiteralReach
	}
	return LooseReach
}

// agreeing accounts for two numbers that are equal. What they count may yet
// differ: dollars and euros; or be the same in other units.
func (c *Comparison) agreeing(a, b reading.Fact) {
	q, s := a.At, b.At
	if a.Unit == b.Unit || a.Unit != nil && b.Unit != nil {
		q, s = quantity.Measured(a), quantity.Measured(b)
	}
	switch {
	case quantity.Converted(a, b) && a.Unit.Of != "share":
		c.Tell(change.Substitution, change.Minor, q, s)
	case c.otherUnit(a.Unit, b.Unit) && !quantity.Converted(a, b):
		c.Tell(change.Number, change.Major, q, s)
	default:
		c.Restyled(q, s)
	}
}

// otherUnit reports whether a number counts something else on the other side. In
// a translation only units of one kind tell, and percentage points pass for
// percent.
func (c *Comparison) otherUnit(a, b *reading.Unit) bool {
	if c.Copied {
		return !quantity.SameUnit(a, b)
	}
	return quantity.Clashing(a, b) && a.Of != "share"
}

// Restyled reports that a number is written in another way, where it is.
func (c *Comparison) Restyled(q, s reading.Range) {
	for q.Len() > 0 && s.Len() > 0 && english.Alike(c.Q.Tokens[q.Start].Text, c.S.Tokens[s.Start].Text) {
		q.Start, s.Start = q.Start+1, s.Start+1
	}
	for q.Len() > 0 && s.Len() > 0 && english.Alike(c.Q.Tokens[q.End-1].Text, c.S.Tokens[s.End-1].Text) {
		q.End, s.End = q.End-1, s.End-1
	}
	if q.Len() > 0 || s.Len() > 0 {
		c.Tell(change.NumberStyle, change.Minor, q, s)
	}
}

// TellAmounts reports two numbers that differ. Their units are accounted for
// with them, and shown where they differ too.
func (c *Comparison) TellAmounts(a, b reading.Fact) {
	if a.Unit == b.Unit || a.Unit == nil || b.Unit == nil {
		c.Tell(change.Number, change.Major, a.At, b.At)
	} else {
		c.Tell(change.Number, change.Major, quantity.Measured(a), quantity.Measured(b))
	}
	c.Q.spend(quantity.Measured(a))
	c.S.spend(quantity.Measured(b))
}

// SameHead reports whether two numbers count things that are paired.
func (c *Comparison) SameHead(a, b reading.Fact) bool {
	i, j := c.Q.HeadAfter(a.At.End), c.S.HeadAfter(b.At.End)
	return i >= 0 && j >= 0 && c.PairedIn(i, reading.One(j))
}

// ToldAt reports whether every atom of r is accounted for.
func (s *Side) ToldAt(r reading.Range) bool {
	return !slices.Contains(s.Spent[r.Start:r.End], false)
}

// Held reports whether source atoms lie within the match and are not yet
// accounted for.
func (c *Comparison) Held(r reading.Range) bool {
	return c.S.Inside[r.Start] && c.S.Inside[r.End-1] && !c.S.ToldAt(r)
}

// GapAt is the gap of the source where atoms r of the quote would stand.
func (c *Comparison) GapAt(r reading.Range) reading.Range {
	for _, h := range c.Holes {
		if reading.Overlap(h.Q, r) {
			return reading.Range{Start: h.S.Start, End: h.S.Start}
		}
	}
	at := min(max(0, c.Q.Expect(r.Start)), len(c.S.Tokens))
	return reading.Range{Start: at, End: at}
}

// GapFor is the gap of the quote where atoms r of the source are left out.
func (c *Comparison) GapFor(r reading.Range) reading.Range {
	for _, h := range c.Holes {
		if reading.Overlap(h.S, r) {
			return reading.Range{Start: h.Q.Start, End: h.Q.Start}
		}
	}
	return reading.Range{Start: len(c.Q.Tokens), End: len(c.Q.Tokens)}
}

// AmountsOf are the numbers of one side that nothing accounts for yet.
func (c *Comparison) AmountsOf(x *Side) []reading.Fact {
	return quantity.Amounts(x.Run, c.Copied, x.Gone)
}

func (c *Comparison) AnyTold(q, s reading.Range) bool {
	return slices.Contains(c.Q.Spent[q.Start:q.End], true) || slices.Contains(c.S.Spent[s.Start:s.End], true)
}

// Two phrases that change places around words that stay ("replace force by
// rules", "from 8 to 6") leave every word of the sentence in it, and turn its
// meaning. The source has A M B, the quote B M A. Where the quote goes on
// after a word of the source with another than that does, all lengths of A, M and B up
// to a bound are tried: a constant number for each such place.

const (
	LongestSwapped = 6 // words of a phrase that has changed places
	LongestPivot   = 8 // words that stay between the two
)

// Farthest is how far from where it would stand a phrase that has changed places
// is looked for, in words.
const Farthest = 2*LongestSwapped + LongestPivot

// SameStock reports whether nine of ten words of the quote are among the
// source's: a translator who changes places changes words too.
func (c *Comparison) SameStock() bool {
	stock, n := map[string]bool{}, 0
	for _, a := range c.S.Tokens {
		stock[a.Norm] = true
	}
	for _, a := range c.Q.Tokens {
		if stock[a.Norm] {
			n++
		}
	}
	return 10*n >= 9*len(c.Q.Tokens)
}

// AnyTied reports whether some atom of a range has a counterpart.
func (s *Side) AnyTied(r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if len(s.Mates[i]) > 0 {
			return true
		}
	}
	return false
}

// Cut notes that the quote stops or starts at a place, and what was cut off there.
func (c *Comparison) Cut(v change.Severity, at int, s text.Span) {
	c.Note(change.Truncation, v, text.Span{Start: at, End: at}, s)
}

// Extent is where in the source the first and the last paired word stand.
func (p *Comparison) Extent() (lo, hi int, ok bool) {
	c := p.Chain()
	if len(c) == 0 {
		return 0, 0, false
	}
	return c[0][1], c[len(c)-1][1], true
}

// Quoted is how the report quotes.
func (c *Comparison) Quoted() clause.Quoted {
	return clause.Quoted{Fragment: c.Kind == speech.Partial, Denied: c.ReporterNegates(), Asks: c.Q.Shows("?")}
}

// ReporterNegates reports whether the report's own words before a fragment have
// a negator: he said it was not "a problem of money".
func (c *Comparison) ReporterNegates() bool {
	n := c.Q.Doc.SentenceAt(c.Spans[0].Start)
	if n >= len(c.Q.Doc.Sentences) {
		return false
	}
	r := c.Q.Doc.WordsIn(text.Span{Start: c.Q.Doc.Sentences[n].Span.Start, End: c.Spans[0].Start})
	for w := r.Start; w < r.End; w++ {
		for _, part := range english.Contraction(english.Lower(c.Q.Doc.Word(w))) {
			if english.Negators.Has(part) || english.Negative.Has(part) || english.Denying.Has(part) || english.Wishing.Has(part) {
				return true
			}
		}
	}
	return false
}

// Counterpart is the source atom that atom i is tied to, or stands for alone in a
// hole; -1 where there is none.
func (c *Comparison) Counterpart(i int) int {
	if len(c.Q.Mates[i]) > 0 {
		return c.Q.Mates[i][0].At
	}
	for _, h := range c.Holes {
		if h.Q == reading.One(i) && h.S.Len() == 1 {
			return h.S.Start
		}
	}
	return -1
}
