package pdf

import (
	"sort"
	"unicode/utf16"

	"github.com/quoteprov/quoteprov/normalize/pdf/internal/pdffile"
)

// A cmap says what the codes of a font mean: ISO 32000-1, 9.10.3.
type cmap struct {
	spaces []codeSpace
	text   map[uint32]string
	ranges []codeRange // in order of their first code
}

// Bounds of what a table may say: all spaces are asked for each code of a string, and a
// code's text is painted wherever the code is. The standard has 100 spaces in a block, of
// which tables that are used have fewer than ten, and texts of 512 bytes.
const (
	maxSpaces = 64
	maxText   = 512 // bytes in UTF-16
)

// A codeSpace holds codes of so many bytes.
type codeSpace struct {
	bytes  int
	lo, hi uint32
}

// A codeRange maps the codes from lo to hi to what follows text, its last unit
// counted up.
type codeRange struct {
	lo, hi uint32
	text   string
}

// readCMap reads a table. Counts that it states are not believed.
func readCMap(data []byte, budget *pdffile.Budget) *cmap {
	m := &cmap{text: map[uint32]string{}}
	l := pdffile.NewLexer(data)
	var args []pdffile.Object
	for budget.Spend(8) {
		o, ok := l.Next()
		if !ok {
			break
		}
		op, isOperator := o.(pdffile.Operator)
		if !isOperator {
			args = append(args, o)
			continue
		}
		m.do(string(op), args)
		args = args[:0]
	}
	sort.SliceStable(m.ranges, func(i, k int) bool { return m.ranges[i].lo < m.ranges[k].lo })
	return m
}

func (m *cmap) do(op string, args []pdffile.Object) {
	switch op {
	case "endcodespacerange":
		for ; len(args) >= 2; args = args[2:] {
			lo, n := codeOf(args[0])
			hi, k := codeOf(args[1])
			if n == k && n >= 1 && n <= 4 && len(m.spaces) < maxSpaces {
				m.spaces = append(m.spaces, codeSpace{n, lo, hi})
			}
		}
	case "endbfchar":
		for ; len(args) >= 2; args = args[2:] {
			if code, n := codeOf(args[0]); n > 0 {
				m.text[code] = utf16Text(args[1])
			}
		}
	case "endbfrange":
		for ; len(args) >= 3; args = args[3:] {
			m.bfRange(args[0], args[1], args[2])
		}
	}
}

func (m *cmap) bfRange(from, to, what pdffile.Object) {
	lo, n := codeOf(from)
	hi, k := codeOf(to)
	if n == 0 || k == 0 || hi < lo {
		return
	}
	list, ok := what.(pdffile.Array)
	if !ok {
		m.ranges = append(m.ranges, codeRange{lo, hi, utf16Text(what)})
		return
	}
	for i, o := range list {
		if uint32(i) <= hi-lo {
			m.text[lo+uint32(i)] = utf16Text(o)
		}
	}
}

// codeOf is the code that a string of up to 4 bytes is, and how many they are.
func codeOf(o pdffile.Object) (code uint32, bytes int) {
	s, ok := o.(pdffile.String)
	if !ok || len(s) > 4 {
		return 0, 0
	}
	for i := range len(s) {
		code = code<<8 | uint32(s[i])
	}
	return code, len(s)
}

// utf16Text is a string in UTF-16, or in one byte a character where it has but
// one. What has no meaning is empty.
func utf16Text(o pdffile.Object) string {
	s, _ := o.(pdffile.String)
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	var units []uint16
	for i := 0; i+1 < min(len(s), maxText); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// lookup is what a code means.
func (m *cmap) lookup(code uint32) (string, bool) {
	if m == nil {
		return "", false
	}
	if s, ok := m.text[code]; ok {
		return s, true
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].lo > code }) - 1
	if i < 0 || code > m.ranges[i].hi || m.ranges[i].text == "" {
		return "", false
	}
	runes := []rune(m.ranges[i].text)
	runes[len(runes)-1] += rune(code - m.ranges[i].lo)
	return string(runes), true
}

// next takes the code that s begins with.
func (m *cmap) next(s string) (code uint32, n int) {
	shortest := 4
	for n := 1; n <= min(4, len(s)); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, space := range m.spaces {
			if space.bytes == n && space.lo <= code && code <= space.hi {
				return code, n
			}
			shortest = min(shortest, space.bytes)
		}
	}
	code = 0
	for n < min(shortest, len(s)) {
		code = code<<8 | uint32(s[n])
		n++
	}
	return code, n
}
