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
	for i := range p.q {
		if p.soft(i) {
			p.mask(i, p.q[i].mates[0].at)
		}
	}
}

// mask reports the words at atoms i and j if one is the other's masked form.
func (p *pairing) mask(i, j int) {
	if i >= len(p.q) || j >= len(p.s) || p.q[i].told || p.s[j].told {
		return
	}
	a, b := token(p.report, p.q, i), token(p.transcript, p.s, j)
	if masked(p.report.Read(a), p.transcript.Read(b)) || masked(p.transcript.Read(b), p.report.Read(a)) {
		p.tell(Spelling, Minor, atomsIn(p.report, p.q, i, a), atomsIn(p.transcript, p.s, j, b))
	}
}

// longestToken is how many bytes of a token are read on either side of an atom.
const longestToken = 24

// token is what stands around an atom between blanks, without the marks at its
// ends that mask nothing.
func token(d *text.Document, atoms []atom, i int) text.Span {
	w := d.Words[atoms[i].word].Span()
	lo, hi := max(0, w.Start-longestToken), min(len(d.Text), w.End+longestToken)
	before, after := d.Text[lo:w.Start], d.Text[w.End:hi]
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
func atomsIn(d *text.Document, atoms []atom, i int, s text.Span) text.Range {
	r := text.Range{Start: i, End: i + 1}
	for r.End < len(atoms) && s.Contains(d.Words[atoms[r.End].word].Span()) {
		r.End++
	}
	return r
}
