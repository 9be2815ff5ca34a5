package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text that was UTF-8 and was once read as Windows-1252 has two to four
// characters where one was meant: donâ€™t for don’t. Each such stretch, written
// back as the bytes it came from, is one valid UTF-8 sequence. Honest text has
// such stretches too, where a word ends in a letter with an accent and marks
// follow it: ‘passé’”, café”…, déjà », garáž”. So a stretch whose first marks
// may close something is no evidence, and is mended only in a text that is full
// of other ones that would be Chinese or the like. A stretch of two (Ã©) is
// mended where it begins with Ã or Â, the marks of nearly all of them, or where
// the text has a longer one; one of three that would be Chinese or the like
// where it is not alone. Two passes, no table of cases.

// A mender mends a text. A nil mender has nothing to mend.
type mender struct {
	clear   int // stretches that nothing honest looks like
	foreign int // those of three that begin with other marks than â, ð and ï
	honest  int // stretches that may be honest
	pairs   bool
}

// mojibake is how to mend t, or nil where there is nothing to mend.
func mojibake(t string) *mender {
	m := &mender{}
	for i := 0; i < len(t); {
		k := strings.IndexByte(t[i:], 0xC3) // all leads, Â to ÷, are written C3 xx
		if k < 0 {
			break
		}
		i += k
		n, meant := misread(t[i:])
		m.count(t, i, n, meant)
		i += max(n, 1)
	}
	if m.clear == 0 && m.foreign < fewForeign {
		return nil
	}
	return m
}

// fewForeign is how many stretches that would be Chinese a text has at least if
// it has any.
const fewForeign = 3

func (m *mender) count(t string, i, n int, meant string) {
	switch {
	case n == 0:
	case mayBeHonest(t, i, n):
		m.honest++
	case len(meant) == 2 && isUsualLead(t[i:]):
		m.clear++
	case len(meant) == 2:
	case isUsualTriple(t[i:]):
		m.clear, m.pairs = m.clear+1, true
	default:
		m.foreign++
		m.pairs = m.pairs || m.foreign >= fewForeign
	}
}

func isUsualLead(t string) bool { return strings.HasPrefix(t, "Ã") || strings.HasPrefix(t, "Â") }

func isUsualTriple(t string) bool {
	return strings.HasPrefix(t, "â") || strings.HasPrefix(t, "ð") || strings.HasPrefix(t, "ï")
}

// Marks that follow a word in honest text. Those that may follow Ã and Â too, in
// Portuguese in capitals, are told by what stands around them.
const (
	closingMarks  = "’”…–—‘“"
	othersBehind  = closingMarks + "»›®™©°²³´·\u00A0"
	lettersOf1252 = "šžœŠŽŒŸƒ"
)

// mayBeHonest reports whether the stretch of n bytes at byte i may be a letter,
// or two, with marks behind it.
func mayBeHonest(t string, i, n int) bool {
	_, size := utf8.DecodeRuneInString(t[i:])
	marks := strings.TrimLeft(t[i+size:i+n], lettersOf1252)
	first, _ := utf8.DecodeRuneInString(marks)
	if marks == "" {
		return false
	}
	if !isUsualLead(t[i:]) {
		return strings.ContainsRune(othersBehind, first) && !strings.HasPrefix(t[i:], "â") ||
			strings.ContainsRune(closingMarks, first)
	}
	before, _ := utf8.DecodeLastRuneInString(t[:i])
	after, _ := utf8.DecodeRuneInString(t[i+n:])
	return strings.ContainsRune(closingMarks, first) &&
		unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// at is the length of the stretch to be mended at byte i of t, and what it
// meant; 0 where there is none.
func (m *mender) at(t string, i int) (int, string) {
	if m == nil || t[i] != 0xC3 {
		return 0, ""
	}
	n, meant := misread(t[i:])
	switch {
	case n == 0 && m.clear > 0:
		return halfQuote(t[i:])
	case n == 0:
	case mayBeHonest(t, i, n) && (isUsualLead(t[i:]) || m.foreign < 3*m.honest),
		len(meant) == 2 && !m.pairs && !isUsualLead(t[i:]),
		len(meant) > 2 && !isUsualTriple(t[i:]) && m.foreign < fewForeign:
		return 0, ""
	}
	return n, meant
}

// halfQuote is the length of a closing quotation mark at the start of t whose last byte,
// 0x9D, was lost because Windows-1252 has no character for it, and the mark.
func halfQuote(t string) (int, string) {
	const half = "â€"
	if !strings.HasPrefix(t, half) {
		return 0, ""
	}
	return len(half) + len(t[len(half):]) - len(strings.TrimPrefix(t[len(half):], "\uFFFD")), "”"
}

// misread is the length of the stretch at the start of t that reads as one
// character once it is written back in Windows-1252, and that character.
func misread(t string) (int, string) {
	var back [4]byte
	n := 0
	for k := range back {
		r, size := utf8.DecodeRuneInString(t[n:])
		c, ok := charmap.Windows1252.EncodeRune(r)
		if !ok && r < 0x100 {
			c, ok = byte(r), r >= 0x80
		}
		if !ok || c < 0x80 {
			return 0, ""
		}
		back[k], n = c, n+size
		if r, size := utf8.DecodeRune(back[:k+1]); r != utf8.RuneError && size == k+1 && k > 0 {
			return n, string(r)
		}
	}
	return 0, ""
}
