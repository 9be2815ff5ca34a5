package provenance

import (
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// readQuote reads the words of a quote, with the marks around them.
func (s *side) readQuote(spans []text.Span) {
	for i, span := range spans {
		last := span.Start
		r := s.d.WordsIn(span)
		for w := r.Start; w < r.End; w++ {
			gap := s.d.Text[last:max(last, int(s.d.Words[w].Start))]
			n := len(s.tokens)
			s.append(w)
			if gap == "]" && s.goesOnInLetter(n) {
				s.joinLetter(n)
				last = int(s.d.Words[w].End)
				continue
			}
			if n == len(s.tokens) {
				continue
			}
			s.tokens[n].dots = w > r.Start && hasDots(gap)
			s.tokens[n].apart = i > 0 && w == r.Start
			for k := n; k < len(s.tokens); k++ {
				s.tokens[k].square = bracketed(s.d.Text[span.Start:s.d.Words[w].Start])
			}
			last = int(s.d.Words[w].End)
		}
	}
	if len(spans) > 1 {
		s.markDotsBetween()
	}
}

// goesOnInLetter reports whether token n goes on with a word whose first letters
// stand in brackets: [t]he.
func (s *side) goesOnInLetter(n int) bool {
	return n > 0 && n < len(s.tokens) && s.tokens[n-1].square && !isDigit(s.tokens[n].text)
}

// joinLetter joins a word to the letters of it that stand in brackets: [t]he.
func (s *side) joinLetter(n int) {
	a := &s.tokens[n-1]
	a.text += s.tokens[n].text
	a.norm, a.square, a.lettered = a.text, false, true
	s.tokens = s.tokens[:n]
}

// markDotsBetween: an ellipsis may split the quote into its spans.
func (s *side) markDotsBetween() {
	for i := range s.tokens {
		if a := &s.tokens[i]; a.apart && i > 0 {
			a.dots = a.dots || hasDots(s.gapBefore(i))
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

// readAround reads the sentences that the spans touch, whole: what was cut off is
// as telling as what was kept. The spans are in the order of the text.
func (s *side) readAround(spans []text.Span) {
	done, read := 0, 0 // sentences and words
	for _, span := range spans {
		from := s.d.SentenceAt(span.Start)
		if done > 0 && done < from && from-done <= fewSentences {
			from = done
		}
		near := s.d.WordsIn(span)
		for n := from; n < len(s.d.Sentences) && s.d.Sentences[n].Span.Start < max(span.End, span.Start+1); n++ {
			r := s.d.Sentences[n].Words
			r.Start, r.End = max(r.Start, read, near.Start-reach), min(r.End, near.End+reach)
			s.readSentence(r)
			read, done = max(read, r.End), n+1
		}
	}
}

// readSentence adds the words of a sentence.
func (s *side) readSentence(r text.Range) {
	for w := r.Start; w < r.End; w++ {
		n := len(s.tokens)
		s.append(w)
		if n < len(s.tokens) {
			s.tokens[n].first = w == r.Start
		}
	}
}
