package normalize

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/quoteprov/quoteprov/text"
)

// Decode reads src as text: by its byte order mark, as the charset that the
// file declares (a name as in HTML; empty where it declares none), or else by
// what its bytes look like: UTF-8, UTF-16, UTF-32, Windows-1251, Windows-1252. Bytes
// that no text has become U+FFFD. Text that was decoded wrongly once before
// (donâ€™t) is read as what it meant. The map leads back to src.
func Decode(src []byte, charset string) (string, text.Map) {
	switch {
	case bytes.HasPrefix(src, []byte("\xef\xbb\xbf")):
		return decodeUTF8(src, 3)
	case utf32Order(src) >= 0:
		return decodeUTF32(src, utf32Order(src))
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		return decodeUTF16(src, 2, 0)
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		return decodeUTF16(src, 2, 1)
	}
	if order := utf16Order(src); order >= 0 {
		return decodeUTF16(src, 0, order)
	}
	if utf8.Valid(src) || mostlyUTF8(src) {
		return decodeUTF8(src, 0)
	}
	return decodeTable(src, codePage(src, charset))
}

// decodeUTF8 reads src from byte from on.
func decodeUTF8(src []byte, from int) (string, text.Map) {
	t := string(src[from:])
	moji := mojibake(t)
	if from == 0 && moji == nil && utf8.ValidString(t) {
		return t, text.Map{}
	}
	var b strings.Builder
	b.Grow(len(t))
	var m text.Map
	for i := 0; i < len(t); {
		k, meant := moji.at(t, i)
		if k == 0 {
			k = validLen(t[i:], moji)
			meant = t[i : i+k]
		}
		if k == 0 {
			k, meant = 1, "\uFFFD"
		}
		b.WriteString(meant)
		m.Add(len(meant), text.FileSpan{Start: from + i, End: from + i + k})
		i += k
	}
	return b.String(), m
}

