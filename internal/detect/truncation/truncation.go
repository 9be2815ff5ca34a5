package truncation

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/quantity"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Find tells a cut inside a sentence of the transcript that leaves out what limits
// the words quoted.
func Find(c *comparison.Comparison) {
	chain := c.Chain()
	if len(chain) == 0 {
		return
	}
	lo, hi := restyled(c, chain[0].S, chain[len(chain)-1].S)
	switch {
	case c.Kind == speech.Indirect:
		if !c.ReporterNegates() {
			dropsEnding(c, hi)
			dropsOpening(c, c.S.SentenceStart(lo), lo)
			dropsMain(c, lo)
		}
		return
	case oneOfTwo(c, lo, hi), onlyAsked(c, lo), onlySupposed(c, lo):
		return
	case c.Kind == speech.Direct && endsTight(c):
		stops(c, hi)
	case c.Kind == speech.Direct && !c.Copied:
		dropsEnding(c, hi)
		dropsOpening(c, c.S.SentenceStart(lo), lo)
		for at := c.S.SentenceEnd(lo); at <= hi; at = c.S.SentenceEnd(at) {
			dropsOpening(c, at, at) // And the army? There are rumours that …
		}
	}
	if startsTight(c) {
		starts(c, c.S.SentenceStart(lo), lo)
	}
}

// Inside looks before each later sentence of the quote for words of its own that
// were left out without a mark: "they say that" between two sentences.
func Inside(c *comparison.Comparison) {
	if !c.Copied {
		return
	}
	for i := 1; i < len(c.Q.Tokens); i++ {
		head, ok := headSkipped(c, i)
		if !ok || c.S.AnyTied(head) || !clause.Governs(c.S.Run, head.Start, head.End, c.Quoted()) {
			continue
		}
		cut(c, change.Major, c.Q.SpanOf(comparison.Gap(i)).Start, c.S.SpanOf(head))
		c.S.Spend(head)
	}
}

// headSkipped is the beginning of the sentence that the quote goes on with at word
// i, if it is another one and the quote has not shown that something is missing.
func headSkipped(c *comparison.Comparison, i int) (head reading.Range, ok bool) {
	k, lo := c.Q.Home[i-1], c.Q.Home[i]
	if k < 0 || lo < 0 || c.Q.Shown(i) || c.S.SentenceOf(k) == c.S.SentenceOf(lo) {
		return head, false
	}
	head = reading.Range{Start: c.S.SentenceStart(lo), End: lo}
	return head, head.Len() > 0
}

// onlyAsked tells a question, whose verb stands before its subject, of which the quote, from
// word lo of the source on, makes a statement: “the mill is safe”, of “is the mill safe?”
func onlyAsked(c *comparison.Comparison, lo int) bool {
	start := c.S.SentenceStart(lo)
	asks := c.Kind == speech.Direct && c.Copied && lo <= start+1 && c.S.Asked(lo) && !c.Q.Shows("?")
	if !asks || !english.Auxiliary(c.S.At(start)) || c.Q.At(0) == "you" || c.Q.At(0) == c.S.At(start) {
		return false
	}
	sentence := reading.Range{Start: start, End: c.S.SentenceEnd(start)}
	if reading.Negated(c.S.Words(sentence)) {
		return false // isn't it safe?
	}
	cut(c, change.Major, c.Spans[len(c.Spans)-1].End, c.S.SpanOf(reading.One(start)))
	return true
}

// onlySupposed tells a condition that begins with its verb, of which the quote, from word lo
// of the source on, makes a statement: “we had known of it”, of “had we known of it, we would”.
func onlySupposed(c *comparison.Comparison, lo int) bool {
	start := c.S.SentenceStart(lo)
	supposes := c.Kind == speech.Direct && c.Copied && lo <= start+1 && clause.Inverted.Has(c.S.At(start))
	if !supposes || c.S.Asked(lo) || c.Q.At(0) != c.S.At(start+1) || c.Q.At(1) != c.S.At(start) {
		return false
	}
	cut(c, change.Major, c.Spans[0].Start, c.S.SpanOf(reading.One(start)))
	return true
}

// oneOfTwo tells what the quote, from word lo to word hi of the source, leaves out of a
// sentence that says of two things that one of them comes about.
func oneOfTwo(c *comparison.Comparison, lo, hi int) bool {
	if c.Kind != speech.Direct || !startsTight(c) || !endsTight(c) {
		return false
	}
	r := clause.Alternative(c.S.Run, lo, hi)
	switch {
	case r.Len() == 0:
		return false
	case r.End <= lo:
		cut(c, change.Major, c.Spans[0].Start, c.S.SpanOf(r))
	default:
		cut(c, change.Major, c.Spans[len(c.Spans)-1].End, c.S.SpanOf(r))
	}
	return true
}

// stops looks behind the quote's last word, word hi of the source.
func stops(c *comparison.Comparison, hi int) {
	at, end := c.Spans[len(c.Spans)-1].End, c.S.SentenceEnd(hi)
	if owner(c, hi) {
		cut(c, change.Major, at, c.S.SpanOf(reading.One(hi+1)))
	} else if end > hi+1 {
		if r, v := clause.LimitAfter(c.S.Run, hi+1, end); v != "" && !movedInto(c, r.Start) && !insists(c, r) {
			cut(c, v, at, c.S.SpanOf(r))
		}
	} else if s, ok := clause.TakenBackAfter(c.S.Run, hi); ok {
		cut(c, change.Major, at, s)
	}
}

