// Package text holds a file once it has been read: its visible text, the
// blocks, sentences and words of it, what was set aside as junk, and the way
// back from every byte of that text to the bytes of the file on disk.
//
// It is the leaf of the module: package normalize makes Documents, all others
// read them. Everything is worked out on Document.Text, in spans of that text;
// [Document.File] turns a span into bytes of the file, once, where an answer
// leaves the program.
package text

import (
	"sort"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A Document is a file that has been read. It is not changed after it was
// made and is safe for concurrent use.
type Document struct {
	Name   string // the path as given
	Source string // the file as it is on disk
	Text   string // its visible text in UTF-8, kept and removed parts alike

	Blocks    []Block    // what was kept, in order
	Removed   []Removal  // what was set aside, in order
	Sentences []Sentence // of the blocks, in order; none crosses a block
	Words     []Word     // of the sentences, in order
	Anchors   []Anchor   // times, pages and voices, in order; mostly none
	Bold      []Span     // text set in bold, in order; mostly none
	Posts     []Post     // who wrote what, where the document is a thread, in order; mostly none
	Meta      Meta
	Warnings  []string // what of the file could not be read, for people
	Partial   bool     // of its text, so that what is not there may stand in the file
	Lost      string   // a word whose apostrophe the file has lost, where it loses all: “we.re”; mostly none

	// Extracted says that the file is a container (DOCX, PDF): File gives
	// bytes of Text, which is what `checker extract -raw` prints.
	Extracted bool
	Map       Map // from Text to Source; the zero Map is the identity
}

// A Word is a token: a run of letters, a number with its points and commas, or
// a sign that is read aloud (%, $, €, &). Words hold no text of their own. A
// word that a line end broke runs over it, over the number of the next line too.
type Word struct{ Start, End uint32 }

// Span is the word's place in Document.Text.
func (w Word) Span() Span { return Span{int(w.Start), int(w.End)} }

// A Sentence is a run of words of one block.
type Sentence struct {
	Span  Span
	Words Range
}

// A BlockKind says what a block is on the page.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph  BlockKind = iota
	Heading              // the title, a subheading
	Item                 // of a list
	Blockquote           // set off by the page as somebody's words
	Cell                 // of a table
)

// A Block is a paragraph or the like: a piece of text that no sentence leaves.
type Block struct {
	Span      Span
	Kind      BlockKind
	Words     Range
	Sentences Range // of Document.Sentences
}

// A Removal is text that is no part of what the document says: page junk, a
// stage direction, a time code. It is either apart from every block or (a
// stage direction within a sentence) inside one.
type Removal struct {
	Span   Span
	Reason string // "navigation", "advertisement", "stage direction", …
}

// An Anchor ties a span to where it stands in a recording or on paper.
type Anchor struct {
	Span     Span
	From, To time.Duration // both 0 where there is no time
	Page     int           // from 1; 0 where there are no pages
	Voice    string        // the voice of a caption, if it names one
}

// A Post is what one person wrote of a thread: a post, an answer, a comment. What
// it quotes of others in a block of its own is a Post of theirs.
type Post struct {
	Author  string // as the page gives it; empty where it does not say whom it quotes
	Label   Span   // where the page names the author; empty where it is a quotation
	Written string // 2006-01-02; empty where the page does not say or it is ambiguous
	Span    Span   // apart from that of other posts
}

// Meta is what a document says of itself. Absent is empty.
type Meta struct {
	Title     string
	Byline    string // who wrote it: a person or an agency
	Credit    string // "Source: …"
	Dateline  string // "MOSCOW, Feb 27 (AGENCY)"
	Published string // 2006-01-02, or empty where absent or ambiguous
	Speaker   string // the only speaker, where a transcript's own data names one
	URL       string
	Language  string // "en", "ru", …: by the document's own words; empty where unclear
	Kind      string // of a transcript: "as delivered", "prepared", "translation"

	TitleSpan     Span // where the title stands in Text; empty where it does not
	BylineSpan    Span
	PublishedSpan Span
}

// Read is the text at s as it stands, pieces that were removed included.
func (d *Document) Read(s Span) string { return d.Text[s.Start:s.End] }

