package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/text"
)

const extractUsage = `usage: checker extract [-removed | -raw] FILE

prints what of FILE is kept as the words of the report or speech, a paragraph to
a line; - is standard input

  -removed   print the rest: what was set aside, each piece behind its reason
  -raw       print the whole text that is read, as it stands; the offsets of DOCX
             and PDF are bytes of it

What acts on a terminal is shown there as \x1b or \u202e; a file or a pipe gets the
text as it is, but for -removed, which is for people.
`

// extract prints what is read from a file.
func extract(args []string, std streams) int {
	f := flag.NewFlagSet("checker extract", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	removed, raw := f.Bool("removed", false, ""), f.Bool("raw", false, "")
	switch err := f.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(std.out, extractUsage)
		return faithful
	case err != nil:
		fmt.Fprintf(std.err, "checker: %v\n(checker extract -h shows the usage)\n", err)
		return trouble
	case f.NArg() != 1 || *removed && *raw:
		fmt.Fprint(std.err, extractUsage)
		return trouble
	}
	in := newInputs(std, ofAnySize())
	d := in.report(f.Arg(0))
	if d == nil {
		return trouble
	}
	write := writeKept
	switch {
	case *removed:
		write = writeRemoved
	case *raw:
		write = writeRaw
	}
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	write(w, d)
	w.Flush() // to a buffer: it cannot fail
	answer := b.String()
	if terminal(std.out) {
		answer = harmless(answer)
	}
	if _, err := io.WriteString(std.out, answer); err != nil {
		in.fail(f.Arg(0), err)
		return trouble
	}
	return faithful
}

// harmless is text of many lines in which nothing acts on a terminal.
func harmless(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, line := range lines {
		parts := strings.Split(line, "\t")
		for k := range parts {
			parts[k] = display.Safe(parts[k])
		}
		lines[i] = strings.Join(parts, "\t")
	}
	return strings.Join(lines, "\n")
}

func writeRaw(w *bufio.Writer, d *text.Document) { w.WriteString(d.Text) }

// writeKept writes the blocks, a line each. A word that a line end broke is put
// together.
func writeKept(w *bufio.Writer, d *text.Document) {
	for _, b := range d.Blocks {
		var line strings.Builder
		at := b.Span.Start
		for _, word := range d.Words[b.Words.Start:b.Words.End] {
			s := word.Span()
			if !strings.ContainsAny(d.Read(s), "\r\n") {
				continue
			}
			line.WriteString(d.Kept(text.Span{Start: at, End: s.Start}) + " " + text.Whole(d.Read(s)))
			at = s.End
			if at < b.Span.End && isSpace(d.Text[at]) {
				line.WriteByte(' ')
			}
		}
		line.WriteString(d.Kept(text.Span{Start: at, End: b.Span.End}))
		fmt.Fprintln(w, line.String())
	}
}

func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// writeRemoved writes what was set aside, a line each, behind its reason.
func writeRemoved(w *bufio.Writer, d *text.Document) {
	for _, r := range d.Removed {
		if t := strings.Join(strings.Fields(d.Read(r.Span)), " "); t != "" {
			fmt.Fprintf(w, "%s: %s\n", r.Reason, display.Safe(t))
		}
	}
}
