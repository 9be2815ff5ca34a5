package provenance

import (
	"slices"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/naming"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// That a transcript gives words to somebody else is the gravest thing to say of a
// report, and most often it is not so: one person has two names ("Mr. BLYTHE of Ohio",
// Adam Blythe), a label is none ("TOWER"), another label was not read, or the report
// itself names both and only its grammar tells who spoke. The naive way, to learn all
// ways to write a name, has no end. Here each way to be wrong that can be seen in the
// texts is a reason to say nothing.

// mayBeOne reports whether two names that differ may be one person's: they have a
// family name, or a part of one, in common, and given names that begin alike or that
// one of them lacks: Penny Venn and PENELOPE VENN, Ada Venn-Moss and ADA VENN.
func mayBeOne(a, b string) bool {
	x, y := nameParts(a), nameParts(b)
	if len(x) == 0 || len(y) == 0 {
		return true
	}
	if !shareFamily(x[len(x)-1], y[len(y)-1]) {
		return false
	}
	return len(x) == 1 || len(y) == 1 || x[0][0] == y[0][0]
}

// nameParts are the words of a name in lower case, without a seat, titles and stops.
func nameParts(name string) []string {
	name, _, _ = strings.Cut(name, " of ")
	name, _, _ = strings.Cut(name, "(")
	var out []string
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if w = strings.Trim(w, ".,;:'’"); w != "" && !english.NotNames.Has(w) {
			out = append(out, w)
		}
	}
	return out
}

// shareFamily reports whether two family names are one, or one is a part of the other
// behind or before a hyphen.
func shareFamily(a, b string) bool {
	for x := range strings.SplitSeq(a, "-") {
		for y := range strings.SplitSeq(b, "-") {
			if x == y {
				return true
			}
		}
	}
	return false
}

// commonest is how many of the sentences of general English a word stands in, at
// most, that may be a name.
const commonest = 40

// namesSomebody reports whether a label has a word that may be a name: "ADA VENN",
// "HOLT"; not "TOWER", "Home Secretary", "JHO" or "for Ports".
func namesSomebody(label string) bool {
	for _, w := range nameParts(label) {
		if len(w) > 3 && naming.MayName(w, commonest) {
			return true
		}
	}
	return false
}

// saysBoth reports whether the report's sentence of a quote names the person to whom
// the transcript gives the words, outside of them: "Venn mocked Holt for saying".
func saysBoth(d *text.Document, q speech.Quote, speaker string) bool {
	parts := nameParts(speaker)
	if len(parts) == 0 {
		return false
	}
	around := surroundings(d, q)
	full := len(nameParts(d.Read(q.Speaker.Mention))) > 1 // of two of one family, which
	words := d.WordsIn(around)
	for w := words.Start; w < words.End; w++ {
		within := func(s text.Span) bool { return s.Contains(d.Words[w].Span()) }
		if slices.ContainsFunc(q.Spans, within) || full && within(q.Speaker.Mention) {
			continue
		}
		if shareFamily(english.Lower(d.Word(w)), parts[len(parts)-1]) {
			return true
		}
	}
	return false
}

// hiddenLabel is how many words of a line may be a label that was not read.
const hiddenLabel = 5

// takesTurn reports whether between a turn's label and a place in it a line begins
// with the name of somebody, or has it before a colon: a label that was not read,
// behind which he may speak. The label's own line may begin with it, "Mr. Holt why",
// to speak to him.
func takesTurn(t *Transcript, turn speech.Turn, at int, name string) bool {
	parts := nameParts(name)
	if len(parts) == 0 || turn.Label.End > at {
		return false
	}
	family, first := parts[len(parts)-1], true
	for line := range strings.SplitSeq(t.Text[turn.Label.End:at], "\n") {
		if labels(line, family, first) {
			return true
		}
		first = false
	}
	return false
}

// labels reports whether a line may have a label with a family name; one that goes on
// behind a label only before a colon.
func labels(line, family string, goesOn bool) bool {
	words := strings.Fields(strings.ToLower(line))
	colon := strings.Contains(strings.Join(words[:min(len(words), hiddenLabel)], " "), ":")
	for i, w := range words {
		name := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		_, marks, _ := strings.Cut(w, name)
		begins := i < hiddenLabel && !goesOn && (colon || !strings.HasSuffix(w, ","))
		if name == family && (begins || strings.HasPrefix(marks, ":")) {
			return true
		}
	}
	return false
}
