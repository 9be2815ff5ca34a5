package laws

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/quoteprov/quoteprov/internal/invent"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Case holds an invented report of an invented speech to the laws of a report, and
// what was said to being found when it is quoted. It counts, too, how often a fact
// may be changed unseen.
func Case(tell Tell, c invent.Case, unseen *Rate) {
	transcripts := Structure(tell, c)
	alone := provenance.New(transcripts[:1], provenance.Options{})
	for _, s := range whole(transcripts[0], c.Said) {
		verbatim(tell, alone, s)
		notAccepted(tell, alone, s, unseen)
	}
}

// Structure holds an invented report to the laws that no words may break: of documents
// and places, and that a second answer is the first. It gives the transcripts.
func Structure(tell Tell, c invent.Case) []*text.Document {
	report, transcripts := Documents(c)
	for _, d := range append(transcripts, report) {
		Document(tell, d)
	}
	checker := provenance.New(transcripts, provenance.Options{})
	r := checker.Check(report)
	Report(tell, r)
	if again := checker.Check(report); !reflect.DeepEqual(r.Findings, again.Findings) {
		tell("a second answer differs from the first")
	}
	return transcripts
}

// Documents are the report of a case and its transcripts, the one quoted first.
func Documents(c invent.Case) (report *text.Document, transcripts []*text.Document) {
	report = normalize.Text("report", c.Report)
	report.Meta.Published = c.Reported
	for i, src := range append([][]byte{c.Transcript}, c.Others...) {
		d := normalize.Text(fmt.Sprintf("transcript %d", i+1), src)
		d.Meta.Published = c.Spoken
		transcripts = append(transcripts, d)
	}
	return report, transcripts
}

// whole are the sentences that are long and rare enough to be placed, kept and still
// whole. What is said twice may be damaged once, and is left out.
func whole(transcript *text.Document, said []string) []string {
	kept := Words(transcript.Kept(text.Span{End: len(transcript.Text)}))
	all := strings.Join(said, " ")
	var out []string
	for _, s := range said {
		once := strings.Count(all, s) == 1
		if len(strings.Fields(s)) >= 12 && once && strings.Contains(transcript.Text, s) && strings.Contains(kept, Words(s)) {
			out = append(out, s)
		}
	}
	return out
}

// verbatim holds a sentence of the transcript to being so where it stands, but for
// what the sentence beside it takes back.
func verbatim(tell Tell, c *provenance.Checker, s string) {
	f := Quote(c, s)
	cut := f.Verdict == provenance.Altered
	for _, d := range f.Differences {
		cut = cut && d.Kind == provenance.Truncation
	}
	if f.Verdict != provenance.Verbatim && !cut {
		tell("%s %s: “%s”%s", f.Verdict, f.Reason, s, Differences(c, f))
	} else if got := Words(c.Transcripts()[0].KeptAll(f.Matches[0].Spans)); got != Words(s) {
		tell("“%s” is placed at “%s”", s, got)
	}
}

// notAccepted holds a sentence of the transcript with a fact changed to being
// accepted nowhere.
func notAccepted(tell Tell, c *provenance.Checker, s string, unseen *Rate) {
	if len(aNegator.FindAllString(s, 2)) > 1 {
		return // two may say what none does
	}
	d := c.Transcripts()[0]
	kept := Words(d.Kept(text.Span{End: len(d.Text)}))
	for _, other := range ChangedFacts(s) {
		if strings.Contains(kept, Words(other)) {
			continue
		}
		f := Quote(c, other)
		accepted := isFound(f) && !isAltered(f)
		unseen.count(accepted)
		if accepted && !aName.MatchString(s) {
			tell("%s: “%s” of “%s”%s", f.Verdict, other, s, Differences(c, f))
		}
	}
}
