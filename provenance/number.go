package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"

	"github.com/quoteprov/quoteprov/align"
)

// numbers compares the numbers of both sides.
func (p *pairing) numbers() {
	q, s := p.undated(p.q), p.undated(p.s)
	p.cutNumbers(q, s)
	p.exchanged(q, s)
	for _, place := range [...]func(a, b fact) bool{p.tied, p.samePlace} {
		p.agree(Number, q, s, sameMeasure, place)
	}
	if !p.literal {
		p.agree(Number, q, s, sameMeasure, p.near)
	}
	p.heardNearby(q, s)
	p.settle(Number, q, s, sameAmount)
	p.ranges(q, s)
	if !p.literal {
		p.clashFar(q, s)
	}
	for _, f := range q {
		if !f.found && !p.q.toldAt(f.at) && !p.q.copied(f.at) {
			p.newAmount(f)
		}
	}
	for _, f := range s {
		if !f.found && p.literal && !f.weak && p.held(f.at) && !p.s.copied(f.at) {
			p.tell(Omission, Major, p.gapFor(f.at), f.at)
		}
	}
}

// noneAtAll are ways to say that there is none.
var noneAtAll = words.Phrases("negation", "none-at-all")

// nones accounts for "not a single" that stands for "no": neither is a negator
// nor a number by itself.
func (p *pairing) nones() {
	for i, a := range p.q.tokens {
		if len(p.q.mates[i]) == 0 || p.q.told[i] || !noneAtAll.Has(a.text) {
			continue
		}
		if j := p.q.mates[i][0].at; a.norm != p.s.tokens[j].norm && noneAtAll.Has(p.s.tokens[j].text) {
			p.tell(Substitution, Minor, one(i), one(j))
		}
	}
	for _, h := range p.holes {
		if noneAtAll.Has(joined(p.q.tokens[h.q.Start:h.q.End])) && noneAtAll.Has(joined(p.s.tokens[h.s.Start:h.s.End])) && !p.anyTold(h.q, h.s) {
			p.tell(Substitution, Minor, h.q, h.s)
		}
	}
}

// undated are the numbers of one side; of a translation without those that are
// parts of dates, which may be told in another way, or not at all.
func (p *pairing) undated(x *side) []fact {
	fs := p.amountsOf(x)
	if p.literal {
		return fs
	}
	dated := make([]bool, len(x.tokens))
	for _, f := range x.datesIn(x.gone) {
		for i := f.at.Start; i < f.at.End; i++ {
			dated[i] = true
		}
	}
	return slices.DeleteFunc(fs, func(f fact) bool { return slices.Contains(dated[f.at.Start:f.at.End], true) })
}

// heardNearby marks the numbers of a translation that the transcript has in the
// sentence before or after: translators move them across.
func (p *pairing) heardNearby(q, s []fact) {
	if p.literal || len(p.s.tokens) == 0 {
		return
	}
	for _, r := range p.s.neighbours() {
		around := &side{d: p.s.d, words: p.s.words}
		around.readSentence(r)
		around.mark()
		for _, b := range p.amountsOf(around) {
			for i := range q {
				if !sameAmount(q[i], b) || q[i].amount != nil && q[i].unit != nil && b.unit != q[i].unit || slices.ContainsFunc(s, func(f fact) bool { return sameAmount(q[i], f) }) {
					continue
				}
				q[i].found, q[i].mate = true, -1
			}
		}
	}
}

// neighbours are the words of the sentences before and after those that the
// source takes in.
func (s *side) neighbours() []text.Range {
	var out []text.Range
	if n := s.sentenceOf(0); n > 0 {
		r := s.d.Sentences[n-1].Words
		out = append(out, text.Range{Start: max(r.Start, r.End-reach), End: r.End})
	}
	if n := s.sentenceOf(len(s.tokens) - 1); n+1 < len(s.d.Sentences) {
		r := s.d.Sentences[n+1].Words
		out = append(out, text.Range{Start: r.Start, End: min(r.End, r.Start+reach)})
	}
	return out
}

