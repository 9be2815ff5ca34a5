package pairing

import (
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// A Side is one of the two runs that are tied, with what the tying knows of its
// words.
type Side struct {
	*reading.Run
	Mates  [][]Mate // of each word: its counterparts on the other side, the surest first
	Inside []bool   // it lies within the match
	Home   []int    // its counterpart in the chain, or -1
}

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
func Tie(report *text.Document, spans []text.Span, source *Concordance, known *lexicon.Vocabulary, m align.Match) *Pairing {
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
	p.settleDown()
	return p
}

// room makes room for what is known of each word, after all have been read.
func (s *Side) room() {
	s.Mates, s.Inside = make([][]Mate, len(s.Tokens)), make([]bool, len(s.Tokens))
}

// untied is the side without counterparts.
func (s *Side) untied() *Side {
	fresh := *s
	fresh.Mates = make([][]Mate, len(s.Tokens))
	return &fresh
}

// Paired reports whether an atom has a counterpart that says the same.
func (s *Side) Paired(i int) bool {
	for _, m := range s.Mates[i] {
		if m.Why <= align.Name {
			return true
		}
	}
	return false
}

func (p *Pairing) PairedIn(i int, r reading.Range) bool {
	for _, m := range p.Q.Mates[i] {
		if r.Start <= m.At && m.At < r.End {
			return true
		}
	}
	return false
}

// Expect is where on the other side word i of this one would stand by the nearest
// word at home before or after it.
func (s *Side) Expect(i int) int { return expected(s.Home, i) }

func expected(home []int, i int) int {
	for d := 0; d <= len(home); d++ {
		if k := i - d; k >= 0 && k < len(home) && home[k] >= 0 {
			return home[k] + d
		}
		if k := i + d; k < len(home) && home[k] >= 0 {
			return home[k] - d
		}
	}
	return i
}

// HasTwin reports whether an atom is paired with the same word.
func (s *Side) HasTwin(i int) bool {
	return len(s.Mates[i]) > 0 && s.Mates[i][0].Why <= align.Stem
}

// Equal reports whether n atoms from i of the quote are those from j of the source.
func (p *Pairing) Equal(i, j, n int) bool {
	for k := range n {
		if p.Q.Tokens[i+k].Norm != p.S.Tokens[j+k].Norm {
			return false
		}
	}
	return true
}

// A mate is the counterpart of an atom.
type Mate struct {
	At  int // its number on the other side
	Why align.Why
}

// A hole is what stands between two neighbours of the chain of paired words:
// atoms q of the quote where the source has atoms s. One may be empty.
type Hole struct{ Q, S reading.Range }

// settleDown fixes the chain: the pairs that are in order on both sides.
func (p *Pairing) settleDown() {
	chain := p.Chain()
	p.Q.Home, p.S.Home = blank(len(p.Q.Tokens)), blank(len(p.S.Tokens))
	for _, c := range chain {
		p.Q.Home[c[0]], p.S.Home[c[1]] = c[1], c[0]
	}
	p.Holes = p.between(chain)
}

func blank(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// read reads both sides and ties them by the pairs of the match.
func (p *Pairing) read() {
	p.Q.ReadQuote(p.Spans)
	p.Q.room()
	for i := range p.Q.Inside {
		p.Q.Inside[i] = true
	}
	p.readSource()
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
				a, b := p.Q.Tokens[i], p.S.Tokens[j]
				if a.Bracketed {
					continue
				}
				if english.Alike(a.Text, b.Text) || len(qs[x.Quote]) == 1 && len(ss[x.Source]) == 1 {
					p.tie(i, j, x.Why)
				}
			}
		}
	}
}

// byWord are the atoms of each word.
func (s *Side) byWord() map[int][]int {
	m := make(map[int][]int, len(s.Tokens))
	for i, a := range s.Tokens {
		m[a.Word] = append(m[a.Word], i)
	}
	return m
}

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
	for n := range chain {
		j := chain[n][1]
		p.S.Inside[j] = true
		if n > 0 && p.S.SentenceOf(chain[n-1][1]) == p.S.SentenceOf(j) {
			for k := chain[n-1][1]; k < j; k++ {
				p.S.Inside[k] = true
			}
		}
	}
}

// Soft reports whether atom i of the quote is tied to another word.
func (p *Pairing) Soft(i int) bool {
	ms := p.Q.Mates[i]
	return len(ms) > 0 && ms[0].Why != align.Same && p.Q.Tokens[i].Norm != p.S.Tokens[ms[0].At].Norm
}

// PieceLeast is how many words make a piece.
const PieceLeast = 3

// RunFrom is how many atoms from i on stand beside each other in the transcript too.
func (p *Pairing) RunFrom(i int) int {
	n := 0
	for i+n < len(p.Q.Tokens) && p.sameAt(i+n) && (n == 0 || p.S.Adjoin(p.Q.Mates[i+n-1][0].At, p.Q.Mates[i+n][0].At)) {
		n++
	}
	return n
}

// sameAt reports whether atom i is tied to the same word.
func (p *Pairing) sameAt(i int) bool { return len(p.Q.Mates[i]) > 0 && !p.Soft(i) }

func (p *Pairing) TiedBy(i, j int, why align.Why) bool {
	for _, m := range p.Q.Mates[i] {
		if m.At == j && m.Why == why {
			return true
		}
	}
	return false
}
