package record

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// New is the record of reports that were held to the same transcripts. For
// reports that come one after the other, keep a [Maker].
func New(reports ...*provenance.Report) Record {
	var transcripts []*provenance.Transcript
	if len(reports) > 0 {
		transcripts = reports[0].Transcripts
	}
	return NewMaker(transcripts).Record(reports...)
}

// A Maker makes records of reports that are held to the same transcripts, and
// reads each of these once. It is safe for concurrent use.
type Maker struct {
	order []*provenance.Transcript
	known map[*provenance.Transcript]*known
}

// known is what is worked out of a transcript when it is first asked for.
type known struct {
	record func() Transcript
	lines  func() *text.Lines
}

// NewMaker is a Maker for these transcripts.
func NewMaker(transcripts []*provenance.Transcript) *Maker {
	m := &Maker{order: transcripts, known: map[*provenance.Transcript]*known{}}
	for _, t := range transcripts {
		m.known[t] = &known{
			record: sync.OnceValue(func() Transcript { return transcriptOf(t) }),
			lines:  sync.OnceValue(t.Lines),
		}
	}
	return m
}

// Record is the record of reports, with all the transcripts.
func (m *Maker) Record(reports ...*provenance.Report) Record {
	out := Record{Version: Version, Tool: Tool, Reports: []Report{}, Errors: []Problem{}}
	for _, r := range reports {
		out.Reports = append(out.Reports, m.report(r))
		for _, f := range r.Findings {
			if f.Fault != nil {
				out.Errors = append(out.Errors, Problem{r.Document.Name, f.Fault.Error()})
			}
		}
	}
	out.Transcripts = m.Transcripts()
	return out
}

// Transcripts are the records of all transcripts.
func (m *Maker) Transcripts() []Transcript {
	out := []Transcript{}
	for _, t := range m.order {
		out = append(out, m.known[t].record())
	}
	return out
}

// Line is the record of one report with those transcripts alone that one of its
// quotes has a match in: a line of JSON Lines.
func (m *Maker) Line(r *provenance.Report) Record {
	named := map[int]bool{}
	for _, f := range r.Findings {
		for _, x := range f.Matches {
			named[x.Transcript] = true
		}
	}
	few := &Maker{known: m.known}
	for i, t := range r.Transcripts {
		if named[i] {
			few.order = append(few.order, t)
		}
	}
	return few.Record(r)
}

func (m *Maker) report(r *provenance.Report) Report {
	d := r.Document
	out := Report{
		Name: d.Name, Title: d.Meta.Title, Byline: d.Meta.Byline, Credit: d.Meta.Credit,
		Published: d.Meta.Published, URL: d.Meta.URL, SHA256: digest(d), Offsets: offsets(d),
		Assessment: string(r.Assessment), Retold: r.Retold,
		Quoted: []Quoted{}, Quotes: []Quote{}, Removed: removed(d), Document: d,
		Warnings: slices.Clone(r.Warnings),
	}
	for i, n := range r.Quoted {
		if n > 0 {
			out.Quoted = append(out.Quoted, Quoted{r.Transcripts[i].Name, n, len(r.Transcripts[i].Words)})
		}
	}
	lines := d.Lines()
	for _, f := range r.Findings {
		q := m.quote(r, f)
		if len(f.Quote.Spans) > 0 {
			q.Line, q.Column = lines.Position(f.Quote.Spans[0].Start)
		}
		out.Quotes = append(out.Quotes, q)
	}
	return out
}

func (m *Maker) quote(r *provenance.Report, f provenance.Finding) Quote {
	d := r.Document
	q := Quote{
		ID: id(r, f), Ref: f.ID, Kind: f.Quote.Kind.String(), Text: d.KeptAll(f.Quote.Spans),
		Spans: spans(d, f.Quote.Spans), Places: f.Quote.Spans, Speaker: speakerOf(d, f),
		Verdict: string(f.Verdict), Reason: string(f.Reason), Claimed: f.Source, Score: display.Round(f.Score),
		Matches: []Match{}, Differences: []Difference{}, Redline: redlineOf(r, f),
	}
	for i, x := range f.Matches {
		t := r.Transcripts[x.Transcript]
		q.Matches = append(q.Matches, m.match(t, x))
		if i == 0 {
			before, after := t.Around(x.Spans)
			q.Matches[0].Before, q.Matches[0].After = t.Kept(before), t.Kept(after)
		}
	}
	for _, x := range f.Differences {
		q.Differences = append(q.Differences, differenceOf(r, f, x))
	}
	if len(f.Matches) > 0 && (f.Verdict == provenance.Paraphrase || f.Reason == provenance.Language) {
		m := f.Matches[0]
		q.Compared = compared(r.Document, r.Transcripts[m.Transcript].Document, m)
	}
	return q
}

