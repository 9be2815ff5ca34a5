// Package change says what a change of words is: its kind, how much it weighs, and
// what else follows from the kind.
//
// The naive way asks for kinds wherever one matters: whether it leaves a quote
// edited, whether a translation may make it, whether its neighbours are part of it.
// Then a new kind has to be found a place in a dozen lists. Here each kind has one
// row of [Traits], and everybody else asks for a trait.
package change

import "github.com/quoteprov/quoteprov/text"

// A Kind of change.
type Kind string

// The kinds of change. Those of the first group are the conventions of reporting,
// and always minor; of the second, words put for others, put in, left out or moved,
// minor unless a claim hangs on them; of the third, major unless they are a step of
// degree or a way to write it. The last is between two versions alone: a passage that
// stands elsewhere; minor.
const (
	Spelling    Kind = "spelling"
	Contraction Kind = "contraction"
	Filler      Kind = "filler"
	Ellipsis    Kind = "ellipsis"
	Bracket     Kind = "bracket"
	NumberStyle Kind = "number-style"

	Substitution Kind = "substitution"
	Insertion    Kind = "insertion"
	Omission     Kind = "omission"
	Order        Kind = "order"

	Number      Kind = "number"
	Date        Kind = "date"
	Name        Kind = "name"
	Negation    Kind = "negation"
	Quantifier  Kind = "quantifier"
	Modality    Kind = "modality"
	Antonym     Kind = "antonym"
	Splice      Kind = "splice"
	Truncation  Kind = "truncation"
	Attribution Kind = "attribution"
	WrongSource Kind = "wrong-source"

	Move Kind = "move"
)

// A Severity says whether a change decides the verdict.
type Severity string

// The severities.
const (
	Minor Severity = "minor"
	Major Severity = "major"
)

// A Change is a place where the report departs from the transcript. Both spans are
// given; one is empty where something was put in or left out.
type Change struct {
	Kind     Kind
	Severity Severity
	Report   text.Span // of the report
	Source   text.Span // of the transcript
}

// TwoSided reports whether words stand for words.
func (c Change) TwoSided() bool { return c.Report.Len() > 0 && c.Source.Len() > 0 }
