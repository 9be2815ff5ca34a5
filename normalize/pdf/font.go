package pdf

import (
	"strings"
	"unicode/utf16"

	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

// A font decodes and measures the codes of strings.
type font struct {
	unicode *cmap    // the file's own table of characters, or nil
	codes   *cmap    // how strings are cut into codes; nil: by size
	size    int      // of a code in bytes
	utf16   bool     // the codes are UTF-16
	simple  encoding // of codes of one byte
	sure    bool     // the file says what the codes mean
	widths  map[uint32]float64
	usual   float64         // the width of what widths does not have, or 0
	guess   *standardWidths // what the width is where the file says nothing
}

// newFont reads a font. It takes time linear in its tables.
func newFont(f *pdffile.File, d pdffile.Dict) *font {
	out := &font{size: 1, sure: true, widths: map[uint32]float64{}}
	out.guess = widthsOf(string(f.Name(d["BaseFont"])))
	if s, ok := f.Resolve(d["ToUnicode"]).(*pdffile.Stream); ok {
		data, _ := f.Data(s)
		out.unicode = readCMap(data, f.Budget)
	}
	if f.Name(d["Subtype"]) == "Type0" {
		out.composite(f, d)
		return out
	}
	out.simple, out.sure = encodingOf(f, d)
	if out.unicode != nil {
		out.sure = true
	}
	out.simpleWidths(f, d)
	return out
}

// simpleWidths reads the widths of a font of one byte a code.
func (o *font) simpleWidths(f *pdffile.File, d pdffile.Dict) {
	unit := .001
	if m := f.Array(d["FontMatrix"]); len(m) == 6 {
		unit = f.Number(m[0])
	}
	first := f.Code(d["FirstChar"])
	widths := f.Array(d["Widths"])
	for i, w := range widths[:min(len(widths), 256)] {
		o.widths[uint32(first+i)] = float64(f.Number(w) * unit)
	}
	o.usual = float64(f.Number(f.Dict(d["FontDescriptor"])["MissingWidth"]) * unit)
}

// composite reads a font of several bytes a code.
func (o *font) composite(f *pdffile.File, d pdffile.Dict) {
	o.size, o.usual = 2, 1
	name := string(f.Name(d["Encoding"]))
	o.utf16 = strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16")
	if s, ok := f.Resolve(d["Encoding"]).(*pdffile.Stream); ok {
		data, _ := f.Data(s)
		o.codes = readCMap(data, f.Budget)
	} else if !strings.HasPrefix(name, "Identity") && !o.utf16 {
		o.codes = o.unicode
	}
	if o.codes != nil && len(o.codes.spaces) == 0 {
		o.codes = nil
	}
	list := f.Array(d["DescendantFonts"])
	if len(list) > 0 {
		o.wide(f, f.Dict(list[0]))
	}
}

// wide reads the widths of a font of several bytes a code. W is a list of: a
// code and the widths from it on, or two codes and one width.
func (o *font) wide(f *pdffile.File, d pdffile.Dict) {
	if d["DW"] != nil {
		o.usual = f.Number(d["DW"]) / 1000
	}
	w := f.Array(d["W"])
	for i := 0; i+1 < len(w); {
		first := f.Number(w[i])
		if list := f.Array(w[i+1]); list != nil {
			for k, v := range list {
				o.setWidth(f, first+float64(k), v)
			}
			i += 2
			continue
		}
		last := min(f.Number(w[i+1]), 0xFFFF)
		for c := max(first, 0); i+2 < len(w) && c <= last && !f.Budget.Spent(); c++ {
			o.setWidth(f, c, w[i+2])
		}
		i += 3
	}
}

func (o *font) setWidth(f *pdffile.File, code float64, width pdffile.Object) {
	if f.Budget.Spend(8) && code >= 0 && code <= 0xFFFF {
		o.widths[uint32(code)] = f.Number(width) / 1000
	}
}

// next takes the code that s begins with.
func (o *font) next(s string) (code uint32, n int) {
	if o.codes != nil {
		return o.codes.next(s)
	}
	for n < min(o.size, len(s)) {
		code = code<<8 | uint32(s[n])
		n++
	}
	return code, n
}

// decode is what a code means; empty where the file does not say.
func (o *font) decode(code uint32) string {
	if s, ok := o.unicode.lookup(code); ok {
		return strings.Trim(s, "\x00")
	}
	switch {
	case o.utf16:
		return string(utf16.Decode([]uint16{uint16(code)}))
	case o.size == 1 && code < 256:
		return o.simple[code]
	}
	return ""
}

// width is the width of a code, which means text, in em.
func (o *font) width(code uint32, text string) float64 {
	if w := o.widths[code]; w > 0 {
		return w
	}
	if o.usual > 0 {
		return o.usual
	}
	return o.guess.of(text)
}

// standardWidths are the widths of the characters from the blank to ~, in
// thousandths of an em.
type standardWidths [95]int16

func (w *standardWidths) of(text string) float64 {
	if len(text) > 0 && text[0] >= ' ' && text[0] <= '~' {
		return float64(w[text[0]-' ']) / 1000
	}
	if text == "’" || text == "‘" {
		return float64(w['\''-' ']) / 1000
	}
	return float64(w['o'-' ']) / 1000
}

// widthsOf are the widths of a font that gives none, which only the standard
// ones may do: by its name, else those of Helvetica.
func widthsOf(name string) *standardWidths {
	bold := strings.Contains(name, "Bold")
	switch {
	case strings.Contains(name, "Courier"):
		return &courier
	case strings.Contains(name, "Times") && bold:
		return &timesBold
	case strings.Contains(name, "Times"):
		return &times
	case bold:
		return &helveticaBold
	}
	return &helvetica
}

// The widths of the standard fonts, as in Adobe's metrics of them.
var (
	courier   = evenWidths(600)
	helvetica = standardWidths{278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
		556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584}
	helveticaBold = standardWidths{278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278,
		278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
		611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584}
	times = standardWidths{250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541}
	timesBold = standardWidths{250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
		930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
		611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
		333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
		556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520}
)

func evenWidths(w int16) (out standardWidths) {
	for i := range out {
		out[i] = w
	}
	return out
}
