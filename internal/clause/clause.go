package clause

import (
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/text"
)

// shortestClause is how few words can be a clause rather than an aside.
const shortestClause = 4

// clauseFrom is the clause that begins at word j, as far as the next comma or dash
// that does not only set off an aside: “but, of course, not now”.
func clauseFrom(s *reading.Run, j, end int) reading.Range {
	k := j + 1
	for k < end && (k-j < shortestClause || !s.OpensClause(k)) {
		k++
	}
	return reading.Range{Start: j, End: min(k, end)}
}

// clauseBefore is the part of a clause that stands before word j.
func clauseBefore(s *reading.Run, j int) []reading.Token {
	k, start := j, s.SentenceStart(j)
	for k > start && !s.OpensClause(k) {
		k--
	}
	return s.Tokens[k:j]
}

// neighbour is the sentence so many after number n, in the same paragraph, with
// its words, the first of them if it is endless.
func neighbour(s *reading.Run, n, by int) (text.Span, []reading.Token) {
	d, m := s.Doc, n+by
	if m < 0 || m >= len(d.Sentences) || d.BlockAt(d.Sentences[m].Span.Start) != d.BlockAt(d.Sentences[n].Span.Start) {
		return text.Span{}, nil
	}
	r := d.Sentences[m].Words
	beside := &reading.Run{Doc: d, Vocabulary: s.Vocabulary}
	beside.ReadSentence(text.Range{Start: r.Start, End: min(r.End, r.Start+reading.Reach)})
	return d.SpanOf(r), beside.Tokens
}

const (
	nearSubject = 3 // words of time or manner before a subject: but in May it

	// NearVerb is how many words of a subject may stand before its verb: “the council
	// of Tamsin has”.
	NearVerb = 6
)

// statement reports whether a clause has a subject and a verb of its own: “but in
// May it rained”, “the council has met”; not “but only with clause 7”.
func statement(clause []reading.Token) bool {
	for i, a := range clause[:min(len(clause), NearVerb+1)] {
		verb := english.Auxiliary(a.Text)
		switch {
		case i <= nearSubject && english.Subjects.Has(a.Text):
			return i+1 < len(clause)
		case i == 0 && (verb || english.Negators.Has(a.Text)):
			return false
		case i == 0:
		case english.NounStarts.Has(clause[0].Text) || clause[0].Upper:
			if verb || english.PastForm(a.Text) {
				return true
			}
		case i < 3 && verb:
			return true
		}
	}
	return false
}
