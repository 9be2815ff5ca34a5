package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Where a byte stands is told to people as a line and a column. To count both
// from the beginning takes the whole file for every answer, and a line may be
// all of the file; so marks are set all along it, once, and the count begins at
// the one before.

// Lines tells lines and columns of a document. It takes a two-hundredth of its
// size and is safe for concurrent use.
type Lines struct {
	d       *Document
	shown   string // what has the lines: the file, or the text
	newline rune
	marks   []mark
}

// A mark is a place in the file with its line and column, from 0.
type mark struct{ at, line, col int }

// perMark is how many bytes lie between two marks, or a few more.
const perMark = 1 << 12

// Lines reads the lines of the document, in O(n) of its file.
func (d *Document) Lines() *Lines {
	l := &Lines{d: d, shown: d.Source, newline: '\n'}
	if strings.IndexByte(d.Text, '\n') < 0 {
		l.newline = '\r' // as old machines wrote
	}
	if d.sameLines() {
		l.shown = d.Text
	}
	m := mark{}
	for m.at < len(l.shown) {
		l.marks = append(l.marks, m)
		m = l.forward(m, m.at+perMark)
	}
	return l
}

// forward is the mark after m at byte to, or at the end of the character that
// it lies in.
func (l *Lines) forward(m mark, to int) mark {
	for to = min(to, len(l.shown)); m.at < to; {
		r, n := utf8.DecodeRuneInString(l.shown[m.at:])
		m.at, m.col = m.at+n, m.col+1
		if r == l.newline {
			m.line, m.col = m.line+1, 0
		}
	}
	return m
}

// Position is the line and column, both from 1, of byte at of the document's
// Text: lines of the file, columns in characters.
func (l *Lines) Position(at int) (line, col int) {
	if !l.d.sameLines() {
		at = l.d.Map.File(Span{at, at}).Start
	}
	at = min(at, len(l.shown))
	var m mark
	if i := sort.Search(len(l.marks), func(i int) bool { return l.marks[i].at > at }); i > 0 {
		m = l.marks[i-1]
	}
	m = l.forward(m, at)
	return m.line + 1, m.col + 1
}

// Position is that of [Document.Lines], for one byte. It takes O(n); who asks
// for many asks Lines.
func (d *Document) Position(at int) (line, col int) { return d.Lines().Position(at) }

// sameLines reports whether Text has the lines of the file, or is all that a
// reader can see of it: in UTF-16 the byte '\n' is a part of other characters.
func (d *Document) sameLines() bool {
	return d.Extracted || d.Map.identity() || strings.HasPrefix(d.Source, "\xff\xfe") || strings.HasPrefix(d.Source, "\xfe\xff")
}