// cutNumbers marks a number at either end of the quote that the cut itself has
// parted: of "1.2 billion crowns" only "billion crowns" is quoted.
func (p *pairing) cutNumbers(q, s []fact) {
	for i := range q {
		if !p.q.copied(q[i].at) || q[i].at.Start > 0 && q[i].at.End < len(p.q.tokens) {
			continue
		}
		lo, hi := p.q.mates[q[i].at.Start][0].at, p.q.mates[q[i].at.End-1][0].at
		for j := range s {
			if at := s[j].at; lo == at.Start && hi < at.End-1 && q[i].at.End == len(p.q.tokens) || hi == at.End-1 && lo > at.Start && q[i].at.Start == 0 {
				q[i].found, q[i].mate, s[j].found = true, -1, true
			}
		}
	}
}

// clashFar reports numbers of a translation that are left over on both sides,
// wherever they stand: what says nothing alone ("one of us") only near by.
func (p *pairing) clashFar(q, s []fact) {
	for i := range q {
		for j := range s {
			weak := q[i].weak || s[j].weak
			if q[i].found || s[j].found || weak && p.distance(q[i], s[j]) > 4 && !p.sameHead(q[i], s[j]) || q[i].weak && s[j].weak && !p.sameHead(q[i], s[j]) || strings.Contains(q[i].value, ":") != strings.Contains(s[j].value, ":") {
				continue
			}
			q[i].found, s[j].found = true, true
			p.tellAmounts(q[i], s[j])
		}
	}
}

// agreeing accounts for two numbers that are equal. What they count may yet
// differ: dollars and euros; or be the same in other units.
func (p *pairing) agreeing(a, b fact) {
	q, s := a.at, b.at
	if a.unit == b.unit || a.unit != nil && b.unit != nil {
		q, s = a.measured(), b.measured()
	}
	switch {
	case converted(a, b) && a.unit.of != "share":
		p.tell(Substitution, Minor, q, s)
	case p.otherUnit(a.unit, b.unit) && !converted(a, b):
		p.tell(Number, Major, q, s)
	default:
		p.restyled(q, s)
	}
}

// otherUnit reports whether a number counts something else on the other side. In
// a translation only units of one kind tell, and percentage points pass for
// percent.
func (p *pairing) otherUnit(a, b *unit) bool {
	if p.literal {
		return !sameUnit(a, b)
	}
	return clashing(a, b) && a.of != "share"
}

// restyled reports that a number is written in another way, where it is.
func (p *pairing) restyled(q, s trange) {
	for q.Len() > 0 && s.Len() > 0 && alike(p.q.tokens[q.Start].text, p.s.tokens[s.Start].text) {
		q.Start, s.Start = q.Start+1, s.Start+1
	}
	for q.Len() > 0 && s.Len() > 0 && alike(p.q.tokens[q.End-1].text, p.s.tokens[s.End-1].text) {
		q.End, s.End = q.End-1, s.End-1
	}
	if q.Len() > 0 || s.Len() > 0 {
		p.tell(NumberStyle, Minor, q, s)
	}
}

// tellAmounts reports two numbers that differ. Their units are accounted for
// with them, and shown where they differ too.
func (p *pairing) tellAmounts(a, b fact) {
	if a.unit == b.unit || a.unit == nil || b.unit == nil {
		p.tell(Number, Major, a.at, b.at)
	} else {
		p.tell(Number, Major, a.measured(), b.measured())
	}
	p.q.spend(a.measured())
	p.s.spend(b.measured())
}

// ranges accounts for the words that join two numbers on one side, where the
// other has a dash or another word: 10–15, between ten and fifteen.
func (p *pairing) ranges(q, s []fact) {
	for i := 1; i < len(q); i++ {
		if !q[i-1].found || !q[i].found || q[i-1].mate < 0 || q[i].mate != q[i-1].mate+1 {
			continue
		}
		j := q[i].mate
		a, b := p.q.joint(q[i-1], q[i]), p.s.joint(s[j-1], s[j])
		if a.End < 0 || b.End < 0 {
			continue
		}
		p.restyled(a, b)
		p.restyled(p.q.opening(q[i-1]), p.s.opening(s[j-1]))
	}
}

