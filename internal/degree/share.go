package degree

import (
	"cmp"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// “Half of the wells are dry”, quoted from “the wells” on, says it of all of them;
// “none of the wells” so quoted says the contrary. The words before “of” are cut off
// with what they count, and no detector that compares words has anything to compare.

// shares are words for a part of something, beside quantifiers and numbers: “half”.
var shares = words.Set("degree", "shares")

// nothingOf are words for nothing of something: “none” of it, a “lack” of it.
var nothingOf = words.Set("negation", "nothing-of")

// longestShare is how many words such a phrase has at most: all but two of.
const longestShare = 5

// ShareCut is the part of a head, from word start to lo, that says of how much the
// quote is true, and what leaving it out changes: “half of”, a quantifier; “none of”,
// a negation. No kind where there is none.
func ShareCut(s *reading.Run, start, lo int) (reading.Range, change.Kind) {
	r := reading.Range{Start: lo, End: lo}
	if w := s.Tokens[lo-1].Text; w != "of" {
		if lo-1 == start && notAll(w) {
			return reading.Range{Start: start, End: lo}, change.Quantifier
		}
		return r, ""
	}
	kind := change.Kind("")
	for j := lo - 2; j >= max(start, lo-1-longestShare) && !s.OpensClause(j+1); j-- {
		switch w := s.Tokens[j].Text; {
		case nothingOf.Has(w):
			r.Start, kind = j, change.Negation
		case isShare(w):
			r.Start, kind = j, cmp.Or(kind, change.Quantifier)
		case w == "only" && kind != "":
			r.Start = j
		}
	}
	return r, kind
}

// notAll reports whether a word is a quantity of less than most: “few”, “many”.
func notAll(w string) bool {
	n := english.Quantities.Of(w)
	return 0 < n && n < 4
}

// Partial reports whether a word says that not all of something is meant: “half”, “some”,
// “part”; not “seven”.
func Partial(w string) bool { return shares.Has(w) || notAll(w) }

// isShare reports whether a word says how much of something is meant: “half”,
// “seven”, “some”.
func isShare(w string) bool {
	return Partial(w) || english.NumberWords.Has(w) || english.IsDigit(w)
}
