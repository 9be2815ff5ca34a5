package reading

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// SideBySide reports whether nothing but a space or a hyphen stands between two words.
func SideBySide(gap string) bool { return gap != "" && strings.Trim(gap, " \t\r\n-") == "" }

func Says(d *text.Document, s text.Span) bool {
	for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
		if Content(english.Lower(d.Word(r.Start))) {
			return true
		}
	}
	return false
}

// Touch reports whether no word stands between a and b, in whatever order.
func Touch(d *text.Document, a, b text.Span) bool {
	if a.Start > b.Start || a.Start == b.Start && a.Len() > b.Len() {
		a, b = b, a
	}
	return a.End <= b.Start && strings.TrimSpace(d.Text[a.End:b.Start]) == ""
}

// Solid is atoms written as one word.
func Solid(atoms []Token) string { return strings.ReplaceAll(Joined(atoms), " ", "") }

// Beside reports whether two parts of a date stand next to each other, "of the"
// aside.
func Beside(a, b Range) bool {
	return b.Start-a.End <= 2 && a.Start-b.End <= 2
}

func Together(a, b Range) Range {
	return Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// OneName reports whether atom i and the next stand side by side as the words
// of a name do.
func (s *Run) OneName(i int) bool {
	a, b := s.Doc.Words[s.Tokens[i].Word], s.Doc.Words[s.Tokens[i+1].Word]
	if s.Tokens[i].Word+1 != s.Tokens[i+1].Word {
		return false
	}
	gap := s.Doc.Text[a.End:b.Start]
	return gap == " " || gap == "-" || gap == ". "
}

// Shouted reports whether most words are capitalised, as in a headline: then
// capitals say nothing.
func (s *Run) Shouted() bool {
	upper := 0
	for _, a := range s.Tokens {
		if a.Upper {
			upper++
		}
	}
	return len(s.Tokens) > 4 && upper*10 > len(s.Tokens)*8
}

// StartsSentence reports whether atom i is the first of a sentence, of a quote
// or of what follows a colon.
func (s *Run) StartsSentence(i int) bool {
	if i == 0 || s.Tokens[i].First || s.Tokens[i].Apart {
		return true
	}
	gap := s.GapBefore(i)
	return strings.ContainsAny(gap, "?!:…\n—“‘[(") || strings.Contains(gap, ". ") && len(s.Tokens[i-1].Text) > 3 || strings.HasSuffix(gap, "\"") && gap != "\""
}

var OfOne = words.Set("grammar", "of-one")

func Figure(a Token) bool { return english.IsDigit(a.Norm) || english.NumberWords.Has(a.Text) }

func Capital(a Token) bool { return a.Upper && !a.First }

// Joins reports whether words only join what stands on either side of them, so
// that either may come first: bread and milk, Tamsin is the capital, Lund met Holt.
func Joins(atoms []Token) bool {
	both := slices.ContainsFunc(atoms, func(a Token) bool { return english.Mutual.Has(a.Text) })
	for _, a := range atoms {
		if !english.Joiners.Has(a.Text) && !english.Mutual.Has(a.Text) && !(both && a.Text == "with") {
			return false
		}
	}
	return true
}

// Known reports whether a word is one of general English.
func (s *Run) Known(w int) bool {
	f := s.Form(w)
	return f != nil && lexicon.Frequency(f.Stem) > 0
}

// Content reports whether a word says something that a claim may hang on.
func Content(w string) bool {
	return len(w) > 1 && !english.FunctionWords.Has(w) && !english.EmptyWords.Has(w)
}

// OfWhat reports whether atoms only say whose or of what something is.
func OfWhat(atoms []Token) bool {
	return atoms[0].Text == "of" && !slices.ContainsFunc(atoms[1:], func(a Token) bool {
		return english.FunctionWords.Has(a.Text) && !english.Articles.Has(a.Text) && english.Person.First(a.Text) == "" && a.Text != "and"
	})
}

// States reports whether atoms are a clause with a subject of its own.
func States(atoms []Token) bool {
	for i, a := range atoms[:max(0, len(atoms)-1)] {
		next := atoms[i+1].Text
		if english.Person.First(a.Text) != "" && (english.Auxiliaries.Has(next) || next == "am") || english.Speakers.Has(a.Text) {
			return true
		}
	}
	return false
}

// SetOff reports whether the speaker's sentence sets source atoms s off with
// marks on both sides.
func (x *Run) SetOff(s Range) bool {
	return x.MarkedOff(s.Start) && x.MarkedOff(s.End) && x.SentenceOf(s.Start) == x.SentenceOf(s.End-1)
}

// MarkedOff reports whether source atom j is parted from the one before it by a
// mark or a sentence's end.
func (s *Run) MarkedOff(j int) bool {
	return j <= 0 || j >= len(s.Tokens) || s.SentenceOf(j-1) != s.SentenceOf(j) || strings.ContainsAny(s.GapBefore(j), ",;:–—()")
}

// AllAre reports whether all words that say something are of one class.
func AllAre(atoms []Token, of func(string) bool) bool {
	return !slices.ContainsFunc(atoms, func(a Token) bool { return Content(a.Text) && !of(a.Text) })
}

func Address(w string) bool { return addressWords.Has(w) }

var addressWords = words.Set("names", "address-words")

func Praise(w string) bool { return praising.Has(w) }

var praising = words.Set("names", "praising")

// Listed reports whether source atoms s are a member of a list, with the "and"
// that joins it.
func (x *Run) Listed(s Range) bool {
	return x.Tokens[s.Start].Text == "and" || x.Tokens[s.End-1].Text == "and" || StartsWith(x.Tokens[s.Start:s.End], besides) ||
		x.MarkedOff(s.Start) && x.At(s.End) == "and"
}

var besides = words.Phrases("grammar", "besides")

func Has(atoms []Token, word string) bool {
	for _, a := range atoms {
		if a.Text == word {
			return true
		}
	}
	return false
}
