// Package record is what the program says of reports, as data: the JSON of the
// contract, version 1, and the Go types of the same names. Every other format is
// made of it.
//
//	r := provenance.Check(report, speech)
//	rec := record.New(r)
//	for _, q := range rec.Reports[0].Quotes {
//		fmt.Println(q.Plain(), q.Line, q.Text)
//	}
//	err := record.Encode(os.Stdout, rec)
//
// A record stands for itself: it can be stored, sent and read again with [Decode],
// without the files it tells of. schema.json beside this file is its JSON Schema.
// Names and meaning of the fields of version 1 never change; new ones may be added.
//
// All offsets are bytes, half open, of the file as it is on disk, or, where
// Offsets is "text", of what `checker extract` prints. An empty text has
// Start = End at the gap. Arrays are in document order, matches best first.
package record

import (
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/text"
)

// Version is that of the contract which records follow.
const Version = 1

// Tool is the program's version and that of its data, as every output names it.
const Tool = "quoteprov 0.1.0"

// Notice is what every output for people says.
const Notice = "This compares texts and judges neither truth nor intent. " +
	"A transcript may be edited, incomplete or itself a translation."

// A Record is what was found out about some reports.
type Record struct {
	Version     int          `json:"version"`
	Tool        string       `json:"tool"`
	Reports     []Report     `json:"reports"`
	Errors      []Problem    `json:"errors"`
	Skipped     []Skipped    `json:"skipped,omitempty"` // what lay in a folder and is no input
	Transcripts []Transcript `json:"transcripts"`       // those the reports were held to
}

// A Problem is an input that could not be read, or a quote that could not be
// judged.
type Problem struct {
	Name  string `json:"name"`
	Error string `json:"error"`
}

// Notes are what of the reports and of what they were held to was not read, was not
// checked or may have been read wrongly, each with its file, of which its words tell.
func (r Record) Notes() (out []Problem) {
	add := func(name string, warnings []string) {
		for _, w := range warnings {
			out = append(out, Problem{name, regular.About(name, w)})
		}
	}
	for _, x := range r.Reports {
		add(x.Name, x.Warnings)
	}
	for _, t := range r.Transcripts {
		add(t.Name, t.Warnings)
	}
	return out
}

// A Skipped is something in a folder that was not read, since it is of no known
// format, no regular file, hidden, or a link that leads out of the folder.
type Skipped struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// A Report is what was found out about one document.
type Report struct {
	Name       string    `json:"name"` // the path as given
	Title      string    `json:"title,omitempty"`
	Byline     string    `json:"byline,omitempty"`
	Credit     string    `json:"credit,omitempty"`
	Published  string    `json:"published,omitempty"` // 2006-01-02
	URL        string    `json:"url,omitempty"`
	SHA256     string    `json:"sha256"`
	Offsets    string    `json:"offsets"` // "file" or "text"
	Assessment string    `json:"assessment"`
	Retold     bool      `json:"retold"` // it seems to quote another translation
	Quoted     []Quoted  `json:"quoted"` // how much of each transcript, where it is more than nothing
	Quotes     []Quote   `json:"quotes"`
	Removed    []Removal `json:"removed"`
	Warnings   []string  `json:"warnings,omitempty"` // what of it could not be read or was not checked

	Document *text.Document `json:"-"` // what was read; nil in a record that was read from JSON
}

// A Transcript is one that reports were held to.
type Transcript struct {
	Name     string    `json:"name"`
	SHA256   string    `json:"sha256"`
	Title    string    `json:"title,omitempty"`
	Date     string    `json:"date,omitempty"` // 2006-01-02
	URL      string    `json:"url,omitempty"`
	Offsets  string    `json:"offsets"`            // "file" or "text"
	Warnings []string  `json:"warnings,omitempty"` // what of it may have been read wrongly
	Turns    []Turn    `json:"turns"`
	Removed  []Removal `json:"removed"`

	Document *text.Document `json:"-"` // what was read; nil in a record that was read from JSON
}

