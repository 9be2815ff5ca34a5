package clause

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Somewhere reports whether words only name the place where something was: “in
// Tamsin”; not “in danger”.
func Somewhere(tokens []reading.Token) bool {
	if w := tokens[0].Text; w != "in" && w != "at" {
		return false
	}
	return !slices.ContainsFunc(tokens[1:], func(a reading.Token) bool {
		return reading.Content(a.Text) && !reading.Capital(a)
	})
}

// Hedges are what people say before what they say: “I think”.
var Hedges = words.Phrases("saying", "hedges")

// OwnClause reports whether a range, set off by commas, is a statement beside the
// one that is quoted rather than an aside in it: “and I am against it”; not “as I
// have said”.
func OwnClause(s *reading.Run, r reading.Range) bool {
	left := s.Tokens[r.Start:r.End]
	if strings.ContainsAny(s.GapBefore(r.Start)+s.GapBefore(r.End), "–—()") {
		return false
	}
	switch first := left[0].Text; first {
	case "and", "so", "or":
		return statement(left[1:])
	default:
		return first != "who" && english.Speakers.Has(first) && len(left) > 2 && !reading.AnyOf(left, asideVerbs)
	}
}

// asideVerbs are what speakers do in passing: I “repeat”, as we all “know”.
var asideVerbs = words.Union(english.Saying, words.Set("saying", "aside-verbs"))
