package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

const explainUsage = `usage: checker explain -against SPEECH REPORT [WORD ...]

prints for each quote of REPORT, or for those that have the words, how its answer
came about: the sentences it was held to, every difference in the order in which
it was told, with the detector that told it, and the differences that are left
when neighbours that are one change are joined. The form is that of the cases
beside a detector (internal/detect/NAME/testdata/cases.txt); what stands in
brackets behind the verdict, [retold, indirect], is how the quote was compared, and
ends the heading of its case.

flags:
`

// explainQuotes says which detector told which difference, for whoever mends a
// false alarm.
func explainQuotes(args []string, std streams) int {
	o := ofAnySize()
	var against list
	f := flag.NewFlagSet("checker explain", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Var(&against, "against", "a transcript, or a `directory` of transcripts; may be repeated")
	o.sizeFlag(f)
	o.readFlags(f)
	o.QuotesFlag(f)
	switch err := cmp.Or(f.Parse(args), o.budgets.Wrong()); {
	case errors.Is(err, flag.ErrHelp):
		helped(std.out, f, explainUsage)
		return faithful
	case err != nil:
		tell(std.err, "checker: ", err)
		fmt.Fprintln(std.err, "(checker explain -h shows the usage)")
		return trouble
	case f.NArg() == 0 || len(against) == 0:
		helped(std.err, f, explainUsage)
		return trouble
	}
	in := newInputs(std, o)
	transcripts, err := in.transcripts(against)
	if err != nil {
		tell(std.err, "checker: ", err)
		return trouble
	}
	d := in.report(f.Arg(0))
	if d == nil {
		return trouble
	}
	c := provenance.New(transcripts, o.Within(provenance.Options{}))
	r := c.Check(d)
	in.warn(c.Transcripts())
	in.damage(d.Name, r.Warnings[len(d.Warnings):]) // report has told of the others
	words := strings.Join(f.Args()[1:], " ")
	if n := trace(std.out, c, r, words); n == 0 {
		tell(std.err, "checker: ", fmt.Errorf("no quote of %s has the words %q", d.Name, words))
		return trouble
	}
	return faithful
}

// trace explains the quotes that have the words, and is how many there are.
func trace(w io.Writer, c *provenance.Checker, r *provenance.Report, words string) (n int) {
	d := r.Document
	for i, f := range r.Findings {
		quote := oneLine(d, f.Quote.Spans, "|")
		if !strings.Contains(strings.ToLower(quote), strings.ToLower(words)) {
			continue
		}
		n++
		explainOne(w, c, r, i, quote)
	}
	return n
}

func explainOne(w io.Writer, c *provenance.Checker, r *provenance.Report, i int, quote string) {
	f := r.Findings[i]
	var told []string
	retold := c.Trace(r, i, func(by string, x provenance.Difference) {
		told = append(told, fmt.Sprintf("told    %-24s %s\n", by, asCase(r, x)))
	})
	line, col := r.Document.Position(f.Quote.Spans[0].Start)
	fmt.Fprintf(
		w,
		"%s:%d:%d: %s",
		display.Safe(r.Document.Name),
		line,
		col,
		strings.TrimSpace(fmt.Sprint(f.Verdict, " ", f.Reason)),
	)
	if len(f.Matches) == 0 || !f.Matches[0].Accepted {
		fmt.Fprintf(w, "\nreport  %s\n        not found\n\n", quote)
		return
	}
	m := f.Matches[0]
	t := r.Transcripts[m.Transcript].Document
	fmt.Fprintf(
		w,
		"%s\nspeech  %s\nreport  %s\n",
		manner(f, retold),
		oneLine(t, sentences(t, m.Spans), " "),
		quote,
	)
	fmt.Fprint(w, strings.Join(told, ""))
	for _, x := range f.Differences {
		fmt.Fprintf(w, "        %s\n", asCase(r, x))
	}
	if len(f.Differences) == 0 {
		fmt.Fprintln(w, "        none")
	}
	fmt.Fprintln(w)
}

// manner is how a quote was compared, as the heading of a case has it: [retold].
func manner(f provenance.Finding, retold bool) string {
	var out []string
	if retold {
		out = append(out, "retold")
	}
	if f.Quote.Kind == speech.Indirect {
		out = append(out, "indirect")
	}
	if out == nil {
		return ""
	}
	return " [" + strings.Join(out, ", ") + "]"
}

// asCase is a difference as a case has it: negation! <not.
func asCase(r *provenance.Report, x provenance.Difference) string {
	kind := string(x.Kind)
	if x.Severity == provenance.Major {
		kind += "!"
	}
	said := oneLine(r.Transcripts[x.Transcript].Document, []text.Span{x.Source}, "")
	return kind + " " + oneLine(r.Document, []text.Span{x.Report}, "") + "<" + said
}

// sentences are those that the spans touch, each once.
func sentences(d *text.Document, spans []text.Span) (out []text.Span) {
	seen := map[int]int{} // its place in out
	for _, s := range spans {
		for n := d.SentenceAt(s.Start); n < len(d.Sentences) && d.Sentences[n].Span.Start < s.End; n++ {
			near := nearby(d, d.Sentences[n].Span, s)
			if k, ok := seen[n]; ok {
				out[k].Start, out[k].End = min(out[k].Start, near.Start), max(out[k].End, near.End)
				continue
			}
			seen[n], out = len(out), append(out, near)
		}
	}
	return out
}

// mostAround is how many bytes of a sentence are shown before and behind what is quoted: one
// of a text without full stops is as long as the text, and each quote would have it all.
const mostAround = 1000

// nearby is what of a sentence stands around s, in whole words.
func nearby(d *text.Document, sentence, s text.Span) text.Span {
	near := text.Span{Start: max(sentence.Start, s.Start-mostAround), End: min(sentence.End, s.End+mostAround)}
	words := d.WordsIn(near)
	if words.Len() == 0 {
		return s
	}
	if near.Start > sentence.Start {
		near.Start = d.Words[words.Start].Span().Start
	}
	if near.End < sentence.End {
		near.End = d.Words[words.End-1].Span().End
	}
	return near
}

// oneLine are the words of the spans, joined.
func oneLine(d *text.Document, spans []text.Span, joint string) string {
	var out []string
	for _, s := range spans {
		out = append(out, display.Safe(strings.Join(strings.Fields(d.Kept(s)), " ")))
	}
	return strings.Join(out, joint)
}
