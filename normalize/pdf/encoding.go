package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"

	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

// What the codes of fonts with one byte a character mean: ISO 32000-1, 9.6.6
// and annex D.

//go:embed glyphs.txt
var glyphList string

// glyphs are what the names of glyphs stand for.
var glyphs = sync.OnceValue(func() map[string]string {
	m := make(map[string]string, 4300)
	for line := range strings.Lines(glyphList) {
		name, codes, ok := strings.Cut(strings.TrimSpace(line), ";")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		m[name] = codePoints(strings.Fields(codes))
	}
	return m
})

func codePoints(hex []string) string {
	var b strings.Builder
	for _, h := range hex {
		if v, err := strconv.ParseUint(h, 16, 32); err == nil {
			b.WriteRune(rune(v))
		}
	}
	return b.String()
}

// named is what the name of a glyph stands for, by the rules of the glyph list:
// what follows a full stop is its style, an underscore ties the parts of a
// ligature. It is empty where the name says nothing.
func named(name string) string {
	name, _, _ = strings.Cut(name, ".")
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		s, ok := glyphs()[part]
		if !ok {
			s = byNumber(part)
		}
		if s == "" {
			return ""
		}
		b.WriteString(s)
	}
	return b.String()
}

// byNumber reads names such as uni20AC, uni00660069 and u1F600.
func byNumber(name string) string {
	hex, ok := strings.CutPrefix(name, "uni")
	if ok && len(hex) >= 4 && len(hex)%4 == 0 && len(hex) <= 32 {
		var codes []string
		for ; hex != ""; hex = hex[4:] {
			codes = append(codes, hex[:4])
		}
		return codePoints(codes)
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return codePoints([]string{hex})
	}
	return ""
}

// An encoding is what each of 256 codes means; empty where that is not known.
type encoding [256]string

// ofPage is the encoding of a code page.
func ofPage(page *charmap.Charmap) (e encoding) {
	for c := range e {
		if r := page.DecodeByte(byte(c)); c >= ' ' && r != '\uFFFD' {
			e[c] = string(r)
		}
	}
	return e
}

// standardHigh are the codes from A1 on of the standard encoding; a blank is
// none.
const standardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ" +
	"—                Æ ª    ŁØŒº     æ   ı  łøœß"

func standard() (e encoding) {
	for c := ' '; c <= '~'; c++ {
		e[c] = string(c)
	}
	e['\''], e['`'] = "’", "‘"
	c := 0xA1
	for _, r := range standardHigh {
		if r != ' ' {
			e[c] = string(r)
		}
		c++
	}
	return e
}

// encodingOf is the encoding of a simple font. It is sure where the file says
// what the codes mean, and a guess where the font program alone would.
func encodingOf(f *pdffile.File, font pdffile.Dict) (e encoding, sure bool) {
	name, d := f.Name(font["Encoding"]), f.Dict(font["Encoding"])
	if d != nil {
		name = f.Name(d["BaseEncoding"])
	}
	switch name {
	case "WinAnsiEncoding", "PDFDocEncoding":
		e, sure = ofPage(charmap.Windows1252), true
	case "MacRomanEncoding":
		e, sure = ofPage(charmap.Macintosh), true
	default:
		e, sure = builtIn(f, font)
	}
	if d != nil {
		differences(f.Array(d["Differences"]), f, &e)
		sure = sure && f.Name(font["Subtype"]) != "Type3"
	}
	return e, sure
}

// differences puts the names that a font gives to codes into e.
func differences(list pdffile.Array, f *pdffile.File, e *encoding) {
	code := 0
	for _, o := range list {
		if !f.Budget.Spend(8) {
			return
		}
		switch o := f.Resolve(o).(type) {
		case float64:
			code = f.Code(o)
		case pdffile.Name:
			if code >= 0 && code < len(e) {
				e[code] = named(string(o))
			}
			code++
		}
	}
}

// builtIn is the encoding of a font that states none.
func builtIn(f *pdffile.File, font pdffile.Dict) (e encoding, sure bool) {
	if f.Name(font["Subtype"]) == "Type3" {
		return e, false // its codes mean nothing outside of it
	}
	d := f.Dict(font["FontDescriptor"])
	const symbolic = 4
	if f.Code(d["Flags"])&symbolic == 0 {
		return standard(), true
	}
	if s, ok := f.Resolve(d["FontFile"]).(*pdffile.Stream); ok {
		if data, _ := f.Data(s); ofProgram(data, &e) {
			return e, true
		}
	}
	embedded := d["FontFile"] != nil || d["FontFile2"] != nil || d["FontFile3"] != nil
	return standard(), !embedded
}

// programCode is a line of the encoding in the program of a Type 1 font.
var programCode = pattern.New(`dup\s+(\d{1,3})\s*/([A-Za-z0-9._]+)\s+put`)

// ofProgram reads the encoding in the program of a Type 1 font.
func ofProgram(data []byte, e *encoding) bool {
	found := false
	for _, m := range programCode().FindAllSubmatch(data[:min(len(data), 1<<16)], -1) {
		code, _ := strconv.Atoi(string(m[1]))
		if s := named(string(m[2])); s != "" && code < len(e) {
			e[code], found = s, true
		}
	}
	return found
}
