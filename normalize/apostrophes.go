package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
)

// Apostrophes that were lost on the way to the file.
//
// Old encodings and hasty cleaning leave a full stop, a blank or U+FFFD
// where an apostrophe stood: we.re, they ll. A reader of words must
// then know that “shouldn.t” has a negator. One such place may be a slip or may
// mean what it says (“If I can. T minus ten”), so it is asked of the whole file:
// where nearly all of its surest contractions are broken in one way, all that are
// broken so are written as they were meant. A question mark or U+FFFD inside a sure
// contraction (don?t, she?d), or between a word and a lone s (today?s), means nothing else,
// however many there are: a question is not followed by such a letter, and where another
// letter than an apostrophe was lost (caf?s) the word is none either way. A mark is put for
// as many bytes, so no offset moves.

// fewestBroken is how many sure contractions must be broken to make a habit.
const fewestBroken = 3

// lostMarks are what stands where an apostrophe was, what is put there, and whether it
// never stands inside a word.
var lostMarks = [...]struct {
	broken, meant string
	never         bool
}{
	{".", "'", false}, {" ", "'", false}, {"\uFFFD", "’", true}, {"?", "'", true},
}

// mendApostrophes is t with its apostrophes where the file has lost them, and a
// word that it mended; none where the file is sound.
func mendApostrophes(t string) (mended, example string) {
	sound, lost := contractions(t)
	for k, b := range lostMarks {
		n := lost[k]
		habit := n >= fewestBroken && n > 4*sound
		if habit || n > 0 && b.never {
			t, example = mend(t, b.broken, b.meant, habit, b.never)
		}
	}
	return t, example
}

// contractions is how many sure contractions of t are sound, and how many have each of
// the lost marks. It looks at what stands before each letter that may begin the second
// part of one.
func contractions(t string) (sound int, lost [len(lostMarks)]int) {
	for i := 1; i < len(t); i++ {
		if endsMark[t[i-1]]&endsContraction[t[i]] == 0 || goesOnAsWord(t[i:]) {
			continue
		}
		for _, mark := range [...]string{"'", "’"} {
			sound += contraction(t, i, mark, false)
		}
		for k, b := range lostMarks {
			lost[k] += contraction(t, i, b.broken, b.never)
		}
	}
	return sound, lost
}

// goesOnAsWord reports whether t begins with more letters than the second part of a
// sure contraction has.
func goesOnAsWord(t string) bool {
	return len(t) > longestTail && plainLetter[t[1]] && plainLetter[t[2]]
}

// contraction is 1 if mark, which never stands inside a word else or may, stands before
// byte i of t for the apostrophe of a sure contraction, else 0.
func contraction(t string, i int, mark string, never bool) int {
	if !strings.HasSuffix(t[:i], mark) {
		return 0
	}
	if head, tail := around(t, i-len(mark), len(mark)); !sureContraction(head, tail) && !(never && joined(t, i-len(mark), i, head, tail)) {
		return 0
	}
	return 1
}

// endsMark are the bytes that an apostrophe or a lost mark ends in: 0x99 is the last one
// of ’, 0xBD that of U+FFFD.
var endsMark = [256]uint8{'\'': 1, 0x99: 1, '.': 1, ' ': 1, 0xBD: 1, '?': 1}

// endsContraction are the letters that the second part of a sure contraction begins
// with; 1 rather than true, so that one comparison asks for two bytes.
var endsContraction = [256]uint8{'t': 1, 'm': 1, 'r': 1, 'v': 1, 'l': 1, 's': 1, 'd': 1,
	'T': 1, 'M': 1, 'R': 1, 'V': 1, 'L': 1, 'S': 1, 'D': 1}

// mend puts meant for each mark of t that stands inside a sure contraction, or if that is
// the file's habit inside what may be one, and gives the first such word as it was.
func mend(t, mark, meant string, habit, never bool) (mended, example string) {
	b := []byte(t)
	for i := range marks(t, mark) {
		head, tail := around(t, i, len(mark))
		likely := tail == "s" && len(head) > 1 || tail == "d" && beforeVerb.Has(head)
		if !sureContraction(head, tail) && !(habit && likely) && !(never && joined(t, i, i+len(mark), head, tail)) {
			continue
		}
		copy(b[i:], meant)
		if example == "" {
			example = head + mark + tail
		}
	}
	return string(b), example
}

// marks are the places of mark in t.
func marks(t, mark string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; ; i += len(mark) {
			k := strings.Index(t[i:], mark)
			if k < 0 || !yield(i+k) {
				return
			}
			i += k
		}
	}
}

// longestTail is how many letters stand behind an apostrophe: “we’re”.
const longestTail = 2

// around are the letters on either side of the n bytes at i, in lower case: of
// what may be one word.
func around(t string, i, n int) (head, tail string) {
	end := i + n
	for end < len(t) && end <= i+n+longestTail && plainLetter[t[end]] {
		end++
	}
	tail = t[i+n : end]
	if tail == "" || len(tail) > longestTail || wordGoesOn(t[end:]) {
		return "", ""
	}
	from := strings.LastIndexFunc(t[max(0, i-24):i], func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.ToLower(t[max(0, i-24)+from+1 : i]), strings.ToLower(tail)
}

// wordGoesOn reports whether t goes on with the word before it: “that re-elected”.
func wordGoesOn(t string) bool {
	r, n := utf8.DecodeRuneInString(t)
	if unicode.Is(unicode.Hyphen, r) {
		r, _ = utf8.DecodeRuneInString(t[n:])
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// sureContraction reports whether two pieces make a word with an apostrophe, and
// nothing else: “didn” and “t”, “they” and “re”.
func sureContraction(head, tail string) bool {
	switch tail {
	case "t":
		return beforeNot.Has(head)
	case "m":
		return head == "i"
	case "re", "ve", "ll":
		return beforeVerb.Has(head)
	}
	return false
}

// joined reports whether two pieces, the one up to byte i and the other from byte k of t
// on, make a word with an apostrophe if what stands between them is no mark of its own: “it”
// and “s”, “she” and “d”, “today” and “s”; but not those of an address, “page?s=1”.
func joined(t string, i, k int, head, tail string) bool {
	if beforeVerb.Has(head) && tail == "d" {
		return true
	}
	if tail != "s" || head == "" {
		return false
	}
	before, after := byte(' '), byte(' ')
	if i > len(head) {
		before = t[i-len(head)-1]
	}
	if k+1 < len(t) {
		after = t[k+1]
	}
	if strings.IndexByte("/.=&_#%@?", before) >= 0 || strings.IndexByte("/=&_#%@+", after) >= 0 {
		return false
	}
	return t[k] == 's' || t[i-1] < 'a' && after == ' ' // “MILL?S door”, but not “Is it?S. Lund”
}

var (
	beforeNot  = words.Set("style", "before-not")
	beforeVerb = words.Set("style", "before-verb")
)
