package detect

import (
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/words"
	"github.com/quoteprov/quoteprov/text"
)

// Each detector looks at its own words, one by one, and so two people's names
// are four changes, and "a third" for "half" is a number and a missing article.
// What a reader takes for one change is made one here.

// A joiner makes one of neighbours that are one change.
type joiner struct {
	report, source *text.Document
	copied         bool
}

// joined are the changes of a comparison in the order of the report, those that are
// one made one.
func joined(c *comparison.Comparison) []change.Change {
	j := joiner{c.Q.Doc, c.S.Doc, c.Copied}
	out := slices.Clone(c.Changes())
	slices.SortStableFunc(out, func(a, b change.Change) int { return a.Report.Start - b.Report.Start })
	return merge(merge(slices.Compact(out), j.undone), j.one)
}

// merge goes over changes side by side and puts what f makes of two in their
// place, if it makes something of them.
func merge(cs []change.Change, f func(a, b change.Change) []change.Change) []change.Change {
	out := cs[:0]
	for _, c := range cs {
		n := len(out)
		if n == 0 {
			out = append(out, c)
			continue
		}
		out = append(out[:n-1], f(out[n-1], c)...)
	}
	return out
}

// undone takes away a word of grammar that was put in and left out again a few
// words on: the words were tied so, and nobody moved it.
func (j joiner) undone(a, b change.Change) []change.Change {
	if !inAndOut(a, b) {
		return []change.Change{a, b}
	}
	if x := j.words(a); x != j.words(b) || !english.FunctionWords.Has(x) {
		return []change.Change{a, b}
	}
	return nil
}

// inAndOut reports whether of two minor changes one puts words in and the other
// leaves words out.
func inAndOut(a, b change.Change) bool {
	oneSided := a.Kind.Traits().OneSided && b.Kind.Traits().OneSided
	return oneSided && a.Kind != b.Kind && a.Severity == change.Minor && b.Severity == change.Minor
}

// words are those of a change that has them on one side.
func (j joiner) words(c change.Change) string {
	return english.Lower(j.report.Read(c.Report) + j.source.Read(c.Source))
}

// one makes one change of two that are: a name or phrase, word by word; a change
// and the words of grammar beside it.
func (j joiner) one(a, b change.Change) []change.Change {
	switch {
	case j.onePhrase(a, b), j.absorbs(a, b):
		return []change.Change{both(a, b)}
	case j.absorbs(b, a):
		return []change.Change{both(b, a)}
	case a.Kind == change.Spelling && b.Kind == change.Spelling && a.Source == b.Source:
		return []change.Change{both(a, b)} // United States, word by word, for US
	case saidBy(a, b):
		return []change.Change{b}
	case saidBy(b, a):
		return []change.Change{a}
	case j.agreement(a) && b.Kind != change.Spelling && reading.Touch(j.report, a.Report, b.Report):
		return []change.Change{b}
	}
	return []change.Change{a, b}
}

// saidBy reports whether a is said by b already: words that a longer passage
// holds which was left out or put in and weighs as much, or the form of a word that
// was put for another.
func saidBy(a, b change.Change) bool {
	heavier := a.Severity == change.Major && b.Severity == change.Minor
	if heavier || !b.Report.Contains(a.Report) || !b.Source.Contains(a.Source) {
		return false
	}
	switch {
	case a.Kind == change.Contraction:
		return true
	case b.Kind.Traits().OneSided:
		return a.Kind != change.Negation
	}
	return a.Kind == change.NumberStyle && b.Kind == change.NumberStyle
}

// agreement reports an article that is written by what follows it: a, an.
func (j joiner) agreement(c change.Change) bool {
	article := func(s string) bool { return english.Articles.Has(english.Lower(s)) }
	return c.Kind == change.Spelling && article(j.report.Read(c.Report)) && article(j.source.Read(c.Source))
}

// onePhrase reports whether b goes on where a ends, on both sides, with the
// same name or phrase.
func (j joiner) onePhrase(a, b change.Change) bool {
	switch {
	case a.Kind != b.Kind, a.Severity != b.Severity, a.Kind != change.Name && a.Kind != change.Substitution:
		return false
	case !a.TwoSided(), !b.TwoSided(), a.Report.End > b.Report.Start, a.Source.End > b.Source.Start:
		return false
	}
	here := j.report.Gap(text.Span{Start: a.Report.End, End: b.Report.Start})
	there := j.source.Gap(text.Span{Start: a.Source.End, End: b.Source.Start})
	if a.Kind == change.Name && here == there && titleJoints.Has(strings.TrimSpace(here)) {
		return true
	}
	return reading.SideBySide(here) && reading.SideBySide(there)
}

// titleJoints stand inside a name: the Ministry of Water and Land.
var titleJoints = words.Phrases("names", "title-joints")

// absorbs reports whether b is about nothing but words of grammar beside those
// of a, a major change of a copy.
func (j joiner) absorbs(a, b change.Change) bool {
	if !j.copied || a.Severity != change.Major || a.Kind.Traits().Unpaired || !j.slight(b) {
		return false
	}
	return reading.Touch(j.report, a.Report, b.Report) && reading.Touch(j.source, a.Source, b.Source)
}

// slight reports whether a change is about words of grammar alone.
func (j joiner) slight(c change.Change) bool {
	if c.Severity == change.Major || c.Kind != change.Substitution && !c.Kind.Traits().OneSided {
		return false
	}
	return !reading.Says(j.report, c.Report) && !reading.Says(j.source, c.Source)
}

// both is the change a with the words of b beside it.
func both(a, b change.Change) change.Change {
	a.Report, a.Source = cover(a.Report, b.Report), cover(a.Source, b.Source)
	return a
}

// cover is the span of both; an empty one has no words to cover.
func cover(a, b text.Span) text.Span {
	switch {
	case a.Len() == 0:
		return b
	case b.Len() == 0:
		return a
	}
	return a.Cover(b)
}
