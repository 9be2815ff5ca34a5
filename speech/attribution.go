package speech

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Who says it: the cue and its subject.
//
// The problem: in "…", said a spokesman for the ministry, Jan Holt — the verb,
// the phrase that is its subject, and the name in that phrase. The naive way
// takes the nearest capitalised words. A parser would know better, at the cost
// of a model. The choice: closed lists of cue verbs; noun phrases read to the
// left or the right of the verb until a word that no noun phrase goes past;
// appositions stepped over by their commas. Every search stays in a sentence
// and within reach words, so that the cost is linear.

const reach = 60

// An attribution is a cue with its subject.
type attribution struct {
	cue     text.Span
	at      int // the item of the cue
	subject mention
	after   bool // it stands after the quote
}

func (a attribution) ok() bool { return a.subject.ok() }

// attribute finds who is given the words of region item k.
func (p *passage) attribute(k int, direct bool, ends bool) attribution {
	if a := p.undersigned(k); a.ok() && direct {
		return a
	}
	lo, hi := p.sentence(k)
	lo, hi = max(lo, k-reach), min(hi, k+reach)
	tail := k+1 < hi && (ends || direct && k == lo || p.ledOn(k+1))
	if !direct && k > lo && p.items[k-1].small(quoting) && !participle(p.text(k-1)) {
		if a := p.preceding(k, lo); a.ok() && a.at == k-1 {
			return a // "what Holt called “…,” the house said"
		}
	}
	if tail && !p.subordinate(k, lo) {
		if a := p.following(k, hi); a.ok() {
			return a
		}
		if a := p.tail(k, hi); direct && a.ok() {
			return a
		}
	}
	if !direct {
		if a := p.accordingTo(lo, k); a.ok() {
			return a
		}
	}
	if a := p.preceding(k, lo); a.ok() && (direct || !p.infinitive(a.at)) {
		return a
	}
	return p.trailing(k, hi)
}

// ledOn reports whether item i, behind a quote, may begin its attribution: a
// comma or a dash stands before it ("“…,” Lund said"), or it is a verb of saying.
func (p *passage) ledOn(i int) bool {
	return strings.ContainsAny(p.items[i].gap, ",—–") || p.items[i].small(statement) && !participle(p.text(i))
}

// subordinate reports whether region item k ends a clause that depends on the
// one behind it: "As Holt claimed that “…,” Lund said", "When Holt cried “…,”".
func (p *passage) subordinate(k, lo int) bool {
	led := k - 1
	if p.isWord(led, "that") {
		led--
	}
	for led > lo && p.items[led].class&timeWord != 0 || p.isWord(led, "on") {
		led--
	}
	if led <= lo || !p.items[led].small(cue) {
		return false
	}
	for i := led - 1; i >= max(lo, led-12); i-- {
		if p.items[i].class&subordinator != 0 {
			return i == lo || p.comma(i) || p.isWord(i-1, "even") || p.isWord(i-1, "but")
		}
		if p.comma(i) || !p.items[i].word() {
			return false
		}
	}
	return false
}

// infinitive reports whether item c is a verb behind "to" or a modal verb: what
// might be said, or by others.
func (p *passage) infinitive(c int) bool {
	if c == 0 || p.items[c].class&base == 0 {
		return false
	}
	fact := c > 1 && p.items[c-2].small(auxiliary|beside) // "went on to say"
	return p.isWord(c-1, "to") && !fact || p.finiteHelp(c-1)
}

// finiteHelp recognises an auxiliary that only a clause has: "would", "has".
func (p *passage) finiteHelp(i int) bool { return p.items[i].small(auxiliary) && finite(p.text(i)) }

// following reads the attribution right after item k: "said X", "X said".
func (p *passage) following(k, hi int) attribution {
	i := k + 1
	for i < hi && p.items[i].small(auxiliary) && p.items[i].class&cue == 0 && i-k < 4 {
		i++
	}
	if i < hi && p.items[i].small(cue|beside) && !p.told(i) && !participle(p.text(i)) {
		m, e := p.right(p.past(i, hi), hi)
		if m.ok() && e < hi && !p.comma(e) && p.finiteHelp(e) {
			return attribution{} // "Holt, praising “…,” said the dam would stay"
		}
		if m.ok() && !p.items[i].small(statement) && k > 0 && !p.ends(e-1) && !p.items[k].first {
			return attribution{} // "Holt, who called it “…,” praised his party as"
		}
		if m.ok() {
			return attribution{cue: p.items[i].span, at: i, subject: m, after: true}
		}
	}
	m, e := p.right(k+1, hi)
	if !m.ok() {
		return p.accordingTo(k+1, min(hi, k+2))
	}
	for c := e; c < hi && p.items[c].word(); c++ {
		if p.givesWords(c) {
			if s := p.subject(c, k+1); s.ok() {
				m = s
			}
			return attribution{cue: p.items[c].span, at: c, subject: m, after: true}
		}
		if !p.comma(c) && (p.isWord(c, "that") || c == e && p.verb(c) && !p.waits(k)) {
			break // "Holt turned to … and said"
		}
	}
	return attribution{}
}

