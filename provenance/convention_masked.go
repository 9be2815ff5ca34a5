package provenance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// Newspapers print a swear word with its letters masked: d---, f***ing. That is
// a way of writing it.

// masks reports words that one side masks.
func (p *pairing) masks() {
	for _, h := range p.holes {
		p.mask(h.q.Start, h.s.Start)
	}
	for i := range p.q.tokens {
		if p.soft(i) {
			p.mask(i, p.q.mates[i][0].at)
		}
	}
}

// mask reports the words at atoms i and j if one is the other's masked form.
func (p *pairing) mask(i, j int) {
	if i >= len(p.q.tokens) || j >= len(p.s.tokens) || p.q.told[i] || p.s.told[j] {
		return
	}
	a, b := p.q.token(i), p.s.token(j)
	if masked(p.q.d.Read(a), p.s.d.Read(b)) || masked(p.s.d.Read(b), p.q.d.Read(a)) {
		p.tell(Spelling, Minor, p.q.atomsIn(i, a), p.s.atomsIn(j, b))
	}
}

// longestToken is how many bytes of a token are read on either side of an atom.
const longestToken = 24

// token is what stands around an atom between blanks, without the marks at its
// ends that mask nothing.
func (s *side) token(i int) text.Span {
	w := s.d.Words[s.tokens[i].word].Span()
	lo, hi := max(0, w.Start-longestToken), min(len(s.d.Text), w.End+longestToken)
	before, after := s.d.Text[lo:w.Start], s.d.Text[w.End:hi]
	if k := strings.LastIndexFunc(before, unicode.IsSpace); k >= 0 {
		_, n := utf8.DecodeRuneInString(before[k:])
		before = before[k+n:]
	}
	if k := strings.IndexFunc(after, unicode.IsSpace); k >= 0 {
		after = after[:k]
	}
	outside := func(r rune) bool { return !unicode.IsLetter(r) && !maskRune(r) }
	before, after = strings.TrimLeftFunc(before, outside), strings.TrimRightFunc(after, outside)
	return text.Span{Start: w.Start - len(before), End: w.End + len(after)}
}

func maskRune(r rune) bool { return r == '*' || r == '-' || r == '_' }

// masked reports whether a is the word b with letters masked.
func masked(a, b string) bool {
	first, last := strings.IndexFunc(a, maskRune), strings.LastIndexFunc(a, maskRune)
	if first < 1 || last == first && a[first] != '*' || strings.ContainsFunc(b, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	head, tail := lower(a[:first]), lower(a[last+1:])
	if strings.ContainsFunc(a[first:last+1], unicode.IsLetter) {
		return false
	}
	b = lower(b)
	return len(b) > len(head)+len(tail) && strings.HasPrefix(b, head) && strings.HasSuffix(b, tail)
}

// atomsIn are the atoms of a token, from atom i on.
func (x *side) atomsIn(i int, s text.Span) trange {
	r := trange{Start: i, End: i + 1}
	for r.End < len(x.tokens) && s.Contains(x.d.Words[x.tokens[r.End].word].Span()) {
		r.End++
	}
	return r
}
