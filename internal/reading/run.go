package reading

import (
	"math/big"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// A Run is a run of words of one document: a quote, or the sentences that it may
// come from. What its words say is read from it and from the gaps between them;
// nothing here knows that there is another side.
type Run struct {
	Doc        *text.Document
	Vocabulary *lexicon.Vocabulary
	Tokens     []Token
}

// Part is a range of a run as a run of its own.
func (s *Run) Part(r Range) *Run {
	return &Run{Doc: s.Doc, Vocabulary: s.Vocabulary, Tokens: s.Tokens[r.Start:r.End]}
}

// A fact is something on one side that the other side should say too: a
// number, a date, a name.
type Fact struct {
	Value string // what it says, in one spelling
	At    Range  // the atoms that say it
	Weak  bool   // says little where it stands alone: "one", "first"

	// Of a number:
	With  Range    // at, with its article and its unit; empty where there are none
	Also  string   // another way to read it: the 5 of "5 to 6 million", the 22 of a year
	Exact *big.Rat // its exact value; nil where it has none
	Unit  *Unit    // what it counts; nil where that is no unit

	Found bool // the other side says it too
	Mate  int  // of the quote's facts that were found: the number of the source's; -1 where it has none
}

// Neighbours are the words of the sentences before and after those that the
// source takes in.
func (s *Run) Neighbours() []text.Range {
	var out []text.Range
	if n := s.SentenceOf(0); n > 0 {
		r := s.Doc.Sentences[n-1].Words
		out = append(out, text.Range{Start: max(r.Start, r.End-reach), End: r.End})
	}
	if n := s.SentenceOf(len(s.Tokens) - 1); n+1 < len(s.Doc.Sentences) {
		r := s.Doc.Sentences[n+1].Words
		out = append(out, text.Range{Start: r.Start, End: min(r.End, r.Start+reach)})
	}
	return out
}

// An atom is a word as it is compared: a whole word, or one of the words that
// a contraction stands for (don't is do and not).
type Token struct {
	Word      int    // its number in the document
	Text      string // in lower case, apostrophes typewritten, contractions resolved
	Norm      string // in American spelling, without accents, numbers in digits
	Part      bool   // written as part of a contraction
	Upper     bool   // begins with a capital letter
	First     bool   // of its sentence
	Bracketed bool   // of the quote: in square brackets
	Dots      bool   // an ellipsis stands before it
	Lettered  bool   // of the quote: its first letters stand in brackets, [t]he
	Apart     bool   // of the quote: the report interrupts the quote before it
}

// SpanOf is the text of a range of atoms; the gap before it where it is empty.
func (s *Run) SpanOf(r Range) text.Span {
	switch {
	case r.Len() > 0:
		return s.Doc.Words[s.Tokens[r.Start].Word].Span().Cover(s.Doc.Words[s.Tokens[r.End-1].Word].Span())
	case r.Start < len(s.Tokens):
		at := int(s.Doc.Words[s.Tokens[r.Start].Word].Start)
		return text.Span{Start: at, End: at}
	case len(s.Tokens) > 0:
		at := int(s.Doc.Words[s.Tokens[len(s.Tokens)-1].Word].End)
		return text.Span{Start: at, End: at}
	}
	return text.Span{}
}

// append adds the atoms of word w.
func (s *Run) append(w int) {
	written := s.Doc.Word(w)
	r, _ := utf8.DecodeRuneInString(written)
	a := Token{Word: w, Upper: unicode.IsUpper(r)}
	parts := english.Contraction(english.Lower(written))
	for i, t := range parts {
		a.Text, a.Part, a.Norm = t, len(parts) > 1, t
		if len(parts) == 1 {
			a.Norm = s.PlainForm(w)
		}
		if t == "an" {
			a.Norm = "a"
		}
		if i > 0 {
			a.Upper = false
		}
		s.Tokens = append(s.Tokens, a)
	}
}

// GapBefore is the text between atom i and the one before it; empty at either
// end, and between the parts of one word.
func (s *Run) GapBefore(i int) string {
	if i <= 0 || i >= len(s.Tokens) || s.Tokens[i-1].Word >= s.Tokens[i].Word {
		return ""
	}
	return s.Doc.Text[s.Doc.Words[s.Tokens[i-1].Word].End:s.Doc.Words[s.Tokens[i].Word].Start]
}

// WordAt is the word of token i; empty where there is none.
func WordAt(tokens []Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Text
}

// A piece is a run of the quote that stands in the transcript word for word.
type Piece struct{ Q, S, N int }

// Adjoin reports whether source atom k follows j in the transcript. The source
// has only the sentences that the match touches: neighbours in it may be far
// apart.
func (s *Run) Adjoin(j int, k int) bool { return k == j+1 && s.Tokens[k].Word <= s.Tokens[j].Word+1 }

// WordsBetween is how many words of the transcript stand between two atoms of
// the source.
func (s *Run) WordsBetween(j int, k int) int {
	return english.Abs(s.Tokens[k].Word-s.Tokens[j].Word) - 1
}

func (s *Run) SentenceOf(j int) int {
	if j < 0 || j >= len(s.Tokens) {
		return -1
	}
	return s.Doc.SentenceAt(int(s.Doc.Words[s.Tokens[j].Word].Start))
}
