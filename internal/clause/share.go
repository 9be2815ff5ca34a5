package clause

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// "Half of the wells are dry", quoted from "the wells" on, says it of all of them;
// "none of the wells" so quoted says the contrary. The words before "of" are cut off
// with what they count, and no detector that compares words has anything to compare.

// shares are words for a part of something, beside quantifiers and numbers.
var shares = words.Set("degree", "shares")

// lacking are words for nothing of something.
var lacking = words.Set("negation", "lacking")

// longestShare is how many words such a phrase has at most: all but two of.
const longestShare = 5

// ShareCut is the part of a head, from source atom start to lo, that says of how
// much the quote is true, and what leaving it out changes; none where the kind is
// empty.
func ShareCut(s *reading.Run, start int, lo int) (reading.Range, change.Kind) {
	r := reading.Range{Start: lo, End: lo}
	if s.Tokens[lo-1].Text != "of" {
		if w := s.Tokens[lo-1].Text; lo-1 == start && 0 < english.Quantities.Of(w) && english.Quantities.Of(w) < 4 {
			return reading.Range{Start: start, End: lo}, change.Quantifier
		}
		return r, ""
	}
	kind := change.Kind("")
	for j := lo - 2; j >= max(start, lo-1-longestShare) && !s.OpensClause(j+1); j-- {
		switch w := s.Tokens[j].Text; {
		case lacking.Has(w):
			r.Start, kind = j, change.Negation
		case shares.Has(w), english.NumberWords.Has(w), english.IsDigit(w), 0 < english.Quantities.Of(w) && english.Quantities.Of(w) < 4, w == "only" && kind != "":
			r.Start = j
			if kind == "" {
				kind = change.Quantifier
			}
		}
	}
	return r, kind
}
