package provenance

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/words"

	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A quote that starts or stops inside a sentence is as true as what it leaves out
// is idle. The naive ways, to warn of every cut or of none, are useless alike:
// reporters cut nine sentences of ten. So what was cut is read: what stands
// behind the quote by how it begins (truncation_after.go, truncation_but.go), what stands before
// it by how it ends (truncation_before.go), and the sentences on either side by a few
// forms that can only speak of their neighbour (truncation_beside.go).
//
// Nothing here asks what the words are about. Cost: the sentence, once.

// truncations finds a cut inside a sentence of the transcript that leaves out
// what limits the words quoted: a condition, an exception, a negation, somebody
// else's opinion.
func (p *pairing) truncations() {
	if len(p.q.tokens) == 0 || len(p.s.tokens) == 0 {
		return
	}
	lo, hi, ok := p.extent()
	if !ok {
		return
	}
	switch end := p.s.sentenceEnd(hi); {
	case p.kind == speech.Indirect:
		if !p.reporterNegates() {
			p.dropsEnding(hi, end)
			p.dropsOpening(p.s.sentenceStart(lo), lo)
		}
		return
	case p.kind == speech.Direct && p.endsTight():
		p.stops(hi, end)
	case p.kind == speech.Direct && !p.literal:
		p.dropsEnding(hi, end)
		p.dropsOpening(p.s.sentenceStart(lo), lo)
		for at := p.s.sentenceEnd(lo); at <= hi; at = p.s.sentenceEnd(at) {
			p.dropsOpening(at, at) // And the army? There are rumours that …
		}
	}
	if p.startsTight() {
		p.starts(p.s.sentenceStart(lo), lo)
	}
}

// inside looks before each later sentence of the quote for words of its own that
// were left out without a mark: "they say that" between two sentences.
func (p *pairing) inside() {
	for i := 1; p.literal && p.kind != speech.Indirect && i < len(p.q.tokens); i++ {
		k, lo := p.q.home[i-1], p.q.home[i]
		if k < 0 || lo < 0 || p.shown(i) || p.s.sentenceOf(k) == p.s.sentenceOf(lo) {
			continue
		}
		head := trange{Start: p.s.sentenceStart(lo), End: lo}
		if head.Len() == 0 || p.s.anyTied(head) || !p.s.governs(head.Start, lo, p.quoted()) {
			continue
		}
		at := p.reportSpan(trange{Start: i, End: i}).Start
		p.note(Truncation, Major, text.Span{Start: at, End: at}, p.sourceSpan(head))
		for j := head.Start; j < lo; j++ {
			p.s.told[j] = true
		}
	}
}

// anyTied reports whether some atom of a range has a counterpart.
func (s *side) anyTied(r trange) bool {
	for i := r.Start; i < r.End; i++ {
		if len(s.mates[i]) > 0 {
			return true
		}
	}
	return false
}

// stops looks behind the quote's last word, source atom hi of a sentence that ends
// before source atom end.
func (p *pairing) stops(hi, end int) {
	at := p.spans[len(p.spans)-1].End
	if end > hi+1 {
		if r, v := p.s.limitAfter(hi+1, end); v != "" && !p.movedInto(r.Start) {
			p.cut(v, at, p.sourceSpan(r))
		}
	} else if s, ok := p.s.takenBackAfter(hi); ok {
		p.cut(Major, at, s)
	}
}

// starts looks before the quote's first word, source atom lo of a sentence that
// begins with source atom start.
func (p *pairing) starts(start, lo int) {
	at := p.spans[0].Start
	if start < lo && p.kind == speech.Direct && p.cutShare(start, lo) {
		return
	}
	if start < lo && p.s.governs(start, lo, p.quoted()) && !p.movedInto(start) {
		p.cut(Major, at, p.sourceSpan(trange{Start: start, End: lo}))
	} else if s, ok := p.s.supposedBefore(lo); start == lo && ok && p.kind == speech.Direct {
		p.cut(Major, at, s)
	}
}

// movedInto reports whether the quote has the word of source atom j in another
// place: "for now we shall stay" leaves nothing out of "we shall stay for now".
func (p *pairing) movedInto(j int) bool {
	for i, a := range p.q.tokens {
		if p.q.home[i] < 0 && a.text == p.s.tokens[j].text {
			return true
		}
	}
	return false
}

