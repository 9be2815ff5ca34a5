package provenance

import (
	"slices"
)

// In other words than the transcript's a quote has no last word behind which the
// rest was cut: a translator puts things in another order, and leaves words out in
// every sentence. So only what no translation leaves out counts: a clause of its own
// at either end of the sentence that is its condition, or gives it to others, where
// the quote has neither a word tied to it nor any word that restricts or reports.

// dropsEnding looks for a condition that ends the sentence, behind source atom hi.
func (p *pairing) dropsEnding(hi, end int) {
	for j := hi + 1; j < end; j++ {
		if p.s.opensClause(j) && startsWith(p.s.tokens[j:end], closing) && !startsWith(p.s.tokens[j:end], asides) && p.s.lastClause(j, end) {
			p.drops(p.spans[len(p.spans)-1].End, trange{Start: j, End: end})
			return
		}
	}
}

// dropsOpening looks for a condition, or for what leaves open what follows, that
// begins the sentence, before the first word of content that the quote has of it.
func (p *pairing) dropsOpening(start, lo int) {
	end := p.s.sentenceEnd(lo)
	for lo < end && (len(p.s.mates[lo]) == 0 || !content(p.s.tokens[lo].text)) {
		lo++
	}
	head := p.s.tokens[start:lo]
	for j := start + 2; j <= lo; j++ {
		opening := p.s.tokens[start:j]
		switch {
		case p.s.opensClause(j) && startsWith(head, openings) && !startsWith(head, headAsides):
		case opening[len(opening)-1].text == "that" && unasserted(opening, false):
		default:
			continue
		}
		if !p.introduced() {
			p.drops(p.spans[0].Start, trange{Start: start, End: j})
		}
		return
	}
}

// introduced reports whether the quote begins with words of its own that may take
// a clause: news came that.
func (p *pairing) introduced() bool {
	n := 0
	for i, a := range p.q.tokens {
		switch content := content(a.text); {
		case content && len(p.q.mates[i]) > 0:
			return n > 0
		case content:
			n++
		case a.text == "that" && n > 0:
			return true
		}
	}
	return true
}

// drops notes a cut of source atoms r at a place, if nothing in the quote answers
// to them.
func (p *pairing) drops(at int, r trange) {
	reports := func(a atom) bool {
		return saying.Has(a.text) || hearing.Has(a.text) || stances.Of(a.text) == alleged || wishing.Has(a.text) || denying.Has(a.text) || a.text == "according"
	}
	if restricts(p.q.tokens) || slices.ContainsFunc(p.q.tokens, reports) {
		return
	}
	for j := r.Start; j < r.End; j++ {
		if len(p.s.mates[j]) > 0 && content(p.s.tokens[j].text) {
			return
		}
	}
	p.cut(Major, at, p.sourceSpan(r))
}
