package naming

import (
	"strings"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/reading"
)

// OfNation reports whether a word names a nation, or its people.
func OfNation(name string) bool {
	if english.Demonyms.First(name) != "" || nations.Has(name) {
		return true
	}
	for _, end := range [...]string{"s", "ns", "n", "ans", "an", "ian", "ians", "i", "is", "ese"} {
		if rest, ok := strings.CutSuffix(name, end); ok && (nations.Has(rest) || nations.Has(rest+"a") || nations.Has(rest+"y")) {
			return true
		}
	}
	return false
}

// mostJoined is how many words a name of one word is written in at most.
const mostJoined = 3

// JoinedIn finds the run of atoms, beginning or ending with a name, that makes up one
// word; empty where there is none.
func JoinedIn(s *reading.Run, word string, names []reading.Fact) reading.Range {
	if len(word) < 4 {
		return reading.Range{}
	}
	for _, f := range names {
		for lo := max(0, f.At.Start-mostJoined+1); lo <= f.At.Start; lo++ {
			rest := word
			for k := lo; k < len(s.Tokens) && rest != ""; k++ {
				part, ok := strings.CutPrefix(rest, Letters(s.Tokens[k].Text))
				if !ok {
					break
				}
				if rest = part; rest == "" && k > lo && k >= f.At.Start {
					return reading.Range{Start: lo, End: k + 1}
				}
			}
		}
	}
	return reading.Range{}
}

// Letters is a word without its apostrophes and hyphens.
func Letters(w string) string {
	if !strings.ContainsAny(w, "'-’") {
		return w
	}
	return strings.NewReplacer("'", "", "-", "", "’", "").Replace(w)
}

// NamesIn are the words of one side that are part of a name.
func NamesIn(s *reading.Run, skip func(i int) bool) []reading.Fact {
	if s.Shouted() {
		return nil
	}
	var out []reading.Fact
	for i, a := range s.Tokens {
		if !a.Upper || skip(i) || len(a.Text) < 2 || english.NotNames.Has(a.Text) || a.Part || !nameAt(s, i) {
			continue
		}
		out = append(out, reading.Fact{Value: a.Text, At: reading.Range{Start: i, End: i + 1}, Weak: !Proper(s, i)})
	}
	return out
}

// Proper reports whether a capitalised word names somebody or something by
// itself: "Tamsin", not "Regional" or "Program". Words that general English
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

func properWord(s *reading.Run, w int) bool {
	f := s.Form(w)
	return f != nil && lexicon.Proper(f.Stem)
}

// rare is how few of the sentences of general English a word may stand in to be
// taken for a name.
const rare = 4

// nameAt reports whether the capital of atom i makes a name of it. The first
// word of a sentence has one anyhow: there it counts where the next word of the
// name has one too, where it is a nation's, or where general English does not
// know the word.
func nameAt(s *reading.Run, i int) bool {
	a := s.Tokens[i]
	if english.WeekdayNames.Of(a.Text) != "" || calendar.IsMonth(s, i) {
		return false
	}
	claim := english.Quantities.Of(a.Text) > 0 || english.Negators.Has(a.Text) || english.Modality.Of(a.Text) != "" || english.NumberWords.Has(a.Text)
	switch begins := s.StartsSentence(i); {
	case english.FunctionWords.Has(a.Text), claim && (begins || lexicon.Capitals(s.Doc.Word(a.Word))): // we are NOT
		return false
	case !begins:
		return true
	}
	name := Bare(a.Text)
	if english.Demonyms.First(name) != "" || nations.Has(name) || capitals.Of(name) != "" || strange(s, a.Word) || properWord(s, a.Word) {
		return true
	}
	return i+1 < len(s.Tokens) && s.Tokens[i+1].Upper && !english.NotNames.Has(s.Tokens[i+1].Text) && !english.FunctionWords.Has(s.Tokens[i+1].Text) && s.OneName(i)
}

// strange reports whether general English does not know a word.
func strange(s *reading.Run, w int) bool {
	f := s.Form(w)
	return f == nil || lexicon.Frequency(f.Stem) == 0 && !commonNoun(f)
}

// commonNoun reports whether a rare word is none the less no name: general English
// has another word for it, or it is made as such words are.
func commonNoun(f *lexicon.Form) bool {
	if lexicon.Common(f.Stem) {
		return true
	}
	for _, end := range [...]string{"tion", "tions", "sion", "sions", "ments", "ness", "ology", "ological", "ism", "isms", "ships", "ities"} {
		if len(f.Text) > len(end)+3 && strings.HasSuffix(f.Text, end) {
			return true
		}
	}
	return false
}
