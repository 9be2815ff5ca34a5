package normalize

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/text"
)

// Build makes a Document of a page: its pieces are kept as blocks or set aside
// with a reason, what stands inside a piece without being said is taken out of
// the words, and the blocks are cut into sentences and words. It takes O(n) of
// the page's text.
func Build(name string, src []byte, p Page) *text.Document {
	d := &text.Document{
		Name: name, Source: sourceOf(src, p.Text), Text: p.Text, Map: p.Map, Extracted: p.Extracted,
		Anchors: p.Anchors, Bold: p.Bold, Posts: p.Posts, Meta: p.Meta, Lost: p.lost,
		Warnings: p.Warnings, Partial: p.Partial,
	}
	tags, voices := captionTags(p.Text)
	if len(d.Anchors) == 0 {
		d.Anchors = voices
	}
	pieces, cuts := trimmed(p, tags)
	words, ranges := wordsOf(p.Text, pieces, cuts)
	classify(d, pieces, cuts, words, ranges)
	d.Sentences = make([]text.Sentence, 0, len(words)/sentenceWords+len(pieces))
	d.Words = words[:0] // those of the blocks move up; none is needed after that
	for i, piece := range pieces {
		switch {
		case piece.Span.Len() == 0:
		case (piece.Reason == "" || piece.Reason == "rule") && len(cuts[i]) > 0 &&
			blank(masked(p.Text, piece.Span, cuts[i])):
			d.Removed = append(d.Removed, text.Removal{Span: piece.Span, Reason: cuts[i][0].Reason})
		case piece.Reason != "":
			d.Removed = append(d.Removed, text.Removal{Span: piece.Span, Reason: piece.Reason})
		default:
			d.Removed = append(d.Removed, cuts[i]...)
			addBlock(d, piece, masked(p.Text, piece.Span, cuts[i]), words[ranges[i].Start:ranges[i].End])
		}
	}
	d.Words, d.Sentences = fitted(d.Words), fitted(d.Sentences)
	d.Blocks, d.Removed = fitted(d.Blocks), fitted(d.Removed)
	return d
}

// sentenceWords is about how many words a sentence has.
const sentenceWords = 16

// sourceOf is the file, once where it is all text: a plain one in UTF-8.
func sourceOf(src []byte, t string) string {
	if string(src) == t {
		return t
	}
	return string(src)
}

// fitted is a list without the room for more that it grew with: documents are kept.
func fitted[T any](list []T) []T {
	if len(list) == cap(list) {
		return list
	}
	return slices.Clone(list)
}

// trimmed is the page's pieces without white space around them, each with the
// cuts inside it, tags of captions among them.
func trimmed(p Page, tags []text.Removal) ([]Piece, [][]text.Removal) {
	pieces := slices.Clone(p.Pieces)
	for i := range pieces {
		pieces[i].Span = trim(p.Text, pieces[i].Span)
	}
	cuts := p.Cuts
	if marks := append(timeline(p.Text, pieces), tags...); len(marks) > 0 {
		marks = apart(marks)
		pieces = joinTimed(p.Text, pieces, marks)
		cuts = apart(append(slices.Clone(cuts), marks...))
	}
	return pieces, cutsOf(p.Text, pieces, cuts)
}

// wordsOf is the words of all pieces, and which are whose.
func wordsOf(t string, pieces []Piece, cuts [][]text.Removal) ([]text.Word, []text.Range) {
	words := make([]text.Word, 0, len(t)/perWord)
	ranges := make([]text.Range, len(pieces))
	for i, piece := range pieces {
		ranges[i].Start = len(words)
		words = appendWords(words, masked(t, piece.Span, cuts[i]), piece.Span.Start)
		ranges[i].End = len(words)
	}
	return words, ranges
}

// perWord is how many bytes of a text there are for a word at least, as a rule: words are
// a document's largest part in memory, and would be copied if there were more.
const perWord = 5

// addBlock adds a block with its words, whose text, with blanks for what is
// cut out, is t.
func addBlock(d *text.Document, p Piece, t string, words []text.Word) {
	b := text.Block{Span: p.Span, Kind: p.Kind}
	b.Words.Start, b.Sentences.Start = len(d.Words), len(d.Sentences)
	d.Words = append(d.Words, words...)
	d.Sentences = appendSentences(d.Sentences, t, p.Span.Start, d.Words, b.Words.Start)
	b.Words.End, b.Sentences.End = len(d.Words), len(d.Sentences)
	d.Blocks = append(d.Blocks, b)
}

// cutsOf gives each piece the cuts inside it: the reader's, those of controls.go and
// those of stage.go.
func cutsOf(t string, pieces []Piece, cuts []text.Removal) [][]text.Removal {
	out := make([][]text.Removal, len(pieces))
	for i, p := range pieces {
		out[i] = stageCuts(t, p.Span, controlCuts(t, p.Span, cutsIn(&cuts, p.Span)))
	}
	return out
}

// cutsIn takes the cuts that begin in s from the head of cuts, clipped to s.
func cutsIn(cuts *[]text.Removal, s text.Span) []text.Removal {
	var in []text.Removal
	for len(*cuts) > 0 && (*cuts)[0].Span.Start < s.End {
		c := (*cuts)[0]
		c.Span.Start, c.Span.End = max(c.Span.Start, s.Start), min(c.Span.End, s.End)
		if c.Span.Len() > 0 {
			in = append(in, c)
		}
		*cuts = (*cuts)[1:]
	}
	return in
}

// masked is the text at s with blanks for the cuts, byte for byte.
func masked(t string, s text.Span, cuts []text.Removal) string {
	if len(cuts) == 0 {
		return t[s.Start:s.End]
	}
	b := []byte(t[s.Start:s.End])
	for _, c := range cuts {
		for i := c.Span.Start - s.Start; i < c.Span.End-s.Start; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

func blank(t string) bool { return strings.TrimSpace(t) == "" }

// trim is s without the white space at its ends.
func trim(t string, s text.Span) text.Span {
	part := t[s.Start:s.End]
	s.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(part))
	return s
}
