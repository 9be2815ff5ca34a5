package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
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
		p.footer()
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
	inked bool // words were marked
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
		told = "told without marks, counted only with -strict: " + told
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
	at := mark(p.pen.dim, p.place(r.Document, f.Quote.Spans[0]))
	p.wrap("  ", "      ", joinNonEmpty(" · ", p.verdict(f), who(f), name(f), at))
	here, there := p.sides(r, f)
	p.wrap("    report  ", indent, "“"+p.ink(here)+"”")
	switch {
	case there != nil:
		p.source(r, f, there)
	case f.Verdict == provenance.Unsupported || f.Reason == provenance.Uncertain:
		p.nearest(r, f)
	}
}

// indent is that of the lines below the first of a quote.
const indent = "            "

// source prints where a quote came from and what became of it on the way.
func (p *printer) source(r *provenance.Report, f provenance.Finding, words []run) {
	m := f.Matches[0]
	t := r.Transcripts[m.Transcript]
	if f.Verdict != provenance.Verbatim {
		p.wrap("    speech  ", indent, "“"+p.ink(words)+"”")
	}
	p.wrap(indent, indent, mark(p.pen.dim, p.place(t.Document, m.Spans[0])+voice(m)+", "+sure(m.Score)))
	p.differences(r, f)
	if f.Verdict == provenance.Paraphrase {
		p.wrap(indent, indent, mark(p.pen.dim, compared(r.Document, t.Document, m)))
	}
	if s := p.others(r, f); s != "" {
		p.wrap(indent, indent, mark(p.pen.dim, s))
	}
}

// A rejected place is worth a look from this score and length on.
const (
	leastNear      = 0.2
	leastNearWords = 4
)

// nearest prints the likeliest of the places that were rejected.
func (p *printer) nearest(r *provenance.Report, f provenance.Finding) {
	if len(f.Matches) == 0 || f.Score < leastNear {
		return
	}
	m := f.Matches[0]
	t := r.Transcripts[m.Transcript].Document
	if len(strings.Fields(Joined(t, m.Spans))) < leastNearWords {
		return
	}
	p.wrap("    nearest ", indent, "“"+p.ink(excerpt(marked(t, m.Spans, nil, shared)))+"”")
	p.wrap(indent, indent, mark(p.pen.dim, p.place(t, m.Spans[0])+voice(m)+", not near enough to be its source"))
}

// sure says a score in words that leave no certainty where there is none.
func sure(score float64) string {
	return fmt.Sprintf("%d%% sure of the place", min(99, int(score*100+0.5)))
}

// sides are the quote and its source, the differences marked: by a redline
// where the quote has the transcript's words, else the words of the listed
// major differences. There is no source where none is claimed.
func (p *printer) sides(r *provenance.Report, f provenance.Finding) (here, there []run) {
	d := r.Document
	checked := f.Verdict != provenance.Unchecked || f.Reason == provenance.Fragment
	placed := checked && f.Verdict != provenance.Unsupported
	if len(f.Matches) == 0 || !placed {
		return excerpt(add(nil, strings.Fields(Joined(d, f.Quote.Spans)), shared)), nil
	}
	m := f.Matches[0]
	t := r.Transcripts[m.Transcript].Document
	if m.Close {
		there, here = redline(pieces(t, m.Spans), Joined(d, f.Quote.Spans))
	} else {
		here = marked(d, f.Quote.Spans, majors(f, func(x provenance.Difference) text.Span { return x.Report }), put)
		there = marked(t, m.Spans, majors(f, func(x provenance.Difference) text.Span { return x.Source }), gone)
	}
	return excerpt(here), excerpt(there)
}

// majors is one side of the major differences.
func majors(f provenance.Finding, side func(provenance.Difference) text.Span) []text.Span {
	var out []text.Span
	for _, x := range f.Differences {
		if x.Severity == provenance.Major {
			out = append(out, side(x))
		}
	}
	slices.SortStableFunc(out, func(a, b text.Span) int { return a.Start - b.Start })
	return out
}

// ink is how runs are printed. Colours are put on word by word, so that they do
// not run on into the margin of the next line.
func (p *printer) ink(runs []run) string {
	pens := map[ink][2]string{gone: p.pen.gone, put: p.pen.put}
	var out []string
	for _, r := range runs {
		m := pens[r.ink]
		p.inked = p.inked || r.ink != shared
		if !strings.HasPrefix(m[0], "\x1b") {
			out = append(out, mark(m, strings.Join(r.words, " ")))
			continue
		}
		for _, w := range r.words {
			out = append(out, mark(m, w))
		}
	}
	return strings.Join(out, " ")
}

// pieces is the text of the spans with a mark between those that are apart.
func pieces(d *text.Document, spans []text.Span) string {
	var out []string
	for i, s := range spans {
		if i > 0 && (s.Start < spans[i-1].End || !adjoin(d, spans[i-1].End, s.Start)) {
			out = append(out, cutMark)
		}
		out = append(out, d.Kept(s))
	}
	return strings.Join(out, " ")
}

// fewPlaces is how many further places of a quote are named.
const fewPlaces = 3

// others names the further places that were accepted with the same score.
func (p *printer) others(r *provenance.Report, f provenance.Finding) string {
	var places []string
	for _, m := range f.Matches[1:] {
		if m.Accepted && m.Exact && m.Score >= f.Score {
			places = append(places, p.place(r.Transcripts[m.Transcript].Document, m.Spans[0]))
		}
	}
	switch n := len(places) - fewPlaces; {
	case len(places) == 0:
		return ""
	case n > 0:
		few := strings.Join(places[:fewPlaces], ", ")
		return fmt.Sprintf("stands also at %s and %d more %s", few, n, plural(n, "place", "places"))
	}
	return "stands also at " + strings.Join(places, ", ")
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

func (p *printer) footer() {
	if p.inked {
		gone, put := mark(p.pen.gone, "words"), mark(p.pen.put, "words")
		p.wrap("", "", gone+" stand in the transcript only, "+put+" in the report only.")
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

// name is what the caller calls the quote.
func name(f provenance.Finding) string {
	if f.ID == "" {
		return ""
	}
	return "id " + f.ID
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

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
