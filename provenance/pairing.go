package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// An atom is a word as it is compared: a whole word, or one of the words that
// a contraction stands for (don't is do and not).
type atom struct {
	word     int    // its number in the document
	text     string // in lower case, apostrophes typewritten, contractions resolved
	norm     string // in American spelling, without accents, numbers in digits
	short    bool   // written as part of a contraction
	upper    bool   // begins with a capital letter
	first    bool   // of its sentence
	square   bool   // of the quote: in square brackets
	dots     bool   // an ellipsis stands before it
	lettered bool   // of the quote: its first letters stand in brackets, [t]he
	apart    bool   // of the quote: the report interrupts the quote before it
}

// A mate is the counterpart of an atom.
type mate struct {
	at  int // its number on the other side
	why align.Why
}

// A pairing is a quote beside the part of the transcript it came from, word
// tied to word. The detectors read it, mark the atoms they have accounted for,
// and add what they found to out.
type pairing struct {
	comparison
	q, s    *side
	holes   []hole
	literal bool // the quote has the transcript's own words, but for a few
	out     []Difference
}

// A hole is what stands between two neighbours of the chain of paired words:
// atoms q of the quote where the source has atoms s. One may be empty.
type hole struct{ q, s trange }

// pair reads both sides of a comparison and ties them together.
func pair(c comparison) *pairing {
	p := &pairing{comparison: c}
	words := lexicon.Over(c.known)
	p.q, p.s = &side{d: c.report, words: words}, &side{d: c.transcript, words: words}
	if p.all == nil {
		p.all = &concordance{d: p.transcript}
	}
	p.read()
	if p.fetch() {
		p.q.tokens, p.s.tokens = nil, nil
		p.read()
	}
	p.slide()
	p.enclose()
	p.settleDown()
	p.measure()
	return p
}

// settleDown fixes the chain: the pairs that are in order on both sides.
func (p *pairing) settleDown() {
	chain := p.chain()
	p.q.home, p.s.home = blank(len(p.q.tokens)), blank(len(p.s.tokens))
	for _, c := range chain {
		p.q.home[c[0]], p.s.home[c[1]] = c[1], c[0]
	}
	p.holes = p.between(chain)
}

