package render

import (
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// maxRedline is the number of words, of both sides together, up to which a
// redline is drawn; nobody reads a longer one.
const maxRedline = 4000

// redline marks, word by word, what of source is not in quote and what of quote
// is not in source. It is for people: nothing is decided by it.
//
// go-diff compares runes, so every distinct word gets one, and surrogates,
// which are no runes, are passed over. Its time limit is off: it would make
// the answer depend on the machine's speed.
func redline(source, quote string, pen pen) (markedSource, markedQuote string) {
	a, b := strings.Fields(source), strings.Fields(quote)
	if len(a)+len(b) > maxRedline {
		return source, quote
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	ids := map[string]rune{}
	var left, right []string
	for _, d := range dmp.DiffCleanupSemantic(dmp.DiffMainRunes(runes(a, ids), runes(b, ids), false)) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			left, right = append(left, a[:n]...), append(right, b[:n]...)
			a, b = a[n:], b[n:]
		case diffmatchpatch.DiffDelete:
			left = append(left, mark(pen.gone, strings.Join(a[:n], " ")))
			a = a[n:]
		case diffmatchpatch.DiffInsert:
			right = append(right, mark(pen.put, strings.Join(b[:n], " ")))
			b = b[n:]
		}
	}
	return strings.Join(left, " "), strings.Join(right, " ")
}

// runes gives each word the rune of its identity: its letters and digits
// without regard to case and to the marks around it.
func runes(words []string, ids map[string]rune) []rune {
	out := make([]rune, len(words))
	for i, w := range words {
		key := strings.ToLower(strings.ReplaceAll(strings.TrimFunc(w, isMark), "’", "'"))
		if key == "" {
			key = w
		}
		if ids[key] == 0 {
			ids[key] = rune(len(ids) + 1)
			if ids[key] >= 0xD800 {
				ids[key] += 0x800
			}
		}
		out[i] = ids[key]
	}
	return out
}

func isMark(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("%$€£¥", r)
}
