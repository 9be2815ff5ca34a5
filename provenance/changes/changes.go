// Package changes shows a [provenance.Comparison] of two versions, and a
// [provenance.History] of many, in the formats that people and programs read:
//
//	c := provenance.Compare(old, new, provenance.Options{})
//	err := changes.Write(os.Stdout, "text", c, changes.Options{})
package changes

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/ci"
	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
)

// Options say how the format text looks. The zero value is for a file: no colour,
// lines of 100 characters.
type Options struct {
	Color bool // mark with terminal colours instead of [-…-] and {+…+}
	Width int  // characters in a line; 0 is 100
	Bare  bool // without the lines that explain the marks
}

// The formats by their names.
var (
	formatTable = map[string]func(*bytes.Buffer, *provenance.Comparison, Options){
		"text": writeText,
		"json": func(b *bytes.Buffer, c *provenance.Comparison, _ Options) {
			display.JSON(b, Of(c), "  ")
		},
		"jsonl": func(b *bytes.Buffer, c *provenance.Comparison, _ Options) {
			display.JSON(b, Of(c), "")
		},
		"html":     func(b *bytes.Buffer, c *provenance.Comparison, _ Options) { writeHTML(b, c) },
		"markdown": func(b *bytes.Buffer, c *provenance.Comparison, _ Options) { writeMarkdown(b, c) },
		"github":   func(b *bytes.Buffer, c *provenance.Comparison, _ Options) { ci.GitHub(b, runOf(c)) },
		"junit":    func(b *bytes.Buffer, c *provenance.Comparison, _ Options) { ci.JUnit(b, runOf(c)) },
		"sarif":    func(b *bytes.Buffer, c *provenance.Comparison, _ Options) { ci.SARIF(b, runOf(c)) },
	}
	historyTable = map[string]func(*bytes.Buffer, *provenance.History, Options){
		"text": historyText,
		"json": func(b *bytes.Buffer, h *provenance.History, _ Options) {
			display.JSON(b, OfHistory(h), "  ")
		},
		"jsonl":    historyLines,
		"markdown": historyMarkdown,
		"html":     historyHTML,
	}
)

// Formats are the names of the formats of a comparison, in order.
func Formats() []string { return slices.Sorted(maps.Keys(formatTable)) }

// HistoryFormats are the names of the formats of a history, in order.
func HistoryFormats() []string { return slices.Sorted(maps.Keys(historyTable)) }

// Write writes a comparison in the format of this name. It is an error if there is
// none.
func Write(w io.Writer, format string, c *provenance.Comparison, o Options) error {
	f, ok := formatTable[format]
	if !ok {
		return noFormat(format, Formats())
	}
	return write(w, func(b *bytes.Buffer) { f(b, c, o) })
}

// WriteHistory writes a history in the format of this name. It is an error if there
// is none.
func WriteHistory(w io.Writer, format string, h *provenance.History, o Options) error {
	f, ok := historyTable[format]
	if !ok {
		return noFormat(format, HistoryFormats())
	}
	return write(w, func(b *bytes.Buffer) { f(b, h, o) })
}

func noFormat(name string, known []string) error {
	return fmt.Errorf("%s: no such format; there are %s", name, strings.Join(known, ", "))
}

func write(w io.Writer, fill func(*bytes.Buffer)) error {
	var b bytes.Buffer
	fill(&b)
	_, err := b.WriteTo(w)
	return err
}
