package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quoteprov/quoteprov/provenance/render"
)

// The flags are read by the standard library: the contract writes -against with one
// dash, which the libraries that read subcommands into structs (kong, cobra) take
// for -a -g -a -i …, and what they would save is less than what it takes to undo that.

type options struct {
	budgets
	against  list
	speakers string
	quotes   string
	accepted string
	format   string
	output   string
	only     selection
	failOn   failOn
	strict   bool
	excerpt  bool
	quiet    bool
	jobs     int
	timeout  time.Duration
	embedder string
	model    string
	follow   bool
	reports  []string
}

// bundled reports that nothing was named: the example is checked.
func (o options) bundled() bool {
	return len(o.reports) == 0 && len(o.against) == 0 && o.quotes == ""
}

// limit keeps the program to the processors it may use.
func (o options) limit() {
	if o.jobs > 0 {
		runtime.GOMAXPROCS(o.jobs)
	}
}

// until is a context that ends with the time that the run may take.
func (o options) until(ctx context.Context) (context.Context, context.CancelFunc) {
	if o.timeout > 0 {
		return context.WithTimeout(ctx, o.timeout)
	}
	return context.WithCancel(ctx)
}

// A list is a flag that may be repeated.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

// A size is a number of bytes: 200000, 500kB, 50MB, 1GB.
type size int64

func (s *size) String() string {
	for _, u := range units {
		if int64(*s) >= u.bytes && int64(*s)%u.bytes == 0 {
			return fmt.Sprint(int64(*s)/u.bytes, u.name)
		}
	}
	return fmt.Sprint(int64(*s))
}

