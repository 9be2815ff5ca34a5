package cause

import (
	"unicode"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// Evidence is what is known of one change: a whole number for each of the Names.
type Evidence [len(names)]int32

// Names are what the numbers of evidence say, in their order.
func Names() []string { return names[:] }

var names = [...]string{
	"kind",      // its number in the table of kinds
	"told",      // 1: its detector holds it to be major
	"manner",    // 0 a copy, 1 retold in a report that copies, 2 in one that retells
	"marks",     // 0 direct, 1 partial, 2 without marks
	"same",      // words of the quote that the source has, in thousandths
	"parts",     // places where the two part, to a hundred words
	"edits",     // these places, up to 8
	"length",    // words of the quote, up to 15
	"majors",    // major changes told of the quote, up to 4
	"put",       // words of the change in the report
	"left",      // words of the change in the source
	"why",       // how surely a word of it is tied to words of the source, an align.Why; untied
	"back",      // the same of its words in the source
	"near",      // untied words of content in the quote close by
	"across",    // the same in the source
	"rare",      // bits of the rarest of its words in the report
	"rarest",    // bits of the rarest in the source
	"elsewhere", // its words of content: 1 some stand in the source, 2 all, 3 some beside it
	"returns",   // words of content in the source: 1 some stand in the quote, 2 all
	"capitals",  // 1 in the report, 2 in the source, 3 in both
	"edge",      // 1 it stands at an end of the quote
	"strange",   // its letters: 1 some are of no Latin script, 2 some have accents
	"prefix",    // letters that words of both sides begin with, at most
	"outside",   // 1 its words in the source are no part of the place
	"facts",     // 1 a word of it is a figure, a negator or a name
	"words",     // 1: it is one of the words that were compared
}

// untied stands for why a word without a counterpart is tied.
const untied = int32(align.Clash) + 1

// A Judge weighs the changes of one quote.
type Judge struct {
	c       *comparison.Comparison
	quote   Evidence        // what is the same for all changes
	beside  map[string]bool // stems of the sentences beside the source's
	quoted  map[string]bool // stems of the quote
	sourced map[string]bool // stems of the source's sentences
}

// For is the judge of the changes that were told of a comparison. Retold says that the
// report quotes another translation.
func For(c *comparison.Comparison, retold bool, changes []change.Change) *Judge {
	j := &Judge{c: c, beside: map[string]bool{}, quoted: stems(c.Q.Tokens), sourced: stems(c.S.Tokens)}
	for _, r := range c.S.Neighbours() {
		for w := r.Start; w < r.End; w++ {
			j.beside[lexicon.Stem(text.Fold(c.S.Doc.Word(w)))] = true
		}
	}
	e, n := &j.quote, len(c.Q.Tokens)
	e.set("words", 1)
	e.set("manner", manner(c, retold))
	e.set("marks", int(c.Kind))
	e.set("same", 1000*sameWords(c.Q)/max(n, 1))
	edits := c.Edits()
	e.set("parts", 100*edits/max(n, 1))
	e.set("edits", min(edits, 8))
	e.set("length", min(n, 15))
	majors := 0
	for _, ch := range changes {
		if ch.Severity == change.Major {
			majors++
		}
	}
	e.set("majors", min(majors, 4))
	return j
}

func manner(c *comparison.Comparison, retold bool) int {
	switch {
	case c.Copied:
		return 0
	case !retold:
		return 1
	}
	return 2
}

func sameWords(s *comparison.Side) int {
	n := 0
	for i := range s.Tokens {
		if s.Tied(i) && s.Mates[i][0].Why == align.Same {
			n++
		}
	}
	return n
}

// Evidence is what is known of one of the changes.
func (j *Judge) Evidence(ch change.Change) Evidence {
	e := j.quote
	q, s := j.c.Q.Within(ch.Report), j.c.S.Within(ch.Source)
	e.set("kind", ch.Kind.Number())
	if ch.Severity == change.Major {
		e.set("told", 1)
	}
	e.set("put", q.Len())
	e.set("left", s.Len())
	e.set("why", int(surest(j.c.Q, q)))
	e.set("back", int(surest(j.c.S, s)))
	e.set("near", open(j.c.Q, q))
	e.set("across", open(j.c.S, j.opposite(q, s)))
	e.set("rare", rarest(j.c.Q, q))
	e.set("rarest", rarest(j.c.S, s))
	e.set("elsewhere", j.elsewhere(q))
	e.set("returns", standsIn(j.c.S.Words(s), j.quoted))
	e.set("capitals", capitals(j.c.Q, q)+2*capitals(j.c.S, s))
	if q.Start == 0 || q.End == len(j.c.Q.Tokens) {
		e.set("edge", 1)
	}
	e.set("strange", max(strange(j.c.Q, q), strange(j.c.S, s)))
	e.set("prefix", j.prefix(q, s))
	if s.Len() > 0 && !j.c.S.AnyInside(s) {
		e.set("outside", 1)
	}
	if hasFact(j.c.Q, q) || hasFact(j.c.S, s) {
		e.set("facts", 1)
	}
	return e
}

// hasFact reports whether a range has a figure, a negator or a name.
func hasFact(s *comparison.Side, r reading.Range) bool {
	for i := r.Start; i < r.End; i++ {
		t := s.Tokens[i]
		named := reading.Capital(t) && naming.Proper(s.Run, i)
		if named || english.IsDigit(t.Norm) || english.Negators.Has(t.Text) {
			return true
		}
	}
	return false
}

// surest is how surely a word of a range is tied, at best.
func surest(s *comparison.Side, r reading.Range) int32 {
	best := untied
	for i := r.Start; i < r.End; i++ {
		if m, ok := s.Best(i); ok {
			best = min(best, int32(m.Why))
		}
	}
	return best
}

// vicinity is how many words on both sides of a change tell how closely the two
// texts are tied there.
const vicinity = 8

// open counts the untied words of content close to a range.
func open(s *comparison.Side, r reading.Range) int {
	return openIn(s, reading.Clip(r.Start-vicinity, r.End+vicinity, len(s.Tokens)), r)
}

// openIn counts the untied words of content near a range, which is left out.
func openIn(s *comparison.Side, near, r reading.Range) int {
	n := 0
	for i := near.Start; i < near.End; i++ {
		if (i < r.Start || i >= r.End) && !s.Tied(i) && reading.Content(s.Tokens[i].Text) {
			n++
		}
	}
	return n
}

// opposite is where in the source a change stands.
func (j *Judge) opposite(q, s reading.Range) reading.Range {
	if s.Len() > 0 || len(j.c.Q.Tokens) == 0 {
		return s
	}
	return j.c.GapAt(reading.Range{Start: q.Start, End: max(q.End, q.Start+1)})
}

// bits is how unlikely a word is.
func bits(stem string) int {
	return int(lexicon.Log2(lexicon.Sentences/uint64(lexicon.Frequency(stem)+1)) >> 16)
}

func rarest(s *comparison.Side, r reading.Range) int {
	most := 0
	for _, t := range s.Words(r) {
		most = max(most, bits(lexicon.Stem(t.Norm)))
	}
	return most
}

// mostAlike bounds how many words of each side are compared.
const mostAlike = 8

// few are the first words of a range.
func few(r reading.Range) reading.Range {
	return reading.Range{Start: r.Start, End: min(r.End, r.Start+mostAlike)}
}

func (j *Judge) elsewhere(q reading.Range) int {
	n := standsIn(j.c.Q.Words(q), j.sourced)
	if n == 0 && standsIn(j.c.Q.Words(q), j.beside) > 0 {
		return 3
	}
	return n
}

// standsIn says whether the words of content among some tokens, or the only one, are
// among stems: 2 all are, 1 some, 0 none.
func standsIn(tokens []reading.Token, stems map[string]bool) int {
	in, out := 0, 0
	for _, t := range tokens {
		switch {
		case len(tokens) > 1 && !reading.Content(t.Text):
		case stems[lexicon.Stem(t.Norm)]:
			in = 1
		default:
			out = 1
		}
	}
	return in * (2 - out)
}

func stems(tokens []reading.Token) map[string]bool {
	out := map[string]bool{}
	for _, t := range tokens {
		out[lexicon.Stem(t.Norm)] = true
	}
	return out
}

func capitals(s *comparison.Side, r reading.Range) int {
	for _, t := range s.Words(r) {
		if reading.Capital(t) {
			return 1
		}
	}
	return 0
}

func strange(s *comparison.Side, r reading.Range) int {
	accents := 0
	for _, t := range s.Words(r) {
		for _, c := range t.Text {
			switch {
			case !unicode.IsLetter(c):
			case !unicode.Is(unicode.Latin, c):
				return 1
			case c > unicode.MaxASCII:
				accents = 2
			}
		}
	}
	return accents
}

// prefix is how many letters a word of q and one of s begin with, at most.
func (j *Judge) prefix(q, s reading.Range) int {
	most := 0
	for _, a := range j.c.Q.Words(few(q)) {
		for _, b := range j.c.S.Words(few(s)) {
			n := 0
			for n < min(len(a.Norm), len(b.Norm)) && a.Norm[n] == b.Norm[n] {
				n++
			}
			most = max(most, n)
		}
	}
	return most
}

// set gives the number of a name, which is one of the Names.
func (e *Evidence) set(name string, v int) { e[numbers[name]] = int32(v) }

func (e Evidence) of(name string) int32 { return e[numbers[name]] }

// numbers are the places of the names.
var numbers = func() map[string]int {
	m := map[string]int{}
	for i, n := range names {
		m[n] = i
	}
	return m
}()
