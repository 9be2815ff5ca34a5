// Package pdf reads the text of PDF files, with the page that each piece
// stands on.
//
// A PDF says where glyphs are painted, not what a paragraph is. The glyphs are
// taken in the order of the file, which is the order of reading in nearly all
// files that a program wrote; lines.go makes lines of them and paragraphs of
// lines. Spans are bytes of that text. What is no text (a scan) cannot be read.
//
// The PDF itself is taken apart by github.com/ledongthuc/pdf, and what its
// pages paint is followed by paint.go. The library panics on much that is
// damaged; that ends at this package's border, as an error.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/quoteprov/quoteprov/normalize"
)

// Read reads a PDF. It returns nil, nil where src is of another format, and an
// error that names the file where it cannot be read or holds no text.
func Read(name string, src []byte) (*normalize.Page, error) {
	if !bytes.Contains(src[:min(len(src), 1024)], []byte("%PDF-")) {
		return nil, nil
	}
	src = src[bytes.Index(src, []byte("%PDF-")):]
	pages, title, err := open(src)
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, fmt.Errorf("%s: the PDF is locked with a password", name)
	case err != nil && len(pages) == 0:
		return nil, fmt.Errorf("%s: damaged PDF: %w", name, err)
	}
	p := layout(pages)
	if len(p.Pieces) == 0 {
		return nil, fmt.Errorf("%s: the PDF holds no text (%d pages, scanned perhaps)", name, len(pages))
	}
	if !isFileName(title) {
		p.Meta.Title = title
	}
	return p, nil
}

// isFileName reports whether a title is the name of the file that the PDF was
// made from, as printers put it.
func isFileName(s string) bool {
	return strings.HasPrefix(s, "Microsoft ") || strings.EqualFold(s, "untitled") || path.Ext(s) != "" && !strings.Contains(path.Ext(s), " ")
}

// A glyph is a piece of text where it is painted; up is higher on the page.
type glyph struct {
	text                  string
	left, width, up, size float64
}

// open reads the glyphs of every page. A page that cannot be read is empty.
func open(src []byte) (pages [][]glyph, title string, err error) {
	defer caught(&err)
	r, err := pdf.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, "", err
	}
	n := r.NumPage()
	if n <= 0 || n > len(src) {
		return nil, "", fmt.Errorf("%d pages", n)
	}
	readable := 0
	for i := 1; i <= n; i++ {
		g, e := glyphs(r, i)
		if e != nil {
			err = e
		} else {
			readable++
		}
		pages = append(pages, g)
	}
	if readable == 0 {
		return nil, "", err
	}
	return pages, r.Trailer().Key("Info").Key("Title").Text(), nil
}

// glyphs are those of a page, as far as they can be read.
func glyphs(r *pdf.Reader, page int) (out []glyph, err error) {
	v := r.Page(page)
	p := newPainter(v.Resources())
	defer func() {
		if out = p.out; len(out) > 0 {
			err = nil
		}
	}()
	defer caught(&err)
	p.paint(v.V.Key("Contents"))
	return nil, nil
}

// caught makes an error of a panic.
func caught(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%v", p)
	}
}