// givesWords recognises a verb that gives a quote before it to its subject:
// "said", "puts it", "shot back", "continued" at the end of a clause.
func (p *passage) givesWords(c int) bool {
	return p.items[c].small(cue) || p.putIt(c) || p.phrasalVerb(c) || p.items[c].small(beside) && p.ends(c)
}

// waits reports whether region item k ends in a comma: its sentence goes on with
// who said it.
func (p *passage) waits(k int) bool {
	return !p.items[k].word() && strings.HasSuffix(inner(p.text(k)), ",")
}

// tail reads who speaks behind a quote that ends in a comma where the verb is in
// no list: "Jan Holt shot back", "came the reply from Jan Holt", "shot back Jan
// Holt", "Jan Holt from his desk".
func (p *passage) tail(k, hi int) attribution {
	if !p.waits(k) || k+2 >= hi || !p.items[k+1].word() {
		return attribution{}
	}
	m, e := p.right(k+1, hi)
	if m.ok() && !m.weak && m.how != ByPronoun {
		if e < hi && p.mayBeVerb(e) {
			return attribution{cue: p.items[e].span, at: e, subject: m, after: true}
		}
		return attribution{}
	}
	verb := &p.items[k+1]
	if verb.cap || verb.class&(breaker|pronoun|determiner|auxiliary) != 0 || participle(p.text(k+1)) {
		return attribution{}
	}
	for i := k + 2; i < min(hi, k+8) && p.items[i].word() && !p.comma(i); i++ {
		if from := p.isWord(i-1, "from"); !from && !p.items[i-1].small(phrasal) && i > k+2 {
			continue
		}
		if m, e := p.right(i, hi); m.ok() && m.how == ByName && p.items[i].cap && (e == hi || p.comma(e)) {
			return attribution{cue: verb.span, at: k + 1, subject: m, after: true}
		}
	}
	return attribution{}
}

// mayBeVerb reports whether item e, behind a name, is a verb of no list, or leads
// a phrase that hangs on one left out: "shot", "from his desk".
func (p *passage) mayBeVerb(e int) bool {
	it := &p.items[e]
	if !it.word() || it.cap || p.comma(e) || p.adverb(e) {
		return false
	}
	return p.preposition(e) || it.class&(breaker|pronoun|determiner) == 0 && !finite(p.text(e))
}

// undersigned reads the name that stands alone behind a quote, after a dash or
// in brackets: "“…” — Jan Holt", "“…” (Jan Holt)".
func (p *passage) undersigned(k int) attribution {
	if k+1 >= len(p.items) || !p.items[k+1].word() || !p.items[k+1].cap {
		return attribution{}
	}
	gap := strings.TrimLeft(p.items[k+1].gap, " \u00a0.")
	dash := strings.HasPrefix(gap, "—") || strings.HasPrefix(gap, "–") || strings.HasPrefix(gap, "-")
	if !dash && gap != "(" {
		return attribution{}
	}
	m, e := p.right(k+1, len(p.items))
	if !m.ok() || m.how != ByName || !personal(m.name) {
		return attribution{}
	}
	alone := e == len(p.items) || !p.items[e].word()
	if !alone && !(gap == "(" && strings.HasPrefix(p.items[e].gap, ")")) && !(dash && p.comma(e)) {
		return attribution{}
	}
	at := p.items[k+1].span.Start
	return attribution{subject: m, at: e - 1, cue: text.Span{Start: at, End: at}, after: true}
}

// ends reports whether a clause ends behind item i.
func (p *passage) ends(i int) bool {
	return i+1 >= len(p.items) || p.items[i+1].first || !p.items[i+1].word() || p.comma(i+1)
}

