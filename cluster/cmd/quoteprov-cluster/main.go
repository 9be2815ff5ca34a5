// Quoteprov-cluster holds very many reports to an archive of transcripts, on this
// machine or, as a pipeline of Apache Beam, on a cluster.
//
//	quoteprov-cluster -against archive report.html
//	quoteprov-cluster -against archive -list names.txt -o answers
//	quoteprov-cluster -against gs://b/archive -list gs://b/names.txt -o gs://b/answers -runner dataflow …
//
// See docs/cluster.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/quoteprov/quoteprov/cluster"
	"github.com/quoteprov/quoteprov/provenance"
)

const usage = `usage: quoteprov-cluster -against ARCHIVE [flags] REPORT ...
       quoteprov-cluster -against ARCHIVE -list FILE -o FOLDER [flags]

holds the quotes of reports to an archive that checker index made, and writes the line
of JSON for each that checker -format jsonl -against ARCHIVE writes, in the same order.
A report that cannot be read is a line with its error; the others are checked. Files that
are missing in the archive are the first line's. The exit status is 0 if each report has its line, whatever that says, and 2 if not.

Without -runner it runs here. -runner flink, spark or dataflow runs it on a cluster, and
then the archive, the reports and the folder have names that mean the same on all
machines: paths of a disk that they share, or gs://BUCKET/…

flags:
`

// More flags come with Beam; these are the ones that are needed.
const beamFlags = `
of Beam:
  -runner NAME             prism (here, the default), flink, spark, dataflow, universal
  -endpoint HOST:PORT      the job server of flink, spark or universal
  -environment_type KIND   where workers run: DOCKER, PROCESS, EXTERNAL or LOOPBACK
  -environment_config TEXT what goes with it: an image, a command, an address
  -worker_binary FILE      this program, built for the workers
  -project, -region, -staging_location, -temp_location … of dataflow
docs/cluster.md has a recipe for each.
`

type command struct {
	cluster.Options
	list, folder string
	names        []string
}

func main() {
	c := command{}
	flag.StringVar(&c.Archive, "against", "", "the `ARCHIVE`, a folder")
	flag.StringVar(&c.list, "list", "", "a `FILE` of the reports' names, one a line")
	flag.StringVar(&c.folder, "o", "", "the `FOLDER`, empty or new, for the lines; else standard output")
	flag.IntVar(&c.Together, "together", 0, "`SEGMENTS` that one worker looks through at a time; 0 is 16")
	flag.IntVar(&c.MaxMB, "max-size", 50, "the `MB` beyond which a report is not read")
	flag.BoolVar(&c.Excerpt, "excerpt", false, "the transcripts are incomplete: nothing is called unsupported")
	flag.IntVar(&c.MaxQuotes, "max-quotes", provenance.MostQuotes,
		"the first `N` quotes of a report are checked; 0 is no limit")
	verbose := flag.Bool("v", false, "tell what the runner does, and in which step it failed")
	flag.CommandLine.Init("quoteprov-cluster", flag.ContinueOnError)
	flag.CommandLine.SetOutput(io.Discard)
	err := flag.CommandLine.Parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		help()
		return
	}
	if err == nil {
		beam.Init() // a worker does not come back from here
		if !*verbose {
			quiet()
		}
		if c.MaxQuotes <= 0 {
			c.MaxQuotes = math.MaxInt
		}
		c.names = flag.Args()
		if err = c.run(context.Background()); err != nil && !*verbose {
			err = errors.New(cause(err))
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "quoteprov-cluster:", err)
		os.Exit(2)
	}
}

// cause is what an error says behind the row of steps in which Beam met it.
func cause(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, " failed:\n"); i >= 0 {
		return text[i+len(" failed:\n"):]
	}
	return text
}

// help shows our own flags; Beam has a hundred.
func help() {
	fmt.Print(usage)
	own := flag.NewFlagSet("", flag.ContinueOnError)
	own.SetOutput(os.Stdout)
	flag.VisitAll(func(f *flag.Flag) {
		if slices.Contains([]string{"against", "list", "o", "together", "max-size", "max-quotes", "excerpt", "v"}, f.Name) {
			own.Var(f.Value, f.Name, f.Usage)
		}
	})
	own.PrintDefaults()
	fmt.Print(beamFlags)
}

// quiet keeps what the runner says from standard error; how it ended we say.
func quiet() { slog.SetDefault(slog.New(slog.DiscardHandler)) }

func (c *command) run(ctx context.Context) error {
	if err := c.wrong(ctx); err != nil {
		return err
	}
	folder := c.folder
	if folder == "" {
		temp, err := os.MkdirTemp("", "quoteprov-cluster-*")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		folder = temp
	}
	p, s := beam.NewPipelineWithRoot()
	reports := cluster.Named(s, c.names...)
	if c.list != "" {
		reports = cluster.Listed(s, c.list)
	}
	lines, err := cluster.Check(s, reports, c.Options)
	if err != nil {
		return err
	}
	cluster.Write(s, folder, lines)
	if err := beamx.Run(ctx, p); err != nil {
		return err
	}
	if c.folder == "" {
		return show(os.Stdout, folder)
	}
	return nil
}

// wrong is what is wrong with how the command was called.
func (c *command) wrong(ctx context.Context) error {
	here := flag.Lookup("runner").Value.String() == "" && flag.Lookup("endpoint").Value.String() == ""
	switch {
	case c.Archive == "":
		return errors.New("want -against ARCHIVE; quoteprov-cluster -h shows the usage")
	case (c.list == "") == (len(c.names) == 0):
		return errors.New("want reports, or -list FILE, and not both")
	case c.folder == "" && !here:
		return errors.New("want -o FOLDER: workers on other machines cannot write here")
	case c.folder == "":
		return nil
	case !strings.Contains(c.folder, "://"):
		if err := os.MkdirAll(c.folder, 0o777); err != nil {
			return err
		}
	}
	store, err := filesystem.New(ctx, c.folder)
	if err != nil {
		return err
	}
	defer store.Close()
	old, err := store.List(ctx, strings.TrimSuffix(c.folder, "/")+"/*.jsonl")
	if err == nil && len(old) > 0 {
		err = fmt.Errorf("-o %s: has answers already: %s", c.folder, old[0])
	}
	return err
}

// show writes the files of a folder one after another.
func show(to io.Writer, folder string) error {
	all, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	slices.Sort(all)
	for _, name := range all {
		b, err := os.ReadFile(name)
		if err == nil {
			_, err = to.Write(b)
		}
		if err != nil {
			return err
		}
	}
	return err
}
