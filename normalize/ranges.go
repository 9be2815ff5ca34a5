package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// The times of captions, “00:00:03,000 --> 00:00:07,000”, stand in other texts too: captions
// are pasted below a headline, into a DOCX or a page. Nobody says them, nor the number of the
// caption in the line before.

const arrow = "-->"

// rangeCuts adds to cuts the times of captions in part, which begins at byte start of the
// text, and the numbers above them where they count up: a caption may say a number alone.
func rangeCuts(part string, start int, cuts []text.Removal) []text.Removal {
	ranges := rangesIn(part)
	if len(ranges) == 0 {
		return cuts
	}
	heads, numbers := make([]int, len(ranges)), []string(nil)
	for i, s := range ranges {
		if heads[i] = cueNumberTail(part[:s.Start]); heads[i] > 0 {
			numbers = append(numbers, numbersIn(part[s.Start-heads[i]:s.Start])...)
		}
	}
	counted := countUp(numbers, len(ranges))
	for i, s := range ranges {
		if counted {
			s.Start -= heads[i]
		}
		cuts = append(cuts, text.Removal{
			Span: text.Span{Start: start + s.Start, End: start + s.End}, Reason: "time code",
		})
	}
	return cuts
}

// rangesIn are the ranges of times in t, in order and apart.
func rangesIn(t string) (out []text.Span) {
	for at := 0; ; {
		k := strings.Index(t[at:], arrow)
		if k < 0 {
			return out
		}
		s := rangeAt(t, at+k)
		if s.Len() > 0 && s.Start >= at {
			out = append(out, s)
		}
		at += max(k+len(arrow), s.End-at)
	}
}

// rangeAt is the range of times around the arrow at byte at of t, with what belongs to it;
// empty where none is.
func rangeAt(t string, at int) text.Span {
	before := strings.TrimRight(t[:at], " \t\u00a0")
	after := t[at+len(arrow):]
	blank := len(after) - len(strings.TrimLeft(after, " \t\u00a0"))
	n := clockLen(after[blank:])
	from := len(before) - clockTail(before)
	if n == 0 || from == len(before) {
		return text.Span{}
	}
	s := text.Span{Start: from, End: at + len(arrow) + blank + n}
	if strings.HasSuffix(t[:from], "[") && strings.HasPrefix(t[s.End:], "]") {
		return text.Span{Start: from - 1, End: s.End + 1}
	}
	s.End += settingsLen(t[s.End:])
	return s
}

// clockLen is the length of a time with a fraction at the start of t, or 0.
func clockLen(t string) int {
	n, _ := hourLen(t)
	if k := fractionLen(t[n:], 3); n > 0 && k > 0 {
		return n + k
	}
	return 0
}

// longestClock is how many bytes a time takes at most: 00:00:03,000.
const longestClock = 12

// clockTail is the length of a time with a fraction at the end of t, or 0.
func clockTail(t string) int {
	tail := t[max(0, len(t)-longestClock):]
	tail = tail[len(strings.TrimRight(tail, "0123456789:.,")):]
	if tail == "" || clockLen(tail) != len(tail) {
		return 0
	}
	return len(tail)
}

// settingsLen is the length of what a line of times says of where the caption stands, or 0:
// “ align:start position:0%”.
func settingsLen(t string) int {
	n := 0
	for _, word := range strings.SplitAfter(t[:lineLen(t)], " ") {
		name, value, ok := strings.Cut(strings.TrimSpace(word), ":")
		if word != " " && (!ok || !cueSettings[name] || value == "") {
			break
		}
		n += len(word)
	}
	return n
}

// cueSettings are the settings of WebVTT.
var cueSettings = map[string]bool{
	"align": true, "position": true, "line": true, "size": true, "vertical": true, "region": true,
}

// longestSettings is how many bytes of a line are looked at for settings.
const longestSettings = 200

func lineLen(t string) int {
	t = t[:min(len(t), longestSettings)]
	if k := strings.IndexAny(t, "\r\n"); k >= 0 {
		return k
	}
	return len(t)
}

// cueNumberTail is the length of a caption's number at the end of t, a line of its own, with
// the line's end; or 0.
func cueNumberTail(t string) int {
	rest := strings.TrimRight(t, " \t\r\n\u2028")
	head := strings.TrimRight(rest, "0123456789")
	digits := len(rest) - len(head)
	last, _ := utf8.DecodeLastRuneInString(head)
	alone := head == "" || strings.ContainsRune("\r\n\u2028", last)
	if len(rest) == len(t) || digits == 0 || digits > 6 || !alone {
		return 0
	}
	return len(t) - len(head)
}