// past steps over what may stand between a verb and its inverted subject.
func (p *passage) past(i, hi int) int {
	for i++; i < hi && (p.items[i].small(auxiliary) && !p.comma(i) || p.isWord(i, "out")); i++ {
	}
	return i
}

// putIt recognises "put it": "as she puts it".
func (p *passage) putIt(i int) bool {
	return (p.isWord(i, "put") || p.isWord(i, "puts")) && p.isWord(i+1, "it")
}

// phrasalVerb recognises a verb of no list with a particle at the end of a
// clause: "shot back", "put in", "weighed in".
func (p *passage) phrasalVerb(i int) bool {
	if i+1 >= len(p.items) || !p.items[i+1].small(phrasal) || p.comma(i+1) || !p.ends(i+1) {
		return false
	}
	it := &p.items[i]
	return it.word() && !it.cap && it.class&(breaker|pronoun|determiner|role|phrasal) == 0 && !finite(p.text(i))
}

// preceding reads the attribution before item k: of the cues to its left the
// nearest verb of saying, unless a verb that quotes stands beside the marks.
func (p *passage) preceding(k, lo int) attribution {
	var spare attribution
	for c := k - 1; c >= lo; c-- {
		if a := p.accordingTo(c, k); a.ok() {
			return a
		}
		if a := p.inWords(c, k); a.ok() {
			return a
		}
		if p.items[c].small(quoting) && p.isWord(c-1, "I") && p.comma(c+1) && c+1 == k {
			continue // "Holt told the house, and I quote, “…”"
		}
		if p.leadsTo(c, k) {
			a := attribution{cue: p.items[c].span, at: c, subject: p.governs(c, lo, k)}
			if a.ok() && p.surely(c, k) {
				return a
			}
			if a.ok() && !spare.ok() {
				spare = a
			}
		}
		if strings.ContainsAny(p.items[c].gap, ":;") {
			break // what stands before a colon leads another clause
		}
	}
	if spare.ok() {
		return spare
	}
	written := p.comma(k) && k > lo && p.items[k-1].small(writing) // "in a statement, “…”"
	if k < len(p.items) && !strings.Contains(p.items[k].gap, ":") && !written {
		return attribution{}
	}
	return p.colon(k, lo)
}

// leadsTo reports whether the verb at item c may give item k behind it to its
// subject: "said", "puts it", "shot back, “…”"; an attitude ("hoped") only nearby.
func (p *passage) leadsTo(c, k int) bool {
	if p.items[c].small(attitude) && k-c > 4 {
		return false
	}
	return p.cue(c) || p.putIt(c) || k-c == 2 && p.comma(k) && p.phrasalVerb(c)
}

// surely reports whether the verb at item c needs no better one before it: a verb
// of saying, or beside the marks another that quotes or answers.
func (p *passage) surely(c, k int) bool {
	it := &p.items[c]
	return it.small(statement) || k-c <= 3 && it.small(quoting) || k-c == 2 && p.phrasalVerb(c)
}

// colon reads who speaks where nothing but a colon says so: "- Ada Lund: …",
// "More from Lund: …", "Lund released a statement: …".
func (p *passage) colon(k, lo int) attribution {
	s := k - 1
	for s > lo && k-s < 8 && !p.comma(s) && p.items[s].word() && !p.isWord(s-1, "from") {
		s--
	}
	if s < lo {
		return attribution{}
	}
	if m, e := p.right(s, k); m.ok() && e == k && (m.how == ByName || p.isWord(s-1, "from")) {
		return attribution{subject: m, at: k - 1}
	}
	if m := p.opening(lo, k); m.ok() {
		return attribution{subject: m, at: k - 1}
	}
	for i := lo; i+1 < k; i++ { // "On railways she was blunt: …"
		if p.items[i].small(pronounMale|pronounFemale) && p.items[i].small(pronoun) && p.items[i+1].small(auxiliary) {
			return attribution{subject: p.head(i, i+1), at: k - 1}
		}
	}
	return attribution{}
}

// banner reads a headline that begins with its speaker: "Lund: dam “may go”".
func (p *passage) banner(lo, k int) attribution {
	m, e := p.right(lo, k)
	if m.ok() && m.how == ByName && personal(m.name) && e < k && strings.Contains(p.items[e].gap, ":") {
		return attribution{subject: m, at: lo}
	}
	return attribution{}
}

