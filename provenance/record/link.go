package record

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// A link of more words than these names its first and its last ones.
const (
	longestLink = 12
	linkEnds    = 5
)

// link is the address of a passage: a browser that follows it shows the page and
// marks the words (https://wicg.github.io/scroll-to-text-fragment/). Empty where the
// document's address is not known, or is none of the web's.
func link(d *text.Document, spans []text.Span) string {
	u, err := url.Parse(d.Meta.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	var parts []string
	for _, s := range spans {
		words := strings.Fields(d.Kept(s))
		if n := len(words); n > longestLink {
			first, last := strings.Join(words[:linkEnds], " "), strings.Join(words[n-linkEnds:], " ")
			parts = append(parts, "text="+escaped(first)+","+escaped(last))
		} else if n > 0 {
			parts = append(parts, "text="+escaped(strings.Join(words, " ")))
		}
	}
	if parts == nil {
		return ""
	}
	fragment := u.EscapedFragment()
	u.Fragment, u.RawFragment = "", ""
	return u.String() + "#" + fragment + ":~:" + strings.Join(parts, "&")
}

// escaped is text in which nothing is a mark of the address: every byte that is no
// letter and no digit stands as %XX.
func escaped(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
