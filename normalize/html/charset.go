package html

import (
	"bytes"
	"regexp"
	"sync"
	"unicode/utf8"

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
	c, ok := charsetOf(string(m[1]))
	if !ok || unsaid[c.name] || c.name != iso2022jp && readsAsUTF8(src) {
		return source.New(src, "")
	}
	return source.Decoded(c.read(src))
}

// A charset turns bytes into text, and ties each character to its own. Its name is
// that of the Encoding Standard. The tables are those of golang.org/x/text, in a
// browser the browser's.
type charset struct {
	name string
	read func(src []byte) ([]byte, text.Map)
}

// iso2022jp means something else by most bytes of ASCII, and others nothing.
const iso2022jp = "iso-2022-jp"

// unsaid are the charsets whose declaration says nothing of single bytes: one that could
// be read was not in UTF-16.
var unsaid = map[string]bool{
	"utf-8": true, "utf-16le": true, "utf-16be": true, "replacement": true, "x-user-defined": true,
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
