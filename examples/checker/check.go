package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/quoteprov/quoteprov/internal/ordered"
	"github.com/quoteprov/quoteprov/internal/regular"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/provenance/render"
)

// checkFiles checks the reports that the arguments name, and writes what became of
// each as it is done.
func checkFiles(ctx context.Context, args []string, std streams) int {
	o, err := parse(args, std)
	if err != nil {
		return usageStatus(err)
	}
	o.limit()
	ctx, cancel := o.until(ctx)
	defer cancel()
	c := &checking{options: o, inputs: newInputs(std, o)}
	if err := c.run(ctx); err != nil {
		tell(std.err, "checker: ", err)
		return trouble
	}
	return c.status()
}

// A checking is one run of the command.
type checking struct {
	options
	*inputs
	checker  holder
	maker    *record.Maker                // nil where they are held to an archive
	held     map[string]record.Transcript // by name: those of an archive that a quote has a match in
	baseline record.Baseline
	met      map[string]bool // what of the baseline was met
	output   *output
	to       interface{ Add(record.Record) error } // takes what has been checked

	departed, failed bool // what the exit status is made of
}

// run checks everything. Its error is one that leaves nothing to be written.
func (c *checking) run(ctx context.Context) error {
	reports, transcripts, err := c.list()
	if err != nil {
		return err
	}
	if c.output, err = create(c.options.output, c.std.out, c.files(reports, transcripts)); err != nil {
		return err
	}
	defer c.output.abandon()
	w, err := render.New(c.output, c.format, c.style())
	if err != nil {
		return err
	}
	c.to = w
	if err := c.prepare(ctx, transcripts); err != nil {
		for _, p := range c.broken { // there is no answer that has them
			if c.twice {
				tell(c.std.err, "checker: ", errors.New(p.Error))
			}
		}
		return err
	}
	c.failed = c.failing
	c.add(record.Record{Errors: c.broken, Skipped: c.skipped})
	if c.quotes != "" {
		c.checkQuotes(ctx)
	} else {
		c.checkReports(ctx, reports)
	}
	if err := w.Close(c.transcripts()); err != nil {
		return plainError(err)
	}
	c.tellStale()
	return c.output.commit()
}

// list finds the files.
func (c *checking) list() (reports, transcripts []source, err error) {
	if c.bundled() {
		return bundled("testdata/reports"), bundled("testdata/speeches"), nil
	}
	if reports, err = c.sources(c.reports); err != nil {
		return nil, nil, err
	}
	if c.archived() {
		return reports, nil, nil
	}
	transcripts, err = c.sources(c.against)
	return reports, transcripts, err
}

// files are the names of all inputs.
func (c *checking) files(reports, transcripts []source) []string {
	out := []string{c.quotes, c.speakers, c.accepted}
	if c.archived() {
		out = append(out, filesOf(c.against)...)
	}
	for _, s := range slices.Concat(reports, transcripts) {
		sides := regular.Sides(s.name)
		out = append(append(out, s.name), sides[:]...)
	}
	return out
}

