package render

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"slices"
	"sort"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/text"
)

// The page stands for itself: it loads nothing, and its links, filters and the
// showing of a source work without its script, which adds the keys alone. On a wide
// screen the reports stand on the left, with what became of each quote under the
// paragraph that has it, and the transcripts on the right; on a narrow one and on
// paper they follow each other.

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// policy lets the page load nothing, from anywhere, and run nothing but its own script.
var policy = fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'",
	StyleSource(), ScriptSource())

// StyleSource is what a content security policy calls the style of the HTML format:
// a page with a policy of its own, which shows that format in a frame, must allow it.
func StyleSource() string { return hashSource("\n" + pageCSS) }

// ScriptSource is likewise what it calls the script of the HTML format.
func ScriptSource() string { return hashSource("\n" + pageJS) }

func hashSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// htmlEnd writes the page.
func htmlEnd(b *bytes.Buffer, all record.Record, o Options) {
	p := &page{
		opts:     o,
		Buffer:   b,
		cited:    map[string][]citation{},
		shown:    map[string]bool{},
		anchored: map[int]bool{},
	}
	for _, t := range all.Transcripts {
		p.shown[t.Name] = t.Document != nil
	}

	fmt.Fprintf(b, "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n"+
		"<meta name=viewport content=\"width=device-width, initial-scale=1\">\n"+
		"<meta http-equiv=Content-Security-Policy content=\"%s\">\n<title>%s</title>\n<style>\n%s</style>\n",
		policy, esc(pageTitle(all)), pageCSS)
	p.header(all)
	b.WriteString("<div class=panes>\n<main id=reports>\n")
	for i, r := range all.Reports {
		p.report(i, r)
	}
	b.WriteString("</main>\n<aside id=transcripts aria-label=Transcripts tabindex=0>\n")
	for i, t := range all.Transcripts {
		p.transcript(i, t)
	}
	fmt.Fprintf(b, "</aside>\n</div>\n<script>\n%s</script>\n</html>\n", pageJS)
}

func pageTitle(all record.Record) string {
	if len(all.Reports) == 1 {
		return "Quotes of " + all.Reports[0].Name
	}
	return fmt.Sprintf("Quotes of %d reports", len(all.Reports))
}

// A page is being written.
type page struct {
	*bytes.Buffer
	opts     Options
	n        int                   // quotes so far
	cited    map[string][]citation // the places of each transcript
	shown    map[string]bool       // the transcripts that stand on the page
	anchored map[int]bool          // the quotes whose source has its target
	inText   bool                  // the quotes that are being written stand in paragraphs above
}

// A citation is a place in a text, and the quote that is shown or came from there.
type citation struct {
	span text.Span
	of   int // the number of the quote
	head bool
	q    record.Quote
}

// shownVerdicts are the verdicts in the order of the filters.
var shownVerdicts = []struct{ verdict, words string }{
	{"altered", "differs"}, {"unsupported", "not found"}, {"paraphrase", "in other words"},
	{
		"edited",
		"edited",
	}, {"verbatim", "verbatim"}, {"unchecked", "not checked"}, {"accepted", "accepted"},
}

// class is what a quote is filtered by.
func class(q record.Quote) string {
	if q.Accepted != nil {
		return "accepted"
	}
	return q.Verdict
}

