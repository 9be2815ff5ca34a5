package provenance

import (
	"slices"
	"strings"

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
	if p.literal {
		p.loneNames(q, s)
		return
	}
	p.joinedNames(q, s)
	p.partNames(q, s)
	p.turnedNames(q, s)
	p.agree(Name, q, s, p.sameName, p.tied)
	p.agree(Name, q, s, p.sameName, func(a, b fact) bool { return true })
	p.clash(Name, q, s, func(a, b fact) bool { return p.samePlace(a, b) && p.opposing(a, b) })
	p.clash(Name, q, s, func(a, b fact) bool { return p.near(a, b) && p.opposing(a, b) })
	p.unheardOf(q, s)
}

// unheardOf marks as telling the names of a translation that stand nowhere in
// the transcript: whatever the source has in their place, it is another.
func (p *pairing) unheardOf(q, s []fact) {
	for i := range q {
		if q[i].found || q[i].weak || p.heardOf(q[i]) {
			continue
		}
		for j := range s {
			if !s[j].found && !q[i].found && p.opposing(q[i], s[j]) && p.distance(q[i], s[j]) <= 15 && (!s[j].weak || p.distance(q[i], s[j]) <= weakReach) {
				q[i].found, s[j].found = true, true
				p.tell(Name, Major, q[i].at, s[j].at)
			}
		}
		if at := p.inPlaceOf(q[i]); !q[i].found && at.Len() > 0 {
			q[i].found = true
			p.tell(Name, Major, q[i].at, at)
		}
	}
}

