package comparison

import (
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Comparison is a pairing and the ledger of what became of its words. The
// detectors read it, spend the words that they have accounted for, and tell what
// they found.
type Comparison struct {
	*pairing.Pairing
	Q, S   *Side // of the quote, of the source
	Kind   speech.Kind
	Copied bool // the quote has the transcript's own words, but for a few

	out []change.Change
}

// New begins a comparison. In a report that is retold the quotes are held to be
// another translation's, unless they are the transcript's nearly to the word.
func New(p *pairing.Pairing, k speech.Kind, retold bool) *Comparison {
	c := &Comparison{Pairing: p, Q: ledger(p.Q), S: ledger(p.S), Kind: k}
	c.Copied = copied(c, retold)
	return c
}

// Changes are those told so far.
func (c *Comparison) Changes() []change.Change { return c.out }

// Tell reports a change between words q of the quote and s of the source, and
// spends them.
func (c *Comparison) Tell(k change.Kind, v change.Severity, q, s reading.Range) {
	c.Note(k, v, c.Q.SpanOf(q), c.S.SpanOf(s))
	c.Q.Spend(q)
	c.S.Spend(s)
}

// Note reports a change between spans of the two documents, and spends nothing.
func (c *Comparison) Note(k change.Kind, v change.Severity, q, s text.Span) {
	c.out = append(c.out, change.Change{Kind: k, Severity: v, Report: q, Source: s})
}

// NoteAt is Note at a place of the report that has no words: a cut, a joint.
func (c *Comparison) NoteAt(k change.Kind, v change.Severity, at int, s text.Span) {
	c.Note(k, v, text.Span{Start: at, End: at}, s)
}

// A Way is one of the two directions in which the sides can be compared.
type Way struct {
	One, Other *Side
	c          *Comparison
}

// Ways are from the quote to the source, and back.
func (c *Comparison) Ways() [2]Way { return [...]Way{{c.Q, c.S, c}, {c.S, c.Q, c}} }

// Tell reports a change between words of the one side and of the other.
func (w Way) Tell(k change.Kind, v change.Severity, one, other reading.Range) {
	if w.One == w.c.S {
		one, other = other, one
	}
	w.c.Tell(k, v, one, other)
}

// Gap is the empty range before word i.
func Gap(i int) reading.Range { return reading.Range{Start: i, End: i} }

// From are n words from word i on.
func From(i, n int) reading.Range { return reading.Range{Start: i, End: i + n} }
