package html

import (
	"bytes"
	"regexp"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"

	"github.com/quoteprov/quoteprov/normalize/internal/source"
	"github.com/quoteprov/quoteprov/text"
)

var declared = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)`)
})

// decode reads src in its encoding. What the bytes say goes before what the
// page declares: many pages were converted with their declaration left as it
// was. Declared charsets are read here and not by the core, since the tables of
// those with several bytes a character are large. One that nobody knows (a
// misspelt one, a template's placeholder) is read by what the bytes look like.
func decode(src []byte) *source.Source {
	m := declared().FindSubmatch(src[:min(len(src), 4096)])
	if m == nil || bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return source.New(src, "")
	}
	e, err := htmlindex.Get(string(m[1]))
	if err != nil || unsaid(e) || e != japanese.ISO2022JP && readsAsUTF8(src) {
		return source.New(src, "")
	}
	return source.Decoded(decodeAs(src, e))
}

// unsaid reports whether a declaration of e says nothing of single bytes: one
// that could be read was not in UTF-16.
func unsaid(e encoding.Encoding) bool {
	name, err := htmlindex.Name(e)
	switch name {
	case "utf-8", "utf-16le", "utf-16be", "replacement", "x-user-defined":
		return true
	}
	return err != nil
}

// readsAsUTF8 reports whether more of src that is not ASCII is UTF-8 than not.
func readsAsUTF8(src []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > bad || bad == 0
}

// decodeAs reads src in e a character at a time, so that each is tied to its
// own bytes: the decoder gets one byte more until it has a character. Most
// bytes of a page are ASCII, which only ISO-2022-JP means something else by.
func decodeAs(src []byte, e encoding.Encoding) ([]byte, text.Map) {
	d := e.NewDecoder().Transformer
	out, m := make([]byte, 0, len(src)+len(src)/4), text.Map{}
	var buf [16]byte
	for i := 0; i < len(src); {
		n, k := 0, 0
		if e != japanese.ISO2022JP {
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
