package normalize

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// The words of a text, in one pass. Unicode's word segmentation (UAX 29) is
// the usual choice; it joins what a reader of quotes must see apart (1.5-2.5,
// well-known are left to rules of each program) and takes p.m. apart. The rules
// here are few enough to be written out:
//
//   - letters, digits and marks are one word, with apostrophes inside: don't
//   - so is a number with its points, commas and colons: 1,000 3.5 11:30
//   - so are single letters with points, their last one included: U.S. p.m.
//   - each Han and kana character is a word, and each sign read aloud: % $ € &
//   - a word goes on after a soft hyphen, a character without a width, and a
//     hyphen at the end of a line.
//
// An ASCII byte costs one look into a table of 128.

// class is what a character is to a word.
type class uint8

const (
	other  class = iota // stands between words
	letter              // goes on in a word
	digit               //
	mark                // goes on in a word, begins none
	sign                // a word of its own
	han                 // a word of its own
	hidden              // goes on in a word, begins none
	apost               // inside a word
	point               // inside a number
	hyphen              // joins at a line end
)

// wordLen is the length of the word at the start of t, or 0. It is the one
// place that says what a word is.
func wordLen(t string) int {
	c, size := classAt(t)
	switch c {
	case letter:
		if n := pointed(t); n > 0 {
			return n + possessive(t[n:])
		}
		return runLen(t, size, c)
	case digit:
		return runLen(t, size, c)
	case sign, han:
		return size
	}
	return 0
}

// runLen is the length of the word whose first n bytes, the last of them a
// character of class last, are known.
func runLen(t string, n int, last class) int {
	for n < len(t) && plainLetter[t[n]] { // most words are this and no more
		n, last = n+1, letter
	}
	if n == len(t) || t[n] == ' ' {
		return n
	}
	end := n  // of the word so far; n may be beyond it, in what only joins
	seen := n // of what is seen of it, and of what has no width
	for n < len(t) {
		c, size := classAt(t[n:])
		switch c {
		case letter, digit, mark:
			n += size
			end, seen, last = n, n, c
			continue
		case hidden:
			if n == seen {
				seen += size
			}
			n += size
			continue
		case apost:
			if n == seen && next(t[n+size:]) {
				n += size
				continue
			}
		case point:
			if n == end && last == digit && n+1 < len(t) && ascii[t[n+1]&0x7f] == digit && t[n+1] < utf8.RuneSelf {
				n += size
				continue
			}
		case hyphen:
			if k := brokenLine(t[n:]); k > 0 && n == end && last == letter && !standsAlone(t[:n]) {
				n += k
				continue
			}
		}
		if n > end && c == other && endsSoft(t[:n]) {
			if k := blanksBefore(t[n:]); k > 0 {
				n += k
				continue
			}
		}
		break
	}
	return end
}

// next reports whether t begins with a letter or digit.
func next(t string) bool {
	c, _ := classAt(t)
	return c == letter || c == digit
}

// pointed is the length of an abbreviation made of single letters with points
// at the start of t (U.S., p.m., U.S.A), or 0.
func pointed(t string) int {
	if _, size := classAt(t); len(t) <= size || t[size] != '.' {
		return 0
	}
	n, letters := 0, 0
	for {
		c, size := classAt(t[n:])
		if c != letter {
			break
		}
		if n+size == len(t) || t[n+size] != '.' {
			if c, _ := classAt(t[n+size:]); letters >= 1 && c != letter && c != digit && c != mark {
				n, letters = n+size, letters+1 // the last one without its point
			}
			break
		}
		n, letters = n+size+1, letters+1
	}
	if letters < 2 {
		return 0
	}
	return n
}

// possessive is the length of ’s at the start of t, or 0.
func possessive(t string) int {
	c, size := classAt(t)
	if c == apost && len(t) > size && t[size] == 's' && !next(t[size+1:]) {
		return size + 1
	}
	return 0
}

