package provenance

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// names compares the names of people, places and bodies, word by word: names
// are capitalised inside a sentence, or where the other side has them so.
func (p *pairing) names() {
	q, s := p.namesIn(p.report, p.q), p.namesIn(p.transcript, p.s)
	p.keep(q, s)
	p.agreeAcronyms(q, s)
	if !p.literal {
		p.partNames(q, s)
	}
	p.settle(Name, q, s, p.sameName)
	if !p.literal {
		p.unheardOf(q, s)
	}
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

// partNames marks names of a translation that stand beside one that both sides
// have, on both sides: Michael Renn, Mike Renn.
func (p *pairing) partNames(q, s []fact) {
	for i := range q {
		if !q[i].found && besideFound(p.report, p.q, q, q[i]) {
			q[i].found, q[i].mate = true, -1
		}
	}
	for j := range s {
		if !s[j].found && besideFound(p.transcript, p.s, s, s[j]) {
			s[j].found = true
		}
	}
}

// besideFound: the next word is the last name to this first name, and found.
func besideFound(d *text.Document, atoms []atom, facts []fact, f fact) bool {
	for _, g := range facts {
		if g.found && !g.weak && g.at.Start == f.at.End && oneName(d, atoms, f.at.Start) {
			return true
		}
	}
	return false
}

// oneName reports whether atom i and the next stand side by side as the words
// of a name do.
func oneName(d *text.Document, atoms []atom, i int) bool {
	a, b := d.Words[atoms[i].word], d.Words[atoms[i+1].word]
	if atoms[i].word+1 != atoms[i+1].word {
		return false
	}
	gap := d.Text[a.End:b.Start]
	return gap == " " || gap == "-" || gap == ". "
}

// unheardOf marks as telling the names of a translation that stand nowhere in
// the transcript: whatever the source has in their place, it is another.
func (p *pairing) unheardOf(q, s []fact) {
	for i := range q {
		if q[i].found || q[i].weak || p.heardOf(q[i]) {
			continue
		}
		for j := range s {
			if !s[j].found && !q[i].found && (!s[j].weak || p.distance(q[i], s[j]) <= weakReach) {
				q[i].found, s[j].found = true, true
				p.tell(Name, Major, q[i].at, s[j].at)
			}
		}
	}
}

// weakReach is how near a word that names nothing by itself (Northern, Office)
// must stand for an unheard-of name to be put in its place.
const weakReach = 5

// heardOf reports whether the transcript has a name anywhere.
func (p *pairing) heardOf(f fact) bool {
	name := p.bare(p.report, p.q, f)
	p.all.read()
	return slices.ContainsFunc(p.all.names, func(u string) bool {
		return u == name || related(name, u) || transliterated(name, u)
	})
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
	return beside(f.at.End)
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
		out = append(out, fact{value: a.text, at: text.Range{Start: i, End: i + 1}, weak: !p.proper(d, a)})
	}
	return out
}

// proper reports whether a capitalised word names somebody or something by
// itself: "Tamsin", not "Regional" or "Program". Words that general English
// hardly knows count as names.
func (p *pairing) proper(d *text.Document, a atom) bool {
	name := bare(a.text)
	if generic[name] {
		return false
	}
	if demonyms[name] != "" || nations[name] || alsoWords[name] {
		return true
	}
	f := p.form(d, a.word)
	return f == nil || lexicon.Proper(f.Stem) || lexicon.Frequency(f.Stem) < rare
}

func (p *pairing) properWord(d *text.Document, w int) bool {
	f := p.form(d, w)
	return f != nil && lexicon.Proper(f.Stem)
}