func (p *page) header(all record.Record) {
	fmt.Fprintf(
		p,
		"<header>\n<a class=skip href=#reports>To the reports</a>\n<h1>%s</h1>\n<p>%s.</p>\n",
		esc(pageTitle(all)),
		esc(joinNonEmpty("", tally(p.opts, all.Reports...))),
	)
	for _, x := range all.Errors {
		fmt.Fprintf(p, "<p class=error><strong>Not read:</strong> %s</p>\n", esc(x.Error))
	}
	for _, x := range all.Notes() {
		fmt.Fprintf(p, "<p class=error><strong>Note:</strong> %s</p>\n", esc(x.Error))
	}
	count := map[string]int{}
	for _, r := range all.Reports {
		for _, q := range r.Quotes {
			count[class(q)]++
		}
	}
	p.WriteString("<fieldset><legend>Show</legend>\n")
	for _, v := range shownVerdicts {
		if n := count[v.verdict]; n > 0 {
			fmt.Fprintf(p, "<label class=v-%s><input type=checkbox id=f-%s checked> <b>%s</b> %d</label>\n",
				v.verdict, v.verdict, v.words, n)
		}
	}
	p.WriteString(
		"</fieldset>\n<p class=keys>Keys: <kbd>j</kbd> next quote, <kbd>k</kbd> the one before, " +
			"<kbd>s</kbd> its source, <kbd>b</kbd> back.</p>\n",
	)
	fmt.Fprintf(p, "<p>Words <mark class=put>underlined with waves</mark> stand in the report only, "+
		"those <mark class=gone>underlined twice</mark> in the transcript only. "+
		"In the texts, quotes and their sources are underlined <span class=\"in v-verbatim\">with dots</span>, "+
		"and <span class=\"in v-altered\">with a line</span> where they differ or are not found. "+
		"%s</p>\n</header>\n", record.Notice)
}

// report writes a report: its paragraphs, and under each what became of its quotes.
func (p *page) report(i int, r record.Report) {
	fmt.Fprintf(p, "<section aria-labelledby=r%d>\n<h2 id=r%d>%s</h2>\n", i, i, esc(r.Name))
	if head := joinNonEmpty(" · ", quoted(r.Title), r.Byline, r.Published); head != "" {
		fmt.Fprintf(p, "<p>%s</p>\n", esc(head))
	}
	fmt.Fprintf(p, "<p><strong>%s</strong>: %s</p>\n", esc(r.Assessment), esc(tally(p.opts, r)))
	if r.Retold {
		p.WriteString("<p>It seems to quote another translation than these transcripts.</p>\n")
	}
	places := p.take(r.Quotes)
	under := map[int][]citation{}
	for _, c := range places {
		if c.head {
			at := blockOf(r.Document, c.span)
			under[at] = append(under[at], c)
		}
	}
	p.inText = r.Document != nil
	if d := r.Document; d != nil {
		in := byBlock(d, places)
		for n, block := range d.Blocks {
			p.paragraph(d, block, in[n], "q", nil)
			p.cards(under[n])
		}
	}
	p.cards(under[-1])
	p.WriteString("</section>\n")
}

// take numbers quotes, and keeps where they came from for the transcripts.
func (p *page) take(quotes []record.Quote) (places []citation) {
	for _, q := range quotes {
		if len(q.Places) == 0 {
			places = append(places, citation{of: p.n, head: true, q: q})
		}
		for k, s := range q.Places {
			places = append(places, citation{s, p.n, k == 0, q})
		}
		if q.Placed() {
			m := q.Matches[0]
			for k, s := range m.Places {
				p.cited[m.Transcript] = append(p.cited[m.Transcript], citation{s, p.n, k == 0, q})
			}
		}
		p.n++
	}
	return places
}

// blockOf is the number of the block that holds a place; -1 where there is none.
func blockOf(d *text.Document, s text.Span) int {
	if d == nil {
		return -1
	}
	if n := d.BlockAt(s.Start); n < len(d.Blocks) {
		return n
	}
	return -1
}

var tags = map[text.BlockKind]string{text.Heading: "h3", text.Blockquote: "blockquote"}

// paragraph writes a block with its places as links, or as their targets. Voices are who
// begins to speak at bytes of it, where the text does not say it.
func (p *page) paragraph(d *text.Document, block text.Block, places []citation, to string, voices map[int]string) {
	tag := tags[block.Kind]
	if tag == "" {
		tag = "p"
	}
	fmt.Fprintf(p, "<%s>", tag)
	cuts := []int{block.Span.Start, block.Span.End}
	for at := range voices {
		cuts = append(cuts, at)
	}
	for _, c := range places {
		cuts = append(cuts, max(c.span.Start, block.Span.Start), min(c.span.End, block.Span.End))
	}
	slices.Sort(cuts)
	for i := 1; i < len(cuts); i++ {
		s := text.Span{Start: cuts[i-1], End: cuts[i]}
		if s.Len() == 0 {
			continue
		}
		if to == "s" {
			p.anchor(places, s)
		}
		words := plainWords(d, s)
		if c := innermost(places, s); c != nil {
			words = fmt.Sprintf("<a class=\"in v-%s\" href=#c%d>%s</a>", class(c.q), c.of, words)
		}
		if who := voices[s.Start]; who != "" {
			fmt.Fprintf(p, "<b class=who>%s:</b> ", esc(who))
		}
		p.WriteString(words)
	}
	fmt.Fprintf(p, "</%s>\n", tag)
}

