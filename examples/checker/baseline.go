package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/quoteprov/quoteprov/provenance/record"
)

const baselineUsage = `usage: checker baseline -against SPEECH [flags] REPORT ...

writes a file of all findings of the reports that differ or are not found, as looked
into and accepted: by whom and why is what -by and -reason say, or what is written
into the file by hand. checker -baseline FILE then shows them as accepted, and
they count for the exit status no more, until the quote, its source or what differs
changes. With -baseline OLD those that are accepted already are kept as they are;
-baseline FILE and -o FILE may be one file, to which is added what is new. Without
-baseline, -o writes no baseline over that is there.

flags:
`

// writeBaseline is checker baseline.
func writeBaseline(ctx context.Context, args []string, std streams) int {
	o := options{budgets: usualBudgets(), format: "json"}
	var because record.Acceptance
	f := flag.NewFlagSet("checker baseline", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	o.inputFlags(f)
	f.StringVar(&o.accepted, "baseline", "", "a `FILE` of findings that are accepted already")
	f.StringVar(&o.output, "o", "", "write to `FILE` instead of standard output")
	f.StringVar(&because.By, "by", "", "the `NAME` of who looked into them")
	f.StringVar(&because.Reason, "reason", "", "the `TEXT` that says why they are in order")
	rest, err := parseAll(f, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(std.out, baselineUsage)
		f.SetOutput(std.out)
		f.PrintDefaults()
		return faithful
	case err == nil && (len(o.against) == 0 || len(rest) == 0 && o.quotes == ""):
		err = errors.New("want -against and a report; checker baseline -h shows the usage")
	case err == nil:
		o.reports = rest
		err = o.conflict()
	}
	if err == nil {
		err = o.writeBaseline(ctx, std, because)
	}
	if err != nil {
		tell(std.err, "checker: ", err)
		return trouble
	}
	return faithful
}

// writeBaseline checks the reports and writes what departs. A report that cannot be
// read leaves nothing written: its findings would be missing.
func (o options) writeBaseline(ctx context.Context, std streams, because record.Acceptance) error {
	o.limit()
	c := &checking{options: o, inputs: newInputs(std, o)}
	c.twice = false // the answer is no text
	reports, transcripts, err := c.list()
	if err != nil {
		return err
	}
	if err := o.keepsBaseline(); err != nil {
		return err
	}
	inputs := c.files(reports, transcripts)
	inputs = slices.DeleteFunc(inputs, func(name string) bool { return name == o.accepted }) // it is added to
	if c.output, err = create(o.output, std.out, inputs); err != nil {
		return err
	}
	defer c.output.abandon()
	if err := c.prepare(ctx, transcripts); err != nil {
		return err
	}
	all, err := c.collect(ctx, reports)
	if err != nil {
		return err
	}
	b := c.baseline
	b.Version = record.Version
	b.Accepted = append(b.Accepted, record.NewBaseline(because, all...).Accepted...)
	enc := json.NewEncoder(c.output)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(b); err != nil {
		return plainError(err)
	}
	return c.output.commit()
}

// keepsBaseline reports an error where a baseline would be written over whose entries
// are not taken over.
func (o options) keepsBaseline() error {
	if o.output == "" || o.accepted != "" {
		return nil
	}
	src, err := ownFiles.ReadFile(o.output)
	if err != nil {
		return nil // create tells of what cannot be written
	}
	if b, err := record.ReadBaseline(src); err == nil && len(b.Accepted) > 0 {
		return fmt.Errorf("-o %s: a baseline with %d accepted findings; -baseline %s keeps them", o.output, len(b.Accepted), o.output)
	}
	return nil
}

// collect checks everything and keeps the reports.
func (c *checking) collect(ctx context.Context, sources []source) ([]record.Report, error) {
	all := &collector{}
	c.to = all
	if c.quotes != "" {
		c.checkQuotes(ctx)
	} else {
		c.checkReports(ctx, sources)
	}
	if c.failed {
		return nil, errors.New("nothing is written, since not everything was checked")
	}
	return all.reports, nil
}

// A collector keeps reports.
type collector struct{ reports []record.Report }

func (c *collector) Add(r record.Record) error {
	c.reports = append(c.reports, r.Reports...)
	return nil
}

// readBaseline reads the file of accepted findings; no file is none.
func readBaseline(path string) (record.Baseline, error) {
	if path == "" {
		return record.Baseline{}, nil
	}
	src, err := ownFiles.ReadFile(path)
	if err != nil {
		return record.Baseline{}, plainError(err)
	}
	b, err := record.ReadBaseline(src)
	if err != nil {
		return b, fmt.Errorf("%s: %w", path, err)
	}
	return b, nil
}

// accept marks what is accepted, and remembers what of the baseline was met.
func (c *checking) accept(r *record.Report) {
	c.baseline.Accept(r)
	for _, q := range r.Quotes {
		if q.Accepted != nil {
			c.met[q.ID] = true
		}
	}
}

// tellStale notes what of the baseline was not met: it was mended, or changed.
func (c *checking) tellStale() {
	n := 0
	for _, a := range c.baseline.Accepted {
		if !c.met[a.ID] {
			n++
		}
	}
	if n > 0 {
		c.note(
			fmt.Errorf(
				"%s: %d of %d accepted findings are no longer there",
				c.accepted,
				n,
				len(c.baseline.Accepted),
			),
		)
	}
}
