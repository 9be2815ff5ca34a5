package changes

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/redline"
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
	quiet := told(h, func() {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
	}, func(x shown, before string) {
		first := "  "
		if before == "" {
			first = ""
		}
		s.wrap(first, "    ", x.name+": "+x.became(x.words))
	})
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	for _, line := range sum(h, quiet) {
		s.wrap("", "    ", line)
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

// A shown is an event as people are told of it, harmless.
type shown struct{ name, fate, words string }

func shownOf(h *provenance.History, e provenance.Event) shown {
	d := h.Versions[e.Version]
	x := shown{name: display.Safe(d.Name), words: display.Safe(said(d, e.Spans)), fate: string(e.Fate)}
	switch {
	case e.Fate == provenance.OnlyNew && e.Version == 0:
		x.fate = ""
	case e.Fate == provenance.OnlyNew:
		x.fate = "came"
	case e.Fate == provenance.OnlyOld:
		x.fate = "went"
	case x.words == "":
		x.fate = "went into another"
	case e.Fate == provenance.Kept:
		x.fate = "the same words, " + string(e.Verdict)
	case e.Verdict == provenance.Altered:
		x.fate += ", differs"
	}
	return x
}

// became is what became of a sentence, with its words in whatever form.
func (x shown) became(words string) string {
	switch {
	case x.words == "":
		return x.fate
	case x.fate == "":
		return "“" + words + "”"
	}
	return x.fate + ", “" + words + "”"
}

// told calls f for each event of a thread that is not the same throughout, with what
// the sentence read before; it counts the other threads.
func told(h *provenance.History, thread func(), event func(x shown, before string)) (quiet int) {
	for _, t := range h.Threads {
		if len(t.Events) == 1 && t.Events[0].Version == 0 {
			quiet++
			continue
		}
		thread()
		before := ""
		for _, e := range t.Events {
			x := shownOf(h, e)
			event(x, before)
			before = x.words
		}
	}
	return quiet
}

// sum sums a history up: how many versions and unchanged sentences, and what changed of
// headline, date and byline.
func sum(h *provenance.History, quiet int) []string {
	const total = "Versions: %d. Sentences that stand in all of them unchanged: %d."
	out := []string{fmt.Sprintf(total, len(h.Versions), quiet)}
	for i, d := range h.Versions {
		for _, m := range metaOf(h, i) {
			out = append(out, fmt.Sprintf("%s in %s: %s became %s", m.Field, display.Safe(d.Name), was(m.Old), was(m.New)))
		}
	}
	for _, w := range historyNotes(h) {
		out = append(out, display.Safe(w))
	}
	return out
}

// historyNotes are what of the versions was not read, and of their comparisons not done.
func historyNotes(h *provenance.History) (out []string) {
	for _, d := range h.Versions {
		out = append(out, unread(d)...)
	}
	for _, c := range h.Steps {
		for _, w := range c.Warnings {
			out = append(out, regular.About(c.New.Name, w))
		}
	}
	return out
}

// historyMarkdown writes a list for each sentence that is not the same throughout.
func historyMarkdown(b *bytes.Buffer, h *provenance.History, _ Options) {
	fmt.Fprintf(b, "### History of %d versions\n", len(h.Versions))
	quiet := told(h, func() { b.WriteByte('\n') }, func(x shown, before string) {
		words := display.Markdown(x.words)
		if before != "" && x.words != "" {
			words = markdownPieces(redline.Of(before, x.words))
		}
		fmt.Fprintf(b, "- %s: %s\n", display.Markdown(x.name), x.became(words))
	})
	b.WriteByte('\n')
	for _, line := range sum(h, quiet) {
		fmt.Fprintf(b, "%s\n\n", display.Markdown(line))
	}
	fmt.Fprintf(b, "~~words~~ stood in the version before, **words** are new. %s\n", notice)
}

// historyHTML writes a page with a list for each sentence that is not the same
// throughout.
func historyHTML(b *bytes.Buffer, h *provenance.History, _ Options) {
	title := fmt.Sprintf("History of %d versions", len(h.Versions))
	if n := len(h.Versions); n > 1 {
		title += ", " + esc(h.Versions[0].Name) + " to " + esc(h.Versions[n-1].Name)
	}
	fmt.Fprintf(b, pageHead, title, pageCSS)
	var body bytes.Buffer
	quiet := told(h, func() { body.WriteString("</ul>\n<ul>\n") }, func(x shown, before string) {
		words := esc(x.words)
		if before != "" && x.words != "" {
			words = htmlPieces(redline.Of(before, x.words))
		}
		fmt.Fprintf(&body, "<li><b>%s</b>: %s</li>\n", esc(x.name), x.became(words))
	})
	fmt.Fprintf(b, "<header>\n<h1>%s</h1>\n", title)
	for _, line := range sum(h, quiet) {
		fmt.Fprintf(b, "<p>%s</p>\n", esc(line))
	}
	fmt.Fprintf(b, "<p><del>Struck words</del> stood in the version before, <ins>underlined words</ins> are new. %s</p>\n"+
		"</header>\n<main>\n<ul>\n%s</ul>\n</main>\n</html>\n", notice, strings.TrimPrefix(body.String(), "</ul>\n<ul>\n"))
}
