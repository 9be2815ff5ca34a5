package normalize

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Characters without a width, which say where a word may be parted or which way it runs.
// Pages set them by program into every longer word, messengers around every name, and
// nobody sees them; who looks words up, names and the verb behind a quote among them,
// finds “Pres-ident” and “in-sisted”. So they are no part of a text. They are taken out
// of it once it has been read, whatever the format: one pass, and none where there are none.

// withoutUnseen takes what is not seen out of the page's text, and moves all that points
// into it.
func (p *Page) withoutUnseen() {
	cuts := unseen(p.Text)
	if len(cuts) == 0 {
		return
	}
	p.withoutCuts(cuts)
	p.eachName(seen)
}

// withoutCuts takes the cuts out of the page's text, and moves all that points into it.
func (p *Page) withoutCuts(cuts []text.Span) {
	if !p.Extracted {
		p.Map = p.Map.Without(cuts, len(p.Text))
	}
	p.Text = without(p.Text, cuts)
	p.move(newMover(cuts))
}

// eachName gives f what the page says of itself, and the names beside its text.
func (p *Page) eachName(f func(*string)) {
	for _, s := range []*string{&p.Meta.Title, &p.Meta.Byline, &p.Meta.Credit, &p.Meta.Dateline, &p.Meta.Speaker} {
		f(s)
	}
	for i := range p.Anchors {
		f(&p.Anchors[i].Voice)
	}
	for i := range p.Posts {
		f(&p.Posts[i].Author)
	}
}

// seen takes what is not seen out of a text by itself.
func seen(s *string) { *s = without(*s, unseen(*s)) }

// unseen is where t has characters that nobody sees.
func unseen(t string) (out []text.Span) {
	if !mayHaveUnseen(t) {
		return nil
	}
	last := rune(0)
	for i := 0; i < len(t); {
		if t[i] < utf8.RuneSelf {
			last = rune(t[i])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:])
		if isUnseen(r) && unseenBetween(last, r, t[i+n:]) {
			out = append(out, text.Span{Start: i, End: i + n})
		} else {
			last = r
		}
		i += n
	}
	return out
}

// mayHaveUnseen looks for the first bytes of what is not seen, which is faster than to
// read letter by letter.
func mayHaveUnseen(t string) bool {
	for _, head := range [...]string{"\u00ad", "\xe2\x80", "\xe2\x81", "\ufeff", "\u061c", "\u180e"} {
		if strings.Contains(t, head) {
			return true
		}
	}
	return false
}

// isUnseen reports whether r may be left out of a text, between letters that it does not
// join.
func isUnseen(r rune) bool {
	return r >= '\u00ad' && text.Invisible(r) && (r < '\ufe00' || r > '\ufe0f')
}

// unseenBetween reports whether r says nothing between the letter last and the text rest:
// a soft hyphen at the end of a line has parted a word there, and joiners shape the letters
// of some scripts and the pictures of emoji.
func unseenBetween(last, r rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch r {
	case '\u00ad':
		return rest != "" && !unicode.IsSpace(next)
	case '\u200c', '\u200d':
		return isWestern(last) && isWestern(next)
	}
	return true
}

func isWestern(r rune) bool { return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) }

// without is t without the bytes of the cuts.
func without(t string, cuts []text.Span) string {
	if len(cuts) == 0 {
		return t
	}
	var b strings.Builder
	b.Grow(len(t))
	at := 0
	for _, c := range cuts {
		b.WriteString(t[at:c.Start])
		at = c.End
	}
	b.WriteString(t[at:])
	return b.String()
}

// A mover moves spans of a text to where they are once the cuts are taken out.
type mover struct {
	cuts []text.Span
	gone []int // bytes, before each cut
}

func newMover(cuts []text.Span) mover {
	m := mover{cuts: cuts, gone: make([]int, len(cuts)+1)}
	for i, c := range cuts {
		m.gone[i+1] = m.gone[i] + c.Len()
	}
	return m
}

// at is where byte i of the text is; of what is cut, where that was.
func (m mover) at(i int) int {
	k := sort.Search(len(m.cuts), func(k int) bool { return m.cuts[k].End > i })
	if k < len(m.cuts) && m.cuts[k].Start < i {
		i = m.cuts[k].Start
	}
	return i - m.gone[k]
}

func (m mover) span(s *text.Span) { s.Start, s.End = m.at(s.Start), m.at(s.End) }

// move moves all that points into the page's text.
func (p *Page) move(m mover) {
	p.Pieces, p.Cuts, p.Anchors = slices.Clone(p.Pieces), slices.Clone(p.Cuts), slices.Clone(p.Anchors)
	p.Bold, p.Posts = slices.Clone(p.Bold), slices.Clone(p.Posts)
	for i := range p.Pieces {
		m.span(&p.Pieces[i].Span)
	}
	for i := range p.Cuts {
		m.span(&p.Cuts[i].Span)
	}
	for i := range p.Anchors {
		m.span(&p.Anchors[i].Span)
	}
	for i := range p.Bold {
		m.span(&p.Bold[i])
	}
	for i := range p.Posts {
		m.span(&p.Posts[i].Span)
		m.span(&p.Posts[i].Label)
	}
	m.span(&p.Meta.TitleSpan)
	m.span(&p.Meta.BylineSpan)
	m.span(&p.Meta.PublishedSpan)
}
