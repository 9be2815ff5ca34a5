package render

import (
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/provenance/record"
)

// What formats for people say in the same words: places, names, numbers of things.

func place(name string, line, col int) string { return fmt.Sprintf("%s:%d:%d", name, line, col) }

func placeOf(m record.Match) string { return place(m.Transcript, m.Line, m.Column) }

func who(q record.Quote) string {
	name, manner := "", ""
	if q.Speaker != nil {
		name = q.Speaker.Name
	}
	if q.Told() {
		manner = "in the report's words"
	}
	return joinNonEmpty(", ", name, manner)
}

// called is what the caller calls the quote.
func called(q record.Quote) string {
	if q.Ref == "" {
		return ""
	}
	return "id " + q.Ref
}

func voice(m record.Match) string {
	switch {
	case m.Speaker == "":
		return ""
	case m.Via != "":
		return ", " + m.Speaker + " (through " + m.Via + ")"
	}
	return ", " + m.Speaker
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

func joinNonEmpty(sep string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
