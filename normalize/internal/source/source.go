// Package source is a file in UTF-8 with the way back to its bytes, for the
// readers of formats that are text.
package source

import (
	"bytes"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A Source is a file in UTF-8.
type Source struct {
	UTF8 []byte
	back text.Map
	same bool // it is the file itself
}

// New decodes src, whose own declaration of its charset may be empty.
func New(src []byte, charset string) *Source {
	if isASCII(src) && bytes.IndexByte(src, 0) < 0 { // zeros may be of UTF-16
		return &Source{UTF8: src, same: true}
	}
	t, back := normalize.Decode(src, charset)
	same := len(t) == len(src) && t == string(src)
	return &Source{UTF8: []byte(t), back: back, same: same}
}

// Decoded is a file whose text is t and from which back leads back to it.
func Decoded(t []byte, back text.Map) *Source { return &Source{UTF8: t, back: back} }

// Add ties out, the next bytes of a text, to the file's bytes for
// UTF8[from:to]: byte for byte where both are of one length.
func (s *Source) Add(m *text.Map, out []byte, from, to int) {
	if s.same {
		m.Add(len(out), text.FileSpan{Start: from, End: to})
		return
	}
	if len(out) != to-from {
		m.Add(len(out), s.back.File(text.Span{Start: from, End: to}))
		return
	}
	for len(out) > 0 {
		n := asciiLen(out)
		f := s.back.File(text.Span{Start: from, End: from + n})
		if n == 0 || f.End-f.Start != n { // not a byte for a byte
			_, n = utf8.DecodeRune(out)
			f = s.back.File(text.Span{Start: from, End: from + n})
		}
		m.Add(n, f)
		out, from = out[n:], from+n
	}
}

func isASCII(b []byte) bool {
	for len(b) >= 8 {
		if (b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7])&0x80 != 0 {
			return false
		}
		b = b[8:]
	}
	return asciiLen(b) == len(b)
}

// asciiLen is the length of the ASCII at the start of b.
func asciiLen(b []byte) int {
	for i, x := range b {
		if x >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}
