package provenance

import (
	"iter"
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// Among is what a Checker knows of very many transcripts, some of which it has.
type Among struct {
	Words      bool     // some say anything
	Languages  []string // of the transcripts, each once; empty for one whose language is not known
	Speakers   []string // who have a name, each once
	Cited      []string // who are cited, each once
	Unlabelled bool     // a transcript says of nobody that he speaks

	// InPart are who speaks in those that were read in part, each once; empty for one that
	// names nobody. What they said need not be in the transcripts.
	InPart []string

	// Named gives names and titles, for a source that is claimed; nil where the
	// Checker has all transcripts.
	Named iter.Seq2[string, string]
}

// AmongOf is what is known of some transcripts.
func AmongOf(transcripts ...*Transcript) *Among {
	c := castOf(transcripts)
	a := &Among{Speakers: c.names, Cited: c.cited, Unlabelled: c.unlabelled}
	has := map[string]bool{}
	for _, t := range transcripts {
		if t.Partial {
			a.InPart = castOf([]*Transcript{t}).speakers(a.InPart, has)
		}
		a.Words = a.Words || t.hasWords()
		if !slices.Contains(a.Languages, t.Meta.Language) {
			a.Languages = append(a.Languages, t.Meta.Language)
		}
	}
	return a
}

// Add adds what is known of others.
func (a *Among) Add(others *Among) {
	a.Words, a.Unlabelled = a.Words || others.Words, a.Unlabelled || others.Unlabelled
	for _, l := range []struct{ to, from *[]string }{
		{&a.Languages, &others.Languages}, {&a.Speakers, &others.Speakers}, {&a.Cited, &others.Cited},
		{&a.InPart, &others.InPart},
	} {
		if len(*l.from) == 0 {
			continue
		}
		has := make(map[string]bool, len(*l.to)+len(*l.from))
		for _, s := range *l.to {
			has[s] = true
		}
		for _, s := range *l.from {
			*l.to = enlist(*l.to, s, has)
		}
	}
}

func (a *Among) cast() cast { return cast{a.Speakers, a.Cited, a.Unlabelled} }

// inPart is everybody who speaks in the transcripts that were read in part.
func (a *Among) inPart() cast {
	return cast{names: a.InPart, unlabelled: slices.Contains(a.InPart, "")}
}

func (a *Among) named() iter.Seq2[string, string] {
	if a.Named == nil {
		return func(func(string, string) bool) {}
	}
	return a.Named
}

// Named reports whether a claimed source names a transcript of this name and title: see
// [Claim.Source].
func Named(name, title, source string) bool { return names(name, title, source) }

// Queries are what a Checker looks for to find quotes of d: each of them, and each of
// the sentences of one that has several.
func Queries(d *text.Document, quotes []speech.Quote) []align.Query {
	var out []align.Query
	for _, q := range quotes {
		out = append(out, align.Query{Document: d, Spans: q.Spans, Context: around(d, q)})
		if sentences := sentencesOf(d, q.Spans); len(sentences) > 1 && len(sentences) <= mostParts {
			for _, s := range sentences {
				out = append(out, align.Query{Document: d, Spans: []text.Span{s}, Context: s})
			}
		}
	}
	return out
}
