package normalize

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// Marks that lead to a note are no words, and a number in brackets may be one that
// was said: “[3] ships” is how reporters write what they put in. What tells the two
// apart is that a mark touches the word or the full stop before it.

// References are the marks in t that lead to notes, in order and apart, in O(n). It
// serves readers of formats that write such marks as plain text does.
func References(t string) (out []text.Span) {
	for at := 0; at < len(t); at++ {
		if !opensReference[t[at]] {
			continue
		}
		if n := referenceLen(t, at); n > 0 {
			out = append(out, text.Span{Start: at, End: at + n})
			at += n - 1
		}
	}
	return out
}

// referenceCuts adds the marks of plain text t to cuts, in order. A page has its own
// ways, and what is in round brackets there is mostly a word.
func referenceCuts(t string, cuts []text.Removal) []text.Removal {
	given, next := len(cuts), 0
	for _, s := range References(t) {
		for next < given && cuts[next].Span.End <= s.Start {
			next++
		}
		if next == given || cuts[next].Span.Start >= s.End {
			cuts = append(cuts, text.Removal{Span: s, Reason: "reference"})
		}
	}
	slices.SortFunc(cuts, func(a, b text.Removal) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return cuts
}

// opensReference are the bytes that such a mark begins with: ( [ < and the first of 【.
var opensReference = [256]bool{'(': true, '[': true, '<': true, 0xE3: true}

// referenceLen is the length of a mark that leads to a note at byte at of t, or 0:
// [1], [^1], [note 3], 【3】, and (1) or <sup>1</sup> behind a word.
func referenceLen(t string, at int) int {
	if t[at] == '(' && !behindWord(t[:at]) {
		return 0
	}
	if n := len(sureReference().FindString(t[at:])); n > 0 {
		return n
	}
	raised := len(raisedReference().FindString(t[at:]))
	if raised > 0 && (behindWord(t[:at]) || behindShort(t[:at]) || behindStop(t[:at])) {
		return raised
	}
	n := len(reference().FindString(t[at:]))
	if r, _ := utf8.DecodeRuneInString(t[at+n:]); n == 0 || unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 0
	}
	last, _ := utf8.DecodeLastRuneInString(t[:at])
	switch {
	case last == utf8.RuneError, unicode.IsSpace(last):
		return 0
	case unicode.IsLetter(last), unicode.IsDigit(last), strings.ContainsRune(closers+`.,;:!?]"`, last):
		return n
	}
	return 0
}

// LeadsToNote reports whether something that a page shows raised behind some text leads
// to a note, and is no power or ending: a sign; a number, or several, that is a link or
// stands behind a word or a mark; a letter or a note by name that is a link, or
// stands behind another such mark.
func LeadsToNote(before, raised string, sure bool) bool {
	switch {
	case strings.Trim(raised, "*†‡§") == "":
		return true
	case IsPower(before, raised) && !sure:
		return false
	case sure:
		return raisedLink().MatchString(raised)
	}
	return raisedNumber().MatchString(raised) && (behindWord(before) || behindShort(before) || behindStop(before) ||
		strings.ContainsRune(closers, lastRune(before)))
}

// IsNote reports whether what a page links is nothing but the mark of a note: “[1]”, “[note 3]”.
func IsNote(link string) bool {
	link = strings.TrimSpace(link)
	return strings.HasPrefix(link, "[") && strings.HasSuffix(link, "]") && raisedLink().MatchString(link)
}

// IsPower reports whether a raised number behind some text is a power: of a number of one
// or two digits, or a square or a cube of so many lengths, “10⁶”, “30 feet²”.
func IsPower(before, raised string) bool {
	if !raisedPower().MatchString(raised) {
		return false
	}
	if base := before[len(strings.TrimRight(before, "0123456789")):]; base != "" {
		return len(base) <= longestBase && !strings.HasSuffix(before[:len(before)-len(base)], ".")
	}
	letters := strings.TrimRightFunc(before, unicode.IsLetter)
	counted := strings.TrimRight(letters, " \u00a0\u202f")
	return (raised == "2" || raised == "3") && ofLength.Has(before[len(letters):]) &&
		counted != "" && '0' <= counted[len(counted)-1] && counted[len(counted)-1] <= '9'
}

// longestBase is how many digits the base of a power has at most: a note may stand behind a
// year.
const longestBase = 2

// ofLength are units of length, of which there are squares and cubes: “feet”.
var ofLength = words.Set("units", "lengths")

// Raised is a power in raised digits: “⁶” for “6”.
func Raised(power string) string { return raisedDigits.Replace(power) }

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶",
	"7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "−", "⁻", "–", "⁻")

func lastRune(t string) rune {
	r, _ := utf8.DecodeLastRuneInString(t)
	return r
}

// behindWord reports whether t ends in a word long enough to be none of a formula
// or a list: “spring”, not the f of “f(1)”.
func behindWord(t string) bool {
	letters := 0
	for letters < 3 {
		r, n := utf8.DecodeLastRuneInString(t)
		if !unicode.IsLetter(r) {
			return letters == 0 && r == '.' && behindWord(t[:len(t)-n])
		}
		t = t[:len(t)-n]
		letters++
	}
	return true
}

// behindShort reports whether t ends in a short word that no unit and no letter of a
// formula is: “he”, “I”, the second part of “they’re”; after a number “in” is inches.
func behindShort(t string) bool {
	t = t[max(0, len(t)-longestBefore):]
	head := strings.TrimRightFunc(t, unicode.IsLetter)
	word, before := t[len(head):], lastRune(head)
	switch {
	case word == "" || len(word) > 2:
		return false
	case before == '\'' || before == '’':
		_, n := utf8.DecodeLastRuneInString(head)
		return unicode.IsLetter(lastRune(head[:len(head)-n]))
	case !unicode.IsSpace(before) && head != "" || unicode.IsDigit(lastRune(strings.TrimSpace(head))):
		return false
	}
	return word == "I" || len(word) == 2 && grammar.Has(strings.ToLower(word))
}

// longestBefore is how many bytes before a mark tell what it stands behind.
const longestBefore = 16

var grammar = words.Set("grammar", "function-words")

// behindStop reports whether t ends in the mark that ends a sentence, or a clause.
func behindStop(t string) bool { return t != "" && strings.IndexByte(".,;!?", t[len(t)-1]) >= 0 }

var (
	raisedNumber    = pattern.New(`^[\[(]?\d{1,3}(?:[,–-] ?\d{1,3})*[\])]?$`)
	raisedPower     = pattern.New(`^[-−–]?\d{1,2}$`)
	raisedLink      = pattern.New(`^[\[(]?(?:[\p{L}. ]{0,9}\d{1,3}(?:[,–-] ?\d{1,3})*|\p{L})[\])]?$`)
	raisedReference = pattern.New(`^<sup>\[?\d{1,3}(?:[,–-] ?\d{1,3})*\]?</sup>`)

	sureReference = pattern.New(`^(?:\[\^[\w-]{1,20}\]|【\d{1,3}(?:[†:][^】]{0,60})?】|` +
		`\[(?i:note|notes|footnote|endnote|fn|nb|n\.|n|ref)\.? \d{1,3}\]|\[(?i:citation needed)\])`)
	reference = pattern.New(`^(?:\[\d{1,3}(?:[,–-] ?\d{1,3})*\]|\(\d{1,2}\))`)
)