// validLen is the length of the longest start of t that is valid UTF-8 and in
// which nothing has to be mended.
func validLen(t string, moji *mender) int {
	n := 0
	for n < len(t) {
		r, size := utf8.DecodeRuneInString(t[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		if n > 0 && r >= utf8.RuneSelf {
			if k, _ := moji.at(t, n); k > 0 {
				break
			}
		}
		n += size
	}
	return n
}

// mostlyUTF8 reports whether src is UTF-8 with a few bad bytes in it.
func mostlyUTF8(src []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(src); {
		if src[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good > bad
}

// utf16Order is 0 for little-endian, 1 for big-endian UTF-16 without a mark: a
// text in which nearly every second byte of its first lines is 0. Else -1.
func utf16Order(src []byte) int {
	head := src[:min(len(src), 1024)&^1]
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	switch half := len(head) / 2; {
	case half < 2:
	case zero[1]*10 >= half*7 && zero[0]*10 < half:
		return 0
	case zero[0]*10 >= half*7 && zero[1]*10 < half:
		return 1
	}
	return -1
}

// utf32Order is 0 for little-endian, 1 for big-endian UTF-32, which is told by
// its byte order mark or by the zeros in nearly every character of its first
// lines. Else -1.
func utf32Order(src []byte) int {
	n := min(len(src), 1024) / 4
	if n == 0 || len(src)%4 != 0 {
		return -1
	}
	var of [2]int
	for i := range n {
		c := src[4*i : 4*i+4]
		switch {
		case c[3] == 0 && c[2] <= 0x10 && (c[0] != 0 || c[1] != 0):
			of[0]++
		case c[0] == 0 && c[1] <= 0x10 && (c[2] != 0 || c[3] != 0):
			of[1]++
		}
	}
	for order, count := range of {
		mark := []string{"\xff\xfe\x00\x00", "\x00\x00\xfe\xff"}[order]
		if bytes.HasPrefix(src, []byte(mark)) || n >= 4 && count*10 >= n*9 {
			return order
		}
	}
	return -1
}

// decodeUTF32 reads src; a mark of its byte order is no text.
func decodeUTF32(src []byte, order int) (string, text.Map) {
	var b strings.Builder
	var m text.Map
	for i := 0; i < len(src); i += 4 {
		c := src[i : i+4]
		v := uint32(c[0]) | uint32(c[1])<<8 | uint32(c[2])<<16 | uint32(c[3])<<24
		if order == 1 {
			v = uint32(c[3]) | uint32(c[2])<<8 | uint32(c[1])<<16 | uint32(c[0])<<24
		}
		r := utf8.RuneError
		if v <= utf8.MaxRune {
			r = rune(v)
		}
		if i == 0 && r == '\uFEFF' {
			continue
		}
		n, _ := b.WriteRune(r)
		m.Add(n, text.FileSpan{Start: i, End: i + 4})
	}
	return b.String(), m
}

// decodeUTF16 reads src from byte from on; high is the place of the high byte
// in a pair, less one for big-endian order (0 little, 1 big).
func decodeUTF16(src []byte, from, order int) (string, text.Map) {
	var b strings.Builder
	var m text.Map
	unit := func(i int) rune {
		if i+1 >= len(src) {
			return utf8.RuneError
		}
		lo, hi := src[i+order], src[i+1-order]
		return rune(hi)<<8 | rune(lo)
	}
	for i := from; i < len(src); {
		r, k := unit(i), 2
		if utf16.IsSurrogate(r) {
			r = utf16.DecodeRune(r, unit(i+2))
			if r != utf8.RuneError {
				k = 4
			}
		}
		k = min(k, len(src)-i)
		n, _ := b.WriteRune(r)
		m.Add(n, text.FileSpan{Start: i, End: i + k})
		i += k
	}
	return b.String(), m
}

// decodeTable reads src in a code page of one byte a character.
func decodeTable(src []byte, page *charmap.Charmap) (string, text.Map) {
	var b strings.Builder
	b.Grow(len(src) + len(src)/8)
	var m text.Map
	for i := 0; i < len(src); i++ {
		n, _ := b.WriteRune(page.DecodeByte(src[i]))
		m.Add(n, text.FileSpan{Start: i, End: i + 1})
	}
	return b.String(), m
}

// charsets are the code pages of one byte a character that files declare.
var charsets = map[string]*charmap.Charmap{
	"windows-1250": charmap.Windows1250, "windows-1251": charmap.Windows1251, "cp1251": charmap.Windows1251,
	"windows-1252": charmap.Windows1252, "windows-1253": charmap.Windows1253,
	"windows-1254": charmap.Windows1254,
	"windows-1255": charmap.Windows1255, "windows-1256": charmap.Windows1256,
	"windows-1257": charmap.Windows1257,
	"iso-8859-1":   charmap.Windows1252, "latin1": charmap.Windows1252, "us-ascii": charmap.Windows1252,
	"ascii":      charmap.Windows1252,
	"iso-8859-2": charmap.ISO8859_2, "iso-8859-5": charmap.ISO8859_5, "iso-8859-7": charmap.ISO8859_7,
	"iso-8859-9": charmap.Windows1254, "iso-8859-15": charmap.ISO8859_15, "koi8-r": charmap.KOI8R,
	"koi8-u":    charmap.KOI8U,
	"macintosh": charmap.Macintosh, "ibm866": charmap.CodePage866,
}

// codePage is the code page of src: the declared one or, where none of these is
// declared, Windows-1251 if words are made of its letters, that of old Macintoshes if
// its quotation marks stand where such marks do, else Windows-1252.
func codePage(src []byte, charset string) *charmap.Charmap {
	if page, ok := charsets[strings.ToLower(strings.TrimSpace(charset))]; ok {
		return page
	}
	if macintosh(src) {
		return charmap.Macintosh
	}
	high, runs := 0, 0 // high letters, and those of them behind another one
	for i, c := range src {
		if c >= 0xC0 {
			high++
			if i > 0 && src[i-1] >= 0xC0 {
				runs++
			}
		}
	}
	if runs*2 > high {
		return charmap.Windows1251
	}
	return charmap.Windows1252
}

// macintosh reports whether most bytes beyond ASCII are the marks “ ” ’ of Macintoshes,
// where such marks stand: Ò before a word, Ó behind one or its stop, Õ inside it. As
// letters they are capitals, which stand in no such place.
func macintosh(src []byte) bool {
	small := func(i int) bool { return i >= 0 && i < len(src) && 'a' <= src[i] && src[i] <= 'z' }
	stands := func(i int) bool { return i >= 0 && i < len(src) && src[i] > ' ' }
	high, marks := 0, 0
	for i, c := range src {
		switch {
		case c < utf8.RuneSelf:
			continue
		case c == 0xD2 && !stands(i-1) && stands(i+1), c == 0xD3 && stands(i-1) && !stands(i+1),
			c == 0xD5 && small(i-1) && small(i+1):
			marks++
		}
		high++
	}
	return marks > 1 && marks*2 > high
}
