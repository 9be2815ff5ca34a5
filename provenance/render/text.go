package render

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
)

// textEach writes reports for people: every quote with its speaker, what became of
// it, and the transcript's words with the differences marked; what differs first.
func textEach(b *bytes.Buffer, r record.Record, o Options) {
	p := newPrinter(b, o)
	for _, x := range r.Reports {
		if o.Quiet {
			p.lines(x)
		} else {
			p.report(x)
		}
	}
	for _, x := range r.Errors {
		p.problem(x)
	}
}

// textEnd writes the total and what the marks mean.
func textEnd(b *bytes.Buffer, all record.Record, o Options) {
	if o.Quiet {
		return
	}
	p := newPrinter(b, o)
	if len(all.Reports) > 1 || len(all.Errors) > 0 {
		p.total(all)
	}
	if notes := (record.Record{Transcripts: all.Transcripts}); len(notes.Notes()) > 0 {
		p.notes(notes)
		fmt.Fprintln(p.w)
	}
	if len(all.Reports) > 0 {
		p.footer(slices.ContainsFunc(all.Reports, func(r record.Report) bool {
			return slices.ContainsFunc(r.Quotes, func(q record.Quote) bool { return q.Redline != nil })
		}))
	}
}

func newPrinter(b *bytes.Buffer, o Options) *printer {
	o.Width = cmp.Or(o.Width, 100)
	p := &printer{w: b, pen: plain, Options: o}
	if o.Color {
		p.pen = colours
	}
	return p
}

// A pen is how marks look.
type pen struct {
	gone, put  [2]string // before and after words of the transcript only, of the report only
	strong     [2]string
	dim        [2]string
	good, warn [2]string
}

// What the report has against the transcript stands in the colour of a warning,
// what was said in that of what is right.
var (
	plain   = pen{gone: [2]string{"[-", "-]"}, put: [2]string{"{+", "+}"}}
	colours = pen{
		gone: [2]string{"\x1b[32;1m", "\x1b[0m"}, put: [2]string{"\x1b[31;1m", "\x1b[0m"},
		strong: [2]string{"\x1b[1m", "\x1b[0m"}, dim: [2]string{"\x1b[2m", "\x1b[0m"},
		good: [2]string{"\x1b[32m", "\x1b[0m"}, warn: [2]string{"\x1b[33;1m", "\x1b[0m"},
	}
)

func mark(m [2]string, s string) string { return m[0] + s + m[1] }

type printer struct {
	Options
	w   *bytes.Buffer
	pen pen
}

func (p *printer) report(r record.Report) {
	fmt.Fprintln(p.w, mark(p.pen.strong, r.Name))
	if head := joinNonEmpty(" · ", quoted(r.Title), r.Byline, r.Published); head != "" {
		p.wrap("", "", head)
	}
	p.wrap("", "", joinNonEmpty(": ", mark(p.pen.strong, r.Assessment), tally(p.Options, r)))
	if r.Retold {
		p.wrap("", "", "It seems to quote another translation than these transcripts.")
	}
	p.notes(record.Record{Reports: []record.Report{r}})
	if len(r.Quotes) == 0 && r.Assessment != string(provenance.NothingToCheck) {
		p.wrap("", "", "None of its quotes is of the kind that was asked for.")
	}
	for _, q := range worstFirst(r.Quotes) {
		fmt.Fprintln(p.w)
		p.quote(r, q)
	}
	fmt.Fprintln(p.w)
}

// problem prints an input that could not be read, or a line of one.
func (p *printer) problem(x record.Problem) {
	at, said := locus(x)
	line := at + ": " + mark(p.pen.warn, "error") + ": " + said
	if p.Quiet {
		fmt.Fprintln(p.w, line)
		return
	}
	p.wrap("", "    ", line)
	fmt.Fprintln(p.w)
}

