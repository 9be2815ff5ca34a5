package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// explain says a difference in plain words.
func explain(r *provenance.Report, f provenance.Finding, x provenance.Difference) string {
	t := r.Transcripts[x.Transcript]
	here, there := brief(r.Document.Kept(x.Report)), brief(t.Kept(x.Source))
	switch x.Kind {
	case provenance.Attribution:
		says, said := f.Matches[0].Speaker, f.Quote.Speaker.Name
		return "this transcript gives these words to " + says + ", the report to " + said
	case provenance.WrongSource:
		if len(f.Cites) > 0 {
			return "stands in " + t.Name + ", but not in what is cited"
		}
		return "found in " + t.Name + ", not in " + f.Source + ", which is claimed"
	case provenance.Truncation:
		return truncation(f.Matches[0].Spans, x.Source) + " " + there
	case provenance.Splice:
		if holdsAny(x.Source, f.Matches[0].Spans) {
			return "the passages stand the other way round in the transcript: " + there
		}
		return "two passages are joined as if they followed each other; between them stands " + there
	case provenance.Ellipsis:
		return "left out openly: " + there
	case provenance.Date:
		of, given := r.Document.Meta, t.Meta.Published
		dated := of.Published != "" && given != ""
		if dated && x.Source.Len() == 0 && x.Report == of.PublishedSpan {
			return "the report is of " + of.Published + ", older than the speech, which was given on " + given
		}
	case provenance.Order:
		if x.Severity == provenance.Minor {
			return here + " stands elsewhere in the transcript's sentence"
		}
	}
	switch {
	case here == "":
		return there + " of the transcript is left out"
	case there == "":
		return here + " is not in the transcript"
	}
	return here + " where the transcript has " + there
}

// holdsAny reports whether a passage shares text with one of the spans.
func holdsAny(passage text.Span, spans []text.Span) bool {
	return slices.ContainsFunc(spans, func(s text.Span) bool { return passage.Overlap(s) > 0 })
}

// truncation says where the words at s were cut from the passage that was
// quoted.
func truncation(passage []text.Span, s text.Span) string {
	switch {
	case s.End <= passage[0].Start:
		return "the transcript's sentence begins"
	case s.Start >= passage[len(passage)-1].End:
		return "the transcript's sentence goes on"
	}
	return "what is left out limits what is quoted:"
}

// A longer passage is shown by its ends, with the number of its words.
const (
	longestPassage = 30
	passageEnds    = 10
)

// brief is a passage in quotation marks.
func brief(s string) string {
	words := strings.Fields(s)
	if n := len(words); n > longestPassage {
		head, tail := strings.Join(words[:passageEnds], " "), strings.Join(words[n-passageEnds:], " ")
		return fmt.Sprintf("“%s %s %s” (%d words)", head, cutMark, tail, n)
	}
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}
