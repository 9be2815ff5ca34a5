package speech

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Noun phrases, as far as a speaker's goes: read to the left from where a verb
// begins, or to the right from where it ends, until a word that no noun phrase
// goes past. The head decides who is meant: a name, a role, a pronoun.

// A mention is a phrase that stands for a speaker.
type mention struct {
	span text.Span
	how  How
	name string // of ByName: without titles
	at   int    // the last item of the phrase
	weak bool   // in small letters, with no office or body in it
}

func (m mention) ok() bool { return m.span.Len() > 0 }

func (p *passage) isWord(i int, w string) bool {
	return i >= 0 && i < len(p.items) && p.items[i].word() && strings.EqualFold(p.text(i), w)
}

// preposition reports whether item i leads a phrase that is no subject: "in the
// House", but not "over 40".
func (p *passage) preposition(i int) bool {
	return p.items[i].class&prepositional != 0 && !p.nearly(i)
}

// nearly reports whether item i says that the number behind it is a rough one:
// "about half", "over 40", "at least six".
func (p *passage) nearly(i int) bool {
	if p.isWord(i, "at") && (p.isWord(i+1, "least") || p.isWord(i+1, "most")) {
		return true
	}
	rough := p.isWord(i, "about") || p.isWord(i, "over") || p.isWord(i, "under")
	if !rough || i+1 >= len(p.items) || !p.items[i+1].word() || p.comma(i+1) {
		return false
	}
	t := p.text(i + 1)
	return digit(t) || strings.EqualFold(t, "half") || p.items[i+1].class&number != 0
}

func participle(s string) bool { return len(s) > 4 && strings.HasSuffix(s, "ing") }

// adverb recognises a word in -ly that is no name.
func (p *passage) adverb(i int) bool {
	it := &p.items[i]
	return it.word() && !it.cap && strings.HasSuffix(p.text(i), "ly") && it.span.Len() > 4
}

// hangs reports whether the phrase that begins with item s is led by a
// preposition: "of Harl", "in the House".
func (p *passage) hangs(s, lo int) bool {
	return p.leads(s) || s > lo && p.leads(s-1) && !p.comma(s)
}

// leads reports whether item i leads a phrase that hangs on another: "of", "for"
// or a preposition.
func (p *passage) leads(i int) bool { return p.ofFor(i) || p.preposition(i) }

// ofFor recognises "of" and "for", behind which an office goes on.
func (p *passage) ofFor(i int) bool { return p.isWord(i, "of") || p.isWord(i, "for") }

// left reads the noun phrase that ends with item e.
func (p *passage) left(e, lo int) mention {
	m, _ := p.leftFrom(e, lo)
	return m
}

// leftFrom is left with the item that the phrase begins with.
func (p *passage) leftFrom(e, lo int) (m mention, s int) {
	if e < lo || !p.items[e].word() {
		return mention{}, e
	}
	s = e
	for ; s > lo && e-s < 14; s-- {
		if p.article(s) && !p.leads(s-1) || p.comma(s) || p.items[s].first || p.stopsLeft(s-1, lo) {
			break
		}
	}
	return p.head(s, e+1), s
}

// stopsLeft reports whether no noun phrase that ends behind item i has it in it:
// marks, a verb, "that"; but not "at" in "analyst at the bank".
func (p *passage) stopsLeft(i, lo int) bool {
	it := &p.items[i]
	if !it.word() || it.small(cue|auxiliary|pronoun) && it.class&determiner == 0 && it.gap != "-" {
		return true
	}
	return it.small(breaker) && !(p.preposition(i) && i > lo && p.items[i-1].small(role))
}

func (p *passage) article(i int) bool {
	return p.isWord(i, "the") || p.isWord(i, "a") || p.isWord(i, "an")
}

// right reads the noun phrase that begins with item i; e is where it ends.
func (p *passage) right(i, hi int) (m mention, e int) {
	for e = i; e < hi && e-i < 14; e++ {
		it := &p.items[e]
		if e == i && it.word() && it.class&pronoun != 0 && (!it.cap || it.span.Len() > 1) {
			return p.head(i, e+1), e + 1
		}
		if p.stopsRight(e, e == i) || e == i && p.ofFor(e) || e > i && p.stopsBehind(i, e) {
			break
		}
	}
	if e == i {
		return mention{}, i
	}
	if m = p.head(i, e); m.ok() && m.how == ByRole {
		return p.nameBehindRole(m, e, hi)
	}
	return m, e
}

