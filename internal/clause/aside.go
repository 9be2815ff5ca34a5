package clause

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// Somewhere reports whether atoms only name the place where something was.
func Somewhere(atoms []reading.Token) bool {
	return (atoms[0].Text == "in" || atoms[0].Text == "at") && !slices.ContainsFunc(atoms[1:], func(a reading.Token) bool { return reading.Content(a.Text) && !reading.Capital(a) })
}

// Hedges are what people say before what they say.
var Hedges = words.Phrases("saying", "hedges")

// OwnClause reports whether source atoms s, set off by commas, are a statement
// beside the one that is quoted rather than an aside in it: "and I am against
// it", but not "as I have said".
func OwnClause(x *reading.Run, s reading.Range) bool {
	left := x.Tokens[s.Start:s.End]
	joined := left[0].Text == "and" || left[0].Text == "so" || left[0].Text == "or"
	switch {
	case strings.ContainsAny(x.GapBefore(s.Start)+x.GapBefore(s.End), "–—()"):
		return false
	case joined:
		return reading.Statement(left[1:])
	}
	return english.Speakers.Has(left[0].Text) && left[0].Text != "who" && len(left) > 2 && !slices.ContainsFunc(left, func(a reading.Token) bool { return asideVerbs.Has(a.Text) })
}

// asideVerbs are what speakers do in passing: I repeat, as we all know.
var asideVerbs = words.Union(english.Saying, words.Set("saying", "aside-verbs"))
