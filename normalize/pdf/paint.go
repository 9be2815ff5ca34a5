package pdf

import (
	"errors"
	"math"

	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

// The operators of a page are followed here as far as text goes, in its forms
// too, which whole pages are wrapped in by some programs: ISO 32000-1, 9.4.

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

// A painter paints the pages of a file, one after the other.
type painter struct {
	file  *pdffile.File
	fonts map[int]*font // by the number of their object
	seen  counts        // of the whole file

	standIn  *font                    // for fonts that are missing
	painting map[*pdffile.Stream]bool // the forms that are being painted
}

// counts tell how much of what is painted can be read.
type counts struct {
	glyphs, unread, unsure int
}

// A canvas is where a page or a form is painted.
type canvas struct {
	*painter
	state
	saved     []state
	text      matrix // where the next glyph is painted
	line      matrix // where the line began
	resources pdffile.Dict
	fonts     map[pdffile.Name]*font
	depth     int
	page      *pageGlyphs
}

// pageGlyphs are those of a page, and what of it could not be read.
type pageGlyphs struct {
	glyphs  []glyph
	err     error
	picture bool // it has one
	fills   int  // shapes that are filled
}

const (
	maxDepth  = 8       // of forms in forms
	maxGlyphs = 1 << 19 // of a page
	drawn     = 100     // shapes: more than decorate a page without text, few for one of letters
	maxSaved  = 1 << 10 // states
	maxArgs   = 1 << 10 // of an operator
)

var (
	errForms  = errors.New("its forms refer to each other without end")
	errGlyphs = errors.New("it paints more than half a million characters")
	errImage  = errors.New("an image in it has no end")
	errPlace  = errors.New("it paints letters far outside of any page")
	errObject = errors.New("a piece that it paints is missing")
)

func newPainter(f *pdffile.File) *painter {
	return &painter{
		file: f, fonts: map[int]*font{}, standIn: newFont(f, nil),
		painting: map[*pdffile.Stream]bool{},
	}
}

// paint is what a page paints, as far as it can be read.
func (p *painter) paint(page pdffile.Page) pageGlyphs {
	var out pageGlyphs
	c := p.canvas(page.Resources, &out)
	c.run(page.Dict)
	return out
}

func (p *painter) canvas(resources pdffile.Dict, page *pageGlyphs) *canvas {
	return &canvas{
		painter: p, state: state{base: identity, scale: 1, font: p.standIn},
		text: identity, line: identity, resources: resources, fonts: map[pdffile.Name]*font{}, page: page,
	}
}

func (c *canvas) fail(err error) {
	if c.page.err == nil {
		c.page.err = err
	}
}

// run follows the operators of a page.
func (c *canvas) run(d pdffile.Dict) {
	data, err := c.file.Content(d)
	if err != nil {
		c.fail(err)
	}
	c.follow(data)
}

func (c *canvas) follow(data []byte) {
	l := pdffile.NewLexer(data)
	var args []pdffile.Object
	for at := 0; ; at = l.At() {
		o, ok := l.Next()
		if !c.file.Budget.Spend(l.At() - at) {
			c.fail(pdffile.ErrBudget)
			return
		}
		if !ok || len(c.page.glyphs) > maxGlyphs {
			break
		}
		op, isOperator := o.(pdffile.Operator)
		switch {
		case !isOperator && len(args) < maxArgs:
			args = append(args, o)
		case op == "ID":
			c.page.picture = true
			if !l.SkipImage() {
				c.fail(errImage)
			}
			args = args[:0]
		case isOperator:
			c.page.fills += fills[op]
			if n, known := operands[op]; known && len(args) >= n {
				c.do(op, args[len(args)-n:])
			}
			args = args[:0]
		}
	}
	if len(c.page.glyphs) > maxGlyphs {
		c.fail(errGlyphs)
	}
}

// fills are the operators that fill a shape, as a letter that was made one is.
var fills = map[pdffile.Operator]int{"f": 1, "F": 1, "f*": 1, "B": 1, "B*": 1, "b": 1, "b*": 1}

// operands is how many each operator takes.
var operands = map[pdffile.Operator]int{
	"q": 0, "Q": 0, "cm": 6, "gs": 1, "Do": 1, "BT": 0, "Tf": 2, "Tc": 1, "Tw": 1, "Tz": 1,
	"TL": 1, "Ts": 1, "Td": 2, "TD": 2, "Tm": 6, "T*": 0, "Tj": 1, "'": 1, "\"": 3, "TJ": 1,
}

func (c *canvas) do(op pdffile.Operator, args []pdffile.Object) {
	num := func(i int) float64 { v, _ := args[i].(float64); return v }
	switch op {
	case "q":
		if len(c.saved) < maxSaved {
			c.saved = append(c.saved, c.state)
		}
	case "Q":
		if n := len(c.saved); n > 0 {
			c.state, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "cm":
		c.base = toMatrix(args).times(c.base)
	case "Do":
		c.form(args[0])
	case "BT":
		c.text, c.line = identity, identity
	case "Tf":
		c.font, c.size = c.fontNamed(args[0]), num(1)
	case "Tc":
		c.char = num(0)
	case "Tw":
		c.word = num(0)
	case "Tz":
		c.scale = num(0) / 100
	case "TL":
		c.leading = num(0)
	case "Ts":
		c.rise = num(0)
	case "gs":
		c.graphics(args[0])
	default:
		c.show(op, args)
	}
}

// show follows the operators that move and paint text.
func (c *canvas) show(op pdffile.Operator, args []pdffile.Object) {
	num := func(i int) float64 { v, _ := args[i].(float64); return v }
	switch op {
	case "Td", "TD":
		if op == "TD" {
			c.leading = -num(1)
		}
		c.move(num(0), num(1))
	case "Tm":
		c.line = toMatrix(args)
		c.text = c.line
	case "T*":
		c.move(0, -c.leading)
	case "Tj":
		c.paintString(args[0])
	case "\"", "'":
		if op == "\"" {
			c.word, c.char = num(0), num(1)
		}
		c.move(0, -c.leading)
		c.paintString(args[len(args)-1])
	case "TJ":
		c.paintAll(args[0])
	}
}

func toMatrix(args []pdffile.Object) matrix {
	var v [6]float64
	for i := range v {
		v[i], _ = args[i].(float64)
	}
	return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}
}

// move begins a line.
func (c *canvas) move(x, y float64) {
	c.line = matrix{1, 0, 0, 1, x, y}.times(c.line)
	c.text = c.line
}

// paintAll paints the strings of an array; a number in it moves back.
func (c *canvas) paintAll(o pdffile.Object) {
	list, _ := o.(pdffile.Array)
	for _, o := range list {
		if v, ok := o.(float64); ok {
			c.text = matrix{1, 0, 0, 1, -v / 1000 * c.size * c.scale, 0}.times(c.text)
		} else {
			c.paintString(o)
		}
	}
}

func (c *canvas) paintString(o pdffile.Object) {
	text, _ := o.(pdffile.String)
	if !c.file.Budget.Spend(16 * len(text)) {
		return
	}
	for s := string(text); len(s) > 0 && len(c.page.glyphs) <= maxGlyphs; {
		code, n := c.font.next(s)
		c.glyph(code, s[:n])
		s = s[n:]
	}
}

// glyph paints a code.
func (c *canvas) glyph(code uint32, raw string) {
	t := c.font.decode(code)
	if !c.file.Budget.Spend(len(t)) {
		return
	}
	wide := c.font.width(code, t)
	c.count(t)
	if t == "" {
		t = "\uFFFD"
	}
	at := matrix{c.size * c.scale, 0, 0, c.size, 0, c.rise}.times(c.text).times(c.base)
	if broken(at) {
		if !isBlank(t) {
			c.fail(errPlace)
		}
	} else {
		c.page.glyphs = append(c.page.glyphs, newGlyph(t, wide, at))
	}
	step := float64(wide*c.size) + c.char
	if raw == " " {
		step += c.word
	}
	c.text = matrix{1, 0, 0, 1, step * c.scale, 0}.times(c.text)
}

func (c *canvas) count(t string) {
	c.seen.glyphs++
	switch {
	case t == "":
		c.seen.unread++
	case !c.font.sure:
		c.seen.unsure++
	}
}

// broken reports whether a place is none: too far away to be compared.
func broken(m matrix) bool {
	const far = 1e7
	near := math.Abs(m.e) < far && math.Abs(m.f) < far
	return !(near && length(m.a, m.b) < far && length(m.c, m.d) < far)
}

// form follows a form: a piece of content with resources of its own.
func (c *canvas) form(name pdffile.Object) {
	key, _ := name.(pdffile.Name)
	s, ok := c.file.Resolve(c.file.Dict(c.resources["XObject"])[key]).(*pdffile.Stream)
	if !ok {
		c.fail(errObject)
		return
	}
	if c.file.Name(s.Dict["Subtype"]) != "Form" {
		c.page.picture = true
		return
	}
	if c.depth >= maxDepth || c.painting[s] {
		c.fail(errForms)
		return
	}
	c.painting[s] = true
	defer delete(c.painting, s)
	inner := c.painter.canvas(c.resources, c.page)
	inner.state, inner.depth = c.state, c.depth+1
	if r := c.file.Dict(s.Dict["Resources"]); r != nil {
		inner.resources = r
	}
	if m := c.file.Array(s.Dict["Matrix"]); len(m) == 6 {
		inner.base = toMatrix(m).times(c.base)
	}
	data, err := c.file.Data(s)
	if err != nil {
		c.fail(err)
	}
	inner.follow(data)
}

func (c *canvas) fontNamed(o pdffile.Object) *font {
	name, _ := o.(pdffile.Name)
	f, ok := c.fonts[name]
	if !ok {
		f = c.fontOf(c.file.Dict(c.resources["Font"])[name])
		c.fonts[name] = f
	}
	return f
}

// fontOf reads a font, once for the file where it is an object of its own.
func (c *canvas) fontOf(o pdffile.Object) *font {
	ref, shared := o.(pdffile.Ref)
	if f, ok := c.painter.fonts[ref.Num]; ok && shared {
		return f
	}
	f := newFont(c.file, c.file.Dict(o))
	if shared {
		c.painter.fonts[ref.Num] = f
	}
	return f
}

// graphics takes the font of a graphics state.
func (c *canvas) graphics(o pdffile.Object) {
	name, _ := o.(pdffile.Name)
	list := c.file.Array(c.file.Dict(c.file.Dict(c.resources["ExtGState"])[name])["Font"])
	if len(list) == 2 {
		c.font, c.size = c.fontOf(list[0]), c.file.Number(list[1])
	}
}
