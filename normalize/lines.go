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
	start   int    // where it stands in the document's text
	words   []text.Word
	n       int    // how many they are
	caps    int    // words that begin with a capital
	common  int    // function words, or unknown; see commons
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
	l := line{text: t[p.Span.Start:p.Span.End], start: p.Span.Start, words: words, n: len(words), reason: p.Reason,
		kept: p.Kept, kind: p.Kind}
	l.given = l.reason != ""
	if l.given || l.kept {
		return l
	}
	l.common = unknown
	l.ends = endsSentence(l.text)
	l.lower = unicode.IsLower(firstRune(l.text))
	l.quoted = hasQuotes(l.text)
	l.marked = strings.Contains(l.text, "©") || strings.IndexByte(l.text, '|') >= 0 ||
		strings.IndexByte(l.text, '=') >= 0 || strings.Contains(l.text, "Home")
	l.script = script(firstLetter(l.text))
	legal := legalLengths()
	for _, w := range l.told() {
		s := t[w.Start:w.End]
		may := !l.legal && legal.may(s)
		if hasCapital(s) {
			l.caps++
			if may {
				s = strings.ToLower(s)
			}
		}
		l.legal = l.legal || may && legalWords.Has(s)
	}
	if l.n <= longLine {
		l.key = keyOf(t, words)
	}
	return l
}

// told are the words that tell what a line is: its first ones.
func (l *line) told() []text.Word { return l.words[:min(len(l.words), mostTold)] }

const mostTold = 60

// hasCapital reports whether a word begins with one.
func hasCapital(w string) bool {
	c := w[0]
	return 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && startsUpper(w)
}

// unknown is the number of the function words of a line that was not asked for it.
const unknown = -1

// commons is how many function words of some language the line has.
func (l *line) commons() int {
	if l.common == unknown {
		l.common = l.countCommons(mostTold)
	}
	return l.common
}

// hasCommon reports whether the line has a function word. Most lines of prose have one
// among their first words.
func (l *line) hasCommon() bool {
	if l.common == unknown {
		return l.countCommons(1) > 0
	}
	return l.common > 0
}

// countCommons counts function words, up to so many. Of words with a capital the first
// alone may be one: in a headline all may have capitals.
func (l *line) countCommons(most int) (n int) {
	known, capitals := common(), 0
	for _, w := range l.told() {
		s := l.text[int(w.Start)-l.start : int(w.End)-l.start]
		capital := hasCapital(s)
		if capital {
			capitals++
			s = strings.ToLower(s)
		}
		if (!capital || capitals == 1) && known.has(s) {
			if n++; n == most {
				return n
			}
		}
	}
	return n
}

// hasQuotes reports whether t has a double quotation mark. A search for each
// alone is more than ten times as fast as strings.ContainsAny, which reads t by character
// where it is asked for more than ASCII.
func hasQuotes(t string) bool {
	return strings.IndexByte(t, '"') >= 0 || strings.Contains(t, "“") || strings.Contains(t, "”") ||
		strings.Contains(t, "„") ||
		strings.Contains(t, "«") || strings.Contains(t, "»")
}

// legalLengths are those of the words of copyright lines and disclaimers.
var legalLengths = sync.OnceValue(func() *lengths {
	l := &lengths{}
	for _, w := range legalWords.Words() {
		l.add(w)
		l.addAt(w[0]&^0x20, w)
	}
	return l
})

// keyOf is the words in lower case with a blank between them; a number is as
// many zeros as 0.
func keyOf(t string, words []text.Word) string {
	var b strings.Builder
	if len(words) > 0 {
		b.Grow(int(words[len(words)-1].End - words[0].Start))
	}
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
		return l.n >= 7 && l.hasCommon()
	}
	return l.n >= 18 && l.commons()*6 >= min(l.n, mostTold) || l.n >= 10 && l.quoted && l.commons()*5 >= l.n
}

// joinParts finds the paragraphs that were broken where they have a link or a
// word in italics: a line that ends in no mark and goes on in lower case or
// with a comma. Together they are prose if one line of their words would be.
func joinParts(lines []line) {
	for i := 0; i < len(lines); {
		all := lines[i]
		k := i + 1
		for k < len(lines) && goesOn(&lines[k-1], &lines[k]) {
			all.n, all.common, all.ends = all.n+lines[k].n, all.commons()+lines[k].commons(), lines[k].ends
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
