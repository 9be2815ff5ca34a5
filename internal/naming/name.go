// Package naming reads which words of a run are names, and knows when two names
// are one.
//
// [NamesIn] are the names of a run as facts. [SameInCopy] and [SameElsewhere] tell
// whether two of them name one bearer: in the speaker's own words, where Lind and
// Lund are two, and in a translation, where spelling is free. That a name of a quote
// stands for another of the transcript, and which, is not asked here.
package naming

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
)

// A name has a capital letter, and so has much that is none: the first word of a
// sentence, titles, months, a headline. The naive way takes every capital and
// calls each sentence's first word a name. Here a capital that the sentence asks
// for counts only where the next word goes on with the name, or where general
// English does not know the word. Cost: a look-up for each capital.

// OfNation reports whether a word names a nation, or its people: “iran”, “iranians”.
func OfNation(name string) bool {
	if english.Demonyms.First(name) != "" || nations.Has(name) {
		return true
	}
	return slices.ContainsFunc(nationEnds.Words(), func(end string) bool {
		rest, ok := strings.CutSuffix(name, end)
		return ok && (nations.Has(rest) || nations.Has(rest+"a") || nations.Has(rest+"y"))
	})
}

// nationEnds make the name of a people of that of its nation: “ians”.
var nationEnds = words.Set("places", "nation-ends")

// mostJoined is how many words a name of one word is written in at most.
const mostJoined = 3

// JoinedIn finds the run of words, beginning or ending with a name, that makes up one
// word; empty where there is none: “La Zaro” for “lazaro”.
func JoinedIn(s *reading.Run, word string, names []reading.Fact) reading.Range {
	if len(word) < 4 {
		return reading.Range{}
	}
	for _, f := range names {
		for lo := max(0, f.At.Start-mostJoined+1); lo <= f.At.Start; lo++ {
			if end := spelling(s, word, lo); end > lo+1 && end > f.At.Start {
				return reading.Range{Start: lo, End: end}
			}
		}
	}
	return reading.Range{}
}

// spelling is the end of the run of words from word i on that make up one word; i
// where they do not.
func spelling(s *reading.Run, word string, i int) int {
	for k := i; k < len(s.Tokens); k++ {
		rest, ok := strings.CutPrefix(word, Letters(s.Tokens[k].Text))
		if !ok {
			return i
		}
		if word = rest; word == "" {
			return k + 1
		}
	}
	return i
}

// Letters is a word without its apostrophes and hyphens: “alhasan” of “al-hasan”.
func Letters(w string) string {
	if !strings.ContainsAny(w, "'-’") {
		return w
	}
	return joiners.Replace(w)
}

// joiners are what Letters leaves out.
var joiners = strings.NewReplacer("'", "", "-", "", "’", "")

// NamesIn are the words of a run that are part of a name, but for those to skip; none
// in a headline, where all words have a capital.
func NamesIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	if shouted(s) {
		return nil
	}
	var out []reading.Fact
	for i, a := range s.Tokens {
		if !a.Upper || a.Part || len(a.Text) < 2 || english.NotNames.Has(a.Text) {
			continue
		}
		if !skip(i) && nameAt(s, i) && !stray(s, i) {
			out = append(out, reading.Fact{Value: a.Text, At: reading.One(i), Weak: !Proper(s, i)})
		}
	}
	return out
}

// stray reports whether word i is written in another script than the first word of the
// run: what a page has beside its text (“Ещё”, more), and no name that can be compared.
func stray(s *reading.Run, i int) bool {
	latin := func(i int) bool {
		return strings.ContainsFunc(s.Tokens[i].Text, func(c rune) bool { return unicode.Is(unicode.Latin, c) })
	}
	return latin(0) && !latin(i) && strings.ContainsFunc(s.Tokens[i].Text, unicode.IsLetter)
}

// shouted reports whether most words are capitalised, as in a headline: then
// capitals say nothing.
func shouted(s *reading.Run) bool {
	upper := 0
	for _, a := range s.Tokens {
		if a.Upper {
			upper++
		}
	}
	return len(s.Tokens) > 4 && upper*10 > len(s.Tokens)*8
}

