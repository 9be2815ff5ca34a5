package html

import (
	"bytes"
	"errors"
	"regexp"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A source is a file in UTF-8, with the way back where it was not.
type source struct {
	utf8 []byte
	at   []uint32 // where in the file each byte of utf8 begins, and one more; nil: at its own place
}

// file is where byte i of the source stands in the file.
func (s *source) file(i int) int {
	if s.at == nil {
		return i
	}
	return int(s.at[i])
}

var declared = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// decode finds the encoding. What the bytes say comes first: a mark at the
// start, then valid UTF-8 (other encodings hardly ever are, and many pages
// were converted with their declaration left as it was). Then what the page
// declares, then Windows-1252.
func decode(src []byte) (*source, error) {
	if len(src) > 1<<31 {
		return nil, errors.New("the file is larger than 2 GB")
	}
	switch {
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		return transcode(src, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), 2)
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		return transcode(src, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), 2)
	case utf16ish(src, 1):
		return transcode(src, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), 2)
	case utf16ish(src, 0):
		return transcode(src, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), 2)
	case utf8.Valid(src):
		return &source{utf8: src}, nil
	}
	m := declared.FindSubmatch(src[:min(len(src), 4096)])
	if m == nil {
		return transcode(src, nil, 1)
	}
	e, err := htmlindex.Get(string(m[1]))
	if err != nil || e == unicode.UTF8 || isUTF16(string(m[1])) {
		return transcode(src, nil, 1) // mostly UTF-8; a wrong byte is one of Windows-1252
	}
	if _, ok := e.(*charmap.Charmap); ok {
		return transcode(src, e, 1)
	}
	return transcode(src, e, 4)
}

func isUTF16(name string) bool {
	return bytes.HasPrefix(bytes.ToLower([]byte(name)), []byte("utf-16"))
}

// utf16ish reports whether the file starts with ASCII in UTF-16 whose zero
// bytes stand at odd (1) or even (0) places.
func utf16ish(src []byte, zero int) bool {
	if len(src) < 8 {
		return false
	}
	for i := 0; i < 8; i++ {
		if (src[i] == 0) != (i%2 == zero) {
			return false
		}
	}
	return true
}

// transcode decodes src a character at a time, so that each one's place is
// known. unit is how many bytes a character has at most (UTF-16: at least).
// Without an encoding it is UTF-8 with bytes of Windows-1252 in it.
func transcode(src []byte, e encoding.Encoding, unit int) (*source, error) {
	s := &source{utf8: make([]byte, 0, len(src)+len(src)/8), at: make([]uint32, 0, len(src)+len(src)/8+1)}
	var dec *encoding.Decoder
	if e != nil {
		dec = e.NewDecoder()
	}
	buf := make([]byte, 16)
	for i := 0; i < len(src); {
		n, out := character(src[i:], dec, unit, buf)
		for range out {
			s.at = append(s.at, uint32(i))
		}
		s.utf8 = append(s.utf8, out...)
		i += n
	}
	s.at = append(s.at, uint32(len(src)))
	return s, nil
}

// character decodes the first character of src: the bytes it takes and itself
// in UTF-8, which is empty for a mark of byte order.
func character(src []byte, dec *encoding.Decoder, unit int, buf []byte) (int, []byte) {
	if src[0] < utf8.RuneSelf && unit != 2 {
		return 1, src[:1]
	}
	if dec == nil {
		if r, n := utf8.DecodeRune(src); r != utf8.RuneError || n > 1 {
			return n, src[:n]
		}
		return 1, utf8.AppendRune(buf[:0], charmap.Windows1252.DecodeByte(src[0]))
	}
	first := unit
	if unit == 4 {
		first = 1
	}
	for n := first; n <= 4; n++ {
		n := min(n, len(src))
		dst, took, err := dec.Transform(buf, src[:n], n == len(src))
		if took > 0 {
			return took, buf[:dst]
		}
		if n == len(src) || err != nil && err != transform.ErrShortSrc {
			break
		}
	}
	return min(first, len(src)), utf8.AppendRune(buf[:0], utf8.RuneError)
}
