package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A reader follows the elements of word/document.xml. Names are taken without
// their name space, which differs between the two editions of the standard.
type reader struct {
	*box
	dec   *xml.Decoder
	outer []*box // those that the open box lies in
	depth int    // of elements

	nesting int // how deep they may be

	choices []bool         // whether the open alternatives had one with text, which was read
	foreign map[string]int // how many elements lead to texts of other formats
}

// A box is text of its own: the document, or a text box in it.
type box struct {
	out     strings.Builder
	page    normalize.Page
	start   int            // where the paragraph begins in out
	kind    text.BlockKind // of the paragraph
	cells   int            // how many table cells are open
	said    bool           // inside <w:t>
	bold    bool           // the run is bold
	from    int            // where the bold run began
	hanging []*box         // text boxes that hang on the paragraph
	sheet   int            // of paper, from 0
	turned  bool           // a new one was begun, and nothing stands on it yet
}

const maxBoxes = 8 // in each other

// MostNesting is how many elements may lie in each other, where the caller does not say
// another number.
const MostNesting = 10_000

// skipped elements hold text that is no part of the document: deleted, or
// instructions for fields.
var skipped = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "delText": true}

// foreign elements stand for texts that lie in files of their own, of other formats.
var foreign = map[string]string{
	"altChunk": "texts of other formats (altChunk)",
	"subDoc":   "other documents (subDoc)",
}

// skips reports whether the text of an element is left out: such as is skipped, or was
// said before, for newer programs.
func (r *reader) skips(name string) bool {
	n := len(r.choices)
	return skipped[name] || name == "Fallback" && n > 0 && r.choices[n-1]
}

// chose notes that one of the innermost alternatives had text. One that has a picture
// alone, for programs of another maker, is no reason to pass over the others.
func (r *reader) chose(text bool) {
	if n := len(r.choices); n > 0 && text {
		r.choices[n-1] = true
	}
}

func (r *reader) read() error {
	for {
		t, err := r.dec.Token()
		if errors.Is(err, io.EOF) {
			r.closeAll()
			return nil
		}
		if err != nil {
			r.closeAll()
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if r.depth++; r.depth > r.nesting {
				err = limitError(fmt.Sprintf("elements are nested too deep, in more than %d others "+
					"(Limits.Nesting, -max-nesting)", r.nesting))
				break
			}
			if r.skips(t.Name.Local) {
				err = r.dec.Skip()
				r.depth--
			} else {
				r.open(t)
			}
		case xml.EndElement:
			r.depth--
			r.close(t.Name.Local)
		case xml.CharData:
			if r.said {
				r.write(string(t))
				r.chose(strings.TrimSpace(string(t)) != "")
			}
		}
		if err != nil {
			r.closeAll()
			return err
		}
	}
}

// write adds text to the paragraph.
func (b *box) write(s string) {
	b.out.WriteString(s)
	b.turned = b.turned && strings.TrimSpace(s) == ""
}

// enter begins a text box.
func (r *reader) enter() {
	inner := r.box
	if len(r.outer) < maxBoxes {
		inner = &box{sheet: r.sheet}
	}
	r.outer = append(r.outer, r.box)
	r.box = inner
}

// leave ends a text box, which hangs on the paragraph that it lies in.
func (r *reader) leave() {
	n := len(r.outer) - 1
	if n < 0 {
		return
	}
	r.end()
	inner := r.box
	r.box, r.outer = r.outer[n], r.outer[:n]
	if inner != r.box {
		r.hanging = append(r.hanging, inner)
	}
}

func (r *reader) closeAll() {
	for len(r.outer) > 0 {
		r.leave()
	}
	r.end()
}

// add puts the text of another box behind this one's.
func (b *box) add(o *box) {
	at := b.out.Len()
	b.out.WriteString(o.out.String())
	for _, p := range o.page.Pieces {
		p.Span = shift(p.Span, at)
		b.page.Pieces = append(b.page.Pieces, p)
	}
	for _, s := range o.page.Bold {
		b.page.Bold = append(b.page.Bold, shift(s, at))
	}
	for _, a := range o.page.Anchors {
		a.Span = shift(a.Span, at)
		b.page.Anchors = append(b.page.Anchors, a)
	}
}

