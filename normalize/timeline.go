package normalize

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// A recording written down line by line, copied from a page that plays it, has a time at each
// line or between two: 0:03, 00:03 - 00:07, the number of a caption before that, “0 minutes,
// 3 seconds” behind. Nobody says them; and lines so short are no menu. One time may be said,
// and a programme has the hours of a day, so it is asked of the whole text: there must be
// many, which go up from the beginning of a recording, at a quarter of its lines. One pass.

const (
	fewestStamps = 10
	stampShare   = 4 // of the lines, one in so many
)

// A stamped line begins with a time.
type stamped struct {
	line    text.Span
	n       int // bytes of the time
	seconds int
	sure    bool // it has more than two parts, or a fraction
}

// timeline is what notes the times of a recording in the pieces of t, in order; none where
// it is no such text.
func timeline(t string, pieces []Piece) (out []text.Removal) {
	if !hasMoments(t) {
		return nil
	}
	lines := linesOf(t, pieces)
	var stamps []int
	heads := make([]stamped, len(lines))
	for i, l := range lines {
		if heads[i] = stampOf(t, l); heads[i].n > 0 {
			stamps = append(stamps, i)
		}
	}
	if !areStamps(heads, stamps, len(lines)) {
		return nil
	}
	cut := func(s text.Span) { out = append(out, text.Removal{Span: s, Reason: "time code"}) }
	isName := cueNames(t, lines, heads)
	for i, l := range lines {
		switch {
		case heads[i].n > 0:
			cut(text.Span{Start: l.Start, End: l.Start + heads[i].n})
		case isName(i), i > 0 && heads[i-1].n == lines[i-1].Len() && spells(t[l.Start:l.End], heads[i-1].seconds):
			cut(l)
		}
	}
	return append(out, againAt(t, heads)...)
}

// cueNames is what tells the lines before times that are the numbers of captions, or their
// names: “intro-1”. Who is asked how many may say a number alone too.
func cueNames(t string, lines []text.Span, heads []stamped) func(i int) bool {
	before := func(i int, is func(string) bool) bool {
		return i+1 < len(lines) && heads[i+1].n > 0 && heads[i].n == 0 && is(t[lines[i].Start:lines[i].End])
	}
	var numbers []string
	times, named := 0, 0
	for i, l := range lines {
		switch {
		case heads[i].n > 0:
			times++
		case before(i, isNumbered):
			numbers = append(numbers, t[l.Start:l.End])
		case before(i, isCueName):
			named++
		}
	}
	counted, often := countUp(numbers, times), named*10 >= times*9
	return func(i int) bool { return counted && before(i, isNumbered) || often && before(i, isCueName) }
}

// isCueName reports whether a line is one word with a digit that is no number.
func isCueName(line string) bool {
	return !isNumbered(line) && !strings.ContainsAny(line, " \t") && strings.ContainsAny(line, "0123456789")
}

// countUp reports whether each of the numbers is one more than the one before it, but for
// one in ten, and half of so many times have one.
func countUp(numbers []string, times int) bool {
	ups := 0
	for i := range numbers[:max(0, len(numbers)-1)] {
		if oneUp(numbers[i:i+1], numbers[i+1:i+2]) {
			ups++
		}
	}
	return len(numbers)*2 >= times && ups*10 >= (len(numbers)-1)*9
}

// againAt are the names behind times that say who goes on speaking.
func againAt(t string, heads []stamped) (out []text.Removal) {
	var said []string
	var at []int
	for _, h := range heads {
		if h.n > 0 && h.n < h.line.Len() {
			from := h.line.Start + h.n + blankLen(t[h.line.Start+h.n:h.line.End])
			said, at = append(said, t[from:h.line.End]), append(at, from)
		}
	}
	for k, n := range LabelsAgain(said) {
		if n > 0 {
			out = append(out, text.Removal{Span: text.Span{Start: at[k], End: at[k] + n}, Reason: "speaker"})
		}
	}
	return out
}

// joinTimed joins pieces that go on with the sentence of the one before, but for what is cut
// between them: a line of such a text is no paragraph. Nobody goes on with another's.
func joinTimed(t string, pieces []Piece, times []text.Removal) []Piece {
	out := make([]Piece, 0, len(pieces))
	open, joined := -1, 0 // the piece of out that may go on, and how many it is made of
	voice, so := "", ""   // who spoke, and the last line of what was said
	for _, p := range pieces {
		said := strings.TrimSpace(masked(t, p.Span, cutsIn(&times, p.Span)))
		first, last := voiceOf(t[p.Span.Start:p.Span.End])
		other := first != "" && first != voice
		voice = cmp.Or(last, voice)
		switch {
		case said == "" && p.Reason == "":
			out = append(out, p) // a time alone
			continue
		case p.Reason != "":
			open = -1
		case open >= 0 && !other && joined < mostJoined && goesOnWith(so, out[open].Span.Len(), said):
			out = append(out[:open], Piece{Span: text.Span{Start: out[open].Span.Start, End: p.Span.End},
				Kind: out[open].Kind, Kept: out[open].Kept})
			joined++
			so = said
			continue
		default:
			open, joined, so = len(out), 1, said
		}
		out = append(out, p)
	}
	return out
}

