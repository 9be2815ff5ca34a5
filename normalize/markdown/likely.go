package markdown

import (
	"bytes"
	"path"
	"strings"

	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
)

// glance is how many bytes are looked at for signs.
const glance = 64 << 10

// named reports whether a file is called Markdown.
func named(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending == ".md" || ending == ".markdown"
}

// likely reports whether src may be Markdown, by its bytes alone.
func likely(name string, src []byte) bool {
	return named(name) || bytes.ContainsAny(src[:min(len(src), glance)], "#*`|[")
}

// oldMac reports whether lines end in a carriage return alone, which the parser takes
// for one line.
func oldMac(b []byte) bool { return bytes.Count(b, []byte("\r")) > 2*bytes.Count(b, []byte("\n")) }

// What plain text has hardly ever. A quoted line, "> We will", is in letters as well.
var (
	heading   = pattern.New(`^ {0,3}#{1,6} +\S`)
	fence     = pattern.New("^ {0,3}(?:```|~~~)")
	link      = pattern.New(`\[[^\[\]]+\]\(\s*<?(?:https?:|mailto:|/|#)[^\s()]*`)
	cells     = pattern.New(`^ {0,3}\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$`)
	boldWords = pattern.New(`\*\*[^\s*](?:[^*]*[^\s*])?\*\*`)
)

// manyBold is how many lines with bold words are a sign by themselves.
const manyBold = 3

// marked reports whether signs of two kinds stand in the text, or many of bold words.
func marked(b []byte) bool {
	kinds := []struct {
		byte // without which a line has none
		sign pattern.Pattern
	}{{'#', heading}, {'`', fence}, {'~', fence}, {'(', link}, {'-', cells}, {'*', boldWords}}
	lines := map[int]int{} // of each kind
	for line := range bytes.Lines(b[:min(len(b), glance)]) {
		line = bytes.TrimRight(line, "\r\n")
		for i, k := range kinds {
			if bytes.IndexByte(line, k.byte) >= 0 && k.sign().Match(line) {
				lines[i]++
			}
		}
	}
	return len(lines) > 1 || lines[len(kinds)-1] >= manyBold
}

// The parser takes the square of the marks in one paragraph, and of the depth of blocks
// in blocks. No text that is written to be read comes near these bounds; beyond them it
// is read as plain text.
const (
	mostMarks = 2000 // in lines without an empty one between them
	deepest   = 32   // marks of quotes and lists at the head of a line
)

// tame reports whether b keeps to the bounds.
func tame(b []byte) bool {
	marks := 0
	for line := range bytes.Lines(b) {
		if len(bytes.TrimSpace(line)) == 0 {
			marks = 0
		}
		for _, c := range line {
			if strings.IndexByte("*_[]()!~`<|\\", c) >= 0 {
				marks++
			}
		}
		if marks > mostMarks || depth(line) > deepest {
			return false
		}
	}
	return true
}

// depth is how many marks of quotes and lists stand at the head of a line, a list's
// with a space behind them.
func depth(line []byte) int {
	n := 0
	for i, c := range line {
		spaced := i+1 < len(line) && line[i+1] == ' '
		switch {
		case c == '>' || spaced && strings.IndexByte("-*+.)", c) >= 0:
			n++
		case c != ' ' && c != '\t' && (c < '0' || c > '9'):
			return n
		}
	}
	return n
}
