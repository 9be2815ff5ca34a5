package convention

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// fillers are words of spoken language that reporters leave out: you know, uh.
var fillers = words.Phrases("style", "fillers")

// mostFillers is how many words in a row may be nothing but fillers.
const mostFillers = 12

// Fillers tells words of spoken language that a report leaves out, and words said
// twice.
func Fillers(c *comparison.Comparison) {
	for _, h := range c.Holes {
		if h.S.Len() == 0 || h.S.Len() > mostFillers || !c.S.Held(h.S) || !c.Q.AllSpent(h.Q) {
			continue
		}
		if allFillers(c.S, h.S) || repeated(c.S, h.S) || falseStart(c.S, h.S) {
			c.Tell(change.Filler, change.Minor, comparison.Gap(h.Q.Start), h.S)
		}
	}
}

// allFillers reports whether words are nothing but fillers. The “just” of “not just” is none.
func allFillers(s *comparison.Side, r reading.Range) bool {
	for r.Len() > 0 {
		n := reading.Prefix(s.Words(r), fillers)
		if n == 0 || s.Scopes(r.Start) {
			return false
		}
		r.Start += n
	}
	return true
}

// repeated reports whether words stand there twice in a row: "we, we will".
func repeated(s *comparison.Side, r reading.Range) bool {
	n, said := r.Len(), reading.Joined(s.Words(r))
	before := r.Start >= n && reading.Joined(s.Tokens[r.Start-n:r.Start]) == said
	return before || r.End+n <= len(s.Tokens) && reading.Joined(s.Tokens[r.End:r.End+n]) == said
}

// falseStart reports whether words, but for fillers, are begun again after them:
// "it is, uh, it is".
func falseStart(s *comparison.Side, r reading.Range) bool {
	var kept []reading.Token
	for _, a := range s.Words(r) {
		if !fillers.Has(a.Text) {
			kept = append(kept, a)
		}
	}
	n := len(kept)
	if n == 0 || n == r.Len() || r.End+n > len(s.Tokens) {
		return false
	}
	return reading.Joined(kept) == reading.Joined(s.Tokens[r.End:r.End+n])
}
