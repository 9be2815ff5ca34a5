package number

import (
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// agree accounts for two numbers that are equal. What they count may yet differ,
// dollars and euros, or be the same in other units.
func agree(c *comparison.Comparison, a, b reading.Fact) {
	q, s := a.At, b.At
	if a.Unit == b.Unit || a.Unit != nil && b.Unit != nil {
		q, s = quantity.Measured(a), quantity.Measured(b)
	}
	switch converted := quantity.Converted(a, b); {
	case converted && a.Unit.Of != "share":
		c.Tell(change.Substitution, change.Minor, q, s)
	case !converted && otherUnit(c, a.Unit, b.Unit), c.Copied && byAndTo(c, a, b):
		tell(c, change.Number, q, s)
	default:
		c.Restyled(q, s)
		if a.Unit != nil && b.Unit == nil {
			signAdded(c, a, b)
		}
	}
}

// byAndTo reports whether one of two equal numbers is by how much something changes and the
// other what it comes to: “cut by a third”, “cut to a third”.
func byAndTo(c *comparison.Comparison, a, b reading.Fact) bool {
	x, y := relates(c.Q, a), relates(c.S, b)
	return x == "by" && y == "to" || x == "to" && y == "by"
}

// relates is the “by” or “to” before a number, a word between them at most (“by almost a
// third”); empty where there is none.
func relates(s *comparison.Side, f reading.Fact) string {
	for k := f.With.Start - 1; k >= max(0, f.With.Start-2); k-- {
		if w := s.At(k); w == "by" || w == "to" {
			return w
		}
	}
	return ""
}

// signAdded tells the sign of a currency that a quote puts before a number of which the
// speaker has not said what it counts: “£2 billion”, of “it costs two billion”.
func signAdded(c *comparison.Comparison, a, b reading.Fact) {
	sign := reading.Range{Start: a.With.Start, End: a.At.Start}
	next := c.S.At(b.With.End)
	counts := (next == "of" || reading.Content(next)) && !c.S.MarkedOff(b.With.End)
	if a.Unit.Of != "money" || sign.Len() != 1 || counts {
		return
	}
	letters := strings.ContainsFunc(c.Q.At(sign.Start), unicode.IsLetter)
	if c.Copied && !letters && c.Q.Open(sign.Start) {
		c.Tell(change.Insertion, change.Minor, sign, comparison.Gap(b.At.Start))
	}
}

// otherUnit reports whether a number counts something else on the other side. In
// a retelling only units of one kind tell, and percentage points pass for percent.
func otherUnit(c *comparison.Comparison, a, b *reading.Unit) bool {
	if c.Copied {
		return !quantity.SameUnit(a, b)
	}
	return quantity.Clashing(a, b) && a.Of != "share"
}

// differ tells two numbers that differ. Their units are accounted for with them, and
// shown where they differ too.
func differ(c *comparison.Comparison, a, b reading.Fact) {
	q, s := quantity.Measured(a), quantity.Measured(b)
	if a.Unit == b.Unit || a.Unit == nil || b.Unit == nil {
		tell(c, change.Number, a.At, b.At)
	} else {
		tell(c, change.Number, q, s)
	}
	c.Q.Spend(q)
	c.S.Spend(s)
}

// tell tells a major change of numbers, with the signs and powers that belong to them.
func tell(c *comparison.Comparison, k change.Kind, q, s reading.Range) {
	c.Note(k, change.Major, inQuote(c, withSigns(c.Q, q)), withSigns(c.S, s))
	c.Q.Spend(q)
	c.S.Spend(s)
}

// inQuote is the part of a span of the report that is quoted.
func inQuote(c *comparison.Comparison, s text.Span) text.Span {
	start, end := c.Spans[0].Start, c.Spans[len(c.Spans)-1].End
	return text.Span{Start: min(max(s.Start, start), end), End: min(max(s.End, start), end)}
}

// withSigns is the span of words with the sign before the first and the power behind
// the last.
func withSigns(s *comparison.Side, r reading.Range) text.Span {
	if r.Len() == 0 {
		return s.SpanOf(r)
	}
	return signed(s, r.Start).span.Cover(signed(s, r.End-1).span).Cover(s.SpanOf(r))
}

// Spans tells one span of time that stands for several shorter ones: “a day” for “24
// hours”.
func Spans(c *comparison.Comparison) {
	same := comparison.Matching{
		Equal: quantity.Converted,
		Agree: func(a, b reading.Fact) { c.Tell(change.Substitution, change.Minor, a.At, b.At) },
	}
	one := func(s *comparison.Side) []reading.Fact { return quantity.OneSpans(s.Run, s.IsSpent) }
	c.Agree(same, one(c.Q), measured(c.Amounts(c.S)), c.SamePlace)
	c.Agree(same, measured(c.Amounts(c.Q)), one(c.S), c.SamePlace)
}

// measured are those of some numbers that count a unit, which is a part of them.
func measured(facts []reading.Fact) []reading.Fact {
	var out []reading.Fact
	for _, f := range facts {
		if f.Unit != nil {
			f.At = quantity.Measured(f)
			out = append(out, f)
		}
	}
	return out
}