func shift(s text.Span, by int) text.Span { return text.Span{Start: s.Start + by, End: s.End + by} }

func (r *reader) open(t xml.StartElement) {
	switch t.Name.Local {
	case "p": // one inside another is a text box
		r.end()
		r.kind = text.Paragraph
		if r.cells > 0 {
			r.kind = text.Cell
		}
	case "tc":
		r.cells++
	case "pStyle":
		r.style(strings.ToLower(value(t)))
	case "numPr":
		if r.kind == text.Paragraph {
			r.kind = text.Item
		}
	case "r":
		r.bold, r.from = false, r.out.Len()
	case "b":
		v := value(t)
		r.bold = v != "0" && v != "false"
	case "t":
		r.said = true
	case "tab", "ptab":
		if r.out.Len() > r.start { // also a tab stop of the paragraph's own
			r.out.WriteByte('\t')
		}
	case "br", "cr":
		if attr(t, "type") == "page" {
			r.turn()
		}
		r.out.WriteByte('\n')
	case "lastRenderedPageBreak":
		r.turn()
	case "noBreakHyphen":
		r.write("\u2011")
	case "softHyphen":
		r.write("\u00AD")
	case "sym":
		r.write(symbol(attr(t, "char")))
	case "txbxContent":
		r.enter()
	case "AlternateContent":
		r.choices = append(r.choices, false)
	case "altChunk", "subDoc":
		r.foreign[t.Name.Local]++
	}
}

func (r *reader) style(name string) {
	switch {
	case strings.HasPrefix(name, "heading"), name == "title", name == "subtitle":
		r.kind = text.Heading
	case strings.Contains(name, "quote"):
		r.kind = text.Blockquote
	}
}

func value(t xml.StartElement) string { return attr(t, "val") }

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// symbol is a character of a font of symbols: digits and marks as in ASCII; what
// others mean is not known.
func symbol(hex string) string {
	v, err := strconv.ParseUint(hex, 16, 16)
	c := rune(v & 0xFF)
	if err != nil || v >= 0x80 && v < 0xF000 || c <= ' ' || c >= 0x7F || unicode.IsLetter(c) {
		return "\uFFFD"
	}
	return string(c)
}

// turn begins a page, once for the break and for the mark of where it was.
func (b *box) turn() {
	if !b.turned {
		b.sheet, b.turned = b.sheet+1, true
	}
}

func (r *reader) close(name string) {
	switch name {
	case "p":
		r.end()
	case "tc":
		r.cells--
	case "r":
		if r.bold && r.out.Len() > r.from {
			r.page.Bold = append(r.page.Bold, text.Span{Start: r.from, End: r.out.Len()})
		}
		r.bold = false
	case "t":
		r.said = false
	case "txbxContent":
		r.leave()
	case "AlternateContent":
		if n := len(r.choices); n > 0 {
			read := r.choices[n-1]
			r.choices = r.choices[:n-1]
			r.chose(read)
		}
	}
}

// end ends the paragraph.
func (b *box) end() {
	if s := b.out.String()[b.start:]; strings.TrimSpace(s) != "" {
		span := text.Span{Start: b.start, End: b.out.Len()}
		b.page.Pieces = append(b.page.Pieces, normalize.Piece{Span: span, Kind: b.kind})
		b.anchor(span)
	}
	if b.out.Len() > b.start {
		b.out.WriteByte('\n')
	}
	hanging := b.hanging
	b.hanging = nil
	for _, o := range hanging {
		b.add(o)
	}
	b.start, b.kind = b.out.Len(), text.Paragraph
	b.from = max(b.from, b.start)
}

// anchor ties a paragraph to the page that it ends on, in one anchor a page.
func (b *box) anchor(s text.Span) {
	if n := len(b.page.Anchors); n > 0 && b.page.Anchors[n-1].Page == b.sheet+1 {
		b.page.Anchors[n-1].Span.End = s.End
		return
	}
	b.page.Anchors = append(b.page.Anchors, text.Anchor{Span: s, Page: b.sheet + 1})
}
