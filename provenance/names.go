package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// notNames are words with a capital letter that name nobody: titles, and what
// always has one.
var notNames = set(`i mr mrs ms miss dr sir madam lord lady president minister prime chancellor king queen secretary general senator
	governor mayor chairman chairwoman chair professor captain colonel commander judge justice god mp mps ok okay o the a an of and`)

// demonyms are names of peoples that do not begin like their country.
var demonyms = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(demonymList), "\n") {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

const demonymList = `
us usa u.s u.s. u.s.a. american americans america united-states states
uk u.k. u.k british briton britons britain united-kingdom
eu e.u. european-union
un u.n. united-nations
dutch netherlands holland
french france frenchman frenchmen
spanish spain spaniard spaniards
greek greece greeks
swiss switzerland
polish poland pole poles
danish denmark dane danes
swedish sweden swede swedes
finnish finland finn finns
turkish turkey turk turks türkiye turkiye
welsh wales
scottish scotland scots scot
irish ireland
english england
german germany germans
norwegian norway
portuguese portugal
chinese china prc
kyrgyz kyrgyzstan kirghizia
kazakh kazakhstan kazakhs
uzbek uzbekistan
tajik tajikistan
turkmen turkmenistan
afghan afghanistan afghans
thai thailand
filipino philippines
russia russian russians rf
ukraine ukrainian ukrainians
kremlin
`

// names compares the names of people, places and bodies, word by word: names
// are capitalised inside a sentence, or where the other side has them so.
func (p *pairing) names() {
	q, s := p.namesIn(p.report, p.q), p.namesIn(p.transcript, p.s)
	p.keep(q, s)
	p.agreeAcronyms(q, s)
	p.settle(Name, q, s, p.sameName)
	for _, f := range q {
		if !f.found && p.literal {
			p.strangeName(f)
		}
	}
	for _, f := range s {
		if ms := p.s[f.at.Start].mates; !f.found && p.literal && p.held(f.at) && (len(ms) == 0 || ms[0].why != align.Same) {
			p.lostName(f)
		}
	}
}

// keep marks the names that are tied to the same word, whether or not the other
// side's capitals make a name of it.
func (p *pairing) keep(q, s []fact) {
	for i := range q {
		if ms := p.q[q[i].at.Start].mates; len(ms) > 0 && ms[0].why == align.Same {
			q[i].found, q[i].mate = true, slices.IndexFunc(s, func(f fact) bool { return f.at.Start == ms[0].at })
			if q[i].mate >= 0 {
				s[q[i].mate].found = true
			}
		}
	}
}

// strangeName is a name of a literal quote for which the source has none: put
// in, or put for other words.
func (p *pairing) strangeName(f fact) {
	if p.toldAt(p.q, f.at) || p.oneRunWithFound(p.q, f) {
		return
	}
	p.tell(Name, Major, f.at, p.acrossFrom(f.at))
}

// lostName is a name that a literal quote leaves out or puts a word for.
func (p *pairing) lostName(f fact) {
	if p.oneRunWithFound(p.s, f) {
		return
	}
	for _, h := range p.holes {
		if overlap(h.s, f.at) && h.q.Len() > 0 && !p.toldAt(p.q, h.q) {
			p.tell(Name, Major, h.q, f.at)
			return
		}
	}
	p.tell(Omission, Minor, p.gapFor(f.at), f.at)
}

// oneRunWithFound: a first name more or less, beside a last name that both have.
func (p *pairing) oneRunWithFound(atoms []atom, f fact) bool {
	beside := func(i int) bool {
		return i >= 0 && i < len(atoms) && atoms[i].upper && !notNames[atoms[i].text] && len(atoms[i].mates) > 0
	}
	return beside(f.at.Start-1) || beside(f.at.End)
}

// acrossFrom are the atoms of the source in the hole of atoms r, or its gap.
func (p *pairing) acrossFrom(r text.Range) text.Range {
	for _, h := range p.holes {
		if overlap(h.q, r) && h.s.Len() > 0 && h.s.Len() <= 6 && p.s[h.s.Start].inside {
			return h.s
		}
	}
	return p.gapAt(r)
}

// namesIn are the words of one side that are part of a name.
func (p *pairing) namesIn(d *text.Document, atoms []atom) []fact {
	if shouted(atoms) {
		return nil
	}
	var out []fact
	for i, a := range atoms {
		if !a.upper || a.told || len(a.text) < 2 || notNames[a.text] || a.short || !p.nameAt(d, atoms, i) {
			continue
		}
		out = append(out, fact{value: a.text, at: text.Range{Start: i, End: i + 1}})
	}
	return out
}

// shouted reports whether most words are capitalised, as in a headline: then
// capitals say nothing.
func shouted(atoms []atom) bool {
	upper := 0
	for _, a := range atoms {
		if a.upper {
			upper++
		}
	}
	return len(atoms) > 4 && upper*10 > len(atoms)*8
}

// nameAt reports whether the capital of atom i makes a name of it. The first
// word of a sentence has one anyhow: there it counts where the word before the
// capital is no function word and the next has one too, or where it is one of
// the known names of nations.
func (p *pairing) nameAt(d *text.Document, atoms []atom, i int) bool {
	a := atoms[i]
	if weekdayNames[a.text] != "" || isMonth(atoms, i) {
		return false
	}
	if !startsSentence(d, atoms, i) {
		return true
	}
	return !functionWords[a.text] && quantities[a.text] == 0 && !negators[a.text] && modality[a.text] == "" && !numberWords[a.text] && (demonyms[strings.TrimSuffix(a.text, "'s")] != "" || i+1 < len(atoms) && atoms[i+1].upper && atoms[i+1].word == a.word+1 && !notNames[atoms[i+1].text])
}

// startsSentence reports whether atom i is the first of a sentence, of a quote
// or of what follows a colon.
func startsSentence(d *text.Document, atoms []atom, i int) bool {
	if i == 0 || atoms[i].first || atoms[i].apart {
		return true
	}
	gap := d.Text[d.Words[atoms[i-1].word].End:d.Words[atoms[i].word].Start]
	return strings.ContainsAny(gap, ".!?:“\"…\n—[")
}

// sameName compares two words of names.
func (p *pairing) sameName(a, b fact) bool {
	x, y := p.bare(p.report, p.q, a), p.bare(p.transcript, p.s, b)
	if x == y || demonyms[x] != "" && demonyms[x] == demonyms[y] || related(x, y) {
		return true
	}
	for _, m := range p.q[a.at.Start].mates {
		if m.at == b.at.Start && (m.why == align.Same || m.why == align.Stem || m.why == align.Name) {
			return true
		}
	}
	return transliterated(x, y)
}

// bare is a fact's name in plain letters.
func (p *pairing) bare(d *text.Document, atoms []atom, f fact) string {
	return bare(p.plainForm(d, atoms[f.at.Start].word))
}

// bare is a name without genitive and points.
func bare(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	return strings.ReplaceAll(w, ".", "")
}

// related: Iran and Iranian, Varland and Varlanders begin alike.
func related(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for n < len(x) && x[n] == y[n] {
		n++
	}
	return n >= 4 && n >= len(x)-2 && endings[y[n:]] && endings[x[n:]]
}

var endings = func() map[string]bool {
	m := set("s a n an ans ian ians ia ese i is ish er ers y e es nese ine land landers lander no o on")
	m[""] = true
	return m
}()

// transliterated: spellings of one name share their consonants, up to a few
// that scripts confuse.
func transliterated(x, y string) bool {
	a, b := skeleton(x), skeleton(y)
	return len(a) >= 2 && a == b && x[0] == y[0] || len(a) >= 3 && a == b
}

var skeletonOf = strings.NewReplacer("sch", "s", "shch", "s", "tch", "c", "ch", "c", "tz", "c", "ts", "c", "sh", "s", "zh", "z", "kh", "h", "ph", "f", "gh", "g", "ck", "k", "qu", "k", "x", "ks", "q", "k", "w", "v", "j", "y", "dj", "z")

// skeleton is a name's consonants.
func skeleton(w string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range skeletonOf.Replace(w) {
		if strings.ContainsRune("aeiouy'-.", r) || r == last {
			continue
		}
		if r == 'c' {
			r = 'k'
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// agreeAcronyms marks an acronym and the run of names whose initials it has.
func (p *pairing) agreeAcronyms(q, s []fact) {
	for i, at := range acronyms(p.report, p.q, q, s) {
		p.tell(Spelling, Minor, q[i].at, at)
	}
	for j, at := range acronyms(p.transcript, p.s, s, q) {
		p.tell(Spelling, Minor, at, s[j].at)
	}
}

// acronyms finds the facts of short that are acronyms of neighbours in long,
// marks both, and tells where the long form stands.
func acronyms(d *text.Document, atoms []atom, short, long []fact) map[int]text.Range {
	out := map[int]text.Range{}
	for i := range short {
		w := d.Word(atoms[short[i].at.Start].word)
		if short[i].found || !lexicon.Capitals(strings.TrimSuffix(w, "s")) {
			continue
		}
		if lo, hi, ok := spelledOut(bare(short[i].value), long); ok {
			short[i].found, short[i].mate = true, -1
			for k := lo; k < hi; k++ {
				long[k].found, long[k].mate = true, -1
			}
			out[i] = text.Range{Start: long[lo].at.Start, End: long[hi-1].at.End}
		}
	}
	return out
}

// spelledOut finds neighbours among facts whose initials are those of an
// acronym.
func spelledOut(acronym string, facts []fact) (lo, hi int, ok bool) {
	for lo := range facts {
		n := 0
		for hi = lo; hi < len(facts) && n < len(acronym) && facts[hi].value[0] == acronym[n]; hi++ {
			if hi > lo && facts[hi].at.Start-facts[hi-1].at.End > 2 {
				break
			}
			n++
		}
		if n == len(acronym) && n > 1 {
			return lo, hi, true
		}
	}
	return 0, 0, false
}
