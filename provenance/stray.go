package provenance

import (
	"slices"

	"github.com/quoteprov/quoteprov/speech"
)

// The problem: among many transcripts there is always one that says something alike. A
// report of one speech, held to that and to a hundred others, has a quote of nobody in
// particular that another speech has in other words (“the era of big government is over”,
// “the era of nation-building is over”), and these words would be held against it.
//
// The naive way asks for a better score, but such places are sure: most of the words are
// the same. What tells them is where they stand: in a transcript that the report quotes
// nothing else from, which does not have the quote's speaker there. The choice is to
// accuse nobody by such a place. Words that are the same but for who said them are no
// such case.

// strays reports whether a quote is placed in a transcript that the report quotes nothing
// else from, though it quotes another, in other words and where nobody it names speaks.
func (j *judging) strays(f *Finding, m Match) bool {
	from := func(n int) bool { return n > 1 }
	if from(j.quoted[m.Transcript]) || !slices.ContainsFunc(j.quoted, from) {
		return false
	}
	version := func(o Match) bool { return from(j.quoted[o.Transcript]) && 2*o.Score >= m.Score }
	if slices.ContainsFunc(f.Matches, version) { // of what the report quotes
		return false
	}
	words := func(d Difference) bool {
		return d.Severity == Major && d.Kind != Attribution && d.Kind != WrongSource
	}
	return slices.ContainsFunc(f.Differences, words) && !j.saidThere(f.Quote.Speaker, m)
}

// saidThere reports whether the transcript may have a quote's speaker at its place.
func (j *judging) saidThere(s *speech.Speaker, m Match) bool {
	if s == nil {
		return false
	}
	t := j.transcripts[m.Transcript]
	speaker, via := speech.Who(t.Turns, spokenAt(t, m))
	return speech.Names(s.Name, speaker) >= speech.Possible || speech.Names(s.Name, via) >= speech.Possible
}