// anchor writes the targets of the quotes whose source begins at s.
func (p *page) anchor(places []citation, s text.Span) {
	for _, c := range places {
		if c.head && c.span.Contains(s) && !p.anchored[c.of] {
			p.anchored[c.of] = true
			fmt.Fprintf(p, "<span id=s%d></span>", c.of)
		}
	}
}

// byBlock are the places that share text with each block.
func byBlock(d *text.Document, places []citation) map[int][]citation {
	out := map[int][]citation{}
	for _, c := range places {
		for n := d.BlockAt(c.span.Start); n < len(d.Blocks) && d.Blocks[n].Span.Start < c.span.End; n++ {
			out[n] = append(out[n], c)
		}
	}
	return out
}

// innermost is the shortest of the places that hold a span.
func innermost(places []citation, s text.Span) (best *citation) {
	for i, c := range places {
		if c.span.Contains(s) && (best == nil || c.span.Len() < best.span.Len()) {
			best = &places[i]
		}
	}
	return best
}

// plainWords is the text of a span without what was removed in it, for the page.
func plainWords(d *text.Document, s text.Span) string {
	var b strings.Builder
	for _, k := range d.KeptSpans(s) {
		b.WriteString(strings.Map(func(r rune) rune {
			if r == '\n' || r == '\t' || r == '\r' {
				return ' '
			}
			return r
		}, d.Read(k)))
	}
	return esc(display.Safe(b.String()))
}

// cards write what became of quotes.
func (p *page) cards(quotes []citation) {
	for _, c := range quotes {
		p.card(c.of, c.q)
	}
}

func (p *page) card(n int, q record.Quote) {
	fmt.Fprintf(
		p,
		"<article id=c%d class=\"card v-%s\" tabindex=-1>\n<h4><span class=badge>%s</span> %s</h4>\n",
		n,
		class(q),
		esc(q.Plain()),
		esc(joinNonEmpty(" · ", who(q), called(q), fmt.Sprintf("line %d", q.Line))),
	)
	report := []record.Run{{Text: q.Text}}
	if q.Redline != nil {
		report = q.Redline.Report
	}
	p.WriteString("<dl>\n")
	if !p.alike(q) {
		p.WriteString("<dt>report<dd>“" + inked(report, "put", "in the report only") + "”\n")
	}
	if q.Placed() {
		p.source(n, q)
	}
	if m, ok := meant(q); ok {
		fmt.Fprintf(p, "<dt>nearest<dd>“%s”<br>%s%s, %s\n", esc(m.Text), esc(placeOf(m)), esc(voice(m)), nearly(m))
	}
	p.WriteString("</dl>\n")
	p.list(q)
	if q.Compared != "" {
		fmt.Fprintf(p, "<p>%s</p>\n", esc(q.Compared))
	}
	if q.Accepted != nil {
		fmt.Fprintf(p, "<p>%s</p>\n", esc(acceptance(q.Accepted)))
	}
	p.WriteString("</article>\n")
}

// alike reports that a quote reads as its source, and in the paragraph above.
func (p *page) alike(q record.Quote) bool {
	return p.inText && len(q.Places) > 0 && q.Redline == nil && q.Verdict == string(provenance.Verbatim)
}

