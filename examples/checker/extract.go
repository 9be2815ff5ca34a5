package main

import (
	"bufio"
	"bytes"
	"cmp"
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

What acts on a terminal is shown there as \x1b or \u202e; a file or a pipe gets the
text as it is, but for -removed, which is for people.

flags:
`

// extract prints what is read from a file.
func extract(args []string, std streams) int {
	f := flag.NewFlagSet("checker extract", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	o := ofAnySize()
	o.sizeFlag(f)
	o.readFlags(f)
	removed := f.Bool("removed", false, "print the rest: what was set aside, each piece behind its reason")
	raw := f.Bool("raw", false,
		"print the whole text that is read, as it stands; the offsets of DOCX and PDF\nare bytes of it")
	switch err := cmp.Or(f.Parse(args), o.budgets.Wrong()); {
	case errors.Is(err, flag.ErrHelp):
		helped(std.out, f, extractUsage)
		return faithful
	case err != nil:
		fmt.Fprintf(std.err, "checker: %v\n(checker extract -h shows the usage)\n", err)
		return trouble
	case f.NArg() != 1 || *removed && *raw:
		helped(std.err, f, extractUsage)
		return trouble
	}
	in := newInputs(std, o)
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

// helped prints the usage of a command, and its flags.
func helped(w io.Writer, f *flag.FlagSet, usage string) {
	fmt.Fprint(w, usage)
	f.SetOutput(w)
	f.PrintDefaults()
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
