package reading

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/text"
)

// ReadQuote reads the words of a quote, with the marks around them.
func (s *Run) ReadQuote(spans []text.Span) {
	for i, span := range spans {
		last := span.Start
		r := s.Doc.WordsIn(span)
		for w := r.Start; w < r.End; w++ {
			gap := s.Doc.Text[last:max(last, int(s.Doc.Words[w].Start))]
			n := len(s.Tokens)
			s.append(w)
			if gap == "]" && s.goesOnInLetter(n) {
				s.joinLetter(n)
				last = int(s.Doc.Words[w].End)
				continue
			}
			if n == len(s.Tokens) {
				continue
			}
			s.Tokens[n].Dots = w > r.Start && hasDots(gap)
			s.Tokens[n].Apart = i > 0 && w == r.Start
			for k := n; k < len(s.Tokens); k++ {
				s.Tokens[k].Bracketed = bracketed(s.Doc.Text[span.Start:s.Doc.Words[w].Start])
			}
			last = int(s.Doc.Words[w].End)
		}
	}
	if len(spans) > 1 {
		s.markDotsBetween()
	}
}

// goesOnInLetter reports whether token n goes on with a word whose first letters
// stand in brackets: [t]he.
func (s *Run) goesOnInLetter(n int) bool {
	return n > 0 && n < len(s.Tokens) && s.Tokens[n-1].Bracketed && !english.IsDigit(s.Tokens[n].Text)
}

// joinLetter joins a word to the letters of it that stand in brackets: [t]he.
func (s *Run) joinLetter(n int) {
	a := &s.Tokens[n-1]
	a.Text += s.Tokens[n].Text
	a.Norm, a.Bracketed, a.Lettered = a.Text, false, true
	s.Tokens = s.Tokens[:n]
}

// markDotsBetween: an ellipsis may split the quote into its spans.
func (s *Run) markDotsBetween() {
	for i := range s.Tokens {
		if a := &s.Tokens[i]; a.Apart && i > 0 {
			a.Dots = a.Dots || hasDots(s.GapBefore(i))
		}
	}
}

func hasDots(gap string) bool {
	return strings.Contains(gap, "…") || strings.Contains(gap, "...") || strings.Contains(gap, ". . .")
}

// bracketed reports whether text ends inside square brackets.
func bracketed(text string) bool {
	text = text[max(0, len(text)-200):]
	return strings.LastIndexByte(text, '[') > strings.LastIndexByte(text, ']')
}

// fewSentences is how many sentences between two spans are read along with them.
const fewSentences = 2

// reach is how many words of a sentence are read before and after a span: all of
// them, unless it is endless.
const reach = 400

// ReadAround reads the sentences that the spans touch, whole: what was cut off is
// as telling as what was kept. The spans are in the order of the text.
func (s *Run) ReadAround(spans []text.Span) {
	done, read := 0, 0 // sentences and words
	for _, span := range spans {
		from := s.Doc.SentenceAt(span.Start)
		if done > 0 && done < from && from-done <= fewSentences {
			from = done
		}
		near := s.Doc.WordsIn(span)
		for n := from; n < len(s.Doc.Sentences) && s.Doc.Sentences[n].Span.Start < max(span.End, span.Start+1); n++ {
			r := s.Doc.Sentences[n].Words
			r.Start, r.End = max(r.Start, read, near.Start-reach), min(r.End, near.End+reach)
			s.ReadSentence(r)
			read, done = max(read, r.End), n+1
		}
	}
}

// ReadSentence adds the words of a sentence.
func (s *Run) ReadSentence(r text.Range) {
	for w := r.Start; w < r.End; w++ {
		n := len(s.Tokens)
		s.append(w)
		if n < len(s.Tokens) {
			s.Tokens[n].First = w == r.Start
		}
	}
}