func (p *page) source(n int, q record.Quote) {
	m := q.Matches[0]
	words := []record.Run{{Text: m.Text}}
	if q.Redline != nil {
		words = q.Redline.Source
	}
	at := esc(placeOf(m))
	if p.shown[m.Transcript] {
		at = fmt.Sprintf("<a class=src href=#s%d>%s</a>", n, at)
	}
	p.WriteString("<dt>speech<dd>")
	if !p.alike(q) || !p.shown[m.Transcript] {
		fmt.Fprintf(p, "“%s”<br>", inked(words, "gone", "in the transcript only"))
	}
	fmt.Fprintf(p, "%s%s, %s", at, esc(voice(m)), sure(m.Score))
	if m.Link != "" {
		fmt.Fprintf(p, ", <a href=\"%s\" target=_blank rel=noreferrer>on its page</a>", esc(m.Link))
	}
	p.WriteString("\n")
}

// list writes the differences, those that decide first.
func (p *page) list(q record.Quote) {
	if len(q.Differences) == 0 {
		return
	}
	p.WriteString("<ul>\n")
	for _, severity := range []string{string(provenance.Major), string(provenance.Minor)} {
		for _, d := range q.Differences {
			if d.Severity == severity {
				how := " (" + severity + ")"
				if d.Doubted {
					how = weight(d, true)
				}
				fmt.Fprintf(p, "<li class=%s><b>%s</b>%s: %s\n", severity, d.Kind, how, esc(d.Note))
			}
		}
	}
	p.WriteString("</ul>\n")
}

// inked is runs with those of one side marked, for the eye and for the ear.
func inked(runs []record.Run, class, spoken string) string {
	var out []string
	for _, r := range runs {
		s := esc(r.Text)
		if r.Only {
			s = fmt.Sprintf(
				"<mark class=%s><span class=ear>[%s:</span> %s<span class=ear>]</span></mark>",
				class,
				spoken,
				s,
			)
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// A transcript longer than this is shown around what was quoted of it: so many
// paragraphs before and after.
const (
	longTranscript = 200_000
	paragraphsNear = 3
)

// transcript writes a transcript that something was quoted of.
func (p *page) transcript(i int, t record.Transcript) {
	places := p.cited[t.Name]
	if len(places) == 0 || t.Document == nil {
		return
	}
	fmt.Fprintf(p, "<section aria-labelledby=t%d>\n<h2 id=t%d>%s</h2>\n", i, i, esc(t.Name))
	if head := joinNonEmpty(" · ", quoted(t.Title), t.Date); head != "" {
		fmt.Fprintf(p, "<p>%s</p>\n", esc(head))
	}
	d, hidden := t.Document, false
	show, in := near(d, places), byBlock(d, places)
	from := 0
	for n, block := range d.Blocks {
		if hidden {
			from = block.Span.Start
		}
		if !show(n) {
			hidden = true
			continue
		}
		if hidden {
			p.WriteString("<p class=cut>[…]</p>\n")
		}
		p.paragraph(d, block, in[n], "s", voices(t.Turns, from, block.Span, hidden))
		hidden, from = false, block.Span.End
	}
	for _, c := range places { // of words that stand in no paragraph
		p.anchor([]citation{c}, text.Span{Start: c.span.Start, End: c.span.Start})
	}
	p.WriteString("</section>\n")
}

// voices are who begins to speak in a block that stands behind from, by the byte; behind
// a cut also who goes on. Who is named in the text is none of them.
func voices(turns []record.Turn, from int, block text.Span, cut bool) map[int]string {
	out := map[int]string{}
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Place.End > from })
	for ; i < len(turns) && turns[i].Place.Start < block.End; i++ {
		if t := turns[i]; !t.Labelled && t.Speaker != "" && (cut || t.Place.Start >= from) {
			out[max(t.Place.Start, block.Start)] = t.Speaker
		}
	}
	return out
}

// near tells which blocks of a transcript are shown.
func near(d *text.Document, places []citation) func(block int) bool {
	if len(d.Text) <= longTranscript {
		return func(int) bool { return true }
	}
	shown := map[int]bool{}
	for _, c := range places {
		at := d.BlockAt(c.span.Start)
		for n := at - paragraphsNear; n <= at+paragraphsNear; n++ {
			shown[n] = true
		}
	}
	return func(n int) bool { return shown[n] }
}

func esc(s string) string { return html.EscapeString(s) }