// stopsRight reports whether no noun phrase has item e in it: marks, a pronoun, a
// verb, "that", "Monday". A first one may be a verb by its looks alone.
func (p *passage) stopsRight(e int, first bool) bool {
	it := &p.items[e]
	if !it.word() || it.small(pronoun|breaker) || it.cap && it.class&timeWord != 0 {
		return true
	}
	return it.class&(determiner|role) == 0 && (it.small(auxiliary) || it.small(cue) && (first || p.cue(e)))
}

// stopsBehind reports whether the noun phrase that begins with item i does not go
// on with item e: behind a comma, at an adverb or a verb ("Jan Holt opened …").
func (p *passage) stopsBehind(i, e int) bool {
	it := &p.items[e]
	if p.comma(e) || it.first || p.adverb(e) {
		return true
	}
	if prev := &p.items[e-1]; it.small(beside) && (prev.cap || prev.class&(role|body|writing) != 0) && p.ends(e) {
		return true
	}
	goesOn := it.cap || it.class&(role|body|title|particle|determiner) != 0 || p.ofFor(e)
	return e-i > 1 && !goesOn && p.named(i, e)
}

// nameBehindRole is the name that the role m, which ends before item e, goes on
// with: "strategist and contributor Jan Holt", "the mayor, Jan Holt"; or else m.
func (p *passage) nameBehindRole(m mention, e, hi int) (mention, int) {
	if p.isWord(e, "and") && e+2 < hi && !p.comma(e+1) {
		in, f := p.right(e+1, hi)
		led := in.span.Start > p.items[e+1].span.Start && !p.article(e+1)
		if in.ok() && in.how == ByName && led && p.items[f-1].cap {
			return in, f
		}
	}
	if e+1 < hi && p.items[e].cap && strings.Contains(p.items[e].gap, ",") {
		if in, f := p.right(e, hi); in.ok() && in.how == ByName && f-e > 1 && f-e < 5 {
			return in, f
		}
	}
	return m, e
}

// thing is the phrase of items i to hi that ends where a clause or another
// phrase begins, whatever it names: "filings", "data of the county".
func (p *passage) thing(i, hi int) mention {
	e := i
	for e < hi && p.items[e].word() && (e == i || !p.comma(e)) && !p.items[e].small(breaker|auxiliary|cue|pronoun) {
		e++
	}
	if e == i {
		return mention{}
	}
	return mention{span: text.Span{Start: p.items[i].span.Start, End: p.items[e-1].span.End}, how: ByRole, at: e - 1, weak: true}
}

// nameAt is the name that a phrase beginning with item i starts with, behind an
// article, adjectives and roles.
func (p *passage) nameAt(i, hi int) mention {
	var m mention
	e := i
	for e < min(hi, i+12) && p.items[e].word() && (e == i || !p.comma(e)) {
		it := &p.items[e]
		if p.ofFor(e) || it.small(cue|auxiliary|breaker|pronoun) && it.class&(determiner|role) == 0 {
			break
		}
		if m.ok() && !it.cap && it.class&(role|body|title) == 0 {
			break
		}
		if !it.cap {
			e++
			continue
		}
		b := e
		for e < hi && p.items[e].word() && p.items[e].cap && (e == b || joined(p.items[e].gap)) {
			e++
		}
		if possessive(p.text(e - 1)) {
			continue
		}
		if n := p.head(b, e); n.how == ByName && n.ok() {
			m = n
		}
	}
	if m.ok() && m.at+1 < e {
		if n := p.head(i, e); n.how != ByName {
			return mention{} // "Lund spokesmen"
		}
	}
	return m
}

