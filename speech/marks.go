package speech

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/text"
)

// Quotation marks.
//
// The problem: which marks of a paragraph open, which close, which are no
// quotation marks at all (apostrophes, inches), and what was meant where they
// do not pair up. The naive way is a regular expression for “…” and "…": it
// loses a quote that runs on in the next paragraph, swallows the text between
// two quotes once a single mark is missing, and knows no single marks.
//
// The choice: every mark gets a direction from its neighbours (white space
// outside, a letter inside) and, for directed marks, from its glyph; a stack
// pairs them; what is left over at the end of the paragraph is mended there, so
// that no fault spreads. One pass over the bytes, and one over the marks.

// A region is a stretch in quotation marks that stands in no other one.
type region struct {
	span  text.Span // without its marks
	outer text.Span // with them
	block int       // of Document.Blocks
	more  bool      // it goes on in the next region: the mark is repeated there
}

// regions are the quoted stretches of the kept blocks, in order.
func regions(d *text.Document) []region {
	var out []region
	marks, next := []mark(nil), []mark(nil)
	if len(d.Blocks) > 0 {
		next = blockMarks(d, d.Blocks[0].Span, nil)
	}
	for i, b := range d.Blocks {
		marks, next = next, marks[:0]
		if i+1 < len(d.Blocks) {
			next = blockMarks(d, d.Blocks[i+1].Span, next)
		}
		p := pairing{d: d, block: i, span: b.Span, marks: marks}
		for _, q := range p.pairs(next) {
			out = append(out, p.region(q))
		}
	}
	return out
}

// A pairing is the work on one block.
type pairing struct {
	d     *text.Document
	block int
	span  text.Span
	marks []mark
}

// A pair is an opening and a closing mark by number; -1 where one is missing.
type pair struct {
	open, close int
	start, end  int  // of the text between them
	more        bool // it goes on in the next block
}

// pairs finds the outermost pairs of the block. next are the marks of the
// block after it, which tell whether an open quote goes on there.
func (p *pairing) pairs(next []mark) []pair {
	if len(p.marks) == 0 {
		return nil
	}
	pairs := p.doubles(next)
	return merge(pairs, p.singles(pairs))
}

func (p *pairing) doubles(next []mark) []pair {
	pairs, left := p.stack(byShape)
	if left < 0 && !p.odd(pairs) {
		return p.bounded(pairs)
	}
	if left >= 0 && goesOn(p.d, p.block, p.marks[left], next) && !p.attributed(left) {
		m := p.marks[left]
		pairs = append(pairs, pair{open: left, close: -1, start: m.span.End, end: p.span.End, more: true})
		return p.bounded(pairs)
	}
	saved := slices.Clone(p.marks)
	if p.withoutInches() {
		if pairs, left := p.stack(byShape); left < 0 && !p.odd(pairs) {
			return p.bounded(pairs)
		}
		p.marks = saved
	}
	if turns, left := p.stack(inTurn); left < 0 {
		return p.bounded(turns)
	}
	if left < 0 {
		return p.bounded(pairs)
	}
	return p.bounded(p.flat())
}

// withoutInches takes marks after a number out of the pairing; it reports
// whether there were any.
func (p *pairing) withoutInches() (any bool) {
	for i := range p.marks {
		m := &p.marks[i]
		if m.family == double && m.dir == 0 && m.letter >= '0' && m.letter <= '9' && !m.opens {
			m.family, m.opens, m.closes, any = single, false, false, true
		}
	}
	return any
}

// odd reports whether a mark closes nothing and is no sign of inches.
func (p *pairing) odd(pairs []pair) bool {
	for _, q := range pairs {
		if c := q.close; q.open < 0 && (p.marks[c].letter < '0' || p.marks[c].letter > '9') {
			return true
		}
	}
	return false
}

// attributed reports whether an attribution follows the last mark that closes
// behind mark i: then the quote that i opens ended before.
func (p *pairing) attributed(i int) bool {
	for k := len(p.marks) - 1; k > i; k-- {
		m := p.marks[k]
		if m.family != p.marks[i].family || !m.closes || !m.period {
			continue
		}
		w := p.d.WordsIn(text.Span{Start: m.span.End, End: p.span.End})
		for n := w.Start; n < min(w.End, w.Start+4); n++ {
			if c := english.class(p.d.Word(n)); c&statement != 0 && !capital(p.d.Word(n)) {
				return true
			}
		}
		return false
	}
	return false
}

// goesOn reports whether the block after b opens with the mark m again.
func goesOn(d *text.Document, b int, m mark, next []mark) bool {
	if len(next) == 0 || next[0].family != m.family || !next[0].opens && next[0].dir <= 0 {
		return false
	}
	s := d.Blocks[b+1].Span
	return strings.TrimSpace(d.Text[s.Start:next[0].span.Start]) == ""
}

