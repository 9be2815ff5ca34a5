package provenance

import (
	"cmp"
	"slices"

	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/text"
)

// closeScores is how near two scores are for other evidence (the claimed
// transcript, the speaker, the report's other quotes) to decide between them.
const closeScores = 0.03

// mostCompared is how many places as good as each other are compared word for
// word. A transcript that repeats itself a hundred times has no better ones.
const mostCompared = 12

// manyPlaces is how many such places the quotes of a report have together, for as many of
// each to be compared as of one alone. A text that is nothing but repetitions, quoted again
// and again, has twelve for each; at the least one is compared.
const manyPlaces = 4096

// mostPlaces is how many places of each quote of a report are compared, at most.
func mostPlaces(r *Report) int {
	n := 0
	for _, f := range r.Findings {
		n += min(len(f.Matches), mostCompared)
	}
	if n <= manyPlaces {
		return mostCompared
	}
	return max(1, min(mostCompared, manyPlaces/len(r.Findings)))
}

// manyQuotes is how many quotes a report may have of which all places are kept and told,
// sixty-four each of what is said again and again.
const manyQuotes = 1000

// thin leaves of the places that were accepted for a quote, where there are many quotes,
// those that are compared.
func (j *judging) thin(f *Finding) {
	if len(j.r.Findings) <= manyQuotes {
		return
	}
	listed := j.alike(f)
	var out []Match
	for i, m := range f.Matches {
		if !m.Accepted || slices.Contains(listed, i) {
			out = append(out, m)
		}
	}
	f.Matches = out
}

// A judging is what all findings of a report tell together: which transcript it
// quotes, whether it has its words or another translation's.
type judging struct {
	*Checker
	r      *Report
	quoted []int              // how many findings were placed in each transcript
	ties   []*pairing.Pairing // of each finding and its first match, once somebody asked
	copies bool               // most of its quotes are in the transcripts' own words
	others bool               // three are copies at least, one at the most is none
	free   bool               // what is in other words is freely translated
	home   absence.Home       // where its quotes stand
	voices []string           // who says what was found in transcripts that name nobody
	most   int                // places of a quote that are compared; 0 is mostCompared
}

// judge gives each finding its differences and verdict.
func (c *Checker) judge(r *Report) {
	c.vouch(r)
	c.cite(r)
	j := &judging{Checker: c, r: r, most: mostPlaces(r)}
	j.quoted, j.ties = make([]int, len(c.transcripts)), make([]*pairing.Pairing, len(r.Findings))
	for _, f := range r.Findings {
		if m, ok := f.best(); ok {
			j.quoted[m.Transcript]++
		}
	}
	copied, retold := manner(r)
	r.Retold, j.copies = retold > copied && retold > 1, copied > retold
	j.others = copied >= 3 && retold <= 1
	j.home, j.voices = homeOf(r, copied, retold), j.voicesOf(r)
	r.retold, j.free = j.retells()
	r.each(j.complete)
	r.each(j.settle)
}

// tie is a finding's quote and its first match, word tied to word.
func (j *judging) tie(i int) *pairing.Pairing {
	if j.ties[i] == nil {
		f := &j.r.Findings[i]
		j.ties[i] = j.tied(f, f.Matches[0])
	}
	return j.ties[i]
}

// tied is a finding's quote and one of its matches, word tied to word.
func (j *judging) tied(f *Finding, m Match) *pairing.Pairing {
	return pairing.Tie(j.r.Document, f.Quote.Spans, j.all[m.Transcript], j.index.Words(), m.Match)
}

// best is the first match, if it was accepted.
func (f *Finding) best() (Match, bool) {
	if len(f.Matches) == 0 || !f.Matches[0].Accepted {
		return Match{}, false
	}
	return f.Matches[0], true
}

// wordsOf is how many words stand in some spans.
func wordsOf(d *text.Document, spans []text.Span) int {
	n := 0
	for _, s := range spans {
		n += d.WordsIn(s).Len()
	}
	return n
}

// settle gives a finding its verdict, now that the report is known.
func (j *judging) settle(i int, f *Finding) {
	if len(f.Matches) > 0 {
		f.Score = f.Matches[0].Score
	}
	if _, ok := f.best(); !ok {
		f.Verdict, f.Reason = j.absent(f)
		f.shorten()
		return
	}
	j.choose(i, f)
	f.shorten()
	weigh(f.Differences)
	m := f.Matches[0]
	f.Score = m.Score
	f.Verdict, f.Reason = j.verdict(f, m)
	switch {
	case f.Verdict == Verbatim, f.Verdict == Unchecked: // a minor truncation is beside its place
		f.Differences = nil
	case !m.Close:
		f.Differences = slices.DeleteFunc(f.Differences, ofTranslation)
	}
}

// verdict is what the differences of a quote from its place make of it.
func (j *judging) verdict(f *Finding, m Match) (Verdict, Reason) {
	lone := wordsOf(j.r.Document, f.Quote.Spans) == 1 // without a counterpart it may be of any sentence
	v := verdictOf(f.Differences)
	switch {
	case m.ByContext && (lone || !j.copies || j.standsElsewhere(f)):
		return Unchecked, Fragment
	case v == Altered && j.unproven(f, m), v != Altered && j.askedOf(f, m):
		return Unchecked, Uncertain
	case v == Paraphrase && lettered(j.r.Document, f.Quote.Spans) == 0: // figures have no other words
		return Unchecked, TooShort
	case lone && v == Altered && !slices.ContainsFunc(f.Differences, contradicts): // any cut leaves most out
		return Unchecked, TooShort
	}
	return v, ""
}

