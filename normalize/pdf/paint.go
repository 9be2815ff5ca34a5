package pdf

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// The library's own reading of a page does not follow forms (which whole pages
// are wrapped in by some programs), nor the widths of fonts with two bytes a
// glyph. So the operators of a page are followed here, as far as text goes:
// ISO 32000-1, 9.4. Fonts are decoded by the library.

// A matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// times is m, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		dot(m.a, n.a, m.b, n.c), dot(m.a, n.b, m.b, n.d),
		dot(m.c, n.a, m.d, n.c), dot(m.c, n.b, m.d, n.d),
		dot(m.e, n.a, m.f, n.c) + n.e, dot(m.e, n.b, m.f, n.d) + n.f,
	}
}

// dot is a·b + c·d, rounded alike on every machine.
func dot(a, b, c, d float64) float64 { return float64(a*b) + float64(c*d) }

func length(x, y float64) float64 { return math.Sqrt(dot(x, x, y, y)) }

// state is what q saves and Q brings back.
type state struct {
	base              matrix // of the page
	font              *font
	size, rise        float64
	char, word, scale float64 // spacing; scale is 1 for 100%
	leading           float64
}

type painter struct {
	state
	saved     []state
	text      matrix // where the next glyph is painted
	line      matrix // where the line began
	resources pdf.Value
	fonts     map[string]*font
	depth     int
	forms     int // how many were followed
	out       []glyph
}

const (
	maxDepth = 8
	maxForms = 10000
)

func newPainter(resources pdf.Value) *painter {
	return &painter{state: state{base: identity, scale: 1}, text: identity, line: identity, resources: resources, fonts: map[string]*font{}}
}

// paint follows the operators of a content stream.
func (p *painter) paint(content pdf.Value) {
	pdf.Interpret(content, func(stk *pdf.Stack, op string) {
		args := make([]pdf.Value, stk.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stk.Pop()
		}
		if n, ok := operands[op]; ok && len(args) >= n {
			p.do(op, args[len(args)-n:])
		}
	})
}

// operands is how many each operator takes.
var operands = map[string]int{"q": 0, "Q": 0, "cm": 6, "Do": 1, "BT": 0, "Tf": 2, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1,
	"Td": 2, "TD": 2, "Tm": 6, "T*": 0, "Tj": 1, "'": 1, "\"": 3, "TJ": 1}

func (p *painter) do(op string, args []pdf.Value) {
	num := func(i int) float64 { return args[i].Float64() }
	switch op {
	case "q":
		p.saved = append(p.saved, p.state)
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		p.base = toMatrix(args).times(p.base)
	case "Do":
		p.form(p.resources.Key("XObject").Key(args[0].Name()))
	case "BT":
		p.text, p.line = identity, identity
	case "Tf":
		p.font, p.size = p.fontNamed(args[0].Name()), num(1)
	case "Tc":
		p.char = num(0)
	case "Tw":
		p.word = num(0)
	case "Tz":
		p.scale = num(0) / 100
	case "TL":
		p.leading = num(0)
	case "Ts":
		p.rise = num(0)
	case "Td", "TD":
		if op == "TD" {
			p.leading = -num(1)
		}
		p.move(num(0), num(1))
	case "Tm":
		p.line = toMatrix(args)
		p.text = p.line
	case "T*":
		p.move(0, -p.leading)
	case "Tj":
		p.show(args[0].RawString())
	case "'", "\"":
		p.move(0, -p.leading)
		p.show(args[len(args)-1].RawString())
	case "TJ":
		p.showAll(args[0])
	}
}

func toMatrix(v []pdf.Value) matrix {
	return matrix{v[0].Float64(), v[1].Float64(), v[2].Float64(), v[3].Float64(), v[4].Float64(), v[5].Float64()}
}

// move begins a line.
func (p *painter) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

// showAll paints the strings of an array; a number in it moves back.
func (p *painter) showAll(a pdf.Value) {
	for i := range a.Len() {
		v := a.Index(i)
		if v.Kind() == pdf.String {
			p.show(v.RawString())
		} else {
			p.text = matrix{1, 0, 0, 1, -v.Float64() / 1000 * p.size * p.scale, 0}.times(p.text)
		}
	}
}

