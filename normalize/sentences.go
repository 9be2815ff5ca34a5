package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// The sentences of a block. Unicode's segmentation (UAX 29) ends a sentence
// after every full stop before a capital, Mr. and p.m. included; trained
// splitters (Punkt) learn abbreviations but need a corpus and forget offsets.
// Here a boundary is a question asked at each gap between two words: which
// mark stands in it, what closes after the mark, what stands before and after.
// Most gaps are one blank and cost one comparison. The words that the answer
// depends on are data: endings, starters, says.

// gap is what stands between two words, as far as sentences go.
type gap struct {
	mark   string // the marks that may end a sentence: ".", "?!", ". . ."
	touch  bool   // the first mark touches the word before
	closed bool   // a closing quotation mark or bracket follows the mark
	quoted bool   // that closing mark is a quotation mark
	spaced bool   // white space stands after the marks
	opened bool   // an opening quotation mark or bracket stands before the next word
	end    int    // where in the gap the sentence would end
}

// readGap reads the gap s. It has no mark where nothing in it can end a
// sentence.
func readGap(s string) gap {
	start := terminatorAt(s)
	if start < 0 || inBrackets(s, start) {
		return gap{}
	}
	g := gap{touch: strings.Trim(s[:start], closers+"°º%") == ""}
	end := start + marksLen(s[start:])
	g.mark = s[start:end]
	if g.touch && strings.HasPrefix(g.mark, ". . . .") && end == len(strings.TrimRight(s, " ")) {
		g.mark, end = ".", start+1 // the full stop, and an ellipsis that opens the next sentence
	}
	end += footnote(s[end:])
	for k := closersLen(s[end:]); k > 0; k = closersLen(s[end:]) {
		g.closed, g.quoted = true, g.quoted || strings.Trim(s[end:end+k], ")]") != ""
		end += k
		end += marksLen(s[end:]) // of the sentence around the one in brackets
	}
	end += footnote(s[end:])
	end += smiley(s[end:])
	rest := s[end:]
	g.end, g.spaced = end, rest != "" && unicode.IsSpace(firstRune(rest))
	g.opened = strings.Trim(rest, " \t\n([") != ""
	return g
}

// smiley is the length of a face made of marks, with the blank before it, or of
// a bracket that closes behind a blank, at the start of s; or 0.
func smiley(s string) int {
	for _, face := range [...]string{" )", " :)", " :-)", " ;)", " ;-)", " :(", " :-("} {
		if strings.HasPrefix(s, face) {
			return len(face)
		}
	}
	return 0
}

// marksLen is the length of the marks at the start of s that may end a
// sentence, those of an ellipsis set with blanks among them.
func marksLen(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if k := spacedDots(s[n:]); k > 0 && n > 0 {
			size = k
		} else if !isTerminator(r) {
			break
		}
		n += size
	}
	return n
}

const closers = `"”’'»)]›」』`

const terminators = ".!?…。！？｡．؟।։"

// terminatorAt is where the first mark stands in s that may end a sentence, or -1. Most
// gaps are ASCII and have none.
func terminatorAt(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '.', c == '!', c == '?':
			return i
		case c >= utf8.RuneSelf:
			if k := strings.IndexAny(s[i:], terminators); k >= 0 {
				return i + k
			}
			return -1
		}
	}
	return -1
}

