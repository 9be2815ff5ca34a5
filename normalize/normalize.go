// Package normalize makes a [text.Document] of a file: it finds the text in
// it, sets aside what is no part of the report or speech (each piece with its
// reason), and cuts the rest into sentences and words. No byte loses its place:
// every span leads back to the file.
//
// [Text] reads plain text. Other formats are read by a [Reader] each, in
// packages of their own, so that a program that needs none of them carries
// none; package formats has them all. Whatever the format, [Build] does the
// rest.
package normalize

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// LongestURL is how many bytes the address of a document has at most: a longer one is not
// taken, since every quote from there would carry it. It is the limit of
// https://www.sitemaps.org/protocol.html.
const LongestURL = 2048

// Text reads plain text in any encoding that [Decode] knows.
func Text(name string, src []byte) *text.Document {
	p := plainPage(src)
	p.withoutUnseen()
	p.plainLetters()
	return Build(name, src, p)
}

// ErrFormat says that a file is no text and of no format that the readers know.
var ErrFormat = errors.New("no known format and no text")

// Read makes a Document of src by the first of the readers whose format it is
// of, or as plain text. The error names the file and what is wrong with it; it is
// [ErrFormat] where no reader knows the format. Plain text without a word is an error, too;
// a file of another format in which there is none, or of which all were set aside, is read
// in part.
func Read(name string, src []byte, readers ...Reader) (*text.Document, error) {
	d, plain, err := read(name, src, readers)
	switch {
	case err != nil:
		return nil, err
	case len(d.Words) > 0 || d.Partial:
	case strings.ContainsFunc(d.Text, ofWord):
		d.Warnings, d.Partial = append(d.Warnings, "all of its text was set aside"), true
	case plain:
		return nil, fmt.Errorf("%s: there is no text in it", name)
	default:
		d.Warnings, d.Partial = append(d.Warnings, "there is no text in it"), true
	}
	return d, nil
}

func read(name string, src []byte, readers []Reader) (d *text.Document, plain bool, err error) {
	if len(bytes.TrimSpace(src)) == 0 {
		return nil, false, fmt.Errorf("%s: the file is empty", name)
	}
	if inParts(src) {
		return nil, false, fmt.Errorf(
			"%s: %w: mail of several parts, or a page saved as mail (MHT), is not read: "+
				"save it as text or HTML", name, ErrFormat,
		)
	}
	for _, read := range readers {
		p, err := read(name, src)
		if err != nil {
			return nil, false, err
		}
		if p != nil {
			p.Text, p.lost = mendApostrophes(p.Text)
			p.tell()
			p.withoutUnseen()
			p.plainLetters()
			return Build(name, src, *p), false, nil
		}
	}
	switch {
	case bytes.HasPrefix(src, []byte(`{\rtf`)): // its codes would be read as words of the text
		return nil, false, fmt.Errorf("%s: %w: RTF is not read", name, ErrFormat)
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		return nil, false, fmt.Errorf("%s: %w: a ZIP archive is not read", name, ErrFormat)
	}
	if at := binary(src); at >= 0 {
		return nil, false, fmt.Errorf("%s: %w: byte %d, %#02x, is no character of a text", name, ErrFormat, at, src[at])
	}
	return Text(name, src), true, nil
}

func ofWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// fewStray is how many stray control characters even a short text may have.
const fewStray = 2

// binary is the place of the first byte that shows src to be no text, or -1. A
// few stray control characters are no such sign.
func binary(src []byte) int {
	head := src[:min(len(src), 4096)]
	if utf32Order(src) >= 0 || utf16Order(src) >= 0 || bytes.HasPrefix(src, []byte("\xff\xfe")) ||
		bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return -1
	}
	first, n := -1, 0
	for i, c := range head {
		if c < ' ' && !('\t' <= c && c <= '\r') && c != 0x1b || c == 0x7f {
			n++
			if first < 0 {
				first = i
			}
		}
	}
	if n > fewStray && n*20 > len(head) || n > 0 && !utf8.Valid(wholeLetters(head)) && n*100 > len(head) {
		return first
	}
	return -1
}

// wholeLetters is the beginning of a text in UTF-8 without the letter that its end may
// have cut.
func wholeLetters(head []byte) []byte {
	last := len(head) - 1
	for last > 0 && len(head)-last < utf8.UTFMax && !utf8.RuneStart(head[last]) {
		last--
	}
	if last >= 0 && !utf8.FullRune(head[last:]) {
		return head[:last]
	}
	return head
}
