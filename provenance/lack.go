package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/speech"
)

// fewestNowhere is how many of a report's longer quotes tell, where none of them was placed,
// that it quotes somebody else. One that is checked alone may be there in other words.
const fewestNowhere = 5

// homeOf says where a report's quotes stand: in these transcripts if two of its longer ones
// were placed there, or one of fewestNowhere at most; nowhere if none of as many, or of more,
// was. One of more may be there by chance, and one more or less must not move the bound for
// all others from the one end to the other. For them to be copies more than two of three are.
func homeOf(r *Report, copied, retold int) absence.Home {
	long := 0
	for _, f := range r.Findings {
		if f.Quote.Kind != speech.Indirect && wordsOf(r.Document, f.Quote.Spans) >= longer {
			long++
		}
	}
	switch {
	case copied+retold == 1 && long > fewestNowhere:
		return absence.Few
	case copied > 2*retold:
		return absence.Copied
	case copied+retold > 0:
		return absence.Retold
	case long >= fewestNowhere:
		return absence.Nowhere
	}
	return absence.Few
}

// homeOf is where the report's quotes stand, as far as it tells of one finding. A statement
// without marks is in the reporter's own words: that he copies what he quotes tells nothing.
func (j *judging) homeOf(f *Finding) absence.Home {
	if f.Quote.Kind == speech.Indirect && j.home != absence.Nowhere {
		return absence.Retold
	}
	return j.home
}

// mostVoices is how many people may have been given words of transcripts that name nobody, for
// somebody else to be no speaker there: a speech has one, an interview two, a panel some.
const mostVoices = 8

// voicesOf are those to whom a report gives what was found in transcripts that name no
// speaker, each once; none where there are many.
func (j *judging) voicesOf(r *Report) []string {
	var names []string
	has := map[string]bool{"": true}
	for _, f := range r.Findings {
		m, ok := f.best()
		if ok && !m.ByContext && f.Quote.Speaker != nil && j.casts[m.Transcript].unlabelled {
			names = enlist(names, f.Quote.Speaker.Name, has)
		}
	}
	if len(names) > mostVoices {
		return nil
	}
	return names
}

// besides reports whether somebody is none of the voices of transcripts that name nobody:
// whoever else the report quotes, an expert or a neighbour, said it elsewhere.
func (j *judging) besides(s *speech.Speaker) bool {
	if s == nil || s.Name == "" || len(j.voices) == 0 {
		return false
	}
	return !slices.ContainsFunc(j.voices, func(v string) bool {
		return speech.Names(s.Name, v) != speech.Different
	})
}

// lack is the evidence that a quote is not in the transcripts.
func (j *judging) lack(f *Finding) absence.Evidence {
	e := absence.Evidence{Bits: surprise(j.r.Document, f.Quote.Spans), Home: j.homeOf(f)}
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
