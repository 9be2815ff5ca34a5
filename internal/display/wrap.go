package display

import (
	"strings"
	"unicode/utf8"
)

// Wrap is the words of s in lines of a width, in characters: the first line behind
// first, the others behind rest. A word longer than a line has one of its own. Colours
// in s take no room.
func Wrap(first, rest, s string, width int) string {
	var b strings.Builder
	b.WriteString(first)
	n, empty := Width(first), true
	for _, word := range strings.Fields(s) {
		w := Width(word)
		if !empty && n+1+w > width {
			b.WriteString("\n" + rest)
			n, empty = Width(rest), true
		}
		if !empty {
			b.WriteByte(' ')
			n++
		}
		b.WriteString(word)
		n, empty = n+w, false
	}
	return b.String()
}

// Width counts the characters of s that a terminal shows: all but its colours.
func Width(s string) int {
	n := 0
	for {
		before, rest, found := strings.Cut(s, "\x1b")
		n += utf8.RuneCountInString(before)
		if !found {
			return n
		}
		_, s, _ = strings.Cut(rest, "m")
	}
}
