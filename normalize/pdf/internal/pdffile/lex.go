package pdffile

import (
	"bytes"
	"strconv"
)

// maxNesting is how deep arrays and dictionaries may lie in each other.
const maxNesting = 100

// A Lexer reads objects and operators from bytes.
type Lexer struct {
	b     []byte
	at    int
	depth int
	refs  bool // "1 0 R" is a reference, as in the file's own objects
}

// NewLexer reads the content of a page or a form, or a table of characters.
func NewLexer(b []byte) *Lexer { return &Lexer{b: b} }

// At is how many bytes have been read.
func (l *Lexer) At() int { return l.at }

// closing ends an array (]) or a dictionary (>>).
type closing string

// Next is the next object or operator. It is false at the end. A closing mark
// with nothing to close is passed over.
func (l *Lexer) Next() (Object, bool) {
	for {
		o, ok := l.next()
		if _, stray := o.(closing); !stray {
			return o, ok
		}
	}
}

func (l *Lexer) next() (Object, bool) {
	l.skipSpace()
	if l.at >= len(l.b) {
		return nil, false
	}
	switch c := l.b[l.at]; {
	case c == '/':
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case c == '<' && l.peek(1) == '<':
		l.at += 2
		return toDict(l.list(">>")), true
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.at++
		return Array(l.list("]")), true
	case c == ']':
		l.at++
		return closing("]"), true
	case c == '>' && l.peek(1) == '>':
		l.at += 2
		return closing(">>"), true
	case c == '{' || c == '}' || c == ')' || c == '>':
		l.at++
		return closing(""), true
	}
	return l.word(), true
}

func (l *Lexer) peek(n int) byte {
	if l.at+n < len(l.b) {
		return l.b[l.at+n]
	}
	return 0
}

// skipSpace passes over white space and comments.
func (l *Lexer) skipSpace() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool { return c == ' ' || c == 0 || '\t' <= c && c <= '\r' && c != '\v' }

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

// list reads up to the closing mark, or to the end. A wrong closing mark ends
// nothing; what is nested too deep is read as if it were not nested.
func (l *Lexer) list(end closing) []Object {
	if l.depth >= maxNesting {
		return nil
	}
	l.depth++
	defer func() { l.depth-- }()
	var out []Object
	for {
		before := l.at
		o, ok := l.next()
		if !ok || o == end {
			return out
		}
		switch o := o.(type) {
		case closing:
			continue
		case Operator:
			if l.refs && (o == "endobj" || o == "endstream" || o == "stream") {
				l.at = before
				return out // it was never closed
			}
			out = l.operator(out, o)
		default:
			out = append(out, o)
		}
	}
}

// operator takes a bare word inside a list: R makes a reference of the two
// numbers before it; any other has no place there.
func (l *Lexer) operator(list []Object, o Operator) []Object {
	if n := len(list); o == "R" && l.refs && n >= 2 {
		num, ok := list[n-2].(float64)
		gen, ok2 := list[n-1].(float64)
		if ok && ok2 {
			return append(list[:n-2], Ref{int(num), int(gen)})
		}
	}
	return list
}

// toDict pairs names with what follows them.
func toDict(list []Object) Dict {
	d := Dict{}
	for i := 0; i+1 < len(list); {
		key, ok := list[i].(Name)
		if !ok {
			i++
			continue
		}
		if _, twice := d[key]; !twice {
			d[key] = list[i+1]
		}
		i += 2
	}
	return d
}

func (l *Lexer) name() Name {
	l.at++
	start := l.at
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		l.at++
	}
	raw := l.b[start:l.at]
	if bytes.IndexByte(raw, '#') < 0 {
		return Name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexDigit(raw[i+1]) >= 0 && hexDigit(raw[i+2]) >= 0 {
			out = append(out, byte(hexDigit(raw[i+1])<<4|hexDigit(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return Name(out)
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func (l *Lexer) hex() String {
	l.at++
	var out []byte
	half := -1
	for ; l.at < len(l.b) && l.b[l.at] != '>'; l.at++ {
		d := hexDigit(l.b[l.at])
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			out, half = append(out, byte(half<<4|d)), -1
		}
	}
	l.at = min(l.at+1, len(l.b))
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return String(out)
}

// literal reads a string in brackets, which may hold pairs of brackets.
func (l *Lexer) literal() String {
	l.at++
	var out []byte
	for open := 1; l.at < len(l.b); l.at++ {
		switch c := l.b[l.at]; c {
		case '\\':
			out = l.escape(out)
			continue
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return String(out)
			}
		case '\r':
			if l.peek(1) == '\n' {
				l.at++
			}
			out = append(out, '\n')
			continue
		}
		out = append(out, l.b[l.at])
	}
	return String(out)
}

// escape reads what a backslash begins, and ends on its last byte. Before
// other characters it means nothing.
func (l *Lexer) escape(out []byte) []byte {
	l.at++
	switch c := l.peek(0); {
	case l.at >= len(l.b):
	case c == 'n':
		out = append(out, '\n')
	case c == 'r':
		out = append(out, '\r')
	case c == 't':
		out = append(out, '\t')
	case c == 'b':
		out = append(out, '\b')
	case c == 'f':
		out = append(out, '\f')
	case c == '\r' && l.peek(1) == '\n':
		l.at++
	case c == '\r' || c == '\n':
	case '0' <= c && c <= '7':
		v := int(c - '0')
		for k := 0; k < 2 && '0' <= l.peek(1) && l.peek(1) <= '7'; k++ {
			l.at++
			v = v<<3 | int(l.b[l.at]-'0')
		}
		out = append(out, byte(v))
	default:
		out = append(out, c)
	}
	return out
}

// word reads a number, true, false, null or an operator.
func (l *Lexer) word() Object {
	start := l.at
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		l.at++
	}
	w := l.b[start:l.at]
	if c := w[0]; '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' {
		return number(w)
	}
	switch s := string(w); s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return Operator(s)
	}
}

// number reads a number as other readers do: what is damaged as far as it goes.
func number(w []byte) Object {
	v, i, neg := 0.0, 0, false
	for ; i < len(w) && (w[i] == '-' || w[i] == '+'); i++ {
		neg = neg || w[i] == '-'
	}
	start := i
	for ; i < len(w) && '0' <= w[i] && w[i] <= '9'; i++ {
		v = v*10 + float64(w[i]-'0')
	}
	if i < len(w) && w[i] == '.' {
		end := i + 1
		for end < len(w) && '0' <= w[end] && w[end] <= '9' {
			end++
		}
		if f, err := strconv.ParseFloat("0"+string(w[start:end]), 64); err == nil {
			v = f
		}
	}
	if neg {
		v = -v
	}
	return v
}

// SkipImage passes over the bytes of an image that stands in the content, whose
// ID operator was read last. It is false where no end of it is found.
func (l *Lexer) SkipImage() bool {
	for i := l.at; ; {
		k := bytes.Index(l.b[min(i, len(l.b)):], []byte("EI"))
		if k < 0 {
			l.at = len(l.b)
			return false
		}
		i += k
		end := i + 2
		if i > 0 && isSpace(l.b[i-1]) && (end == len(l.b) || isSpace(l.b[end])) && isText(l.b[end:]) {
			l.at = end
			return true
		}
		i = end
	}
}

// isText reports whether b begins as content does, not as the bytes of an image.
func isText(b []byte) bool {
	for _, c := range b[:min(len(b), 12)] {
		if !isSpace(c) && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}
