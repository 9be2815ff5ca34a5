package redline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/quoteprov/quoteprov/text"
)

// longestWord is how many bytes a word may have in which letters are marked.
const longestWord = 60

// letters are those of two words that differ, if most are the same: go-diff tells
// them, without its time limit, which would make the answer depend on the machine.
// Of two numbers none are marked.
func letters(old, new string) (left, right []text.Span) {
	figure := func(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }
	if len(old)+len(new) > 2*longestWord || !utf8.ValidString(old+new) || figure(old) || figure(new) {
		return nil, nil
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	a, b, same := 0, 0, 0
	for _, d := range dmp.DiffCleanupSemantic(dmp.DiffMain(old, new, false)) {
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
	if 2*same < max(len(old), len(new)) || len(left)+len(right) > 3 {
		return nil, nil
	}
	return left, right
}
