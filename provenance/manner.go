package provenance

import (
	"sync/atomic"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/detect"
	"github.com/quoteprov/quoteprov/speech"
)

// fewest is how many quotes in another translation's words make a report one
// that quotes it.
const fewest = 2

// longer is how many words a quote has at least that tells how a report quotes.
const longer = 6

// manner counts the accepted quotes of some length that are in the
// transcripts' own words, and those in other words.
func manner(r *Report) (copied, retold int) {
	for _, f := range r.Findings {
		m, ok := f.best()
		switch {
		case !ok || f.Quote.Kind == speech.Indirect || m.ByContext || wordsOf(r.Document, f.Quote.Spans) < longer:
		case m.Close:
			copied++
		default:
			retold++
		}
	}
	return copied, retold
}

// A report translates freely where of a hundred words of its longer quotes in other words less
// than freely are the transcript's. Of two translations of news by people hardly a document
// has as few, of speeches that were put in other words on purpose nearly all have.
const freely = 46

// A wording counts how many of a report's longer quotes are copied and retold.
type wording struct {
	copied, retold atomic.Int64 // quotes
	words, parts   atomic.Int64 // of those copied; places where they part from the transcript
	told, same     atomic.Int64 // words of those retold, and of these the transcript's
}

// retells reports whether a report's longer quotes are in other words than the
// transcripts': most of them, or some and the others nearly. One quote with a few
// changes may be either, a copy that was altered or a translation; the others
// tell. Copies part from the transcript once in ten words at the most, the like of
// them in translations once in eight or more often; another number, name or
// negation in what is otherwise a copy is no sign of a translation. And it reports whether
// what is in other words is freely translated.
func (j *judging) retells() (so, free bool) {
	var w wording
	changed := make([]bool, len(j.r.Findings)) // copies that part from the transcript
	j.r.each(func(i int, f *Finding) { changed[i] = j.read(&w, i, f) })
	free = 100*w.same.Load() < freely*w.told.Load()
	retold := w.retold.Load()
	if retold < fewest || retold > w.copied.Load() {
		return retold >= fewest, free
	}
	j.r.each(func(i int, f *Finding) {
		if changed[i] {
			w.parts.Add(int64(j.parts(i, f)))
		}
	})
	return 8*w.parts.Load() > w.words.Load(), free
}

// read adds the quote of a finding to what is known of the report's wording; it
// tells a copy that parts from the transcript.
func (j *judging) read(w *wording, i int, f *Finding) (changed bool) {
	m, ok := f.best()
	n := wordsOf(j.r.Document, f.Quote.Spans)
	if !ok || m.ByContext || f.Quote.Kind == speech.Indirect || n < longer {
		return false
	}
	changed = sameWords(m.Match) < n
	if changed && !comparison.New(j.tie(i), f.Quote.Kind, false).Copied {
		w.retold.Add(1)
		w.told.Add(int64(n))
		w.same.Add(int64(sameWords(m.Match)))
		return false
	}
	w.copied.Add(1)
	w.words.Add(int64(n))
	return changed
}

// parts is in how many places a copy parts from the transcript, but for those
// where a claim was changed.
func (j *judging) parts(i int, f *Finding) int {
	parts := 0
	for _, p := range j.tie(i).Stretches(longCompared) {
		c := comparison.New(p, f.Quote.Kind, false)
		parts += c.Edits()
		changes, _ := detect.Run(c)
		parts -= falsified(changes)
	}
	return max(0, parts)
}

// falsified counts the changes that turn a claim, whatever the wording.
func falsified(changes []change.Change) int {
	n := 0
	for _, ch := range changes {
		if ch.Severity == Major && ch.Kind.Traits().Claim {
			n++
		}
	}
	return n
}
