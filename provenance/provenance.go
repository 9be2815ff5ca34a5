// Package provenance tells what became of a speech's words in a report of it:
// where each quote came from, and how it differs from what was said.
//
// Read the report and the transcripts with package normalize, hold the one to the
// others, and look at what was found out about each quote:
//
//	report := normalize.Text("report.txt", article)
//	speech := normalize.Text("speech.txt", remarks)
//	r := provenance.Check(report, speech)
//	for _, f := range r.Findings {
//		fmt.Println(f.Verdict, report.Kept(f.Quote.Spans[0]))
//		for _, d := range f.Differences {
//			fmt.Println(" ", d.Severity, d.Kind, report.Kept(d.Report), "for", speech.Kept(d.Source))
//		}
//	}
//
// For many reports, keep a [Checker]. A quote that was found by other means is a
// [Claim]. Package record has a [Report] as data, the JSON of the command, and package
// render writes that in all formats. Package provenancetest is for tests of reports.
//
// It compares texts. It judges neither truth nor intent, and a transcript may
// itself be edited, incomplete or a translation.
package provenance

import (
	"cmp"
	"context"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/internal/cause"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A Verdict says how a quote stands to the transcripts.
type Verdict string

// The verdicts. The first that applies of Unchecked, Unsupported, Altered,
// Verbatim, Edited, Paraphrase is given.
const (
	Verbatim    Verdict = "verbatim"    // the same words in the same order
	Edited      Verdict = "edited"      // changed by the conventions of reporting only
	Paraphrase  Verdict = "paraphrase"  // other words or another translation, no major difference found
	Altered     Verdict = "altered"     // found, with a major difference
	Unsupported Verdict = "unsupported" // long and particular enough to look for, and not there
	Unchecked   Verdict = "unchecked"   // cannot be checked; Finding.Reason says why
)

// Verdicts are all verdicts, in the order of the constants.
func Verdicts() []Verdict {
	return []Verdict{Verbatim, Edited, Paraphrase, Altered, Unsupported, Unchecked}
}

// A Reason says why a quote is Unchecked.
type Reason string

// The reasons.
const (
	TooShort      Reason = "too-short"
	Common        Reason = "common"
	SpeakerAbsent Reason = "speaker-absent"
	Language      Reason = "language"
	Excerpt       Reason = "excerpt"
	Fragment      Reason = "fragment"
	NoTranscript  Reason = "no-transcript"
	Uncertain     Reason = "uncertain" // neither surely there nor surely absent, or of whom the report does not tell
	Internal      Reason = "internal"  // not judged for a fault of the program; Finding.Fault says which
)

// A Kind of difference.
type Kind = change.Kind

// The kinds of difference. Those of the first group are conventions of reporting and
// always minor. Those of the second are minor unless a claim hangs on the words, as
// most of them do in a quote that has the transcript's own words. Those of the third
// are major, but for a Quantifier that is a step of degree ("most", "the vast
// majority") and a Truncation that leaves out what limits the words a little. The
// last is told by [Compare] alone: a passage that stands elsewhere, minor.
const (
	Spelling    = change.Spelling
	Contraction = change.Contraction
	Filler      = change.Filler
	Ellipsis    = change.Ellipsis
	Bracket     = change.Bracket
	NumberStyle = change.NumberStyle

	Substitution = change.Substitution
	Insertion    = change.Insertion
	Omission     = change.Omission
	Order        = change.Order

	Number      = change.Number
	Date        = change.Date
	Name        = change.Name
	Negation    = change.Negation
	Quantifier  = change.Quantifier
	Modality    = change.Modality
	Antonym     = change.Antonym
	Splice      = change.Splice
	Truncation  = change.Truncation
	Attribution = change.Attribution
	WrongSource = change.WrongSource

	Move = change.Move
)

// Kinds are the kinds of difference that a quote may have, in the order of the
// constants: all but [Move].
func Kinds() []Kind { return change.Kinds() }

// A Severity says whether a difference decides the verdict.
type Severity = change.Severity

// The severities.
const (
	Minor = change.Minor
	Major = change.Major
)

// A Difference is a place where the report departs from the transcript. Both
// spans are given; one is empty where something was put in or left out.
type Difference struct {
	Kind       Kind
	Severity   Severity
	Confidence float64   // of the differences with confidence c a share c is held against the report by a reader
	Report     text.Span // of the report
	Transcript int       // the number of the transcript
	Source     text.Span // of the transcript

	evidence cause.Evidence
	doubted  bool
	loose    bool // of a retelling: it may as well be another wording
}

// A Claim is a quote to be checked, with what its finder says of it.
type Claim struct {
	ID     string // the caller's own name for it; may be empty
	Quote  speech.Quote
	Source string // the name of the transcript that is claimed; empty where none is

	Cited bool        // Source is said to have these very words: however few they are, they are there or not
	Cites []text.Span // the claims of citations that this one stands on, by the first span of each
}

// A Match is a place a quote may have come from, with who speaks there.
type Match struct {
	align.Match
	Speaker string // whose words they are
	Via     string // who read them out or cited them, if somebody did
	Close   bool   // most words of the quote are the transcript's own, in its order

	// Meaning is how alike in meaning the quote and the place in another language
	// are, from 0 to 1 as the embedder has it: of several sentences the least alike.
	// 0 where the place was found by its words. Such a place is never accepted, and
	// has no Score: how likely it is right nobody knows. Its Pairs are numbers, dates
	// and names.
	Meaning float64
}

// A Finding is what was found out about one quote.
type Finding struct {
	Claim
	Verdict     Verdict
	Reason      Reason  // of Unchecked
	Score       float64 // of the best match
	Matches     []Match // best first; rejected candidates too
	Differences []Difference
	Fault       *Fault // of one that is Unchecked for Internal, or that the embedder failed over

	cited    []passage         // what it cites, in the transcripts
	compared align.Match       // the best match as it was compared; it may have been widened since
	parts    []part            // of a quote of several sentences that was not placed as a whole
	lacks    []part            // of these the ones that the first match has no place for
	lack     *absence.Evidence // of one that is Unsupported, or might have been
	vouched  bool              // accepted only since the report's other quotes vouch for it
}

// An Assessment sums up a report.
type Assessment string

// The assessments.
const (
	QuotesThese     Assessment = "quotes these transcripts"
	InPart          Assessment = "in part"
	DifferentSpeech Assessment = "different speech"
	CannotTell      Assessment = "cannot tell"
	NothingToCheck  Assessment = "nothing to check"
)

// A Report is what was found out about one document.
type Report struct {
	Document    *text.Document
	Transcripts []*Transcript
	Findings    []Finding // in document order
	Assessment  Assessment
	Retold      bool  // it seems to quote another translation than the transcripts
	Quoted      []int // how many words of each transcript its accepted quotes came from

	// Warnings are what of the document could not be read, and that quotes of it
	// were not checked because there are more than Options.MaxQuotes.
	Warnings []string

	retold bool            // its quotes were compared as another translation's
	wanted context.Context // who asked for it, until it is given; nil otherwise
}

// A Transcript is a document with its turns.
type Transcript struct {
	*text.Document
	Turns    []speech.Turn
	Warnings []string // what of it may have been read wrongly, for people

	Unread bool // lines that look like labels were not read
}

// Options of a Checker. The zero value is right for complete transcripts.
type Options struct {
	Excerpt bool // the transcripts are known to be incomplete: nothing is Unsupported

	// Speakers tells who speaks under a label of the transcripts, in capitals or
	// not: "SPEAKER_01" → "Ada Lund".
	Speakers map[string]string

	// MaxQuotes is how many quotes of a report are checked, the first ones; those
	// behind them are no findings, and the report has a warning. 0 or less is [MostQuotes].
	MaxQuotes int

	// MaxSteps is how many steps the word diff of two versions takes besides 64 for each
	// word, as [align.DiffWithin] counts them; MaxComparisons is how many sentences of
	// each of two versions are looked for in the other through other words, the first
	// that are left. Where there is more to do [Compare] goes without it, and says so
	// in its Warnings. 0 or less are [align.MostSteps] and [MostComparisons].
	MaxSteps, MaxComparisons int

	// Embedder finds the places of quotes in transcripts of another language, by what
	// they mean: see [Match.Meaning]. It is asked for the sentences of such a transcript
	// once, when the first quote needs it, and for the quotes of a report some at a time;
	// nothing is asked where all is in one language. Such quotes stay Unchecked. Where it
	// fails they have a [Fault]. May be nil.
	Embedder align.Embedder

	// Among tells of the transcripts that those of the Checker were picked from, for
	// their words, out of very many: who speaks there, and in what languages. Nil
	// where the Checker has all.
	Among *Among
}

// MostQuotes is the number of quotes of a report that are checked where Options do not
// say another: more than in any book.
const MostQuotes = 100_000

// MostComparisons is the number of sentences of a version that are looked for in another
// where Options do not say another.
const MostComparisons = 100_000

// mostComparisons is how many sentences of a version are looked for in another.
func (o Options) mostComparisons() int { return cmp.Or(max(0, o.MaxComparisons), MostComparisons) }

// mostQuotes is how many quotes of a report are checked.
func (o Options) mostQuotes() int { return cmp.Or(max(0, o.MaxQuotes), MostQuotes) }
