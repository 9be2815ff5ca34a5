package normalize

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// plainPage reads plain text: each line is a piece.
func plainPage(src []byte) Page {
	t, m := Decode(src, "")
	p := Page{Text: t, Map: m}
	for at := 0; at < len(t); {
		end := strings.IndexByte(t[at:], '\n')
		if end < 0 {
			end = len(t) - at
		}
		if s := trim(t, text.Span{Start: at, End: at + end}); s.Len() > 0 {
			p.Pieces = append(p.Pieces, Piece{Span: s})
		}
		at += end + 1
	}
	return p
}
