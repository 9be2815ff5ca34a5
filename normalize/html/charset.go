package html

import (
	"regexp"

	"github.com/quoteprov/quoteprov/normalize/internal/source"
)

var declared = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// decode reads src in its encoding. What the bytes say goes before what the
// page declares: many pages were converted with their declaration left as it was.
func decode(src []byte) *source.Source {
	charset := ""
	if m := declared.FindSubmatch(src[:min(len(src), 4096)]); m != nil {
		charset = string(m[1])
	}
	return source.New(src, charset)
}