func isTerminator(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return strings.ContainsRune(terminators, r)
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// spacedDots is the length of a blank before one more dot of an ellipsis set
// with blanks (. . .) at the start of s, or 0.
func spacedDots(s string) int {
	for _, dot := range [...]string{" .", "\u00a0.", "\u2009."} {
		if strings.HasPrefix(s, dot) {
			return len(dot) - 1
		}
	}
	return 0
}

// inBrackets reports whether the mark at i of s stands in brackets of its own,
// as in [...] and (?).
func inBrackets(s string, i int) bool {
	open := strings.LastIndexAny(s[:i], "[(")
	return open >= 0 && strings.IndexAny(s[i:], "])") > 0 && strings.Trim(s[open+1:i], " ") == ""
}

// footnote is the length of a footnote mark at the start of s, or 0.
func footnote(s string) int {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰†‡", r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}

// A splitter finds the sentences of one block.
type splitter struct {
	t     string      // the block's text
	at    int         // where it begins in the document's text
	words []text.Word // of the block
	first int         // the first word of the sentence
	list  []int       // words that are markers of a list on one line
}

func (s *splitter) word(i int) string {
	return s.t[int(s.words[i].Start)-s.at : int(s.words[i].End)-s.at]
}

// between is the text between words i and i+1.
func (s *splitter) between(i int) string {
	return s.t[int(s.words[i].End)-s.at : int(s.words[i+1].Start)-s.at]
}

// appendSentences appends the sentences of the block t, whose words are
// words[from:], to out.
func appendSentences(out []text.Sentence, t string, at int, words []text.Word, from int) []text.Sentence {
	s := &splitter{t: t, at: at, words: words[from:]}
	if len(s.words) == 0 {
		return out
	}
	s.list = inlineList(s)
	start := 0 // of the sentence, in t
	for i := range s.words {
		if i == len(s.words)-1 {
			break
		}
		g := s.between(i)
		if g == " " && !endsInPoint(s.word(i)) && s.list == nil {
			continue
		}
		end := s.boundary(i, g)
		if end < 0 {
			continue
		}
		end += int(s.words[i].End) - at
		out = append(out, sentenceOf(t, at, start, end, text.Range{Start: from + s.first, End: from + i + 1}))
		start, s.first = end, i+1
	}
	return append(out, sentenceOf(t, at, start, len(t), text.Range{Start: from + s.first, End: from +
		len(s.words)}))
}

func endsInPoint(w string) bool { return w[len(w)-1] == '.' }

// sentenceOf is the sentence t[start:end] without the white space around it.
func sentenceOf(t string, at, start, end int, words text.Range) text.Sentence {
	s := t[start:end]
	start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	end = start + len(strings.TrimSpace(s))
	return text.Sentence{Span: text.Span{Start: at + start, End: at + end}, Words: words}
}

// boundary is where in the gap after word i the sentence ends, or -1.
func (s *splitter) boundary(i int, between string) int {
	if k, ok := s.listMarker(i, between); ok {
		return k
	}
	if k, ok := s.noteMark(i, between); ok {
		return k
	}
	if k := smiley(between); k > len(" )") && startsUpper(s.word(i+1)) && k < len(between) &&
		unicode.IsSpace(firstRune(between[k:])) {
		return k // a face stands for the full stop
	}
	w := s.word(i)
	g := readGap(between)
	if endsInPoint(w) {
		if !s.afterAbbreviation(i, g, between) {
			return -1
		}
		if g.mark == "" {
			return closersLen(between)
		}
		return g.end
	}
	if g.mark == "" || !s.ends(i, g) {
		return -1
	}
	return g.end
}

// noteMark decides about the gaps around a footnote mark in brackets that
// touches the full stop before it: the sentence ends behind it.
func (s *splitter) noteMark(i int, between string) (end int, ok bool) {
	if strings.HasSuffix(between, ".[") && startsDigit(s.word(i+1)) {
		return -1, true
	}
	if i > s.first && strings.HasPrefix(between, "]") && startsDigit(s.word(i)) &&
		strings.HasSuffix(s.between(i-1), ".[") {
		return 1, startsUpper(s.word(i + 1))
	}
	return 0, false
}

func closersLen(s string) int {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune(closers, r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}

// ends decides about a mark that is no part of the word before.
func (s *splitter) ends(i int, g gap) bool {
	next := s.word(i + 1)
	switch {
	case isWide(g.mark):
		return true
	case !g.spaced && !g.opened:
		return s.missingSpace(i, g)
	case startsLower(next):
		return s.beforeLower(i, g)
	case isEllipsis(g.mark):
		return strings.Count(g.mark, ".") > 3 || next != "I" && !g.opened
	case g.mark == "." && g.touch && (!g.closed || isMarker(s.word(i))):
		return s.afterWord(i, g)
	case g.mark[0] != '.' && g.quoted && startsUpper(next):
		return !s.saidNext(i + 1)
	}
	return true
}

// beforeLower decides about a mark before a word in lower case: people who do
// not care for capitals begin sentences so, but so goes on what follows a
// quotation, an ellipsis, an abbreviation, a name such as Yahoo!.
func (s *splitter) beforeLower(i int, g gap) bool {
	w := s.word(i)
	if g.closed || g.opened || isEllipsis(g.mark) {
		return false
	}
	if g.mark != "." {
		return len(g.mark) > 1 || !startsUpper(w) || i == s.first || !g.touch
	}
	if !g.touch {
		return false
	}
	if endings.Of(strings.ToLower(w)) != 0 || len(w) < 2 ||
		!strings.ContainsAny(w, "aeiouyAEIOUYаеиоуыэюя0123456789") {
		return false
	}
	return !startsUpper(w) || len(w) > 5 || i == s.first || isUpper(w)
}

// isWide reports whether the mark is one of those that take no blank.
func isWide(mark string) bool {
	return strings.ContainsRune("。！？｡．", firstRune(mark))
}

func isEllipsis(mark string) bool {
	if strings.ContainsAny(mark, "?!") {
		return false
	}
	return strings.HasPrefix(mark, "..") || strings.HasPrefix(mark, ". .") || strings.HasPrefix(mark, "…")
}

// afterWord decides about a full stop that follows word i and is followed by a
// capital, a number or an opening mark.
func (s *splitter) afterWord(i int, g gap) bool {
	w, next := s.word(i), s.word(i+1)
	if i == s.first && isMarker(w) && i == 0 {
		return false // "1. The first"
	}
	if isInitial(w) {
		return starters.Has(strings.ToLower(next)) && i > s.first // not after "Q."
	}
	e, known := endings.Find(strings.ToLower(w))
	if !known || e == proper && startsLower(w) {
		return true
	}
	return s.mayEnd(e, i, g)
}

// mayEnd decides after an abbreviation.
func (s *splitter) mayEnd(e ending, i int, g gap) bool {
	next := s.word(i + 1)
	isStarter := starters.Has(strings.ToLower(next)) && startsUpper(next)
	switch e {
	case never, title:
		return false
	case number:
		letter := len(next) == 1 && startsUpper(next) // No. I, not: we said no. I stayed
		return !startsDigit(next) && (!letter || next == "I" && (s.answers(i) || startsLower(s.word(i))))
	case hour:
		return !s.openingHour(i) && !strings.HasSuffix(s.between(i), "(")
	}
	return isStarter || g.opened || g.closed
}

// answers reports whether word i, an abbreviation elsewhere, is an answer: it
// stands alone, or behind a comma or the speaker's label. No. I do not.
func (s *splitter) answers(i int) bool {
	return i == s.first || strings.HasPrefix(s.between(i-1), ",") || strings.HasPrefix(s.between(i-1), ":")
}

// openingHour reports whether the sentence so far is only a time: "At 5 a.m.".
func (s *splitter) openingHour(i int) bool {
	return i-s.first <= 3 && startsUpper(s.word(s.first)) && starters.Has(strings.ToLower(s.word(s.first)))
}

// afterAbbreviation decides after a word that has its full stop in itself.
func (s *splitter) afterAbbreviation(i int, g gap, between string) bool {
	next := s.word(i + 1)
	if startsLower(next) || between == "" || !strings.ContainsFunc(between, unicode.IsSpace) {
		return false
	}
	if g.mark != "" {
		return true
	}
	if strings.TrimFunc(between, besideWords) != "" {
		return false // a comma, a dash
	}
	w := strings.TrimSuffix(strings.ToLower(s.word(i)), ".")
	e, known := endings.Find(w)
	if !known {
		e = either
	}
	rest := strings.TrimSpace(between[closersLen(between):])
	return s.mayEnd(e, i, gap{opened: rest != "" && strings.Trim(rest, "([") != "",
		closed: closersLen(between) > 0})
}

// besideWords reports whether r may stand between two words of which no mark
// parts one: a blank, a quotation mark, a bracket.
func besideWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(closers, r) || strings.ContainsRune(openers, r)
}

const openers = `"“‘'«([‹「『`

// missingSpace decides about a mark that touches the words on both sides, as
// in "on Tuesday.The".
func (s *splitter) missingSpace(i int, g gap) bool {
	w, next := s.word(i), s.word(i+1)
	if g.mark[0] != '.' && !g.closed && startsLower(next) {
		return !s.inAddress(i)
	}
	if !startsUpper(next) || len(next) > 1 && isUpper(next) ||
		len([]rune(next)) == 1 && next != "I" && next != "A" {
		return false
	}
	isStarter := starters.Has(strings.ToLower(next))
	if isInitial(w) || domains.Has(strings.ToLower(next)) || endings.Of(strings.ToLower(w)) != 0 && !isStarter {
		return false
	}
	if !g.closed && startsUpper(w) && !isStarter && !isUpper(w) && i > s.first && s.between(i-1) != " " {
		return false
	}
	return !s.inAddress(i)
}

// inAddress reports whether the letters around the gap after word i are an
// address of the net.
func (s *splitter) inAddress(i int) bool {
	lo, hi := int(s.words[i].Start)-s.at, int(s.words[i+1].End)-s.at
	for lo > 0 && !asciiSpace(s.t[lo-1]) && hi-lo < 300 {
		lo--
	}
	for hi < len(s.t) && !asciiSpace(s.t[hi]) && hi-lo < 300 {
		hi++
	}
	t := s.t[lo:hi]
	return strings.ContainsAny(t, "@/\\_=") || strings.HasPrefix(t, "www.")
}

func asciiSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// saidNext reports whether a verb of saying stands at word i or behind a name
// that begins there.
func (s *splitter) saidNext(i int) bool {
	if i < len(s.words) && starters.Has(strings.ToLower(s.word(i))) {
		return false
	}
	for k := i; k < min(i+4, len(s.words)); k++ {
		if says.Has(strings.ToLower(s.word(k))) {
			return true
		}
		if k > i && startsLower(s.word(k)) || k+1 < len(s.words) && s.between(k) != " " && s.between(k) != ". " {
			return false
		}
	}
	return false
}

func startsLower(w string) bool { return unicode.IsLower(firstRune(w)) }
func startsUpper(w string) bool { return unicode.IsUpper(firstRune(w)) }
func startsDigit(w string) bool { return unicode.IsDigit(firstRune(w)) }
func isUpper(w string) bool     { return strings.ToUpper(w) == w && strings.ToLower(w) != w }

// isInitial reports whether w is a single capital letter.
func isInitial(w string) bool {
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsUpper(r)
}
