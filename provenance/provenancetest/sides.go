package provenancetest

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// String shows the quote with its verdict, its source below it, and what
// differs.
func (q *Quote) String() string {
	var b strings.Builder
	report, spans := q.r.Document, q.Finding.Quote.Spans
	fmt.Fprintf(&b, "%s: %s\n\tquote:  ", place(report, spans), q.headline())
	if len(q.Matches) == 0 {
		fmt.Fprintf(&b, "%s\n\tsource: none found", join(report, spans))
		return b.String()
	}
	m := q.Matches[0]
	from := q.r.Transcripts[m.Transcript].Document
	same := shared(m.Pairs)
	fmt.Fprintf(&b, "%s\n\tsource: %s\n\tat %s", mark(report, spans, same.quote, "{+", "+}"),
		mark(from, m.Spans, same.source, "[-", "-]"), place(from, m.Spans))
	if m.Speaker != "" {
		fmt.Fprintf(&b, ", %s", m.Speaker)
	}
	for _, d := range q.Differences {
		in, source := q.sides(d)
		fmt.Fprintf(&b, "\n\t%s, %s: %q / %q", d.Kind, d.Severity, in, source)
	}
	return b.String()
}

func (q *Quote) headline() string {
	if q.Reason != "" {
		return fmt.Sprintf("%s (%s)", q.Verdict, q.Reason)
	}
	if q.Verdict == provenance.Unsupported {
		return "unsupported (not found in these transcripts)"
	}
	return string(q.Verdict)
}

// sides are the words of a difference in the report and in the transcript.
func (q *Quote) sides(d provenance.Difference) (report, source string) {
	return q.r.Document.Kept(d.Report), q.r.Transcripts[d.Transcript].Kept(d.Source)
}

func place(d *text.Document, spans []text.Span) string {
	if len(spans) == 0 {
		return d.Name
	}
	line, col := d.Position(spans[0].Start)
	return fmt.Sprintf("%s:%d:%d", d.Name, line, col)
}

func join(d *text.Document, spans []text.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, d.Kept(s))
	}
	return strings.Join(parts, " ")
}

// wordSet is the words that stand on both sides, by their numbers.
type wordSet struct{ quote, source map[int]bool }

func shared(pairs []align.Pair) wordSet {
	s := wordSet{map[int]bool{}, map[int]bool{}}
	for _, p := range pairs {
		if p.Why == align.Same {
			s.quote[p.Quote], s.source[p.Source] = true, true
		}
	}
	return s
}

// mark is the text of the spans on one line, with every run of words that the
// other side does not share between open and end.
func mark(d *text.Document, spans []text.Span, shared map[int]bool, open, end string) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, markSpan(d, s, shared, open, end))
	}
	return strings.Join(parts, " … ")
}

func markSpan(d *text.Document, s text.Span, shared map[int]bool, open, end string) string {
	var b strings.Builder
	at, words := s.Start, d.WordsIn(s)
	for i := words.Start; i < words.End; {
		run := i + 1
		for run < words.End && shared[run] == shared[i] {
			run++
		}
		w := d.SpanOf(text.Range{Start: i, End: run})
		w.End = min(w.End, s.End)
		b.WriteString(d.Read(text.Span{Start: at, End: w.Start}))
		if shared[i] {
			b.WriteString(d.Read(w))
		} else {
			b.WriteString(open + d.Read(w) + end)
		}
		at, i = w.End, run
	}
	b.WriteString(d.Read(text.Span{Start: at, End: s.End}))
	return strings.Join(strings.Fields(b.String()), " ")
}

// letters is s in lower case without its signs, one space between words.
func letters(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	}), " ")
}
