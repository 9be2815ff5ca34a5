package provenance

import (
	"sort"
	"strings"

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
	inside   bool   // of the source: within the match's spans; of the quote: always
	square   bool   // of the quote: in square brackets
	dots     bool   // an ellipsis stands before it
	lettered bool   // of the quote: its first letters stand in brackets, [t]he
	apart    bool   // of the quote: the report interrupts the quote before it
	excuse   bool   // a negative word that does the work of a negator of the other side
	told     bool   // some difference, or a convention, accounts for it
	mates    []mate // its counterparts on the other side, the surest first
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
	q, s    []atom
	home    []int // of each atom of the quote: its counterpart in the chain, or -1
	homeOn  []int // of each atom of the source, likewise
	holes   []hole
	literal bool // the quote has the transcript's own words, but for a few
	words   *lexicon.Vocabulary
	out     []Difference
}

// A hole is what stands between two neighbours of the chain of paired words:
// atoms q of the quote where the source has atoms s. One may be empty.
type hole struct{ q, s text.Range }

// pair reads both sides of a comparison and ties them together.
func pair(c comparison) *pairing {
	p := &pairing{comparison: c, words: lexicon.Over(c.known)}
	if p.all == nil {
		p.all = &concordance{d: p.transcript}
	}
	p.read()
	if p.fetch() {
		p.q, p.s = nil, nil
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
	p.home, p.homeOn = blank(len(p.q)), blank(len(p.s))
	for _, c := range chain {
		p.home[c[0]], p.homeOn[c[1]] = c[1], c[0]
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

func (p *pairing) read() {
	p.readQuote()
	p.readSource()
	p.adopt(p.match.Pairs)
	p.fill()
	p.again()
}

func (p *pairing) readQuote() {
	for i, s := range p.spans {
		last := s.Start
		r := p.report.WordsIn(s)
		for w := r.Start; w < r.End; w++ {
			n := len(p.q)
			p.q = p.appendAtoms(p.q, p.report, w)
			gap := p.report.Text[last:max(last, int(p.report.Words[w].Start))]
			if gap == "]" && n > 0 && n < len(p.q) && p.q[n-1].square && !isDigit(p.q[n].text) {
				p.joinLetter(n)
				last = int(p.report.Words[w].End)
				continue
			}
			if n == len(p.q) {
				continue
			}
			p.q[n].dots = w > r.Start && hasDots(gap)
			p.q[n].apart = i > 0 && w == r.Start
			for k := n; k < len(p.q); k++ {
				p.q[k].inside = true
				p.q[k].square = bracketed(p.report.Text[s.Start:p.report.Words[w].Start])
			}
			last = int(p.report.Words[w].End)
		}
	}
	if n := len(p.spans); n > 1 {
		p.markDotsBetween()
	}
}

// joinLetter joins a word to the letters of it that stand in brackets: [t]he.
func (p *pairing) joinLetter(n int) {
	a := &p.q[n-1]
	a.text += p.q[n].text
	a.norm, a.square, a.lettered = a.text, false, true
	p.q = p.q[:n]
}

// markDotsBetween: an ellipsis may split the quote into its spans.
func (p *pairing) markDotsBetween() {
	for i := range p.q {
		if a := &p.q[i]; a.apart && i > 0 {
			a.dots = a.dots || hasDots(gapBefore(p.report, p.q, i))
		}
	}
}

func hasDots(gap string) bool {
	return strings.Contains(gap, "…") || strings.Contains(gap, "...") || strings.Contains(gap, ". . .")
}

// bracketed reports whether text ends inside square brackets.
func bracketed(text string) bool {
	text = text[max(0, len(text)-200):]
	return strings.LastIndexByte(text, '[') > strings.LastIndexByte(text, ']')
}

// fewSentences is how many sentences between two pieces of the match are read
// along with them.
const fewSentences = 2

// reach is how many words of a sentence are read before and after the match: all
// of them, unless it is endless.
const reach = 400

// readSource takes the sentences that the match touches, whole: what was cut
// off is as telling as what was kept.
func (p *pairing) readSource() {
	spans := append([]text.Span(nil), p.match.Spans...)
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	t := p.transcript
	done, read := 0, 0 // sentences and words
	for _, s := range spans {
		from := t.SentenceAt(s.Start)
		if done > 0 && done < from && from-done <= fewSentences {
			from = done
		}
		near := t.WordsIn(s)
		for n := from; n < len(t.Sentences) && t.Sentences[n].Span.Start < max(s.End, s.Start+1); n++ {
			r := t.Sentences[n].Words
			r.Start, r.End = max(r.Start, read, near.Start-reach), min(r.End, near.End+reach)
			p.readSentence(r)
			read, done = max(read, r.End), n+1
		}
	}
	i := 0
	for k := range p.s {
		at := p.transcript.Words[p.s[k].word].Span()
		for i < len(spans)-1 && spans[i].End <= at.Start {
			i++
		}
		p.s[k].inside = len(spans) > 0 && spans[i].Contains(at)
	}
}

func (p *pairing) readSentence(r text.Range) {
	for w := r.Start; w < r.End; w++ {
		n := len(p.s)
		p.s = p.appendAtoms(p.s, p.transcript, w)
		if n < len(p.s) {
			p.s[n].first = w == r.Start
		}
	}
}

// adopt takes over the pairs that the placing found.
func (p *pairing) adopt(pairs []align.Pair) {
	qs, ss := byWord(p.q), byWord(p.s)
	for _, x := range pairs {
		for _, i := range qs[x.Quote] {
			for _, j := range ss[x.Source] {
				a, b := p.q[i], p.s[j]
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

func byWord(atoms []atom) map[int][]int {
	m := make(map[int][]int, len(atoms))
	for i, a := range atoms {
		m[a.word] = append(m[a.word], i)
	}
	return m
}

func (p *pairing) tie(i, j int, why align.Why) {
	switch a, b := p.q[i], p.s[j]; {
	case alike(a.text, b.text):
		why = align.Same
	case a.norm == b.norm && isDigit(a.norm):
		why = align.Number
	case a.norm == b.norm:
		why = align.Spelling
	case why == align.Same:
		why = align.Name // EU, European
	}
	p.q[i].mates = append(p.q[i].mates, mate{j, why})
	p.s[j].mates = append(p.s[j].mates, mate{i, why})
}

// enclose takes what lies between paired words of one sentence to be inside
// the match, however the placing has drawn its bounds.
func (p *pairing) enclose() {
	chain := p.chain()
	for n := range chain {
		j := chain[n][1]
		p.s[j].inside = true
		if n > 0 && p.sentenceOf(chain[n-1][1]) == p.sentenceOf(j) {
			for k := chain[n-1][1]; k < j; k++ {
				p.s[k].inside = true
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
	n, e := len(p.q), p.edits()
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
	for i := 0; i < len(p.q); {
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
	for i := range p.q {
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
	for i := range p.q {
		if p.soft(i) && (i == 0 || !p.soft(i-1)) {
			if p.style(i, p.q[i].mates[0]) == "" {
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
	named := func(i int) bool { return p.soft(i) && capital(p.q[i]) && capital(p.s[p.q[i].mates[0].at]) }
	return i > 1 && functionWords[p.q[i-1].text] && named(i-2) && named(i)
}

func (p *pairing) square(r text.Range) bool {
	return p.q[r.Start].square && p.q[r.End-1].square
}

func (p *pairing) anyInside(r text.Range) bool {
	for j := r.Start; j < r.End; j++ {
		if p.s[j].inside {
			return true
		}
	}
	return false
}

func (p *pairing) shown(i int) bool { return i < len(p.q) && (p.q[i].dots || p.q[i].apart) }

// soft reports whether atom i of the quote is tied to another word.
func (p *pairing) soft(i int) bool {
	ms := p.q[i].mates
	return len(ms) > 0 && ms[0].why != align.Same && p.q[i].norm != p.s[ms[0].at].norm
}

// tell reports a difference between atoms q of the quote and s of the source
// and marks them as accounted for.
func (p *pairing) tell(k Kind, v Severity, q, s text.Range) {
	p.note(k, v, p.reportSpan(q), p.sourceSpan(s))
	for i := q.Start; i < q.End; i++ {
		p.q[i].told = true
	}
	for j := s.Start; j < s.End; j++ {
		p.s[j].told = true
	}
}

func (p *pairing) note(k Kind, v Severity, q, s text.Span) {
	p.out = append(p.out, Difference{Kind: k, Severity: v, Report: q, Transcript: p.match.Transcript, Source: s})
}

func (p *pairing) reportSpan(r text.Range) text.Span { return spanOf(p.report, p.q, r) }
func (p *pairing) sourceSpan(r text.Range) text.Span { return spanOf(p.transcript, p.s, r) }

// spanOf is the text of a range of atoms; the gap before it where it is empty.
func spanOf(d *text.Document, atoms []atom, r text.Range) text.Span {
	switch {
	case r.Len() > 0:
		return d.Words[atoms[r.Start].word].Span().Cover(d.Words[atoms[r.End-1].word].Span())
	case r.Start < len(atoms):
		at := int(d.Words[atoms[r.Start].word].Start)
		return text.Span{Start: at, End: at}
	case len(atoms) > 0:
		at := int(d.Words[atoms[len(atoms)-1].word].End)
		return text.Span{Start: at, End: at}
	}
	return text.Span{}
}