// brokenLine is the length of a hyphen and the line end after it at the start
// of t, where a word goes on in lower case after them; else 0.
func brokenLine(t string) int {
	_, size := classAt(t)
	if k := lineEnd(t[size:]); k > 0 {
		return size + k
	}
	return 0
}

// lineEnd is the length of one line end with the blanks around it at the start
// of t, where a lower-case letter follows; else 0.
func lineEnd(t string) int {
	n := blanksBefore(t)
	lines := strings.Count(t[:n], "\n")
	if lines == 0 {
		lines = strings.Count(t[:n], "\r")
	}
	if lines != 1 {
		return 0
	}
	return n
}

// blanksBefore is the length of the blanks and line ends at the start of t, where a
// lower-case letter follows; else 0.
func blanksBefore(t string) int {
	n := 0
	for n < len(t) && (t[n] == ' ' || t[n] == '\t' || t[n] == '\r' || t[n] == '\n') {
		n++
	}
	if r, _ := utf8.DecodeRuneInString(t[n:]); !unicode.IsLower(r) {
		return 0
	}
	return n
}

// endsSoft reports whether t ends in a soft hyphen.
func endsSoft(t string) bool { return strings.HasSuffix(t, "\u00AD") }

// standsAlone reports whether the word before a hyphen at a line end keeps its
// hyphen, as in well-known.
func standsAlone(part string) bool {
	return len(part) <= longestCompound && compounds.Has(strings.ToLower(part))
}

// longestCompound is more bytes than the first word of a compound has.
const longestCompound = 32

// classAt is the class of the first character of t and its length; other, 0
// where t is empty.
func classAt(t string) (class, int) {
	if t == "" {
		return other, 0
	}
	if c := ascii[t[0]&0x7f]; t[0] < utf8.RuneSelf {
		return c, 1
	}
	r, size := utf8.DecodeRuneInString(t)
	if r < rune(len(nearTable{})) {
		t := near.Load()
		if t == nil {
			t = newNear()
		}
		return t[r], size
	}
	return classOf(r), size
}

// A nearTable holds the classes of the scripts next to Latin: Greek, Cyrillic,
// Hebrew, Arabic. A table of 2048 bytes saves five searches a character.
type nearTable [0x800]class

var near atomic.Pointer[nearTable] // nil until the first such letter

func newNear() *nearTable {
	t := new(nearTable)
	for r := range t {
		t[r] = classOf(rune(r))
	}
	near.Store(t)
	return t
}

var ascii = func() (t [128]class) {
	for r := range t {
		t[r] = classOf(rune(r))
	}
	return t
}()

// plainLetter tells the ASCII letters.
var plainLetter = func() (t [256]bool) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = true, true
	}
	return t
}()

func classOf(r rune) class {
	switch r {
	case '\'', '’', 'ʼ', '‘', '＇':
		return apost
	case '.', ',', ':':
		return point
	case '-', '‐', '‑':
		return hyphen
	case '%', '&', '‰', '％', '＆', '№':
		return sign
	case utf8.RuneError:
		return other
	}
	switch {
	case text.Invisible(r):
		return hidden
	case '\u3040' <= r && r <= '\u30ff' && unicode.IsLetter(r), unicode.Is(unicode.Han, r):
		return han
	case unicode.IsLetter(r):
		return letter
	case unicode.IsMark(r):
		return mark
	case unicode.IsDigit(r), unicode.Is(unicode.Nl, r), '¼' <= r && r <= '¾', '⅐' <= r && r <= '⅞':
		return digit
	case unicode.Is(unicode.Sc, r):
		return sign
	}
	return other
}

// appendWords appends the words of t, which begins at byte at of the text.
func appendWords(words []text.Word, t string, at int) []text.Word {
	for i := 0; i < len(t); {
		if t[i] == ' ' {
			i++
			continue
		}
		if n := wordLen(t[i:]); n > 0 {
			words = append(words, text.Word{Start: uint32(at + i), End: uint32(at + i + n)})
			i += n
			continue
		}
		_, size := classAt(t[i:])
		i += size
	}
	return words
}
