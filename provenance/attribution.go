package provenance

import (
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/cause"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/detect"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// differences are those of the words and those of who, where and when. The match it
// gives back has the places of all pieces of the quote. Each is told as it is found,
// with what found it.
func (j *judging) differences(f *Finding, m Match, p *pairing.Pairing, told teller) ([]Difference, Match) {
	var ds []Difference
	var places []align.Match
	copied := true
	parts := p.Stretches(longCompared)
	for n, part := range parts {
		c := comparison.New(part, f.Quote.Kind, j.r.retold)
		if j.others && !j.r.retold {
			c.AmongCopies()
		}
		more, place := j.changes(c, m, told, func(ch change.Change) bool {
			t := j.transcripts[m.Transcript]
			return !atCut(ch, parts, n) && !creditsCited(f.Quote, t, m, ch) &&
				!passedOn(j.r.Document, f.Quote, t, m, ch)
		})
		ds, places, copied = append(ds, more...), append(places, place), copied && c.Copied
	}
	m.Match, m.Close = wholePlace(p, places), m.Close || copied
	ds = j.invented(f, m, ds, told)
	return append(ds, j.circumstances(f, m, told)...), m
}

// changes are the differences of the words of one comparison that stand, and its place.
func (j *judging) changes(
	c *comparison.Comparison, m Match, told teller, stands func(change.Change) bool,
) (ds []Difference, place align.Match) {
	of := func(ch change.Change) Difference {
		x := m.major(ch.Kind, ch.Report, ch.Source)
		x.Severity = ch.Severity
		return x
	}
	changes, place := detect.Trace(c, func(detector string, ch change.Change) {
		if stands(ch) {
			told(detector, of(ch))
		}
	})
	if len(changes) == 0 {
		return nil, place
	}
	judge := cause.For(c, j.r.retold, changes)
	for _, ch := range changes {
		if stands(ch) {
			x := of(ch)
			x.evidence = judge.Evidence(ch)
			x.loose = judge.Loose(ch) || j.free && !judge.Explicit(ch)
			ds = append(ds, x)
		}
	}
	return ds, place
}

// circumstances are the differences of who says the words, where and when.
func (j *judging) circumstances(f *Finding, m Match, told teller) (ds []Difference) {
	add := func(by string, x Difference) {
		ds = append(ds, x)
		told(by, x)
	}
	d, t := j.r.Document, j.transcripts[m.Transcript]
	if x, ok := attribution(d, f.Quote, t, m); ok {
		add("attribution", x)
	}
	if f.Source != "" && !names(t.Name, t.Meta.Title, f.Source) && !j.claimedInPart(f) || j.elsewhere(f, m) {
		add("source", m.major(WrongSource, f.Quote.Spans[0], m.Spans[0]))
	}
	if before(d.Meta.Published, t.Meta.Published) {
		add("published", m.major(Date, d.Meta.PublishedSpan, startOf(m.Spans[0])))
	}
	return ds
}

// claimedInPart reports whether the transcript that is claimed was read in part: the quote
// may stand in the rest of it.
func (j *judging) claimedInPart(f *Finding) bool {
	return slices.ContainsFunc(j.transcripts, func(t *Transcript) bool {
		return t.Partial && names(t.Name, t.Meta.Title, f.Source)
	})
}

// major is a major difference from the transcript of a match.
func (m Match) major(k Kind, report, source text.Span) Difference {
	e := cause.Elsewise(k)
	return Difference{Kind: k, Severity: Major, Report: report, Transcript: m.Transcript, Source: source, evidence: e}
}

// startOf is the place where a span begins.
func startOf(s text.Span) text.Span { return text.Span{Start: s.Start, End: s.Start} }

// credible reports whether a place may be claimed although the transcript
// gives its words to somebody else than the report does. Most quotes of most
// reports are of people who do not speak in the transcripts, and a few words in
// common happen by chance: so the words must speak louder than the name. Of
// somebody who speaks in that very transcript his own words would stand there,
// and fewer do.
func (c *Checker) credible(d *text.Document, q speech.Quote, m Match) bool {
	t := c.transcripts[m.Transcript]
	if x, differs := attribution(d, q, t, m); !differs || x.Kind == Truncation {
		return true
	}
	n, least := wordsOf(d, q.Spans), leastSurprise
	if n < fewestWords {
		return false
	}
	if n >= fewByChance && c.casts[m.Transcript].has(q.Speaker) {
		least = 2 * leastSurprise / 3
	}
	bits := surprise(d, q.Spans)
	switch {
	case m.Exact && sameWords(m.Match) >= n:
		return bits >= least
	case m.Exact:
		return bits >= 3*least/2
	}
	return bits >= 2*leastSurprise && m.Score >= 0.9
}

// fewByChance is how many words in a row hardly ever stand, by chance, in a turn
// of somebody else in a transcript: of some 9,000 sentences of six words and
// more whose words are common ones, none did.
const fewByChance = 6

// sameWords counts the words of the quote that stand in the place unchanged.
func sameWords(m align.Match) int {
	n, last := 0, -1
	for _, p := range m.Pairs {
		if p.Why == align.Same && p.Quote != last {
			n, last = n+1, p.Quote
		}
	}
	return n
}

// attribution is the difference between who says the words in the report and in the
// transcript, for the first piece where they differ. It is one only where the quote's
// own attribution names somebody and the transcript names another: who was worked
// out from a pronoun, or is called SPEAKER_01, is no ground to accuse anybody. Where
// the speaker only cites the words, they are those of whom he cites; of a body's he
// leaves out that they are not his own.
func attribution(d *text.Document, q speech.Quote, t *Transcript, m Match) (Difference, bool) {
	if s := q.Speaker; s == nil || !s.Certain && s.How != speech.BySource {
		return Difference{}, false
	}
	for n, at := range spokenIn(t, m) {
		piece := m.Spans[n]
		turn := turnAt(t.Turns, at)
		speaker, via := speech.Who(t.Turns, at)
		cited := turn.Via == "" && via != ""
		citing := cited && speech.Names(q.Speaker.Name, via) >= speech.Possible
		likeness := speech.Names(q.Speaker.Name, speaker)
		switch {
		case speaker == "" || likeness != speech.Different && !(citing && likeness == speech.Unknown):
			continue
		case citing && !namesCited(turn, at):
			before, _ := t.Around([]text.Span{piece})
			return m.major(Truncation, startOf(q.Spans[0]), before), true
		case !cited && !t.gives(turn, at, q.Speaker), turn.Label.Len() == 0 && t.headNames(turn, q.Speaker.Name):
			continue
		case mayBeOne(q.Speaker.Name, speaker) || saysBoth(d, q, speaker) || t.citesAs(turn, at, q.Speaker.Name),
			creditsAnother(d, q):
			continue
		case turn.Label.Len() > 0:
			return m.major(Attribution, q.Speaker.Mention, turn.Label), true
		}
		return m.major(Attribution, q.Speaker.Mention, text.Span{Start: at, End: at}), true
	}
	return Difference{}, false
}

// gives reports whether a transcript surely gives what stands at a place to the
// speaker of its turn, and not to s: his label is a name, and no other label was
// passed over.
func (t *Transcript) gives(turn speech.Turn, at int, s *speech.Speaker) bool {
	return turn.Named && namesSomebody(turn.Speaker) && !t.Unread && !takesTurn(t, turn, at, s.Name)
}

// headNames reports whether what stands before the one turn of a transcript, or its first
// line, names somebody as who reads it: “Statement of the trustees. Read by Ada Lund”.
func (t *Transcript) headNames(turn speech.Turn, name string) bool {
	line, _, _ := strings.Cut(t.Text[turn.Span.Start:turn.Span.End], "\n")
	head := lowered(t.Document, t.WordsIn(text.Span{End: turn.Span.Start + len(line)}), nil)
	last := lastOf(nameParts(name))
	for i := 1; i < len(head); i++ {
		if head[i] == "by" && readBy.Has(head[i-1]) && slices.Contains(head[i:min(len(head), i+mostQuoted)], last) {
			return true
		}
	}
	return false
}

// spokenAt is where the first word of a match stands that is the quote's, in its first
// piece.
func spokenAt(t *Transcript, m Match) int { return spokenIn(t, Match{Match: first(m.Match)})[0] }

// first is a match of the first piece alone.
func first(m align.Match) align.Match {
	m.Spans = m.Spans[:1]
	return m
}

// spokenIn is, for each piece of a match, where its first word stands that is the
// quote's, in the turn that has most of them: a piece may begin with the end of the turn
// before. O(n log n) in the words of the match.
func spokenIn(t *Transcript, m Match) []int {
	order := make([]int, len(m.Spans)) // the pieces as the transcript has them
	best, most := make([]int, len(m.Spans)), make([]int, len(m.Spans))
	for i, s := range m.Spans {
		order[i], best[i] = i, s.Start
	}
	slices.SortFunc(order, func(a, b int) int { return m.Spans[a].Start - m.Spans[b].Start })
	type part struct{ piece, turn int }
	counts, first := map[part]int{}, map[part]int{}
	for _, p := range m.Pairs {
		word := t.Words[p.Source].Span()
		k := sort.Search(len(order), func(k int) bool { return m.Spans[order[k]].Start > word.Start }) - 1
		if p.Why != align.Same || k < 0 || !m.Spans[order[k]].Contains(word) {
			continue
		}
		piece := order[k]
		in := part{piece, turnAt(t.Turns, word.Start).Span.Start}
		if counts[in]++; counts[in] == 1 {
			first[in] = word.Start
		}
		if counts[in] > most[piece] {
			most[piece], best[piece] = counts[in], first[in]
		}
	}
	return best
}

// namesCited reports whether a turn names the person whom it cites at a place.
func namesCited(turn speech.Turn, at int) bool {
	return slices.ContainsFunc(turn.Cited, func(c speech.Citation) bool {
		return c.Named && c.Span.Start <= at && at < c.Span.End
	})
}

// creditsCited reports whether all that was cut is who is cited, and the report gives
// the words to him: "Senator Boren said" before what it has Boren say. With "never
// said" more was cut.
func creditsCited(q speech.Quote, t *Transcript, m Match, ch change.Change) bool {
	if ch.Kind != Truncation || q.Speaker == nil || ch.Source.Len() == 0 {
		return false
	}
	at := spokenAt(t, m)
	speaker, via := speech.Who(t.Turns, at)
	if t.citesAs(turnAt(t.Turns, at), at, q.Speaker.Name) {
		speaker, via = q.Speaker.Name, speaker
	}
	if via == "" || speech.Names(q.Speaker.Name, speaker) < speech.Possible {
		return false
	}
	cut, name := lowered(t.Document, t.WordsIn(ch.Source), nil), nameParts(speaker)
	bare := !slices.ContainsFunc(cut, func(w string) bool {
		return !slices.Contains(name, w) && !english.Saying.Has(w) && !english.NotNames.Has(w) && !thirds.Has(w)
	})
	return ch.Source.End <= m.Spans[0].Start && (bare || sentBy(cut, lastOf(name)))
}

// turnAt is the turn that a byte of the transcript belongs to.
func turnAt(turns []speech.Turn, at int) speech.Turn {
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Span.End > at })
	if i == len(turns) {
		return speech.Turn{}
	}
	return turns[i]
}

// names reports whether a claimed source names a transcript: by its path,
// the end of its path, with or without its extension, or its title, in capitals
// or not.
func names(name, title, claimed string) bool {
	name, claimed = strings.ToLower(name), strings.ToLower(claimed)
	bare := strings.TrimSuffix(name, filepath.Ext(name))
	if claimed == name || claimed == bare || claimed == strings.ToLower(title) {
		return true
	}
	return hasPathSuffix(name, claimed) || hasPathSuffix(bare, claimed) || hasPathSuffix(claimed, name)
}

// hasPathSuffix reports whether a path ends with the whole names of another.
func hasPathSuffix(path, suffix string) bool {
	n := len(path) - len(suffix)
	return n > 0 && path[n:] == suffix && (path[n-1] == '/' || path[n-1] == '\\')
}

// before reports that a report of the first date cannot quote a speech of the
// second. One day is left to the time zones.
func before(published, spoken string) bool {
	p, err1 := time.Parse(time.DateOnly, published)
	s, err2 := time.Parse(time.DateOnly, spoken)
	return err1 == nil && err2 == nil && s.Sub(p) > 24*time.Hour
}