// A reader decides whether m opens, with so many open before it.
type reader func(m mark, depth int) bool

// byShape reads a mark by its glyph and its neighbours.
func byShape(m mark, depth int) bool {
	switch {
	case m.dir > 0:
		return !(depth > 0 && m.closes && !m.opens)
	case m.dir < 0:
		return depth == 0 && m.opens && !m.closes
	case depth > 0:
		return m.opens && !m.closes
	}
	return m.opens || !m.closes
}

// inTurn lets undirected marks open and close in turn.
func inTurn(m mark, depth int) bool {
	if m.dir != 0 {
		return byShape(m, depth)
	}
	return depth == 0
}

// stack pairs the marks that are not single ones; left is the outermost that
// stays open, or -1.
func (p *pairing) stack(opens reader) (pairs []pair, left int) {
	var at []int
	for i, m := range p.marks {
		if m.family == single {
			continue
		}
		if opens(m, len(at)) {
			at = append(at, i)
			continue
		}
		k := len(at) - 1
		for k >= 0 && p.marks[at[k]].family != m.family {
			k-- // an inner mark was left open
		}
		switch {
		case len(at) == 0:
			pairs = append(pairs, pair{open: -1, close: i})
		case k == 0:
			pairs = append(pairs, pair{open: at[0], close: i})
		}
		if k >= 0 {
			at = at[:k]
		}
	}
	if len(at) > 0 {
		return pairs, at[0]
	}
	return pairs, -1
}

// flat pairs without nesting: a mark that opens ends what is open. It is the
// last resort, and bounds the harm of a missing mark to one quote.
func (p *pairing) flat() (pairs []pair) {
	open := -1
	for i, m := range p.marks {
		if m.family == single {
			continue
		}
		switch opens := byShape(m, 0) && !(open >= 0 && m.closes && !m.opens); {
		case opens && open >= 0:
			pairs = append(pairs, pair{open: open, close: -1, end: m.span.Start})
			open = i
		case opens:
			open = i
		default:
			pairs = append(pairs, pair{open: open, close: i})
			open = -1
		}
	}
	if open >= 0 {
		pairs = append(pairs, pair{open: open, close: -1, end: p.span.End})
	}
	return pairs
}

// bounded gives the pairs their text and drops those that have none.
func (p *pairing) bounded(pairs []pair) []pair {
	out, from := pairs[:0], p.span.Start
	for _, q := range pairs {
		if q.open >= 0 {
			q.start = p.marks[q.open].span.End
		} else if q.start = p.missingStart(q.close, from); q.start < 0 {
			continue
		}
		switch {
		case q.close >= 0:
			q.end = p.marks[q.close].span.Start
		case !q.more:
			q.end = mend(p.d, text.Span{Start: q.start, End: q.end})
		}
		from = q.end
		if q.close >= 0 {
			from = p.marks[q.close].span.End
		}
		if strings.TrimSpace(p.d.Text[q.start:q.end]) != "" {
			out = append(out, q)
		}
	}
	return out
}

// missingStart is where a quote begins whose opening mark is missing: after
// the colon or the sentence before it, or at the head of the paragraph. A mark
// that closes nothing, as after a number of inches, gives -1.
func (p *pairing) missingStart(close, from int) int {
	m := p.marks[close]
	if !m.period {
		return -1
	}
	t := p.d.Text[from:m.span.Start]
	if i := strings.LastIndex(t, ": "); i >= 0 {
		return from + i + 2
	}
	if from == p.span.Start {
		return from
	}
	if i := strings.Index(t, ". "); i >= 0 && i+2 < len(t)-1 {
		return from + i + 2
	}
	return -1
}

// mend finds where a quote ends that lacks its closing mark: before an
// attribution (", he said"), or with the paragraph.
func mend(d *text.Document, s text.Span) int {
	words := d.WordsIn(s)
	for i := words.Start + 1; i+1 < words.End; i++ {
		gap := d.Text[d.Words[i-1].End:d.Words[i].Start]
		if at := strings.IndexAny(gap, ",?!"); at >= 0 && attributes(d, i, words.End) {
			return int(d.Words[i-1].End) + at + 1
		}
	}
	return s.Start + len(strings.TrimRight(d.Text[s.Start:s.End], " \t\r\n\u00a0"))
}

// attributes reports whether words from i on are an attribution: "she said",
// "said Lund", "Minister Ada Lund said".
func attributes(d *text.Document, i, end int) bool {
	subject := func(w int) bool { return capital(d.Word(w)) || english.class(d.Word(w))&(pronoun|role) != 0 }
	said := func(w int) bool { return !capital(d.Word(w)) && english.class(d.Word(w))&statement != 0 }
	if said(i) {
		return i+1 < end && subject(i+1)
	}
	for n := i; n < min(end, i+5); n++ {
		if said(n) {
			return n > i
		}
		if !subject(n) && !(n == i && strings.EqualFold(d.Word(n), "the")) {
			return false
		}
	}
	return false
}

