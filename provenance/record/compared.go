package record

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// That a quote says the same in other words means no more than that what the program
// compares did not differ. So it is told what that is, and what of it was found.

const (
	comparedKinds  = "numbers, dates, names, negations, quantities and modal verbs were compared"
	comparedAcross = "numbers, dates and names were compared, no other words"
)

// compared tells what was compared of a quote in other words: the numbers, names and
// negators that have a counterpart in its source; of one in another language, that are
// the same in every language.
func compared(d, source *text.Document, m provenance.Match) string {
	var found []string
	for _, p := range m.Pairs {
		if p.Why == align.Clash || !claims(d, p) && !claims(source, turned(p)) {
			continue
		}
		if w := d.Word(p.Quote); !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	kinds := comparedKinds
	if m.Meaning > 0 {
		kinds = comparedAcross
	}
	if found == nil {
		return kinds + "; none was found on both sides"
	}
	return kinds + "; found on both sides: " + strings.Join(found, ", ")
}

// turned is a pair seen from its source.
func turned(p align.Pair) align.Pair {
	p.Quote, p.Source = p.Source, p.Quote
	return p
}

var negators = words.Set("negation", "counted-negators")

// claims reports whether the quote's word of a pair is a number, a name or a negator.
func claims(d *text.Document, p align.Pair) bool {
	w := d.Word(p.Quote)
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case p.Why == align.Number, p.Why == align.Name, strings.ContainsFunc(w, unicode.IsDigit):
		return true
	case negators.Has(strings.ToLower(w)), strings.HasSuffix(text.Fold(w), "n't"):
		return true
	}
	s := d.SentenceAt(int(d.Words[p.Quote].Start))
	opens := s < len(d.Sentences) && d.Sentences[s].Words.Start == p.Quote
	return unicode.IsUpper(first) && !opens && w != "I" && !strings.HasPrefix(w, "I'") &&
		!strings.HasPrefix(w, "I’")
}
