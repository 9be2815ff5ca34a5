package pairing

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// A Pairing is a quote beside the part of the transcript it came from, word tied
// to word. It judges nothing, and is the same for whoever compares them.
type Pairing struct {
	Q, S  *Side       // of the quote, of the source
	Spans []text.Span // of the quote
	Match align.Match // with the places of all pieces of the quote
	Holes []Hole

	Source *Concordance // the transcript
}

// Tie reads both sides of a quote and a match and ties their words. The words of
// known have been read already; it may be nil.
func Tie(
	report *text.Document, spans []text.Span, source *Concordance, known *lexicon.Vocabulary, m align.Match,
) *Pairing {
	words := lexicon.Over(known)
	p := &Pairing{
		Q:     &Side{Run: &reading.Run{Doc: report, Vocabulary: words}},
		S:     &Side{Run: &reading.Run{Doc: source.Doc, Vocabulary: words}},
		Spans: spans, Match: m, Source: source,
	}
	p.read()
	if p.fetch() {
		p.Q.Tokens, p.S.Tokens = nil, nil
		p.read()
	}
	p.slide()
	p.enclose()
	p.begin()
	p.settleDown()
	return p
}

// PairedIn reports whether word i of the quote is tied to a word of r.
func (p *Pairing) PairedIn(i int, r reading.Range) bool {
	for _, m := range p.Q.Mates[i] {
		if r.Start <= m.At && m.At < r.End {
			return true
		}
	}
	return false
}

// Equal reports whether n words from i of the quote are those from j of the source.
func (p *Pairing) Equal(i, j, n int) bool {
	for k := range n {
		if p.Q.Tokens[i+k].Norm != p.S.Tokens[j+k].Norm {
			return false
		}
	}
	return true
}

// settleDown fixes the chain: the pairs that are in order on both sides.
func (p *Pairing) settleDown() {
	chain := p.Chain()
	q, s := blank(len(p.Q.Tokens)), blank(len(p.S.Tokens))
	for _, c := range chain {
		q[c.Q], s[c.S] = c.S, c.Q
	}
	p.Q.settle(q)
	p.S.settle(s)
	p.Holes = p.between(chain)
}

// blank is a home for none of n words.
func blank(n int) []int {
	return slices.Repeat([]int{-1}, n)
}

// read reads both sides and ties them by the pairs of the match.
func (p *Pairing) read() {
	p.Q.ReadQuote(p.Spans)
	p.Q.room()
	for i := range p.Q.Inside {
		p.Q.Inside[i] = true
	}
	p.readSource()
	if p.Q.Says("us") {
		p.S.ReadPronouns()
	}
	p.shareBrackets()
	p.adopt(p.Match.Pairs)
	p.fill()
	p.again()
}

// readSource takes the sentences that the match touches, and says which of their
// words lie within it.
func (p *Pairing) readSource() {
	spans := slices.Clone(p.Match.Spans)
	slices.SortStableFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	p.S.ReadAround(spans)
	p.S.room()
	i := 0
	for k := range p.S.Tokens {
		at := p.S.Doc.Words[p.S.Tokens[k].Word].Span()
		for i < len(spans)-1 && spans[i].End <= at.Start {
			i++
		}
		p.S.Inside[k] = len(spans) > 0 && spans[i].Contains(at)
	}
}

// adopt takes over the pairs that the placing found.
func (p *Pairing) adopt(pairs []align.Pair) {
	qs, ss := p.Q.byWord(), p.S.byWord()
	for _, x := range pairs {
		for _, i := range qs[x.Quote] {
			for _, j := range ss[x.Source] {
				a, b := &p.Q.Tokens[i], &p.S.Tokens[j]
				whole := len(qs[x.Quote]) == 1 && len(ss[x.Source]) == 1
				if !a.Bracketed && (whole || english.Alike(a.Text, b.Text)) {
					p.tie(i, j, x.Why)
				}
			}
		}
	}
}

// tie makes two words counterparts. The placing knows why, but for what the two
// words themselves tell.
func (p *Pairing) tie(i, j int, why align.Why) {
	switch a, b := p.Q.Tokens[i], p.S.Tokens[j]; {
	case english.Alike(a.Text, b.Text):
		why = align.Same
	case a.Norm == b.Norm && english.IsDigit(a.Norm):
		why = align.Number
	case a.Norm == b.Norm:
		why = align.Spelling
	case why == align.Same:
		why = align.Name // EU, European
	}
	p.Q.Mates[i] = append(p.Q.Mates[i], Mate{j, why})
	p.S.Mates[j] = append(p.S.Mates[j], Mate{i, why})
}

// enclose takes what lies between paired words of one sentence to be inside
// the match, however the placing has drawn its bounds.
func (p *Pairing) enclose() {
	chain := p.Chain()
	for n, c := range chain {
		p.S.Inside[c.S] = true
		if n == 0 || p.S.SentenceOf(chain[n-1].S) != p.S.SentenceOf(c.S) {
			continue
		}
		for k := chain[n-1].S; k < c.S; k++ {
			p.S.Inside[k] = true
		}
	}
}

// begin lets the match begin at the quote's first word, where letters of that stand in
// brackets: of “[t]hey” the placing has read “t” and “hey”, and looked for what they were put
// for, back to where the sentence begins.
func (p *Pairing) begin() {
	chain := p.Chain()
	if len(chain) == 0 || len(p.Match.Spans) == 0 || chain[0].Q > 0 || !p.Q.Tokens[0].Lettered {
		return
	}
	at := func(k int) text.Span { return p.S.Doc.Words[p.S.Tokens[k].Word].Span() }
	first, front := chain[0].S, p.Match.Spans[0]
	if !front.Contains(at(first)) {
		return
	}
	for k := first - 1; k >= 0 && front.Contains(at(k)); k-- {
		p.S.Inside[k] = false
	}
	p.Match.Spans = slices.Clone(p.Match.Spans)
	p.Match.Spans[0].Start = at(first).Start
}

// Soft reports whether word i of the quote is tied to another word.
func (p *Pairing) Soft(i int) bool {
	ms := p.Q.Mates[i]
	return len(ms) > 0 && ms[0].Why != align.Same && p.Q.Tokens[i].Norm != p.S.Tokens[ms[0].At].Norm
}

// PieceLeast is how many words make a piece.
const PieceLeast = 3

// RunFrom is how many words from i on stand beside each other in the transcript too.
func (p *Pairing) RunFrom(i int) int {
	n := 0
	for i+n < len(p.Q.Tokens) && p.sameAt(i+n) && (n == 0 || p.goesOn(i+n)) {
		n++
	}
	return n
}

// goesOn reports whether the counterpart of word i of the quote follows that of the
// word before it.
func (p *Pairing) goesOn(i int) bool { return p.S.Adjoin(p.Q.Mates[i-1][0].At, p.Q.Mates[i][0].At) }

// InRuns is the number of words of the quote that stand in runs of three or more
// that the source has word for word.
func (p *Pairing) InRuns() int {
	sum := 0
	for i := 0; i < len(p.Q.Tokens); {
		n := p.RunFrom(i)
		if n >= PieceLeast {
			sum += n
		}
		i += max(n, 1)
	}
	return sum
}

// sameAt reports whether word i is tied to the same word.
func (p *Pairing) sameAt(i int) bool { return len(p.Q.Mates[i]) > 0 && !p.Soft(i) }

// TiedBy reports whether word i of the quote and j of the source are tied for a
// reason.
func (p *Pairing) TiedBy(i, j int, why align.Why) bool {
	return slices.Contains(p.Q.Mates[i], Mate{j, why})
}