// Kept is the text at s on one line: without what was removed inside it, and
// with every run of white space as one space. Where markup was removed, or the mark of
// a note before a stop or a comma, what is on both sides stands as close as it did.
func (d *Document) Kept(s Span) string {
	var b strings.Builder
	for _, p := range d.KeptSpans(s) {
		b.WriteString(d.Read(p))
		if !d.markupAt(p.End) && !d.noteAt(p.End) {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Gap is the text at s, which lies between two words, as it stands but for what was
// removed there, a blank in its place: a new line and no times of captions, “, ” and no
// number of a line.
func (d *Document) Gap(s Span) string {
	if s.Len() < 2 || !d.removedIn(s) {
		return d.Read(s)
	}
	var b strings.Builder
	for _, p := range d.KeptSpans(s) {
		b.WriteString(d.Read(p))
		if !d.markupAt(p.End) {
			b.WriteByte(' ')
		}
	}
	return oneBlank(b.String())
}

// oneBlank is s with every run of white space as one blank.
func oneBlank(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if was := blank; unicode.IsSpace(r) {
			if blank = true; !was {
				b.WriteByte(' ')
			}
			continue
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}

// removedIn reports whether something was removed inside s.
func (d *Document) removedIn(s Span) bool {
	i := sort.Search(len(d.Removed), func(i int) bool { return d.Removed[i].Span.End > s.Start })
	return i < len(d.Removed) && d.Removed[i].Span.Start < s.End
}

// markupAt reports whether the removal that begins at byte at is of markup.
func (d *Document) markupAt(at int) bool {
	i := sort.Search(len(d.Removed), func(i int) bool { return d.Removed[i].Span.Start >= at })
	return i < len(d.Removed) && d.Removed[i].Span.Start == at && d.Removed[i].Reason == "markup"
}

// noteAt reports whether the removal that begins at byte at is of the mark of a note, and
// no letter or digit follows.
func (d *Document) noteAt(at int) bool {
	i := sort.Search(len(d.Removed), func(i int) bool { return d.Removed[i].Span.Start >= at })
	if i == len(d.Removed) || d.Removed[i].Span.Start != at || d.Removed[i].Reason != "reference" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(d.Text[d.Removed[i].Span.End:])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// KeptAll is the text of several spans on one line.
func (d *Document) KeptAll(spans []Span) string {
	var parts []string
	for _, s := range spans {
		if t := d.Kept(s); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, " ")
}

// KeptSpans is s without the pieces that were removed inside it.
func (d *Document) KeptSpans(s Span) []Span {
	var out []Span
	i := sort.Search(len(d.Removed), func(i int) bool { return d.Removed[i].Span.End > s.Start })
	for ; i < len(d.Removed) && d.Removed[i].Span.Start < s.End; i++ {
		if r := d.Removed[i].Span; r.Start > s.Start {
			out = append(out, Span{s.Start, r.Start})
		}
		s.Start = min(s.End, d.Removed[i].Span.End)
	}
	if s.Start < s.End || len(out) == 0 {
		out = append(out, s)
	}
	return out
}

// Word is the text of word i, as it stands.
func (d *Document) Word(i int) string { return d.Text[d.Words[i].Start:d.Words[i].End] }

// WordsIn is the range of the words that begin in s.
func (d *Document) WordsIn(s Span) Range {
	at := func(b int) int {
		return sort.Search(len(d.Words), func(i int) bool { return int(d.Words[i].Start) >= b })
	}
	lo := at(s.Start)
	return Range{lo, max(lo, at(s.End))}
}

// SpanOf is the span from the first word of r to its last; the gap before
// word r.Start, of no length, where r is empty.
func (d *Document) SpanOf(r Range) Span {
	if r.Len() > 0 {
		return Span{int(d.Words[r.Start].Start), int(d.Words[r.End-1].End)}
	}
	if r.Start < len(d.Words) {
		at := int(d.Words[r.Start].Start)
		return Span{at, at}
	}
	return Span{len(d.Text), len(d.Text)}
}

// SentenceAt is the number of the sentence that holds byte at of Text, or of
// the next one; len(d.Sentences) after the last.
func (d *Document) SentenceAt(at int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > at })
}

// BlockAt is the number of the block that holds byte at of Text, or of the
// next one; len(d.Blocks) after the last.
func (d *Document) BlockAt(at int) int {
	return sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.End > at })
}

// File is s as bytes of the file (of Text where the document is Extracted).
func (d *Document) File(s Span) FileSpan {
	if d.Extracted {
		return FileSpan(s)
	}
	return d.Map.File(s)
}
