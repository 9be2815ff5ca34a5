package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// A paragraph ends where the next line is further away than usual, is set in
// another size or further in, or the line is short and ends a sentence. One that
// a page or a column cuts goes on over what stands between.

// layout makes a page, as the readers fill it, of the lines of all pages.
func layout(lines []line) *normalize.Page {
	furniture(lines)
	c := composer{lines: lines, page: &normalize.Page{Extracted: true}}
	c.usual, c.width = spacing(lines)
	c.indent, c.record = indents(lines), numbered(lines)
	for i := range lines {
		c.add(i)
	}
	c.release()
	c.page.Text = c.out.String()
	return c.page
}

// A composer puts the lines together to the text and its pieces.
type composer struct {
	lines  []line
	page   *normalize.Page
	out    strings.Builder
	usual  float64         // distance of two lines
	width  float64         // of a full line
	indent map[int]float64 // of each page, where most of its lines begin
	record bool            // most lines have numbers, as in records: nothing is junk
	open   bool            // a paragraph
	last   int             // its last line
	held   []text.Removal  // heads and feet that the paragraph may go on behind
}

func (c *composer) add(i int) {
	l := c.lines[i]
	s, number := c.write(l)
	if l.reason != "" {
		c.held = append(c.held, text.Removal{Span: s, Reason: l.reason})
		return
	}
	if c.open && !c.breaks(c.lines[c.last], l) {
		c.page.Cuts, c.held = append(c.page.Cuts, c.held...), nil
		c.page.Pieces[len(c.page.Pieces)-1].Span.End = s.End
	} else {
		c.release()
		c.page.Pieces = append(c.page.Pieces, normalize.Piece{Span: s, Kept: c.record})
	}
	if number.Len() > 0 {
		c.page.Cuts = append(c.page.Cuts, text.Removal{Span: number, Reason: "line number"})
	}
	c.open, c.last = true, i
}

// write puts a line in the text and returns where it stands, and where its
// number does.
func (c *composer) write(l line) (s, number text.Span) {
	if c.out.Len() > 0 {
		c.out.WriteByte('\n')
	}
	s.Start = c.out.Len()
	if l.number != "" {
		c.out.WriteString(l.number)
		number = text.Span{Start: s.Start, End: c.out.Len()}
		c.out.WriteString("  ")
	}
	c.out.WriteString(l.text)
	s.End = c.out.Len()
	c.page.Anchors = anchor(c.page.Anchors, s, l.page)
	return s, number
}

// release makes pieces of what was held.
func (c *composer) release() {
	for _, h := range c.held {
		c.page.Pieces = append(c.page.Pieces, normalize.Piece{Span: h.Span, Reason: h.Reason})
	}
	c.held = nil
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
		if l.distance > 0 && l.reason == "" {
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

// indents is for each page whose lines mostly begin at one place that place.
func indents(lines []line) map[int]float64 {
	at := map[int][]float64{}
	for _, l := range lines {
		if l.reason == "" {
			at[l.page] = append(at[l.page], math.Round(l.left))
		}
	}
	out := map[int]float64{}
	for page, lefts := range at {
		slices.Sort(lefts)
		best, run := 0, 0
		for i := range lefts {
			if run++; i > 0 && lefts[i] != lefts[i-1] {
				run = 1
			}
			if run > best {
				best, out[page] = run, lefts[i]
			}
		}
		if best*2 <= len(lefts) {
			delete(out, page)
		}
	}
	return out
}

// numbered reports whether most lines have a number.
func numbered(lines []line) bool {
	n := 0
	for _, l := range lines {
		if l.number != "" {
			n++
		}
	}
	return n*2 > len(lines)
}

// breaks reports whether l begins a paragraph after last.
func (c *composer) breaks(last, l line) bool {
	said := strings.TrimRight(last.text, "”’»\"')] ")
	ends := said != "" && strings.IndexByte(".!?:", said[len(said)-1]) >= 0 // not “3.4”
	r, _ := utf8.DecodeRuneInString(l.text)
	switch {
	case math.Abs(last.size-l.size) > 1:
		return true
	case last.page != l.page || l.distance < -l.size:
		return ends || !unicode.IsLower(r)
	case l.distance > c.usual*1.3 || l.distance < 0:
		return true
	case ends && (last.right-last.left < c.width*.85 || l.left-last.left > l.size/2):
		return true
	case ends && label().MatchString(l.text):
		return true
	}
	in, ok := c.indent[l.page]
	return ok && l.left > in+1.5*l.size && (ends || math.Abs(last.left-l.left) > 1.5*l.size)
}

// label is how the turn of a speaker begins: "THE COURT:", "Q.", "BY MR. ORFORD:".
var label = pattern.New(
	`^(?:(?:\p{Lu}[\p{Lu}.’'-]+ ?){1,5}(?:\([^)]{1,40}\))?:(?:\s|$)|[QA][.:]\s)`)
