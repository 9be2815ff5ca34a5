package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// The JSON of contract version 1: names and meaning of these fields never
// change, new ones may be added.
type (
	jsonAnswer struct {
		Version     int              `json:"version"`
		Tool        string           `json:"tool"`
		Reports     []jsonReport     `json:"reports"`
		Errors      []jsonError      `json:"errors"`
		Transcripts []jsonTranscript `json:"transcripts"`
	}
	jsonError struct {
		Name  string `json:"name"`
		Error string `json:"error"`
	}
	jsonReport struct {
		Name       string        `json:"name"`
		Title      string        `json:"title,omitempty"`
		Byline     string        `json:"byline,omitempty"`
		Credit     string        `json:"credit,omitempty"`
		Published  string        `json:"published,omitempty"`
		SHA256     string        `json:"sha256"`
		Offsets    string        `json:"offsets"`
		Assessment string        `json:"assessment"`
		Retold     bool          `json:"retold"` // seems to quote another translation
		Quoted     []jsonQuoted  `json:"quoted"` // how much of each transcript, where it is more than nothing
		Quotes     []jsonQuote   `json:"quotes"`
		Removed    []jsonRemoval `json:"removed"`
	}
	jsonTranscript struct {
		Name     string        `json:"name"`
		SHA256   string        `json:"sha256"`
		Title    string        `json:"title,omitempty"`
		Date     string        `json:"date,omitempty"`
		URL      string        `json:"url,omitempty"`
		Offsets  string        `json:"offsets"`
		Warnings []string      `json:"warnings,omitempty"`
		Turns    []jsonTurn    `json:"turns"`
		Removed  []jsonRemoval `json:"removed"`
	}
	jsonQuote struct {
		ID          string           `json:"id,omitempty"`
		Kind        string           `json:"kind"`
		Text        string           `json:"text"`
		Spans       []jsonSpan       `json:"spans"`
		Speaker     *jsonSpeaker     `json:"speaker"`
		Verdict     string           `json:"verdict"`
		Reason      string           `json:"reason,omitempty"`
		Score       float64          `json:"score"`
		Matches     []jsonMatch      `json:"matches"`
		Differences []jsonDifference `json:"differences"`
	}
	jsonQuoted struct {
		Transcript string `json:"transcript"`
		Words      int    `json:"words"`
		Of         int    `json:"of"`
	}
	jsonSpan struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	jsonSpeaker struct {
		Name    string `json:"name"`
		Mention string `json:"mention"`
		Certain bool   `json:"certain"` // the quote's own attribution names him
		jsonSpan
	}
	jsonMatch struct {
		Transcript string     `json:"transcript"`
		Text       string     `json:"text"`
		Speaker    string     `json:"speaker,omitempty"`
		Via        string     `json:"via,omitempty"`
		Score      float64    `json:"score"`
		Spans      []jsonSpan `json:"spans"`
		From       *float64   `json:"from,omitempty"` // seconds, where the transcript has times
		To         *float64   `json:"to,omitempty"`
		Page       int        `json:"page,omitempty"`
		Before     string     `json:"before,omitempty"` // what stands right before and after it; of the best match
		After      string     `json:"after,omitempty"`
	}
	jsonDifference struct {
		Kind       string   `json:"kind"`
		Severity   string   `json:"severity"`
		Confidence float64  `json:"confidence"`
		Report     jsonSide `json:"report"`
		Source     jsonSide `json:"source"`
	}
	jsonSide struct {
		Transcript string `json:"transcript,omitempty"`
		jsonSpan
		Text string `json:"text"`
	}
	jsonTurn struct {
		Speaker string `json:"speaker"`
		Via     string `json:"via,omitempty"`
		jsonSpan
	}
	jsonRemoval struct {
		jsonSpan
		Text   string `json:"text"`
		Reason string `json:"reason"`
	}
)

// An Unread is an input that could not be read.
type Unread struct {
	Name string
	Err  error
}