// governs is the subject of the cue at c, to its left or, in "…, explained
// Lund, …", to its right.
func (p *passage) governs(c, lo, k int) mention {
	if c > lo && p.inverts(c) {
		if m, e := p.right(p.past(c, k), k); m.ok() && p.shut(e, k) {
			return m // and not "Holt, a farmer, said the dam “was …”"
		}
	}
	return p.subject(c, lo)
}

// inverts reports whether the cue at c may have its subject behind it: a verb of
// saying right after a comma or marks.
func (p *passage) inverts(c int) bool {
	if !p.comma(c) && p.items[c-1].word() {
		return false
	}
	return p.items[c].small(statement) && !participle(p.text(c)) && !p.told(c)
}

// shut reports whether a phrase before item k that ends at item e is parted from
// what follows: by a comma, or by the end of the sentence.
func (p *passage) shut(e, k int) bool {
	if e < k {
		return p.comma(e)
	}
	return k == len(p.items) || p.items[k].first || !p.items[k].word() == p.comma(k)
}

// cue reports whether item i is a cue verb and not its noun ("the plan").
func (p *passage) cue(i int) bool {
	if !p.items[i].small(cue) {
		return p.beside(i)
	}
	if p.items[i].class&auxiliary != 0 {
		return false
	}
	if p.nounLike(i) && i+1 < len(p.items) && p.items[i+1].word() && !p.isWord(i+1, "that") {
		return false
	}
	if i == 0 || p.comma(i) || participle(p.text(i)) || strings.HasSuffix(p.text(i), "ed") {
		return true
	}
	prev := &p.items[i-1]
	if !prev.word() {
		return true
	}
	if prev.small(determiner) && (prev.class&someone == 0 || p.nounLike(i)) {
		return false
	}
	return !possessive(p.text(i-1)) && !p.isWord(i-1, "of")
}

// beside recognises verbs that give words only where they touch the marks.
func (p *passage) beside(i int) bool {
	if !p.items[i].small(beside) {
		return false
	}
	return i > 0 && !p.items[i-1].word() || i+1 == len(p.items) || !p.items[i+1].word()
}

// trailing reads an attribution that ends the sentence: "…, said X."
func (p *passage) trailing(k, hi int) attribution {
	for c := k + 1; c < hi; c++ {
		if a := p.accordingTo(c, hi); a.ok() {
			a.after = true
			return a
		}
		if !p.items[c].word() || !p.comma(c) {
			continue
		}
		if p.items[c].small(statement) {
			if m, _ := p.right(p.past(c, hi), hi); m.ok() {
				return attribution{cue: p.items[c].span, at: c, subject: m, after: true}
			}
		}
		m, e := p.right(c, hi)
		if m.ok() && e < hi && p.items[e].small(statement) && !p.comma(e) {
			return attribution{cue: p.items[e].span, at: e, subject: m, after: true}
		}
	}
	return attribution{}
}

// inWords recognises "in Lund's words" and "in her words" at item i.
func (p *passage) inWords(i, hi int) attribution {
	if !p.isWord(i, "in") {
		return attribution{}
	}
	for k := i + 2; k < min(hi, i+6); k++ {
		if !p.isWord(k, "words") {
			continue
		}
		m := mention{span: p.items[i+1].span, how: ByPronoun, at: i + 1}
		if p.items[i+1].class&(pronounMale|pronounFemale) == 0 {
			if m = p.head(i+1, k); !possessive(p.text(k - 1)) {
				return attribution{}
			}
			m.how, m.name = ByName, p.bareName(i+1, k)
		}
		return attribution{cue: p.items[i].span.Cover(p.items[k].span), at: i, subject: m}
	}
	return attribution{}
}

// accordingTo recognises "according to X" at item i.
func (p *passage) accordingTo(i, hi int) attribution {
	if !p.isWord(i, "according") || !p.isWord(i+1, "to") {
		return attribution{}
	}
	end := i + 2
	for end < len(p.items) && !p.items[end].first && p.items[end].word() {
		end++
	}
	m, _ := p.right(i+2, end)
	if i+2 < end && p.items[i+2].small(pronounMale|pronounFemale) && (i+3 == end || p.comma(i+3)) {
		m = mention{span: p.items[i+2].span, how: ByPronoun, at: i + 2}
	}
	if !m.ok() && i+2 < end {
		m = p.thing(i+2, end)
	}
	return attribution{cue: p.items[i].span.Cover(p.items[i+1].span), at: i, subject: m}
}
