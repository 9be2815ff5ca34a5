package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text that was UTF-8 and was once read as Windows-1252 has two to four
// characters where one was meant: donâ€™t for don’t. Each such stretch, written
// back as the bytes it came from, is one valid UTF-8 sequence; honest text has
// next to none of them. A stretch of three or four is mended wherever it
// stands; one of two (Ã©) where it begins with Ã or Â, the marks of nearly all
// of them, or where the text has a longer one. One pass, no table of cases.

// A mender mends a text. A nil mender has nothing to mend.
type mender struct{ pairs bool }

// mojibake is how to mend t, or nil where there is nothing to mend.
func mojibake(t string) *mender {
	found, m := false, &mender{}
	for i := strings.IndexByte(t, 0xC3); i < len(t) && i >= 0; { // all leads, Â to ÷, are written C3 xx
		if t[i] != 0xC3 {
			k := strings.IndexByte(t[i:], 0xC3)
			if k < 0 {
				break
			}
			i += k
		}
		n, meant := misread(t[i:])
		i++
		if n == 0 {
			continue
		}
		if chars := utf8.RuneCountInString(t[i-1 : i-1+n]); chars > 2 && meant != "" {
			found, m.pairs = true, true
		}
		found = found || isUsualLead(t[i-1:])
	}
	if !found {
		return nil
	}
	return m
}

func isUsualLead(t string) bool { return strings.HasPrefix(t, "Ã") || strings.HasPrefix(t, "Â") }

// at is the length of the stretch to be mended at byte i of t, and what it
// meant; 0 where there is none.
func (m *mender) at(t string, i int) (int, string) {
	if m == nil || t[i] != 0xC3 {
		return 0, ""
	}
	n, meant := misread(t[i:])
	if n > 0 && len(meant) == 2 && !m.pairs && !isUsualLead(t[i:]) {
		return 0, ""
	}
	return n, meant
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
