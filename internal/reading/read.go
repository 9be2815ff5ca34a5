package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/text"
)

// ReadQuote adds the words of a quote, with the marks around them.
func (s *Run) ReadQuote(spans []text.Span) {
	for i, span := range spans {
		first := len(s.Tokens)
		s.readSpan(span)
		if i > 0 && first < len(s.Tokens) {
			s.Tokens[first].Apart = s.Tokens[first].Word == s.Doc.WordsIn(span).Start
		}
	}
	for i := range s.Tokens {
		if a := &s.Tokens[i]; a.Apart && i > 0 { // an ellipsis may split the quote into its spans
			a.Dots = a.Dots || HasDots(s.GapBefore(i))
		}
	}
}

// readSpan adds the words of one span of a quote.
func (s *Run) readSpan(span text.Span) {
	last := span.Start
	r := s.Doc.WordsIn(span)
	in := Brackets(s.Doc.Read(span))
	for w := r.Start; w < r.End; w++ {
		gap := s.Doc.Text[last:max(last, int(s.Doc.Words[w].Start))]
		n := len(s.Tokens)
		s.append(w)
		switch {
		case gap == "]" && inLetter(s.Tokens, n):
			s.joinLetter(n)
		case n == len(s.Tokens):
			continue
		default:
			s.Tokens[n].Dots = w > r.Start && HasDots(gap)
			for k := n; k < len(s.Tokens); k++ {
				s.Tokens[k].Bracketed = in.Holds(int(s.Doc.Words[w].Start) - span.Start)
			}
		}
		last = int(s.Doc.Words[w].End)
	}
}

// inLetter reports whether token n goes on with a word whose first letters stand in
// brackets: the “he” of “[t]he”.
func inLetter(tokens []Token, n int) bool {
	return n > 0 && n < len(tokens) && tokens[n-1].Bracketed && !english.IsDigit(tokens[n].Text)
}

// joinLetter joins the word of token n, its last, to the letters of it that stand in
// brackets: “[h]e's” is he and is.
func (s *Run) joinLetter(n int) {
	a := s.Tokens[n-1]
	parts := english.Contraction(a.Text + english.Lower(s.Doc.Word(s.Tokens[n].Word)))
	s.Tokens = s.Tokens[:n-1]
	for i, t := range parts {
		s.Tokens = append(s.Tokens, Token{Word: a.Word, Text: t, Norm: t, Part: len(parts) > 1,
			Upper: i == 0 && a.Upper, Dots: i == 0 && a.Dots, Apart: i == 0 && a.Apart, Lettered: true})
	}
}

// HasDots reports whether a gap has an ellipsis.
func HasDots(gap string) bool {
	return strings.Contains(gap, "…") || strings.Contains(gap, "...") || strings.Contains(gap, ". . .")
}

// Bracketed are the stretches of a text in square brackets, in order.
type Bracketed []text.Span

// longestBracket is how many bytes may stand between two brackets.
const longestBracket = 200

// Brackets finds the stretches in square brackets. One that is not closed is none, and
// neither is the sign in a terminal's escape.
func Brackets(s string) (out Bracketed) {
	open := -1
	for i := range len(s) {
		switch {
		case s[i] == '[' && (i == 0 || s[i-1] != '\x1b'):
			open = i
		case s[i] == ']' && open >= 0 && i-open <= longestBracket:
			out, open = append(out, text.Span{Start: open, End: i}), -1
		}
	}
	return out
}

// Holds reports whether byte at is in brackets.
func (b Bracketed) Holds(at int) bool {
	n, _ := slices.BinarySearchFunc(b, at, func(s text.Span, at int) int { return s.End - at })
	return n < len(b) && b[n].Start <= at
}

// fewSentences is how many sentences between two spans are read along with them.
const fewSentences = 2

// Reach is how many words of a sentence are read before and after a span: all of them,
// unless it is endless. Of 300,000 sentences of real pages and transcripts 19 have as many.
const Reach = 200

// ReadAround adds the sentences that the spans touch, whole: what was cut off is
// as telling as what was kept. The spans are in the order of the text.
func (s *Run) ReadAround(spans []text.Span) {
	done, read := 0, 0 // sentences and words
	for _, span := range spans {
		from := s.Doc.SentenceAt(span.Start)
		if done > 0 && done < from && from-done <= fewSentences {
			from = done
		}
		near := s.Doc.WordsIn(span)
		end := max(span.End, span.Start+1)
		for n := from; n < len(s.Doc.Sentences) && s.Doc.Sentences[n].Span.Start < end; n++ {
			r := s.Doc.Sentences[n].Words
			r.Start, r.End = max(r.Start, read, near.Start-Reach), min(r.End, near.End+Reach)
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

// append adds the tokens of word w.
func (s *Run) append(w int) {
	written := s.Doc.Word(w)
	r, _ := utf8.DecodeRuneInString(written)
	parts := english.Contraction(english.Lower(written))
	if written == "US" {
		parts = []string{"u.s."} // not us
	}
	for i, t := range parts {
		a := Token{Word: w, Text: t, Norm: t, Part: len(parts) > 1, Upper: i == 0 && unicode.IsUpper(r)}
		if !a.Part {
			a.Norm = s.PlainForm(w)
		}
		switch {
		case t == "an":
			a.Norm = "a"
		case written == "US":
			a.Norm = t
		}
		s.Tokens = append(s.Tokens, a)
	}
}

// Says reports whether a run has a word.
func (s *Run) Says(word string) bool {
	return slices.ContainsFunc(s.Tokens, func(t Token) bool { return t.Text == word })
}

// ReadPronouns makes “US” the pronoun where the words around it are in capitals, as all
// are in captions without small letters, and no article is before it.
func (s *Run) ReadPronouns() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if s.Doc.Word(t.Word) == "US" && s.At(i-1) != "the" && s.inCapitals(i) {
			t.Text, t.Norm = "us", "us"
		}
	}
}

// inCapitals reports whether the words beside token i, two of them at least, have
// capitals alone.
func (s *Run) inCapitals(i int) bool {
	n := 0
	for k := max(0, i-capitalsBeside); k < min(len(s.Tokens), i+capitalsBeside+1); k++ {
		w := s.Doc.Word(s.Tokens[k].Word)
		switch {
		case k == i || len(w) < 2:
		case strings.IndexFunc(w, unicode.IsLower) >= 0:
			return false
		default:
			n++
		}
	}
	return n >= 2
}

// capitalsBeside is how many words on each side show that a text is in capitals.
const capitalsBeside = 4

// PlainForm is word w of the document without accents and capitals, in American
// spelling: “color” for “Colour”.
func (s *Run) PlainForm(w int) string {
	if f := s.Form(w); f != nil {
		return f.Text
	}
	return english.Lower(s.Doc.Word(w))
}
