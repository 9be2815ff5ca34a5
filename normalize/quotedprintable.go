package normalize

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Mail that was saved as it went has its letters beyond ASCII as =E2=80=9C and its lines cut
// with a = at the end, in the middle of a word. A text that says so, or has several of such
// letters, is read as what it means. One pass.

// unquotedPrintable is plain text t, which is the file src as it stands, without that
// encoding, and the map back.
func unquotedPrintable(src []byte, t string, m text.Map) (string, text.Map) {
	if len(src) != len(t) || strings.IndexByte(t, '=') < 0 || string(src) != t || !inQuotedPrintable(t) {
		return t, m
	}
	return decoded(t, '=', printableAt)
}

// inQuotedPrintable reports whether t is in that encoding.
func inQuotedPrintable(t string) bool {
	const says = "content-transfer-encoding: quoted-printable"
	return quotedPrintable(t) >= fewestCodes && writesSigns(t) ||
		strings.Contains(strings.ToLower(t[:mailLines(t)]), says)
}

// writesSigns reports whether next to no = of t stands for itself, which that encoding writes
// as =3D: an address or a program has others, “?q=E2=80&lang=en”.
func writesSigns(t string) bool {
	own, all := 0, 0
	for at := range marksOf(t, '=') {
		all++
		if _, ok := printableByte(t[at:]); !ok && softBreak(t[at:]) == 0 {
			own++
		}
	}
	return own*ownShare <= all
}

// ownShare is of how many signs one may stand for itself: those of a mail's head do.
const ownShare = 10

// inParts reports whether a file is a mail of several parts, with files or with its text as a
// page beside it, or a page that was saved as one, with its pictures (MHT).
func inParts(src []byte) bool {
	t := string(bytes.TrimLeft(src[:min(len(src), mailHead)], "\ufeff\r\n"))
	return strings.Contains(strings.ToLower(t[:mailLines(t)]), "multipart/")
}

// printableAt is the length of what stands at the start of t for a letter of another kind,
// and the letter, or for the end of a line that is none; 0 where neither does.
func printableAt(t string) (n int, meant string) {
	if k := softBreak(t); k > 0 {
		return k, ""
	}
	var letter []byte
	for {
		c, ok := printableByte(t[n:])
		if !ok {
			break
		}
		letter, n = append(letter, c), n+3
		if utf8.FullRune(letter) {
			break
		}
		n += softBreak(t[n:])
	}
	switch {
	case n == 0 || len(letter) == 1 && letter[0] < ' ' && letter[0] != '\t':
		return 0, ""
	case !utf8.Valid(letter):
		s, _ := Decode(letter, "windows-1252")
		return n, s
	}
	return n, string(letter)
}

// softBreak is the length of a = at the end of a line at the start of t, with the end; or 0.
func softBreak(t string) int {
	for _, end := range [...]string{"=\n", "=\r\n"} {
		if strings.HasPrefix(t, end) {
			return len(end)
		}
	}
	return 0
}

// printableByte is the byte that t begins with in digits: =E2.
func printableByte(t string) (byte, bool) {
	const digits = "0123456789ABCDEF"
	if len(t) < 3 || t[0] != '=' {
		return 0, false
	}
	a, b := strings.IndexByte(digits, t[1]), strings.IndexByte(digits, t[2])
	return byte(a<<4 | b), a >= 0 && b >= 0
}
