package provenance

import (
	"index/suffixarray"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/text"
)

// A machine's answer gives words that it says stand in a named document, and a
// statement of its own that they bear out. Held to the transcripts as quotes are, a few
// invented words are too short to be missed, and a statement is in order wherever in the
// document it is true. But the words of a citation are there or not, however few they
// are; and a statement stands on what it cites.

// letters joins the letters of a text, so that spaces, marks and hyphens at line ends do
// not count, nor case and accents.
func letters(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(display.Letters(s)) {
		b.WriteString(text.Fold(w))
	}
	return b.String()
}

// lettersOf are those of a transcript, as it was read and as it is kept, to be looked
// through. It takes time and memory linear in the transcript.
func lettersOf(d *text.Document) *suffixarray.Index {
	all := letters(d.Text) + "\n" + letters(d.Kept(text.Span{End: len(d.Text)}))
	return suffixarray.New([]byte(all))
}

// openCuts are the marks of what was left out openly.
var openCuts = strings.NewReplacer("[…]", "…", "[...]", "…", "(…)", "…", "(...)", "…", "...", "…")

// nowhere reports that words which a document is said to have are neither in it nor in
// the other transcripts. Of a document whose text was taken out of a container, perhaps
// by other means than the citation's, that is not known.
func (c *Checker) nowhere(d *text.Document, f *Finding) bool {
	known, words := false, d.KeptAll(f.Quote.Spans)
	for i, t := range c.transcripts {
		claimed := names(t.Name, t.Meta.Title, f.Source)
		known = known || claimed
		if claimed && t.Extracted || c.reads(i, words) {
			return false
		}
	}
	return known && letters(words) != ""
}

// reads reports whether a transcript has the letters of some words, in the pieces that
// an open cut leaves.
func (c *Checker) reads(transcript int, words string) bool {
	for _, piece := range strings.Split(openCuts.Replace(words), "…") {
		if c.letters[transcript]().Lookup([]byte(letters(piece)), 1) == nil && letters(piece) != "" {
			return false
		}
	}
	return true
}

// A passage is words of a transcript.
type passage struct {
	transcript int
	span       text.Span
}

// cite leads the statements that cite passages to these: where one of the places that
// are likely enough is near what is cited, it is none of the others.
func (c *Checker) cite(r *Report) {
	if !slices.ContainsFunc(r.Findings, func(f Finding) bool { return len(f.Cites) > 0 }) {
		return
	}
	of := map[text.Span]int{}
	for i, f := range r.Findings {
		of[f.Quote.Spans[0]] = i
	}
	r.each(func(_ int, f *Finding) { f.cited = c.citedPassages(r, f, of) })
	r.each(func(_ int, f *Finding) {
		if !slices.ContainsFunc(f.Matches, func(m Match) bool { return m.Accepted && f.standsOn(m) }) {
			return
		}
		for i := range f.Matches {
			f.Matches[i].Accepted = f.Matches[i].Accepted && f.standsOn(f.Matches[i])
		}
		slices.SortStableFunc(f.Matches, func(a, b Match) int { return rank(a) - rank(b) })
	})
}

// citedPassages are what a statement cites, with the sentences beside them; none where
// one of them has no place.
func (c *Checker) citedPassages(r *Report, f *Finding, of map[text.Span]int) (out []passage) {
	for _, s := range f.Cites {
		i, ok := of[s]
		if !ok {
			return nil
		}
		m, ok := r.Findings[i].best()
		if !ok {
			return nil
		}
		for _, place := range m.Spans {
			out = append(out, passage{m.Transcript, withNeighbours(c.transcripts[m.Transcript].Document, place)})
		}
	}
	return out
}

// withNeighbours is a place with the sentences that it is in, and one on either side.
func withNeighbours(d *text.Document, s text.Span) text.Span {
	if len(d.Sentences) == 0 {
		return s
	}
	first, last := d.SentenceAt(s.Start)-1, d.SentenceAt(max(s.Start, s.End-1))+1
	first, last = max(0, min(first, len(d.Sentences)-1)), max(0, min(last, len(d.Sentences)-1))
	return s.Cover(d.Sentences[first].Span).Cover(d.Sentences[last].Span)
}

// standsOn reports whether a match is at one of the passages that are cited.
func (f *Finding) standsOn(m Match) bool {
	return slices.ContainsFunc(f.cited, func(p passage) bool {
		return p.transcript == m.Transcript &&
			slices.ContainsFunc(m.Spans, func(s text.Span) bool { return p.span.Overlap(s) > 0 })
	})
}

// A statement is said to stand elsewhere than on what it cites where nearly all its
// words are found elsewhere, and in what is cited next to none of those that count.
const (
	surelyElsewhere = .9 // score
	mostBorneOut    = 4  // one word in so many
	countingWord    = 4  // letters
	stemLetters     = 5  // in which words are alike
)

// elsewhere reports that a statement has its words from another passage than those it
// cites.
func (j *judging) elsewhere(f *Finding, m Match) bool {
	if len(f.cited) == 0 || f.standsOn(m) || !m.Close || m.Score < surelyElsewhere {
		return false
	}
	cited := map[string]bool{}
	for _, p := range f.cited {
		for _, w := range j.counting(j.transcripts[p.transcript].Document, p.span) {
			cited[w] = true
		}
	}
	all, borneOut := 0, 0
	for _, s := range f.Quote.Spans {
		for _, w := range j.counting(j.r.Document, s) {
			all++
			if cited[w] {
				borneOut++
			}
		}
	}
	return mostBorneOut*borneOut <= all
}

// counting are the stems of the words of a passage that are long enough to count, and
// its figures.
func (j *judging) counting(d *text.Document, s text.Span) (out []string) {
	for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
		w := text.Fold(d.Word(r.Start))
		if utf8.RuneCountInString(w) >= countingWord || strings.ContainsAny(w, "0123456789") {
			out = append(out, string([]rune(w)[:min(stemLetters, utf8.RuneCountInString(w))]))
		}
	}
	return out
}