// joint is what joins two numbers to a range: a word, or a dash that is none.
// Its End is -1 where they are no range.
func (s *side) joint(a fact, b fact) trange {
	r := trange{Start: a.measured().End, End: b.measured().Start}
	switch {
	case r.Len() == 1 && (s.tokens[r.Start].text == "to" || s.tokens[r.Start].text == "and"):
		return r
	case r.Len() == 0 && strings.ContainsAny(s.gapBefore(r.Start), "-–—‐"):
		return r
	}
	return trange{End: -1}
}

// opening is the "between" or "from" before a range.
func (s *side) opening(f fact) trange {
	at := f.measured().Start
	if w := s.wordAt(at - 1); w == "between" || w == "from" {
		return trange{Start: at - 1, End: at}
	}
	return trange{Start: at, End: at}
}

// sameHead reports whether two numbers count things that are paired.
func (p *pairing) sameHead(a, b fact) bool {
	i, j := p.q.headAfter(a.at.End), p.s.headAfter(b.at.End)
	return i >= 0 && j >= 0 && p.pairedIn(i, one(j))
}

// newAmount is a number that the source has none for. In a translation small
// ones come and go (both, the two).
func (p *pairing) newAmount(f fact) {
	first, _, _ := strings.Cut(f.value, " ")
	if !p.literal && (f.weak || !vagueNumbers.Has(first) && !p.countsKnown(f)) {
		return
	}
	p.tell(Insertion, Major, f.at, p.gapAt(f.at))
}

// countsKnown reports whether what a number of the quote counts is in the
// source, without a number there.
func (p *pairing) countsKnown(f fact) bool {
	head := p.q.part(trange{Start: 0, End: min(len(p.q.tokens), f.at.End+2)}).headAfter(f.at.End)
	if head < 0 || roman.Of(p.q.tokens[f.at.Start].text) > 0 || len(p.q.mates[head]) == 0 || p.q.mates[head][0].why > align.Synonym {
		return false
	}
	j := p.q.mates[head][0].at
	for k := max(0, j-4); k < j; k++ {
		if isAmount(p.s.tokens[k].text) || isDigit(p.s.tokens[k].norm) {
			return false
		}
	}
	return true
}

// toldAt reports whether every atom of r is accounted for.
func (s *side) toldAt(r trange) bool {
	return !slices.Contains(s.told[r.Start:r.End], false)
}

// held reports whether source atoms lie within the match and are not yet
// accounted for.
func (p *pairing) held(r trange) bool {
	return p.s.inside[r.Start] && p.s.inside[r.End-1] && !p.s.toldAt(r)
}

// gapAt is the gap of the source where atoms r of the quote would stand.
func (p *pairing) gapAt(r trange) trange {
	for _, h := range p.holes {
		if overlap(h.q, r) {
			return trange{Start: h.s.Start, End: h.s.Start}
		}
	}
	at := min(max(0, p.q.expect(r.Start)), len(p.s.tokens))
	return trange{Start: at, End: at}
}

// gapFor is the gap of the quote where atoms r of the source are left out.
func (p *pairing) gapFor(r trange) trange {
	for _, h := range p.holes {
		if overlap(h.s, r) {
			return trange{Start: h.q.Start, End: h.q.Start}
		}
	}
	return trange{Start: len(p.q.tokens), End: len(p.q.tokens)}
}

// sameAmount reports whether two numbers are equal in one of their readings.
func sameAmount(a, b fact) bool {
	return sameValue(a.value, b.value) || a.also != "" && sameValue(a.also, b.value) || b.also != "" && sameValue(b.also, a.value) || sameTime(a.value, b.value) || converted(a, b)
}

func sameValue(a, b string) bool {
	return a == b || strings.TrimSuffix(a, "th") == strings.TrimSuffix(b, "th")
}

// sameMeasure reports whether two numbers are equal and count the same.
func sameMeasure(a, b fact) bool { return sameUnit(a.unit, b.unit) && sameAmount(a, b) }
