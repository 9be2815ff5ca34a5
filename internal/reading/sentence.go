package reading

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/text"
)

// NegatorReach is how many words may stand from a negator to what it negates: do
// not at all in any way support.
const NegatorReach = 5

// VerbIn reports whether source atoms r may have a finite verb.
func (s *Run) VerbIn(r Range) bool {
	for j := r.Start; j < r.End; j++ {
		a := s.Tokens[j].Text
		if english.Auxiliaries.Has(a) || english.Modality.Of(a) != "" || english.Saying.Has(a) || j > r.Start && len(a) > 4 && strings.HasSuffix(a, "ed") {
			return true
		}
	}
	return false
}

func (s *Run) QuoteSentence(i int) int {
	return s.Doc.SentenceAt(int(s.Doc.Words[s.Tokens[i].Word].Start))
}

func (s *Run) SentenceEnd(j int) int {
	n := s.SentenceOf(j)
	for j < len(s.Tokens) && s.SentenceOf(j) == n {
		j++
	}
	return j
}

func (s *Run) SentenceStart(j int) int {
	n := s.SentenceOf(j)
	for j > 0 && s.SentenceOf(j-1) == n {
		j--
	}
	return j
}

// Asked reports whether the sentence of source atom j is a question.
func (x *Run) Asked(j int) bool {
	s := x.Doc.Sentences[x.SentenceOf(j)]
	return strings.Contains(x.Doc.Text[x.Doc.Words[s.Words.End-1].End:s.Span.End], "?")
}

// Shows reports whether a mark stands right behind the quote's last word.
func (s *Run) Shows(mark string) bool {
	end := int(s.Doc.Words[s.Tokens[len(s.Tokens)-1].Word].End)
	return strings.Contains(s.Doc.Text[end:min(len(s.Doc.Text), end+len("?”"))], mark)
}

// ClauseBefore is the part of a clause that stands before source atom j.
func (s *Run) ClauseBefore(j int) []Token {
	k, start := j, s.SentenceStart(j)
	for k > start && !s.OpensClause(k) {
		k--
	}
	return s.Tokens[k:j]
}

// Nominal reports whether a subject begins at source atom j.
func (s *Run) Nominal(j int) bool {
	w := s.At(j)
	return english.Subjects.Has(w) || english.NounStarts.Has(w) || w == "there" || w != "" && s.Tokens[j].Upper
}

// OpensClause reports whether a comma, a dash or the like stands before source
// atom j.
func (s *Run) OpensClause(j int) bool {
	if j <= 0 || j >= len(s.Tokens) {
		return false
	}
	gap := s.GapBefore(j)
	return s.Tokens[j].Word != s.Tokens[j-1].Word && (strings.ContainsAny(gap, ",;:–—") || strings.Contains(gap, "--"))
}

// LastClause reports whether no comma stands between source atom j and end.
func (s *Run) LastClause(j int, end int) bool {
	for k := j + 1; k < end; k++ {
		if s.OpensClause(k) {
			return false
		}
	}
	return true
}

// Neighbour is the sentence so many after number n, in the same paragraph, with
// its words, the first of them if it is endless.
func (s *Run) Neighbour(n int, by int) (text.Span, []Token) {
	d := s.Doc
	m := n + by
	if m < 0 || m >= len(d.Sentences) || d.BlockAt(d.Sentences[m].Span.Start) != d.BlockAt(d.Sentences[n].Span.Start) {
		return text.Span{}, nil
	}
	r := d.Sentences[m].Words
	beside := &Run{Doc: d, Vocabulary: s.Vocabulary}
	for w := r.Start; w < min(r.End, r.Start+reach); w++ {
		beside.append(w)
	}
	return d.SpanOf(r), beside.Tokens
}

// ShortestClause is how few words can be a clause rather than an aside.
const ShortestClause = 4

// ClauseFrom is the clause that begins at source atom j, as far as the next
// comma or dash that does not only set off an aside: "but, of course, not now".
func (s *Run) ClauseFrom(j int, end int) Range {
	k := j + 1
	for k < end && (k-j < ShortestClause || !s.OpensClause(k)) {
		k++
	}
	return Range{Start: j, End: min(k, end)}
}

const (
	NearSubject = 3 // words of time or manner before a subject: but in May it
	NearVerb    = 6 // words of a subject before its verb: but the council of Tamsin has
)

// Statement reports whether a clause has a subject and a verb of its own.
func Statement(clause []Token) bool {
	for i, a := range clause[:min(len(clause), NearVerb+1)] {
		verb := english.Auxiliaries.Has(a.Text) || english.Modality.Of(a.Text) != ""
		switch {
		case i <= NearSubject && english.Subjects.Has(a.Text):
			return i+1 < len(clause)
		case i == 0 && (verb || english.Negators.Has(a.Text)):
			return false
		case i == 0:
		case english.NounStarts.Has(clause[0].Text) || clause[0].Upper:
			if verb || len(a.Text) > 4 && strings.HasSuffix(a.Text, "ed") {
				return true
			}
		case i < 3 && verb:
			return true
		}
	}
	return false
}
