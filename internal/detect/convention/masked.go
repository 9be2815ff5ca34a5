package convention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// Newspapers print a swear word with its letters masked: d---, f***ing. That is
// a way of writing it.

// Masks reports words that one side masks.
func Masks(c *comparison.Comparison) {
	for _, h := range c.Holes {
		mask(c, h.Q.Start, h.S.Start)
	}
	for i := range c.Q.Tokens {
		if c.Soft(i) {
			mask(c, i, c.Q.Mates[i][0].At)
		}
	}
}

// mask reports the words at atoms i and j if one is the other's masked form.
func mask(c *comparison.Comparison, i, j int) {
	if i >= len(c.Q.Tokens) || j >= len(c.S.Tokens) || c.Q.Spent[i] || c.S.Spent[j] {
		return
	}
	a, b := token(c.Q, i), token(c.S, j)
	if masked(c.Q.Doc.Read(a), c.S.Doc.Read(b)) || masked(c.S.Doc.Read(b), c.Q.Doc.Read(a)) {
		c.Tell(change.Spelling, change.Minor, atomsIn(c.Q, i, a), atomsIn(c.S, j, b))
	}
}

// longestToken is how many bytes of a token are read on either side of an atom.
const longestToken = 24

// token is what stands around an atom between blanks, without the marks at its
// ends that mask nothing.
func token(s *comparison.Side, i int) text.Span {
	w := s.Doc.Words[s.Tokens[i].Word].Span()
	lo, hi := max(0, w.Start-longestToken), min(len(s.Doc.Text), w.End+longestToken)
	before, after := s.Doc.Text[lo:w.Start], s.Doc.Text[w.End:hi]
	if k := strings.LastIndexFunc(before, unicode.IsSpace); k >= 0 {
		_, n := utf8.DecodeRuneInString(before[k:])
		before = before[k+n:]
	}
	if k := strings.IndexFunc(after, unicode.IsSpace); k >= 0 {
		after = after[:k]
	}
	outside := func(r rune) bool { return !unicode.IsLetter(r) && !maskRune(r) }
	before, after = strings.TrimLeftFunc(before, outside), strings.TrimRightFunc(after, outside)
	return text.Span{Start: w.Start - len(before), End: w.End + len(after)}
}

func maskRune(r rune) bool { return r == '*' || r == '-' || r == '_' }

// masked reports whether a is the word b with letters masked.
func masked(a, b string) bool {
	first, last := strings.IndexFunc(a, maskRune), strings.LastIndexFunc(a, maskRune)
	if first < 1 || last == first && a[first] != '*' || strings.ContainsFunc(b, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	head, tail := english.Lower(a[:first]), english.Lower(a[last+1:])
	if strings.ContainsFunc(a[first:last+1], unicode.IsLetter) {
		return false
	}
	b = english.Lower(b)
	return len(b) > len(head)+len(tail) && strings.HasPrefix(b, head) && strings.HasSuffix(b, tail)
}

// atomsIn are the atoms of a token, from atom i on.
func atomsIn(x *comparison.Side, i int, s text.Span) reading.Range {
	r := reading.Range{Start: i, End: i + 1}
	for r.End < len(x.Tokens) && s.Contains(x.Doc.Words[x.Tokens[r.End].Word].Span()) {
		r.End++
	}
	return r
}
