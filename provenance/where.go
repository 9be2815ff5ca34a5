package provenance

import "github.com/quoteprov/quoteprov/text"

// A Place is words of a document, with where they stand in its file.
type Place struct {
	Text   string // on one line, the pieces joined
	Name   string // of the document
	Line   int    // from 1
	Column int    // from 1, in characters
	File   []text.FileSpan
}

// Outcome is the verdict and, of a quote that was not checked, why: "altered",
// "unchecked (too-short)".
func (f Finding) Outcome() string {
	if f.Reason == "" {
		return string(f.Verdict)
	}
	return string(f.Verdict) + " (" + string(f.Reason) + ")"
}

// Where tells where the words of a finding stand in the report, and where those in
// the transcript that they came from. Source and the transcript are zero where no
// place is claimed: of a quote that is Unsupported, or Unchecked for another reason
// than Fragment. It takes O(n) of both files; for all findings of a long report ask
// package record.
func (r *Report) Where(f Finding) (quote, source Place, from *Transcript) {
	quote = placeIn(r.Document, f.Quote.Spans)
	m, ok := f.best()
	claimed := f.Verdict != Unchecked || f.Reason == Fragment
	if !ok || !claimed {
		return quote, Place{}, nil
	}
	from = r.Transcripts[m.Transcript]
	return quote, placeIn(from.Document, m.Spans), from
}

func placeIn(d *text.Document, spans []text.Span) Place {
	p := Place{Text: d.KeptAll(spans), Name: d.Name}
	for i, s := range spans {
		if i == 0 {
			p.Line, p.Column = d.Position(s.Start)
		}
		p.File = append(p.File, d.File(s))
	}
	return p
}
