package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

type options struct {
	against  list
	speakers string
	quotes   string
	format   string
	output   string
	strict   bool
	excerpt  bool
	reports  []string
}

// bundled reports that nothing was named: the example is checked.
func (o options) bundled() bool {
	return len(o.reports) == 0 && len(o.against) == 0 && o.quotes == ""
}

// A list is a flag that may be repeated.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

const usage = `Checker holds the quotes of news reports to transcripts.

usage: checker [flags] [REPORT ...]
       checker extract [-removed | -raw] FILE
       checker explain -against SPEECH REPORT [WORD ...]
       checker diff OLD NEW

  checker                                     check the bundled example
  checker -against speech.txt report.html     check a report against a speech
  checker -against speeches/ *.html           against a folder of transcripts
  checker -against speech.txt -quotes q.txt   check one quote a line
  checker report.txt                          list the quotes of a report
  checker extract report.html                 print the words that are kept
  checker explain -against s.txt r.txt boats  which detector told what of the quotes
                                              that have the word

Reports and transcripts are plain text, HTML, captions (SRT, WebVTT), the JSON
of speech recognisers, DOCX or PDF; the format is found from the content. "-" is
standard input. Beside a
transcript, NAME.meta.json may give title, speaker, date, url, language, kind.

flags:
`

const statuses = `
exit status: 0 every quote that could be checked is verbatim, edited or a
paraphrase; 1 one differs from its transcript or is not found there; 2 wrong
usage, an input that cannot be read, or a quote that could not be judged.
`

// parse reads the command line; flags may stand before and after the reports.
func parse(args []string, std streams) (options, error) {
	var o options
	f := o.flags()
	for len(args) > 0 {
		literal := args[0] == "--"
		if err := f.Parse(args); err != nil {
			return o, explain(f, std, err)
		}
		args = f.Args()
		if literal {
			o.reports = append(o.reports, args...)
			break
		}
		if len(args) > 0 {
			o.reports = append(o.reports, args[0])
			args = args[1:]
		}
	}
	return o, explain(f, std, o.conflict())
}

func (o *options) flags() *flag.FlagSet {
	f := flag.NewFlagSet("checker", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Var(&o.against, "against", "a transcript, or a `directory` of transcripts (with all below it); may be repeated")
	f.StringVar(&o.speakers, "speakers", "", "a `FILE` with who speaks under a label of the transcripts: LABEL = Name, one a line")
	f.StringVar(&o.quotes, "quotes", "", "check the quotes in `FILE` instead of reports: one a line, or JSON Lines\nwith quote, speaker, context, id, source; - is standard input")
	f.StringVar(&o.format, "format", "text", "the `NAME` of the output format: "+strings.Join(formatNames(), ", "))
	f.StringVar(&o.output, "o", "", "write to `FILE` instead of standard output")
	f.BoolVar(&o.strict, "strict", false, "let statements without quotation marks count for the exit status too")
	f.BoolVar(&o.excerpt, "excerpt", false, "the transcripts are known to be incomplete: nothing is called unsupported")
	return f
}

// explain prints the help that was asked for, or what is wrong.
func explain(f *flag.FlagSet, std streams, err error) error {
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(std.out, usage)
		f.SetOutput(std.out)
		f.PrintDefaults()
		fmt.Fprint(std.out, statuses)
	case err != nil:
		fmt.Fprintf(std.err, "checker: %v\n(checker -h shows the usage)\n", err)
	}
	return err
}

// conflict is what is wrong with the options as a whole.
func (o options) conflict() error {
	switch {
	case formats[o.format] == nil:
		return fmt.Errorf("-format %s: no such format; there are %s", o.format, strings.Join(formatNames(), ", "))
	case o.quotes != "" && len(o.reports) > 0:
		return fmt.Errorf("-quotes %s goes without reports, but %s was named", o.quotes, o.reports[0])
	case len(o.against) > 0 && o.quotes == "" && len(o.reports) == 0:
		return errors.New("-against needs a report to check, or -quotes")
	case stdins(o) > 1:
		return errors.New("standard input (-) is named more than once")
	}
	return nil
}

func stdins(o options) int {
	n := 0
	for _, name := range slices.Concat(o.against, o.reports, []string{o.quotes}) {
		if name == "-" {
			n++
		}
	}
	return n
}

func usageStatus(err error) int {
	if errors.Is(err, flag.ErrHelp) {
		return faithful
	}
	return trouble
}

func formatNames() []string { return slices.Sorted(maps.Keys(formats)) }