func blank(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// read reads both sides and ties them by the pairs of the match.
func (p *pairing) read() {
	p.q.readQuote(p.spans)
	p.q.mark()
	for i := range p.q.inside {
		p.q.inside[i] = true
	}
	p.readSource()
	p.adopt(p.match.Pairs)
	p.fill()
	p.again()
}

// readSource takes the sentences that the match touches, and says which of their
// words lie within it.
func (p *pairing) readSource() {
	spans := slices.Clone(p.match.Spans)
	slices.SortStableFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	p.s.readAround(spans)
	p.s.mark()
	i := 0
	for k := range p.s.tokens {
		at := p.s.d.Words[p.s.tokens[k].word].Span()
		for i < len(spans)-1 && spans[i].End <= at.Start {
			i++
		}
		p.s.inside[k] = len(spans) > 0 && spans[i].Contains(at)
	}
}

// adopt takes over the pairs that the placing found.
func (p *pairing) adopt(pairs []align.Pair) {
	qs, ss := p.q.byWord(), p.s.byWord()
	for _, x := range pairs {
		for _, i := range qs[x.Quote] {
			for _, j := range ss[x.Source] {
				a, b := p.q.tokens[i], p.s.tokens[j]
				if a.square {
					continue
				}
				if alike(a.text, b.text) || len(qs[x.Quote]) == 1 && len(ss[x.Source]) == 1 {
					p.tie(i, j, x.Why)
				}
			}
		}
	}
}

// byWord are the atoms of each word.
func (s *side) byWord() map[int][]int {
	m := make(map[int][]int, len(s.tokens))
	for i, a := range s.tokens {
		m[a.word] = append(m[a.word], i)
	}
	return m
}

func (p *pairing) tie(i, j int, why align.Why) {
	switch a, b := p.q.tokens[i], p.s.tokens[j]; {
	case alike(a.text, b.text):
		why = align.Same
	case a.norm == b.norm && isDigit(a.norm):
		why = align.Number
	case a.norm == b.norm:
		why = align.Spelling
	case why == align.Same:
		why = align.Name // EU, European
	}
	p.q.mates[i] = append(p.q.mates[i], mate{j, why})
	p.s.mates[j] = append(p.s.mates[j], mate{i, why})
}

// enclose takes what lies between paired words of one sentence to be inside
// the match, however the placing has drawn its bounds.
func (p *pairing) enclose() {
	chain := p.chain()
	for n := range chain {
		j := chain[n][1]
		p.s.inside[j] = true
		if n > 0 && p.s.sentenceOf(chain[n-1][1]) == p.s.sentenceOf(j) {
			for k := chain[n-1][1]; k < j; k++ {
				p.s.inside[k] = true
			}
		}
	}
}

// measure tells a quote in the transcript's own words from a translation or
// retelling of them. What tells them apart is not the share of equal words, which
// may be high in both, but the number of places where they part: somebody who
// copies changes one thing or two, a translator something in every clause. In a
// report that quotes another translation throughout, only a quote that is the
// transcript's nearly to the word counts as copied. What is told without marks
// never does: its persons, times and tenses are the reporter's (I will, she would).
func (p *pairing) measure() {
	if p.kind == speech.Indirect {
		return
	}
	n, e := len(p.q.tokens), p.edits()
	if p.conventional(e) {
		p.literal = true
		return
	}
	if p.retold {
		p.literal = e*20 <= n
		return
	}
	p.literal = 2*p.ties() >= n && (e <= 2 || e*10 <= n) || 20*p.inRuns() >= 17*n
}

// inRuns is the number of words of the quote that stand in runs of three or more
// that the source has word for word.
func (p *pairing) inRuns() int {
	sum := 0
	for i := 0; i < len(p.q.tokens); {
		n := p.runFrom(i)
		if n >= pieceLeast {
			sum += n
		}
		i += max(n, 1)
	}
	return sum
}

// edits is the number of places where quote and source part, but for those
// that the quote itself shows: brackets, ellipses, the report's own words.
func (p *pairing) edits() int {
	n := 0
	for _, h := range p.holes {
		switch {
		case h.q.Len() > 0 && !p.square(h.q), h.q.Len() == 0 && p.anyInside(h.s) && !p.shown(h.q.Start):
			n++
		}
	}
	for i := range p.q.tokens {
		if p.soft(i) && (i == 0 || !p.soft(i-1)) && !p.goesOn(i) {
			n++
		}
	}
	return n
}

// conventional reports whether all e places where quote and source part are
// conventions of spelling: a copy may have many.
func (p *pairing) conventional(e int) bool {
	n := 0
	for i := range p.q.tokens {
		if p.soft(i) && (i == 0 || !p.soft(i-1)) {
			if p.style(i, p.q.mates[i][0]) == "" {
				return false
			}
			n++
		}
	}
	return n == e
}

// goesOn reports whether atom i goes on, behind a word of grammar, with a name
// that stands in another's place: the Office of Roads for the Ministry of Water.
func (p *pairing) goesOn(i int) bool {
	named := func(i int) bool {
		return p.soft(i) && capital(p.q.tokens[i]) && capital(p.s.tokens[p.q.mates[i][0].at])
	}
	return i > 1 && functionWords.Has(p.q.tokens[i-1].text) && named(i-2) && named(i)
}

func (p *pairing) square(r trange) bool {
	return p.q.tokens[r.Start].square && p.q.tokens[r.End-1].square
}

func (p *pairing) anyInside(r trange) bool {
	for j := r.Start; j < r.End; j++ {
		if p.s.inside[j] {
			return true
		}
	}
	return false
}

func (p *pairing) shown(i int) bool {
	return i < len(p.q.tokens) && (p.q.tokens[i].dots || p.q.tokens[i].apart)
}

// soft reports whether atom i of the quote is tied to another word.
func (p *pairing) soft(i int) bool {
	ms := p.q.mates[i]
	return len(ms) > 0 && ms[0].why != align.Same && p.q.tokens[i].norm != p.s.tokens[ms[0].at].norm
}

// tell reports a difference between atoms q of the quote and s of the source
// and marks them as accounted for.
func (p *pairing) tell(k Kind, v Severity, q, s trange) {
	p.note(k, v, p.reportSpan(q), p.sourceSpan(s))
	p.q.spend(q)
	p.s.spend(s)
}

func (p *pairing) note(k Kind, v Severity, q, s text.Span) {
	p.out = append(p.out, Difference{Kind: k, Severity: v, Report: q, Transcript: p.match.Transcript, Source: s})
}

func (p *pairing) reportSpan(r trange) text.Span { return p.q.spanOf(r) }
func (p *pairing) sourceSpan(r trange) text.Span { return p.s.spanOf(r) }

// spanOf is the text of a range of atoms; the gap before it where it is empty.
func (s *side) spanOf(r trange) text.Span {
	switch {
	case r.Len() > 0:
		return s.d.Words[s.tokens[r.Start].word].Span().Cover(s.d.Words[s.tokens[r.End-1].word].Span())
	case r.Start < len(s.tokens):
		at := int(s.d.Words[s.tokens[r.Start].word].Start)
		return text.Span{Start: at, End: at}
	case len(s.tokens) > 0:
		at := int(s.d.Words[s.tokens[len(s.tokens)-1].word].End)
		return text.Span{Start: at, End: at}
	}
	return text.Span{}
}