// singles pairs the single marks outside the double ones. An apostrophe looks
// like a mark that closes; so only a mark that opens starts a quote, and the
// possessive "the workers' " ends one only where no better end follows.
func (p *pairing) singles(doubles []pair) (pairs []pair) {
	var at []int
	for i, k := 0, 0; i < len(p.marks); i++ {
		m := p.marks[i]
		for k < len(doubles) && doubles[k].end <= m.span.Start {
			k++
		}
		inside := k < len(doubles) && doubles[k].start <= m.span.Start
		if m.family == single && !inside && (m.opens || m.closes) {
			at = append(at, i)
		}
	}
	shut := make([]int, len(at)+1) // the next that closes, by number in at
	shut[len(at)] = len(at)
	for k := len(at) - 1; k >= 0; k-- {
		shut[k] = shut[k+1]
		if m := p.marks[at[k]]; m.closes && !(m.opens && m.dir >= 0) {
			shut[k] = k
		}
	}
	for k := 0; k < len(at); k++ {
		if !p.opensSingle(p.marks[at[k]]) {
			continue
		}
		e := shut[k+1]
		if e < len(at) && p.possessive(at[e]) {
			e = p.behindPossessives(at, e, shut)
		}
		if e == len(at) {
			break
		}
		o, c := at[k], at[e]
		pairs = append(pairs, pair{open: o, close: c, start: p.marks[o].span.End, end: p.marks[c].span.Start})
		k = e
	}
	return pairs
}

// possessive reports whether mark i may be that of "the workers' choice": behind an s, and
// before no comma.
func (p *pairing) possessive(i int) bool {
	m := p.marks[i]
	return (m.letter == 's' || m.letter == 'z') && !m.period && !strings.HasPrefix(p.d.Text[m.span.End:p.span.End], ",")
}

// mostPossessives is how many words like “workers'” stand in a row of words in marks.
const mostPossessives = 8

// behindPossessives is the mark that closes better than mark e in at, a possessive, with others
// between the two: ‘the farmers’ markets’ stalls stay’; e where there is none.
func (p *pairing) behindPossessives(at []int, e int, shut []int) int {
	next := e
	for n := 0; n < mostPossessives; n++ {
		if next = shut[next+1]; p.shutsBetter(at, e, next) {
			return next
		}
		if next == len(at) || !p.possessive(at[next]) {
			break
		}
	}
	return e
}

// shutsBetter reports whether a quote that mark at[e] may close is rather closed by at[next]:
// it closes a sentence, and none is opened between the two, as in ‘for hours’ and ‘for days.’
func (p *pairing) shutsBetter(at []int, e, next int) bool {
	if next >= len(at) || !p.marks[at[next]].period {
		return false
	}
	return !slices.ContainsFunc(at[e+1:next], func(i int) bool { return p.opensSingle(p.marks[i]) })
}

// opensSingle reports whether m opens a quote and no shortened word.
func (p *pairing) opensSingle(m mark) bool {
	if !m.opens || m.dir < 0 {
		return false
	}
	rest := p.d.Text[m.span.End:p.span.End]
	n := strings.IndexFunc(rest, func(r rune) bool { return !word(r) })
	if n < 0 {
		n = len(rest)
	}
	if n > 0 && n < 24 && english.class(rest[:n])&elision != 0 {
		return false
	}
	return n == 0 || n > 24 || rest[0] < '0' || rest[0] > '9' || n > 3 // '90s
}

// merge puts the two in order; a pair that crosses another, or lies in it, is
// no quote of its own.
func merge(a, b []pair) []pair {
	if len(b) == 0 {
		return a
	}
	out := make([]pair, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		if len(a) == 0 || len(b) > 0 && b[0].start < a[0].start {
			for len(a) > 0 && a[0].end < b[0].end {
				a = a[1:]
			}
			if len(a) == 0 || a[0].start > b[0].end {
				out = append(out, b[0])
			}
			b = b[1:]
			continue
		}
		out, a = append(out, a[0]), a[1:]
	}
	return out
}

// region is the pair as a stretch of text, trimmed of white space.
func (p *pairing) region(q pair) region {
	r := region{span: trim(p.d.Text, text.Span{Start: q.start, End: q.end}), block: p.block, more: q.more}
	r.outer = text.Span{Start: q.start, End: q.end}
	if q.open >= 0 {
		r.outer.Start = p.marks[q.open].span.Start
	}
	if q.close >= 0 {
		r.outer.End = p.marks[q.close].span.End
	}
	return r
}

// trim is s without white space at its ends.
func trim(t string, s text.Span) text.Span {
	u := t[s.Start:s.End]
	s.Start += len(u) - len(strings.TrimLeftFunc(u, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(u))
	return s
}
