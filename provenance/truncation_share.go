package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/text"
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

// shareCut is the part of a head, from source atom start to lo, that says of how
// much the quote is true, and what leaving it out changes; none where the kind is
// empty.
func (s *side) shareCut(start int, lo int) (trange, Kind) {
	r := trange{Start: lo, End: lo}
	if s.tokens[lo-1].text != "of" {
		if w := s.tokens[lo-1].text; lo-1 == start && 0 < quantities.Of(w) && quantities.Of(w) < 4 {
			return trange{Start: start, End: lo}, Quantifier
		}
		return r, ""
	}
	kind := Kind("")
	for j := lo - 2; j >= max(start, lo-1-longestShare) && !s.opensClause(j+1); j-- {
		switch w := s.tokens[j].text; {
		case lacking.Has(w):
			r.Start, kind = j, Negation
		case shares.Has(w), numberWords.Has(w), isDigit(w), 0 < quantities.Of(w) && quantities.Of(w) < 4, w == "only" && kind != "":
			r.Start = j
			if kind == "" {
				kind = Quantifier
			}
		}
	}
	return r, kind
}

// cutShare reports a share that was cut off before the quote.
func (p *pairing) cutShare(start, lo int) bool {
	r, kind := p.s.shareCut(start, lo)
	if kind == "" || slices.ContainsFunc(p.q.tokens, func(a atom) bool { return a.text == p.s.tokens[r.Start].text }) {
		return false
	}
	at := p.spans[0].Start
	p.note(kind, Major, text.Span{Start: at, End: at}, p.sourceSpan(r))
	return true
}
