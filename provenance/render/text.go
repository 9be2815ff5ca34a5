package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// TextOptions says how Text writes. The zero value is for a file: no colour,
// lines of 100 characters.
type TextOptions struct {
	Color bool // mark with terminal colours instead of [-…-] and {+…+}
	Width int  // characters in a line; 0 is 100
}

// Text writes the reports for people: every quote with its speaker, what
// became of it, and the transcript's words with the differences marked.
func Text(w io.Writer, reports []*provenance.Report, o TextOptions) error {
	p := &printer{w: bufio.NewWriter(w), width: cmp.Or(o.Width, 100), lines: map[*text.Document]*text.Lines{}}
	if o.Color {
		p.pen = colours
	} else {
		p.pen = plain
	}
	for _, r := range reports {
		p.report(r)
	}
	if len(reports) > 0 {
		p.footer(reports)
	}
	return p.w.Flush()
}

// A pen is how marks look.
type pen struct {
	gone, put  [2]string // before and after words left out, put in
	strong     [2]string
	dim        [2]string
	good, warn [2]string
}

var (
	plain   = pen{gone: [2]string{"[-", "-]"}, put: [2]string{"{+", "+}"}}
	colours = pen{
		gone: [2]string{"\x1b[31;9m", "\x1b[0m"}, put: [2]string{"\x1b[32;1m", "\x1b[0m"},
		strong: [2]string{"\x1b[1m", "\x1b[0m"}, dim: [2]string{"\x1b[2m", "\x1b[0m"},
		good: [2]string{"\x1b[32m", "\x1b[0m"}, warn: [2]string{"\x1b[33;1m", "\x1b[0m"},
	}
)

func mark(m [2]string, s string) string { return m[0] + s + m[1] }

type printer struct {
	w     *bufio.Writer
	pen   pen
	width int
	lines map[*text.Document]*text.Lines
}

func (p *printer) report(r *provenance.Report) {
	d := r.Document
	fmt.Fprintln(p.w, mark(p.pen.strong, d.Name))
	if head := joinNonEmpty(" · ", quoted(d.Meta.Title), d.Meta.Byline, d.Meta.Published); head != "" {
		p.wrap("", "", head)
	}
	p.wrap("", "", joinNonEmpty(": ", mark(p.pen.strong, string(r.Assessment)), tally(r)))
	if r.Retold {
		p.wrap("", "", "It seems to quote another translation than these transcripts.")
	}
	for _, f := range r.Findings {
		fmt.Fprintln(p.w)
		p.finding(r, f)
	}
	fmt.Fprintln(p.w)
}

// tally counts the verdicts in the order of the contract: first of the quotes,
// on which the assessment stands, then of what the report says in its own words.
func tally(r *provenance.Report) string {
	quotes := countVerdicts(r, func(k speech.Kind) bool { return k != speech.Indirect })
	told := countVerdicts(r, func(k speech.Kind) bool { return k == speech.Indirect })
	if told != "" {
		told = "told without marks: " + told
	}
	return joinNonEmpty("; ", quotes, told)
}

func countVerdicts(r *provenance.Report, counts func(speech.Kind) bool) string {
	count := map[provenance.Verdict]int{}
	for _, f := range r.Findings {
		if counts(f.Quote.Kind) {
			count[f.Verdict]++
		}
	}
	var parts []string
	for _, v := range []struct {
		verdict provenance.Verdict
		words   string
	}{
		{provenance.Verbatim, "verbatim"}, {provenance.Edited, "edited"}, {provenance.Paraphrase, "in other words"},
		{provenance.Altered, "differing"}, {provenance.Unsupported, "not found"}, {provenance.Unchecked, "not checked"},
	} {
		if n := count[v.verdict]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v.words))
		}
	}
	return strings.Join(parts, ", ")
}

func (p *printer) finding(r *provenance.Report, f provenance.Finding) {
	d := r.Document
	p.wrap("  ", "  ", joinNonEmpty(" · ", p.verdict(f), who(f), mark(p.pen.dim, p.place(d, f.Quote.Spans[0]))))
	here, there := p.sides(r, f)
	p.wrap("    report  ", "            ", "“"+here+"”")
	if there == "" {
		return
	}
	m := f.Matches[0]
	t := r.Transcripts[m.Transcript]
	if f.Verdict != provenance.Verbatim {
		p.wrap("    speech  ", "            ", "“"+there+"”")
	}
	p.wrap("            ", "            ", mark(p.pen.dim, p.place(t.Document, m.Spans[0])+voice(m)+", "+sure(m.Score)))
	for _, x := range f.Differences {
		p.wrap("          · ", "            ", p.difference(r, f, x))
	}
	if n := others(f); n > 0 {
		p.wrap("            ", "            ", fmt.Sprintf("stands in %d more %s", n, plural(n, "place", "places")))
	}
}

// sure says a score in words that leave no certainty where there is none.
func sure(score float64) string {
	return fmt.Sprintf("%d%% sure of the place", min(99, int(score*100+0.5)))
}

// sides are the quote and its source, the differences marked: by a redline
// where the quote has the transcript's words, else the words of the listed
// major differences. The source is empty where none is claimed.
func (p *printer) sides(r *provenance.Report, f provenance.Finding) (here, there string) {
	placed := f.Verdict != provenance.Unsupported && (f.Verdict != provenance.Unchecked || f.Reason == provenance.Fragment)
	if len(f.Matches) == 0 || !placed {
		return Joined(r.Document, f.Quote.Spans), ""
	}
	m := f.Matches[0]
	t := r.Transcripts[m.Transcript].Document
	switch {
	case f.Verdict == provenance.Verbatim:
		return Joined(r.Document, f.Quote.Spans), Joined(t, m.Spans)
	case m.Close:
		there, here = redline(pieces(t, m.Spans), Joined(r.Document, f.Quote.Spans), p.pen)
		return here, there
	}
	return p.marked(r.Document, f.Quote.Spans, f, reportSide), p.marked(t, m.Spans, f, sourceSide)
}

