package speech

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Statements without marks.
//
// The problem: in "Lund told the house on Friday that the dam would hold, and
// left" the words that she is given are "the dam would hold". The naive way
// takes the sentence. The choice: a verb of saying with a subject; then the
// clause behind it ("said that …"), before it ("…, Lund said.") or around it
// ("…, Lund said, …"), cut where the next verb of saying begins. Attitudes
// ("hopes", "fears") make no statement. Each sentence is read once per cue, and
// at most cues of them, so that the cost stays linear.

const cues = 6

// indirect finds the statements of the sentence lo to hi.
func (f *finder) indirect(p *passage, lo, hi int) {
	if f.d.Blocks[p.block].Kind == text.Heading {
		return
	}
	hi = min(hi, lo+4*reach)
	last := p.closing(lo, hi)
	until, n := lo, 0
	for c := lo; c < hi && n < cues; c++ {
		if c < until || !p.items[c].word() {
			continue
		}
		s, ok := p.statementAt(c, lo, hi)
		if !ok {
			continue
		}
		n++
		q, end, ok := f.statement(p, s, lo, hi)
		if ok && c < last.from && end > last.from {
			q, ok = f.enclosed(p, s, lo, last.from)
			q.Sentence, end = p.span(lo, hi), hi
		}
		if ok {
			f.out = append(f.out, q)
			f.spoken(p, q.Speaker)
			until = end
		}
	}
}

// closing is the cue at the end of a sentence whose subject a comma leads, to whom what
// is before it belongs: "The crew had not reported any cracks, Lund said on Monday". Its
// from is 0 where there is none.
func (p *passage) closing(lo, hi int) saying {
	for c := hi - 1; c > lo && c >= hi-closingWords && p.items[c].word(); c-- {
		s, ok := p.statementAt(c, lo, hi)
		if ok && !s.source && s.from > lo && p.comma(s.from) && !participle(p.text(c)) && p.content(s, hi) < 0 {
			return s
		}
	}
	return saying{}
}

// enclosed makes the quotation of s, which ends where another closes the sentence: "Lund said
// that the dam would hold, the agency adds". It has none where no clause tells what was
// said: "any cracks" is all that the crew had not reported.
func (f *finder) enclosed(p *passage, s saying, lo, hi int) (q Quote, ok bool) {
	i := p.content(s, hi)
	if i < 0 || !p.isWord(i-1, "that") && !p.clauseAt(i, hi) {
		return q, false
	}
	q, _, ok = f.statement(p, s, lo, hi)
	return q, ok
}

// closingWords is how many words a cue and what says when may have at the end of a
// sentence: "said the mayor of Harl on Monday night".
const closingWords = 8

// A saying is a cue of a statement with its subject.
type saying struct {
	attribution
	from, to int  // the items of subject and cue: what is said stands around them
	source   bool // "according to"
	end      int  // where the main clause begins behind an opening participle; or 0
}

// statementAt reads the cue of a statement at item c.
func (p *passage) statementAt(c, lo, hi int) (saying, bool) {
	if a := p.accordingTo(c, hi); a.ok() {
		return saying{attribution: a, from: c, to: a.subject.at + 1, source: true}, true
	}
	if !p.tells(c, lo) {
		return saying{}, false
	}
	that := p.isWord(c+1, "that")
	m := p.governs(c, lo, hi)
	leads := c == lo || !m.ok() && participle(p.text(c))
	if leads {
		m = p.mainSubject(c, hi)
	}
	if !m.ok() && (that || p.clauseAt(c+1, hi)) {
		m = p.thing(lo, c)
	}
	if !m.ok() {
		return saying{}, false
	}
	s := p.sayingOf(c, m, leads, lo, hi)
	if from := min(s.from, c); from > lo && !p.items[from-1].word() && !that && p.plainWords(lo, from) < 3 {
		return saying{}, false // the words in marks are what is said
	}
	return s, true
}

