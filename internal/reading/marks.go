package reading

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// What the marks between words say: where a clause begins, what is set off, which
// words are written together.

// OpensClause reports whether a comma, a dash or the like stands before token i:
// before the “but” of “it rose, but slowly”.
func (s *Run) OpensClause(i int) bool {
	if i <= 0 || i >= len(s.Tokens) || s.Tokens[i].Word == s.Tokens[i-1].Word {
		return false
	}
	gap := s.GapBefore(i)
	return strings.ContainsAny(gap, ",;:–—") || strings.Contains(gap, "--")
}

// LastClause reports whether no comma stands between token i and end: from “if” on
// in “it is safe, if it rains”.
func (s *Run) LastClause(i, end int) bool {
	for k := i + 1; k < end; k++ {
		if s.OpensClause(k) {
			return false
		}
	}
	return true
}

// MarkedOff reports whether token i is parted from the one before it by a mark or
// a sentence's end: the “we” of “(we think)”.
func (s *Run) MarkedOff(i int) bool {
	if i <= 0 || i >= len(s.Tokens) || s.SentenceOf(i-1) != s.SentenceOf(i) {
		return true
	}
	return strings.ContainsAny(s.GapBefore(i), ",;:–—()")
}

// SetOff reports whether marks on both sides set a range off from the rest of its
// sentence: “the mayor, of course, agrees”.
func (s *Run) SetOff(r Range) bool {
	return s.MarkedOff(r.Start) && s.MarkedOff(r.End) && s.SentenceOf(r.Start) == s.SentenceOf(r.End-1)
}

// Listed reports whether a range is a member of a list, with the “and” that joins
// it: “and milk”, “as well as bread”.
func (s *Run) Listed(r Range) bool {
	tokens := s.Tokens[r.Start:r.End]
	if tokens[0].Text == "and" || tokens[len(tokens)-1].Text == "and" || StartsWith(tokens, besides) {
		return true
	}
	return s.MarkedOff(r.Start) && s.At(r.End) == "and"
}

// besides join a member to a list in more words than one.
var besides = words.Phrases("grammar", "besides")

// OneName reports whether token i and the next stand side by side as the words of
// a name do: “Ada Lund”, “J. Lund”, “Lund-Holt”.
func (s *Run) OneName(i int) bool {
	if s.Tokens[i].Word+1 != s.Tokens[i+1].Word {
		return false
	}
	switch s.GapBefore(i + 1) {
	case " ", "-", ". ":
		return true
	}
	return false
}

// SideBySide reports whether a gap between two words is nothing but blanks and
// hyphens: that of “well-known”; not that of “well, known”.
func SideBySide(gap string) bool { return gap != "" && strings.Trim(gap, " \t\r\n-") == "" }

// Touch reports whether no word stands between a and b, in whatever order: “Lund” and
// “Holt” of “Lund, Holt”.
func Touch(d *text.Document, a, b text.Span) bool {
	if a.Start > b.Start || a.Start == b.Start && a.Len() > b.Len() {
		a, b = b, a
	}
	return a.End <= b.Start && strings.TrimSpace(d.Gap(text.Span{Start: a.End, End: b.Start})) == ""
}

// Says reports whether a span has a word of content: “, of which” has none.
func Says(d *text.Document, s text.Span) bool {
	for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
		if Content(english.Lower(d.Word(r.Start))) {
			return true
		}
	}
	return false
}
