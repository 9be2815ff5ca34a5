package reading

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// SentenceOf is the number in the document of the sentence of token i; -1 where
// there is no such token.
func (s *Run) SentenceOf(i int) int {
	if i < 0 || i >= len(s.Tokens) {
		return -1
	}
	return s.Doc.SentenceAt(int(s.written(i).Start))
}

// SentenceEnd is the first token behind the sentence of token i: the “It” of “We met.
// It rained.”
func (s *Run) SentenceEnd(i int) int {
	n := s.SentenceOf(i)
	for i < len(s.Tokens) && s.SentenceOf(i) == n {
		i++
	}
	return i
}

// SentenceStart is the first token of the sentence of token i.
func (s *Run) SentenceStart(i int) int {
	n := s.SentenceOf(i)
	for i > 0 && s.SentenceOf(i-1) == n {
		i--
	}
	return i
}

// StartsSentence reports whether token i is the first of a sentence, of a quote
// or of what follows a colon: the “We” of “He said: We will”.
func (s *Run) StartsSentence(i int) bool {
	if i == 0 || s.Tokens[i].First || s.Tokens[i].Apart {
		return true
	}
	gap := s.GapBefore(i)
	switch {
	case strings.ContainsAny(gap, "?!:…\n—“‘[("), strings.HasSuffix(gap, "\"") && gap != "\"":
		return true
	}
	return strings.Contains(gap, ". ") && len(s.Tokens[i-1].Text) > 3 // not behind “Mr. ”
}

// Asked reports whether the sentence of token i is a question: “Is it safe?”
func (s *Run) Asked(i int) bool {
	n := s.Doc.Sentences[s.SentenceOf(i)]
	return strings.Contains(s.Doc.Text[s.Doc.Words[n.Words.End-1].End:n.Span.End], "?")
}

// Asks reports whether a question mark follows token i at once: the “not” of “Why
// not?”
func (s *Run) Asks(i int) bool {
	return strings.HasPrefix(s.Doc.Text[s.written(i).End:], "?")
}

// Answers reports whether token i is a word of its own, a mark right behind it:
// the “No” of “No, we have”; not that of “No ship”.
func (s *Run) Answers(i int) bool {
	behind := s.Doc.Text[s.written(i).End:]
	return behind != "" && strings.IndexByte(",.!", behind[0]) >= 0
}

// Shows reports whether a mark stands right behind the run's last word: the “?” of
// “Is it safe?”
func (s *Run) Shows(mark string) bool {
	end := int(s.written(len(s.Tokens) - 1).End)
	return strings.Contains(s.Doc.Text[end:min(len(s.Doc.Text), end+len("?”"))], mark)
}

// Neighbours are the words of the sentences before and after those of the run.
func (s *Run) Neighbours() []text.Range {
	var out []text.Range
	if n := s.SentenceOf(0); n > 0 {
		r := s.Doc.Sentences[n-1].Words
		out = append(out, text.Range{Start: max(r.Start, r.End-Reach), End: r.End})
	}
	if n := s.SentenceOf(len(s.Tokens) - 1); n+1 < len(s.Doc.Sentences) {
		r := s.Doc.Sentences[n+1].Words
		out = append(out, text.Range{Start: r.Start, End: min(r.End, r.Start+Reach)})
	}
	return out
}