var units = []struct {
	name  string
	bytes int64
}{{"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}, {"B", 1}}

func (s *size) Set(text string) error {
	unit := int64(1)
	for _, u := range units {
		if rest, ok := strings.CutSuffix(strings.ToLower(text), strings.ToLower(u.name)); ok {
			text, unit = rest, u.bytes
			break
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil || n < 0 || n > 1<<62/unit {
		return errors.New("want a number of bytes, as 200000, 500kB or 50MB")
	}
	*s = size(n * unit)
	return nil
}

const usage = `Checker holds the quotes of news reports to transcripts.

usage: checker [check] [flags] [REPORT ...]
       checker baseline -against SPEECH [flags] REPORT ...
       checker index SPEECHES ... -o ARCHIVE
       checker extract [-removed | -raw] FILE
       checker explain -against SPEECH REPORT [WORD ...]
       checker diff OLD NEW
       checker serve [-against SPEECHES]

  checker                                     check the bundled example
  checker -against speech.txt report.html     check a report against a speech
  checker -against speeches/ stories/         a folder of reports against a folder of transcripts
  checker -against speech.txt -quotes q.txt   check one quote a line
  checker report.txt                          list the quotes of a report
  checker -against s.txt -q r.txt             one line for each quote that differs
  checker -against s.txt -only altered r.txt  what differs, and nothing else
  checker -against s.txt -fail-on negation,number r.txt
                                              status 1 for these changes alone
  checker -against s.txt -format html -o r.html r.txt
                                              a page to send to an editor
  checker index speeches/ -o archive          keep very many speeches ready to be used
  checker -against archive report.html        … and check against them
  checker baseline -against s.txt -by Ada -reason seen r.txt -o accepted.json
  checker -against s.txt -baseline accepted.json r.txt
                                              what Ada has not seen yet
  checker extract report.html                 print the words that are kept
  checker serve -against speeches/            a page to paste and drop reports into
  checker explain -against s.txt r.txt boats  which detector told what of the quotes
                                              that have the word

Reports and transcripts are plain text, Markdown, HTML, captions (SRT, WebVTT, …), the JSON
of speech recognisers, DOCX or PDF; the format is found from the content. A folder
stands for all files in it, a pattern such as 'stories/*.html' for those that it
matches; "-" is standard input. Beside a transcript, NAME.meta.json may give title, speaker, date,
url, language, kind.

flags:
`

const statuses = `
exit status: 0 every quote that could be checked is verbatim, edited or a
paraphrase; 1 one differs from its transcript or is not found there (or is what
-fail-on names); 2 wrong usage, an input that was named and cannot be read, a folder
without a report that can, a quote that could not be judged, or a run that was
stopped. What was done until then is written in any case.
`

// parse reads the command line; flags may stand before and after the reports.
func parse(args []string, std streams) (options, error) {
	o := options{failOn: failOn{selection{"altered", "unsupported"}}, budgets: usualBudgets()}
	f := o.flags()
	rest, err := parseAll(f, args)
	if err == nil {
		o.reports = rest
		err = o.conflict()
	}
	return o, explain(f, std, err)
}

// parseAll parses flags wherever they stand; what is no flag is given back.
func parseAll(f *flag.FlagSet, args []string) (rest []string, err error) {
	for len(args) > 0 {
		literal := args[0] == "--"
		if err := f.Parse(args); err != nil {
			return nil, err
		}
		args = f.Args()
		if literal {
			return append(rest, args...), nil
		}
		if len(args) > 0 {
			rest = append(rest, args[0])
			args = args[1:]
		}
	}
	return rest, nil
}

func (o *options) flags() *flag.FlagSet {
	f := flag.NewFlagSet("checker", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	o.inputFlags(f)
	f.StringVar(
		&o.accepted,
		"baseline",
		"",
		"a `FILE` of findings that were looked into and accepted; see checker baseline",
	)
	f.StringVar(
		&o.format,
		"format",
		"text",
		"the `NAME` of the output format: "+strings.Join(render.Formats(), ", "),
	)
	f.StringVar(&o.output, "o", "", "write to `FILE` instead of standard output, all or nothing; a pipe only\nwhere somebody reads from it")
	f.Var(
		&o.only,
		"only",
		"show the quotes with these `VERDICTS` or kinds of difference alone: altered,number;\nthe exit status is that of all",
	)
	f.Var(
		&o.failOn,
		"fail-on",
		"the `VERDICTS` or kinds of major difference that make the exit status 1, or none;\n"+
			"unreadable is a report of a folder that cannot be read",
	)
	f.BoolVar(
		&o.quiet,
		"q",
		false,
		"print one line for each quote that differs or is not found, no progress, and of the\n"+
			"notes those alone of what was not read or not checked",
	)
	f.BoolVar(
		&o.strict,
		"strict",
		false,
		"let statements without quotation marks count for the exit status too",
	)
	f.DurationVar(
		&o.timeout,
		"timeout",
		0,
		"end after this `TIME` (30s, 5m), with what is done until then",
	)
	return f
}

// inputFlags are those that say what is checked.
func (o *options) inputFlags(f *flag.FlagSet) {
	f.Var(
		&o.against,
		"against",
		"a transcript, or a `directory` of transcripts (with all below it); may be repeated",
	)
	f.StringVar(
		&o.speakers,
		"speakers",
		"",
		"a `FILE` with who speaks under a label of the transcripts: LABEL = Name, one a line",
	)
	f.StringVar(
		&o.quotes,
		"quotes",
		"",
		"check the quotes in `FILE` instead of reports: one a line, or JSON Lines\nwith quote, speaker, context, id, source; - is standard input",
	)
	f.BoolVar(
		&o.excerpt,
		"excerpt",
		false,
		"the transcripts are known to be incomplete: nothing is called unsupported",
	)
	f.IntVar(&o.jobs, "jobs", 0, "use `N` processors at most; 0 is all of them")
	o.sizeFlag(f)
	o.readFlags(f)
	o.QuotesFlag(f)
	f.StringVar(
		&o.embedder,
		"embedder",
		"",
		"the `URL` of a server that embeds texts (http://127.0.0.1:11434/api/embed of Ollama): find quotes in\n"+
			"transcripts of another language by what they mean; their sentences are sent there",
	)
	f.StringVar(&o.model, "model", "", "the `NAME` of its model; one of many languages")
	f.BoolVar(
		&o.follow,
		"follow-links",
		false,
		"read what links in a folder lead to outside of it",
	)
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
		tell(std.err, "checker: ", err)
		fmt.Fprintln(std.err, "(checker -h shows the usage)")
	}
	return err
}

// conflict is what is wrong with the options as a whole.
func (o options) conflict() error {
	formats := render.Formats()
	switch {
	case !slices.Contains(formats, o.format):
		return fmt.Errorf(
			"-format %s: no such format; there are %s",
			o.format,
			strings.Join(formats, ", "),
		)
	case o.quotes != "" && len(o.reports) > 0:
		return fmt.Errorf("-quotes %s goes without reports, but %s was named", o.quotes, o.reports[0])
	case len(o.against) > 0 && o.quotes == "" && len(o.reports) == 0:
		return errors.New("-against needs a report to check, or -quotes")
	case stdins(o) > 1:
		return errors.New("standard input (-) is named more than once")
	case o.jobs < 0:
		return fmt.Errorf("-jobs %d: want a number of processors, or 0", o.jobs)
	case o.budgets.Wrong() != nil:
		return o.budgets.Wrong()
	case (o.embedder == "") != (o.model == ""):
		return errors.New("-embedder and -model go together: a server that embeds texts, and its model")
	case o.embedder != "" && !isHTTP(o.embedder):
		return fmt.Errorf("-embedder %s: want an address as http://127.0.0.1:11434/api/embed", o.embedder)
	case o.embedder != "" && o.archived():
		return errors.New("-embedder goes with files, not with an archive, which finds transcripts by their words")
	case o.timeout < 0:
		return fmt.Errorf("-timeout %v: want a time, or 0", o.timeout)
	}
	return nil
}

// isHTTP reports whether an address is a server's.
func isHTTP(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
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