// head is the speaker in the noun phrase of items s to e.
func (p *passage) head(s, e int) mention {
	for s < e && (p.adverb(s) || p.items[s].small(auxiliary)) && p.items[s].class&determiner == 0 {
		s++
	}
	if s == e {
		return mention{}
	}
	for e > s && (p.items[e-1].class&timeWord != 0 || p.items[e-1].small(breaker) && p.items[e-1].class&pronoun == 0) {
		e--
	}
	if s == e {
		return mention{}
	}
	e = p.beforeVerb(s, e)
	last := &p.items[e-1]
	if last.class&pronoun != 0 && (last.span.Len() > 1 || s == e-1) {
		return mention{span: last.span, how: ByPronoun, at: e - 1}
	}
	e = p.nameBefore(s, e)
	s = p.counted(s, e)
	last = &p.items[e-1]
	all := text.Span{Start: p.items[s].span.Start, End: last.span.End}
	if i := p.officeIn(s, e); i >= 0 {
		return mention{span: all, how: ByRole, at: e - 1, weak: p.items[i].class&(role|body|writing|label) == 0}
	}
	if !last.cap || possessive(p.text(e-1)) {
		if p.useless(s, e) {
			return mention{}
		}
		return mention{span: all, how: ByRole, at: e - 1, weak: !p.officeHead(s, e)}
	}
	b := e - 1
	for b > s && p.partOfName(b-1, s) && joined(p.items[b].gap) && !possessive(p.text(b-1)) {
		b--
	}
	span := text.Span{Start: p.items[b].span.Start, End: last.span.End}
	n := p.bareName(b, e)
	if n == "" {
		return mention{span: all, how: ByRole, at: e - 1}
	}
	return mention{span: span, how: ByName, name: n, at: e - 1}
}

// officeIn is the item of the phrase s to e that names an office of which a phrase
// behind it says whose it is: "a spokesman for the Ministry"; -1 where none does.
func (p *passage) officeIn(s, e int) int {
	for i := s; i < e-1; i++ {
		if !p.isOffice(s, i) {
			continue
		}
		if p.isWord(i+1, "of") && p.items[e-1].cap && p.nameAfterNoun(i+2, e) {
			return -1 // "secretary of state Ada Lund"
		}
		if p.ofFor(i+1) || p.items[i+1].small(breaker) {
			return i
		}
	}
	return -1
}

// isOffice reports whether item i of a phrase that begins with item s names an
// office: "spokesman", "the Minister", "the keeper of".
func (p *passage) isOffice(s, i int) bool {
	it := &p.items[i]
	if it.small(role) {
		return true
	}
	if !p.items[s].small(determiner) {
		return false
	}
	return it.class&role != 0 ||
		i > s && !it.cap && it.class&(title|breaker) == 0 && p.isWord(i+1, "of") && !p.verbIn(s, i)
}

// partOfName reports whether item i of a phrase from item s on may belong to the
// name behind it: "Jan", or "van" in "Jan van Holt".
func (p *passage) partOfName(i, s int) bool {
	return p.items[i].cap || p.items[i].class&particle != 0 && i > s && p.items[i-1].cap
}

// verbIn reports whether a verb stands among items s to e.
func (p *passage) verbIn(s, e int) bool {
	for i := s; i < e; i++ {
		if p.verb(i) || finite(p.text(i)) {
			return true
		}
	}
	return false
}

// counted is where the phrase of items s to e begins if a verb stands before the
// number in it: "show 42 percent of the voters".
func (p *passage) counted(s, e int) int {
	for i := s + 1; i < e; i++ {
		if !digit(p.text(i)) || !p.plainWord(i-1) || p.isWord(i-1, "of") || p.nearly(i-1) {
			continue
		}
		if p.items[i-1].class&(determiner|number|breaker) == 0 {
			return i
		}
	}
	return s
}

// beforeVerb is where the subject in items s to e ends if a verb stands behind
// it that no list has: "Mr. Holt released a note", "the town emailed voters".
func (p *passage) beforeVerb(s, e int) int {
	for i := s + 1; i < e; i++ {
		if !p.verb(i) || i+1 < e && (p.isWord(i+1, "of") || p.isWord(i+1, "for")) {
			continue
		}
		prev := &p.items[i-1]
		if prev.cap || i+1 < e && (prev.class&(role|body) != 0 || p.items[i+1].small(determiner)) {
			return i
		}
	}
	return e
}

// verb reports whether item i looks like the past form of a verb.
func (p *passage) verb(i int) bool {
	it := &p.items[i]
	if !it.word() || it.cap || it.class&(role|body|title|determiner) != 0 || strings.Contains(it.gap, "-") {
		return false
	}
	return strings.HasSuffix(p.text(i), "ed") || it.class&pastForm != 0
}

// nameAfterNoun reports whether items s to e end in a name with a noun in small
// letters right before it.
func (p *passage) nameAfterNoun(s, e int) bool {
	b := e
	for b > s && p.items[b-1].cap {
		b--
	}
	return e-b >= 2 && b > s && p.items[b-1].class&(determiner|particle) == 0
}

