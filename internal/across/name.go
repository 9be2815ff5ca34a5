package across

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

var (
	letters      = words.Letters("across", "letters")
	ukrainian    = words.Letters("across", "letters-uk")
	nounCapitals = words.Set("across", "noun-capitals")
)

// A word is compared as a name from so many Latin letters on, and up to so many.
const (
	fewestLetters = 3
	mostLetters   = 40
)

// names are the words of a text that may be part of a name, and are part of no number:
// as names those that a capital marks, the others as words.
func (t Text) names(numbers []Mark) []Mark {
	counted := map[int]bool{}
	for _, m := range numbers {
		for i := m.Words.Start; i < m.Words.End; i++ {
			counted[i] = true
		}
	}
	var out []Mark
	for i := t.Words.Start; i < t.Words.End; i++ {
		w := t.Document.Word(i)
		latin := t.inLatin(w)
		if n := len(latin); counted[i] || n < fewestLetters || n > mostLetters || len(consonants(latin)) < 2 {
			continue
		}
		m := Mark{Kind: word, Words: text.Range{Start: i, End: i + 1}, as: []string{latin}}
		first, _ := utf8.DecodeRuneInString(w)
		m.latin = unicode.Is(unicode.Latin, first)
		if t.capital(i, w) {
			m.Kind, m.plain = Name, t.strange(i, w)
		}
		out = append(out, m)
	}
	return out
}

// inLatin is a word in small Latin letters, without accents; empty of a script that has
// no letters in the list, and of figures.
func (t Text) inLatin(w string) string {
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) {
		return ""
	}
	w = text.Fold(w)
	if t.Language == "uk" {
		w = ukrainian.Replace(w)
	}
	w = naming.Bare(letters.Replace(w))
	if strings.ContainsFunc(w, func(r rune) bool { return r > unicode.MaxLatin1 }) {
		return ""
	}
	return w
}

// capital reports whether the capital of a word may be a name's: no word of grammar
// has one, and no common one of English at the beginning of a sentence.
func (t Text) capital(i int, w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	low := text.Fold(w)
	switch {
	case !unicode.IsUpper(first) || t.Language == "en" && english.FunctionWords.Has(low):
		return false
	case t.opens(i):
		return t.Language != "en" || lexicon.Frequency(lexicon.Stem(low)) == 0
	}
	return true
}

// strange reports whether a word with a capital is surely a name that languages
// spell and do not translate: none that English has of its own (Germany), or that may
// be any noun.
func (t Text) strange(i int, w string) bool {
	if t.opens(i) || nounCapitals.Has(t.Language) || strings.ToUpper(w) == w {
		return false
	}
	if t.Language != "en" {
		return t.Language != ""
	}
	stem := lexicon.Stem(text.Fold(w))
	return lexicon.Frequency(stem) == 0 && !lexicon.Proper(stem) && !lexicon.Common(stem)
}

// opens reports whether a word is the first of its sentence, or behind a mark with
// which another one may begin.
func (t Text) opens(i int) bool {
	d := t.Document
	at := int(d.Words[i].Start)
	if s := d.SentenceAt(at); s >= len(d.Sentences) || d.Sentences[s].Words.Start == i || i == 0 {
		return true
	}
	return strings.ContainsAny(d.Text[d.Words[i-1].End:at], ".!?:;…“”„«»\"")
}

// consonants are those of a name in Latin letters.
func consonants(name string) string { return naming.Consonants(name) }

// fewestConsonants is how many a name has, at least, of which the last one may be
// part of an ending: Зеленскому, Zelensky.
const fewestConsonants = 3

// endings are the consonants that an ending of a name may add: of Slavic languages
// and of Greek, of genitives.
const endings = "gmsnv"

// spellings are the consonants of a name, without an ending, and with each.
func spellings(name string) []string {
	out := []string{name}
	if n := len(name); n > fewestConsonants && strings.Contains(endings, name[n-1:]) {
		out = append(out, name[:n-1])
	}
	if len(name) >= fewestConsonants {
		for i := range endings {
			out = append(out, name+endings[i:i+1])
		}
	}
	return out
}

// oneName reports whether two names whose consonants are spellings of each other are
// spelled alike: in Latin letters on both sides one goes on with an ending, or a quarter
// of the letters, at most, are others; else half of them, since some scripts leave out
// vowels and the others are heard in many ways.
func oneName(x, y Mark) bool {
	a, b := x.as[0], y.as[0]
	most, apart := max(len(a), len(b)), levenshtein.ComputeDistance(a, b)
	if x.latin && y.latin {
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || 4*apart <= most
	}
	return 2*apart <= most
}
