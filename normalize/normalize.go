// Package normalize makes a [text.Document] of a file.
package normalize

import (
	"regexp"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Text reads plain text.
func Text(name string, src []byte) *text.Document {
	d := &text.Document{Name: name, Source: src, Text: strings.ToValidUTF8(string(src), "?")}
	for _, m := range line.FindAllStringIndex(d.Text, -1) {
		addBlock(d, text.Span{Start: m[0], End: m[1]})
	}
	return d
}

var (
	line     = regexp.MustCompile(`[^\s][^\n]*[^\s]|[^\s]`)
	sentence = regexp.MustCompile(`[^.!?]+(?:[.!?]+["”’'»)]*(?:\s+|$)|$)|[.!?]+`)
	word     = regexp.MustCompile(`(?:\pL\.){2,}|\pN+(?:[.,:]\pN+)*|[\pL\pM\pN]+(?:['’][\pL\pM\pN]+)*|[%$€£¥&]`)
)

func addBlock(d *text.Document, s text.Span) {
	b := text.Block{Span: s, Words: text.Range{Start: len(d.Words)}, Sentences: text.Range{Start: len(d.Sentences)}}
	for _, m := range sentence.FindAllStringIndex(d.Read(s), -1) {
		t := text.Sentence{Span: text.Span{Start: s.Start + m[0], End: s.Start + m[1]}, Words: text.Range{Start: len(d.Words)}}
		for _, w := range word.FindAllStringIndex(d.Read(t.Span), -1) {
			d.Words = append(d.Words, text.Word{Start: uint32(t.Span.Start + w[0]), End: uint32(t.Span.Start + w[1])})
		}
		t.Words.End = len(d.Words)
		d.Sentences = append(d.Sentences, t)
	}
	b.Words.End, b.Sentences.End = len(d.Words), len(d.Sentences)
	d.Blocks = append(d.Blocks, b)
}
