package display

import (
	"strings"
	"unicode"
)

// Letters is s in lower case without its signs, one space between words.
func Letters(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	}), " ")
}

// IsMark reports a character that belongs to no word and to no amount.
func IsMark(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("%$€£¥", r)
}
