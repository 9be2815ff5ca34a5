package normalize

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// A text that was copied from a terminal has the sequences in it that colour it:
// ESC [ 31 m. They are seen by nobody, and “31m” is no word and no number.

// controlCuts adds to the cuts inside s, in order, the control sequences of a
// terminal (ECMA-48, and the titles and links of xterm).
func controlCuts(t string, s text.Span, cuts []text.Removal) []text.Removal {
	part, given := t[s.Start:s.End], len(cuts)
	if strings.IndexByte(part, 0x1b) < 0 && !strings.Contains(part, "\u009b") && !strings.Contains(part, "\u009d") {
		return cuts // a search for any of them reads letter by letter
	}
	for at := s.Start; at < s.End; {
		i := strings.IndexAny(t[at:s.End], "\x1b\u009b\u009d")
		if i < 0 {
			break
		}
		at += i
		n := controlSequence(t[at:s.End])
		span := text.Span{Start: at, End: at + n}
		cuts = append(cuts, text.Removal{Span: span, Reason: "control sequence"})
		at += n
	}
	if given > 0 && len(cuts) > given {
		cuts = apart(cuts)
	}
	return cuts
}

// longestString is how many bytes a title or a link is looked for the end of.
const longestString = 1 << 12

// controlSequence is the length of the control sequence at the start of t, which
// begins with one of its introducers.
func controlSequence(t string) int {
	head := 2 // ESC [, or the one character of the C1 set, of two bytes
	if len(t) < head {
		return len(t)
	}
	switch t[:head] {
	case "\x1b[", "\u009b":
		n := head
		for n < len(t) && 0x21 <= t[n] && t[n] <= 0x3F {
			n++
		}
		if n < len(t) && 0x40 <= t[n] && t[n] <= 0x7E {
			return n + 1
		}
		return head
	case "\x1b]", "\x1bP", "\u009d":
		return head + stringEnd(t[head:min(len(t), longestString)])
	}
	return 1 // an ESC alone
}

// stringEnd is the length of a string of controls with its end; 0 where it has none.
func stringEnd(t string) int {
	for _, end := range []string{"\x07", "\x1b\\"} {
		if i := strings.Index(t, end); i >= 0 && !strings.ContainsAny(t[:i], "\n\r") {
			return i + len(end)
		}
	}
	return 0
}