// A Quote is one quotation of a report and what became of its words.
type Quote struct {
	ID          string       `json:"id"`            // of quote, source and kinds; stands until one of them changes
	Ref         string       `json:"ref,omitempty"` // the caller's own name for it
	Kind        string       `json:"kind"`          // direct, partial or indirect
	Text        string       `json:"text"`
	Spans       []Span       `json:"spans"`
	Line        int          `json:"line"` // from 1, as Column, which counts characters
	Column      int          `json:"column"`
	Speaker     *Speaker     `json:"speaker"` // nil where nobody is named
	Verdict     string       `json:"verdict"`
	Reason      string       `json:"reason,omitempty"`   // of unchecked
	Claimed     string       `json:"claimed,omitempty"`  // the transcript that is claimed
	Accepted    *Acceptance  `json:"accepted,omitempty"` // by whom it was looked into and found in order
	Score       float64      `json:"score"`              // of the first match, from 0 to 1
	Compared    string       `json:"compared,omitempty"` // of paraphrase, and in another language: what was compared
	Matches     []Match      `json:"matches"`
	Differences []Difference `json:"differences"`
	Redline     *Redline     `json:"redline,omitempty"` // nil where both sides read the same, or no source is claimed

	Places []text.Span `json:"-"` // Spans in the text of Report.Document
}

// An Acceptance is a person's word that a finding is in order.
type Acceptance struct {
	By     string `json:"by,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Quoted is how many words of a transcript the accepted quotes came from.
type Quoted struct {
	Transcript string `json:"transcript"`
	Words      int    `json:"words"`
	Of         int    `json:"of"`
}

// A Span is a range of bytes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A Speaker is whose words a report says they are.
type Speaker struct {
	Name    string `json:"name"`
	Mention string `json:"mention"` // the report's word for him: "he"
	Certain bool   `json:"certain"` // the quote's own attribution names him
	Span
}

// A Match is a place that a quote may have come from; rejected ones are given too.
type Match struct {
	Transcript string   `json:"transcript"`
	Text       string   `json:"text"`
	Speaker    string   `json:"speaker,omitempty"`
	Via        string   `json:"via,omitempty"` // who read out or cited the words of Speaker
	Score      float64  `json:"score"`
	Found      bool     `json:"found"`             // likely enough to be claimed as the source
	Exact      bool     `json:"exact"`             // found by its very words
	Meaning    float64  `json:"meaning,omitempty"` // in another language: how alike, from 0 to 1; its Score is 0
	Spans      []Span   `json:"spans"`
	Line       int      `json:"line"`
	Column     int      `json:"column"`
	Link       string   `json:"link,omitempty"` // to the words on the transcript's page
	From       *float64 `json:"from,omitempty"` // seconds, where the transcript has times
	To         *float64 `json:"to,omitempty"`
	Page       int      `json:"page,omitempty"`
	Before     string   `json:"before,omitempty"` // what stands right before and after it; of the first match
	After      string   `json:"after,omitempty"`

	Places []text.Span `json:"-"` // Spans in the text of Transcript.Document
}

// A Difference is a place where the report departs from the transcript.
type Difference struct {
	Kind       string  `json:"kind"`
	Severity   string  `json:"severity"`             // minor or major
	Confidence float64 `json:"confidence,omitempty"` // of those with confidence c a share c is held against the report
	Doubted    bool    `json:"doubted,omitempty"`    // would be major, were it surer
	Note       string  `json:"note"`                 // in plain words
	Report     Side    `json:"report"`
	Source     Side    `json:"source"`
}

// A Side is the words of a difference on one of the two sides; empty where there
// are none.
type Side struct {
	Transcript string `json:"transcript,omitempty"`
	Span
	Text string `json:"text"`
}

// A Redline is a quote and its source with the words marked that only one of them
// has.
type Redline struct {
	Report []Run `json:"report"`
	Source []Run `json:"source"`
}

// A Run is words that stand on both sides, or on one only.
type Run struct {
	Text string `json:"text"`
	Only bool   `json:"only,omitempty"`
}

// A Turn is what one speaker says before the next one does.
type Turn struct {
	Speaker string `json:"speaker"`
	Via     string `json:"via,omitempty"`
	Span

	Place    text.Span `json:"-"` // Span in the text of Transcript.Document
	Labelled bool      `json:"-"` // that text says who speaks
}

// A Removal is visible text that was left out.
type Removal struct {
	Span
	Text   string `json:"text"`
	Reason string `json:"reason"`
}
