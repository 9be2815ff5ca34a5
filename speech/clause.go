package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/text"
)

// An item is a word of the reporter's, or a whole quoted stretch: what stands
// in marks counts as one thing when the sentence around it is read.
type item struct {
	span  text.Span
	reg   int // the region, or -1 for a word
	class class
	cap   bool
	first bool // it begins one of the reporter's sentences
	lo    int  // the items of that sentence
	hi    int
	gap   string // what stands before it
}

func (it *item) word() bool { return it.reg < 0 }

// small reports whether the item is a word in small letters of class c.
func (it *item) small(c class) bool { return it.reg < 0 && !it.cap && it.class&c != 0 }

// A passage is a block as items.
type passage struct {
	d      *text.Document
	block  int
	items  []item
	end    int       // of the block
	people *register // nil where none is kept
}

// passageOf reads block b, whose regions are regs[lo:hi].
func passageOf(d *text.Document, b int, regs []region, lo, hi int, buf []item) passage {
	blk := d.Blocks[b]
	p := passage{d: d, block: b, items: buf[:0], end: blk.Span.End}
	last := blk.Span.Start
	put := func(it item) {
		it.gap = d.Text[min(last, it.span.Start):it.span.Start]
		last = it.span.End
		p.items = append(p.items, it)
	}
	for w := blk.Words.Start; w < blk.Words.End; w++ {
		s := d.Words[w].Span()
		for lo < hi && regs[lo].outer.Start <= s.Start {
			put(item{span: regs[lo].outer, reg: lo})
			lo++
		}
		if s.Start < last {
			continue // inside the region
		}
		t := d.Word(w)
		put(item{span: s, reg: -1, class: english.class(t), cap: capital(t)})
		if it := &p.items[len(p.items)-1]; it.cap {
			last += party(d.Text[last:min(blk.Span.End, last+longestParty)])
		}
	}
	for ; lo < hi; lo++ {
		put(item{span: regs[lo].outer, reg: lo})
	}
	for i := range p.items {
		it := &p.items[i]
		it.first = p.begins(i, regs)
		if it.first && it.word() && it.cap && p.common(i) {
			it.cap = false
		}
	}
	p.bound()
	return p
}

const longestParty = 48

// party is the length of what stands behind a politician's name at the head of
// t and says where he sits, " (Lab, Boston)" or ", D-Harl.,", or 0.
func party(t string) int {
	if u := strings.TrimLeft(t, " \u00a0"); len(u) < len(t) && strings.HasPrefix(u, "(") {
		n := strings.IndexByte(t, ')')
		if n < 3 || !unicode.IsUpper(firstRune(u[1:])) || strings.ContainsAny(t[:n], "\"“”\n:;!?") || len(strings.Fields(t[:n])) > 5 {
			return 0
		}
		if rest := t[n+1:]; strings.HasPrefix(rest, ", ") && english.class(nameWord(rest[2:]))&statement != 0 {
			n++ // "Jan Holt (Lab), said"
		}
		return n + 1
	}
	if len(t) < 6 || t[:2] != ", " || strings.IndexByte("DRIL", t[2]) < 0 || t[3] != '-' || !unicode.IsUpper(firstRune(t[4:])) {
		return 0
	}
	n := 4 + strings.IndexAny(t[4:], " ,;")
	if n < 5 || t[n] != ',' {
		return 0
	}
	return n + 1
}

// common reports whether word i, which begins a sentence, has its capital from
// there alone: "When", "Speaking", "On". A name follows or is inflected otherwise.
func (p *passage) common(i int) bool {
	it := &p.items[i]
	if it.class&(honorific|givenMale|givenFemale) != 0 {
		return false
	}
	if p.isWord(i, "for") || p.isWord(i, "of") {
		return true
	}
	if it.class&(breaker|auxiliary|determiner|cue|timeWord) != 0 {
		return true
	}
	t := p.text(i)
	if len(t) < 6 || i+1 < len(p.items) && p.items[i+1].small(statement|auxiliary) {
		return false // "Fleming said"
	}
	return strings.HasSuffix(t, "ing") || strings.HasSuffix(t, "ed") || strings.HasSuffix(t, "ly")
}

