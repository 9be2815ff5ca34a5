package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/text"
)

const (
	longestWord  = 60 // bytes of a word in which letters are marked
	shortestWord = 4
)

// letters are those of two words that differ, if most are the same: go-diff tells
// them, without its time limit, which would make the answer depend on the machine.
// The marks around them take no part, and of two numbers none are marked.
func letters(old, new string) (left, right []text.Span) {
	a, x := core(old)
	b, y := core(new)
	switch figure := func(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }; {
	case max(len(x), len(y)) > longestWord, min(len(x), len(y)) < shortestWord:
		return nil, nil
	case !utf8.ValidString(x) || !utf8.ValidString(y), figure(x) || figure(y):
		return nil, nil
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	same := 0
	for _, d := range dmp.DiffCleanupSemantic(dmp.DiffMain(x, y, false)) {
		n := len(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			a, b, same = a+n, b+n, same+n
		case diffmatchpatch.DiffDelete:
			left, a = append(left, text.Span{Start: a, End: a + n}), a+n
		case diffmatchpatch.DiffInsert:
			right, b = append(right, text.Span{Start: b, End: b + n}), b+n
		}
	}
	if 3*same < 2*max(len(x), len(y)) || len(left)+len(right) > 3 {
		return nil, nil
	}
	return left, right
}

// core is a word without the marks around it, and where it begins.
func core(word string) (at int, letters string) {
	letters = strings.TrimLeftFunc(word, display.IsMark)
	return len(word) - len(letters), strings.TrimRightFunc(letters, display.IsMark)
}
