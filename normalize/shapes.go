package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shapes that a line may begin with, of the form "length of X at the start of t, or
// 0". A regular expression says the same in one line, but to compile it takes as long
// as to read a short speech, and these are asked of nearly every file. The patterns
// stand in the tests, which hold the two together.

// blankLen is the length of the white space of ASCII at the start of t.
func blankLen(t string) int {
	n := 0
	for n < len(t) && isBlank(t[n]) {
		n++
	}
	return n
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// opensBlank reports whether t begins with white space.
func opensBlank(t string) bool { return t != "" && isBlank(t[0]) }

// digitsLen is how many digits t begins with, at most so many.
func digitsLen(t string, most int) int {
	n := 0
	for n < len(t) && n < most && '0' <= t[n] && t[n] <= '9' {
		n++
	}
	return n
}

// oneOf is 1 if t begins with one of the bytes, else 0.
func oneOf(t, bytes string) int {
	if t != "" && strings.IndexByte(bytes, t[0]) >= 0 {
		return 1
	}
	return 0
}

// hourLen is the length of a time at the start of t, 1:05 or 01:05:30, and whether it
// has seconds; 0 where none stands there.
func hourLen(t string) (n int, seconds bool) {
	n = digitsLen(t, 2)
	if n == 0 || minutesLen(t[n:]) == 0 {
		return 0, false
	}
	n += minutesLen(t[n:])
	more := minutesLen(t[n:])
	return n + more, more > 0
}

// minutesLen is the length of a colon and two digits at the start of t, or 0.
func minutesLen(t string) int {
	if oneOf(t, ":") == 1 && digitsLen(t[1:], 2) == 2 {
		return 3
	}
	return 0
}

// fractionLen is the length of a point or a comma and at most so many digits at the
// start of t, or 0.
func fractionLen(t string, most int) int {
	if oneOf(t, ".,") == 1 && digitsLen(t[1:], most) > 0 {
		return 1 + digitsLen(t[1:], most)
	}
	return 0
}

// timeCodeLen is the length of the time at which a line was said, at its beginning, or
// 0: in brackets or with hours, minutes and seconds. A blank behind it is part of it.
func timeCodeLen(t string) int {
	open := oneOf(t, "[(")
	n, seconds := hourLen(t[open:])
	if n == 0 || open == 0 && !seconds {
		return 0
	}
	n += open
	n += fractionLen(t[n:], 3)
	if open == 1 {
		if oneOf(t[n:], "])") == 0 {
			return 0
		}
		n++
	}
	if n < len(t) && !isBlank(t[n]) {
		return 0
	}
	return min(n+1, len(t))
}

// isClock reports whether t is a time and nothing else.
func isClock(t string) bool {
	n, _ := hourLen(t)
	return n > 0 && n+fractionLen(t[n:], len(t)) == len(t)
}

// itemLen is the length of the mark of a list's item at the start of t with one blank
// behind it, or 0: “• ”, “(2) ”, “3. ”.
func itemLen(t string) int {
	n := 0
	if r, size := utf8.DecodeRuneInString(t); strings.ContainsRune("-•*–", r) {
		n = size
	} else {
		n = oneOf(t, "(")
		digits := digitsLen(t[n:], 2)
		n += digits
		if digits == 0 || oneOf(t[n:], ".)") == 0 {
			return 0
		}
		n++
	}
	if !opensBlank(t[n:]) {
		return 0
	}
	return n + 1
}

// isListNumber reports whether t is the number of a list's item and nothing else:
// “(12)”, “3.”.
func isListNumber(t string) bool {
	n := oneOf(t, "(")
	digits := digitsLen(t[n:], 3)
	n += digits
	stops := oneOf(t[n:], ".)")
	if stops == 1 {
		stops += oneOf(t[n+1:], ".)")
	}
	return digits > 0 && stops > 0 && n+stops == len(t)
}

// asksLen is the length of a label of questions and answers at the start of t, or 0:
// “Q: ”, “A. ”.
func asksLen(t string) int {
	if oneOf(t, "QA") == 1 && oneOf(t[1:], ".:") == 1 && opensBlank(t[2:]) {
		return 3
	}
	return 0
}

// opensShouted reports whether t begins as a dateline does: with a capital and two more
// characters that are capitals or stand between them.
func opensShouted(t string) bool {
	for i := range 3 {
		r, size := utf8.DecodeRuneInString(t)
		between := i > 0 && (unicode.IsMark(r) || strings.ContainsRune(" .'’/-", r))
		if !unicode.IsUpper(r) && !between {
			return false
		}
		t = t[size:]
	}
	return true
}

// shoutedLabelLen is the length of a speaker's name in capitals, of five words at most,
// with what stands in brackets behind it, the colon and one blank, at the start of t;
// or 0: “MR. OLM (Varland): ”.
func shoutedLabelLen(t string) int {
	n := 0
	for range 5 {
		k := nameWordLen(t[n:], unicode.IsUpper)
		if k == 0 {
			break
		}
		n += k
		n += oneOf(t[n:], " ")
	}
	if n == 0 {
		return 0
	}
	n += bracketLen(t[n:], 40)
	if oneOf(t[n:], ":") == 0 || !opensBlank(t[n+1:]) {
		return 0
	}
	return n + 2
}

// nameWordLen is the length of a word of a name at the start of t, or 0: a capital and
// at least one letter for which is holds, or a mark of names.
func nameWordLen(t string, is func(rune) bool) int {
	first, n := utf8.DecodeRuneInString(t)
	if !unicode.IsUpper(first) {
		return 0
	}
	if k := nameRestLen(t[n:], is); k > 0 {
		return n + k
	}
	return 0
}

// nameRestLen is the length of such letters and marks at the start of t.
func nameRestLen(t string, is func(rune) bool) int {
	for i, r := range t {
		if !is(r) && !strings.ContainsRune(".’'-", r) {
			return i
		}
	}
	return len(t)
}

// bracketLen is the length of a bracket with at most so many characters in it at the
// start of t, or 0.
func bracketLen(t string, most int) int {
	if oneOf(t, "(") == 0 {
		return 0
	}
	end := strings.IndexByte(t[:min(len(t), utf8.UTFMax*most+2)], ')')
	if end < 2 || utf8.RuneCountInString(t[1:end]) > most {
		return 0
	}
	return end + 1
}

// namedLabel is the name of two words to four that t begins with, where a colon ends it,
// with a time or the like before that, or "": “Ada Lund (00:15):”.
func namedLabel(t string) string {
	n := nameWordLen(t, unicode.IsLetter)
	if n == 0 {
		return ""
	}
	words := 1
	for ; words < 4 && oneOf(t[n:], " ") == 1; words++ {
		first, size := utf8.DecodeRuneInString(t[n+1:])
		if !unicode.IsUpper(first) {
			break
		}
		n += 1 + size
		n += nameRestLen(t[n:], unicode.IsLetter)
	}
	rest := t[n:]
	if strings.HasPrefix(rest, " (") {
		k := bracketLen(rest[1:], 30)
		if strings.IndexByte(rest[:1+k], '\n') >= 0 {
			return ""
		}
		rest = rest[1+k:]
	}
	if words == 1 || oneOf(rest, ":") == 0 || len(rest) > 1 && !isBlank(rest[1]) {
		return ""
	}
	return t[:n]
}

// fieldOf is the name and the value of a field of front matter, if line is one:
// “Date: May 2”, “"date" = 2031-05-02”.
func fieldOf(line string) (name, value string, ok bool) {
	line = line[oneOf(line, `"'`):]
	n, letters := 0, 0
	for n < len(line) && letters < mostFieldName {
		r, size := utf8.DecodeRuneInString(line[n:])
		inside := letters > 0 && (unicode.IsNumber(r) || r == ' ' || r == '-')
		if !unicode.IsLetter(r) && r != '_' && !inside {
			break
		}
		n, letters = n+size, letters+1
	}
	rest := line[n:]
	rest = rest[oneOf(rest, `"'`):]
	rest = rest[blankLen(rest):]
	if n == 0 || oneOf(rest, ":=") == 0 {
		return "", "", false
	}
	value = rest[1:]
	blank := blankLen(value)
	if blank == 0 && value != "" {
		return "", "", false
	}
	return line[:n], value[blank:], strings.IndexByte(value[blank:], '\n') < 0
}

// mostFieldName is how many characters the name of a field has at most.
const mostFieldName = 31

// isField reports whether a line is a field of front matter.
func isField(line string) bool {
	_, _, ok := fieldOf(line)
	return ok
}