// Proper reports whether a capitalised word names somebody or something by
// itself: “Tamsin”, not “Regional” or “Program”. Words that general English
// hardly knows count as names.
func Proper(s *reading.Run, i int) bool {
	a := s.Tokens[i]
	name := Bare(a.Text)
	if generic.Has(name) || strings.ContainsAny(name, "0123456789") {
		return false
	}
	if english.Demonyms.First(name) != "" || nations.Has(name) || alsoWords.Has(name) {
		return true
	}
	f := s.Form(a.Word)
	return f == nil || lexicon.Proper(f.Stem) || lexicon.Frequency(f.Stem) < rare && !commonNoun(f)
}

// properWord reports whether general English has word w of the document as a name:
// “London”.
func properWord(s *reading.Run, w int) bool {
	f := s.Form(w)
	return f != nil && lexicon.Proper(f.Stem)
}

// familyWords are family names that are common words too: “Sanders”.
var familyWords = words.Set("names", "family-words")

// MayName reports whether a word may be somebody's family name, being no word that
// stands in more sentences of general English than most: “holt”, “bush”; not “tower”.
func MayName(w string, most int) bool {
	stem := lexicon.Stem(w)
	return alsoWords.Has(w) || familyWords.Has(w) || lexicon.Proper(stem) || lexicon.Frequency(stem) < most
}

// rare is how few of the sentences of general English a word may stand in to be
// taken for a name.
const rare = 4

// nameAt reports whether the capital of word i makes a name of it. The first
// word of a sentence has one anyhow: there it counts where the next word of the
// name has one too, where it is a nation's, or where general English does not
// know the word.
func nameAt(s *reading.Run, i int) bool {
	a := s.Tokens[i]
	if english.WeekdayNames.Of(a.Text) != "" || calendar.IsMonth(s, i) {
		return false
	}
	begins := s.StartsSentence(i)
	switch {
	case english.FunctionWords.Has(a.Text):
		return false
	case claims(a.Text) && (begins || lexicon.Capitals(s.Doc.Word(a.Word))): // we are NOT
		return false
	case !begins:
		return true
	}
	name := Bare(a.Text)
	if english.Demonyms.First(name) != "" || nations.Has(name) || capitals.Of(name) != "" {
		return true
	}
	return strange(s, a.Word) || properWord(s, a.Word) || goesOn(s, i)
}

// claims reports whether a word says how much, or how surely, rather than who: “all”,
// “may”.
func claims(w string) bool {
	if english.Negators.Has(w) || english.NumberWords.Has(w) {
		return true
	}
	return english.Quantities.Of(w) > 0 || english.Modality.Of(w) != ""
}

// goesOn reports whether a name at token i goes on with the next: “Ada Lund”; not “The
// President”.
func goesOn(s *reading.Run, i int) bool {
	if i+1 >= len(s.Tokens) || !s.Tokens[i+1].Upper || !s.OneName(i) {
		return false
	}
	next := s.Tokens[i+1].Text
	return !english.NotNames.Has(next) && !english.FunctionWords.Has(next)
}

// strange reports whether general English does not know word w of the document:
// “Tamsin”.
func strange(s *reading.Run, w int) bool {
	f := s.Form(w)
	return f == nil || lexicon.Frequency(f.Stem) == 0 && !commonNoun(f)
}

// commonNoun reports whether a rare word is none the less no name: general English
// has another word for it, or it is made as such words are: “desalination”.
func commonNoun(f *lexicon.Form) bool {
	if lexicon.Common(f.Stem) {
		return true
	}
	return slices.ContainsFunc(nounEnds.Words(), func(end string) bool {
		return len(f.Text) > len(end)+3 && strings.HasSuffix(f.Text, end)
	})
}

// nounEnds are endings of nouns that are no names: “tion”.
var nounEnds = words.Set("names", "noun-ends")
