package provenance

import (
	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/speech"
)

// homeOf says where a report's other quotes stand: in these transcripts if two of
// its longer ones were placed there, or half of them.
func homeOf(r *Report, copied, retold int) absence.Home {
	long := 0
	for _, f := range r.Findings {
		if f.Quote.Kind != speech.Indirect && wordsOf(r.Document, f.Quote.Spans) >= longer {
			long++
		}
	}
	switch placed := copied + retold; {
	case placed < fewest && 2*placed < long || placed == 0:
		return absence.Nowhere
	case retold >= copied:
		return absence.Retold
	}
	return absence.Copied
}

// lack is the evidence that a quote is not in the transcripts.
func (j *judging) lack(f *Finding) absence.Evidence {
	e := absence.Evidence{Bits: surprise(j.r.Document, f.Quote.Spans), Home: j.home}
	if len(f.Matches) > 0 {
		e.Score = thousandths(f.Matches[0].Score)
	}
	sum, words := 0, 0
	for _, p := range f.parts {
		n := j.r.Document.WordsIn(p.span).Len()
		sum, words = sum+n*p.score(), words+n
	}
	if words > 0 {
		e.Score = max(e.Score, sum/words)
	}
	return e
}

// thousandths is a score as a whole number.
func thousandths(score float64) int { return int(score * 1000) }

// Lack is the evidence by which a finding that was not placed is Unsupported, or
// Uncertain; not ok where something else decided. It is for whoever fits what is
// made of it.
func (r *Report) Lack(finding int) (e absence.Evidence, ok bool) {
	if e := r.Findings[finding].lack; e != nil {
		return *e, true
	}
	return e, false
}