// tells reports whether item c is a word that a statement may depend on.
func (p *passage) tells(c, lo int) bool {
	it := &p.items[c]
	that := p.isWord(c+1, "that")
	switch {
	case !(p.cue(c) && it.class&statement != 0) && !(that && it.small(quoting|beside)):
		return false
	case c > lo && it.gap == "-": // "work-related"
		return false
	case !that && (p.nounLike(c) || c > lo && p.noVerb(c)):
		return false
	}
	return true
}

// sayingOf is the cue at item c with its subject, and the items that they take.
func (p *passage) sayingOf(c int, m mention, leads bool, lo, hi int) saying {
	s := saying{attribution: attribution{cue: p.items[c].span, at: c, subject: m}, from: c, to: c + 1}
	switch {
	case leads:
		s.end = p.itemAt(m.span.Start, c, hi)
	case m.at > c && m.at < c+16:
		s.to = m.at + 1
	case m.at < c:
		s.from = p.phraseStart(p.itemAt(m.span.Start, lo, c), lo)
	}
	if participle(p.text(c)) {
		s.from = c
	}
	return s
}

// noVerb reports whether the word before item c shows that it is an infinitive or
// no verb: "to say", "the claim", "its pledged votes".
func (p *passage) noVerb(c int) bool {
	prev := &p.items[c-1]
	return p.isWord(c-1, "to") || prev.small(determiner) && prev.class&someone == 0 || p.ofNoun(c)
}

// clauseAt reports whether a clause begins at item i: a verb that only a clause
// has stands soon behind it.
func (p *passage) clauseAt(i, hi int) bool {
	for j := i + 1; j < min(hi, i+10) && p.items[j].word() && !p.comma(j); j++ {
		if finite(p.text(j)) || p.items[j].small(breaker) && p.items[j].class&(determiner|pronoun) == 0 {
			return finite(p.text(j))
		}
	}
	return i < hi && p.items[i].small(pronoun)
}

// ofNoun reports whether the word at item c describes the noun behind it: "its
// pledged votes", "20 pledged votes".
func (p *passage) ofNoun(c int) bool {
	t := p.text(c - 1)
	if !p.items[c-1].word() || !possessive(t) && !digit(t) || p.comma(c) {
		return false
	}
	return c+1 < len(p.items) && p.plainWord(c+1) && p.items[c+1].class&(pronoun|determiner|breaker) == 0
}

// phraseStart is where the clause begins whose subject has its name or head at
// item i, if a comma leads it: "…, the old town council said".
func (p *passage) phraseStart(i, lo int) int {
	for s := i; s > lo && i-s < 10; s-- {
		if p.comma(s) {
			return s
		}
		if prev := &p.items[s-1]; !prev.word() || prev.small(cue|auxiliary|breaker|pronoun) && prev.class&determiner == 0 || p.items[s].first {
			break
		}
	}
	return i
}

// nounLike recognises forms that are nouns more often than verbs of saying:
// "state", "points", "remarks"; not "points out".
func (p *passage) nounLike(c int) bool {
	return p.items[c].class&nounLike != 0 && !possessive(p.text(c)) && !p.isWord(c+1, "out")
}

// itemAt is the item that begins at byte b, or hi.
func (p *passage) itemAt(b, lo, hi int) int {
	for i := lo; i < hi; i++ {
		if p.items[i].span.Start >= b {
			return i
		}
	}
	return hi
}

// mainSubject is the subject of the clause after an opening participle:
// "Noting that it was late, Lund said …".
func (p *passage) mainSubject(c, hi int) mention {
	for i := c + 1; i < hi; i++ {
		if !p.items[i].word() || !p.comma(i) {
			continue
		}
		if m, e := p.right(i, hi); m.ok() && !m.weak && e < hi && p.items[e].small(statement|quoting|auxiliary) {
			return m
		}
	}
	return mention{}
}

// statement makes the quotation of s; end is the item after it.
func (f *finder) statement(p *passage, s saying, lo, hi int) (q Quote, end int, ok bool) {
	parts, end := p.stated(s, lo, hi)
	words := 0
	for _, r := range parts {
		if r[0] < 0 || r[0] >= r[1] {
			continue
		}
		if n := p.plainWords(r[0], r[1]); n > 0 {
			words += n
			q.Spans = append(q.Spans, p.spanOf(r[0], r[1]))
		}
	}
	if words < 3 {
		return q, 0, false
	}
	q.Kind, q.Cue, q.Sentence = Indirect, s.cue, p.span(lo, hi)
	q.Speaker = f.resolve(p, s.subject)
	return q, end, true
}

