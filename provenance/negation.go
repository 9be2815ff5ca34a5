package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// negators turn a clause round.
var negators = set("not no never nobody nothing none nowhere neither nor without hardly scarcely barely noone no-one")

// negative verbs, nouns and adjectives do the work of a negator in other
// words: refuse to accept, does not accept.
var negative = set(`refuse refuses refused refusing refusal fail fails failed failing failure deny denies denied denying denial lack lacks lacked lacking
	reject rejects rejected rejecting rejection avoid avoids avoided avoiding prevent prevents prevented preventing prevention absence absent unable impossible
	unwilling unlikely reluctant decline declines declined declining stop stops stopped stopping cease ceases ceased ceasing neglect neglects neglected
	exclude excludes excluded excluding ban bans banned banning prohibit prohibits prohibited forbid forbids forbidden forbade unless except
	only few little far against instead rather less unknown missing missed miss loss lost lose
	oppose opposes opposed opposing refrain refrains refrained ignore ignores ignored ignoring forget forgets forgot forgotten
	end ends ended halt halted halting abandon abandoned cancel cancelled canceled cancellation abolish abolished devoid free zero minus
	before until yet still remain remains remained remaining out away off apart beyond other otherwise contrary doubt difficult hard hardly wrong false
	nor seldom rarely cannot inability incapable insufficient inadequate poor bad void empty dispense deprive deprived deprives withdraw withdrawn withdrew
	incorrect unclear illegal unacceptable unfair unfounded baseless useless helpless hopeless pointless meaningless all any too either even but though although
	despite vain drop dropped stay stayed keep kept cut protect protected protecting save saved save spare spared escape escaped immune exempt exempted opposite
	unchanged unaffected undecided unreal unprecedented leave left leaving give gave given skip skipped undermine undermined negative negatively`)

// negativeStart are beginnings of words that turn the rest round.
var negativeStart = []string{"un", "in", "im", "ir", "il", "dis", "non", "mis", "anti"}

// A negation is a negator that counts, and the clause that it turns.
//
// What counts is the parity of each clause: the negators of both sides are
// matched by place, and what is left over on one side is a change unless the
// other side says the same in a negative word of its own.
func (p *pairing) negations() {
	q, s := p.negationsIn(p.report, p.q), p.negationsIn(p.transcript, p.s)
	equal := func(a, b fact) bool { return true }
	p.agree(Negation, q, s, equal, p.tied)
	p.agree(Negation, q, s, equal, p.sameClause)
	for _, f := range q {
		if !f.found && !p.excused(p.s, p.windowOf(f.at)) {
			p.tell(Negation, Major, withDo(p.q, f.at), p.gapAt(f.at))
		}
	}
	for _, f := range s {
		if !f.found && p.s[f.at.Start].inside && !p.toldAt(p.s, f.at) && !p.excused(p.q, p.windowOn(f.at)) {
			p.tell(Negation, Major, p.gapFor(f.at), withDo(p.s, f.at))
		}
	}
}

// withDo takes along the "do" that a negator needs.
func withDo(atoms []atom, r text.Range) text.Range {
	if i := r.Start - 1; i >= 0 && len(atoms[i].mates) == 0 && (atoms[i].text == "do" || atoms[i].text == "does" || atoms[i].text == "did") {
		r.Start = i
	}
	return r
}

// reach is how far apart the negators of one clause may stand on the two sides.
const (
	literalReach = 3
	looseReach   = 14
)

func (p *pairing) reach() int {
	if p.literal {
		return literalReach
	}
	return looseReach
}

func (p *pairing) sameClause(a, b fact) bool {
	return p.distance(a, b) <= p.reach()
}

// windowOf are the atoms of the source around where it would have atoms r.
func (p *pairing) windowOf(r text.Range) text.Range {
	at := p.expect(r.Start)
	return clip(at-p.reach(), at+p.reach()+1, len(p.s))
}

// windowOn are the atoms of the quote around where it would have source atoms r.
func (p *pairing) windowOn(r text.Range) text.Range {
	at := p.expectOn(r.Start)
	return clip(at-p.reach(), at+p.reach()+1, len(p.q))
}

