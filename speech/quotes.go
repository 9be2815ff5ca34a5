package speech

import (
	"math"
	"sort"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Quotes finds the quotations of a report in document order; of two that
// overlap (a partial one inside an indirect one) the longer stands first.
// It takes time in proportion to the document.
func Quotes(d *text.Document) []Quote { return First(d, math.MaxInt) }

// First is [Quotes] of which at most so many are wanted, the first ones. What is behind
// them is looked at for names alone.
func First(d *text.Document, most int) []Quote {
	f := finder{
		d: d, regs: regions(d), reg: people(d), last: -1, angledIn: -1, passedOn: -1,
		answers: answers(d), most: max(0, most),
	}
	f.all()
	sort.SliceStable(f.out, func(i, j int) bool {
		a, b := f.out[i].Spans[0], f.out[j].Spans[0]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	return f.out[:min(len(f.out), f.most)]
}

// A finder reads a document from top to bottom.
type finder struct {
	d    *text.Document
	regs []region
	reg  *register
	out  []Quote

	marked   bool         // only what stands in marks is wanted
	most     int          // quotes that are wanted, the first ones
	answers  map[int]Turn // of the blocks of an interview
	subjects []subject    // of the sentences read so far, the newest last
	named    []named      // the places of names read so far, but of one person in a row only the first
	sentence int          // the first item of the one that is read
	last     int          // the quote of marks found last, by number in out; -1
	lastReg  int          // its last region
	joinNext bool         // that region goes on in the next block
	spoke    *Speaker     // who the last attribution of any kind names
	spokeIn  int          // its block
	colon    *Speaker     // whom a colon at the end of the block before announces
	colonCue text.Span
	angledIn int // the block of the Markdown quote found last
	passedOn int // the last block that is of a report behind such marks
}

func (f *finder) all() {
	var buf []item
	lo := 0
	for b := range f.d.Blocks {
		hi := lo
		for hi < len(f.regs) && f.regs[hi].block == b {
			hi++
		}
		p := passageOf(f.d, b, f.regs, lo, hi, buf)
		p.people = f.reg
		f.block(&p)
		buf, lo = p.items, hi
		if len(f.out) > f.most && !f.joinNext {
			return
		}
	}
}

// full reports that no sentence to come adds to the quotes that are wanted: the one that
// it may go on with is behind them.
func (f *finder) full() bool { return len(f.out) > f.most && f.last >= f.most }

// block reads a passage sentence by sentence.
func (f *finder) block(p *passage) {
	f.reg.since = f.d.Blocks[max(0, p.block-1)].Span.Start
	if !f.marked && f.setOff(p) {
		return
	}
	for lo := 0; lo < len(p.items) && !f.full(); {
		_, hi := p.sentence(lo)
		f.sentence = lo
		for k := lo; k < hi; k++ {
			if !p.items[k].word() {
				f.quote(p, k, lo, hi)
			}
			f.see(p, k)
		}
		if !f.marked {
			f.indirect(p, lo, hi)
		}
		f.about(p, lo, hi)
		lo = hi
	}
	f.announces(p)
}

// quote takes in region item k of the sentence lo to hi.
func (f *finder) quote(p *passage, k, lo, hi int) {
	n := p.items[k].reg
	r := f.regs[n]
	defer func() { f.joinNext = r.more && f.lastReg == n }()
	if f.joinNext && f.last >= 0 && n == f.lastReg+1 && k == 0 {
		f.extend(p, k, lo, hi, n)
		return
	}
	direct := f.direct(p, k)
	a := p.attribute(k, direct, commaEnd(f.d.Read(r.span)) || endsSentence(f.d, r))
	if !a.ok() && f.d.Blocks[p.block].Kind == text.Heading {
		a = p.banner(lo, k)
	}
	if f.resumes(p, k, lo, a) {
		f.extend(p, k, lo, hi, n)
		return
	}
	q := Quote{Kind: Partial, Spans: []text.Span{r.span}, Sentence: p.span(lo, hi)}
	if direct {
		q.Kind = Direct
	}
	switch {
	case a.ok():
		q.Cue = a.cue
		q.Speaker = f.resolve(p, a.subject)
	case k == 0 && f.colon != nil:
		q.Speaker, q.Cue = f.colon, f.colonCue
	case direct:
		q.Speaker = f.goingOn(p, k, lo)
	}
	if !f.speech(p, k, q, a) {
		return
	}
	f.out = append(f.out, q)
	f.last, f.lastReg = len(f.out)-1, n
	f.spoken(p, q.Speaker)
}

// extend adds the region to the quote before it.
func (f *finder) extend(p *passage, k, lo, hi, n int) {
	q := &f.out[f.last]
	q.Spans = append(q.Spans, f.regs[n].span)
	q.Sentence = q.Sentence.Cover(p.span(lo, hi))
	f.lastReg = n
	if q.Speaker != nil && f.spoke != nil && q.Speaker.Name == f.spoke.Name {
		f.spokeIn = p.block
	}
	if q.Speaker == nil || q.Speaker.How == ByParagraph {
		if a := p.attribute(k, true, true); a.ok() {
			q.Cue, q.Speaker = a.cue, f.resolve(p, a.subject)
			f.spoken(p, q.Speaker)
		}
	}
}

// resumes reports whether region item k goes on with the quote before it: the
// two are parted by that quote's own attribution and nothing else, and no
// attribution of its own follows.
func (f *finder) resumes(p *passage, k, lo int, a attribution) bool {
	if f.last < 0 || k == 0 || f.regs[f.lastReg].block != p.block {
		return false
	}
	q := &f.out[f.last]
	if q.Kind != Direct && p.items[k].first || q.Cue.Start < f.regs[f.lastReg].outer.End || q.Cue.Len() == 0 {
		return false
	}
	prev := k - 1
	for prev >= 0 && p.items[prev].word() {
		if p.items[prev].span != q.Cue && p.items[prev].small(statement|quoting) && !p.items[k].first {
			return false // "…," she said, adding "…"
		}
		prev--
	}
	if prev < 0 || p.items[prev].reg != f.lastReg {
		return false
	}
	if !p.items[k].first {
		return lo <= prev && !strings.Contains(p.items[k].gap, ":") && p.comma(k)
	}
	before, _ := p.sentence(k - 1)
	return before <= prev && !(a.ok() && a.after)
}
