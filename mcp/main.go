// Mcp is a server of the Model Context Protocol: an assistant that writes or reads
// quotes holds them to the transcripts that were named when the server was started.
//
//	go -C mcp build -o ~/bin/quoteprov-mcp
//	quoteprov-mcp -against speeches/                      over standard input and output
//	quoteprov-mcp -against speeches/ -http localhost:8642 over HTTP, at /mcp
//
// Nothing of the machine can be reached by it but the files that were named, and
// these are read once, at the start. It asks no network and stores nothing.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/quoteprov/quoteprov/internal/display"
	"github.com/quoteprov/quoteprov/provenance"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stderr); err != nil && !errors.Is(err, flag.ErrHelp) {
		tell(os.Stderr, err.Error())
		os.Exit(2)
	}
}

const usage = `quoteprov-mcp lets an assistant hold quotes to transcripts.

usage: quoteprov-mcp [flags]

  quoteprov-mcp -against speeches/                       over standard input and output
  quoteprov-mcp -against talk.txt -http localhost:8642   over HTTP, at /mcp

Transcripts are plain text, Markdown, HTML, captions, the JSON of speech recognisers,
DOCX or PDF. They are read once, when the server starts.

flags:
`

// An options is what the command line asks for.
type options struct {
	against list
	http    string
	excerpt bool
	budgets
}

// A list is a flag that may be repeated.
type list []string

func (l *list) String() string     { return strings.Join(*l, ", ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

// parse reads the command line.
func parse(args []string, out io.Writer) (o options, err error) {
	f := flag.NewFlagSet("quoteprov-mcp", flag.ContinueOnError)
	f.SetOutput(out)
	f.Usage = func() {
		fmt.Fprint(out, usage)
		f.PrintDefaults()
	}
	f.Var(&o.against, "against",
		"a transcript, or a `directory` of transcripts (with all below it); may be repeated")
	f.StringVar(&o.http, "http", "",
		"listen at this `ADDRESS` (8642, localhost:8642) instead of standard input")
	f.BoolVar(&o.excerpt, "excerpt", false,
		"the transcripts are known to be incomplete: nothing is called unsupported")
	o.budgets.flags(f)
	if err := cmp.Or(f.Parse(args), o.wrong()); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, fmt.Errorf("%s: no such argument; transcripts are named by -against", f.Arg(0))
	}
	return o, nil
}

// run reads the transcripts and serves until ctx is done or the client leaves.
func run(ctx context.Context, args []string, notes io.Writer) error {
	o, err := parse(args, notes)
	if err != nil {
		return err
	}
	docs, err := o.read(o.against, func(note string) { tell(notes, note) })
	if err != nil {
		return err
	}
	l := newLibrary(docs, o.Within(provenance.Options{Excerpt: o.excerpt}))
	l.limits = o.limits()
	s := newServer(l)
	if o.http != "" {
		return s.listen(ctx, o.http, notes)
	}
	err = s.mcp().Run(ctx, &sdk.StdioTransport{MaxLineLength: mostBody})
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// tell writes a line for people; what of it comes from files cannot act on a terminal.
func tell(w io.Writer, line string) { fmt.Fprintln(w, "quoteprov-mcp: "+display.Safe(line)) }
