package normalize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/normalize/internal/pattern"
	"github.com/quoteprov/quoteprov/text"
)

// What a transcript notes without anybody saying it: (APPLAUSE), [laughter],
// (inaudible), the time of a line. It stands in brackets, which hold nothing
// but words from a short list.

// stageCuts adds to cuts, in order, what stands at s of t without being said.
func stageCuts(t string, s text.Span, cuts []text.Removal) []text.Removal {
	part := masked(t, s, cuts)
	given, at := len(cuts), 0
	if n := timeCodeLen(part); n > 0 {
		cuts = append(cuts, text.Removal{Span: text.Span{Start: s.Start, End: s.Start +
			len(strings.TrimSpace(part[:n]))}, Reason: "time code"})
		at = n
	}
	if isInterjection(part[at:]) {
		cuts = append(cuts, text.Removal{Span: text.Span{Start: s.Start + at, End: s.End}, Reason: "stage direction"})
		at = len(part)
	}
	if strings.Contains(part, "olumn ") && printedColumn().MatchString(part) { // a pattern is slow
		return append(cuts[:given], text.Removal{Span: s, Reason: "page number"})
	}
	cuts = rangeCuts(part, s.Start, cuts)
	for {
		i := strings.IndexAny(part[at:], "([")
		if i < 0 {
			break
		}
		at += i
		n, reason := bracketed(part, at)
		if n > 0 {
			cuts = append(cuts, text.Removal{Span: text.Span{Start: s.Start + at, End: s.Start + at + n},
				Reason: reason})
		}
		at += max(n, 1)
	}
	if len(cuts) > max(given, 1) {
		cuts = apart(cuts)
	}
	return cuts
}

// isInterjection reports whether a line notes that somebody spoke out of turn: “Mr
// Marrow interjecting—”. Who breaks off with the word (“And he kept interjecting—”) gives
// nobody's title right before it.
func isInterjection(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t\r\n"))
	if len(line) >= 100 || !strings.ContainsRune("—–-", last) {
		return false
	}
	said := func(phrase []string) bool { return strings.Contains(line, phrase[0]) }
	return slices.ContainsFunc(interjections.All(), said) && interjected().MatchString(line)
}

var (
	interjections = words.Phrases("stage", "interjections")
	interjected   = pattern.New(
		`^\s*(?:[\p{L}\p{M}.'’-]+ ){0,3}(?i:%s)\.? (?:\p{Lu}[\p{L}\p{M}.'’-]* ){0,3}(?:%s)\s*[—–-]+\s*$`,
		words.Phrases("stage", "interjectors"), interjections,
	)
)

// printedPage is where a page of a printed record began: [[Page S697]].
var printedPage = pattern.New(`^\[\[(?i:page) \pL{0,3}\d{1,6}\]\]`)

// printedColumn is where a column of a printed record began, alone in its line: Column 421WH.
var printedColumn = pattern.New(`^\s*(?i:column) \d{1,5}[A-Z]{0,3}\s*$`)

// bracketed is the length of a stage direction in brackets at byte at of t, and
// what kind it is; 0 where none stands there.
func bracketed(t string, at int) (int, string) {
	b := t[at:]
	if strings.HasPrefix(b, "[[") {
		if m := printedPage().FindString(b); m != "" {
			return len(m), "page number"
		}
	}
	end := strings.IndexAny(b[:min(len(b), 80)], ")]")
	if end < 2 || b[0] == '(' && b[end] != ')' || b[0] == '[' && b[end] != ']' {
		return 0, ""
	}
	inner := b[1:end]
	if strings.ContainsAny(inner, "\r\n") {
		inner = brokenWord().ReplaceAllString(inner, "")
	}
	if isClock(inner) && b[0] == '[' {
		return end + 1, "time code"
	}
	alone := standsApart(t[:at], inner, b[end+1:])
	if !alone && strings.ContainsAny(inner, "0123456789$%") || !noted(inner, alone, b[0] == '[') {
		return 0, ""
	}
	return end + 1, "stage direction"
}

// noted reports whether the words in a bracket are such as only those who wrote
// down a speech put there.
func noted(inner string, alone, square bool) bool {
	sure := alone || square || strings.ToUpper(inner) == inner
	known := false
	for w := range strings.FieldsFuncSeq(inner, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' &&
			r != '’'
	}) {
		switch w = strings.ToLower(w); {
		case stageWords.Has(w), sure && noteWords.Has(w), alone && sceneWords.Has(w):
			known = true
		case !stageLinks.Has(w) && !noteWords.Has(w) && !(sure && sceneLinks.Has(w)):
			return false
		}
	}
	return known
}

// standsApart reports whether a bracket stands between sentences and is one
// itself, with a capital and its own full stop; or is all of its paragraph.
func standsApart(before, inner, after string) bool {
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	if !startsUpper(inner) {
		return false
	}
	if before == "" && after == "" {
		return true
	}
	if last, _ := utf8.DecodeLastRuneInString(inner); !isTerminator(last) || last == '?' {
		return false // those who write down ask nothing
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, closers)); before != "" &&
		!isTerminator(last) && last != ':' && last != '—' {
		return false
	}
	return after == "" || startsUpper(after) || strings.ContainsRune(openers+`"(`, firstRune(after))
}

// brokenWord is a hyphen at a line end.
var brokenWord = pattern.New(`-[ \t]*[\r\n]\s*`)

// stageWords are what transcripts put in brackets, noteWords what they do in
// square brackets, in capitals, or as a sentence of its own only; stageLinks may
// stand beside them. sceneWords are what happens in a house, which they note as
// such a sentence alone; with sceneLinks, who did it, where.
var (
	stageWords = words.Set("stage", "stage-directions")
	noteWords  = words.Set("stage", "stage-notes")
	stageLinks = words.Set("stage", "stage-links")
	sceneWords = words.Set("stage", "scenes")
	sceneLinks = words.Set("stage", "scene-links")
)

// apart sorts the cuts and leaves out those that lie in another one.
func apart(cuts []text.Removal) []text.Removal {
	slices.SortStableFunc(cuts, func(a, b text.Removal) int { return a.Span.Start - b.Span.Start })
	out := cuts[:1]
	for _, c := range cuts[1:] {
		if c.Span.Start >= out[len(out)-1].Span.End {
			out = append(out, c)
		}
	}
	return out
}
