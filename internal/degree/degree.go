package degree

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// bounds are words that limit a number or a set from one side.
var bounds = words.Values("degree", "bounds", words.Text)

func SameFact(a, b reading.Fact) bool { return a.Value == b.Value }

func QuantifiersIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	var out []reading.Fact
	for i, a := range s.Tokens {
		if skip(i) {
			continue
		}
		at := reading.Range{Start: i, End: i + 1}
		switch b := bounds.Of(a.Text); {
		case english.Quantities.Of(a.Text) > 0 && !comparing(s, i):
			out = append(out, reading.Fact{Value: degree(s, i), At: at})
		case b != "" && bounding(s, i):
			if a.Text == "least" {
				at.Start--
			}
			if a.Text == "up" {
				at.End++
			}
			if a.Text == "under" && s.At(i-1) == "just" {
				b = "nearly"
			}
			out = append(out, reading.Fact{Value: b, At: at})
		}
	}
	return out
}

// degree is the quantifier at i; "a few" and "a little" are some.
func degree(s *reading.Run, i int) string {
	if t := s.Tokens[i].Text; (t == "all" || strings.HasPrefix(t, "every")) && s.At(i-1) == "not" {
		return english.NotAll
	}
	if t := s.Tokens[i].Text; (t == "few" || t == "little") && s.At(i-1) == "a" || t == "few" && s.At(i-1) == "another" {
		return "some"
	}
	return s.Tokens[i].Text
}

// comparing: "most important", "at all", "as many as", "all right".
func comparing(s *reading.Run, i int) bool {
	next, prev := s.At(i+1), s.At(i-1)
	switch s.Tokens[i].Text {
	case "all":
		return prev == "at" || prev == "after" || next == "right" || prev == "above" || prev == "first"
	case "little", "whole", "certain", "much":
		return prev == "as" || prev == "so" || prev == "too" || s.Tokens[i].Text == "certain" && (prev == "for" || prev == "am" || prev == "is" || prev == "are")
	case "most":
		return next == "especially" || next == "notably" || next == "importantly"
	case "each":
		return next == "other"
	}
	return false
}

// bounding: these words are prepositions too unless "a year" or the like follows. The
// bounds of numbers are read with them.
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

// countable are what "over a" counts one of; "concerns over a plan" counts nothing.
var countable = words.Set("degree", "countable")

// Restrains reports whether atoms hold a word that limits what stands beside
// them: of what is alleged, planned or begun nobody says that it is.
func Restrains(s *reading.Run, r reading.Range, skip func(i int) bool) bool {
	words := s.Tokens[r.Start:r.End]
	for i, a := range words {
		if !skip(r.Start+i) && (limiters.Has(a.Text) || limiters.Has(strings.TrimSuffix(a.Text, "ly"))) || reading.StartsWith(words[i:], limitingPhrases) {
			return true
		}
	}
	n := len(words)
	return n > 1 && words[n-1].Text == "to" && attempts.Has(words[n-2].Text)
}

var limiters = words.Set("degree", "limiters")

var limitingPhrases = words.Phrases("degree", "limiting-phrases")

// attempts come before "to" and a verb, and leave open whether it was done.
var attempts = words.Set("degree", "attempts")