// stated are the items of a sentence that tell what was said, none if it is in marks,
// and the item behind the statement.
func (p *passage) stated(s saying, lo, hi int) (parts [][2]int, end int) {
	before, after := [2]int{lo, s.from}, [2]int{p.content(s, hi), p.limit(s.to, hi)}
	if s.end > s.to {
		after[1] = min(after[1], s.end)
	}
	comma := s.from > lo && p.comma(s.from)
	marked := s.to < hi && !p.items[s.to].word()
	inserted := comma && p.comma(s.to) && !participle(p.text(s.at))
	switch {
	case s.from > lo && !p.items[s.from-1].word() && !p.isWord(s.to, "that"):
		return [][2]int{before}, s.to // "The dam is “a gift to nobody,” Lund said"
	case s.source && s.from == lo:
		return [][2]int{after}, after[1]
	case marked:
		return nil, 0 // "Asked about it, Lund said: “…”", "In Harl, Lund added, “…”"
	case s.to >= hi || s.source && comma || comma && (after[0] < 0 || p.listener(s, after)):
		return p.statedBefore(s, before, after, comma, hi)
	case inserted && (s.subject.at > s.at || participle(p.text(s.to))):
		return [][2]int{before}, s.to // "…, said Holt, a farmer", "…, he said, smiling"
	case inserted:
		return [][2]int{before, after}, after[1]
	case after[0] >= 0:
		return [][2]int{after}, after[1]
	}
	return nil, 0
}

// statedBefore are the items before a cue that ends the statement.
func (p *passage) statedBefore(s saying, before, after [2]int, comma bool, hi int) (parts [][2]int, end int) {
	switch {
	case !comma && !s.source:
		return nil, 0
	case s.source && s.to < hi && p.comma(s.to):
		return [][2]int{before, after}, hi
	}
	return [][2]int{before}, hi
}

// listener reports whether all that stands behind a cue is whom it was told.
func (p *passage) listener(s saying, after [2]int) bool {
	if !p.told(s.at) || participle(p.text(s.at)) {
		return false
	}
	_, e := p.right(after[0], after[1])
	return e == after[1] || p.plainWords(after[0], after[1]) < 3
}

// spanOf is where items lo to hi stand, without the punctuation at the end.
func (p *passage) spanOf(lo, hi int) text.Span {
	return text.Span{Start: p.items[lo].span.Start, End: p.items[hi-1].span.End}
}

// plainWords is how many words outside marks stand in items lo to hi.
func (p *passage) plainWords(lo, hi int) (n int) {
	for i := lo; i < hi; i++ {
		if p.items[i].word() {
			n++
		}
	}
	return n
}

// content is the item that what is said begins with, behind the cue; -1 where
// nothing is said there.
func (p *passage) content(s saying, hi int) int {
	i := s.to
	for i < hi && p.beforeContent(i) {
		i++
	}
	if i >= hi {
		return -1
	}
	for t := i; t < min(hi, i+14); t++ {
		if p.isWord(t, "that") && (t == i || !p.between(i, t)) {
			return t + 1
		}
	}
	if strings.Contains(p.items[i].gap, ":") {
		return -1
	}
	if p.told(s.at) && i < hi { // "told reporters the dam would hold"
		_, e := p.right(i, min(hi, i+4))
		if p.listenerPronoun(i) {
			e = i + 1
		}
		if e > i && e < hi {
			i = e
		}
	}
	if !p.items[i].word() {
		return i
	}
	if p.items[i].small(breaker) && !p.items[i].small(determiner|pronoun) && !p.nearly(i) {
		switch {
		case p.isWord(i, "to") && !p.promises(s.at):
			return -1
		case p.items[i].class&contentWord != 0 && !possessive(p.text(i)): // and not "what's"
			return i
		}
		return p.lateClause(i, hi)
	}
	return i
}

