// Package html reads web pages: all of their visible text, each byte of it
// tied to the bytes of the file, the article told from the page around it.
//
// The problem: every extractor of articles answers with a tree or a string and
// forgets where it stood in the file. The naive way is to search for its text
// in the page afterwards; short and repeated pieces are then found in the
// wrong place. The choice here is to classify blocks on the stream of
// golang.org/x/net/html's Tokenizer, whose raw tokens are the file, in order
// and complete: a block knows its bytes because it was never apart from them.
// Tokens are followed with a stack of open elements, no tree is built; the
// cost is linear in the file, whatever the nesting.
//
// What is an article's text and what is not is decided by fitted trees over
// some 150 whole numbers a block (classify.go), so it is the same on every
// machine.
package html

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
)

// Read reads a web page. It returns nil, nil where src is not HTML.
func Read(name string, src []byte) (*normalize.Page, error) { return Within(0, 0)(name, src) }

// Within is [Read] of so many elements of a page at most, so many of them in each other;
// 0 or less are [MostElements] and [MostNesting]. Of a page with more the page as far as it was
// read is given, or the page as if what lies deeper lay less deep, with a warning.
func Within(elements, nesting int) normalize.Reader {
	most := limits{cmp.Or(max(0, elements), usual.elements), cmp.Or(max(0, nesting), usual.nesting)}
	return func(name string, src []byte) (*normalize.Page, error) {
		if !sniff(name, src) {
			return nil, nil
		}
		c := scanned(decode(src), most)
		classify(c)
		p := page(c)
		p.Warnings, p.Partial = c.warnings(), c.ended || c.unframed()
		return p, nil
	}
}

// sniff reports whether src is HTML: it starts as HTML does, in any encoding,
// or is so named and has a tag at all.
func sniff(name string, src []byte) bool {
	if bytes.HasPrefix(src, []byte("PK\x03\x04")) {
		return false // a book, whose pages may stand in it as they are
	}
	head := bytes.ToLower(bytes.ReplaceAll(src[:min(len(src), 2048)], []byte{0}, nil))
	t := bytes.TrimLeft(head, " \t\r\n\f\xef\xbb\xbf\xff\xfe")
	for bytes.HasPrefix(t, []byte("<!--")) || bytes.HasPrefix(t, []byte("<?xml")) {
		end := bytes.IndexByte(t, '>')
		if end < 0 {
			break
		}
		t = bytes.TrimLeft(t[end+1:], " \t\r\n\f")
	}
	ending := strings.ToLower(path.Ext(name))
	if ending == ".md" || ending == ".markdown" {
		return begins(t, "<!doctype html", "<html") // Markdown may begin with any other tag
	}
	if begins(t, starts...) {
		return true
	}
	if bytes.Contains(head, []byte("<!doctype html")) || bytes.Contains(head, []byte("<html")) {
		return true
	}
	switch ending {
	case ".html", ".htm", ".xhtml", ".shtml", ".amp":
		return bytes.IndexByte(src, '<') >= 0 && !binary(src)
	}
	return false
}

// begins reports whether t begins with one of the tags.
func begins(t []byte, tags ...string) bool {
	return slices.ContainsFunc(tags, func(tag string) bool { return bytes.HasPrefix(t, []byte(tag)) })
}

// binary reports that src, which no byte order mark declares as UTF-16, begins
// with what no text has.
func binary(src []byte) bool {
	wide := bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
	return !wide && bytes.IndexByte(src[:min(len(src), 2048)], 0) >= 0
}

// starts are the tags a page or a piece of one begins with.
var starts = []string{
	"<!doctype", "<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<p ",
	"<article", "<main", "<section", "<table", "<h1", "<h2", "<ul", "<ol", "<center", "<font",
	"<blockquote", "<span", "<script", "<style", "<link",
}