// mostJoined is how many lines of such a text one paragraph is made of at most.
const mostJoined = 40

// goesOnWith reports whether a sentence at the end of before, the last line of so many bytes,
// goes on with said; not with a line that says who speaks: “From Ada Lund to Everyone:”.
func goesOnWith(before string, all int, said string) bool {
	head, _, _ := strings.Cut(said, "\n")
	return !endsSentence(before) && !startsParagraph(said) &&
		!strings.HasSuffix(before, ":") && !strings.HasSuffix(head, ":") && namedLabel(said) == "" &&
		(unicode.IsLower(firstRune(said)) || all >= leastLine)
}

// hasMoments reports whether t has as many times, anywhere, as such a text: most have not.
func hasMoments(t string) bool {
	n := 0
	for at := range marksOf(t, ':') {
		if at > 0 && isDigit(t[at-1]) && minutesLen(t[at:]) > 0 {
			if n++; n >= fewestStamps {
				return true
			}
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// linesOf are the lines of the pieces that are not blank, without white space around them.
func linesOf(t string, pieces []Piece) (out []text.Span) {
	for _, p := range pieces {
		for at := p.Span.Start; at < p.Span.End; {
			end := p.Span.End
			if k := strings.IndexAny(t[at:end], "\r\n\u2028"); k >= 0 {
				end = at + k
			}
			if s := trim(t, text.Span{Start: at, End: end}); s.Len() > 0 {
				out = append(out, s)
			}
			at = end + 1
			for at < p.Span.End && t[at]&0xC0 == 0x80 { // the rest of U+2028
				at++
			}
		}
	}
	return out
}

// areStamps reports whether the times are those of a recording.
func areStamps(heads []stamped, stamps []int, lines int) bool {
	if len(stamps) < fewestStamps || len(stamps)*stampShare < lines {
		return false
	}
	sure, back := 0, 0
	for k, i := range stamps {
		if heads[i].sure || heads[i].seconds >= 24*60 { // no hour of a day
			sure++
		}
		if k > 0 && heads[i].seconds < heads[stamps[k-1]].seconds {
			back++
		}
	}
	early := heads[stamps[0]].seconds < 2*60
	return back*20 <= len(stamps) && (early || sure*2 >= len(stamps))
}

// stampOf is the time, or the two, that a line begins with.
func stampOf(t string, line text.Span) stamped {
	s := t[line.Start:line.End]
	open := oneOf(s, "[(")
	n, seconds, sure := moment(s[open:])
	if n == 0 {
		return stamped{}
	}
	n += open
	rest := strings.TrimLeft(s[n:], " -–—>,")
	if k, _, _ := moment(rest); k > 0 && len(rest) < len(s)-n {
		n = len(s) - len(rest) + k
	}
	if open == 1 {
		if oneOf(s[n:], "])") == 0 {
			return stamped{}
		}
		n++
	} else if oneOf(s[n:], "0123456789:.,%-/") == 1 {
		return stamped{}
	}
	if open == 0 && strings.HasPrefix(strings.TrimLeft(s[n:], " "), "- ") { // 00:03 - We
		n = len(s) - len(strings.TrimLeft(s[n:], " -"))
	}
	return stamped{line: line, n: n, seconds: seconds, sure: sure}
}

// moment is the length of a time at the start of t, how many seconds it is into a recording,
// and whether it is no hour and minute of a day.
func moment(t string) (n, seconds int, sure bool) {
	n, sure = hourLen(t)
	if n == 0 {
		n, sure = longLen(t), true
	}
	if n == 0 {
		return 0, 0, false
	}
	for _, part := range strings.Split(t[:n], ":") {
		v := 0
		for _, c := range []byte(part) {
			v = 10*v + int(c-'0')
		}
		seconds = 60*seconds + v
	}
	k := fractionLen(t[n:], 3)
	return n + k, seconds, sure || k > 0
}

// longLen is the length of a time more than a hundred minutes into a recording at the start
// of t, 105:23; or 0.
func longLen(t string) int {
	if n := digitsLen(t, 3); n == 3 && minutesLen(t[n:]) > 0 {
		return n + minutesLen(t[n:])
	}
	return 0
}

// isNumbered reports whether a line is the number of a caption.
func isNumbered(line string) bool { return digitsLen(line, 6) == len(line) }

// spells reports whether a line is so many seconds in digits and words: “1 minute, 3 seconds”.
// Other times on a line may be an answer.
func spells(line string, seconds int) bool {
	sum, n := 0, 0
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		unit, known := timeUnits.Find(word)
		switch v, err := strconv.Atoi(word); {
		case err == nil && len(word) <= 2:
			n = v
		case known:
			sum, n = sum+n*unit, 0
		default:
			return false
		}
	}
	return sum == seconds
}

// timeUnits are the words of a time that is spelled out, with their seconds.
var timeUnits = words.Values("stage", "time-units", words.Int)