// beforeContent reports whether item i, behind a cue, is no part yet of what is
// said: "said Monday that", "said quietly".
func (p *passage) beforeContent(i int) bool {
	it := &p.items[i]
	if it.class&(pronoun|determiner) != 0 || p.isWord(i, "to") || finite(p.text(i)) {
		return false
	}
	return it.small(auxiliary) || it.class&timeWord != 0 || p.adverb(i)
}

// listenerPronoun recognises whom something is told: "told him".
func (p *passage) listenerPronoun(i int) bool {
	return p.items[i].small(pronounMale|pronounFemale) || p.items[i].class&listening != 0
}

// promises recognises verbs whose infinitive is what is said: "vowed to stay".
func (p *passage) promises(c int) bool {
	for _, w := range [...]string{"promis", "vow", "pledg", "agree", "offer", "threat", "swor", "told", "tell", "warn", "advis", "recommend"} {
		if strings.HasPrefix(strings.ToLower(p.text(c)), w) {
			return true
		}
	}
	return false
}

// told recognises verbs behind which stands whom it was said to: "told reporters".
func (p *passage) told(c int) bool {
	t := strings.ToLower(p.text(c))
	for _, stem := range [...]string{"warn", "assur", "remind", "inform"} {
		if strings.HasPrefix(t, stem) {
			return true
		}
	}
	return t == "told" || t == "tells" || t == "tell" || t == "telling"
}

// between reports whether a verb stands between items i and t, so that the
// "that" at t belongs to it and not to the cue.
func (p *passage) between(i, t int) bool {
	for j := i; j < t; j++ {
		if finite(p.text(j)) || p.items[j].small(cue) || j > i && strings.ContainsAny(p.items[j].gap, ";:") {
			return true
		}
	}
	return false
}

// lateClause is where a clause begins after "said in an interview": at a
// pronoun with its verb; -1 where none does.
func (p *passage) lateClause(i, hi int) int {
	for j := i + 1; j+1 < min(hi, i+14); j++ {
		if p.comma(j) {
			return -1
		}
		if !p.items[j].small(pronoun) || p.isWord(j, "who") {
			continue
		}
		if finite(p.text(j+1)) || p.verb(j+1) || strings.ContainsAny(p.text(j), "'’") {
			return j
		}
	}
	return -1
}

// limit is where what is said ends at the latest: before a further verb of
// saying that a comma or "and" parts from it.
func (p *passage) limit(from, hi int) int {
	for i := from + 3; i < hi; i++ {
		if !p.items[i].word() {
			continue
		}
		if p.comma(i) && participle(p.text(i)) && p.items[i].small(statement|quoting) {
			return i
		}
		if (p.isWord(i-1, "and") || p.isWord(i-1, "but")) && p.cueAgain(i) {
			return i - 1
		}
		if p.comma(i) && p.conjunction(i) && p.anotherClause(i+1, hi) || strings.Contains(p.items[i].gap, ";") {
			return i
		}
		if p.accordingTo(i, hi).ok() && p.comma(i) {
			return i
		}
	}
	return hi
}

// cueAgain reports whether item i, behind "and", gives further words: "and added",
// "and calling it".
func (p *passage) cueAgain(i int) bool {
	return p.items[i].small(statement) || p.items[i].small(quoting) && participle(p.text(i))
}

// conjunction reports whether item i joins a clause to the one before: "and".
func (p *passage) conjunction(i int) bool {
	return p.items[i].class&conjunction != 0 && !possessive(p.text(i))
}

// anotherClause reports whether the clause that begins with item i is the
// reporter's again: it gives words to somebody of its own ("…, and Holt said"),
// or tells in the past what a pronoun did ("…, and he left").
func (p *passage) anotherClause(i, hi int) bool {
	for c := i + 1; c < min(hi, i+9) && p.items[c].word() && !p.comma(c); c++ {
		if p.items[c].small(statement) && p.cue(c) {
			return true
		}
	}
	return i+1 < hi && p.items[i].small(pronoun) && p.verb(i+1) && p.items[i+1].class&cue == 0
}