// cut notes that the quote stops or starts at a place, and what was cut off there.
func (p *pairing) cut(v Severity, at int, s text.Span) {
	p.note(Truncation, v, text.Span{Start: at, End: at}, s)
}

// extent is where in the source the first and the last paired word stand.
func (p *pairing) extent() (lo, hi int, ok bool) {
	c := p.chain()
	if len(c) == 0 {
		return 0, 0, false
	}
	return c[0][1], c[len(c)-1][1], true
}

// startsTight and endsTight report whether the quote's own first and last
// words are the transcript's, so that a cut there is a cut.
func (p *pairing) startsTight() bool { return p.literal && len(p.q.mates[0]) > 0 }
func (p *pairing) endsTight() bool   { return p.literal && len(p.q.mates[len(p.q.tokens)-1]) > 0 }

func (s *side) sentenceEnd(j int) int {
	n := s.sentenceOf(j)
	for j < len(s.tokens) && s.sentenceOf(j) == n {
		j++
	}
	return j
}

func (s *side) sentenceStart(j int) int {
	n := s.sentenceOf(j)
	for j > 0 && s.sentenceOf(j-1) == n {
		j--
	}
	return j
}

// quoted is how the report quotes what a head governs: as a fragment in a sentence
// of its own, denied by it, or as a question.
type quoted struct{ fragment, denied, asks bool }

// quoted is how the report quotes.
func (p *pairing) quoted() quoted {
	return quoted{p.kind == speech.Partial, p.reporterNegates(), p.q.shows("?")}
}

// governs reports whether the head of a sentence from source atom start to lo,
// cut off, governs what follows: an open condition, a negated opinion, others'
// words, a wish, a question, a negator or a share (only, some of the) just before.
func (s *side) governs(start, lo int, q quoted) bool {
	head := s.tokens[start:lo]
	for len(head) > 1 && openers.Has(head[0].text) && !startsWith(head, openings) {
		head = head[1:]
	}
	last, next := head[len(head)-1].text, s.tokens[lo].text
	switch {
	case negators.Has(last) && (last != "no" && last != "not" || !s.opensClause(lo)):
		return !q.fragment || !q.denied
	case q.fragment, startsWith(head, headAsides), next == "but", next == "yet":
		return false
	case allBut.Has(last) && quantities.Of(next) > 0, s.inverts(head, lo), withheld(head), s.condition(head, lo), endsWith(s.tokens[start:lo], reserves), endsWith(head, portions):
		return true
	case startsWith(head, sources):
		return strangers.Has(last) || !own(head[:min(len(head), 4)])
	case head[0].text == "as" && len(head) > 2:
		return viewed(head[1:])
	}
	asked := s.asked(lo)
	switch {
	case asked && q.asks, noClause.Has(next):
		return false
	case asked && (auxiliaries.Has(last) || modality.Of(last) != ""):
		return true
	}
	return unasserted(s.lastBreath(head, lo), asked)
}

// inverts reports whether a head, which ends before source atom lo, begins with a
// negator that stands before the verb: under no circumstances will we, never
// again should they, not until then did I.
func (s *side) inverts(head []atom, lo int) bool {
	n := len(head)
	if n < 2 || s.opensClause(lo) || s.asked(lo) || !negators.Has(head[0].text) && head[1].text != "no" {
		return false
	}
	if last := head[n-1].text; auxiliaries.Has(last) || modality.Of(last) != "" {
		return s.nominal(lo)
	}
	next := s.tokens[lo].text
	return (auxiliaries.Has(next) || modality.Of(next) != "") && !subjects.Has(head[0].text) && head[0].text != "no" && s.nominal(lo+1)
}

// withheld reports whether a head says what somebody does not do: what I will not
// do is. What they do not say, or see, is another thing.
func withheld(head []atom) bool {
	if head[0].text != "what" || !isBe.Has(head[len(head)-1].text) || !negated(head) {
		return false
	}
	return !slices.ContainsFunc(head, func(a atom) bool { return factive.Has(a.text) || saying.Has(a.text) })
}

