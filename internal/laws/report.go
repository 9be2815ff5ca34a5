package laws

import "github.com/quoteprov/quoteprov/provenance"

// Report holds a report to the laws that hold for each.
func Report(tell Tell, r *provenance.Report) {
	if err := r.Err(); err != nil {
		tell("%v\n%s", err, firstStack(r))
	}
	Spans(tell, r)
	cover(tell, r.Document)
	for _, tr := range r.Transcripts {
		cover(tell, tr.Document)
	}
	for _, f := range r.Findings {
		finding(tell, r, f)
	}
}

func firstStack(r *provenance.Report) []byte {
	for _, f := range r.Findings {
		if f.Fault != nil {
			return f.Fault.Stack
		}
	}
	return nil
}

// finding holds the places of a finding to those of its quote and matches,
// and its verdict to its differences.
func finding(tell Tell, r *provenance.Report, f provenance.Finding) {
	spans := f.Quote.Spans
	quoted := spans[0].Cover(spans[len(spans)-1])
	for _, d := range f.Differences {
		switch d.Kind {
		case provenance.Attribution, provenance.WrongSource:
		case provenance.Date:
			if !quoted.Contains(d.Report) && d.Report != r.Document.Meta.PublishedSpan {
				tell("the difference %s at %v lies outside of the quote at %v", d.Kind, d.Report, spans)
			}
		default:
			if !quoted.Contains(d.Report) {
				tell("the difference %s at %v lies outside of the quote at %v", d.Kind, d.Report, spans)
			}
		}
	}
	for _, m := range f.Matches {
		pairs(tell, r, f, m)
	}
	if f.Verdict == provenance.Verbatim && len(f.Differences) > 0 {
		tell("verbatim with a difference: %v", f.Differences[0])
	}
	if (f.Verdict == provenance.Unchecked) != (f.Reason != "") {
		tell("%s for the reason %q", f.Verdict, f.Reason)
	}
}

// pairs holds the pairs of a match to words of the quote and of the transcript.
func pairs(tell Tell, r *provenance.Report, f provenance.Finding, m provenance.Match) {
	if len(m.Spans) == 0 || m.Score < 0 || m.Score > 1 {
		tell("a match with %d spans and the score %v", len(m.Spans), m.Score)
	}
	spans := f.Quote.Spans
	words := r.Document.WordsIn(spans[0].Cover(spans[len(spans)-1]))
	said := len(r.Transcripts[m.Transcript].Words)
	for _, p := range m.Pairs {
		if p.Quote < words.Start || p.Quote >= words.End || p.Source < 0 || p.Source >= said {
			tell("a pair %v outside of the words %v", p, words)
		}
	}
}
