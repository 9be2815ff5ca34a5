package normalize

import (
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/words"
)

// The language of a text, by its script and, where several languages share
// one, by its commonest words. A report has hundreds of these; a line may have
// none, and then has no language.

// A common word is one of the function words of some language, in lower case. A
// word of two languages counts for both.
type commonWords struct {
	languages []string          // in their order; language k is bit k
	of        map[string]uint32 // the languages that have a word
	lengths   lengths
}

// lengths are the lengths in bytes that the words of a list have which begin with a
// byte, a bit each, of words of 63 bytes at most: most words of a text have others, and
// need not be looked up.
type lengths [256]uint64

func (l *lengths) add(w string) { l.addAt(w[0], w) }

// addAt adds the length of a word that begins with another byte in capitals.
func (l *lengths) addAt(first byte, w string) { l[first] |= 1 << len(w) }

// may reports whether a word may be one of the list.
func (l *lengths) may(w string) bool { return w != "" && len(w) < 64 && l[w[0]]>>len(w)&1 == 1 }

// has reports whether a word in lower case is a function word of some language.
func (c *commonWords) has(w string) bool { return c.lengths.may(w) && c.of[w] != 0 }

var common = sync.OnceValue(func() *commonWords {
	c := &commonWords{of: map[string]uint32{}}
	for k, list := range words.Read("languages") {
		c.languages = append(c.languages, list.Name)
		for _, line := range list.Lines {
			for w := range strings.FieldsSeq(line) {
				c.of[w] |= 1 << k
				c.lengths.add(w)
			}
		}
	}
	return c
})

// scripts are the scripts that one language has nearly to itself.
var scripts = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "zh"}, {unicode.Hangul, "ko"},
	{unicode.Arabic, "ar"},
	{unicode.Hebrew, "he"}, {unicode.Greek, "el"}, {unicode.Thai, "th"}, {unicode.Devanagari, "hi"},
	{unicode.Armenian, "hy"},
	{unicode.Georgian, "ka"}, {unicode.Ethiopic, "am"}, {unicode.Bengali, "bn"}, {unicode.Myanmar, "my"},
}

// ownScripts are the languages that are told by their scripts.
var ownScripts = []string{"zh", "ko", "ar", "he", "el", "th", "hi", "hy", "ka", "am", "bn", "my"}

// Language is the language that a text is in, as in "en", or "" where that is
// unclear: short texts seldom tell. It looks at the first 2000 words.
func Language(s string) string {
	return language(strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' &&
			r != '’'
	}))
}

// language is the language that the words are in, or "" where that is unclear.
// It looks at the first 2000 of them.
func language(words []string) string {
	known, votes := common(), map[string]int{}
	times := make([]int, len(known.languages))
	n := min(len(words), 2000)
	for _, w := range words[:n] {
		r, _ := utf8.DecodeRuneInString(w)
		if r >= 0x370 && !unicode.Is(unicode.Cyrillic, r) {
			votes[scriptLanguage(r)]++
			continue
		}
		if w = strings.ToLower(w); !known.lengths.may(w) {
			continue
		}
		for of := known.of[w]; of != 0; of &= of - 1 {
			times[bits.TrailingZeros32(of)]++
		}
	}
	for k, lang := range known.languages {
		votes[lang] += times[k]
	}
	if votes["ja"]*20 > n { // kana among the Han
		return "ja"
	}
	best, second := "", 0
	for _, lang := range slices.Concat(known.languages, ownScripts) {
		if votes[lang] > votes[best] {
			best, second = lang, votes[best]
			continue
		}
		second = max(second, votes[lang])
	}
	if best == "" || votes[best]*10 < n || votes[best] < second+2 {
		return ""
	}
	return best
}

func scriptLanguage(r rune) string {
	for _, s := range scripts {
		if unicode.Is(s.table, r) {
			return s.lang
		}
	}
	return ""
}

// script is a coarse name for the script of r: L(atin), C(yrillic), A for any
// other one; 0 for what is no letter.
func script(r rune) byte {
	switch {
	case r < utf8.RuneSelf && ('a' <= r|0x20 && r|0x20 <= 'z'), r >= 0xC0 && r < 0x250:
		return 'L'
	case unicode.Is(unicode.Cyrillic, r):
		return 'C'
	case unicode.IsLetter(r):
		return 'A'
	}
	return 0
}
