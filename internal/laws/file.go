package laws

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/text"
)

// File holds an invented file to the laws of a document, every character of its text
// to a place in the file, and every word to reading there as it does in the text.
func File(tell Tell, f invent.File) {
	d, err := formats.Read(f.Name, f.Source)
	if err != nil {
		if f.Plain != nil {
			tell("%v\n%q", err, f.Source)
		}
		return
	}
	broken := false
	note := func(format string, args ...any) { broken = true; tell(format, args...) }
	Document(note, d)
	characters(note, d)
	if f.Plain != nil {
		readsThere(note, d, f.Plain)
	}
	if broken {
		tell("the file: %q", f.Source)
	}
}

// characters holds every character to a place behind that of the one before.
func characters(tell Tell, d *text.Document) {
	end := 0
	for i, r := range d.Text {
		at := d.File(text.Span{Start: i, End: i + utf8.RuneLen(r)})
		if at.Start < 0 || at.Start > at.End || at.End > len(d.Source) || at.End < end {
			tell("%s: %q at byte %d of the text stands at %v of the file, after %d", d.Name, r, i, at, end)
			return
		}
		end = at.End
	}
}

// readsThere holds every word to the bytes that it leads to.
func readsThere(tell Tell, d *text.Document, plain func([]byte) string) {
	for _, w := range d.Words {
		at := d.File(w.Span())
		if said := plain([]byte(d.Source[at.Start:at.End])); letters(said) != letters(d.Read(w.Span())) {
			tell("%s: the word %q reads %q in the file", d.Name, d.Read(w.Span()), said)
		}
	}
}

// letters are a text without white space.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
