package convention

import (
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/words"
)

// unheard are notes of a transcript that stand where somebody spoke: (inaudible).
var unheard = words.Set("stage", "unheard")

// mostUnheard is how many words of a quote may stand for one such note.
const mostUnheard = 4

// Unheard tells words that stand where the transcript notes that it was not
// understood: what was said there cannot be judged.
func Unheard(c *comparison.Comparison) {
	for _, h := range c.Holes {
		if h.S.Len() > 0 || h.Q.Len() == 0 || h.Q.Len() > mostUnheard || c.Q.AnySpent(h.Q) {
			continue
		}
		if notesUnheard(c.S.WrittenBefore(h.S.Start)) {
			c.Tell(change.Insertion, change.Minor, h.Q, h.S)
		}
	}
}

// notesUnheard reports whether a gap of the source has a note of words not heard.
func notesUnheard(gap string) bool {
	if !strings.ContainsAny(gap, "([") {
		return false
	}
	for w := range strings.FieldsFuncSeq(gap, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if unheard.Has(strings.ToLower(w)) {
			return true
		}
	}
	return false
}
