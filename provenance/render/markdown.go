package render

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// markdownEnd writes Markdown for the comment on a change: a table of what departs,
// and under it each of these quotes beside its source.
func markdownEnd(b *bytes.Buffer, all record.Record, o Options) {
	n := len(all.Reports)
	fmt.Fprintf(b, "### Quotes of %d %s, held to %d %s\n\n", n, plural(n, "report", "reports"),
		len(all.Transcripts), plural(len(all.Transcripts), "transcript", "transcripts"))
	if said := tally(o, all.Reports...); said != "" {
		fmt.Fprintf(b, "%s.\n\n", said)
	} else {
		b.WriteString("There are no quotes in them.\n\n")
	}
	for _, x := range all.Errors {
		at, said := locus(x)
		fmt.Fprintf(b, "- **not read** %s: %s\n", display.Markdown(at), display.Markdown(said))
	}
	notes, more := firstNotes(all)
	for _, x := range notes {
		at, said := locus(x)
		fmt.Fprintf(b, "- **note** %s: %s\n", display.Markdown(at), display.Markdown(said))
	}
	if more > 0 {
		fmt.Fprintf(b, "- and %d more notes\n", more)
	}
	if len(all.Errors)+len(notes) > 0 {
		b.WriteByte('\n')
	}
	markdownTable(b, all, o)
	for _, r := range all.Reports {
		for _, q := range worstFirst(r.Quotes) {
			if q.Departs() {
				markdownQuote(b, r, q)
			}
		}
	}
	fmt.Fprintf(
		b,
		"**[-words-]** stand in the transcript only, **{+words+}** in the report only. %s\n",
		record.Notice,
	)
}

func markdownTable(b *bytes.Buffer, all record.Record, o Options) {
	head := "| where | who | verdict | what |\n|---|---|---|---|\n"
	for _, r := range all.Reports {
		for _, q := range worstFirst(r.Quotes) {
			if q.Departs() {
				at := place(r.Name, q.Line, q.Column)
				fmt.Fprintf(
					b,
					"%s| %s | %s | %s | %s |\n",
					head,
					display.Markdown(at),
					display.Markdown(who(q)),
					display.Markdown(q.Plain()+aside(q, o)),
					display.Markdown(gist(q)),
				)
				head = ""
			}
		}
	}
	if head == "" {
		b.WriteByte('\n')
	}
}

func markdownQuote(b *bytes.Buffer, r record.Report, q record.Quote) {
	fmt.Fprintf(b, "<details><summary>%s %s: %s</summary>\n\n",
		display.Markdown(place(r.Name, q.Line, q.Column)), display.Markdown(q.Plain()), display.Markdown(quoted(few(q.Text))))
	report := []record.Run{{Text: q.Text}}
	var source []record.Run
	if q.Placed() {
		source = []record.Run{{Text: q.Matches[0].Text}}
	}
	if q.Redline != nil {
		report, source = q.Redline.Report, q.Redline.Source
	}
	fmt.Fprintf(b, "> report: “%s”\n", markdownRuns(report, "{+", "+}"))
	if source != nil {
		m := q.Matches[0]
		at := display.Markdown(placeOf(m))
		if m.Link != "" {
			at = fmt.Sprintf("[%s](<%s>)", at, m.Link)
		}
		fmt.Fprintf(b, ">\n> speech: “%s” %s%s\n", markdownRuns(source, "[-", "-]"), at, display.Markdown(voice(m)))
	}
	b.WriteByte('\n')
	for _, d := range q.Differences {
		if d.Severity == string(provenance.Major) {
			fmt.Fprintf(b, "- **%s**: %s\n", d.Kind, display.Markdown(d.Note))
		}
	}
	b.WriteString("\n</details>\n\n")
}

func markdownRuns(runs []record.Run, open, shut string) string {
	var out []string
	for _, r := range runs {
		words := strings.Fields(r.Text)
		if !r.Only || open != "{+" {
			words = shortened(words)
		}
		s := display.Markdown(strings.Join(words, " "))
		if r.Only {
			s = "**" + display.Markdown(open) + s + display.Markdown(shut) + "**"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
