package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// A line is a piece with what can be seen of it at a glance.
type line struct {
	text   string // without white space around it
	words  []text.Word
	n      int    // how many they are
	caps   int    // words that begin with a capital
	common int    // function words
	ends   bool   // ends as a sentence does
	lower  bool   // begins with a lower-case letter
	quoted bool   // has a quotation mark
	script byte   // of most of its letters
	key    string // words in lower case, digits read as 0; only of short lines
	reason string // why it is junk; empty while it is not known to be
	kind   text.BlockKind
	kept   bool // known to belong
}

const longLine = 40 // words of a line from which on no key is made

func measure(t string, p Piece, words []text.Word) line {
	l := line{text: t[p.Span.Start:p.Span.End], words: words, n: len(words), reason: p.Reason, kept: p.Kept, kind: p.Kind}
	if l.reason != "" || l.kept {
		return l
	}
	l.ends = endsSentence(l.text)
	l.lower = unicode.IsLower(firstRune(l.text))
	l.quoted = strings.ContainsAny(l.text, "\"“”«»„")
	l.script = script(firstLetter(l.text))
	for _, w := range words[:min(len(words), 60)] {
		s := t[w.Start:w.End]
		if c := s[0]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && startsUpper(s) {
			l.caps++
			if len(s) > 4 || l.caps > 1 {
				continue
			}
		}
		if len(s) <= 5 && english[strings.ToLower(s)] || len(languagesOf[s]) > 0 {
			l.common++
		}
	}
	if l.n <= longLine {
		l.key = keyOf(t, words)
	}
	return l
}

var english = set(strings.Join(commonWords["en"], " "))

// keyOf is the words in lower case with a blank between them; a number is as
// many zeros as 0.
func keyOf(t string, words []text.Word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		s := t[w.Start:w.End]
		if startsDigit(s) {
			b.WriteByte('0')
			continue
		}
		for _, r := range s {
			switch {
			case r == '\'' || r == '’' || r == '.':
				if r != '.' {
					b.WriteByte(' ')
				}
			case r < utf8.RuneSelf:
				if 'A' <= r && r <= 'Z' {
					r |= 0x20
				}
				b.WriteByte(byte(r))
			default:
				b.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return b.String()
}

// endsSentence reports whether t ends in the mark of a sentence, closing
// quotation marks and brackets aside.
func endsSentence(t string) bool {
	t = strings.TrimRight(t, closers+" *")
	if strings.HasSuffix(t, "...") || strings.HasSuffix(t, "…") {
		return len(t) > 120 // what a page cuts short ends so too
	}
	r, _ := utf8.DecodeLastRuneInString(t)
	return isTerminator(r) && r != utf8.RuneError
}

// firstLetter is a letter of t: its first one, or 0.
func firstLetter(t string) rune {
	for _, r := range t {
		if r == ' ' || r < 'A' {
			continue
		}
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}

// prose reports whether the line reads as a sentence or more of running text.
func (l *line) prose() bool {
	switch {
	case l.script == 'A' && l.ends:
		return l.n >= 8
	case l.ends:
		return l.n >= 7 && l.common >= 1
	}
	return l.n >= 18 && l.common*6 >= min(l.n, 60) || l.n >= 10 && l.quoted && l.common*5 >= l.n
}
