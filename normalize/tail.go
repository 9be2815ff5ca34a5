package normalize

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
)

// What stands around an article and is known by its place: the lines of a
// player in the page's language, the box about the author.

// otherLanguage sets aside the short lines in a script that is not the
// document's. A long one is a passage in another language, and stays.
func otherLanguage(lines []line) {
	n := map[byte]int{}
	for i := range lines {
		n[lines[i].script] += lines[i].n
	}
	main := byte('L')
	for _, s := range []byte{'C', 'A'} {
		if n[s] > n[main] {
			main = s
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.reason == "" && !l.kept && l.script != 0 && l.script != main && l.n <= 7 && !l.quoted &&
			len(l.text) < 80 && n[main] > 4*n[l.script] {
			l.reason = "other language"
		}
	}
}

// authorBox sets aside what a page says of its author at the end: the name on
// lines of its own, and a sentence on who that is.
func authorBox(lines []line) {
	for i := max(1, len(lines)-12); i < len(lines); i++ {
		l := &lines[i]
		name := &lines[i-1]
		if l.reason != "" || l.kept || name.n == 0 || name.n > 5 || name.ends ||
			!strings.HasPrefix(l.key, name.key+" ") {
			continue
		}
		if !aboutAuthor(l.key) {
			continue
		}
		l.reason = "author box"
		for k := i - 1; k >= 0 && lines[k].key == name.key; k-- {
			lines[k].reason = "author box"
		}
	}
}

// aboutAuthor reports whether a sentence says what an author's box says.
func aboutAuthor(key string) bool {
	for _, w := range strings.Fields(key) {
		if authorWords.Has(w) {
			return true
		}
	}
	return false
}

var authorWords = words.Set("pages", "author-words")
