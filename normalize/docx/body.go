package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A reader follows the elements of word/document.xml. Names are taken without
// their name space, which differs between the two editions of the standard.
type reader struct {
	dec   *xml.Decoder
	out   strings.Builder
	page  normalize.Page
	start int            // where the paragraph begins in out
	kind  text.BlockKind // of the paragraph
	cells int            // how many table cells are open
	said  bool           // inside <w:t>
	bold  bool           // the run is bold
	from  int            // where the bold run began
}

// skipped elements hold text that is no part of the document: deleted, said
// twice for old programs, or instructions for fields.
var skipped = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "pict": true}

func (r *reader) read() error {
	for {
		t, err := r.dec.Token()
		if errors.Is(err, io.EOF) {
			r.end()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if skipped[t.Name.Local] {
				err = r.dec.Skip()
			} else {
				r.open(t)
			}
		case xml.EndElement:
			r.close(t.Name.Local)
		case xml.CharData:
			if r.said {
				r.out.Write(t)
			}
		}
		if err != nil {
			return err
		}
	}
}

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
	case "tab":
		if r.out.Len() > r.start { // also a tab stop of the paragraph's own
			r.out.WriteByte('\t')
		}
	case "br", "cr":
		r.out.WriteByte('\n')
	case "noBreakHyphen":
		r.out.WriteString("\u2011")
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

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
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
	}
}

// end ends the paragraph.
func (r *reader) end() {
	if s := r.out.String()[r.start:]; strings.TrimSpace(s) != "" {
		r.page.Pieces = append(r.page.Pieces, normalize.Piece{Span: text.Span{Start: r.start, End: r.out.Len()}, Kind: r.kind})
	}
	if r.out.Len() > r.start {
		r.out.WriteByte('\n')
	}
	r.start, r.kind = r.out.Len(), text.Paragraph
	if r.from < r.start {
		r.from = r.start
	}
}
