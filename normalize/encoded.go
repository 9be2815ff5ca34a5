package normalize

import (
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Text in an encoding for mail.
//
// Old mail goes in seven bits: a message that was saved as it went has its marks as
// =E2=80=9C or +IBw-, or all of its words in letters of base64. Such a file reads as text,
// and quotes of it are found nowhere. So it is told. One place may mean what it says (a
// formula, an address), so there must be several.

const (
	fewestCodes   = 2  // of letters
	fewestLines   = 5  // of base64, one behind the other
	fewestLetters = 20 // of Western Europe beyond ASCII
)

// encodings are those that are told, with how often a text has each.
var encodings = [...]struct {
	name   string
	fewest int
	count  func(string) int
}{
	{"quoted-printable (as in mail)", fewestCodes, quotedPrintable},
	{"UTF-7", fewestCodes, utf7},
	{"ISO-2022", fewestCodes, iso2022},
	{"base64 (as in mail)", fewestLines, base64Lines},
	{"an encoding that it does not tell", fewestLetters, strangeLetters},
}

// strangeLetters counts the letters of Western Europe beyond ASCII, é and ß, of a text in
// which each third letter is one. No language has so many (Icelandic each eighth): what
// Shift-JIS, EUC-KR, GBK, Big5 or a code page of Greek tells is read as such letters where
// nothing tells which encoding it is.
func strangeLetters(t string) (n int) {
	all := 0
	for _, r := range t {
		switch {
		case 0xC0 <= r && r <= 0xFF && r != '×' && r != '÷':
			n++
			all++
		case unicode.IsLetter(r):
			all++
		}
	}
	if 3*n < all {
		return 0
	}
	return n
}

// undecoded is the warning that some of a text is in an encoding that is not read; empty
// where none of it is. It takes O(n).
func undecoded(t string) string {
	for _, e := range encodings {
		if e.count(t) >= e.fewest {
			return "text in " + e.name + " is not read: save it as UTF-8"
		}
	}
	return ""
}

// tell adds the warning of a text to those of its page.
func (p *Page) tell() {
	if warning := undecoded(p.Text); warning != "" && !p.Extracted {
		p.Warnings, p.Partial = append(p.Warnings, warning), true
	}
}

// quotedPrintable counts letters of UTF-8 (=E2=80=9C), and marks of Windows-1252 (=92)
// where lines are broken by the same sign.
func quotedPrintable(t string) int {
	letters, marks, breaks := 0, 0, 0
	for at := range marksOf(t, '=') {
		switch rest := t[at+1:]; {
		case strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\r\n"):
			breaks++
		case len(rest) > 3 && high(rest, 0xC2) && rest[2] == '=' && high(rest[3:], 0x80):
			letters++
		case high(rest, 0x80):
			marks++
		}
	}
	if breaks >= fewestCodes {
		letters += marks
	}
	return letters
}

// high reports whether s begins with the two digits of a byte that is no less than least.
func high(s string, least int) bool {
	const digits = "0123456789ABCDEF"
	return len(s) > 1 && strings.IndexByte(digits, s[0]) >= 0 && strings.IndexByte(digits, s[1]) >= 0 &&
		strings.IndexByte(digits, s[0])<<4|strings.IndexByte(digits, s[1]) >= least
}

// longestUTF7 is how many signs of one code are looked at.
const longestUTF7 = 64

// utf7 counts codes of letters and marks that are not of ASCII: +IBw-.
func utf7(t string) int {
	n := 0
	for at := range marksOf(t, '+') {
		end := at + 1
		for end < len(t) && end < at+longestUTF7 && isBase64(t[end]) {
			end++
		}
		b, err := base64.RawStdEncoding.Strict().DecodeString(t[at+1 : end])
		if err == nil && len(b) > 0 && len(b)%2 == 0 && beyondASCII(b) {
			n++
		}
	}
	return n
}

// beyondASCII reports whether b is UTF-16 of letters of Europe and marks of print alone.
func beyondASCII(b []byte) bool {
	for i := 0; i < len(b); i += 2 {
		r := rune(b[i])<<8 | rune(b[i+1])
		if utf16.IsSurrogate(r) || !(0xA0 <= r && r < 0x530 || 0x2010 <= r && r <= 0x203A || r == 0x20AC) {
			return false
		}
	}
	return true
}

// iso2022 counts the signs that begin letters of East Asia in seven bits.
func iso2022(t string) int { return strings.Count(t, "\x1b$B") + strings.Count(t, "\x1b$@") }

// base64Lines is the most lines of base64 that follow each other.
func base64Lines(t string) int {
	most, n := 0, 0
	for line := range strings.Lines(t) {
		if !isBase64Line(strings.TrimRight(line, "\r\n")) {
			n = 0
			continue
		}
		n++
		most = max(most, n)
	}
	return most
}

// isBase64Line reports whether a line is as long as mail has them, and nothing but letters
// of both sizes and digits, in no word's order.
func isBase64Line(line string) bool {
	if len(line) < 60 || len(line) > 76 {
		return false
	}
	var lower, upper, digit bool
	for i := range len(line) {
		if !isBase64(line[i]) {
			return false
		}
		c := line[i]
		lower = lower || 'a' <= c && c <= 'z'
		upper = upper || 'A' <= c && c <= 'Z'
		digit = digit || '0' <= c && c <= '9'
	}
	return lower && upper && digit
}

func isBase64(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '+' || c == '/'
}

// marksOf are the places of a byte in t.
func marksOf(t string, c byte) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; ; at++ {
			k := strings.IndexByte(t[at:], c)
			if k < 0 || !yield(at+k) {
				return
			}
			at += k
		}
	}
}
