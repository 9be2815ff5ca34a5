package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the word as it is looked for: in lower case, without accents on
// Latin and Greek letters, in the compatibility form of Unicode (NFKC), with
// plain apostrophes, without soft hyphens, zero-width characters and bidi
// controls, joined where a line end broke it, and with a letter of another
// script that only looks like its own read as what it looks like. It is for
// finding: two words of one folding may still differ.
//
// A word in lower-case ASCII is returned as it is; it costs a look at its bytes.
func Fold(word string) string {
	upper := false
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf || c == '-' || c == '\n' {
			return foldSlow(word)
		}
		upper = upper || 'A' <= c && c <= 'Z'
	}
	if upper {
		return strings.ToLower(word)
	}
	return word
}

func foldSlow(word string) string {
	word = unmix(norm.NFKD.String(join(strings.ToValidUTF8(word, "\uFFFD"))))
	var b strings.Builder
	for _, r := range dropMarks(word) {
		r = unicode.ToLower(r)
		if s, ok := spelt[r]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteRune(r)
	}
	return norm.NFC.String(unmix(b.String())) // a small letter may look like another one than its capital
}

// Whole is the word as it was meant to be written: without soft hyphens and the
// like, joined where a line end broke it, its ligatures as letters (ﬁ is fi), letters
// that have their type or their width in them as plain ones (𝐖𝐞, Ｗｅ) and letters with
// their accents as one character each. Unlike [Fold] it keeps all that is a difference
// to a reader.
func Whole(word string) string {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c == '-' || c == '\n' || c == '\r' {
			return norm.NFC.String(plain(ligatures.Replace(join(word))))
		}
	}
	return word
}

// plain is a word with plain letters for those of mathematics, with which posts are set
// in bold, and for those as wide as Chinese ones.
func plain(word string) string {
	if strings.IndexFunc(word, isStyled) < 0 {
		return word
	}
	var b strings.Builder
	for _, r := range word {
		if isStyled(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// IsCast reports whether r carries its type with it: two letters cast as one (ﬁ), a letter
// of mathematics or a wide one. [Whole] gives the plain letters.
func IsCast(r rune) bool { return 'ﬀ' <= r && r <= 'ﬆ' || isStyled(r) }

func isStyled(r rune) bool {
	return r >= 0x1d400 && r <= 0x1d7ff || r >= 0xff01 && r <= 0xff5e ||
		r >= 0x2102 && r <= 0x2134 && strings.ContainsRune(olderStyled, r)
}

// olderStyled are letters of mathematics that Unicode had before the others, so that their
// alphabets have gaps: 𝑡ℎ𝑒.
const olderStyled = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ"

// ligatures are letters that printers cast as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// dropMarks takes out the accents that make no other letter.
func dropMarks(word string) string {
	base := rune(0) // the letter that a mark stands on
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r): // of a mark that stood alone
			return -1
		case !unicode.Is(unicode.Mn, r):
			base = unicode.ToLower(r)
			return r
		}
		if keepMark(base, r) {
			return r
		}
		return -1
	}, word)
}

// join takes out what a line end or a typesetter put into the word: a hyphen
// with the white space (and the number of a line, or the times of a caption) after it,
// and characters without a width.
func join(word string) string {
	var b strings.Builder
	broken, spaced := false, false
	for i, r := range word {
		switch {
		case r == '\u00AD':
			broken = true
		case Invisible(r):
		case unicode.IsSpace(r):
			spaced = true
		case broken && spaced && (unicode.IsDigit(r) || strings.ContainsRune(":.,->", r)):
		case isHyphen(r) && i > 0 && strings.ContainsAny(word[i:], "\n\r\u2028"):
			broken = true
		default:
			b.WriteRune(r)
			broken, spaced = false, false
		}
	}
	return b.String()
}

// Invisible reports whether r has no width and no meaning of its own inside a
// word: a soft hyphen, a zero-width space or joiner, a byte order mark, a bidi
// control.
func Invisible(r rune) bool {
	switch {
	case r == '\u00AD', r == '\uFEFF', r == '\u061C', r == '\u180E':
		return true
	case '\u200B' <= r && r <= '\u200F', '\u202A' <= r && r <= '\u202E', '\u2060' <= r && r <= '\u2069':
		return true
	case '\uFE00' <= r && r <= '\uFE0F':
		return true
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// keepMark reports whether a mark changes the letter: a breve makes another
// letter of a Cyrillic и, an accent on a Latin е only a stress or another
// spelling. Marks of other scripts are vowels.
func keepMark(base, mark rune) bool {
	switch {
	case unicode.Is(unicode.Latin, base), unicode.Is(unicode.Greek, base):
		return false
	case unicode.Is(unicode.Cyrillic, base):
		return mark == '\u0306' || mark == '\u0308' && unicode.ToLower(base) != 'е'
	case unicode.Is(unicode.Arabic, base), unicode.Is(unicode.Hebrew, base):
		return false
	}
	return true
}

// spelt are the letters that have no decomposition and a usual spelling in
// plain ones, and typographic marks with a plain one.
var spelt = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th",
	'ł': "l", 'ħ': "h", 'ı': "i", 'ŧ': "t", 'ŋ': "n", 'ĸ': "k", 'ƒ': "f", 'ς': "σ",
	'’': "'", '‘': "'", 'ʼ': "'", '´': "'", '`': "'", '′': "'", '‛': "'",
	'‐': "-", '‑': "-", '−': "-",
}

// MixedScript reports whether the word has letters of two scripts that look
// alike (Latin, Cyrillic, Greek), as no honest word has.
func MixedScript(word string) bool {
	latin, other := false, false
	for _, r := range word {
		switch scriptOf(r) {
		case 'L':
			latin = true
		case 'C', 'G':
			other = true
		}
		if latin && other {
			return true
		}
	}
	return false
}

// scriptOf is L, C or G for a Latin, Cyrillic or Greek letter, 0 for all else.
func scriptOf(r rune) byte {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return 'L'
		}
	case r == 'µ', r == 'ª', r == 'º':
	case unicode.Is(unicode.Latin, r):
		return 'L'
	case unicode.Is(unicode.Cyrillic, r):
		return 'C'
	case unicode.Is(unicode.Greek, r):
		return 'G'
	}
	return 0
}

// unmix reads each letter of a word in mixed scripts as what it looks like in
// the script that most of them are of; Latin where they are as many.
func unmix(word string) string {
	if !MixedScript(word) {
		return word
	}
	n := map[byte]int{}
	for _, r := range word {
		n[scriptOf(r)]++
	}
	from, to := cyrillic+greek, latinCyrillic+latinGreek
	switch {
	case n['C'] > n['L'] && n['C'] >= n['G']:
		from, to = latinCyrillic, cyrillic
	case n['G'] > n['L']:
		from, to = latinGreek, greek
	}
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(from, r); i >= 0 {
			return nth(to, utf8.RuneCountInString(from[:i]))
		}
		return r
	}, word)
}

func nth(s string, n int) rune { return []rune(s)[n] }

// The letters that look alike, pair by pair. (After Unicode's confusables.)
const (
	latinCyrillic = "aceopxyijsdhqwkmtbABCEHIJKMOPSTXY"
	cyrillic      = "асеорхуіјѕԁһԛԝкмтвАВСЕНІЈКМОРЅТХУ"
	latinGreek    = "aoikpuntvABEHIKMNOPTXYZ"
	greek         = "αοικρυητνΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"
)
