package html

import (
	"bytes"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/quoteprov/quoteprov/normalize/internal/source"
)

// What a page has for browsers that run no scripts.

// scanned is the page's blocks. Where most of its text is there only for
// browsers that run no scripts, it is read as these do.
func scanned(s *source.Source, most limits) *scanner {
	c := newScanner(s, most)
	c.scan()
	if c.unscripted < fewest || c.unscripted < len(c.out) {
		return c
	}
	c = newScanner(s, most)
	c.scriptless = true
	c.scan()
	return c
}

// fewest is how many bytes of text make a <noscript> worth reading.
const fewest = 400

// textLen is the length of what is no tag in b, without white space.
func textLen(b []byte) int {
	n, in := 0, false
	for i, x := range b {
		switch {
		case x == '<':
			in = true
		case x == '>':
			in = false
		case !in && spaces(b[i:i+1]) == 0:
			n++
		}
	}
	return n
}

// frame counts the text of a page that a frame has in it (srcdoc).
func (c *scanner) frame() {
	for more := true; more; {
		var key, val []byte
		key, val, more = c.z.TagAttr()
		if string(key) == "srcdoc" {
			c.framed += shownLen(val)
		}
	}
}

// shownLen is the length of the text of a page, without white space, scripts and style sheets:
// frames that show a film or an advertisement have nothing else.
func shownLen(page []byte) (n int) {
	z := xhtml.NewTokenizer(bytes.NewReader(page))
	silent := false
	for kind := z.Next(); kind != xhtml.ErrorToken; kind = z.Next() {
		switch name, _ := z.TagName(); {
		case kind == xhtml.TextToken && !silent:
			n += textLen(z.Raw())
		case kind == xhtml.StartTagToken || kind == xhtml.EndTagToken:
			tag := atom.Lookup(name)
			silent = kind == xhtml.StartTagToken && (tag == atom.Script || tag == atom.Style)
		}
	}
	return n
}
