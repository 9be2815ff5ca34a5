package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
)

// names compares the names of people, places and bodies, word by word: names
// are capitalised inside a sentence, or where the other side has them so.
func (p *pairing) names() {
	q, s := p.q.namesIn(p.q.gone), p.s.namesIn(p.s.gone)
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
func (p *pairing) inPlaceOf(f fact) trange {
	if name := p.q.bare(f); ofNation(name) || strings.ContainsAny(name, "0123456789") || p.q.startsSentence(f.at.Start) || p.q.secondName(f.at.Start) {
		return trange{}
	}
	for _, h := range p.holes {
		if !overlap(h.q, f.at) || h.s.Len() > 8 {
			continue
		}
		at := p.s.open(h.s)
		if p.s.anyContent(at) && (at.Start == at.End || p.s.inside[at.Start]) {
			return at
		}
	}
	return trange{}
}

// weakReach is how near a word that names nothing by itself (Northern, Office)
// must stand for an unheard-of name to be put in its place.
const weakReach = 5

// heardOf reports whether the transcript has a name anywhere.
func (p *pairing) heardOf(f fact) bool {
	name := p.q.bare(f)
	p.all.read()
	return slices.ContainsFunc(p.all.names, func(u string) bool {
		return u == name || related(name, u) || transliterated(name, u)
	})
}

// secondName reports whether atom i of the quote goes on with a name that both sides have.
func (s *side) secondName(i int) bool {
	return i > 0 && s.tokens[i-1].upper && s.hasTwin(i-1) && s.oneName(i-1)
}

// opposing reports whether one name may have been put for the other. A nation is
// put for a nation; beside other names it is mostly what a translator adds for
// "our", "here" or "the country".
func (p *pairing) opposing(a, b fact) bool {
	x, y := ofNation(p.q.bare(a)), ofNation(p.s.bare(b))
	return x == y || y && p.distance(a, b) <= 2*nearby
}

// ofNation reports whether a word names a nation, or its people.
func ofNation(name string) bool {
	if demonyms.First(name) != "" || nations.Has(name) {
		return true
	}
	for _, end := range [...]string{"s", "ns", "n", "ans", "an", "ian", "ians", "i", "is", "ese"} {
		if rest, ok := strings.CutSuffix(name, end); ok && (nations.Has(rest) || nations.Has(rest+"a") || nations.Has(rest+"y")) {
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
		if ms := p.s.mates[f.at.Start]; !f.found && p.held(f.at) && (len(ms) == 0 || ms[0].why != align.Same) {
			p.lostName(f)
		}
	}
}

// keep marks the names that are tied to the same word, whether or not the other
// side's capitals make a name of it.
func (p *pairing) keep(q, s []fact) {
	for i := range q {
		if ms := p.q.mates[q[i].at.Start]; len(ms) > 0 && ms[0].why == align.Same {
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
	join := func(xs *side, x []fact, ys *side, y []fact) {
		for i := range x {
			if x[i].found {
				continue
			}
			at := ys.joinedIn(letters(xs.bare(x[i])), y)
			x[i].found, x[i].mate = at.Len() > 0, -1
			for j := range y {
				if overlap(y[j].at, at) {
					y[j].found, y[j].mate = true, -1
				}
			}
		}
	}
	join(p.q, q, p.s, s)
	join(p.s, s, p.q, q)
}

// mostJoined is how many words a name of one word is written in at most.
const mostJoined = 3

// joinedIn finds the run of atoms, beginning or ending with a name, that makes up one
// word; empty where there is none.
func (s *side) joinedIn(word string, names []fact) trange {
	if len(word) < 4 {
		return trange{}
	}
	for _, f := range names {
		for lo := max(0, f.at.Start-mostJoined+1); lo <= f.at.Start; lo++ {
			rest := word
			for k := lo; k < len(s.tokens) && rest != ""; k++ {
				part, ok := strings.CutPrefix(rest, letters(s.tokens[k].text))
				if !ok {
					break
				}
				if rest = part; rest == "" && k > lo && k >= f.at.Start {
					return trange{Start: lo, End: k + 1}
				}
			}
		}
	}
	return trange{}
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
		if !q[i].found && p.q.besideFound(q, q[i]) {
			q[i].found, q[i].mate = true, -1
		}
	}
	for j := range s {
		if !s[j].found && p.s.besideFound(s, s[j]) {
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
	if i < 0 || k < 0 || j >= len(p.q.tokens) || l >= len(p.s.tokens) || !p.q.tokens[i].upper || !p.q.tokens[j].upper || !p.q.oneName(i) || !p.s.oneName(k) {
		return false
	}
	return p.q.tokens[i].upper && p.s.tokens[l].upper && p.q.tokens[i].text == p.s.tokens[l].text || p.q.tokens[j].upper && p.s.tokens[k].upper && p.q.tokens[j].text == p.s.tokens[k].text
}

// besideFound: the next word is the last name to this first name, and found.
func (s *side) besideFound(facts []fact, f fact) bool {
	for _, g := range facts {
		if g.found && !g.weak && g.at.Start == f.at.End && s.oneName(f.at.Start) && s.d.Text[s.d.Words[s.tokens[f.at.Start].word].End] != '-' {
			return true
		}
	}
	return false
}

// oneName reports whether atom i and the next stand side by side as the words
// of a name do.
func (s *side) oneName(i int) bool {
	a, b := s.d.Words[s.tokens[i].word], s.d.Words[s.tokens[i+1].word]
	if s.tokens[i].word+1 != s.tokens[i+1].word {
		return false
	}
	gap := s.d.Text[a.End:b.Start]
	return gap == " " || gap == "-" || gap == ". "
}

// strangeName is a name of a literal quote for which the source has none: put
// in, or put for other words.
func (p *pairing) strangeName(f fact) {
	if p.q.toldAt(f.at) || p.q.oneRunWithFound(f) {
		return
	}
	p.tell(Name, Major, f.at, p.acrossFrom(f.at))
}

// lostName is a name that a literal quote leaves out or puts a word for.
func (p *pairing) lostName(f fact) {
	if p.s.oneRunWithFound(f) {
		return
	}
	for _, h := range p.holes {
		if overlap(h.s, f.at) && h.q.Len() > 0 && !p.q.toldAt(h.q) {
			p.tell(Name, Major, h.q, f.at)
			return
		}
	}
	p.lose(f.at)
}

// oneRunWithFound: a first name more or less, beside a last name that both have.
func (s *side) oneRunWithFound(f fact) bool {
	beside := func(i int) bool {
		return i >= 0 && i < len(s.tokens) && s.tokens[i].upper && !notNames.Has(s.tokens[i].text) && len(s.mates[i]) > 0
	}
	return beside(f.at.End)
}

// acrossFrom are the atoms of the source in the hole of atoms r, or its gap.
func (p *pairing) acrossFrom(r trange) trange {
	for _, h := range p.holes {
		if overlap(h.q, r) && h.s.Len() > 0 && h.s.Len() <= 6 && p.s.inside[h.s.Start] {
			return h.s
		}
	}
	return p.gapAt(r)
}

// namesIn are the words of one side that are part of a name.
func (s *side) namesIn(skip func(i int) bool) []fact {
	if s.shouted() {
		return nil
	}
	var out []fact
	for i, a := range s.tokens {
		if !a.upper || skip(i) || len(a.text) < 2 || notNames.Has(a.text) || a.short || !s.nameAt(i) {
			continue
		}
		out = append(out, fact{value: a.text, at: trange{Start: i, End: i + 1}, weak: !s.proper(i)})
	}
	return out
}

// proper reports whether a capitalised word names somebody or something by
// itself: "Tamsin", not "Regional" or "Program". Words that general English
// hardly knows count as names.
func (s *side) proper(i int) bool {
	a := s.tokens[i]
	name := bare(a.text)
	if generic.Has(name) || strings.ContainsAny(name, "0123456789") {
		return false
	}
	if demonyms.First(name) != "" || nations.Has(name) || alsoWords.Has(name) {
		return true
	}
	f := s.form(a.word)
	return f == nil || lexicon.Proper(f.Stem) || lexicon.Frequency(f.Stem) < rare && !commonNoun(f)
}

func (s *side) properWord(w int) bool {
	f := s.form(w)
	return f != nil && lexicon.Proper(f.Stem)
}

// rare is how few of the sentences of general English a word may stand in to be
// taken for a name.
const rare = 4

// shouted reports whether most words are capitalised, as in a headline: then
// capitals say nothing.
func (s *side) shouted() bool {
	upper := 0
	for _, a := range s.tokens {
		if a.upper {
			upper++
		}
	}
	return len(s.tokens) > 4 && upper*10 > len(s.tokens)*8
}

// nameAt reports whether the capital of atom i makes a name of it. The first
// word of a sentence has one anyhow: there it counts where the next word of the
// name has one too, where it is a nation's, or where general English does not
// know the word.
func (s *side) nameAt(i int) bool {
	a := s.tokens[i]
	if weekdayNames.Of(a.text) != "" || s.isMonth(i) {
		return false
	}
	claim := quantities.Of(a.text) > 0 || negators.Has(a.text) || modality.Of(a.text) != "" || numberWords.Has(a.text)
	switch begins := s.startsSentence(i); {
	case functionWords.Has(a.text), claim && (begins || lexicon.Capitals(s.d.Word(a.word))): // we are NOT
		return false
	case !begins:
		return true
	}
	name := bare(a.text)
	if demonyms.First(name) != "" || nations.Has(name) || capitals.Of(name) != "" || s.strange(a.word) || s.properWord(a.word) {
		return true
	}
	return i+1 < len(s.tokens) && s.tokens[i+1].upper && !notNames.Has(s.tokens[i+1].text) && !functionWords.Has(s.tokens[i+1].text) && s.oneName(i)
}

// strange reports whether general English does not know a word.
func (s *side) strange(w int) bool {
	f := s.form(w)
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
func (s *side) startsSentence(i int) bool {
	if i == 0 || s.tokens[i].first || s.tokens[i].apart {
		return true
	}
	gap := s.gapBefore(i)
	return strings.ContainsAny(gap, "?!:…\n—“‘[(") || strings.Contains(gap, ". ") && len(s.tokens[i-1].text) > 3 || strings.HasSuffix(gap, "\"") && gap != "\""
}