// filesOf are the names of what lies in folders.
func filesOf(folders []string) (out []string) {
	for _, dir := range folders {
		entries, _ := os.ReadDir(dir) // of one that cannot be read nothing is replaced either
		for _, e := range entries {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

// prepare reads all but the reports.
func (c *checking) prepare(ctx context.Context, transcripts []source) error {
	speakers, lines, err := readSpeakers(c.speakers)
	if err != nil {
		return err
	}
	if c.baseline, err = readBaseline(c.accepted); err != nil {
		return err
	}
	c.met = map[string]bool{}
	if c.archived() {
		return c.openArchive(speakers)
	}
	docs := c.read(ctx, transcripts)
	if ctx.Err() != nil {
		return errEarly
	}
	if len(docs) == 0 && len(c.against) > 0 {
		return noTranscript(c.against)
	}
	for _, note := range unheard(c.speakers, lines, docs) {
		c.loss(note)
	}
	o := c.asked(speakers)
	if c.failing { // what is not found may be in the one that was named
		o.Excerpt = true
		c.note(errNotAll)
	}
	checker, err := within(ctx, func() (*provenance.Checker, error) { return provenance.New(docs, o), nil })
	if err != nil {
		return errEarly
	}
	c.checker, c.maker = checker, record.NewMaker(checker.Transcripts())
	c.warn(checker.Transcripts())
	return nil
}

var errEarly = errors.New("stopped before the transcripts were read")

var errNotAll = errors.New("not all transcripts could be read, so nothing is called unsupported")

// A result is what became of one report.
type result struct {
	record record.Record
	failed bool // the exit status is that of trouble
	unread bool
}

// checkReports checks the reports side by side and writes them in order.
func (c *checking) checkReports(ctx context.Context, sources []source) {
	c.printing = c.output.file == nil && terminal(c.std.out)
	p := c.progress("checking reports", len(sources))
	defer p.stop()
	done, read := 0, false
	for r := range ordered.Map(slices.Values(sources), c.jobs, func(s source) result { return c.checkOne(ctx, s) }) {
		if ctx.Err() != nil && len(r.record.Reports) == 0 {
			break
		}
		p.step()
		done++
		c.failed = c.failed || r.failed
		c.departed = c.departed || r.unread && slices.Contains(c.failOn.selection, unreadable)
		read = read || len(r.record.Reports) > 0
		if c.add(r.record) != nil {
			return
		}
	}
	if done < len(sources) {
		c.ended(ctx, fmt.Sprintf("%d of %d reports were checked", done, len(sources)))
	} else if !read && !c.failed {
		tell(c.std.err, "checker: ", fmt.Errorf("%s: no report can be read", strings.Join(c.reports, ", ")))
		c.failed = true
	}
}

// ended tells that not all was done.
func (c *checking) ended(ctx context.Context, what string) {
	why := "stopped"
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		why = "the time of -timeout is over"
	}
	err := fmt.Errorf("%s: %s", why, what)
	c.tell(err)
	c.failed = true
	c.add(record.Record{Errors: []record.Problem{{Name: "", Error: err.Error()}}})
}

// checkOne reads and checks a report. What cannot be read is told at once.
func (c *checking) checkOne(ctx context.Context, s source) (out result) {
	d, err := s.read(ctx)
	switch {
	case d == nil && ctx.Err() != nil:
		return result{}
	case d == nil:
		return c.unread(s, err)
	}
	r, err := within(ctx, func() (*provenance.Report, error) { return checkDocument(ctx, c.checker, d) })
	switch {
	case r == nil && ctx.Err() != nil:
		return result{}
	case err != nil:
		s.named = true // it is the program's fault
		return c.unread(s, err)
	}
	c.damage(d.Name, r.Warnings)
	c.tell(r.Err())
	return result{record: c.recordOf(r), failed: r.Err() != nil}
}

// recordOf is what is written of a report.
func (c *checking) recordOf(r *provenance.Report) record.Record {
	if c.maker == nil {
		return c.recordHeld(r)
	}
	if c.format == "jsonl" {
		return c.maker.Line(r)
	}
	out := c.maker.Record(r)
	out.Transcripts = nil
	return out
}

// unread is the result of a report that could not be read. A file of no known
// format that was met inside a directory is none.
func (c *checking) unread(s source, err error) result {
	p, known := c.problem(s, err)
	if !known {
		return result{record: record.Record{Skipped: []record.Skipped{skipped(s.name, plainError(err))}}}
	}
	return result{record.Record{Errors: []record.Problem{p}}, s.named, true}
}

// checkQuotes checks the quotes of a file.
func (c *checking) checkQuotes(ctx context.Context) {
	r, err := c.inputs.checkQuotes(ctx, c.checker, c.quotes, c.Within(provenance.Options{}).MaxQuotes)
	if ctx.Err() != nil {
		c.ended(ctx, "the quotes were not checked")
		return
	}
	out := record.Record{}
	if r != nil {
		out = c.recordOf(r)
		c.unsourced(&out)
		c.tell(r.Err())
		c.failed = c.failed || r.Err() != nil
	}
	if err != nil {
		c.failed = true
	}
	for _, e := range each(err) {
		p, _ := c.problem(source{name: c.quotes, named: true}, e)
		out.Errors = append(out.Errors, p)
	}
	c.add(out)
}

// unsourced tells of quotes whose claimed source is none of the transcripts.
func (c *checking) unsourced(r *record.Record) {
	for _, q := range r.Reports[0].Quotes {
		if q.Claimed == "" || q.Reason != string(provenance.NoTranscript) || len(c.against) == 0 {
			continue
		}
		err := fmt.Errorf("%s:%d: the source %s is none of the transcripts", c.quotes, q.Line, q.Claimed)
		c.tell(err)
		r.Errors = append(r.Errors, record.Problem{Name: c.quotes, Error: err.Error()})
		c.failed = true
	}
}

// add writes a record and counts what the exit status is made of.
func (c *checking) add(r record.Record) error {
	if len(r.Reports)+len(r.Errors)+len(r.Skipped) == 0 {
		return nil
	}
	r.Version, r.Tool = record.Version, record.Tool
	for i := range r.Reports {
		c.accept(&r.Reports[i])
		for _, q := range r.Reports[i].Quotes {
			c.departed = c.departed || c.counts(q)
		}
		r.Reports[i].Quotes = c.only.filter(r.Reports[i].Quotes)
	}
	return c.to.Add(r)
}

// counts reports that a quote makes the exit status 1.
func (c *checking) counts(q record.Quote) bool {
	if q.Accepted != nil || q.Told() && !c.strict {
		return false
	}
	return c.failOn.holds(q)
}

func (c *checking) status() int {
	switch {
	case c.failed:
		return trouble
	case c.departed:
		return differs
	}
	return faithful
}

// style is how text looks where it is written to.
func (c *checking) style() render.Options {
	to := c.std.out
	if c.options.output != "" {
		to = io.Discard
	}
	return render.Options{Color: colourful(to), Width: columns(to), Quiet: c.quiet, Strict: c.strict}
}
