// Package speech finds who says what: the quotations of a report with their
// speakers, and the turns of a transcript.
package speech

import "github.com/quoteprov/quoteprov/text"

// A Kind tells how a quotation stands in a report.
type Kind uint8

// The kinds of quotation.
const (
	Direct   Kind = iota // a whole clause or more in marks
	Partial              // a fragment in marks inside the reporter's own sentence
	Indirect             // reported speech without marks
)

// String is the kind's name: "direct", "partial" or "indirect".
func (k Kind) String() string { return [...]string{"direct", "partial", "indirect"}[k] }

// A Quote is one statement of a report that is given to somebody.
type Quote struct {
	Kind     Kind
	Spans    []text.Span // what was said, without its outer marks; several where the report interrupts it
	Speaker  *Speaker    // nil where nobody is mentioned
	Cue      text.Span   // "said", "according to"; empty where there is none
	Sentence text.Span   // the reporter's sentence or sentences around it, quote included
}

// A Speaker is a person or body that the report gives words to.
type Speaker struct {
	Name      string    // the fullest form of the name in the document: "Tobias Renn"; a role as it stands ("senior official"); empty where the mention leads to nobody
	Mention   text.Span // what stands at the quote: "he"
	How       How       // how the mention led to the name
	Described bool      // Name is no name but says what the speaker is: "senior official"
	Certain   bool      // the quote's own attribution names somebody: by a name, by an office with a name, by a role that one person of the report bears
}

// How a mention led to a name.
type How uint8

// The ways from a mention to a name.
const (
	ByName      How = iota // the mention is the name, or a part of it
	ByRole                 // "the minister"
	ByPronoun              // "he"
	ByParagraph            // nobody at the quote: the speech of the paragraph before goes on
	BySource               // given by the caller or by the document's data
)

// A Turn is what one speaker says before the next one speaks. Turns are flat
// and cover the transcript from the first to its end.
type Turn struct {
	Speaker string     // as its label gives it, resolved to the full name where the transcript has it; empty where unknown
	Named   bool       // Speaker is somebody's name, and not what the transcript calls somebody unknown: "SPEAKER_01", "THE PRESIDENT", "Q"
	Via     string     // who reads it out, where a message is read on somebody's behalf
	Label   text.Span  // "MR. NAME:"; empty where there is none
	Span    text.Span  // from the label, or the first word, to the next turn
	Written string     // of a post: the day, 2006-01-02; empty where unknown
	Cited   []Citation // the words of others cited inside it, in order
}

// A Citation is a passage inside a turn that the speaker gives to somebody else.
type Citation struct {
	Speaker string // the fullest form of a name, or what he is: "mother"
	Named   bool   // it is a name
	Span    text.Span
}
