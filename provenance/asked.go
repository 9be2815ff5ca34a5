package provenance

import (
	"slices"
	"sort"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// onlyAsked reports whether a quote of somebody who speaks in a transcript is placed, in other
// words, in what a reporter asked him: his answer has the same words, and may deny them.
func (j *judging) onlyAsked(f *Finding, m Match) bool {
	t := j.transcripts[m.Transcript]
	turn := turnAt(t.Turns, spokenAt(t, m))
	s := f.Quote.Speaker
	return turn.Speaker == speech.Asker && s != nil && j.casts[m.Transcript].has(s)
}

// askers are who ask and are given no name: “HOST”, “Reporter”.
var askers = words.Set("speech", "asker")

// askedOf reports whether what a report has somebody say is what he was asked: it stands, no
// question, in the words of a host or a reporter without a name, right before a turn of his
// own. Nobody can be named to whom the transcript gives it, and it is not his either. Behind
// the first paragraph of a turn a label may be missing.
func (j *judging) askedOf(f *Finding, m Match) bool {
	s, t := f.Quote.Speaker, j.transcripts[m.Transcript]
	named := s != nil && s.Certain && f.Quote.Kind == speech.Direct
	if !named || t.Unread || j.tellsOfAsking(f.Quote) {
		return false
	}
	at := spokenAt(t, m)
	i := sort.Search(len(t.Turns), func(i int) bool { return t.Turns[i].Span.End > at })
	if i+1 >= len(t.Turns) || !unnamedAsker(t.Turns[i]) {
		return false
	}
	answers := t.Turns[i+1]
	first := !strings.Contains(t.Text[t.Turns[i].Label.End:max(at, t.Turns[i].Label.End)], "\n\n")
	return first && answers.Named && speech.Names(s.Name, answers.Speaker) >= speech.Possible
}

// unnamedAsker reports whether the label of a turn says that somebody asks, and not who.
func unnamedAsker(turn speech.Turn) bool {
	asks := func(w string) bool { return askers.Has(english.Lower(w)) }
	return turn.Via == "" && slices.ContainsFunc(strings.Fields(turn.Speaker), asks)
}

// tellsOfAsking reports whether a quote is a question, or the report's sentence of it says that
// somebody asked it, or passed it on.
func (j *judging) tellsOfAsking(q speech.Quote) bool {
	d := j.r.Document
	last := q.Spans[len(q.Spans)-1]
	if strings.Contains(d.Read(text.Span{Start: q.Spans[0].Start, End: last.End}), "?") {
		return true
	}
	around := lowered(d, d.WordsIn(surroundings(d, q)), q.Spans)
	asks := func(w string) bool { return askers.Has(w) || strings.HasPrefix(w, "ask") }
	return slices.ContainsFunc(around, asks) || creditsAnother(d, q)
}
