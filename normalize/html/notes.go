package html

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Not every page raises what leads to a note. Word writes <a href="#_ftn1">[1]</a>, and
// text that went through other hands has the brackets alone, “rose[1] last year”. Read as
// words they are numbers that the speaker is said to have given and the report to have left
// out. A link that is nothing but a number in square brackets is a note's, and so are such
// brackets as plain text is cut for: those that touch the word before them. Round ones may
// be said, “section 12(3)”.

// notes is where marks of the text t lead to notes, raised or not, in order and apart from
// each other and from what is hidden.
func (c *scanner) notes(t string) []text.Span {
	out := slices.Clone(c.raised)
	for _, l := range c.links {
		if normalize.IsNote(t[l.Start:min(l.End, l.Start+longestRaised+1)]) && !beginsWord(t[l.End:]) {
			out = append(out, l)
		}
	}
	for _, s := range normalize.References(t) {
		if t[s.Start] != '(' && t[s.Start] != '<' && !c.inCode(s.Start) {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b text.Span) int { return a.Start - b.Start })
	return c.apart(out)
}

// beginsWord reports whether a text begins with a letter: “[N]obody” is a word, linked or not.
func beginsWord(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return unicode.IsLetter(r)
}

// inCode reports whether a place is in a text that is set as it was typed and is no prose:
// there “[2]” is of the program.
func (c *scanner) inCode(at int) bool {
	i := sort.Search(len(c.runs), func(i int) bool { return c.runs[i].span.End > at })
	return i < len(c.runs) && c.runs[i].tag.in&inPre != 0 && !c.runs[i].typed()
}

// apart is spans, in order, without those that share bytes with one before them or with
// what is hidden, but for the raised ones, which know of it.
func (c *scanner) apart(spans []text.Span) (out []text.Span) {
	end, hidden, raised := 0, c.hidden, c.raised
	for _, s := range spans {
		for ; len(hidden) > 0 && hidden[0].End <= s.Start; hidden = hidden[1:] {
		}
		for ; len(raised) > 0 && raised[0].End <= s.Start; raised = raised[1:] {
		}
		is := len(raised) > 0 && raised[0] == s
		taken := len(raised) > 0 && raised[0].Start < s.End || len(hidden) > 0 && hidden[0].Start < s.End
		if s.Start >= end && (is || !taken) {
			out = append(out, s)
			end = s.End
		}
	}
	return out
}
