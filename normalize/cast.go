package normalize

import (
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Letters that carry their type with them: two cast as one (ﬁ, ﬀ), bold ones of mathematics,
// wide ones. A page that a browser printed has them wherever its font does, so that
// Griﬃn is another name than Griffin, and who “conﬁrmed” has no verb of saying. What they
// are in is a matter of print: a text has the plain letters, and each leads to the bytes of
// the one it was cast in. One pass, and none where there are none.

// plainLetters puts plain letters in the page's text, and moves all that points into it.
func (p *Page) plainLetters() {
	cast, letters := castLetters(p.Text)
	if len(cast) == 0 {
		return
	}
	if !p.Extracted {
		p.Map = p.Map.Together(cast, len(p.Text))
	}
	b, cuts := []byte(p.Text), make([]text.Span, 0, len(cast))
	for i, s := range cast {
		s.Start += copy(b[s.Start:], letters[i])
		if s.Len() > 0 {
			cuts = append(cuts, s)
		}
	}
	p.Text = string(b)
	p.withoutCuts(cuts)
	p.eachName(func(s *string) { *s = plainOf(*s) })
}

// castLetters is where t has letters with their type in them, and what they are without.
func castLetters(t string) (cast []text.Span, letters []string) {
	for i := 0; i < len(t); {
		if t[i] < firstCast {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if s := castFrom(r, t[i:i+n]); s != "" {
			cast, letters = append(cast, text.Span{Start: i, End: i + n}), append(letters, s)
		}
		i += n
	}
	return cast, letters
}

// firstCast is the first byte of all such letters, ℎ to 𝟿.
const firstCast = 0xE2

// castFrom is the letters that r, whose bytes are s, was cast from; empty where it is
// a plain one, or they would take more bytes.
func castFrom(r rune, s string) string {
	if !text.IsCast(r) || !unicode.IsLetter(r) && !unicode.IsDigit(r) { // wide marks are Chinese
		return ""
	}
	if plain := text.Whole(s); len(plain) <= len(s) {
		return plain
	}
	return ""
}

// plainOf is s with plain letters.
func plainOf(s string) string {
	cast, letters := castLetters(s)
	for i := len(cast) - 1; i >= 0; i-- {
		s = s[:cast[i].Start] + letters[i] + s[cast[i].End:]
	}
	return s
}
