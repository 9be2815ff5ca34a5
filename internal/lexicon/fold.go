package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// fold is a word in lower case, without accents, its apostrophes typewritten.
func fold(word string) string {
	if plain(word) {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range text.Whole(word) {
		foldRune(&b, r)
	}
	return b.String()
}

func plain(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || c == '-' || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

func foldRune(b *strings.Builder, r rune) {
	switch {
	case r < utf8.RuneSelf:
		b.WriteRune(unicode.ToLower(r))
	case unicode.Is(unicode.Mn, r) || r == '\u00ad' || r == '\u200d':
	case r == '’' || r == '‘' || r == 'ʼ' || r == '´' || r == '′':
		b.WriteByte('\'')
	default:
		r = unicode.ToLower(r)
		if s, ok := base()[r]; ok {
			b.WriteString(s)
			return
		}
		b.WriteRune(r)
	}
}

// base leads from a letter with a mark to the letter without it.
var base = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d",
		'þ': "th", 'ł': "l", 'ı': "i", 'ħ': "h", 'ŋ': "n", 'ƒ': "f",
	}
	for plain, marked := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "c": "çćĉċč", "d": "ď", "e": "èéêëēĕėęěẹẻẽếềểễệ",
		"g": "ĝğġģǧ", "h": "ĥ", "i": "ìíîïĩīĭįǐỉị", "j": "ĵ", "k": "ķǩ", "l": "ĺļľŀ", "n": "ñńņňŉ",
		"o": "òóôõöōŏőơǒọỏốồổỗộớờởỡợ", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
		"u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżž",
	} {
		for _, r := range marked {
			m[r] = plain
		}
	}
	return m
})
