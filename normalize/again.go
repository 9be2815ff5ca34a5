package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Programs that write down a meeting name the speaker at each caption, in the middle of a
// sentence too: “Ada Lund: to keep the”, “[SPEAKER_00]: the ferry”. Only the first of the
// names in a row begins a turn. The others are no words of his, and a quote that runs over
// two captions leaves nothing out.

// fewestAgain is how many lines must name again whom the line before named, at two lines in
// three that name anybody.
const fewestAgain = 3

// LabelsAgain is for each line how many bytes at its beginning name again the speaker that the
// line before named; nil where the lines do not have that habit. It takes O(n).
func LabelsAgain(lines []string) []int {
	out := make([]int, len(lines))
	last, named, again := "", 0, 0
	for i, l := range lines {
		n, name := voiceLen(l)
		if n > 0 {
			named++
		}
		if n > 0 && name == last {
			again++
			out[i] = n
		}
		if n > 0 || strings.TrimSpace(l) != "" {
			last = name
		}
	}
	if again < fewestAgain || named*3 < len(lines)*2 {
		return nil
	}
	return out
}

// longestVoice is how many bytes the name of a speaker at each caption takes at most.
const longestVoice = 48

// voiceLen is the length of the name of a speaker that a line begins with, with the blanks
// behind it: “Ada Lund: ”, “[SPEAKER_00]: ”, “(Ada Lund) ”; 0 where it begins with none.
func voiceLen(line string) (n int, name string) {
	end := strings.IndexAny(line[:min(len(line), longestVoice)], ":])")
	if end < 2 {
		return 0, ""
	}
	name, n = line[:end], end+1
	switch {
	case line[0] == '[' && line[end] == ']', line[0] == '(' && line[end] == ')':
		name = line[1:end]
		n += oneOf(line[n:], ":")
	case line[end] != ':':
		return 0, ""
	}
	blank := blankLen(line[n:])
	if blank == 0 && n < len(line) || !isVoice(name) {
		return 0, ""
	}
	return n + blank, name
}

// isVoice reports whether s may be a speaker's name: a capital, and nothing but what stands
// in names and numbers of speakers.
func isVoice(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(first) && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) &&
			!strings.ContainsRune(" .'’-_", r)
	})
}
