package convention

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

var (
	// beforeName say what a name or a date is of: “the month of” May.
	beforeName = words.Phrases("style", "understood-before")

	// behindNumber say what a number counts: 62 “years old”.
	behindNumber = words.Phrases("style", "understood-behind")
)

// Understood tells words that one side has and the other leaves to be understood: “the
// year” 1908, 62 “years old”.
func Understood(c *comparison.Comparison) {
	for _, h := range c.Holes {
		for _, w := range c.Ways() {
			one, other := h.Q, h.S
			if w.One == c.S {
				one, other = other, one
			}
			if c.Copied && other.Len() == 0 && !w.One.AnySpent(one) && understood(w.One, one) {
				w.Tell(kindOfGap(w, c), change.Minor, one, other)
			}
		}
	}
}

// kindOfGap is what words that only the one side has are.
func kindOfGap(w comparison.Way, c *comparison.Comparison) change.Kind {
	if w.One == c.S {
		return change.Omission
	}
	return change.Insertion
}

// understood reports whether words beside a name, a date or a number go without saying.
func understood(s *comparison.Side, r reading.Range) bool {
	said, next := reading.Joined(s.Words(r)), r.End
	switch {
	case r.Len() == 0:
		return false
	case behindNumber.Has(said):
		return r.Start > 0 && (english.NumberWords.Has(s.At(r.Start-1)) || english.IsDigit(s.At(r.Start-1)))
	case beforeName.Has(said):
		return next < len(s.Tokens) && s.Tied(next) && (reading.Capital(s.Tokens[next]) || english.IsDigit(s.At(next)))
	}
	return false
}
