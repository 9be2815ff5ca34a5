package reading

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// NegatedAt reports whether a negator governs atom i: not allowed, forbidden.
func (s *Run) NegatedAt(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if english.Negators.Has(s.Tokens[k].Text) && s.HeadAfter(k+1) == i {
			return true
		}
	}
	return false
}

// Form is what the lexicon takes a word for; nil where it has several parts.
func (s *Run) Form(w int) *lexicon.Form {
	ts := s.Vocabulary.Terms(nil, s.Doc, text.Range{Start: w, End: w + 1})
	if len(ts) != 1 {
		return nil
	}
	return s.Vocabulary.Form(ts[0].ID)
}

// PlainForm is a word without accents and capitals, in American spelling.
func (s *Run) PlainForm(w int) string {
	if f := s.Form(w); f != nil {
		return f.Text
	}
	return english.Lower(s.Doc.Word(w))
}

// Past reports whether the verb at atom i is told as done: built, have built.
func (s *Run) Past(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch t := s.Tokens[k].Text; {
		case t == "to" || english.Modality.Of(t) != "" || t == "be" || t == "being":
			return false
		case t == "have" || t == "has" || t == "had" || t == "been" || t == "was" || t == "were":
			return true
		}
	}
	t := s.Tokens[i].Text
	return len(t) > 4 && t[len(t)-2:] == "ed"
}

func Clip(lo, hi, n int) Range {
	lo = min(max(lo, 0), n)
	return Range{Start: lo, End: max(lo, min(hi, n))}
}

// HeadAfter is the first atom of content from i on, within a few words; -1 where
// there is none.
func (s *Run) HeadAfter(i int) int {
	for k := i; k < min(len(s.Tokens), i+5); k++ {
		if len(s.Tokens[k].Text) > 1 && !english.FunctionWords.Has(s.Tokens[k].Text) && !english.EmptyWords.Has(s.Tokens[k].Text) {
			return k
		}
	}
	return -1
}

// Asks reports whether a question mark follows an atom.
func (s *Run) Asks(i int) bool {
	return strings.HasPrefix(s.Doc.Text[s.Doc.Words[s.Tokens[i].Word].End:], "?")
}

func (s *Run) At(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Text
}

// answers: "No, we have", a word of its own.
func (s *Run) Answers(i int) bool {
	end := int(s.Doc.Words[s.Tokens[i].Word].End)
	return end < len(s.Doc.Text) && (s.Doc.Text[end] == ',' || s.Doc.Text[end] == '.' || s.Doc.Text[end] == '!')
}

// Finite reports whether the verb at i stands by itself: no auxiliary, no "to"
// and no article before it.
func (s *Run) Finite(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		w := s.Tokens[k].Text
		switch {
		case english.TenseOf.Of(w).Verb != "", english.Modality.Of(w) != "", determiners.Has(w), w == "to", w == "be", w == "been", w == "being", w == "having", w == "help", w == "let", w == "make":
			return false
		case w != "not" && w != "also" && w != "never" && w != "always" && w != "still" && !strings.HasSuffix(w, "ly"):
			return true
		}
	}
	return true
}

var determiners = words.Set("grammar", "determiners")