// locus cuts an error into the place that it names, FILE or FILE:LINE, and the rest.
func locus(x record.Problem) (at, said string) {
	rest, ok := strings.CutPrefix(x.Error, x.Name+":")
	if n := len(rest) - len(strings.TrimLeft(rest, "0123456789")); ok && n > 0 && strings.HasPrefix(rest[n:], ": ") {
		return x.Name + ":" + rest[:n], rest[n+2:]
	}
	return x.Name, strings.TrimPrefix(x.Error, x.Name+": ")
}

// lines prints one line for each quote that departs, as compilers do.
func (p *printer) lines(r record.Report) {
	for _, q := range r.Quotes {
		if q.Departs() {
			fmt.Fprintf(
				p.w,
				"%s:%d:%d: %s%s: %s\n",
				r.Name,
				q.Line,
				q.Column,
				mark(p.pen.warn, q.Plain()),
				aside(q, p.Options),
				gist(q),
			)
		}
	}
}

// aside says beside the verdict of a quote that departs that it does not count.
func aside(q record.Quote, o Options) string {
	if q.Told() && !o.Strict {
		return " (in the report's words, " + uncounted + ")"
	}
	return ""
}

const uncounted = "counted only with -strict"

// gist says in a line what decides of a quote.
func gist(q record.Quote) string {
	var notes []string
	for _, d := range q.Differences {
		if d.Severity == string(provenance.Major) {
			notes = append(notes, d.Kind+", "+d.Note)
		}
	}
	if notes == nil {
		return quoted(few(q.Text))
	}
	return strings.Join(notes, "; ")
}

// fewWords is how many words of a quote a line shows.
const fewWords = 12

func few(s string) string {
	words := strings.Fields(s)
	if len(words) <= fewWords {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:fewWords], " ") + " …"
}

// rank is how much a quote needs to be looked at: less is more.
func rank(q record.Quote) int {
	order := []provenance.Verdict{
		provenance.Altered, provenance.Unsupported, provenance.Paraphrase, provenance.Edited, provenance.Verbatim,
	}
	unsure := q.Reason == string(provenance.Uncertain) || q.Reason == string(provenance.Internal)
	at := slices.Index(order, provenance.Verdict(q.Verdict))
	switch {
	case at >= 0 && q.Accepted == nil:
		return 2 * at
	case at >= 0:
		return 2*len(order) - 1
	case unsure:
		return 3
	}
	return 2 * len(order)
}

// worstFirst are the quotes that differ, those that were not found, those in doubt,
// and the others; each kind in the order of the report.
func worstFirst(quotes []record.Quote) []record.Quote {
	return slices.SortedStableFunc(
		slices.Values(quotes),
		func(a, b record.Quote) int { return rank(a) - rank(b) },
	)
}

// tally counts the verdicts in the order of the contract: first of the quotes,
// on which the assessment stands, then of what the report says in its own words.
func tally(o Options, reports ...record.Report) string {
	quotes := countVerdicts(reports, func(q record.Quote) bool { return !q.Told() })
	told := countVerdicts(reports, record.Quote.Told)
	switch {
	case told == "":
	case o.Strict:
		told = "told without marks: " + told
	default:
		told = "told without marks, " + uncounted + ": " + told
	}
	return joinNonEmpty("; ", quotes, told)
}

