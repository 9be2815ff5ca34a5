package reading

import (
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// A Run is a run of words of one document: a quote, or the sentences that it may
// come from.
type Run struct {
	Doc        *text.Document
	Vocabulary *lexicon.Vocabulary
	Tokens     []Token
}

// A Token is a word as it is compared: a whole word, or one of the words that a
// contraction stands for. “Don’t” is two, do and not.
type Token struct {
	Word  int    // its number in the document
	Text  string // in lower case, apostrophes typewritten, contractions resolved
	Norm  string // in American spelling, without accents, numbers in digits
	Part  bool   // written as part of a contraction
	Upper bool   // begins with a capital letter
	First bool   // of its sentence
	Dots  bool   // an ellipsis stands before it

	// Of a quote:
	Bracketed bool // in square brackets
	Lettered  bool // its first letters stand in brackets, [t]he
	Apart     bool // the report interrupts the quote before it
}

// Part is a range of a run as a run of its own.
func (s *Run) Part(r Range) *Run {
	return &Run{Doc: s.Doc, Vocabulary: s.Vocabulary, Tokens: s.Tokens[r.Start:r.End]}
}

// At is the text of token i; empty where there is none.
func (s *Run) At(i int) string { return WordAt(s.Tokens, i) }

// WordAt is the text of token i; empty where there is none.
func WordAt(tokens []Token, i int) string {
	if i < 0 || i >= len(tokens) {
		return ""
	}
	return tokens[i].Text
}

// GapBefore is the text between token i and the one before it, without what was removed
// there: the “, ” of “yes, we do” before “we”. Empty at either end, and between the parts of one word.
func (s *Run) GapBefore(i int) string {
	if !s.parted(i) {
		return ""
	}
	return s.Doc.Gap(s.Between(i))
}

// WrittenBefore is [Run.GapBefore] with what was removed there: a stage direction.
func (s *Run) WrittenBefore(i int) string {
	if !s.parted(i) {
		return ""
	}
	return s.Doc.Read(s.Between(i))
}

// parted reports whether token i and the one before it are words of their own, in order.
func (s *Run) parted(i int) bool {
	return i > 0 && i < len(s.Tokens) && s.Tokens[i-1].Word < s.Tokens[i].Word
}

// Between is the place of the text between token i, not the first, and the one before it.
func (s *Run) Between(i int) text.Span {
	return text.Span{Start: s.written(i - 1).Span().End, End: s.written(i).Span().Start}
}

// written is the word of the document that token i is, or is part of.
func (s *Run) written(i int) text.Word { return s.Doc.Words[s.Tokens[i].Word] }

// SpanOf is the text of a range; the place before it where it is empty.
func (s *Run) SpanOf(r Range) text.Span {
	switch {
	case r.Len() > 0:
		return s.written(r.Start).Span().Cover(s.written(r.End - 1).Span())
	case r.Start < len(s.Tokens):
		at := int(s.written(r.Start).Start)
		return text.Span{Start: at, End: at}
	case len(s.Tokens) > 0:
		at := int(s.written(len(s.Tokens) - 1).End)
		return text.Span{Start: at, End: at}
	}
	return text.Span{}
}

// Adjoin reports whether token k follows j in the document. A run may have only
// the sentences that a match touches: neighbours in it may be far apart.
func (s *Run) Adjoin(j, k int) bool { return k == j+1 && s.Tokens[k].Word <= s.Tokens[j].Word+1 }

// WordsBetween is how many words of the document stand between two tokens: none
// between the first two of “we do not”, one between the first and the last.
func (s *Run) WordsBetween(j, k int) int {
	return Apart(s.Tokens[k].Word, s.Tokens[j].Word) - 1
}

// Form is what the lexicon takes word w of the document for; nil where it has
// several parts.
func (s *Run) Form(w int) *lexicon.Form {
	ts := s.Vocabulary.Terms(nil, s.Doc, text.Range{Start: w, End: w + 1})
	if len(ts) != 1 {
		return nil
	}
	return s.Vocabulary.Form(ts[0].ID)
}