// nameBefore is where a name ends at whose end the phrase goes on with a
// preposition: "Jan Holt of Harl", "veteran Rep. Holt of Harl".
func (p *passage) nameBefore(s, e int) int {
	for b := s; b < e; {
		if !p.items[b].cap {
			b++
			continue
		}
		from := b
		for b < e && p.items[b].cap && (b == from || joined(p.items[b].gap)) {
			b++
		}
		led := b < e && (p.ofFor(b) || p.items[b].small(breaker)) && !p.isWord(b, "and") && !possessive(p.text(b-1))
		if led && (p.named(from, b) || p.titledName(from, b)) {
			return b
		}
		if p.items[from].class&role != 0 {
			return e // "President of Varland Jan Holt"
		}
	}
	return e
}

// titledName reports whether items s to e are a title and a last name, or the
// last name of somebody whom the document knows.
func (p *passage) titledName(s, e int) bool {
	last := p.items[e-1].class
	if last&(role|title|body|honorific|place|determiner) != 0 {
		return false
	}
	if e-s > 1 && p.items[e-2].class&(role|title|honorific) != 0 {
		return true
	}
	return e-s == 1 && p.people != nil && p.people.find(parseName(p.text(s))) >= 0
}

// named reports whether items s to e end in a full name, of two words at least.
func (p *passage) named(s, e int) bool {
	n := 0
	for i := e - 1; i >= s && p.items[i].cap && p.items[i].class&(role|title|body|honorific) == 0; i-- {
		n++
	}
	return n >= 2
}

// office reports whether a word of items s to e names an office, a body or a
// piece of writing.
func (p *passage) office(s, e int) bool {
	for i := s; i < e; i++ {
		if p.items[i].class&(role|body|writing|label) != 0 {
			return true
		}
	}
	return false
}

// officeHead reports whether the head of the phrase names an office, a body or
// a piece of writing: its last word, or the one before "of" and "for".
func (p *passage) officeHead(s, e int) bool {
	h := e - 1
	for i := s + 1; i < e-1; i++ {
		if p.isWord(i, "of") || p.isWord(i, "for") || p.preposition(i) {
			h = i - 1
			break
		}
	}
	t := p.text(s)
	return p.office(h, h+1) && !strings.HasSuffix(t, "ed") && !participle(t)
}

// useless reports whether a phrase in small letters stands for nobody who speaks.
func (p *passage) useless(s, e int) bool {
	if p.office(s, e) || e-s == 1 && (p.items[s].class&(someone|number) != 0 || digit(p.text(s)) && p.items[s].span.Len() < 3) {
		return false // "another said", "three in 10 said"
	}
	return p.items[s].class&determiner == 0 && !digit(p.text(s)) && !possessive(p.text(s)) || e-s > 6 || e-s < 2
}

func possessive(w string) bool {
	return len(bare(w)) < len(w) && !strings.HasSuffix(w, "'") && !strings.HasSuffix(w, "’")
}

// joined reports whether a gap keeps a name together.
func joined(gap string) bool {
	switch gap {
	case " ", "-", "‑", ".", "’", "'":
		return true
	}
	return spaced(strings.TrimPrefix(gap, "."))
}

// spaced reports whether a gap is white space as it stands within a line or where one is
// wrapped, and no column.
func spaced(gap string) bool {
	return gap != "" && strings.TrimSpace(gap) == "" &&
		(strings.Contains(gap, "\n") || !strings.Contains(gap, "\t"))
}

// bareName is the name in items b to e without the titles before it; empty
// where nothing else is left.
func (p *passage) bareName(b, e int) string {
	at := b
	for i := b; i < e-1; i++ {
		if i == b && p.bodyName(b, e) {
			break
		}
		if p.items[i].class&(role|title|honorific) != 0 && p.items[i].class&(givenMale|givenFemale) == 0 {
			at = i + 1
		}
	}
	if c := p.items[at].class; at == e-1 && (at > b && c&role != 0 || c&title != 0) {
		return ""
	}
	return bare(p.d.Read(text.Span{Start: p.items[at].span.Start, End: p.items[e-1].span.End}))
}

// bodyName reports whether items b to e name a body, of which "Foreign" and
// "Justice" are parts and no titles.
func (p *passage) bodyName(b, e int) bool {
	for i := b; i < e; i++ {
		c := p.items[i].class
		if c&(honorific|givenMale|givenFemale) != 0 || c&role != 0 && c&title == 0 {
			return false
		}
	}
	return p.items[e-1].class&body != 0
}