// show paints a string.
func (p *painter) show(s string) {
	if p.font == nil {
		return
	}
	for len(s) > 0 {
		n := min(p.font.bytes, len(s))
		code := s[:n]
		s = s[n:]
		at := matrix{p.size * p.scale, 0, 0, p.size, 0, p.rise}.times(p.text).times(p.base)
		wide := p.font.width(code)
		p.out = append(p.out, glyph{
			text: p.font.decode(code), left: at.e, width: wide * length(at.a, at.b), up: at.f, size: length(at.c, at.d),
		})
		step := float64(wide*p.size) + p.char
		if code == " " {
			step += p.word
		}
		p.text = matrix{1, 0, 0, 1, step * p.scale, 0}.times(p.text)
	}
}

// form follows a form: a piece of content with resources of its own.
func (p *painter) form(x pdf.Value) {
	if x.Key("Subtype").Name() != "Form" || p.depth >= maxDepth || p.forms >= maxForms {
		return
	}
	p.forms++
	inner := *p
	inner.depth, inner.saved, inner.fonts = p.depth+1, nil, map[string]*font{}
	if r := x.Key("Resources"); r.Kind() == pdf.Dict {
		inner.resources = r
	}
	if m := x.Key("Matrix"); m.Len() == 6 {
		var v []pdf.Value
		for i := range 6 {
			v = append(v, m.Index(i))
		}
		inner.base = toMatrix(v).times(p.base)
	}
	inner.paint(x)
	p.out, p.forms = inner.out, inner.forms
}

func (p *painter) fontNamed(name string) *font {
	f, ok := p.fonts[name]
	if !ok {
		f = newFont(p.resources.Key("Font").Key(name))
		p.fonts[name] = f
	}
	return f
}

// A font decodes and measures the codes of strings.
type font struct {
	bytes  int // of a code
	font   pdf.Font
	enc    pdf.TextEncoding
	widths map[int]float64 // of codes of two bytes, in em
	usual  float64
}

func newFont(v pdf.Value) *font {
	f := &font{bytes: 1, font: pdf.Font{V: v}}
	f.enc = f.font.Encoder()
	if v.Key("Subtype").Name() != "Type0" {
		return f
	}
	f.bytes, f.usual, f.widths = 2, 1, map[int]float64{}
	d := v.Key("DescendantFonts").Index(0)
	if w := d.Key("DW"); !w.IsNull() {
		f.usual = w.Float64() / 1000
	}
	// W is a list of: a code and the widths from it on, or two codes and one width.
	for w, i := d.Key("W"), 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for k := range list.Len() {
				f.widths[first+k] = list.Index(k).Float64() / 1000
			}
			i += 2
			continue
		}
		for c := max(first, 0); c <= min(int(w.Index(i+1).Int64()), 0xFFFF); c++ {
			f.widths[c] = w.Index(i+2).Float64() / 1000
		}
		i += 3
	}
	return f
}

func (f *font) decode(code string) string { return strings.Trim(f.enc.Decode(code), "\x00") }

// width is the width of a code in em.
func (f *font) width(code string) float64 {
	if f.bytes == 2 {
		c := 0
		for _, b := range []byte(code) {
			c = c<<8 | int(b)
		}
		if w, ok := f.widths[c]; ok {
			return w
		}
		return f.usual
	}
	if w := f.font.Width(int(code[0])); w > 0 {
		return w / 1000
	}
	return guess(code[0])
}

// guess is about the width of a letter, for the standard fonts, whose widths a
// file need not give.
func guess(c byte) float64 {
	switch {
	case strings.IndexByte("iljtfI.,;:'|!()[] ", c) >= 0:
		return .28
	case strings.IndexByte("mwMW", c) >= 0:
		return .83
	case 'A' <= c && c <= 'Z':
		return .69
	}
	return .53
}
