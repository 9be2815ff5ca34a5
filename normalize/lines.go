package normalize

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// A line is a piece with what can be seen of it at a glance.
type line struct {
	text    string // without white space around it
	words   []text.Word
	n       int    // how many they are
	caps    int    // words that begin with a capital
	common  int    // function words
	marked  bool   // has a mark of menus, scripts or copyright lines
	legal   bool   // has a word of copyright lines and disclaimers
	ends    bool   // ends as a sentence does
	lower   bool   // begins with a lower-case letter
	quoted  bool   // has a quotation mark
	script  byte   // of most of its letters
	key     string // words in lower case, digits read as 0; only of short lines
	reason  string // why it is junk; empty while it is not known to be
	kind    text.BlockKind
	given   bool // the reader of the format knew the reason
	kept    bool // known to belong
	label   bool // says who speaks, in a transcript
	speech  bool // begins with such a label
	address bool // says whom a speech speaks to
	part    bool // of a paragraph that a link or the like broke into lines
}

const longLine = 40 // words of a line from which on no key is made

func measure(t string, p Piece, words []text.Word) line {
	l := line{text: t[p.Span.Start:p.Span.End], words: words, n: len(words), reason: p.Reason, kept: p.Kept,
		kind: p.Kind}
	l.given = l.reason != ""
	if l.given || l.kept {
		return l
	}
	l.ends = endsSentence(l.text)
	l.lower = unicode.IsLower(firstRune(l.text))
	l.quoted = hasQuotes(l.text)
	l.marked = strings.Contains(l.text, "©") || strings.IndexByte(l.text, '|') >= 0 ||
		strings.IndexByte(l.text, '=') >= 0 || strings.Contains(l.text, "Home")
	l.script = script(firstLetter(l.text))
	useOf := uses()
	for _, w := range words[:min(len(words), 60)] {
		s := t[w.Start:w.End]
		if c := s[0]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && startsUpper(s) {
			l.caps++
			s = strings.ToLower(s)
		}
		use := useOf.of(s)
		if use&isCommon != 0 &&
			(s == t[w.Start:w.End] || l.caps == 1) { // in a headline all words may have capitals
			l.common++
		}
		l.legal = l.legal || use&isLegal != 0
	}
	if l.n <= longLine {
		l.key = keyOf(t, words)
	}
	return l
}

// hasQuotes reports whether t has a double quotation mark. A search for each
// alone is more than ten times as fast as strings.ContainsAny, which reads t by character
// where it is asked for more than ASCII.
func hasQuotes(t string) bool {
	return strings.IndexByte(t, '"') >= 0 || strings.Contains(t, "“") || strings.Contains(t, "”") ||
		strings.Contains(t, "„") ||
		strings.Contains(t, "«") || strings.Contains(t, "»")
}

// uses says what a word in lower case is to a line.
var uses = sync.OnceValue(func() *usesOf {
	u := &usesOf{words: map[string]use{}}
	for w := range common().of {
		u.words[w] |= isCommon
		u.lengths.add(w)
	}
	for _, w := range legalWords.Words() {
		u.words[w] |= isLegal
		u.lengths.add(w)
	}
	return u
})

type usesOf struct {
	words   map[string]use
	lengths lengths
}

func (u *usesOf) of(w string) use {
	if !u.lengths.may(w) {
		return 0
	}
	return u.words[w]
}

type use uint8

const (
	isCommon use = 1 << iota // a function word of some language
	isLegal                  // a word of copyright lines and disclaimers
)

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
	if t == "" {
		return false
	}
	if c := t[len(t)-1]; c != '.' && c < utf8.RuneSelf && plainLetter[c] {
		tail := t[max(0, len(t)-40):]
		return strings.ContainsAny(tail, ".!?") && signOff().MatchString(tail)
	}
	t = strings.TrimRight(t, closers+" *")
	if strings.HasSuffix(t, "...") || strings.HasSuffix(t, "…") {
		return len(t) > 120 // what a page cuts short ends so too
	}
	r, _ := utf8.DecodeLastRuneInString(t)
	return isTerminator(r) && r != utf8.RuneError
}

// signOff is an agency's name after the last sentence.
var signOff = pattern.New(`[.!?]["”’)]?\s+[-–—?/]+\s*\p{Lu}[\pL/]+(?: \p{Lu}[\pL/]+)?$`)

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
	case l.part:
		return true
	case l.script == 'A' && l.ends:
		return l.n >= 8
	case l.ends:
		return l.n >= 7 && l.common >= 1
	}
	return l.n >= 18 && l.common*6 >= min(l.n, 60) || l.n >= 10 && l.quoted && l.common*5 >= l.n
}

// joinParts finds the paragraphs that were broken where they have a link or a
// word in italics: a line that ends in no mark and goes on in lower case or
// with a comma. Together they are prose if one line of their words would be.
func joinParts(lines []line) {
	for i := 0; i < len(lines); {
		all := lines[i]
		k := i + 1
		for k < len(lines) && goesOn(&lines[k-1], &lines[k]) {
			all.n, all.common, all.ends = all.n+lines[k].n, all.common+lines[k].common, lines[k].ends
			k++
		}
		if k > i+1 && all.ends && all.n >= 10 && all.prose() {
			for j := i; j < k; j++ {
				lines[j].part, lines[j].reason = true, ""
			}
		}
		i = k
	}
}

// goesOn reports whether next goes on in the middle of l's sentence.
func goesOn(l, next *line) bool {
	if l.kept || next.kept || l.given || next.given || l.ends || next.text == "" {
		return false
	}
	if next.lower && next.n > 0 {
		return true
	}
	return strings.ContainsRune(",.;:)!?", rune(next.text[0])) || strings.HasPrefix(next.text, "'s ") ||
		strings.HasPrefix(next.text, "’s ") ||
		strings.HasSuffix(l.text, ",") && l.n > 6
}
