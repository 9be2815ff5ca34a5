package provenance

import "github.com/quoteprov/quoteprov/text"

// How surely, and in what way, a clause speaks: that something may be, will
// be, must be, should be.
const (
	possible = "may"
	able     = "can"
	certain  = "will"
	would    = "would"
	duty     = "must"
	advice   = "should"
)

var modality = map[string]string{
	"may": possible, "might": possible, "perhaps": possible, "maybe": possible, "possibly": possible, "probably": possible, "likely": possible, "potentially": possible,
	"can": able, "could": able,
	"will": certain, "shall": certain,
	"would": would, "'d": would,
	"must":   duty,
	"should": advice, "ought": advice,
}

// inOtherWords are words that say what a modal verb says; in a translation
// they excuse its absence.
var inOtherWords = map[string][]string{
	possible: {"possible", "possibility", "probable", "probability", "chance", "could", "can", "would", "allow", "allowed", "allows", "permitted", "permission", "right", "able", "likelihood", "risk", "threaten", "threatens", "if", "should", "seem", "seems", "apparently", "allegedly", "alleged", "suspected", "assume", "believed", "thought", "potential", "presumably", "expected"},
	able:     {"able", "possible", "ability", "capable", "may", "might", "enable", "enables", "allow", "allows", "opportunity", "unable", "impossible", "would", "manage", "managed", "possibility", "afford", "let", "capacity", "will"},
	certain:  {"going", "would", "to", "plan", "plans", "planned", "intend", "intends", "expected", "set", "about", "be", "future", "soon", "scheduled", "due", "next", "until", "want", "wants", "ready", "tomorrow", "should", "can", "is", "are"},
	would:    {},
	duty:     {"have", "has", "had", "need", "needs", "needed", "required", "require", "requires", "obliged", "obligation", "necessary", "obligatory", "mandatory", "compulsory", "forced", "should", "bound", "essential", "duty", "demand", "demands", "imperative", "vital", "supposed", "important", "necessarily", "only", "shall", "to", "is", "are", "be", "ought", "got", "crucial", "can", "will"},
	advice:   {"ought", "supposed", "need", "needs", "needed", "must", "have", "has", "had", "better", "recommended", "advised", "expected", "to", "necessary", "required", "would", "if", "be", "is", "are", "shall", "were", "important", "let", "may", "can", "could", "will"},
}

// modals compares how surely both sides speak.
func (p *pairing) modals() {
	q, s := modalsIn(p.q), modalsIn(p.s)
	p.agree(Modality, q, s, sameFact, p.tied)
	p.agree(Modality, q, s, sameFact, func(a, b fact) bool { return p.distance(a, b) <= p.reach() })
	for i := range q {
		for j := range s {
			if q[i].found || s[j].found || !p.samePlace(q[i], s[j]) && !p.beside(q[i], s[j]) {
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

// shift is how grave it is to speak in one way for another.
func (p *pairing) shift(q, s string) Severity {
	pair := q + " " + s
	switch pair {
	case "will would", "would will", "can would", "would can":
		if p.literal {
			return Major
		}
		return ""
	case "may can", "can may", "may would", "would may", "should would", "would should":
		if p.literal {
			return Major
		}
		return Minor
	}
	return Major
}

// loneModals: a literal quote drops a modal verb, or has one more.
func (p *pairing) loneModals(q, s []fact) {
	for _, f := range q {
		if !f.found && !p.q[f.at.Start].told {
			p.tell(Modality, Major, f.at, p.acrossFrom(f.at))
		}
	}
	for _, f := range s {
		if !f.found && p.held(f.at) {
			p.tell(Modality, Major, p.gapFor(f.at), f.at)
		}
	}
}

func modalsIn(atoms []atom) []fact {
	var out []fact
	for i, a := range atoms {
		if m := modality[a.text]; m != "" && !a.told && !isMonth(atoms, i) && !(a.text == "will" && (wordAt(atoms, i-1) == "the" || wordAt(atoms, i-1) == "of")) {
			out = append(out, fact{value: m, at: text.Range{Start: i, End: i + 1}})
		}
	}
	return out
}