// standsElsewhere reports whether a quote that only its context has placed stands to the word
// elsewhere in a transcript, too common to be placed there: it may well come from there.
func (j *judging) standsElsewhere(f *Finding) bool {
	n := wordsOf(j.r.Document, f.Quote.Spans)
	return slices.ContainsFunc(f.Matches, func(m Match) bool { return m.Exact && sameWords(m.Match) >= n })
}

// refused is how many of the places that were not accepted are told.
const refused = 5

// shorten leaves of the places that were not accepted the best.
func (f *Finding) shorten() {
	n := 0
	f.Matches = slices.DeleteFunc(f.Matches, func(m Match) bool {
		if m.Accepted || m.Meaning > 0 {
			return false
		}
		n++
		return n > refused
	})
}

// choose puts the best of the matches that score alike first, and leaves its
// differences in f.
func (j *judging) choose(i int, f *Finding) {
	best, bestRank, placed := 0, []int(nil), f.Matches[0]
	for _, n := range j.alike(f) {
		quoted := -j.quoted[f.Matches[n].Transcript]
		if bestRank != nil && slices.Compare(bestRank, []int{0, 0, 0, quoted, n}) < 0 {
			continue // it cannot be better
		}
		p := j.tie(i)
		if n > 0 {
			p = j.tied(f, f.Matches[n])
		}
		ds, m := j.differences(f, f.Matches[n], p, untold)
		rank := []int{unlikeness(m), majors(ds), len(ds), quoted, n}
		if bestRank == nil || slices.Compare(rank, bestRank) < 0 {
			best, bestRank, placed, f.Differences = n, rank, m, ds
		}
	}
	f.compared = f.Matches[best].Match
	f.Matches = slices.Insert(slices.Delete(f.Matches, best, best+1), 0, placed)
}

// alike lists the matches that score like the best one and may be compared, and the
// best in each version of its transcript: one passage may have several homes. First
// are those of the speaker and the transcript that the report names.
func (j *judging) alike(f *Finding) []int {
	var named, others []int
	seen := map[int]bool{}
	for i, m := range f.Matches {
		home := !seen[m.Transcript] && j.versions(f.Matches[0].Transcript, m.Transcript)
		if !m.Accepted || f.Matches[0].Score-m.Score > closeScores && !home {
			continue
		}
		seen[m.Transcript] = true
		t := j.transcripts[m.Transcript]
		_, stranger := attribution(j.r.Document, f.Quote, t, m)
		if stranger || f.Source != "" && !names(t.Name, t.Meta.Title, f.Source) {
			others = append(others, i)
		} else {
			named = append(named, i)
		}
	}
	list := append(named, others...)
	return list[:min(len(list), cmp.Or(j.most, mostCompared))]
}

// majors is how many differences decide the verdict.
func majors(ds []Difference) int {
	n := 0
	for _, d := range ds {
		if d.Severity == Major {
			n++
		}
	}
	return n
}

// absent says what it means that no place was accepted.
func (j *judging) absent(f *Finding) (Verdict, Reason) {
	d := j.r.Document
	switch {
	case f.Reason != "":
		return Unchecked, f.Reason
	case f.Cited && !j.excerpts(f) && j.nowhere(d, f):
		return Unsupported, ""
	case j.cast.lacks(d, f.Quote.Speaker):
		return Unchecked, SpeakerAbsent
	case open(f.Quote.Speaker), j.besides(f.Quote.Speaker):
		return Unchecked, Uncertain
	case telling(d, f.Quote.Spans) != "":
		return Unchecked, telling(d, f.Quote.Spans)
	case j.excerpts(f):
		return Unchecked, Excerpt
	case j.abroad(language(d, f.Quote)): // it may be in one of those
		return Unchecked, Uncertain
	}
	e := j.lack(f)
	f.lack = &e
	reworded := e.Home == absence.Retold && e.Score >= leastRetold
	if e.Certain() && !reworded && !j.inPart(f) {
		return Unsupported, ""
	}
	return Unchecked, Uncertain
}

// leastRetold is from which score on, in thousandths, a whole quote that is held to other
// words may be there in words that are all its own: of freely translated ones one in 25 has
// less than the bound of package absence, which is fitted on closer ones.
const leastRetold = 5

// excerpts reports whether the transcripts may lack words of the speaker of a quote: they
// are excerpts, or one in which he may speak was read in part.
func (j *judging) excerpts(f *Finding) bool {
	return j.opts.Excerpt || len(j.among.InPart) > 0 && !j.partial.lacks(j.r.Document, f.Quote.Speaker)
}

// surePlace is the score from which on a quote of a report that translates freely can be
// held to its place: what is rather from elsewhere differs, of course.
const surePlace = .5

// unproven reports whether that a quote differs from its place proves nothing: only the
// report's other quotes speak for that place, or the difference may be another wording, the
// reporter's question or a stranger's words.
func (j *judging) unproven(f *Finding, m Match) bool {
	return f.vouched || !m.Close && (j.doubtful(f, m) || j.onlyAsked(f, m)) || j.strays(f, m)
}

// doubtful reports whether what a quote in other words differs in proves nothing: its
// place is not sure, or each major difference may as well be another wording.
func (j *judging) doubtful(f *Finding, m Match) bool {
	firm := func(d Difference) bool { return d.Severity == Major && !d.loose }
	return j.free && m.Score < surePlace || !slices.ContainsFunc(f.Differences, firm)
}

// contradicts reports a major difference that is no cut.
func contradicts(d Difference) bool { return d.Severity == Major && d.Kind != Truncation }

// ofTranslation reports a difference that any other wording of the same
// sentence has: nothing that a reader must know of.
func ofTranslation(d Difference) bool {
	return d.Severity == Minor && d.Kind.Traits().Wording && !d.doubted
}

// unlikeness puts the places of which the quote is a copy before the others.
func unlikeness(m Match) int {
	if m.Close {
		return 0
	}
	return 1
}