// insists reports whether what is cut off says the quote's own "not" once more: “we will
// not leave, not this year”.
func insists(c *comparison.Comparison, r reading.Range) bool {
	return c.S.Tokens[r.Start].Text == "not" && reading.Negated(c.Q.Tokens)
}

// owner reports whether the quote ends with whose something is, and leaves out what is
// his: “we dismissed the bishop”, of “the bishop's driver”.
func owner(c *comparison.Comparison, hi int) bool {
	n := len(c.Q.Tokens) - 1
	last := c.Q.Tokens[n].Text
	if c.Q.Home[n] != hi || hi+1 >= c.S.SentenceEnd(hi) || c.S.OpensClause(hi+1) {
		return false
	}
	return genitive(c.S.Tokens[hi].Text) && !genitive(last)
}

func genitive(w string) bool { return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "s'") }

// starts looks before the quote's first word, word lo of the source, in a sentence
// that begins with word start.
func starts(c *comparison.Comparison, start, lo int) {
	at, direct := c.Spans[0].Start, c.Kind == speech.Direct
	switch {
	case lo > start && c.S.Spent[lo-1]: // the quote has it elsewhere: “the mayor's brother”
	case start == lo:
		if s, ok := clause.SupposedBefore(c.S.Run, lo); ok && direct {
			cut(c, change.Major, at, s)
		}
	case direct && (cutBound(c, start, lo) || cutShare(c, start, lo)):
	case clause.Governs(c.S.Run, start, lo, c.Quoted()) && !movedInto(c, start):
		cut(c, change.Major, at, c.S.SpanOf(reading.Range{Start: start, End: lo}))
	}
}

// cutBound tells a bound that was cut off before its number, or a part of it: “500 men”,
// of “more than 500 men”.
func cutBound(c *comparison.Comparison, start, lo int) bool {
	for _, f := range c.Amounts(c.S) {
		b := degree.BoundOf(c.S.Run, f)
		cut := reading.Range{Start: max(start, b.At.Start), End: lo}
		bounds := b.Kind == degree.AtLeast || b.Kind == degree.AtMost
		if bounds && cut.Len() > 0 && lo <= b.At.End && b.At.End <= quantity.Measured(f).Start {
			c.NoteAt(change.Quantifier, change.Major, c.Spans[0].Start, c.S.SpanOf(cut))
			return true
		}
	}
	return false
}

// cutShare tells a share that was cut off before the quote: "of the members agree",
// of "a third of the members agree".
func cutShare(c *comparison.Comparison, start, lo int) bool {
	r, kind := degree.ShareCut(c.S.Run, start, lo)
	if kind == "" || reading.Has(c.Q.Tokens, c.S.Tokens[r.Start].Text) {
		return false
	}
	c.NoteAt(kind, change.Major, c.Spans[0].Start, c.S.SpanOf(r))
	return true
}

// cut tells that the quote stops or starts at a place, and what was cut off there. It
// is minor where the report says that in its own words: she had never said “…”.
func cut(c *comparison.Comparison, v change.Severity, at int, s text.Span) {
	if c.ReporterSays(c.S.Words(c.S.Within(s))) {
		v = change.Minor
	}
	c.NoteAt(change.Truncation, v, at, s)
}

// movedInto reports whether the quote has word j of the source in another place:
// "for now we shall stay" leaves nothing out of "we shall stay for now".
func movedInto(c *comparison.Comparison, j int) bool {
	for i, a := range c.Q.Tokens {
		if c.Q.Home[i] < 0 && a.Text == c.S.Tokens[j].Text {
			return true
		}
	}
	return false
}

// restyled are the first and the last word of the source that the quote has, if these are lo
// and hi, or those of a number at either end that is written in another way: “per cent” for
// “%”.
func restyled(c *comparison.Comparison, lo, hi int) (first, last int) {
	for _, ch := range c.Changes() {
		r := c.S.Within(ch.Source)
		if ch.Kind == change.NumberStyle && r.Len() > 0 && r.Start <= hi+1 && r.End >= lo {
			lo, hi = min(lo, r.Start), max(hi, r.End-1)
		}
	}
	return lo, hi
}

// startsTight reports whether the quote's first word is the transcript's, so that a
// cut there is a cut.
func startsTight(c *comparison.Comparison) bool { return c.Copied && tight(c, 0) }

// endsTight reports whether the quote's last word is the transcript's.
func endsTight(c *comparison.Comparison) bool { return c.Copied && tight(c, len(c.Q.Tokens)-1) }

// tight reports whether word i of the quote is the transcript's, or of a number that is.
func tight(c *comparison.Comparison, i int) bool {
	at := c.Q.SpanOf(reading.One(i))
	return c.Q.Tied(i) || slices.ContainsFunc(c.Changes(), func(ch change.Change) bool {
		return ch.Kind == change.NumberStyle && ch.Report.Contains(at)
	})
}