func differenceOf(r *provenance.Report, f provenance.Finding, x provenance.Difference) Difference {
	t := r.Transcripts[x.Transcript]
	return Difference{
		Kind: string(x.Kind), Severity: string(x.Severity), Note: explain(r, f, x),
		Confidence: display.Round(x.Confidence), Doubted: x.Doubted(),
		Report: side(r.Document, x.Report, ""), Source: side(t.Document, x.Source, t.Name),
	}
}

func speakerOf(d *text.Document, f provenance.Finding) *Speaker {
	s := f.Quote.Speaker
	if s == nil {
		return nil
	}
	certain := s.Certain || s.How == speech.BySource
	return &Speaker{
		Name:    s.Name,
		Mention: d.Kept(s.Mention),
		Certain: certain,
		Span:    span(d, s.Mention),
	}
}

func (m *Maker) match(t *provenance.Transcript, x provenance.Match) Match {
	out := Match{
		Transcript: t.Name, Text: t.KeptAll(x.Spans), Speaker: x.Speaker, Via: x.Via,
		Score: display.Round(x.Score), Found: x.Accepted, Exact: x.Exact, Meaning: display.Round(x.Meaning),
		Spans: spans(t.Document, x.Spans), Places: x.Spans,
		Link: link(t.Document, x.Spans),
	}
	if k := m.known[t]; k != nil && len(x.Spans) > 0 {
		out.Line, out.Column = k.lines().Position(x.Spans[0].Start)
	}
	if a, ok := anchor(t.Document, x.Spans); ok {
		out.Page = a.Page
		if a.To > 0 {
			from, to := a.From.Seconds(), a.To.Seconds()
			out.From, out.To = &from, &to
		}
	}
	return out
}

func transcriptOf(t *provenance.Transcript) Transcript {
	d := t.Document
	out := Transcript{
		Name: t.Name, SHA256: digest(d), Title: d.Meta.Title, Date: d.Meta.Published,
		URL: d.Meta.URL, Offsets: offsets(d), Warnings: slices.Clone(t.Warnings),
		Turns: []Turn{}, Removed: removed(d), Document: d,
	}
	for _, x := range t.Turns {
		out.Turns = append(out.Turns, Turn{
			Speaker: x.Speaker, Via: x.Via, Span: span(d, x.Span),
			Place: x.Span, Labelled: x.Label.Len() > 0 && d.Kept(x.Label) != "",
		})
	}
	return out
}

// anchor is the time or page of the first span, up to the end of the last one.
func anchor(d *text.Document, spans []text.Span) (text.Anchor, bool) {
	var out text.Anchor
	found := false
	for _, s := range spans {
		for _, a := range d.AnchorsIn(s) {
			if !found {
				out, found = a, true
			}
			out.From, out.To = min(out.From, a.From), max(out.To, a.To)
		}
	}
	return out, found
}

func removed(d *text.Document) []Removal {
	out := []Removal{}
	for _, r := range d.Removed {
		out = append(out, Removal{Span: span(d, r.Span), Text: d.Read(r.Span), Reason: r.Reason})
	}
	return out
}

func side(d *text.Document, s text.Span, transcript string) Side {
	return Side{Transcript: transcript, Span: span(d, s), Text: d.Kept(s)}
}

func spans(d *text.Document, ss []text.Span) []Span {
	out := []Span{}
	for _, s := range ss {
		out = append(out, span(d, s))
	}
	return out
}

func span(d *text.Document, s text.Span) Span { return Span(d.File(s)) }

func offsets(d *text.Document) string {
	if d.Extracted {
		return "text"
	}
	return "file"
}

func digest(d *text.Document) string {
	sum := sha256.Sum256([]byte(d.Source))
	return hex.EncodeToString(sum[:])
}
