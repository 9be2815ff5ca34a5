// Package change says what a change of words is: its kind, how much it weighs, and
// what else follows from the kind.
package change

import (
	"github.com/quoteprov/quoteprov/text"
)

// A Kind of difference.
type Kind string

// The kinds of difference; those of the first group are never major.
const (
	Spelling     Kind = "spelling"
	Contraction  Kind = "contraction"
	Filler       Kind = "filler"
	Ellipsis     Kind = "ellipsis"
	Bracket      Kind = "bracket"
	NumberStyle  Kind = "number-style"
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
)

// A Severity says whether a difference decides the verdict.
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
