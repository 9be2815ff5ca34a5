package speech

import (
	"math"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Messages read aloud.
//
// A speaker announces a message of somebody else, reads it out, and goes on.
// The naive way gives the whole turn to the reader, and the sender's words
// with it. What marks the stretch: an announcement ("read out a message on
// behalf of President X"), quotation marks around it, and the signature under
// it. The stretch begins in the block after the announcement and ends with the
// signature, with the closing mark, or with the block quote; where none of the
// three is found it has no known end, and the turn stays whole.

// readAloud splits the turns in which a message is read out.
func readAloud(d *text.Document, turns []Turn, labels []labelled) []Turn {
	var out []Turn
	b := 0
	signs := signatures(d, labels)
	for _, t := range turns {
		for b < len(d.Blocks) && d.Blocks[b].Span.Start < t.Span.Start {
			b++
		}
		e := b
		for e < len(d.Blocks) && d.Blocks[e].Span.Start < t.Span.End {
			e++
		}
		out = append(out, splitRead(d, t, max(0, b-1), e, signs)...)
		b = e
	}
	return out
}

// signatures are, for each block, the first block from it on that is a name
// alone and no label, or len(Blocks).
func signatures(d *text.Document, labels []labelled) []int {
	isLabel := map[int]bool{}
	for _, l := range labels {
		isLabel[l.span.Start] = true
	}
	next := make([]int, len(d.Blocks)+1)
	next[len(d.Blocks)] = len(d.Blocks)
	for b := len(d.Blocks) - 1; b >= 0; b-- {
		next[b] = next[b+1]
		if s := d.Blocks[b].Span; s.Len() < 80 && !isLabel[s.Start] && signed(d.Read(s)) != "" {
			next[b] = b
		}
	}
	return next
}

// signed is the name in a signature line; empty where t is none.
func signed(t string) string {
	t = strings.Trim(t, " \t\n\u00a0\"”“»«’'—–-#*_")
	if t == "" || strings.ContainsAny(t, ":;!?") || strings.HasSuffix(t, ".") {
		return ""
	}
	words := strings.Fields(t)
	if len(words) > 10 {
		return ""
	}
	for _, w := range words {
		w = trimWord(w)
		if c := english.class(w); !capital(w) && c&(particle|breaker|role|determiner) == 0 && w != "of" {
			return ""
		}
	}
	name, _, _ := strings.Cut(t, ",")
	if n := parseName(name); len(n.parts) < 2 || len(n.parts) > 4 || n.body {
		return ""
	}
	return titleless(name)
}

// splitRead parts turn t, which stands in blocks lo to hi.
func splitRead(d *text.Document, t Turn, lo, hi int, signs []int) []Turn {
	var out []Turn
	for b := lo; b+1 < hi; b++ {
		if d.Blocks[b].Span.End <= t.Span.Start {
			continue
		}
		from := announced(d, b)
		if from == "" {
			continue
		}
		end, name := messageEnd(d, b+1, hi, from, signs)
		if end < 0 || name == "" || t.Speaker != "" && Names(name, t.Speaker) == Same {
			continue
		}
		begin := d.Blocks[b+1].Span.Start
		head, rest := t, t
		head.Span.End = begin
		message := Turn{Speaker: name, Named: isNamed(name), Via: t.Speaker, Span: text.Span{Start: begin, End: t.Span.End}}
		out = append(out, head)
		if end >= hi {
			return append(out, message)
		}
		message.Span.End = d.Blocks[end].Span.Start
		rest.Span.Start, rest.Label = message.Span.End, text.Span{Start: message.Span.End, End: message.Span.End}
		out = append(out, message)
		t, b = rest, end-1
	}
	return append(out, t)
}

// announced is the name of whose message the end of block b announces; "?"
// where it announces one and names nobody.
func announced(d *text.Document, b int) string {
	blk := d.Blocks[b]
	lo := blk.Sentences.Start
	if blk.Sentences.End-lo > 2 {
		lo = blk.Sentences.End - 2
	}
	if lo >= blk.Sentences.End {
		return ""
	}
	read, thing := false, false
	from := d.Sentences[lo].Words.Start
	for w := from; w < blk.Words.End; w++ {
		c := english.class(d.Word(w))
		read = read || c&reading != 0
		thing = thing || c&messageWord != 0
	}
	if !read || !thing {
		return ""
	}
	p := passageOf(d, b, nil, 0, 0, nil)
	for i := range p.items {
		if p.items[i].span.Start < d.Sentences[lo].Span.Start || p.items[i].class&sender == 0 {
			continue
		}
		if m, _ := p.right(i+1, len(p.items)); m.ok() && m.how == ByName {
			return m.name
		}
	}
	return "?"
}

// messageEnd is the block after the message that begins with block b, and its
// sender; -1 where its end is not known.
func messageEnd(d *text.Document, b, hi int, from string, signs []int) (end int, name string) {
	if from == "?" {
		from = ""
	}
	for s := signs[b]; s < hi; s = signs[s+1] {
		n := signed(d.Read(d.Blocks[s].Span))
		if s > b && (from == "" || Names(n, from) >= Possible) {
			return s + 1, n
		}
		if s-b > 400 {
			break
		}
	}
	if from == "" {
		return -1, ""
	}
	if d.Blocks[b].Kind == text.Blockquote {
		for end = b; end < hi && d.Blocks[end].Kind == text.Blockquote; end++ {
		}
		return end, from
	}
	marks := blockMarks(d, d.Blocks[b].Span, nil)
	if len(marks) == 0 || marks[0].span.Start != d.Blocks[b].Span.Start || marks[0].family == single {
		return -1, ""
	}
	for end = b; end < min(hi, b+400); end++ {
		s := d.Blocks[end].Span
		if ms := blockMarks(d, s, marks[:0]); len(ms) > 0 {
			if last := ms[len(ms)-1]; last.family != single && last.closes && last.span.End == s.End {
				return end + 1, from
			}
		}
	}
	return -1, ""
}

// cite enters the words that a speaker gives to somebody else by name.
func cite(d *text.Document, turns []Turn) {
	regs := regions(d)
	if len(regs) == 0 {
		return
	}
	f := finder{d: d, regs: regs, reg: speakersOf(turns), last: -1, marked: true, most: math.MaxInt}
	var buf []item
	i := 0
	for lo := 0; lo < len(regs); {
		hi, b := lo, regs[lo].block
		for hi < len(regs) && regs[hi].block == b {
			hi++
		}
		p := passageOf(d, b, regs, lo, hi, buf)
		f.out, f.subjects = f.out[:0], f.subjects[:0]
		f.last, f.spoke, f.joinNext = -1, nil, false
		f.block(&p)
		for _, q := range f.out {
			if !citable(d, q) {
				continue
			}
			if as := d.Read(q.Speaker.Mention); allShouted(q.Speaker.Name) && !allShouted(as) && len(parseName(as).parts) > 1 {
				q.Speaker.Name = titleless(as) // and not in the capitals of a label
			}
			for i < len(turns) && turns[i].Span.End <= q.Spans[0].Start {
				i++
			}
			if i < len(turns) && turns[i].Span.Start <= q.Spans[0].Start {
				enter(&turns[i], q)
			}
		}
		buf, lo = p.items, hi
	}
}

// citable reports whether a quote inside a turn is surely somebody else's: a name or
// a role has it, and of a fragment a name, for four words at least.
func citable(d *text.Document, q Quote) bool {
	s := q.Speaker
	if s == nil || s.Name == "" || s.How > ByRole {
		return false
	}
	return q.Kind == Direct || s.How == ByName && d.WordsIn(q.Spans[0]).Len() >= 4
}

// speakersOf are the named speakers of the turns: whom one of them cites by a
// last name is the one who has it.
func speakersOf(turns []Turn) *register {
	r, known := newRegister(), map[string]bool{}
	for _, t := range turns {
		if !t.Named || known[t.Speaker] {
			continue
		}
		known[t.Speaker] = true
		r.add(person{full: t.Speaker, name: parseName(t.Speaker), known: true})
	}
	return r
}

func enter(t *Turn, q Quote) {
	if t.Speaker != "" && Names(t.Speaker, q.Speaker.Name) >= Possible {
		return
	}
	for _, s := range q.Spans {
		if s.End <= t.Span.End {
			t.Cited = append(t.Cited, Citation{Speaker: q.Speaker.Name, Named: isNamed(q.Speaker.Name), Span: s})
		}
	}
}
