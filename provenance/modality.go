package provenance

import (
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
)

// How surely, and in what way, a clause speaks: that something may be, will
// be, must be, should be.
const (
	possible = "may"
	able     = "can"
	could    = "could"
	certain  = "will"
	would    = "would"
	duty     = "must"
	advice   = "should"
)

// modality is how surely, or by what duty, a word says that something is.
var modality = words.Values("modality", "modality", words.Text)

// modals compares how surely both sides speak.
func (p *pairing) modals() {
	q, s := p.q.modalsIn(p.q.gone), p.s.modalsIn(p.s.gone)
	p.agree(Modality, q, s, sameFact, p.tied)
	p.agree(Modality, q, s, sameFact, func(a, b fact) bool { return p.distance(a, b) <= p.clauseReach() })
	for i := range q {
		for j := range s {
			if q[i].found || s[j].found || !p.samePlace(q[i], s[j]) && (p.literal || p.distance(q[i], s[j]) > nearby) {
				continue
			}
			q[i].found, s[j].found = true, true
			if v := p.shift(q[i].value, s[j].value); v != "" {
				p.tell(Modality, v, q[i].at, s[j].at)
			}
		}
	}
	if p.literal {
		p.loneModals(q, s)
	}
}

// shift is how grave it is to speak in one way for another. A translator has a
// choice among most of them; not between what may be and what will or must be,
// nor between what should and what must.
func (p *pairing) shift(q, s string) Severity {
	switch {
	case p.kind == speech.Indirect && q == would && s == possible:
		return Major // told of a "will", it would be the same
	case p.literal || grave.Has(q+" "+s) || grave.Has(s+" "+q):
		return Major
	}
	return ""
}

// grave are two ways to speak that no translator takes for each other.
var grave = words.Phrases("modality", "grave")

// loneModals: a literal quote drops a modal verb, or has one more.
func (p *pairing) loneModals(q, s []fact) {
	for _, f := range q {
		if !f.found && !p.q.told[f.at.Start] && !p.q.copied(f.at) {
			p.tell(Modality, Major, f.at, p.acrossFrom(f.at))
		}
	}
	for _, f := range s {
		if !f.found && p.held(f.at) && !p.s.copied(f.at) {
			p.tell(Modality, Major, p.gapFor(f.at), f.at)
		}
	}
}

// presentBe are the words before "going to" that make it speak of what will be.
var presentBe = words.Set("grammar", "present-be")

// modalsIn are the words of a run that say how surely something is, but for those to
// skip.
func (s *side) modalsIn(skip func(i int) bool) []fact {
	var out []fact
	for i, a := range s.tokens {
		if m := modality.Of(a.text); m != "" && !skip(i) && !s.isMonth(i) && !(a.text == "will" && (s.wordAt(i-1) == "the" || s.wordAt(i-1) == "of")) {
			out = append(out, fact{value: m, at: trange{Start: i, End: i + 1}})
		}
		if i > 0 && a.text == "going" && !skip(i) && !skip(i-1) && s.wordAt(i+1) == "to" && presentBe.Has(s.tokens[i-1].text) {
			out = append(out, fact{value: certain, at: trange{Start: i - 1, End: i + 2}})
		}
	}
	return out
}
