package html

import (
	"regexp"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A source is a file in UTF-8, with the way back.
type source struct {
	utf8 []byte
	back text.Map
	same bool // it is the file itself
}

var declared = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// decode reads src in its encoding. What the bytes say goes before what the
// page declares: many pages were converted with their declaration left as it was.
func decode(src []byte) *source {
	if ascii(src) {
		return &source{utf8: src, same: true}
	}
	charset := ""
	if m := declared.FindSubmatch(src[:min(len(src), 4096)]); m != nil {
		charset = string(m[1])
	}
	t, back := normalize.Decode(src, charset)
	same := back.File(text.Span{Start: len(t), End: len(t)}).Start == len(src) && t == string(src)
	return &source{utf8: []byte(t), back: back, same: same}
}

func ascii(b []byte) bool {
	for len(b) >= 8 {
		if (b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7])&0x80 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, x := range b {
		if x >= utf8.RuneSelf {
			return false
		}
	}
	return true
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

// add ties out, which stands for s.utf8[from:to], to the file.
func (s *source) add(m *text.Map, out []byte, from, to int) {
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
