package cause

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// May a change be another translator's way to say the same?
//
// In a free translation a negator comes and goes: “nobody may” is “it is forbidden to”,
// “he stays at home” is “he won't come along”. The naive way, to learn the ways to deny
// without a negator, has no end, and what was not read while it was learned was accused
// as often as before. So it is asked what the accusation rests on. That a negator is
// there on one side alone contradicts the other side only where that grants what is
// denied, and it is seen to grant it where it has the word that is denied. Where it has
// not, or where both deny something and only their negators do not add up, the few words
// that the two have in common cannot tell, and nor can their order.

// A retelling is free where its source has fewer of its words than free, in thousandths; with
// fewer than loosely it is not close enough for negators to be counted. Chosen where invented
// free translations and people's translations of news part.
const (
	free    = 430
	loosely = 600
)

// Loose reports whether a change of a retelling may as well be another wording. Of a copy
// none is.
func (j *Judge) Loose(ch change.Change) bool {
	q, s := j.c.Q.Within(ch.Report), j.c.S.Within(ch.Source)
	same := j.quote.of("same")
	switch {
	case j.c.Copied:
		return false
	case ch.Kind == change.Name: // a name for what is none: “PhD”, “doctoral”
		return capitals(j.c.Q, q) > 0 && capitals(j.c.S, s) == 0
	case ch.Kind == change.Order:
		return same < free
	case ch.Kind != change.Negation:
		return false
	}
	here, there := j.denied(q, s)
	if same < free {
		return here || there || !j.granted(q, s)
	}
	return same < loosely && here && there
}

// Explicit reports whether a change contradicts the source outright: another number, date or
// name, an opposite, a negator before what the source grants; or is none of a claim's wording,
// as a splice or a cut. Of a report that translates freely nothing else is held against it.
func (j *Judge) Explicit(ch change.Change) bool {
	q, s := j.c.Q.Within(ch.Report), j.c.S.Within(ch.Source)
	switch ch.Kind {
	case change.Number:
		return foreign(j.c.Q, q, nil, reading.Figure) && foreign(j.c.S, s, nil, reading.Figure)
	case change.Date, change.Name, change.Antonym:
		return foreign(j.c.Q, q, j.sourced, anything) && foreign(j.c.S, s, j.quoted, anything)
	case change.Negation:
		here, there := j.denied(q, s)
		return j.granted(q, s) && !here && !there && j.closed(q, s)
	}
	return !ch.Kind.Traits().Claim && !ch.Kind.Traits().Wording
}

func anything(reading.Token) bool { return true }

// foreign reports whether a range has a word of a class that is not paired and that the other
// side, of which the stems are given, has nowhere: what stands on both sides is only said of
// something else. Of numbers no stems are given: the same one may stand there for another
// thing.
func foreign(
	s *comparison.Side, r reading.Range, other map[string]bool, of func(reading.Token) bool,
) bool {
	for i := r.Start; i < r.End; i++ {
		stem := lexicon.Stem(strings.TrimSuffix(s.Tokens[i].Norm, "'s"))
		if of(s.Tokens[i]) && !s.Paired(i) && !other[stem] {
			return true
		}
	}
	return false
}

// closed reports whether all words of content beside a change are tied, on both sides.
func (j *Judge) closed(q, s reading.Range) bool {
	q, s = j.places(q, s)
	return untiedBy(j.c.Q, q)+untiedBy(j.c.S, s) == 0
}

// besideNegator is how many words on both sides of a negator are asked whether they are tied.
const besideNegator = 4

// untiedBy counts the untied words of content by a range, in its sentence.
func untiedBy(s *comparison.Side, r reading.Range) int {
	at := sentence(s, r)
	from, to := max(at.Start, r.Start-besideNegator), min(at.End, r.End+besideNegator)
	return openIn(s, reading.Clip(from, to, len(s.Tokens)), r)
}

// granted reports whether what a change denies stands on the other side, too.
func (j *Judge) granted(q, s reading.Range) bool {
	head := func(s *comparison.Side, r reading.Range) bool {
		h := s.HeadAfter(r.End)
		return r.Len() > 0 && h >= 0 && s.Tied(h)
	}
	return head(j.c.Q, q) || head(j.c.S, s)
}

// denied reports whether the sentences of a change deny something else, too: of the quote,
// of the source.
func (j *Judge) denied(q, s reading.Range) (here, there bool) {
	q, s = j.places(q, s)
	return denies(j.c.Q, q), denies(j.c.S, s)
}

// places are those of a change on both sides, of one that has no words there the gap.
func (j *Judge) places(q, s reading.Range) (reading.Range, reading.Range) {
	if s.Len() == 0 {
		s = j.opposite(q, s)
	}
	if q.Len() == 0 {
		q = j.c.GapFor(s)
	}
	return q, s
}

// denies reports whether the sentence of range r has a negator beside it, within the match.
func denies(s *comparison.Side, r reading.Range) bool {
	at := sentence(s, r)
	for i := at.Start; i < at.End; i++ {
		out := i < r.Start || i >= r.End
		if out && s.Inside[i] && english.Negators.Has(s.Tokens[i].Text) {
			return true
		}
	}
	return false
}

// sentence is the one that a range begins in; of a gap at the end the last.
func sentence(s *comparison.Side, r reading.Range) reading.Range {
	at := min(r.Start, len(s.Tokens)-1)
	return reading.Clip(s.SentenceStart(at), s.SentenceEnd(at), len(s.Tokens))
}
