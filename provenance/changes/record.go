package changes

import (
	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// A Record is a comparison as it stands in JSON: contract version 1, in which the
// names and meaning of fields never change and new ones may be added. Offsets are
// bytes of the file, or of the text of a container.
type Record struct {
	Version     int                 `json:"version"`
	Old         string              `json:"old"`
	New         string              `json:"new"`
	Same        bool                `json:"same"`
	Unrelated   bool                `json:"unrelated,omitempty"` // the two have nothing in common
	Bounded     bool                `json:"bounded,omitempty"`   // a limit of work was reached
	Warnings    []string            `json:"warnings,omitempty"`  // which, what was not done, and what of the two was not read
	Metadata    []Meta              `json:"metadata"`
	Differences []record.Difference `json:"differences"`
	Passages    []Passage           `json:"passages"`
}

// A Meta is what the versions say of themselves and not alike.
type Meta struct {
	Field string `json:"field"` // headline, date, byline
	Old   string `json:"old"`
	New   string `json:"new"`
}

// A Passage is sentences of both versions that belong together.
type Passage struct {
	Fate       string        `json:"fate"`
	Moved      bool          `json:"moved,omitempty"`
	Verdict    string        `json:"verdict,omitempty"`
	Speaker    string        `json:"speaker,omitempty"`
	OldSpeaker string        `json:"oldSpeaker,omitempty"`
	Old        []record.Span `json:"old"`
	New        []record.Span `json:"new"`
}

// Of is a comparison as a record.
func Of(c *provenance.Comparison) Record {
	old, new := c.Old.Document, c.New.Document
	r := Record{
		Version: 1, Old: old.Name, New: new.Name, Same: c.Same(), Unrelated: c.Unrelated, Bounded: c.Bounded,
		Warnings: notes(c), Metadata: []Meta{}, Differences: []record.Difference{}, Passages: []Passage{},
	}
	for _, m := range c.Meta {
		r.Metadata = append(r.Metadata, Meta{m.Field, m.Old, m.New})
	}
	for _, d := range c.Differences {
		r.Differences = append(r.Differences, record.Difference{
			Kind: string(d.Kind), Severity: string(d.Severity), Note: explain(c, d),
			Confidence: display.Round(d.Confidence), Doubted: d.Doubted(),
			Report: side(new, d.Report, ""), Source: side(old, d.Source, old.Name),
		})
	}
	for _, p := range c.Passages {
		r.Passages = append(r.Passages, Passage{
			Fate: string(p.Fate), Moved: p.Shifted, Verdict: string(p.Verdict),
			Speaker: p.Speaker, OldSpeaker: p.OldSpeaker, Old: places(old, p.Old), New: places(new, p.New),
		})
	}
	return r
}

func side(d *text.Document, s text.Span, name string) record.Side {
	said := ""
	if s.Len() > 0 {
		said = d.Kept(s)
	}
	return record.Side{Transcript: name, Span: record.Span(d.File(s)), Text: said}
}

func places(d *text.Document, spans []text.Span) []record.Span {
	out := []record.Span{}
	for _, s := range spans {
		out = append(out, record.Span(d.File(s)))
	}
	return out
}