// viewed reports whether atoms after "as" say whose view follows: my critics claim,
// the opposition sees it, rumour has it.
func viewed(atoms []atom) bool {
	n := len(atoms) - 1
	if n > 1 && atoms[n].text == "it" {
		n--
		if w := atoms[n].text; w == "has" || w == "sees" || w == "see" || w == "puts" || w == "put" {
			return rumours.Has(atoms[n-1].text) || others(atoms[:n])
		}
	}
	return n > 0 && saying.Has(atoms[n].text) && others(atoms[:n])
}

// noClause are words with which no clause begins that a verb of saying takes.
var noClause = words.Set("grammar", "no-clause")

// lastBreath is the part of a head, which ends before source atom lo, that
// stands after the last dash: I don't -- I think.
func (s *side) lastBreath(head []atom, lo int) []atom {
	for j := lo - 1; j > lo-len(head); j-- {
		if gap := s.gapBefore(j); strings.ContainsAny(gap, "–—;") || strings.Contains(gap, "--") {
			return s.tokens[j:lo]
		}
	}
	return head
}

var (
	openers  = words.Set("clause", "openers")
	reserves = words.Phrases("clause", "reserves")
	allBut   = words.Set("clause", "all-but")
	portions = words.Phrases("clause", "portions")
	sources  = words.Phrases("saying", "sources")
)

// asked reports whether the sentence of source atom j is a question.
func (x *side) asked(j int) bool {
	s := x.d.Sentences[x.sentenceOf(j)]
	return strings.Contains(x.d.Text[x.d.Words[s.Words.End-1].End:s.Span.End], "?")
}

// shows reports whether a mark stands right behind the quote's last word.
func (s *side) shows(mark string) bool {
	end := int(s.d.Words[s.tokens[len(s.tokens)-1].word].End)
	return strings.Contains(s.d.Text[end:min(len(s.d.Text), end+len("?”"))], mark)
}

// reporterNegates reports whether the report's own words before a fragment have
// a negator: he said it was not "a problem of money".
func (p *pairing) reporterNegates() bool {
	n := p.q.d.SentenceAt(p.spans[0].Start)
	if n >= len(p.q.d.Sentences) {
		return false
	}
	r := p.q.d.WordsIn(text.Span{Start: p.q.d.Sentences[n].Span.Start, End: p.spans[0].Start})
	for w := r.Start; w < r.End; w++ {
		for _, part := range contraction(lower(p.q.d.Word(w))) {
			if negators.Has(part) || negative.Has(part) || denying.Has(part) || wishing.Has(part) {
				return true
			}
		}
	}
	return false
}

// openings begin a condition that governs the rest of its sentence.
var openings = words.Phrases("clause", "openings")

// condition reports whether a head, which ends before source atom lo, is "If …,"
// or the like with its own clause, or ends in one: we know that if it rains, …
func (s *side) condition(head []atom, lo int) bool {
	switch first := head[0].text; {
	case startsWith(head, openings):
		return !s.concluded(head, lo)
	case inverted.Has(first):
		return len(head) >= shortestClause-1 && s.opensClause(lo) && !s.asked(lo)
	case first == "without":
		return s.opensClause(lo) && s.dependent(lo)
	}
	k := lo - 1
	for k > lo-len(head) && !s.opensClause(k) {
		k--
	}
	for i := k; s.opensClause(lo) && i < min(k+4, lo); i++ {
		if (s.tokens[i].text == "if" || s.tokens[i].text == "unless") && s.wordAt(i-1) != "even" && !startsWith(s.tokens[i:lo], headAsides) {
			return true
		}
	}
	return false
}

// concluded reports whether a condition has its main clause within the head
// already: if she wins, she will sign it, and you know what.
func (s *side) concluded(head []atom, lo int) bool {
	for j := lo - len(head) + shortestClause; j < lo; j++ {
		end := j + 1
		for end < lo && !s.opensClause(end) {
			end++
		}
		if s.opensClause(j) && s.opensClause(end) && end-j >= shortestClause && !startsWith(s.tokens[j:end], openings) && statement(s.tokens[j:end]) {
			return true
		}
	}
	return false
}

// dependent reports whether the clause from source atom lo on hangs on what
// stands before it: it would, it cannot.
func (s *side) dependent(lo int) bool {
	for _, a := range s.tokens[lo:min(len(s.tokens), lo+12)] {
		if a.text == "would" || a.text == "could" || a.text == "might" || a.text == "'d" || negators.Has(a.text) {
			return true
		}
	}
	return false
}