func (p *passage) text(i int) string { return p.d.Read(p.items[i].span) }

// begins reports whether item i begins a sentence of the reporter's.
func (p *passage) begins(i int, regs []region) bool {
	if i == 0 {
		return true
	}
	it, prev := &p.items[i], &p.items[i-1]
	if prev.word() {
		at := strings.IndexAny(it.gap, ".!?…")
		if at < 0 || it.word() && !it.cap && !digit(p.text(i)) {
			return false
		}
		return it.gap[at] != '.' || !p.stops(i-1)
	}
	if !it.word() {
		return strings.ContainsAny(it.gap, ".!?") || endsSentence(p.d, regs[prev.reg]) && !strings.ContainsAny(it.gap, ",;:")
	}
	if strings.ContainsAny(it.gap, ",;:") || !it.cap {
		return false
	}
	if strings.ContainsAny(it.gap, ".!?") {
		return true
	}
	switch lastByte(inner(p.d.Read(regs[prev.reg].span))) {
	case '.':
		return true
	case '!', '?':
		return !p.subjectOfCue(i)
	}
	return false
}

// stops reports whether word i is an abbreviation that takes a stop.
func (p *passage) stops(i int) bool {
	t := p.text(i)
	return len(t) == 1 && capital(t) || english.class(t)&stop != 0
}

// subjectOfCue reports whether a short subject and a cue begin at i: "Ada Lund asked".
func (p *passage) subjectOfCue(i int) bool {
	for j := i; j < min(i+5, len(p.items)); j++ {
		if p.items[j].small(statement | quoting) {
			return true
		}
		if j > i && strings.ContainsAny(p.items[j].gap, ".!?,") && !p.stops(j-1) {
			return false
		}
	}
	return false
}

func endsSentence(d *text.Document, r region) bool {
	t := inner(d.Read(r.span))
	switch lastByte(t) {
	case '.', '!', '?':
		return true
	}
	return strings.HasSuffix(t, "…")
}

// inner is t without closing marks of quotations inside it.
func inner(t string) string { return strings.TrimRight(t, "'\"’”»› ") }

func lastByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

func digit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// sentence is the range of items of the sentence of item i.
func (p *passage) sentence(i int) (lo, hi int) { return p.items[i].lo, p.items[i].hi }

// bound notes for every item where its sentence begins and ends.
func (p *passage) bound() {
	for lo := 0; lo < len(p.items); {
		hi := lo + 1
		for hi < len(p.items) && !p.items[hi].first {
			hi++
		}
		for ; lo < hi; lo++ {
			p.items[lo].hi = hi
			if p.items[lo].lo = lo; !p.items[lo].first && lo > 0 {
				p.items[lo].lo = p.items[lo-1].lo
			}
		}
	}
}

// span is where items lo to hi stand, with the stops that end them.
func (p *passage) span(lo, hi int) text.Span {
	s := text.Span{Start: p.items[lo].span.Start, End: p.items[hi-1].span.End}
	stop := p.end
	if hi < len(p.items) {
		stop = p.items[hi].span.Start
	}
	for s.End < stop {
		r, n := utf8.DecodeRuneInString(p.d.Text[s.End:stop])
		if !strings.ContainsRune(".!?…)]", r) {
			break
		}
		s.End += n
	}
	return s
}

// comma reports whether a mark of punctuation parts item i from the one before.
func (p *passage) comma(i int) bool {
	if i < 0 || i >= len(p.items) {
		return false
	}
	return strings.ContainsAny(p.items[i].gap, ",;:()[]—–") || strings.Contains(p.items[i].gap, " -")
}
