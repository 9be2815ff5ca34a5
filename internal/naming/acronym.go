package naming

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// AcronymOf reports whether one name may be the initials of the other: “un” and
// “union”; not “union” and “nations”.
func AcronymOf(x, y string) bool {
	return x != "" && y != "" && x[0] == y[0] && min(len(x), len(y)) <= 4 && len(x) != len(y)
}

// bearerReach is how many words around a name are read for another name of its bearer.
const bearerReach = 2000

// SideBySideIn reports whether two names stand side by side near word at of a
// document, in whatever order: “Ada Lund” has “lund” and “ada”.
func SideBySideIn(d *text.Document, at int, a, b string) bool {
	for w := max(1, at-bearerReach); w < min(len(d.Words), at+bearerReach); w++ {
		x, y := d.Word(w-1), d.Word(w)
		if len(x)+len(y) != len(a)+len(b) {
			continue
		}
		if equalFold(x, a, y, b) || equalFold(x, b, y, a) {
			return true
		}
	}
	return false
}

// equalFold reports whether x is a and y is b, but for capitals.
func equalFold(x, a, y, b string) bool { return strings.EqualFold(x, a) && strings.EqualFold(y, b) }

// SpelledOut finds a run of words that has the initials of an acronym and begins with a
// name, or, for one of three letters and more, with any word; empty where there is none:
// the “Voice of Varland” for “vov”.
func SpelledOut(s *reading.Run, short string, names []reading.Fact) reading.Range {
	for _, f := range names {
		if n := initials(short, s.Tokens[f.At.Start:], isUpper); n > 1 {
			return reading.Range{Start: f.At.Start, End: f.At.Start + n}
		}
	}
	for i := range s.Tokens {
		if n := initials(short, s.Tokens[i:], isAny); len(short) > 2 && n > 2 {
			return reading.Range{Start: i, End: i + n}
		}
	}
	return reading.Range{}
}

// isUpper reports whether a word may be part of a name that is spelled out: “Voice”,
// “of”.
func isUpper(a *reading.Token) bool { return a.Upper || english.FunctionWords.Has(a.Text) }

// isAny takes any word for part of a name.
func isAny(*reading.Token) bool { return true }

// initials is how many words from the first on spell an acronym: Voice of
// Varland is “vov”, and also “vv”. 0 where
// they do not.
func initials(short string, tokens []reading.Token, part func(*reading.Token) bool) int {
	for n := range tokens {
		a := &tokens[n]
		switch {
		case short == "":
			return n
		case a.Text[0] == short[0] && part(a):
			short = short[1:]
		case n == 0 || !english.FunctionWords.Has(a.Text):
			return 0
		}
	}
	if short != "" {
		return 0
	}
	return len(tokens)
}
