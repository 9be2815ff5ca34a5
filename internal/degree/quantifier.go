package degree

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// QuantifiersIn are the words of a run that say how much of a whole is meant, or limit
// it from one side, but for those to skip: “most”, “at least a” year. The bounds of
// numbers are read with the numbers.
func QuantifiersIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for i, a := range s.Tokens {
		if skip(i) {
			continue
		}
		switch b := bounds.Of(a.Text); {
		case english.Quantities.Of(a.Text) > 0 && !idiom(s, i):
			out = append(out, reading.Fact{Value: quantifier(s, i), At: reading.One(i)})
		case b != "" && bounding(s, i):
			out = append(out, bound(s, i, b))
		}
	}
	return out
}

// SameFact reports whether two facts say the same: “all” and “all”; not “all” and “most”.
func SameFact(a, b reading.Fact) bool { return a.Value == b.Value }

// quantifier is the quantifier at token i; “a few”, “a little” and “every other” day are some.
func quantifier(s *reading.Run, i int) string {
	w, before := s.Tokens[i].Text, s.At(i-1)
	switch {
	case before == "not" && (w == "all" || strings.HasPrefix(w, "every")):
		return english.NotAll
	case w == "every" && (s.At(i+1) == "other" || s.At(i+1) == "second") && countable.Has(s.At(i+2)):
		return "some"
	case before == "a" && (w == "few" || w == "little") && !stopped(s, i), before == "another" && w == "few":
		return "some"
	}
	return w
}

// stopped reports whether a full stop, and no ellipsis, stands before token i: “pier A. Few”.
func stopped(s *reading.Run, i int) bool {
	gap := s.GapBefore(i)
	return strings.Contains(gap, ".") && !reading.HasDots(gap)
}

// idiom reports whether the quantity at token i says nothing of how much: “at all”,
// “as much”, “all right”, “each other”.
func idiom(s *reading.Run, i int) bool {
	w := s.Tokens[i].Text
	return idioms.Has(s.At(i-1)+" "+w) || idioms.Has(w+" "+s.At(i+1))
}

var (
	// idioms have a quantity in them that says nothing of how much.
	idioms = words.Phrases("degree", "idioms")

	// bounds limit a number or a set from one side: “only”.
	bounds = words.Values("degree", "bounds", words.Text)

	// countable are what “over a” counts one of: “year”; “concerns over a plan” counts
	// nothing.
	countable = words.Set("degree", "countable")
)

// bounding reports whether the word at token i limits what follows: “only”, “up to a
// year”. Most are prepositions too unless “a year” or the like follows.
func bounding(s *reading.Run, i int) bool {
	switch s.Tokens[i].Text {
	case "least":
		return s.At(i-1) == "at"
	case "up":
		return s.At(i+1) == "to" && s.At(i+2) == "a" && countable.Has(s.At(i+3))
	case "only", "merely", "solely", "exclusively":
		return s.At(i-1) != "not"
	case "almost", "nearly", "virtually", "practically":
		return true
	}
	return s.At(i+1) == "a" && countable.Has(s.At(i+2))
}

// bound is the limit at token i with the words that belong to it: “at least”, “up to”.
func bound(s *reading.Run, i int, value string) reading.Fact {
	f := reading.Fact{Value: value, At: reading.One(i)}
	switch w := s.Tokens[i].Text; {
	case w == "least":
		f.At.Start--
	case w == "up":
		f.At.End++
	case w == "under" && s.At(i-1) == "just":
		f.Value = "nearly"
	}
	return f
}

// Graded reports whether a word says how much of a whole is meant, or none of it:
// “most”, “never”; not “large”.
func Graded(w string) bool { return english.Quantities.Of(w) > 0 || english.Negators.Has(w) }

// Trend reports whether a number goes up or down by the word at token i: “up by a
// third”, “down 5 percent”; not “up a hill”.
func Trend(s *reading.Run, i int) bool {
	if w := s.Tokens[i].Text; w != "up" && w != "down" {
		return false
	}
	next := s.At(i + 1)
	return next == "by" || next != "a" && english.IsAmount(next)
}
