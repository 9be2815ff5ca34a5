package comparison

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Side is one of the two sides, with the ledger of its words.
type Side struct {
	*pairing.Side
	Spent   []bool // some difference, or a convention, accounts for it
	Excused []bool // a negative word that does the work of a negator of the other side
}

// A Comparison is a pairing and the ledger of what became of its words. The
// detectors read it, spend the words that they have accounted for, and tell what
// they found.
type Comparison struct {
	*pairing.Pairing
	Q, S   *Side
	Kind   speech.Kind
	Copied bool // the quote has the transcript's own words, but for a few

	retold bool // the report's quotes are another translation's
	out    []change.Change
}

// New begins a comparison. In a report that is retold the quotes are held to be
// another translation's, unless they are the transcript's nearly to the word.
func New(p *pairing.Pairing, k speech.Kind, retold bool) *Comparison {
	c := &Comparison{Pairing: p, Q: ledger(p.Q), S: ledger(p.S), Kind: k, retold: retold}
	c.measure()
	return c
}

func ledger(s *pairing.Side) *Side {
	n := len(s.Tokens)
	return &Side{Side: s, Spent: make([]bool, n), Excused: make([]bool, n)}
}

// Changes are those told so far.
func (c *Comparison) Changes() []change.Change { return c.out }

// Part is a range of a side as a side of its own.
func (s *Side) Part(r reading.Range) *Side {
	part := &pairing.Side{Run: s.Run.Part(r), Mates: s.Mates[r.Start:r.End], Inside: s.Inside[r.Start:r.End]}
	return &Side{Side: part, Spent: s.Spent[r.Start:r.End], Excused: s.Excused[r.Start:r.End]}
}

// measure tells a quote in the transcript's own words from a translation or
// retelling of them. What tells them apart is not the share of equal words, which
// may be high in both, but the number of places where they part: somebody who
// copies changes one thing or two, a translator something in every clause. In a
// report that quotes another translation throughout, only a quote that is the
// transcript's nearly to the word counts as copied. What is told without marks
// never does: its persons, times and tenses are the reporter's (I will, she would).
func (c *Comparison) measure() {
	if c.Kind == speech.Indirect {
		return
	}
	n, e := len(c.Q.Tokens), c.Edits()
	if c.conventional(e) {
		c.Copied = true
		return
	}
	if c.retold {
		c.Copied = e*20 <= n
		return
	}
	c.Copied = 2*c.Ties() >= n && (e <= 2 || e*10 <= n) || 20*c.inRuns() >= 17*n
}

// inRuns is the number of words of the quote that stand in runs of three or more
// that the source has word for word.
func (c *Comparison) inRuns() int {
	sum := 0
	for i := 0; i < len(c.Q.Tokens); {
		n := c.RunFrom(i)
		if n >= pairing.PieceLeast {
			sum += n
		}
		i += max(n, 1)
	}
	return sum
}

// Edits is the number of places where quote and source part, but for those
// that the quote itself shows: brackets, ellipses, the report's own words.
func (c *Comparison) Edits() int {
	n := 0
	for _, h := range c.Holes {
		switch {
		case h.Q.Len() > 0 && !c.square(h.Q), h.Q.Len() == 0 && c.AnyInside(h.S) && !c.Shown(h.Q.Start):
			n++
		}
	}
	for i := range c.Q.Tokens {
		if c.Soft(i) && (i == 0 || !c.Soft(i-1)) && !c.goesOn(i) {
			n++
		}
	}
	return n
}

// conventional reports whether all e places where quote and source part are
// conventions of spelling: a copy may have many.
func (c *Comparison) conventional(e int) bool {
	n := 0
	for i := range c.Q.Tokens {
		if c.Soft(i) && (i == 0 || !c.Soft(i-1)) {
			if c.Style(i, c.Q.Mates[i][0]) == "" {
				return false
			}
			n++
		}
	}
	return n == e
}

// goesOn reports whether atom i goes on, behind a word of grammar, with a name
// that stands in another's place: the Office of Roads for the Ministry of Water.
func (c *Comparison) goesOn(i int) bool {
	named := func(i int) bool {
		return c.Soft(i) && reading.Capital(c.Q.Tokens[i]) && reading.Capital(c.S.Tokens[c.Q.Mates[i][0].At])
	}
	return i > 1 && english.FunctionWords.Has(c.Q.Tokens[i-1].Text) && named(i-2) && named(i)
}

func (c *Comparison) square(r reading.Range) bool {
	return c.Q.Tokens[r.Start].Bracketed && c.Q.Tokens[r.End-1].Bracketed
}

func (c *Comparison) AnyInside(r reading.Range) bool {
	for j := r.Start; j < r.End; j++ {
		if c.S.Inside[j] {
			return true
		}
	}
	return false
}

func (c *Comparison) Shown(i int) bool {
	return i < len(c.Q.Tokens) && (c.Q.Tokens[i].Dots || c.Q.Tokens[i].Apart)
}

// Tell reports a difference between atoms q of the quote and s of the source
// and marks them as accounted for.
func (c *Comparison) Tell(k change.Kind, v change.Severity, q, s reading.Range) {
	c.Note(k, v, c.ReportSpan(q), c.SourceSpan(s))
	c.Q.spend(q)
	c.S.spend(s)
}

func (c *Comparison) Note(k change.Kind, v change.Severity, q, s text.Span) {
	c.out = append(c.out, change.Change{Kind: k, Severity: v, Report: q, Source: s})
}

func (c *Comparison) ReportSpan(r reading.Range) text.Span { return c.Q.SpanOf(r) }

func (c *Comparison) SourceSpan(r reading.Range) text.Span { return c.S.SpanOf(r) }

// spend marks a range as accounted for.
func (s *Side) spend(r reading.Range) {
	for i := r.Start; i < r.End; i++ {
		s.Spent[i] = true
	}
}

// Gone reports whether a word is accounted for.
func (s *Side) Gone(i int) bool { return s.Spent[i] }
