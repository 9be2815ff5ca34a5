// Checker holds the quotes of news reports to transcripts and says what became
// of each.
//
//	go run ./examples/checker                                 the bundled example
//	go run ./examples/checker -against speech.txt report.html
//	go run ./examples/checker -against speeches/ -format json report.txt
//	go run ./examples/checker -against speech.txt -quotes quotes.txt
//	go run ./examples/checker extract report.html             the words it keeps
//	go run ./examples/checker explain -against speech.txt report.html
//
// It works on files alone: it asks no network, and gives the same answer on
// every machine.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/render"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

type streams struct {
	in       io.Reader
	out, err io.Writer
}

// The exit statuses of the contract.
const (
	faithful = 0 // every quote that could be checked is verbatim, edited or a paraphrase
	differs  = 1 // at least one is altered or unsupported
	trouble  = 2 // wrong usage, an input that cannot be read, or a quote that could not be judged
)

// commands are what the first argument may ask for instead of a check.
var commands = map[string]func(args []string, std streams) int{
	"extract": extract,
	"explain": explainQuotes,
	"diff":    diff,
}

func run(args []string, std streams) int {
	if len(args) > 0 && commands[args[0]] != nil {
		return commands[args[0]](args[1:], std)
	}
	o, err := parse(args, std)
	if err != nil {
		return usageStatus(err)
	}
	in := &inputs{std: std}
	answer, err := check(o, in)
	if err != nil {
		fmt.Fprintf(std.err, "checker: %v\n", err)
		return trouble
	}
	answer.unread = in.unread()
	return conclude(o, std, answer)
}

// conclude writes the answer and is the exit status.
func conclude(o options, std streams, a answer) int {
	if err := write(o, std, a); err != nil {
		fmt.Fprintf(std.err, "checker: %v\n", err)
		return trouble
	}
	unjudged := a.unjudged()
	tell(std.err, "checker: ", unjudged)
	switch {
	case unjudged != nil || len(a.unread) > 0:
		return trouble
	case a.departs(o.strict):
		return differs
	}
	return faithful
}

// An answer is what the checker found out.
type answer struct {
	transcripts []*provenance.Transcript
	reports     []*provenance.Report
	unread      []render.Unread
}

// unjudged names the quotes that could not be judged; nil where all were.
func (a answer) unjudged() error {
	var errs []error
	for _, r := range a.reports {
		errs = append(errs, r.Err())
	}
	return errors.Join(errs...)
}

func check(o options, in *inputs) (answer, error) {
	if o.bundled() {
		return checkBundled(o, in)
	}
	transcripts, err := in.transcripts(o.against)
	if err != nil {
		return answer{}, err
	}
	speakers, err := readSpeakers(o.speakers)
	if err != nil {
		return answer{}, err
	}
	c := provenance.New(transcripts, provenance.Options{Excerpt: o.excerpt, Speakers: speakers})
	in.warn(c.Transcripts())
	if o.quotes != "" {
		r := in.checkQuotes(c, o.quotes)
		return answer{transcripts: c.Transcripts(), reports: r}, nil
	}
	reports := parallel(len(o.reports), func(i int) *text.Document { return in.report(o.reports[i]) })
	return answer{transcripts: c.Transcripts(), reports: checkAll(c, reports, in)}, nil
}

// checkAll checks the reports that could be read, side by side, and keeps
// their order.
func checkAll(c *provenance.Checker, reports []*text.Document, in *inputs) []*provenance.Report {
	progress := startProgress(in.std.err, "checking reports", len(reports))
	defer progress.stop()
	done := parallel(len(reports), func(i int) *provenance.Report {
		defer progress.step()
		if reports[i] == nil {
			return nil
		}
		r, err := checkOne(c, reports[i])
		if err != nil {
			in.fail(reports[i].Name, err)
		}
		return r
	})
	out := done[:0]
	for _, r := range done {
		if r != nil {
			out = append(out, r)
		}
	}
	return out
}

// checkOne checks a report. A panic that is not of one of its quotes is its error.
func checkOne(c *provenance.Checker, d *text.Document) (r *provenance.Report, err error) {
	defer caught(d.Name, &err)
	return c.Check(d), nil
}

// departs reports whether a quote that counts is altered or unsupported.
func (a answer) departs(strict bool) bool {
	for _, r := range a.reports {
		for _, f := range r.Findings {
			counts := strict || f.Quote.Kind != speech.Indirect
			if counts && (f.Verdict == provenance.Altered || f.Verdict == provenance.Unsupported) {
				return true
			}
		}
	}
	return false
}

func write(o options, std streams, a answer) error {
	var b bytes.Buffer
	if err := formats[o.format](&b, o, std, a); err != nil {
		return err
	}
	if o.output != "" {
		return os.WriteFile(o.output, b.Bytes(), 0o666)
	}
	_, err := b.WriteTo(std.out)
	return err
}

// formats are the values of -format.
var formats = map[string]func(io.Writer, options, streams, answer) error{
	"text": func(w io.Writer, o options, std streams, a answer) error {
		to := std.out
		if o.output != "" {
			to = io.Discard
		}
		return render.Text(w, a.reports, render.TextOptions{Color: colourful(to), Width: columns(to)})
	},
	"json": func(w io.Writer, _ options, _ streams, a answer) error {
		return render.JSON(w, a.transcripts, a.reports, a.unread...)
	},
}
