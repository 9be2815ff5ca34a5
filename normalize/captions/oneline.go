package captions

import (
	"bytes"
	"strings"
	"time"
)

// Captions of other makers. Whisper prints a line for each, with the times before the words
// in brackets, [00:01.000 --> 00:04.000]. SubViewer, which YouTube gives out, has the times
// of a caption in a line of their own with a comma between them. As plain text these times
// would be words that the quotes leave out.

// isSubViewer reports whether src begins with a line of times of that kind.
func isSubViewer(src []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(src[:min(len(src), 64)], []byte("\ufeff")))
	line, _, _ := bytes.Cut(head, []byte("\n"))
	_, _, ok := pair(strings.TrimSpace(string(line)))
	return ok
}

// headLen is the length of the times that a line begins with, or consists of with what
// follows on it, or 0.
func headLen(line string) int {
	if end := strings.IndexByte(line[:min(len(line), longestHead)], ']'); end > 0 && line[0] == '[' {
		if _, _, ok := times(line[1:end]); ok {
			return end + 1
		}
		return 0
	}
	s, n := strings.TrimSpace(line), len(line)
	if _, _, ok := times(s); ok {
		return n - saidBehind(line)
	}
	if _, _, ok := pair(s); ok {
		return n
	}
	return 0
}

// saidBehind is the length of what a line says behind its times; settings, which all have
// a colon, are not said.
func saidBehind(line string) int {
	_, rest, _ := strings.Cut(line, "-->")
	rest = strings.TrimLeft(rest, " \t")
	k := strings.IndexAny(rest, " \t")
	if k < 0 {
		return 0
	}
	for word := range strings.FieldsSeq(rest[k:]) {
		if strings.IndexByte(word, ':') <= 0 {
			return len(rest) - k
		}
	}
	return 0
}

// longestHead is how many bytes times in brackets take at most.
const longestHead = 48

// timesOf reads the times that a line is, in any of the forms.
func timesOf(line string) (from, to time.Duration, ok bool) {
	if from, to, ok = times(strings.Trim(line, "[]")); ok {
		return from, to, true
	}
	return pair(line)
}

// pair reads 0:00:01.000,0:00:04.000.
func pair(line string) (from, to time.Duration, ok bool) {
	a, b, found := strings.Cut(line, ",")
	if !found || strings.Count(a, ":") != 2 || strings.Count(b, ":") != 2 || strings.Count(line, ".") != 2 {
		return 0, 0, false
	}
	from, ok = clock(a)
	to, ok2 := clock(b)
	return from, to, ok && ok2
}