func countVerdicts(reports []record.Report, counts func(record.Quote) bool) string {
	count, accepted := map[provenance.Verdict]int{}, 0
	for _, r := range reports {
		for _, q := range r.Quotes {
			switch {
			case !counts(q):
			case q.Accepted != nil:
				accepted++
			default:
				count[provenance.Verdict(q.Verdict)]++
			}
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
	if accepted > 0 {
		parts = append(parts, fmt.Sprintf("%d accepted", accepted))
	}
	return strings.Join(parts, ", ")
}

func (p *printer) quote(r record.Report, q record.Quote) {
	at := mark(p.pen.dim, place(r.Name, q.Line, q.Column))
	p.wrap("  ", "      ", joinNonEmpty(" · ", p.verdict(q), who(q), called(q), at))
	report := []record.Run{{Text: q.Text}}
	if q.Redline != nil {
		report = q.Redline.Report
	}
	p.wrap("    report  ", indent, "“"+p.ink(report, p.pen.put)+"”")
	switch {
	case q.Placed():
		p.source(q)
	case q.Verdict == string(provenance.Unsupported) || q.Reason == string(provenance.Uncertain):
		p.nearest(q)
	}
	if m, ok := meant(q); ok {
		p.meant(q, m)
	}
	if q.Accepted != nil {
		p.wrap(indent, indent, mark(p.pen.dim, acceptance(q.Accepted)))
	}
}

// meant prints the place of a quote in another language, and what was compared.
func (p *printer) meant(q record.Quote, m record.Match) {
	p.wrap("    nearest ", indent, "“"+p.ink([]record.Run{{Text: m.Text}}, p.pen.gone)+"”")
	p.wrap(indent, indent, mark(p.pen.dim, placeOf(m)+voice(m)+", "+nearly(m)))
	p.differences(q)
	if q.Compared != "" {
		p.wrap(indent, indent, mark(p.pen.dim, q.Compared))
	}
}

// acceptance says by whom a finding was accepted, and why.
func acceptance(a *record.Acceptance) string {
	said := "accepted"
	if a.By != "" {
		said += " by " + a.By
	}
	return joinNonEmpty(": ", said, a.Reason)
}

// indent is that of the lines below the first of a quote.
const indent = "            "

// source prints where a quote came from and what became of it on the way.
func (p *printer) source(q record.Quote) {
	m := q.Matches[0]
	if q.Verdict != string(provenance.Verbatim) {
		words := []record.Run{{Text: m.Text}}
		if q.Redline != nil {
			words = q.Redline.Source
		}
		p.wrap("    speech  ", indent, "“"+p.ink(words, p.pen.gone)+"”")
	}
	p.wrap(indent, indent, mark(p.pen.dim, placeOf(m)+voice(m)+", "+sure(m.Score)))
	p.differences(q)
	if q.Compared != "" {
		p.wrap(indent, indent, mark(p.pen.dim, q.Compared))
	}
	if s := others(q); s != "" {
		p.wrap(indent, indent, mark(p.pen.dim, s))
	}
}

// A rejected place is worth a look from this score and length on.
const (
	leastNear      = 0.2
	leastNearWords = 4
)

// nearest prints the likeliest of the places that were rejected.
func (p *printer) nearest(q record.Quote) {
	if len(q.Matches) == 0 || q.Score < leastNear {
		return
	}
	m := q.Matches[0]
	if len(strings.Fields(m.Text)) < leastNearWords {
		return
	}
	p.wrap("    nearest ", indent, "“"+p.ink([]record.Run{{Text: m.Text}}, p.pen.gone)+"”")
	p.wrap(indent, indent, mark(p.pen.dim, placeOf(m)+voice(m)+", not near enough to be its source"))
}

// sure says a score in words that leave no certainty where there is none.
func sure(score float64) string {
	return fmt.Sprintf("%d%% sure of the place", min(99, int(score*100+0.5)))
}

// fewMinor is how many minor differences of a quote are printed.
const fewMinor = 8

// differences prints what became of a quote: what decides first.
func (p *printer) differences(q record.Quote) {
	var major, doubted, minor []record.Difference
	for _, x := range q.Differences {
		switch {
		case x.Severity == string(provenance.Major):
			major = append(major, x)
		case x.Doubted:
			doubted = append(doubted, x)
		default:
			minor = append(minor, x)
		}
	}
	for _, x := range major {
		p.bullet(mark(p.pen.strong, x.Kind) + ": " + x.Note)
	}
	minor = append(doubted, minor...)
	for _, x := range minor[:min(fewMinor, len(minor))] {
		p.bullet(x.Kind + weight(x, len(major) > 0) + ": " + x.Note)
	}
	if n := len(minor) - fewMinor; n > 0 {
		p.bullet(fmt.Sprintf("and %d more minor %s", n, plural(n, "difference", "differences")))
	}
}

// weight says what a difference that does not decide is, beside those that do.
func weight(x record.Difference, beside bool) string {
	switch {
	case x.Doubted && x.Confidence == 0: // nobody has measured it
		return " (may differ)"
	case x.Doubted:
		return fmt.Sprintf(" (may differ, %d%% sure)", int(x.Confidence*100+0.5))
	case beside:
		return " (minor)"
	}
	return ""
}

func (p *printer) bullet(s string) { p.wrap("          · ", indent, s) }

// ink is how runs are printed, those of one side marked. Colours are put on word by
// word, so that they do not run on into the margin of the next line.
func (p *printer) ink(runs []record.Run, m [2]string) string {
	var out []string
	for _, r := range runs {
		words := strings.Fields(r.Text)
		if !r.Only || m != p.pen.put {
			words = shortened(words)
		}
		switch {
		case !r.Only:
			out = append(out, words...)
		case !strings.HasPrefix(m[0], "\x1b"):
			out = append(out, mark(m, strings.Join(words, " ")))
		default:
			for _, w := range words {
				out = append(out, mark(m, w))
			}
		}
	}
	return strings.Join(out, " ")
}

// A longer stretch of words is shown by its ends, but for words that the report put in.
const (
	longestRun = 70
	runEnds    = 30
)

func shortened(words []string) []string {
	if n := len(words); n > longestRun {
		return slices.Concat(words[:runEnds], []string{"[…]"}, words[n-runEnds:])
	}
	return words
}

// fewPlaces is how many further places of a quote are named.
const fewPlaces = 3

// others names the further places that were accepted with the same score.
func others(q record.Quote) string {
	var places []string
	for _, m := range q.Matches[1:] {
		if m.Found && m.Exact && m.Score >= q.Score {
			places = append(places, placeOf(m))
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

func (p *printer) verdict(q record.Quote) string {
	s := q.Plain()
	switch {
	case q.Departs():
		return mark(p.pen.warn, s)
	case q.Verdict == string(provenance.Unchecked) || q.Accepted != nil:
		return mark(p.pen.dim, s)
	}
	return mark(p.pen.good, s)
}

// mostListed is how many quotes the end lists, and how many notes a list has.
const mostListed = 20

// total sums up several reports, and lists what to look at.
func (p *printer) total(all record.Record) {
	n := len(all.Reports)
	head := fmt.Sprintf("%d %s", n, plural(n, "report", "reports"))
	if n := len(all.Errors); n > 0 {
		head += fmt.Sprintf(", %d %s", n, plural(n, "error", "errors"))
	}
	p.wrap("", "", joinNonEmpty(": ", mark(p.pen.strong, head), tally(p.Options, all.Reports...)))
	listed := 0
	for _, verdict := range []provenance.Verdict{provenance.Altered, provenance.Unsupported} {
		for _, r := range all.Reports {
			for _, q := range r.Quotes {
				if q.Verdict != string(verdict) || !q.Departs() {
					continue
				}
				if listed++; listed <= mostListed {
					p.wrap("  ", "      ", place(r.Name, q.Line, q.Column)+": "+p.verdict(q)+aside(q, p.Options)+": "+gist(q))
				}
			}
		}
	}
	if n := listed - mostListed; n > 0 {
		p.wrap("  ", "      ", fmt.Sprintf("and %d more", n))
	}
	fmt.Fprintln(p.w)
}

func (p *printer) footer(marked bool) {
	if marked {
		gone, put := mark(p.pen.gone, "words"), mark(p.pen.put, "words")
		p.wrap("", "", gone+" stand in the transcript only, "+put+" in the report only.")
	}
	p.wrap("", "", mark(p.pen.dim, record.Notice))
}

// wrap writes s in lines of the printer's width, the first after first, the
// others after rest.
func (p *printer) wrap(first, rest, s string) {
	fmt.Fprintln(p.w, display.Wrap(first, rest, s, p.Width))
}
