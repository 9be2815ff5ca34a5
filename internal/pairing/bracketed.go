package pairing

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/reading"
)

// Words in square brackets are the reporter's, unless the transcript has brackets
// there too: then they are words like others, to be compared as such. Which brackets
// of the two sides are the same is told by a word that they share, or by the word
// before them where both have a number. Cost: the brackets of one side
// times those of the other.

// shareBrackets takes the brackets of the quote that the source has too for none.
func (p *Pairing) shareBrackets() {
	mine := groups(len(p.Q.Tokens), func(i int) bool { return p.Q.Tokens[i].Bracketed })
	if len(mine) == 0 {
		return
	}
	theirs := p.sourceBrackets()
	for _, q := range mine {
		k := slices.IndexFunc(theirs, func(s reading.Range) bool { return p.oneBracket(q, s) })
		if k < 0 {
			continue
		}
		theirs = theirs[k+1:]
		for i := q.Start; i < q.End; i++ {
			p.Q.Tokens[i].Bracketed = false
		}
	}
}

// sourceBrackets are the words of the source in each pair of square brackets.
func (p *Pairing) sourceBrackets() []reading.Range {
	inside := make([]bool, len(p.S.Tokens))
	for j := 1; j < len(inside); j++ {
		gap := p.S.GapBefore(j)
		inside[j] = inside[j-1]
		if strings.ContainsAny(gap, "[]") {
			inside[j] = strings.LastIndexByte(gap, '[') > strings.LastIndexByte(gap, ']')
		}
	}
	return groups(len(inside), func(j int) bool { return inside[j] })
}

// groups are the longest ranges of n words that all are in.
func groups(n int, in func(i int) bool) []reading.Range {
	var out []reading.Range
	for i := 0; i < n; i++ {
		if lo := i; in(i) {
			for i < n && in(i) {
				i++
			}
			out = append(out, reading.Range{Start: lo, End: i})
		}
	}
	return out
}

// oneBracket reports whether q of the quote and s of the source are the same
// brackets.
func (p *Pairing) oneBracket(q, s reading.Range) bool {
	for _, a := range p.Q.Words(q) {
		if slices.ContainsFunc(p.S.Words(s), func(b reading.Token) bool { return a.Text == b.Text }) {
			return true
		}
	}
	before := q.Start > 0 && p.Q.At(q.Start-1) == p.S.At(s.Start-1)
	return before && slices.ContainsFunc(p.Q.Words(q), figure) && slices.ContainsFunc(p.S.Words(s), figure)
}

// figure reports whether a word has a digit.
func figure(a reading.Token) bool { return strings.ContainsFunc(a.Text, unicode.IsDigit) }
