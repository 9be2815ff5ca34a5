//go:build !js

package html

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"github.com/quoteprov/quoteprov/text"
)

// charsetOf is the charset that a label of the Encoding Standard means.
func charsetOf(label string) (charset, bool) {
	e, err := htmlindex.Get(label)
	if err != nil {
		return charset{}, false
	}
	name, err := htmlindex.Name(e)
	return charset{name, func(src []byte) ([]byte, text.Map) { return decodeAs(src, e, name) }}, err == nil
}

// decodeAs reads src in e a character at a time, so that each is tied to its
// own bytes: the decoder gets one byte more until it has a character. Most
// bytes of a page are ASCII, which only ISO-2022-JP means something else by.
func decodeAs(src []byte, e encoding.Encoding, name string) ([]byte, text.Map) {
	d := e.NewDecoder().Transformer
	out, m := make([]byte, 0, len(src)+len(src)/4), text.Map{}
	var buf [16]byte
	for i := 0; i < len(src); {
		n, k := 0, 0
		if name != iso2022jp {
			for i+k < len(src) && src[i+k] < utf8.RuneSelf {
				k++
			}
		}
		if k > 0 {
			out = append(out, src[i:i+k]...)
			m.Add(k, text.FileSpan{Start: i, End: i + k})
			i += k
			continue
		}
		for end := i + 1; k == 0 && end <= min(i+8, len(src)); end++ {
			n, k, _ = d.Transform(buf[:], src[i:end], end == len(src))
		}
		if k == 0 {
			n, k = copy(buf[:], "\uFFFD"), 1
		}
		out = append(out, buf[:n]...)
		if n > 0 {
			m.Add(n, text.FileSpan{Start: i, End: i + k})
		}
		i += k
	}
	return out, m
}
