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
	d, err := in.open(args[0])
	if err != nil {
		in.problem(source{name: args[0], named: true}, err)
		return trouble
	}
	if _, err := io.WriteString(std.out, d.Text); err != nil {
		in.problem(source{name: args[0], named: true}, err)
		return trouble
	}
	return faithful
}