// JSON writes the reports as one JSON object of contract version 1. The
// transcripts are those that the reports were checked against. Its errors are
// the inputs that could not be read and the quotes that could not be judged.
func JSON(w io.Writer, transcripts []*provenance.Transcript, reports []*provenance.Report, unread ...Unread) error {
	a := jsonAnswer{
		Version: 1, Tool: Tool, Reports: []jsonReport{}, Errors: []jsonError{}, Transcripts: []jsonTranscript{},
	}
	for _, u := range unread {
		a.Errors = append(a.Errors, jsonError{u.Name, u.Err.Error()})
	}
	for _, r := range reports {
		a.Reports = append(a.Reports, reportJSON(r))
		for _, f := range r.Findings {
			if f.Fault != nil {
				a.Errors = append(a.Errors, jsonError{r.Document.Name, f.Fault.Error()})
			}
		}
	}
	for _, t := range transcripts {
		a.Transcripts = append(a.Transcripts, transcriptJSON(t))
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(a)
}

func reportJSON(r *provenance.Report) jsonReport {
	d := r.Document
	out := jsonReport{
		Name: d.Name, Title: d.Meta.Title, Byline: d.Meta.Byline, Credit: d.Meta.Credit, Published: d.Meta.Published,
		SHA256: digest(d), Offsets: offsets(d), Assessment: string(r.Assessment), Retold: r.Retold,
		Quoted: []jsonQuoted{}, Quotes: []jsonQuote{}, Removed: removed(d),
	}
	for i, n := range r.Quoted {
		if n > 0 {
			out.Quoted = append(out.Quoted, jsonQuoted{r.Transcripts[i].Name, n, len(r.Transcripts[i].Words)})
		}
	}
	for _, f := range r.Findings {
		out.Quotes = append(out.Quotes, findingJSON(r, f))
	}
	return out
}

func findingJSON(r *provenance.Report, f provenance.Finding) jsonQuote {
	d := r.Document
	q := jsonQuote{
		ID: f.ID, Kind: f.Quote.Kind.String(), Text: Joined(d, f.Quote.Spans), Spans: spans(d, f.Quote.Spans),
		Speaker: speakerJSON(d, f),
		Verdict: string(f.Verdict), Reason: string(f.Reason), Score: round(f.Score),
		Matches: []jsonMatch{}, Differences: []jsonDifference{},
	}
	for _, m := range f.Matches {
		q.Matches = append(q.Matches, matchJSON(r.Transcripts[m.Transcript], m))
	}
	if len(f.Matches) > 0 {
		t := r.Transcripts[f.Matches[0].Transcript]
		before, after := t.Around(f.Matches[0].Spans)
		q.Matches[0].Before, q.Matches[0].After = t.Kept(before), t.Kept(after)
	}
	for _, x := range f.Differences {
		t := r.Transcripts[x.Transcript]
		q.Differences = append(q.Differences, jsonDifference{
			Kind: string(x.Kind), Severity: string(x.Severity), Confidence: round(x.Confidence),
			Report: side(d, x.Report, ""), Source: side(t.Document, x.Source, t.Name),
		})
	}
	return q
}

func speakerJSON(d *text.Document, f provenance.Finding) *jsonSpeaker {
	s := f.Quote.Speaker
	if s == nil {
		return nil
	}
	certain := s.Certain || s.How == speech.BySource
	return &jsonSpeaker{Name: s.Name, Mention: d.Kept(s.Mention), Certain: certain, jsonSpan: span(d, s.Mention)}
}

func matchJSON(t *provenance.Transcript, m provenance.Match) jsonMatch {
	out := jsonMatch{
		Transcript: t.Name, Text: Joined(t.Document, m.Spans), Speaker: m.Speaker, Via: m.Via,
		Score: round(m.Score), Spans: spans(t.Document, m.Spans),
	}
	if a, ok := anchor(t.Document, m.Spans); ok {
		out.Page = a.Page
		if a.To > 0 {
			from, to := a.From.Seconds(), a.To.Seconds()
			out.From, out.To = &from, &to
		}
	}
	return out
}

func transcriptJSON(t *provenance.Transcript) jsonTranscript {
	out := jsonTranscript{
		Name: t.Name, SHA256: digest(t.Document), Title: t.Meta.Title, Date: t.Meta.Published, URL: t.Meta.URL,
		Offsets: offsets(t.Document), Warnings: t.Warnings, Turns: []jsonTurn{}, Removed: removed(t.Document),
	}
	for _, x := range t.Turns {
		out.Turns = append(out.Turns, jsonTurn{Speaker: x.Speaker, Via: x.Via, jsonSpan: span(t.Document, x.Span)})
	}
	return out
}

func removed(d *text.Document) []jsonRemoval {
	out := []jsonRemoval{}
	for _, r := range d.Removed {
		out = append(out, jsonRemoval{jsonSpan: span(d, r.Span), Text: d.Read(r.Span), Reason: r.Reason})
	}
	return out
}

func side(d *text.Document, s text.Span, transcript string) jsonSide {
	return jsonSide{Transcript: transcript, jsonSpan: span(d, s), Text: d.Kept(s)}
}

func spans(d *text.Document, ss []text.Span) []jsonSpan {
	out := []jsonSpan{}
	for _, s := range ss {
		out = append(out, span(d, s))
	}
	return out
}

func span(d *text.Document, s text.Span) jsonSpan { return jsonSpan(d.File(s)) }

func offsets(d *text.Document) string {
	if d.Extracted {
		return "text"
	}
	return "file"
}

func digest(d *text.Document) string {
	sum := sha256.Sum256(d.Source)
	return hex.EncodeToString(sum[:])
}

// round keeps four decimals, so that a score reads the same everywhere.
func round(x float64) float64 { return float64(int(x*10000+0.5)) / 10000 }
