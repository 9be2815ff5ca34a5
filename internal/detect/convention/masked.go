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

// Masks tells words that one side masks: newspapers print a swear word as d--- or
// f***ing, which is a way of writing it.
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

// mask tells words i and j if one is the other's masked form.
func mask(c *comparison.Comparison, i, j int) {
	if !unspent(c.Q, i) || !unspent(c.S, j) {
		return
	}
	a, b := written(c.Q, i), written(c.S, j)
	if masked(c.Q.Doc.Read(a), c.S.Doc.Read(b)) || masked(c.S.Doc.Read(b), c.Q.Doc.Read(a)) {
		c.Tell(change.Spelling, change.Minor, wordsIn(c.Q, i, a), wordsIn(c.S, j, b))
	}
}

// longestWritten is how many bytes are read on either side of a word.
const longestWritten = 24

// written is what stands around a word between blanks, without the marks at its
// ends that mask nothing.
func written(s *comparison.Side, i int) text.Span {
	w := s.Doc.Words[s.Tokens[i].Word].Span()
	lo, hi := max(0, w.Start-longestWritten), min(len(s.Doc.Text), w.End+longestWritten)
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

// notLetter reports a rune that no plain word has.
func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// maskRune reports a rune that stands for letters: d---, f***ing.
func maskRune(r rune) bool { return r == '*' || r == '-' || r == '_' }

// masked reports whether a is the word b with letters masked.
func masked(a, b string) bool {
	first, last := strings.IndexFunc(a, maskRune), strings.LastIndexFunc(a, maskRune)
	if first < 1 || last == first && a[first] != '*' || strings.ContainsFunc(b, notLetter) {
		return false
	}
	head, tail := english.Lower(a[:first]), english.Lower(a[last+1:])
	if strings.ContainsFunc(a[first:last+1], unicode.IsLetter) {
		return false
	}
	b = english.Lower(b)
	return len(b) > len(head)+len(tail) && strings.HasPrefix(b, head) && strings.HasSuffix(b, tail)
}

// wordsIn are the words in a span, from word i on.
func wordsIn(s *comparison.Side, i int, span text.Span) reading.Range {
	r := reading.Range{Start: i, End: i + 1}
	for r.End < len(s.Tokens) && span.Contains(s.Doc.Words[s.Tokens[r.End].Word].Span()) {
		r.End++
	}
	return r
}
