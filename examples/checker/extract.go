package main

import (
	"fmt"
	"io"
)

const extractUsage = `usage: checker extract FILE

prints the UTF-8 text that is read from FILE; - is standard input`

// extract prints the text that is read from a file, junk included: the text
// that offsets of a container (DOCX, PDF) count in.
func extract(args []string, std streams) int {
	if len(args) == 1 && (args[0] == "-h" || args[0] == "-help" || args[0] == "--help") {
		fmt.Fprintln(std.out, extractUsage)
		return faithful
	}
	if len(args) != 1 {
		fmt.Fprintln(std.err, extractUsage)
		return trouble
	}
	in := newInputs(std, options{})
	d := in.report(args[0])
	if d == nil {
		return trouble
	}
	if _, err := io.WriteString(std.out, d.Text); err != nil {
		in.fail(args[0], err)
		return trouble
	}
	return faithful
}