// pieces is the text of the spans with a mark between those that are apart.
func pieces(d *text.Document, spans []text.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, d.Kept(s))
	}
	return strings.Join(out, " … ")
}

// others counts the further places that were accepted with the same score.
func others(f provenance.Finding) int {
	n := 0
	for _, m := range f.Matches[1:] {
		if m.Accepted && m.Exact && m.Score >= f.Score {
			n++
		}
	}
	return n
}

func (p *printer) verdict(f provenance.Finding) string {
	s := Plain(f)
	switch f.Verdict {
	case provenance.Altered, provenance.Unsupported:
		return mark(p.pen.warn, s)
	case provenance.Unchecked:
		return mark(p.pen.dim, s)
	}
	return mark(p.pen.good, s)
}

type whichSide int

const (
	reportSide whichSide = iota
	sourceSide
)

// marked is the text of the spans with the words of the major differences
// marked.
func (p *printer) marked(d *text.Document, spans []text.Span, f provenance.Finding, side whichSide) string {
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(" … ")
		}
		at := s.Start
		for _, x := range f.Differences {
			span, m := x.Report, p.pen.put
			if side == sourceSide {
				span, m = x.Source, p.pen.gone
			}
			if x.Severity == provenance.Major && span.Len() > 0 && at <= span.Start && span.End <= s.End {
				b.WriteString(spaced(d, text.Span{Start: at, End: span.Start}) + mark(m, d.Kept(span)))
				at = span.End
			}
		}
		b.WriteString(spaced(d, text.Span{Start: at, End: s.End}))
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// spaced is the kept text at s with a space where white space stood at its ends.
func spaced(d *text.Document, s text.Span) string {
	if s.Len() == 0 {
		return ""
	}
	raw := d.Read(s)
	out := d.Kept(s)
	if strings.TrimLeft(raw, " \t\r\n") != raw {
		out = " " + out
	}
	if strings.TrimRight(raw, " \t\r\n") != raw {
		out += " "
	}
	return out
}

func (p *printer) difference(r *provenance.Report, f provenance.Finding, x provenance.Difference) string {
	t := r.Transcripts[x.Transcript]
	here, there := quoted(r.Document.Kept(x.Report)), quoted(t.Kept(x.Source))
	kind := string(x.Kind)
	if x.Severity == provenance.Major {
		kind = mark(p.pen.strong, kind)
	}
	return kind + ": " + explain(x, here, there, t, f)
}

func explain(x provenance.Difference, here, there string, t *provenance.Transcript, f provenance.Finding) string {
	switch x.Kind {
	case provenance.Attribution:
		return "this transcript gives these words to " + f.Matches[0].Speaker
	case provenance.WrongSource:
		return "found in " + t.Name + ", not in the transcript that is claimed"
	case provenance.Truncation:
		return "the transcript's sentence has also " + there
	case provenance.Splice:
		return "two passages are joined as if they followed each other; between them stands " + shorten(there, 160)
	case provenance.Date:
		if x.Source.Len() == 0 {
			return "the report is older than the speech, which was given on " + t.Meta.Published
		}
	}
	switch {
	case here == "":
		return shorten(there, 160) + " of the transcript is left out"
	case there == "":
		return here + " is not in the transcript"
	}
	return here + " where the transcript has " + there
}

func (p *printer) footer(reports []*provenance.Report) {
	marked := false
	for _, r := range reports {
		for _, f := range r.Findings {
			marked = marked || len(f.Differences) > 0
		}
	}
	if marked {
		p.wrap("", "", mark(p.pen.gone, "words")+" stand in the transcript only, "+mark(p.pen.put, "words")+" in the report only.")
	}
	p.wrap("", "", mark(p.pen.dim, Notice))
}

// wrap writes s in lines of the printer's width, the first after first, the
// others after rest.
func (p *printer) wrap(first, rest, s string) {
	line, n := first, width(first)
	empty := true
	for _, word := range strings.Fields(s) {
		if w := width(word); !empty && n+1+w > p.width {
			fmt.Fprintln(p.w, line)
			line, n, empty = rest, width(rest), true
		}
		if !empty {
			line += " "
			n++
		}
		line += word
		n += width(word)
		empty = false
	}
	fmt.Fprintln(p.w, line)
}

// width counts the characters of s that a terminal shows.
func width(s string) int {
	n, escape := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			escape = true
		case escape:
			escape = r != 'm'
		default:
			n++
		}
	}
	return n
}

func (p *printer) place(d *text.Document, s text.Span) string {
	if p.lines[d] == nil {
		p.lines[d] = d.Lines()
	}
	line, col := p.lines[d].Position(s.Start)
	return fmt.Sprintf("%s:%d:%d", d.Name, line, col)
}

func who(f provenance.Finding) string {
	name, manner := "", ""
	if f.Quote.Speaker != nil {
		name = f.Quote.Speaker.Name
	}
	if f.Quote.Kind == speech.Indirect {
		manner = "in the report's words"
	}
	return joinNonEmpty(", ", name, manner)
}

func voice(m provenance.Match) string {
	switch {
	case m.Speaker == "":
		return ""
	case m.Via != "":
		return ", " + m.Speaker + " (through " + m.Via + ")"
	}
	return ", " + m.Speaker
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

func joinNonEmpty(sep string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}

// shorten keeps the first n characters of s, up to a word's end.
func shorten(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	return cut[:max(0, strings.LastIndexByte(cut, ' '))] + " …”"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
