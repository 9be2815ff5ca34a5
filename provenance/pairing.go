package provenance

import (
	"sort"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// An atom is a word as it is compared: a whole word, or one of the words that
// a contraction stands for (don't is do and not).
type atom struct {
	word   int    // its number in the document
	text   string // in lower case, apostrophes typewritten, contractions resolved
	short  bool   // written as part of a contraction
	upper  bool   // begins with a capital letter
	first  bool   // of its sentence
	inside bool   // of the source: within the match's spans; of the quote: always
	square bool   // of the quote: in square brackets
	dots   bool   // an ellipsis stands before it
	apart  bool   // of the quote: the report interrupts the quote before it
	told   bool   // some difference, or a convention, accounts for it
	mates  []mate // its counterparts on the other side, the surest first
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
	holes   []hole
	literal bool // the quote has the transcript's own words, but for a few
	same    int  // percent of the quote's atoms that stand in the source in their order
	words   *lexicon.Vocabulary
	out     []Difference
}

// A hole is what stands between two neighbours of the chain of paired words:
// atoms q of the quote where the source has atoms s. One may be empty.
type hole struct{ q, s text.Range }

// pair reads both sides of a comparison and ties them together.
func pair(c comparison) *pairing {
	p := &pairing{comparison: c, words: &lexicon.Vocabulary{}}
	p.readQuote()
	p.readSource()
	p.adopt(c.match.Pairs)
	p.fill()
	p.dig()
	p.measure()
	return p
}

func (p *pairing) readQuote() {
	for i, s := range p.spans {
		last := s.Start
		r := p.report.WordsIn(s)
		for w := r.Start; w < r.End; w++ {
			n := len(p.q)
			p.q = appendAtoms(p.q, p.report, w)
			gap := p.report.Text[last:max(last, int(p.report.Words[w].Start))]
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

// markDotsBetween: an ellipsis may split the quote into its spans.
func (p *pairing) markDotsBetween() {
	for i := range p.q {
		if a := &p.q[i]; a.apart && i > 0 {
			a.dots = a.dots || hasDots(p.report.Text[p.report.Words[p.q[i-1].word].End:p.report.Words[a.word].Start])
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

// readSource takes the sentences that the match touches, whole: what was cut
// off is as telling as what was kept.
func (p *pairing) readSource() {
	spans := append([]text.Span(nil), p.match.Spans...)
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	t := p.transcript
	done := 0
	for _, s := range spans {
		for n := max(done, t.SentenceAt(s.Start)); n < len(t.Sentences) && t.Sentences[n].Span.Start < max(s.End, s.Start+1); n++ {
			p.readSentence(t.Sentences[n].Words)
			done = n + 1
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
		p.s = appendAtoms(p.s, p.transcript, w)
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
	if alike(p.q[i].text, p.s[j].text) {
		why = align.Same
	}
	p.q[i].mates = append(p.q[i].mates, mate{j, why})
	p.s[j].mates = append(p.s[j].mates, mate{i, why})
}

// chain is the longest run of pairs that is in order on both sides, as pairs
// of atom numbers. It takes O(n log n).
func (p *pairing) chain() [][2]int {
	type link struct{ i, j, back int }
	var links []link
	var tails []int // tails[k]: the link that ends the best chain of k+1
	for i, a := range p.q {
		for m := len(a.mates) - 1; m >= 0; m-- {
			j := a.mates[m].at
			k := sort.Search(len(tails), func(k int) bool { return links[tails[k]].j >= j })
			back := -1
			if k > 0 {
				back = tails[k-1]
				if links[back].i == i {
					continue
				}
			}
			links = append(links, link{i, j, back})
			if k == len(tails) {
				tails = append(tails, 0)
			}
			tails[k] = len(links) - 1
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([][2]int, len(tails))
	for k, l := len(tails)-1, tails[len(tails)-1]; k >= 0; k-- {
		out[k] = [2]int{links[l].i, links[l].j}
		l = links[l].back
	}
	return out
}

// mostCells is how large a hole may be, quote times source, for its words to
// be paired again.
const mostCells = 1 << 20

// fill ties the equal words that the placing left open between the links of
// the chain, by the longest common run of words.
func (p *pairing) fill() {
	for _, h := range p.between(p.chain()) {
		if n, m := h.q.Len(), h.s.Len(); n > 0 && m > 0 && n*m <= mostCells {
			p.common(h)
		}
	}
}

// common ties a longest common subsequence of a hole.
func (p *pairing) common(h hole) {
	n, m := h.q.Len(), h.s.Len()
	best := make([]uint16, (n+1)*(m+1))
	open := func(i, j int) bool {
		a, b := &p.q[h.q.Start+i], &p.s[h.s.Start+j]
		return len(a.mates) == 0 && len(b.mates) == 0 && !a.square && alike(a.text, b.text)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			c := max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			if open(i, j) {
				c = max(c, best[(i+1)*(m+1)+j+1]+1)
			}
			best[i*(m+1)+j] = c
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch at := best[i*(m+1)+j]; {
		case open(i, j) && at == best[(i+1)*(m+1)+j+1]+1:
			p.tie(h.q.Start+i, h.s.Start+j, align.Same)
			i, j = i+1, j+1
		case at == best[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
}

// between are the holes of a chain: before, between and after its links.
func (p *pairing) between(chain [][2]int) []hole {
	var out []hole
	i, j := 0, 0
	add := func(k, l int) {
		if k > i || l > j {
			out = append(out, hole{text.Range{Start: i, End: k}, text.Range{Start: j, End: l}})
		}
	}
	for _, c := range chain {
		add(c[0], c[1])
		i, j = c[0]+1, c[1]+1
	}
	add(len(p.q), len(p.s))
	return out
}

func (p *pairing) dig() { p.holes = p.between(p.chain()) }

// literalShare is the percentage of a quote's words that must stand in the
// source in their order for the quote to be read as the source's own words.
const literalShare = 70

func (p *pairing) measure() {
	same := 0
	for _, c := range p.chain() {
		if alike(p.q[c[0]].text, p.s[c[1]].text) {
			same++
		}
	}
	p.same = 100 * same / max(1, len(p.q))
	p.literal = p.match.Exact || p.same >= literalShare
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
