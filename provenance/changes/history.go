package changes

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// A HistoryRecord is a history as it stands in JSON.
type HistoryRecord struct {
	Version  int            `json:"version"`
	Versions []string       `json:"versions"`
	Threads  []ThreadRecord `json:"threads"`
	Steps    []Record       `json:"steps"`
}

// A ThreadRecord is a sentence through the versions.
type ThreadRecord struct {
	Gone   bool          `json:"gone,omitempty"`
	Events []EventRecord `json:"events"`
}

// An EventRecord is what became of a sentence in a version.
type EventRecord struct {
	In      string        `json:"in"`
	Fate    string        `json:"fate"`
	Verdict string        `json:"verdict,omitempty"`
	Spans   []record.Span `json:"spans"`
	Text    string        `json:"text"`
}

// OfHistory is a history as a record.
func OfHistory(h *provenance.History) HistoryRecord {
	r := HistoryRecord{Version: 1, Versions: []string{}, Threads: []ThreadRecord{}, Steps: []Record{}}
	for _, d := range h.Versions {
		r.Versions = append(r.Versions, d.Name)
	}
	for _, t := range h.Threads {
		out := ThreadRecord{Gone: t.Gone()}
		for _, e := range t.Events {
			d := h.Versions[e.Version]
			out.Events = append(out.Events, EventRecord{
				In: d.Name, Fate: string(e.Fate), Verdict: string(e.Verdict),
				Spans: places(d, e.Spans), Text: said(d, e.Spans),
			})
		}
		r.Threads = append(r.Threads, out)
	}
	for _, c := range h.Steps {
		r.Steps = append(r.Steps, Of(c))
	}
	return r
}

// said is the text of spans on one line.
func said(d *text.Document, spans []text.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, d.Kept(sentence(d, s)))
	}
	return strings.Join(out, " ")
}

// historyText writes for people when each sentence that is not the same throughout
// came, changed and went.
func historyText(b *bytes.Buffer, h *provenance.History, o Options) {
	s := newSheet(b, o)
	quiet := 0
	for _, t := range h.Threads {
		if len(t.Events) == 1 && t.Events[0].Version == 0 {
			quiet++
			continue
		}
		s.thread(h, t)
		fmt.Fprintln(s.w)
	}
	total := "Versions: %d. Sentences that stand in all of them unchanged: %d."
	s.wrap("", "", fmt.Sprintf(total, len(h.Versions), quiet))
	for i, d := range h.Versions {
		for _, m := range metaOf(h, i) {
			s.wrap("", "    ", fmt.Sprintf("%s in %s: %s became %s", m.Field, display.Safe(d.Name), was(m.Old), was(m.New)))
		}
	}
	s.wrap("", "", notice)
}

// historyLines writes a line for each sentence.
func historyLines(b *bytes.Buffer, h *provenance.History, _ Options) {
	for _, t := range OfHistory(h).Threads {
		display.JSON(b, t, "")
	}
}

// metaOf are the changes of metadata that came with a version.
func metaOf(h *provenance.History, version int) []provenance.MetaChange {
	if version == 0 {
		return nil
	}
	return h.Steps[version-1].Meta
}

func (s *sheet) thread(h *provenance.History, t provenance.Thread) {
	for _, e := range t.Events {
		d := h.Versions[e.Version]
		name, words := display.Safe(d.Name), display.Safe(said(d, e.Spans))
		switch {
		case e.Fate == provenance.OnlyNew && e.Version == 0:
			s.wrap("", "    ", name+": “"+words+"”")
		case e.Fate == provenance.OnlyNew:
			s.wrap("", "    ", name+": came, “"+words+"”")
		case e.Fate == provenance.OnlyOld:
			s.wrap("  ", "    ", name+": went")
		case words == "":
			s.wrap("  ", "    ", name+": went into another")
		case e.Fate == provenance.Kept:
			s.wrap("  ", "    ", name+": the same words, "+string(e.Verdict)+", “"+words+"”")
		case e.Verdict == provenance.Altered:
			s.wrap("  ", "    ", name+": "+string(e.Fate)+", differs, “"+words+"”")
		default:
			s.wrap("  ", "    ", name+": "+string(e.Fate)+", “"+words+"”")
		}
	}
}
