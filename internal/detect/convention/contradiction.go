package convention

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// What stands in square brackets is the reporter's, and mostly a help: a name for a
// pronoun, a word that explains. It is none where it says something else than the
// speaker does at that place: [not], [might] for "will", another number, another name.

// contradiction is the kind of change that brackets q of the quote make of words s,
// which the source has there; empty where there is none.
func contradiction(c *comparison.Comparison, q, s reading.Range) change.Kind {
	put, there := c.Q.Part(q), c.S.Part(s)
	said, bare := c.S.AnyContent(s), !slices.ContainsFunc(put.Tokens, explains)
	switch {
	case (said || bare) && reading.Negated(put.Tokens) && !reading.Negated(there.Tokens):
		return change.Negation
	case bare && surer(put, there, said):
		return change.Modality
	case otherDates(put, there):
		return change.Date
	case otherAmounts(c, put, there):
		return change.Number
	case otherNames(c, put, there):
		return change.Name
	}
	return ""
}

// explains reports whether a word in brackets says more than "not" does.
func explains(a reading.Token) bool {
	return reading.Content(a.Text) && !english.Negators.Has(a.Text)
}

// surer reports whether what is put in speaks more or less surely than the source.
func surer(put, there *comparison.Side, said bool) bool {
	return degree.Surer(degree.ModalsIn(put.Run, put.IsSpent), degree.ModalsIn(there.Run, there.IsSpent), said)
}

// otherAmounts reports whether both sides have numbers, and none is the same. In
// other units they may be.
func otherAmounts(c *comparison.Comparison, put, there *comparison.Side) bool {
	return noneAgree(c.Amounts(put), c.Amounts(there), func(a, b reading.Fact) bool {
		return a.Weak || b.Weak || quantity.SameAmount(a, b) || !quantity.SameUnit(a.Unit, b.Unit)
	})
}

// otherDates reports whether both sides have dates of a sort, and none is the same.
func otherDates(put, there *comparison.Side) bool {
	q, s := put.Dates(), there.Dates()
	return noneAgree(q, s, func(a, b reading.Fact) bool {
		return !calendar.SameSort(a.Value, b.Value) || calendar.SameDate(a, b)
	})
}

// otherNames reports whether both sides have names, and none may be the same.
func otherNames(c *comparison.Comparison, put, there *comparison.Side) bool {
	names := func(s *comparison.Side) []reading.Fact {
		return slices.DeleteFunc(naming.NamesIn(s.Run, s.IsSpent), func(f reading.Fact) bool {
			return f.Weak && !titled(s.Run, f.At.Start)
		})
	}
	return noneAgree(names(put), names(there), func(a, b reading.Fact) bool {
		return mayBeOne(naming.PlainAt(put.Run, a), naming.PlainAt(there.Run, b)) ||
			oneBearer(c, put.Tokens[a.At.Start].Word, there.Tokens[b.At.Start].Word)
	})
}

// titled reports whether a title stands before word i, so that it names somebody:
// “Mr. Gate”.
func titled(s *reading.Run, i int) bool {
	return i > 0 && s.Tokens[i-1].Upper && english.NotNames.Has(s.Tokens[i-1].Text)
}

// mayBeOne reports whether two names may be one: in other letters, short and in
// full, or a nation and what is no nation.
func mayBeOne(x, y string) bool {
	switch {
	case naming.SameInCopy(x, y), naming.SameElsewhere(x, y), naming.AcronymOf(x, y):
		return true
	}
	return naming.OfNation(x) != naming.OfNation(y)
}

// oneBearer reports whether somewhere near by the two names stand side by side:
// [Abara] for Leontine.
func oneBearer(c *comparison.Comparison, q, s int) bool {
	a, b := english.Lower(c.Q.Doc.Word(q)), english.Lower(c.S.Doc.Word(s))
	return naming.SideBySideIn(c.Q.Doc, q, a, b) || naming.SideBySideIn(c.S.Doc, s, a, b)
}

// noneAgree reports whether there are facts on both sides and no two of them agree.
func noneAgree(q, s []reading.Fact, agree func(a, b reading.Fact) bool) bool {
	for _, a := range q {
		if slices.ContainsFunc(s, func(b reading.Fact) bool { return agree(a, b) }) {
			return false
		}
	}
	return len(q) > 0 && len(s) > 0
}