// inPlaceOf are the words that the source has where the quote has a name of which it
// never speaks: words of content without a counterpart. Empty where there are none, and
// for nations, which translators add.
func (p *pairing) inPlaceOf(f fact) text.Range {
	if name := p.bare(p.report, p.q, f); ofNation(name) || strings.ContainsAny(name, "0123456789") || startsSentence(p.report, p.q, f.at.Start) || p.secondName(f.at.Start) {
		return text.Range{}
	}
	for _, h := range p.holes {
		if !overlap(h.q, f.at) || h.s.Len() > 8 {
			continue
		}
		at := p.open(p.s, h.s)
		if p.anyContent(p.s, at) && (at.Start == at.End || p.s[at.Start].inside) {
			return at
		}
	}
	return text.Range{}
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

// secondName reports whether atom i of the quote goes on with a name that both sides have.
func (p *pairing) secondName(i int) bool {
	return i > 0 && p.q[i-1].upper && hasTwin(p.q, i-1) && oneName(p.report, p.q, i-1)
}

// opposing reports whether one name may have been put for the other. A nation is
// put for a nation; beside other names it is mostly what a translator adds for
// "our", "here" or "the country".
func (p *pairing) opposing(a, b fact) bool {
	x, y := ofNation(p.bare(p.report, p.q, a)), ofNation(p.bare(p.transcript, p.s, b))
	return x == y || y && p.distance(a, b) <= 2*nearby
}

// ofNation reports whether a word names a nation, or its people.
func ofNation(name string) bool {
	if demonyms[name] != "" || nations[name] {
		return true
	}
	for _, end := range [...]string{"s", "ns", "n", "ans", "an", "ian", "ians", "i", "is", "ese"} {
		if rest, ok := strings.CutSuffix(name, end); ok && (nations[rest] || nations[rest+"a"] || nations[rest+"y"]) {
			return true
		}
	}
	return false
}

// loneNames reports the names of a literal quote that are left over on either side.
func (p *pairing) loneNames(q, s []fact) {
	p.settle(Name, q, s, p.sameName)
	for _, f := range q {
		if !f.found {
			p.strangeName(f)
		}
	}
	for _, f := range s {
		if ms := p.s[f.at.Start].mates; !f.found && p.held(f.at) && (len(ms) == 0 || ms[0].why != align.Same) {
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

// joinedNames marks a name that one side of a translation writes in one word and
// the other in several: Hofnvollur, Hofn Vollur, Hofn-vollur.
func (p *pairing) joinedNames(q, s []fact) {
	join := func(x []fact, d *text.Document, xs []atom, y []fact, ys []atom) {
		for i := range x {
			if x[i].found {
				continue
			}
			at := joinedIn(letters(p.bare(d, xs, x[i])), ys, y)
			x[i].found, x[i].mate = at.Len() > 0, -1
			for j := range y {
				if overlap(y[j].at, at) {
					y[j].found, y[j].mate = true, -1
				}
			}
		}
	}
	join(q, p.report, p.q, s, p.s)
	join(s, p.transcript, p.s, q, p.q)
}

// mostJoined is how many words a name of one word is written in at most.
const mostJoined = 3

// joinedIn finds the run of atoms, beginning or ending with a name, that makes up one
// word; empty where there is none.
func joinedIn(word string, atoms []atom, names []fact) text.Range {
	if len(word) < 4 {
		return text.Range{}
	}
	for _, f := range names {
		for lo := max(0, f.at.Start-mostJoined+1); lo <= f.at.Start; lo++ {
			rest := word
			for k := lo; k < len(atoms) && rest != ""; k++ {
				part, ok := strings.CutPrefix(rest, letters(atoms[k].text))
				if !ok {
					break
				}
				if rest = part; rest == "" && k > lo && k >= f.at.Start {
					return text.Range{Start: lo, End: k + 1}
				}
			}
		}
	}
	return text.Range{}
}

// letters is a word without its apostrophes and hyphens.
func letters(w string) string {
	if !strings.ContainsAny(w, "'-’") {
		return w
	}
	return strings.NewReplacer("'", "", "-", "", "’", "").Replace(w)
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

// turnedNames marks the given names of somebody whose family name stands first on
// one side and last on the other, as with names of East Asia: Ma Lin, Jack Ma.
func (p *pairing) turnedNames(q, s []fact) {
	for i := range q {
		for j := range s {
			if q[i].found || s[j].found || q[i].weak || s[j].weak {
				continue
			}
			if at, b := q[i].at.Start, s[j].at.Start; p.family(at-1, at, b, b+1) || p.family(at, at+1, b-1, b) {
				q[i].found, q[i].mate, s[j].found = true, -1, true
			}
		}
	}
}

// family reports whether somebody's name is atoms i and j of the quote and k and l of the
// source, each two side by side, and what stands first in one stands last in the other.
func (p *pairing) family(i, j, k, l int) bool {
	if i < 0 || k < 0 || j >= len(p.q) || l >= len(p.s) || !p.q[i].upper || !p.q[j].upper || !oneName(p.report, p.q, i) || !oneName(p.transcript, p.s, k) {
		return false
	}
	return p.q[i].upper && p.s[l].upper && p.q[i].text == p.s[l].text || p.q[j].upper && p.s[k].upper && p.q[j].text == p.s[k].text
}

// besideFound: the next word is the last name to this first name, and found.
func besideFound(d *text.Document, atoms []atom, facts []fact, f fact) bool {
	for _, g := range facts {
		if g.found && !g.weak && g.at.Start == f.at.End && oneName(d, atoms, f.at.Start) && d.Text[d.Words[atoms[f.at.Start].word].End] != '-' {
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
	p.lose(f.at)
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
		out = append(out, fact{value: a.text, at: text.Range{Start: i, End: i + 1}, weak: !p.proper(d, atoms, i)})
	}
	return out
}

// proper reports whether a capitalised word names somebody or something by
// itself: "Tamsin", not "Regional" or "Program". Words that general English
// hardly knows count as names.
func (p *pairing) proper(d *text.Document, atoms []atom, i int) bool {
	a := atoms[i]
	name := bare(a.text)
	if generic[name] || strings.ContainsAny(name, "0123456789") {
		return false
	}
	if demonyms[name] != "" || nations[name] || alsoWords[name] {
		return true
	}
	f := p.form(d, a.word)
	return f == nil || lexicon.Proper(f.Stem) || lexicon.Frequency(f.Stem) < rare && !commonNoun(f)
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
	if demonyms[name] != "" || nations[name] || capitals[name] != "" || p.strange(d, a.word) || p.properWord(d, a.word) {
		return true
	}
	return i+1 < len(atoms) && atoms[i+1].upper && !notNames[atoms[i+1].text] && !functionWords[atoms[i+1].text] && oneName(d, atoms, i)
}

// strange reports whether general English does not know a word.
func (p *pairing) strange(d *text.Document, w int) bool {
	f := p.form(d, w)
	return f == nil || lexicon.Frequency(f.Stem) == 0 && !commonNoun(f)
}

// commonNoun reports whether a rare word is none the less no name: general English
// has another word for it, or it is made as such words are.
func commonNoun(f *lexicon.Form) bool {
	if lexicon.Common(f.Stem) {
		return true
	}
	for _, end := range [...]string{"tion", "tions", "sion", "sions", "ments", "ness", "ology", "ological", "ism", "isms", "ships", "ities"} {
		if len(f.Text) > len(end)+3 && strings.HasSuffix(f.Text, end) {
			return true
		}
	}
	return false
}

// startsSentence reports whether atom i is the first of a sentence, of a quote
// or of what follows a colon.
func startsSentence(d *text.Document, atoms []atom, i int) bool {
	if i == 0 || atoms[i].first || atoms[i].apart {
		return true
	}
	gap := gapBefore(d, atoms, i)
	return strings.ContainsAny(gap, "?!:…\n—“‘[(") || strings.Contains(gap, ". ") && len(atoms[i-1].text) > 3 || strings.HasSuffix(gap, "\"") && gap != "\""
}