func clip(lo, hi, n int) text.Range {
	lo = min(max(lo, 0), n)
	return text.Range{Start: lo, End: max(lo, min(hi, n))}
}

// expectOn is where in the quote atom j of the source would stand.
func (p *pairing) expectOn(j int) int {
	for d := 0; d <= len(p.s); d++ {
		if k := j - d; k >= 0 && k < len(p.s) && len(p.s[k].mates) > 0 {
			return p.s[k].mates[0].at + d
		}
		if k := j + d; k < len(p.s) && len(p.s[k].mates) > 0 {
			return p.s[k].mates[0].at - d
		}
	}
	return j
}

// excused reports whether a negative word that has no equal on the other side
// stands among atoms[r].
func (p *pairing) excused(atoms []atom, r text.Range) bool {
	for i := r.Start; i < r.End; i++ {
		a := &atoms[i]
		if (negative[a.text] || negativePrefix(a.text)) && !p.hasTwin(a) && !a.told {
			return true
		}
	}
	return false
}

// hasTwin reports whether an atom is paired with the same word.
func (p *pairing) hasTwin(a *atom) bool {
	return len(a.mates) > 0 && a.mates[0].why <= 1
}

func negativePrefix(w string) bool {
	if strings.HasSuffix(w, "less") && len(w) > 6 {
		return true
	}
	for _, n := range negativeStart {
		if rest, ok := strings.CutPrefix(w, n); ok && len(rest) > 3 && negatable[rest] {
			return true
		}
	}
	return false
}

// negatable are words that a negative beginning turns round.
var negatable = set(`able acceptable accurate active adequate agree agreed agreement appear appeared approve approved aware balanced believable certain changed
	clear comfortable common complete conditional connected continue continued correct credible decided dependent direct effective employed equal equality expected experienced
	fair faithful familiar favourable favorable finished fit fortunate friendly happy healthy honest important interested just justice justified known lawful legal like likely limited
	logical loyal mature moral mortal natural necessary noticed obey official opposed orderly passable patient perfect pleasant popular possible practical precedented predictable
	prepared proper qualified rational ready real realistic reasonable regular related relevant reliable resolved respect respectful responsible rest satisfied satisfactory safe
	secure seen sensitive significant similar solved stable stated successful sufficient suitable sure tolerable tolerant touched trust true usual valid viable visible wanted
	welcome willing wise worthy justified understood understand acceptable payment compliance existent governmental aligned violent`)

// negationsIn are the negators of one side that count.
func (p *pairing) negationsIn(d *text.Document, atoms []atom) []fact {
	var out []fact
	for i, a := range atoms {
		if negators[a.text] && !a.told && !p.idle(d, atoms, i) {
			out = append(out, fact{value: "not", at: text.Range{Start: i, End: i + 1}})
		}
	}
	return out
}

// idle reports whether the negator at i negates nothing: not only, no doubt,
// whether or not, No. 5, an answering "No,".
func (p *pairing) idle(d *text.Document, atoms []atom, i int) bool {
	next, prev := wordAt(atoms, i+1), wordAt(atoms, i-1)
	switch atoms[i].text {
	case "not":
		return !p.literal && (next == "only" || next == "just" || next == "merely" || next == "simply") || next == "least" || next == "surprisingly" || prev == "or" || prev == "if" && next != "for"
	case "no":
		return next == "doubt" || next == "matter" || next == "wonder" || next == "less" || next == "fewer" || isDigit(next) || answers(d, atoms, i)
	case "nothing":
		return next == "but" || next == "less" || next == "short"
	case "nor", "neither":
		return wordAt(atoms, i-1) == "and" && atoms[i].text == "nor"
	case "none":
		return next == "other"
	}
	return false
}

func wordAt(atoms []atom, i int) string {
	if i < 0 || i >= len(atoms) {
		return ""
	}
	return atoms[i].text
}

// answers: "No, we have", a word of its own.
func answers(d *text.Document, atoms []atom, i int) bool {
	end := int(d.Words[atoms[i].word].End)
	return end < len(d.Text) && (d.Text[end] == ',' || d.Text[end] == '.' || d.Text[end] == '!')
}
