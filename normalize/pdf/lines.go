package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// The problem: glyphs with places, and paragraphs wanted. A line is a run of
// glyphs of nearly the same height; a gap wider than a fifth of the type's
// size is a space. A paragraph ends where the next line is further away than
// usual, is set in another size, or the line is short and ends a sentence. One
// that a page cuts goes on over the page's head and foot: lines at the edge of
// a page that stand on three pages alike (but for a number), and page numbers.

type line struct {
	text     string
	page     int // from 1
	left     float64
	right    float64
	up       float64
	size     float64
	reason   string  // why it is no part of the text
	distance float64 // from the line before on the page; 0 for the first
}

// layout makes a page, as the readers fill it, of a PDF's pages.
func layout(pages [][]glyph) *normalize.Page {
	var lines []line
	for i, g := range pages {
		lines = append(lines, toLines(g, i+1)...)
	}
	furniture(lines)
	return compose(lines)
}

// toLines makes the lines of a page.
func toLines(glyphs []glyph, page int) []line {
	var out []line
	var b strings.Builder
	var cur line
	flush := func() {
		if cur.text = strings.Join(strings.Fields(b.String()), " "); cur.text != "" {
			if len(out) > 0 {
				cur.distance = out[len(out)-1].up - cur.up
			}
			out = append(out, cur)
		}
		b.Reset()
	}
	end := 0.0
	for i, g := range glyphs {
		if i == 0 || math.Abs(g.up-cur.up) > max(cur.size, g.size)/2 || g.left < end-2*max(g.size, 1) {
			flush()
			cur = line{page: page, left: g.left, up: g.up, size: math.Abs(g.size)}
		} else if g.left-end > math.Abs(g.size)/5 {
			b.WriteByte(' ')
		}
		b.WriteString(strings.ToValidUTF8(strings.ReplaceAll(g.text, "\x00", ""), "\uFFFD"))
		end = g.left + g.width
		cur.right = max(cur.right, end)
	}
	flush()
	return out
}

// furniture marks the heads and feet of pages.
func furniture(lines []line) {
	seen := map[string]int{}
	edge := func(i int) bool {
		return i == 0 || i == len(lines)-1 || lines[i].page != lines[i-1].page || lines[i].page != lines[i+1].page
	}
	for i := range lines {
		if edge(i) {
			seen[withoutNumbers(lines[i].text)]++
		}
	}
	for i := range lines {
		if !edge(i) {
			continue
		}
		switch key := withoutNumbers(lines[i].text); {
		case key == "" || key == "page" || key == "page of" || key == "of":
			lines[i].reason = "page number"
		case seen[key] >= 3:
			lines[i].reason = "page header"
		}
	}
}

// withoutNumbers is s in lower case, letters and blanks only.
func withoutNumbers(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }), " ")
}

// compose puts the lines together to the text and its pieces.
func compose(lines []line) *normalize.Page {
	p := &normalize.Page{Extracted: true}
	var b strings.Builder
	usual, width := spacing(lines)
	open, last := false, -1 // the last line of a paragraph
	var held []text.Removal // heads and feet that the paragraph may go on behind
	release := func() {
		for _, h := range held {
			p.Pieces = append(p.Pieces, normalize.Piece{Span: h.Span, Reason: h.Reason})
		}
		held = nil
	}
	for i, l := range lines {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		s := text.Span{Start: b.Len(), End: b.Len() + len(l.text)}
		b.WriteString(l.text)
		p.Anchors = anchor(p.Anchors, s, l.page)
		if l.reason != "" {
			held = append(held, text.Removal{Span: s, Reason: l.reason})
			continue
		}
		if open && !breaks(lines[last], l, usual, width) {
			p.Cuts, held = append(p.Cuts, held...), nil
			p.Pieces[len(p.Pieces)-1].Span.End = s.End
		} else {
			release()
			p.Pieces = append(p.Pieces, normalize.Piece{Span: s})
		}
		open, last = true, i
	}
	release()
	p.Text = b.String()
	return p
}

// anchor ties s to its page, in one anchor a page.
func anchor(a []text.Anchor, s text.Span, page int) []text.Anchor {
	if n := len(a); n > 0 && a[n-1].Page == page {
		a[n-1].Span.End = s.End
		return a
	}
	return append(a, text.Anchor{Span: s, Page: page})
}

// spacing is the usual distance of two lines of a paragraph, and the width of a full
// one.
func spacing(lines []line) (distance, width float64) {
	var ds, ws []float64
	for _, l := range lines {
		if l.distance > 0 {
			ds = append(ds, l.distance)
		}
		ws = append(ws, l.right-l.left)
	}
	if len(ds) == 0 {
		return 0, 0
	}
	slices.Sort(ds)
	slices.Sort(ws)
	return ds[(len(ds)-1)/3], ws[len(ws)*3/4]
}

// breaks reports whether l begins a paragraph after last.
func breaks(last, l line, usual, width float64) bool {
	ends := strings.ContainsAny(last.text[max(0, len(last.text)-4):], ".!?:")
	r, _ := utf8.DecodeRuneInString(l.text)
	switch {
	case math.Abs(last.size-l.size) > 1:
		return true
	case last.page != l.page:
		return ends || !unicode.IsLower(r)
	case l.distance > usual*1.3 || l.distance < 0:
		return true
	case ends && (last.right-last.left < width*.85 || l.left-last.left > l.size/2):
		return true
	}
	return false
}
