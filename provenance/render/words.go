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

// leastMeant is the likeness of meaning from which on people are shown a place.
const leastMeant = .5

// meant is the place of a quote in another language, if it is worth a look.
func meant(q record.Quote) (record.Match, bool) {
	m, ok := q.Meant()
	return m, ok && m.Meaning >= leastMeant
}

// nearly says how a place in another language was found.
func nearly(m record.Match) string {
	share := min(99, int(m.Meaning*100+.5))
	return fmt.Sprintf("in another language, %d%% alike in meaning: a place to look at", share)
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
