package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// vagueNumbers are counts that name an order of magnitude.
var vagueNumbers = set("dozens scores hundreds thousands millions billions trillions tens")

// spelledAmounts are amounts that are words of their own.
var spelledAmounts = map[string]string{"half": "0.5", "halves": "0.5", "dozen": "12", "quarter": "0.25", "quarters": "0.25", "double": "2", "twice": "2", "triple": "3", "thrice": "3", "tripled": "3", "doubled": "2", "couple": "2", "pair": "2", "both": "2", "fortnight": "14", "nil": "0"}

// weakAmounts may stand where the other side has no number: one of us, half of
// the time, first of all.
var weakAmounts = set("1 1th 0.5 0.25 2 2th 3th 0")

// numbers compares the numbers of both sides.
func (p *pairing) numbers() {
	v := p.words
	q, s := amounts(v, p.report, p.q), amounts(v, p.transcript, p.s)
	p.cutNumbers(q, s)
	p.settle(Number, q, s, sameAmount)
	for _, f := range q {
		if !f.found && !p.toldAt(p.q, f.at) && !copied(p.q, f.at) {
			p.newAmount(f)
		}
	}
	for _, f := range s {
		if !f.found && p.literal && !f.weak && p.held(f.at) && !copied(p.s, f.at) {
			p.tell(Omission, Major, p.gapFor(f.at), f.at)
		}
	}
}

// cutNumbers marks a number at either end of the quote that the cut itself has
// parted: of "1.2 billion crowns" only "billion crowns" is quoted.
func (p *pairing) cutNumbers(q, s []fact) {
	for i := range q {
		if !copied(p.q, q[i].at) || q[i].at.Start > 0 && q[i].at.End < len(p.q) {
			continue
		}
		lo, hi := p.q[q[i].at.Start].mates[0].at, p.q[q[i].at.End-1].mates[0].at
		for j := range s {
			if at := s[j].at; lo == at.Start && hi < at.End-1 && q[i].at.End == len(p.q) || hi == at.End-1 && lo > at.Start && q[i].at.Start == 0 {
				q[i].found, q[i].mate, s[j].found = true, -1, true
			}
		}
	}
}

// newAmount is a number that the source has none for. In a translation small
// ones come and go (both, the two).
func (p *pairing) newAmount(f fact) {
	if f.weak && !p.literal {
		return
	}
	p.tell(Insertion, Major, f.at, p.gapAt(f.at))
}

// toldAt reports whether every atom of r is accounted for.
func (p *pairing) toldAt(atoms []atom, r text.Range) bool {
	for _, a := range atoms[r.Start:r.End] {
		if !a.told {
			return false
		}
	}
	return true
}

// held reports whether source atoms lie within the match and are not yet
// accounted for.
func (p *pairing) held(r text.Range) bool {
	return p.s[r.Start].inside && p.s[r.End-1].inside && !p.toldAt(p.s, r)
}

// gapAt is the gap of the source where atoms r of the quote would stand.
func (p *pairing) gapAt(r text.Range) text.Range {
	for _, h := range p.holes {
		if overlap(h.q, r) {
			return text.Range{Start: h.s.Start, End: h.s.Start}
		}
	}
	at := min(max(0, p.expect(r.Start)), len(p.s))
	return text.Range{Start: at, End: at}
}

// gapFor is the gap of the quote where atoms r of the source are left out.
func (p *pairing) gapFor(r text.Range) text.Range {
	for _, h := range p.holes {
		if overlap(h.s, r) {
			return text.Range{Start: h.q.Start, End: h.q.Start}
		}
	}
	return text.Range{Start: len(p.q), End: len(p.q)}
}

// amounts are the numbers of one side: figures and number words over any
// number of words, fractions, and counts like dozens.
func amounts(v *lexicon.Vocabulary, d *text.Document, atoms []atom) []fact {
	var out []fact
	for i := 0; i < len(atoms); {
		r := stretch(atoms, i)
		for _, t := range v.Terms(nil, d, text.Range{Start: atoms[i].word, End: atoms[r-1].word + 1}) {
			if f, ok := amount(v, t, atoms, i, r); ok {
				out = append(out, f)
			}
		}
		i = r
	}
	return out
}

// stretch is the end of the run of atoms from i on whose words follow each other.
func stretch(atoms []atom, i int) int {
	for i++; i < len(atoms) && atoms[i].word <= atoms[i-1].word+1; i++ {
	}
	return i
}

// amount reads a term of atoms[lo:hi] as a number.
func amount(v *lexicon.Vocabulary, t lexicon.Term, atoms []atom, lo, hi int) (fact, bool) {
	at := text.Range{Start: lo, End: lo}
	for at.Start < hi && atoms[at.Start].word < int(t.Word) {
		at.Start++
	}
	for at.End = at.Start; at.End < hi && atoms[at.End].word < int(t.Word+t.Words); {
		at.End++
	}
	form := v.Form(t.ID)
	switch {
	case at.Len() == 0 || atoms[at.Start].told:
		return fact{}, false
	case form.Number:
		if timeUnit(atoms, at) {
			return fact{}, false
		}
		return percentage(fact{value: form.Text, at: at, weak: weakAmounts[form.Text] && !isDigit(atoms[at.Start].text)}, atoms), true
	case vagueNumbers[atoms[at.Start].text]:
		return fact{value: atoms[at.Start].text, at: withOf(atoms, at)}, true
	}
	if n, ok := spelledAmounts[atoms[at.Start].text]; ok {
		return fact{value: n, at: at, weak: true}, true
	}
	if w := atoms[at.Start].text; w != "" && isDigit(w) {
		return fact{value: strings.Trim(w, "."), at: at}, true
	}
	return fact{}, false
}

func isDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// timeUnit: "a second", "seconds" count time, not order.
func timeUnit(atoms []atom, at text.Range) bool {
	return at.Len() == 1 && atoms[at.Start].text == "second" && at.Start > 0 && (atoms[at.Start-1].text == "a" || atoms[at.Start-1].text == "per")
}

// withOf takes "of" along: hundreds of.
func withOf(atoms []atom, at text.Range) text.Range {
	if at.End < len(atoms) && atoms[at.End].text == "of" {
		at.End++
	}
	return at
}

// percentage: a percentage equals the fraction, half is 50 percent.
func percentage(f fact, atoms []atom) fact {
	if f.at.End < len(atoms) && f.value == "50" {
		if t := atoms[f.at.End].text; t == "%" || t == "percent" || t == "per" {
			f.value = "0.5"
		}
	}
	return f
}

func sameAmount(a, b fact) bool {
	return a.value == b.value || strings.TrimSuffix(a.value, "th") == strings.TrimSuffix(b.value, "th")
}
