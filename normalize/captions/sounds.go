package captions

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Captions note what is heard besides words: “(deep rumbling)” and “[harbour
// bell]” on lines of their own, music between notes, “>>” where somebody else
// begins to speak.

// sounds cuts what the line that begins at start notes, in which the cuts from
// number cuts on are markup. sung says that music goes on from the line before;
// it returns whether it goes on behind this one.
func (r *reader) sounds(start, cuts int, sung bool) bool {
	line := r.visible(start, cuts)
	t := bytes.TrimSpace(line)
	at := start + len(line) - len(bytes.TrimLeftFunc(line, unicode.IsSpace))
	switch music := isMusic(t); {
	case len(t) == 0:
		return sung
	case sung || music:
		r.direct(cuts, at, at+len(t))
		body := bytes.TrimLeft(t, "♪♫ ")
		return !bytes.ContainsAny(body, "♪♫") && (sung || music)
	case isSound(string(t)):
		r.direct(cuts, at, at+len(t))
	case bytes.HasPrefix(t, []byte(">>")):
		r.direct(cuts, at, at+len(t)-len(bytes.TrimLeft(t, ">")))
	}
	return false
}

func isMusic(t []byte) bool {
	return bytes.HasPrefix(t, []byte("♪")) || bytes.HasPrefix(t, []byte("♫"))
}

// visible is the line from start on with blanks for its markup.
func (r *reader) visible(start, cuts int) []byte {
	line := bytes.Clone(r.out[start:])
	for _, c := range r.page.Cuts[cuts:] {
		for i := c.Span.Start; i < c.Span.End; i++ {
			line[i-start] = ' '
		}
	}
	return line
}

// direct makes a stage direction of the text from from to to, and of the markup
// in it.
func (r *reader) direct(cuts, from, to int) {
	s := text.Span{Start: from, End: to}
	kept, marks := r.page.Cuts[:cuts], slices.Clone(r.page.Cuts[cuts:])
	added := false
	for _, c := range marks {
		if c.Span.Start >= from && c.Span.End <= to {
			continue
		}
		if !added && c.Span.Start >= to {
			kept, added = append(kept, text.Removal{Span: s, Reason: "stage direction"}), true
		}
		kept = append(kept, c)
	}
	if !added {
		kept = append(kept, text.Removal{Span: s, Reason: "stage direction"})
	}
	r.page.Cuts = kept
}

// isSound reports whether a line is what is heard, in brackets: its words begin
// in lower case, or all but the first do, and it is no sentence. A name has
// capitals.
func isSound(t string) bool {
	t = strings.TrimLeft(t, "-–— ")
	n := len(t)
	if n < 3 || !(t[0] == '(' && t[n-1] == ')' || t[0] == '[' && t[n-1] == ']') {
		return false
	}
	words := strings.Fields(t[1 : n-1])
	if len(words) == 0 || strings.ContainsAny(t[1:n-1], "()[].,!?") {
		return false
	}
	for _, w := range words[min(1, len(words)-1):] {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(first) {
			return false
		}
	}
	return true
}
