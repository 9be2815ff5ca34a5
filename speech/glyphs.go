package speech

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Which characters are quotation marks, which of them pair with each other, and
// which way each looks where it stands.

// A family is a set of marks that pair with each other.
type family uint8

const (
	double family = iota + 1
	single
	guillemet
	angle
	corner
)

type glyph struct {
	family family
	dir    int8 // +1 opens, -1 closes, 0 either
}

var glyphs = map[rune]glyph{
	'“': {double, +1}, '”': {double, -1}, '„': {double, +1}, '‟': {double, +1}, '"': {double, 0}, '″': {double, 0}, '＂': {double, 0},
	'‘': {single, +1}, '’': {single, -1}, '‚': {single, +1}, '‛': {single, +1}, '\'': {single, 0}, '`': {single, +1}, '´': {single, -1},
	'«': {guillemet, +1}, '»': {guillemet, -1},
	'‹': {angle, +1}, '›': {angle, -1},
	'「': {corner, +1}, '」': {corner, -1}, '『': {corner, +1}, '』': {corner, -1},
}

// A mark is a quotation mark as it stands.
type mark struct {
	span   text.Span
	family family
	dir    int8 // by its glyph
	opens  bool // by its neighbours
	closes bool
	period bool // a stop or comma stands before it
	letter byte // the byte before it
}

// blockMarks finds the quotation marks of s that removal has left.
func blockMarks(d *text.Document, s text.Span, out []mark) []mark {
	for _, k := range d.KeptSpans(s) {
		t := d.Read(k)
		for i := 0; i < len(t); {
			j := i + strings.IndexAny(t[i:], markSet)
			if j < i {
				break
			}
			r, n := utf8.DecodeRuneInString(t[j:])
			if r == '&' {
				if r, n = entity(t[j:]); n == 0 {
					i = j + 1
					continue
				}
			} else if (r == '\'' || r == '`') && j+1 < len(t) && (t[j+1] == '\'' || t[j+1] == '`') {
				n = 2 // two single marks set as a double one
			}
			g := glyphs[r]
			if n == 2 && g.family == single && r < utf8.RuneSelf && t[j] != '&' {
				g = glyph{double, 0}
			}
			out = append(out, look(d, text.Span{Start: k.Start + j, End: k.Start + j + n}, g, s))
			i = j + n
		}
	}
	return out
}

// entity is the mark that t begins with where a page's source was saved as text,
// "&quot;" or "&#8220;", and its length; 0 where there is none.
func entity(t string) (rune, int) {
	n := strings.IndexByte(t[:min(len(t), 9)], ';') + 1
	if n == 0 {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(html.UnescapeString(t[:n]))
	if size == 0 || glyphs[r].family == 0 {
		return 0, 0
	}
	return r, n
}

const markSet = "&“”„‟\"″＂‘’‚‛'`´«»‹›「」『』"

// look takes in what stands around a mark.
func look(d *text.Document, at text.Span, g glyph, in text.Span) mark {
	m := mark{span: at, family: g.family, dir: g.dir}
	before, after := ' ', ' '
	if at.Start > in.Start {
		before, _ = utf8.DecodeLastRuneInString(d.Text[in.Start:at.Start])
		m.letter = d.Text[at.Start-1]
	}
	if at.End < in.End {
		after, _ = utf8.DecodeRuneInString(d.Text[at.End:in.End])
	}
	isMark := func(r rune) bool { return glyphs[r].family != 0 }
	outside := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("([{—–-/…|>:", r) }
	m.opens = (outside(before) || isMark(before)) && !unicode.IsSpace(after)
	ends := unicode.IsSpace(after) || isMark(after) || !unicode.IsLetter(after) && !unicode.IsNumber(after) && !strings.ContainsRune("[$£€#@(…", after)
	m.closes = ends && !unicode.IsSpace(before) && !strings.ContainsRune("([{", before)
	m.period = strings.ContainsRune(".,!?…;-—–", before)
	if g.family == single && (word(before) && word(after) || !m.opens && !m.closes) {
		m.opens, m.closes = false, false // an apostrophe
	}
	return m
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