// rare is how few of the sentences of general English a word may stand in to be
// taken for a name.
const rare = 4

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
// word of a sentence has one anyhow: there it counts where the next word of the
// name has one too, where it is a nation's, or where general English does not
// know the word.
func (p *pairing) nameAt(d *text.Document, atoms []atom, i int) bool {
	a := atoms[i]
	if weekdayNames[a.text] != "" || isMonth(atoms, i) {
		return false
	}
	claim := quantities[a.text] > 0 || negators[a.text] || modality[a.text] != "" || numberWords[a.text]
	switch begins := startsSentence(d, atoms, i); {
	case functionWords[a.text], claim && (begins || lexicon.Capitals(d.Word(a.word))): // we are NOT
		return false
	case !begins:
		return true
	}
	name := bare(a.text)
	if demonyms[name] != "" || nations[name] || capitals[name] != "" || !p.known(d, a.word) || p.properWord(d, a.word) {
		return true
	}
	return i+1 < len(atoms) && atoms[i+1].upper && !notNames[atoms[i+1].text] && !functionWords[atoms[i+1].text] && oneName(d, atoms, i)
}

// startsSentence reports whether atom i is the first of a sentence, of a quote
// or of what follows a colon.
func startsSentence(d *text.Document, atoms []atom, i int) bool {
	if i == 0 || atoms[i].first || atoms[i].apart {
		return true
	}
	gap := d.Text[d.Words[atoms[i-1].word].End:d.Words[atoms[i].word].Start]
	return strings.ContainsAny(gap, "?!:…\n—“‘[(") || strings.Contains(gap, ". ") && len(atoms[i-1].text) > 3 || strings.HasSuffix(gap, "\"") && gap != "\""
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
	return transliterated(x, y) || !p.literal && (capitals[x] != "" && capitals[x] == country(y) || capitals[y] != "" && capitals[y] == country(x) || nearlySpelled(x, y) || generic[x] && generic[y])
}

func sortedLetters(w string) string {
	b := []byte(w)
	slices.Sort(b)
	return string(b)
}

// country is a name's entry among the demonyms, or the name.
func country(name string) string {
	if c := demonyms[name]; c != "" {
		return c
	}
	return name
}

// nearlySpelled: translators spell names as they hear them. Nations that look
// alike are not taken for each other.
func nearlySpelled(x, y string) bool {
	if demonyms[x] != "" || demonyms[y] != "" || nations[x] || nations[y] {
		return false
	}
	if nicknames[x] != "" && nicknames[x] == nicknames[y] {
		return true
	}
	if len(x) >= 4 && sortedLetters(x) == sortedLetters(y) {
		return true // UEFA, EUFA
	}
	n := max(len(x), len(y))
	return n >= 4 && levenshtein.ComputeDistance(x, y) <= n*2/5 && x[0] == y[0] || n >= 6 && levenshtein.ComputeDistance(x, y) <= n/3
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

var skeletonOf = strings.NewReplacer("sch", "s", "shch", "s", "tch", "c", "ch", "c", "tz", "s", "ts", "s", "sh", "s", "zh", "s", "kh", "", "ph", "f", "gkh", "g", "gh", "g", "ck", "k", "qu", "k", "x", "ks", "q", "k", "w", "v", "j", "y", "dj", "s", "z", "s", "h", "")

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
	for _, a := range acronyms(p.report, p.q, q, s) {
		p.tell(Spelling, Minor, a.short, a.long)
	}
	for _, a := range acronyms(p.transcript, p.s, s, q) {
		p.tell(Spelling, Minor, a.long, a.short)
	}
}

// An acronym is its atoms on one side and those of its long form on the other.
type acronym struct{ short, long text.Range }

// acronyms finds the facts of short that are acronyms of neighbours in long,
// marks both, and tells where the two stand, in the order of short.
func acronyms(d *text.Document, atoms []atom, short, long []fact) (out []acronym) {
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
			out = append(out, acronym{short[i].at, text.Range{Start: long[lo].at.Start, End: long[hi-1].at.End}})
		}
	}
	return out
}

// spelledOut finds neighbours among facts whose initials are those of an
// acronym.
func spelledOut(short string, facts []fact) (lo, hi int, ok bool) {
	for lo := range facts {
		n := 0
		for hi = lo; hi < len(facts) && n < len(short) && facts[hi].value[0] == short[n]; hi++ {
			if hi > lo && facts[hi].at.Start-facts[hi-1].at.End > 2 {
				break
			}
			n++
		}
		if n == len(short) && n > 1 {
			return lo, hi, true
		}
	}
	return 0, 0, false
}
