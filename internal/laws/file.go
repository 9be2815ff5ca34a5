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

// readsThere holds every word to the bytes that it leads to; one that is broken over
// lines or captions by its pieces.
func readsThere(tell Tell, d *text.Document, plain func([]byte) string) {
	for _, w := range d.Words {
		for _, p := range pieces(d, w.Span()) {
			at := d.File(p)
			if said := plain([]byte(d.Source[at.Start:at.End])); !readsAs(letters(said), letters(d.Read(p))) {
				tell("%s: %q of the word %q reads %q in the file", d.Name, d.Read(p), d.Kept(w.Span()), said)
			}
		}
	}
}

// pieces are the parts of a word that stand without a removed piece or white space in
// between.
func pieces(d *text.Document, word text.Span) (out []text.Span) {
	for _, k := range d.KeptSpans(word) {
		at := k.Start
		for _, f := range strings.Fields(d.Read(k)) {
			at += strings.Index(d.Text[at:k.End], f)
			out = append(out, text.Span{Start: at, End: at + len(f)})
			at += len(f)
		}
	}
	return out
}

// letters are a text without white space and what nobody sees, those that carry their
// type with them as plain ones.
func letters(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case text.IsCast(r):
			b.WriteString(text.Whole(string(r)))
		case !unicode.IsSpace(r) && !text.Invisible(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// readsAs reports whether what the file has is a word of the text, which may have an
// apostrophe where the file has lost it: “don?t”, “they ll”.
func readsAs(file, word string) bool {
	for _, r := range word {
		switch have, size := utf8.DecodeRuneInString(file); {
		case have == r, isApostrophe(r) && strings.ContainsRune(".?\uFFFD", have):
			file = file[size:]
		case !isApostrophe(r):
			return false
		}
	}
	return file == ""
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }
